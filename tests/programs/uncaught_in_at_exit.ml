(* An exception inside an at_exit function is an uncaught exception: exit code
   2, and the functions that were still to run. *)

let () =
  print_endline "one";
  at_exit (fun () -> print_endline "registered first");
  at_exit (fun () -> print_endline "about to fail"; failwith "in at_exit");
  at_exit (fun () -> print_endline "registered last");
  print_endline "two";
  print_endline "three"
