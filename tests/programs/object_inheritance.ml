(* Classes: parameters, instance variables, inheritance chains, super calls,
   initializers, class-level let bindings and immediate objects. *)

class point x0 y0 = object
  val mutable x = x0
  val mutable y = y0
  method x = x
  method y = y
  method move dx dy = x <- x + dx; y <- y + dy
  method show = Printf.sprintf "(%d,%d)" x y
end

class coloured_point x y (c : string) = object
  inherit point x y as super
  method colour = c
  method show = super#show ^ ":" ^ c
end

class logged_point x y c = object (self)
  inherit coloured_point x y c as parent
  val mutable log = []
  method log = List.rev log
  method move dx dy =
    log <- Printf.sprintf "%s+%d,%d" self#show dx dy :: log;
    parent#move dx dy
  initializer log <- ["born " ^ self#show]
end

let created = ref 0

class counted =
  let () = print_endline "class counted" in
  fun name ->
    let id = (incr created; !created) in
    object
      val label = Printf.sprintf "%s#%d" name id
      method label = label
      initializer Printf.printf "init %s\n" label
    end

class derived name = object (self)
  inherit counted ("derived-" ^ name)
  inherit point 0 0
  initializer Printf.printf "derived init %s %s\n" self#label self#show
end

class stack = object (self)
  val mutable items : int list = []
  val mutable size = 0
  method push x = items <- x :: items; size <- size + 1
  method pop = match items with
    | [] -> failwith "empty"
    | x :: rest -> items <- rest; size <- size - 1; x
  method size = size
  method drain = if size = 0 then [] else let x = self#pop in x :: self#drain
end

class bounded_stack limit = object
  inherit stack as super
  method! push x = if size >= limit then failwith "full" else super#push x
end

class ['a] cell (init : 'a) = object
  val mutable value = init
  method get = value
  method set v = value <- v
  method update f = value <- f value
end

let () =
  let p = new point 1 2 in
  p#move 3 4;
  Printf.printf "%s %d\n" p#show (p#x * p#y);
  let c = new coloured_point 5 6 "red" in
  c#move 1 1;
  Printf.printf "%s %s\n" c#show c#colour;
  let l = new logged_point 0 0 "blue" in
  l#move 1 2;
  l#move 3 4;
  List.iter print_endline l#log;
  print_endline l#show;
  let a = new counted "a" in
  let d = new derived "d" in
  Printf.printf "%s %s %d\n" a#label d#label !created;
  let s = new bounded_stack 3 in
  List.iter (fun x -> try s#push x with Failure m -> Printf.printf "%d: %s\n" x m) [1; 2; 3; 4; 5];
  Printf.printf "size %d top %d\n" s#size s#pop;
  List.iter (Printf.printf "%d ") s#drain;
  (try ignore s#pop with Failure m -> print_endline m);
  let cell = new cell "x" in
  cell#update (fun s -> s ^ s);
  cell#update String.uppercase_ascii;
  print_endline cell#get;
  let cells = List.map (fun i -> new cell i) [1; 2; 3] in
  List.iter (fun c -> c#update (( * ) 10)) cells;
  List.iter (fun c -> Printf.printf "%d " c#get) cells;
  print_newline ();
  let immediate = object (self)
    val mutable n = 0
    method bump = n <- n + 1; self#report
    method report = Printf.sprintf "n=%d" n
  end in
  print_endline (immediate#bump ^ " " ^ immediate#bump);
  Printf.printf "%B %B\n" (p = p) (p = new point 4 6)
