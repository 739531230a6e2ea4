(* Late binding: self, virtual methods and variables, private methods, open
   recursion through inheritance, template methods and visitors. *)

class virtual shape = object (self)
  method virtual area : int
  method virtual name : string
  method describe = Printf.sprintf "%s of area %d%s" self#name self#area self#suffix
  method private suffix = if self#area > 50 then " (big)" else ""
  method bigger (other : shape) = self#area > other#area
end

class square side = object
  inherit shape
  method area = side * side
  method name = "square"
end

class named_square side label = object
  inherit square side as super
  method! name = super#name ^ " " ^ label
  method! private suffix = super#suffix ^ "!"
end

class scaled (s : shape) k = object
  inherit shape
  method area = s#area * k
  method name = Printf.sprintf "%dx %s" k s#name
end

class virtual accumulator = object (self)
  val virtual mutable total : int
  method virtual private step : int -> int
  method add n = total <- total + self#step n; self
  method total = total
  method add_all l = List.iter (fun n -> ignore (self#add n)) l; self
end

class doubling = object
  inherit accumulator
  val mutable total = 100
  method private step n = 2 * n
end

class capped limit = object (self)
  inherit doubling as super
  method! add n = if total >= limit then self else super#add n
end

(* Open recursion: fib's recursion goes through self, the subclass memoises. *)
class fib = object (self)
  val mutable calls = 0
  method calls = calls
  method fib n = calls <- calls + 1; if n < 2 then n else self#fib (n - 1) + self#fib (n - 2)
end

class memo_fib = object
  inherit fib as super
  val table = Hashtbl.create 16
  method! fib n =
    try Hashtbl.find table n
    with Not_found -> let v = super#fib n in Hashtbl.add table n v; v
end

type tree = Num of int | Bin of char * tree * tree

class virtual ['r] visitor = object (self)
  method virtual num : int -> 'r
  method virtual bin : char -> 'r -> 'r -> 'r
  method visit = function
    | Num n -> self#num n
    | Bin (op, a, b) -> let a = self#visit a in let b = self#visit b in self#bin op a b
end

class printer = object
  inherit [string] visitor
  method num = string_of_int
  method bin op a b = Printf.sprintf "(%s%c%s)" a op b
end

class evaluator = object
  inherit [int] visitor
  method num n = n
  method bin op a b = match op with '+' -> a + b | '*' -> a * b | '-' -> a - b | _ -> failwith "op"
end

class spaced_printer = object
  inherit printer as super
  method! bin op a b = super#bin op (a ^ " ") (" " ^ b)
end

let () =
  let s = new square 5 in
  let all : shape list = [s; new square 8; new named_square 9 "nine"; new scaled s 4; new scaled (new scaled s 2) 3] in
  List.iter (fun s -> print_endline s#describe) all;
  List.iter (fun s -> Printf.printf "%B " (s#bigger (new square 9))) all;
  print_newline ();
  Printf.printf "%d\n" ((new doubling)#add 5)#total;
  Printf.printf "%d\n" ((new capped 120)#add_all [5; 3; 8; 100])#total;
  let f = new fib and m = new memo_fib in
  let a = f#fib 15 in
  let b = m#fib 15 in
  Printf.printf "%d %d calls %d %d\n" a b f#calls m#calls;
  Printf.printf "%d\n" (m#fib 40);
  let t = Bin ('+', Num 1, Bin ('*', Num 2, Bin ('-', Num 10, Num 3))) in
  print_endline ((new printer)#visit t);
  print_endline ((new spaced_printer)#visit t);
  Printf.printf "%d\n" ((new evaluator)#visit t)
