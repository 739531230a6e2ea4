(* Functions whose callers are all known return their exceptions to a `try` instead of throwing them. *)
exception Found of int
exception Stop

let say s n = print_string s; print_char ' '; print_int n; print_newline ()

(* Recursive, raising at the bottom; called in a try and outside. *)
let rec lookup key l =
  match l with
  | [] -> raise Not_found
  | (k, v) :: rest -> if k = key then v else lookup key rest + 0

let rec deep n = if n = 0 then raise Stop else 1 + deep (n - 1)

(* Tail calls between functions that raise. *)
let rec even n = if n = 0 then raise (Found 0) else if n < 0 then raise Stop else odd (n - 1)
and odd n = if n = 0 then raise (Found 1) else even (n - 1)

let parity n = try even n with Found p -> p

(* A handler that raises, in a function that returns exceptions; the value of the call is used behind. *)
let strict key l =
  let v = try lookup key l with Not_found -> if key > 90 then raise (Found key) else -1 in
  if v > 1000 then raise Stop;
  v * 2

let log = ref []
let step n = log := n :: !log; if n mod 7 = 6 then raise (Found n); n

(* Effects before a raise happen, those behind it don't; arguments in OCaml's order. *)
let sum n = step n + (step (n + 1) * 100) + step (n + 2)

(* Results and exceptions in one variable of a loop. *)
let rec fold_raising f acc l = match l with [] -> acc | x :: rest -> fold_raising f (f acc x) rest
let checked acc x = if x < 0 then raise (Found acc) else acc + x

let ignored l = try ignore (fold_raising checked 0 l : int); "none" with Found n -> string_of_int n

(* Closures that raise, in a function that raises, too. *)
let with_closure k = if k < 0 then raise Stop else fun x -> if x = k then raise (Found x) else x + k

let () =
  let table = [ (1, 10); (2, 20); (3, 3000) ] in
  say "lookup" (lookup 2 table);
  say "caught" (try lookup 5 table with Not_found -> -1);
  say "deep" (try deep 10 with Stop -> -10);
  say "deeper" (try deep 100_000 with Stop -> -100_000);
  say "parity" (parity 10 + (10 * parity 7));
  say "long tail" (parity 1_000_001);
  List.iter
    (fun key -> say "strict" (try strict key table with Found k -> k | Stop -> -3))
    [ 1; 2; 3; 50; 95 ];
  say "nested" (try (try strict 99 table with Stop -> 1) with Found k -> k + 1);
  say "sum" (try sum 1 with Found n -> n);
  say "sum" (try sum 5 with Found n -> n);
  say "sum" (try sum 4 with Found n -> n);
  List.iter (fun n -> say "log" n) (List.rev !log);
  say "fold" (try fold_raising checked 0 [ 1; 2; 3 ] with Found n -> -n);
  say "fold" (try fold_raising checked 0 [ 1; 2; -3; 4 ] with Found n -> -n);
  print_endline (ignored [ 1; 2 ] ^ ignored [ 4; -1; 5 ]);
  say "closure" (try with_closure 3 4 with Found n -> n | Stop -> -1);
  say "closure" (try with_closure 3 3 with Found n -> -n | Stop -> -1);
  say "closure" (try with_closure (-1) 3 with Found n -> n | Stop -> -1);
  (* Many in a row, more than Lua has variables for. *)
  let total = ref 0 in
  (try
     total := !total + checked 1 1 + checked 2 2 + checked 3 3 + checked 4 4 + checked 5 5;
     for i = 10 downto -1 do total := !total + checked i i done
   with Found n -> say "loop" n);
  say "total" !total;
  (match deep 50 with n -> say "never" n | exception Stop -> say "match" 50);
  (match Fun.protect ~finally:(fun () -> print_endline "finally") (fun () -> deep 3) with
   | n -> say "never" n
   | exception Stop -> print_endline "stopped");
  at_exit (fun () -> try say "at_exit" (strict 99 table) with Found n -> say "at_exit caught" n);
  say "uncaught" (strict 2 table);
  say "uncaught" (strict 3 table)
