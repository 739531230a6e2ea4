(* Multiple inheritance: order of overriding, diamonds with two copies of the
   state, mixins over self types, method and variable merging. *)

class logger = object
  val mutable log : string list = []
  method log s = log <- s :: log
  method entries = String.concat "; " (List.rev log)
end

class counter = object
  val mutable count = 0
  method incr = count <- count + 1
  method count = count
  method who = "counter"
end

class timer = object
  val mutable ticks = 0
  method tick = ticks <- ticks + 1
  method ticks = ticks
  method who = "timer"
end

class both = object (self)
  inherit logger
  inherit counter as c
  inherit timer as t
  method! incr = c#incr; self#log (Printf.sprintf "incr to %d" count)
  method! tick = t#tick; self#log (Printf.sprintf "tick to %d" ticks); if ticks mod 2 = 0 then self#incr
  method parents = c#who ^ "+" ^ t#who
end

class other_order = object
  inherit timer
  inherit! counter
end

(* Diamond: base state is inherited once per path, the last one wins. *)
class base (n : int) = object
  val mutable v = n
  method get = v
  method set x = v <- x
  method kind = "base"
end
class left = object
  inherit base 1 as super
  method! kind = "left(" ^ super#kind ^ ")"
  method double = v * 2
end
class right = object
  inherit base 2 as super
  method! kind = "right(" ^ super#kind ^ ")"
  method triple = v * 3
end
class diamond = object
  inherit left as l
  inherit! right as r
  method! kind = Printf.sprintf "diamond[%s,%s]" l#kind r#kind
end

(* Mixins: virtual methods that the other parents provide. *)
class virtual comparable = object (self : 'self)
  method virtual compare : 'self -> int
  method less (o : 'self) = self#compare o < 0
  method max (o : 'self) = if self#less o then o else self
end
class virtual showable = object (self)
  method virtual to_string : string
  method print = print_endline ("<" ^ self#to_string ^ ">")
end
class version (major : int) (minor : int) = object
  inherit comparable
  inherit showable
  method key = (major, minor)
  method compare o = compare (major, minor) o#key
  method to_string = Printf.sprintf "%d.%d" major minor
end
class tagged major minor tag = object
  inherit version major minor as super
  method! to_string = super#to_string ^ "-" ^ tag
end

class type plain = object method who : string end
let names (l : plain list) = String.concat " " (List.map (fun o -> o#who) l)

let () =
  let b = new both in
  b#incr;
  b#tick;
  b#tick;
  b#tick;
  print_endline b#entries;
  Printf.printf "%d %d %s %s\n" b#count b#ticks b#who b#parents;
  print_endline (names [(b :> plain); (new other_order :> plain); (new counter :> plain)]);
  let d = new diamond in
  Printf.printf "%s %d %d %d\n" d#kind d#get d#double d#triple;
  d#set 10;
  Printf.printf "%d %d %d\n" d#get d#double d#triple;
  let v = new version 1 2 and w = new version 1 10 in
  (v#max w)#print;
  (w#max v)#print;
  Printf.printf "%B %B %d\n" (v#less w) (w#less v) (v#compare v);
  (new tagged 2 0 "rc1")#print;
  let versions = List.map (fun (a, b) -> new version a b) [(3, 1); (1, 9); (2, 0); (1, 10)] in
  let sorted = List.sort (fun a b -> a#compare b) versions in
  print_endline (String.concat " < " (List.map (fun v -> v#to_string) sorted))
