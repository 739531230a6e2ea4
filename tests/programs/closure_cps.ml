(* Continuation passing style, eta expansion, Church numerals, defunctionalised
   generators and backtracking by success and failure continuations. *)

let rec fact_k n k = if n = 0 then k 1 else fact_k (n - 1) (fun r -> k (n * r))

let rec fib_k n k =
  if n < 2 then k n else fib_k (n - 1) (fun a -> fib_k (n - 2) (fun b -> k (a + b)))

type tree = Leaf | Node of tree * int * tree

let rec insert x = function
  | Leaf -> Node (Leaf, x, Leaf)
  | Node (l, y, r) as t ->
    if x < y then Node (insert x l, y, r) else if x > y then Node (l, y, insert x r) else t

let rec fold_k t acc f k =
  match t with
  | Leaf -> k acc
  | Node (l, x, r) -> fold_k l acc f (fun acc -> fold_k r (f acc x) f k)

(* same_fringe: two trees are walked in lockstep by suspended continuations. *)
type gen = Done | Next of int * (unit -> gen)

let rec walk t k =
  match t with
  | Leaf -> k ()
  | Node (l, x, r) -> walk l (fun () -> Next (x, fun () -> walk r k))

let same_fringe a b =
  let rec go a b =
    match a, b with
    | Done, Done -> true
    | Next (x, ka), Next (y, kb) -> x = y && go (ka ()) (kb ())
    | _ -> false
  in
  go (walk a (fun () -> Done)) (walk b (fun () -> Done))

(* Backtracking: choose, with success and failure continuations. *)
let rec choose l ok fail =
  match l with [] -> fail () | x :: rest -> ok x (fun () -> choose rest ok fail)

let pythagorean limit =
  let range lo = List.init (limit - lo + 1) (fun i -> lo + i) in
  let found = ref [] in
  choose (range 1)
    (fun a fail ->
      choose (range a)
        (fun b fail ->
          choose (range b)
            (fun c fail ->
              if a * a + b * b = c * c then found := (a, b, c) :: !found;
              fail ())
            fail)
        fail)
    (fun () -> List.rev !found)

(* Church numerals: functions all the way down. *)
type 'a church = ('a -> 'a) -> 'a -> 'a
let zero : 'a church = fun _ x -> x
let succ_c n f x = f (n f x)
let add_c m n f x = m f (n f x)
let mul_c m n f = m (n f)
let to_int n = n (fun k -> k + 1) 0

(* Eta: f and its expansions behave alike, effects excepted. *)
let noisy = print_string "made;"; fun x -> Printf.printf "used %d;" x; x + 1
let eta f x = f x
let eta2 f = fun x -> f x

let () =
  Printf.printf "%d %d\n" (fact_k 10 (fun x -> x)) (fib_k 15 (fun x -> x));
  Printf.printf "%s\n" (fact_k 5 string_of_int);
  let build = List.fold_left (fun t x -> insert x t) Leaf in
  let a = build [5; 2; 8; 1; 9; 3] and b = build [9; 8; 5; 3; 2; 1] in
  print_endline (fold_k a "" (fun acc x -> acc ^ string_of_int x) (fun s -> "<" ^ s ^ ">"));
  Printf.printf "%B %B\n" (same_fringe a b) (same_fringe a (insert 4 b));
  List.iter (fun (a, b, c) -> Printf.printf "(%d,%d,%d)" a b c) (pythagorean 20);
  print_newline ();
  let one f x = succ_c zero f x in
  let two f x = succ_c one f x in
  let three f x = add_c one two f x in
  Printf.printf "%d %d %d\n" (to_int three) (to_int (mul_c three (mul_c two three)))
    (to_int (fun f -> two three f));
  print_newline ();
  Printf.printf "=%d\n" (eta noisy 1);
  Printf.printf "=%d\n" (eta2 (eta noisy) 2);
  let deep = fold_k (build (List.init 500 (fun i -> (i * 7919) mod 503))) 0 ( + ) (fun s -> s) in
  Printf.printf "deep %d\n" deep
