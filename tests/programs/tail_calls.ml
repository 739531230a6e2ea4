(* Tail calls that must not grow the stack: self and mutual recursion, calls in
   match arms, in conditions, after let, in handlers and in sequence. *)

let rec loop n acc = if n = 0 then acc else loop (n - 1) ((acc + n) land 0xFFFF)

let rec even n = if n = 0 then true else odd (n - 1)
and odd n = if n = 0 then false else even (n - 1)

let rec a n acc = match n mod 3 with
  | _ when n <= 0 -> acc
  | 0 -> b (n - 1) (acc + 1)
  | 1 -> c (n - 1) acc (acc land 1)
  | _ -> let m = n - 1 in a m acc
and b n acc =
  let acc = if acc > 1_000_000 then 0 else acc in
  ignore (acc * 2);
  c n acc 0
and c n acc extra = if extra = 1 && n land 1 = 0 then a (n - 1) (acc - 1) else a n (acc + extra)

(* The body of the try is not a tail position; the handler and the cases are. *)
let rec with_handler n =
  if n = 0 then "done"
  else
    match if n land 1 = 0 then raise Exit else n with
    | exception Exit -> with_handler (n - 1)
    | m -> with_handler (m - 1)

let rec try_inside n acc =
  if n = 0 then acc
  else
    let x = try if n mod 5 = 0 then raise Not_found else 1 with Not_found -> 2 in
    try_inside (n - 1) (acc + x)

let rec handler_tail n =
  if n = 0 then 0 else (try ignore (int_of_string "x"); -1 with Failure _ -> handler_tail (n - 1))

let rec and_or n = n = 0 || (n > 0 && and_or (n - 1))

let rec many a b c d e f g n =
  if n = 0 then [a; b; c; d; e; f; g] else many b c d e f g a (n - 1)

let rec swap x y n = if n = 0 then (x, y) else swap y (x + 1) (n - 1)

let rec collatz n steps =
  if n = 1 then steps
  else if n land 1 = 0 then collatz (n / 2) (steps + 1)
  else collatz ((3 * n) + 1) (steps + 1)

type state = Idle | Run of int | Halt

let rec machine state fuel log =
  match state, fuel with
  | Halt, _ | _, 0 -> log
  | Idle, f -> machine (Run (f land 7)) (f - 1) (log + 1)
  | Run 0, f when f < 10 -> machine Halt (f - 1) log
  | Run 0, f -> machine Idle (f - 1) log
  | Run k, f -> machine (Run (k - 1)) (f - 1) log

let () =
  Printf.printf "loop %d\n" (loop 1_000_000 0);
  Printf.printf "even %B odd %B\n" (even 1_000_000) (odd 300_001);
  Printf.printf "abc %d\n" (a 300_000 0);
  Printf.printf "with_handler %s\n" (with_handler 100_000);
  Printf.printf "try_inside %d\n" (try_inside 100_000 0);
  Printf.printf "handler_tail %d\n" (handler_tail 50_000);
  Printf.printf "and_or %B\n" (and_or 300_000);
  List.iter (Printf.printf "%d ") (many 1 2 3 4 5 6 7 100_003);
  print_newline ();
  let x, y = swap 0 100 200_001 in
  Printf.printf "swap %d %d\n" x y;
  Printf.printf "collatz %d\n" (collatz 27 0);
  Printf.printf "machine %d\n" (machine Idle 200_000 0)
