(* An uncaught exception still runs the at_exit functions, before or after the
   message, and ends with code 2. *)

module Inner = struct
  exception Deep of string list * (int * char)
end

let () =
  at_exit (fun () -> print_endline "bye from at_exit");
  at_exit (fun () -> prerr_endline "bye on stderr");
  print_endline "before";
  let f = Sys.opaque_identity (fun () -> raise (Inner.Deep (["a"; "b"], (1, 'c')))) in
  print_endline "still before";
  Printf.printf "%d\n" (List.length [1; 2]);
  (try f () with Inner.Deep (l, (n, c)) -> Printf.printf "%d %d %c\n" (List.length l) n c);
  if Sys.opaque_identity true then f ();
  print_endline "never"
