(* Deep mutual recursion: through closures in refs, arrays and records, through
   higher-order functions of the stdlib, and with a try frame per level. *)

let rec ping n = if n = 0 then 0 else 1 + pong (n - 1)
and pong n = if n = 0 then 0 else 2 + ping (n - 1)

let through_ref depth =
  let self = ref (fun _ -> 0) in
  self := (fun n -> if n = 0 then 0 else 1 + !self (n - 1));
  !self depth

let through_array depth =
  let fs = Array.make 3 (fun _ -> 0) in
  for i = 0 to 2 do
    fs.(i) <- (fun n -> if n = 0 then i else (fs.((i + 1) mod 3) (n - 1) + 1) land 0xFFFFF)
  done;
  fs.(0) depth

type handler = { step : handler -> int -> int }

let through_record depth =
  let h = { step = (fun h n -> if n = 0 then 0 else 1 + h.step h (n - 1)) } in
  h.step h depth

(* A composed chain of closures: the recursion is in the data. *)
let through_chain depth =
  let f = ref (fun x -> x) in
  for _ = 1 to depth do
    let g = !f in
    f := (fun x -> (g (x + 1)) + 1)
  done;
  !f 0

let through_fold_right depth =
  let fs = List.init depth (fun i k -> (i + k) land 0xFFFF) in
  List.fold_right (fun f acc -> f acc) fs 0

(* fold_right builds a function, which is then called. *)
let fold_right_to_function depth =
  let l = List.init depth (fun i -> i land 7) in
  let f = List.fold_right (fun x k acc -> 1 + k (acc + x) - 1) l (fun acc -> acc) in
  f 0

type tree = Leaf | Node of tree * int * tree

let rec comb n acc = if n = 0 then acc else comb (n - 1) (Node (acc, n land 3, Leaf))
let rec tree_sum = function Leaf -> 0 | Node (l, x, r) -> tree_sum l + x + tree_sum r
let rec mirror = function Leaf -> Leaf | Node (l, x, r) -> Node (mirror r, x, mirror l)

exception Stop

(* Each level has its own handler. *)
let rec guarded n =
  if n = 0 then raise Stop
  else try 1 + guarded (n - 1) with Stop when n > 1 -> raise Stop | Stop -> 42

let rec nested_tries n =
  if n = 0 then 0
  else
    match nested_tries (n - 1) with
    | v -> if v land 1 = 0 then v + 1 else v + 3
    | exception Not_found -> -1

let rec iter_nested n = List.iter (fun k -> if k > 0 then iter_nested (k - 1)) [n]

let () =
  Printf.printf "ping %d\n" (ping 50_000);
  Printf.printf "ref %d\n" (through_ref 50_000);
  Printf.printf "array %d\n" (through_array 50_000);
  Printf.printf "record %d\n" (through_record 50_000);
  Printf.printf "chain %d\n" (through_chain 50_000);
  Printf.printf "fold_right %d\n" (through_fold_right 50_000);
  Printf.printf "function %d\n" (fold_right_to_function 50_000);
  let t = comb 50_000 Leaf in
  Printf.printf "tree %d %d\n" (tree_sum t) (tree_sum (mirror t));
  Printf.printf "guarded %d\n" (guarded 5_000);
  Printf.printf "nested_tries %d\n" (nested_tries 5_000);
  iter_nested 10_000;
  print_endline "iter_nested"
