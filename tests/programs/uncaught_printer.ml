(* Registered exception printers are used for uncaught exceptions; the last one
   registered is asked first. *)

exception Custom of int
exception Other of string

let () =
  Printexc.register_printer (function Custom n -> Some (Printf.sprintf "custom number %d" n) | _ -> None);
  Printexc.register_printer (function Other s -> Some ("other: " ^ s) | Custom 13 -> Some "unlucky" | _ -> None);
  print_endline (Printexc.to_string (Custom 1));
  print_endline (Printexc.to_string (Custom 13));
  print_endline (Printexc.to_string (Other "x"));
  print_endline (Printexc.to_string Not_found);
  print_endline (Printexc.to_string_default (Custom 1));
  at_exit (fun () -> print_endline "at_exit");
  raise (Custom 99)
