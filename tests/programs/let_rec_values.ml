(* let rec of values: cyclic lists and records, blocks and closures mixed,
   mutually recursive data, lazies and objects reached through closures. *)

let rec ones = 1 :: ones
let rec abc = 'a' :: 'b' :: 'c' :: abc
let rec take n l = if n = 0 then [] else match l with [] -> [] | x :: r -> x :: take (n - 1) r

type node = { name : string; next : node; visit : int -> string }

let rec first = { name = "first"; next = second; visit = (fun n -> describe n first) }
and second = { name = "second"; next = third; visit = (fun n -> "<" ^ describe n second ^ ">") }
and third = { name = "third"; next = first; visit = (fun n -> if n = 0 then "." else third.next.visit (n - 1)) }
and describe n x = if n = 0 then x.name else x.name ^ " " ^ x.next.visit (n - 1)

type tree = Leaf | Node of tree * int * tree Lazy.t

let rec infinite = Node (Leaf, 0, lazy (grow 1))
and grow n = Node (infinite, n, lazy (grow (n + 1)))

let rec right_values n = function
  | Leaf -> []
  | Node (_, x, r) -> if n = 0 then [] else x :: right_values (n - 1) (Lazy.force r)

let rec even = function 0 -> true | n -> odd (n - 1)
and table = [| (fun n -> even n); (fun n -> odd n) |]
and odd = function 0 -> false | n -> table.(0) (n - 1)

type t = { mutable count : int; self : t option; peers : t list }
let rec a = { count = 1; self = Some a; peers = [b; a] }
and b = { count = 10; self = None; peers = [a; b; a] }

let bump x = List.iter (fun p -> p.count <- p.count + 1) x.peers

let local k =
  let rec l = k :: m and m = (k * 2) :: l and f = fun n -> take n l in
  f

let rec fact_table = ("fact", fun n -> if n <= 1 then 1 else n * (snd fact_table) (n - 1))

type 'a ring = { value : 'a; mutable left : 'a ring; mutable right : 'a ring }

let singleton v = let rec r = { value = v; left = r; right = r } in r
let insert r v =
  let n = { value = v; left = r; right = r.right } in
  r.right.left <- n;
  r.right <- n;
  n
let to_list r =
  let rec go n acc = if n == r then List.rev acc else go n.right (n.value :: acc) in
  go r.right [r.value]

let rec x = let unused = 5 in ignore unused; (y, 1) and y = [| 2; 3 |]

let () =
  List.iter print_int (take 5 ones);
  print_newline ();
  List.iter print_char (take 8 abc);
  print_newline ();
  Printf.printf "%B %B\n" (List.tl ones == ones) (List.tl (List.tl (List.tl abc)) == abc);
  List.iter (fun n -> print_endline (first.visit n)) [0; 1; 2; 3; 6];
  Printf.printf "%B %s\n" (first.next.next.next == first) third.next.next.name;
  List.iter (Printf.printf "%d ") (right_values 6 infinite);
  print_newline ();
  Printf.printf "%B %B %B\n" (even 100) (odd 100) (table.(1) 7);
  bump a;
  bump b;
  Printf.printf "%d %d %B\n" a.count b.count (match a.self with Some s -> s == a | None -> false);
  List.iter (Printf.printf "%d ") (local 3 5);
  List.iter (Printf.printf "%d ") (local 5 4);
  print_newline ();
  Printf.printf "%s %d\n" (fst fact_table) (snd fact_table 10);
  let r = singleton 1 in
  ignore (insert (insert r 2) 3);
  ignore (insert r 4);
  List.iter (Printf.printf "%d ") (to_list r);
  List.iter (Printf.printf "%d ") (to_list r.left);
  print_newline ();
  Printf.printf "%d %d\n" (fst x).(1) (snd x + y.(0))
