(* An uncaught exception with arguments: the message goes to stderr, the
   buffered output is flushed, and the exit code is 2. *)

exception Problem of int * string * bool

let rec fail_at n =
  Printf.printf "level %d\n" n;
  if n = 3 then raise (Problem (n, "quote \" and\nnewline", true)) else 1 + fail_at (n + 1)

let () =
  (try ignore (fail_at 1) with Problem (n, s, b) -> Printf.printf "caught %d %S %B\n" n s b);
  print_string "uncaught now: ";
  ignore (try fail_at 1 with Not_found -> 0);
  print_endline "never"
