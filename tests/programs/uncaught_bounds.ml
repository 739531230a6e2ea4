(* An index out of bounds that nobody catches: Invalid_argument, code 2. *)

let a = Array.init 5 (fun i -> i * 11)

let sum upto =
  let s = ref 0 in
  for i = 0 to upto do s := !s + a.(i) done;
  !s

let () =
  Printf.printf "%d\n%d\n" (sum 0) (sum 4);
  Printf.printf "%s\n" (try string_of_int (sum 5) with Invalid_argument m -> m);
  Printf.printf "%s\n" (try string_of_int a.(-1) with Invalid_argument m -> m);
  print_string "and now: ";
  print_newline ();
  Printf.printf "%d\n" (sum 7)
