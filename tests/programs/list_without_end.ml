(* A list that never ends exhausts the stack, also where the compiler makes a loop of its recursion. *)
let rec from n = n :: from (n + 1)
let rec copies f x = let y = f x in y :: copies f y

let () =
  (try ignore (from 0) with Stack_overflow -> print_endline "overflow");
  (try ignore (copies succ 0) with Stack_overflow -> print_endline "overflow again");
  print_int (List.length (List.map succ (List.init 1000 Fun.id)));
  print_newline ()
