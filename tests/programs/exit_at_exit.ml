(* at_exit functions run in reverse order, may register more, and see the
   state of the program; do_at_exit runs them once; exit code 7. *)

let state = ref []

let () =
  at_exit (fun () -> print_endline "first registered, last run");
  at_exit (fun () -> Printf.printf "state %s\n" (String.concat "," (List.rev !state)));
  at_exit (fun () ->
      print_endline "registering during exit";
      at_exit (fun () -> print_endline "registered during exit"));
  at_exit (fun () -> state := "cleanup" :: !state);
  state := "work" :: !state;
  print_endline "body";
  for i = 1 to 3 do
    at_exit (fun () -> Printf.printf "loop %d\n" i)
  done;
  prerr_string "to stderr\n";
  state := "more" :: !state;
  if List.length !state = 2 then exit 7;
  print_endline "never"
