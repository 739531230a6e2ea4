(* lua_of_ocaml, compiled by itself: see [lua_of_ocaml --help]. *)

let dispatch (arguments : Command_line.arguments) =
  match arguments.subcommand with
  | Help -> Commands.print (Command_line.help_text arguments.topic); 0
  | Version -> Commands.print Command_line.version_text; 0
  | Compile -> Commands.compile arguments; 0
  | Link -> Commands.link arguments; 0
  | Info -> Commands.info arguments; 0
  | Check_runtime -> if Commands.check_runtime arguments then 0 else Diagnostic.exit_code Missing_primitive
  | Targets -> Commands.targets (); 0

let main words =
  match Compiler.protect (fun () -> dispatch (Command_line.parse words)) with
  | Ok status -> status
  | Error diagnostic ->
      prerr_string ("lua_of_ocaml: " ^ Diagnostic.to_string diagnostic ^ "\n");
      Diagnostic.exit_code diagnostic.kind

(* Lua's collectors let the heap double between two collections. A third of that costs
   a tenth of the time, and keeps the compiler below 95 MB when it compiles itself. *)
let () = Gc.set { (Gc.get ()) with space_overhead = 35 }

let () = exit (main (List.tl (Array.to_list Sys.argv)))
