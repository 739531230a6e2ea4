(* refusals LIST: the compiler's command line on each of the files that LIST names,
   one in a line, in one process. Prints for each the exit status, and the error or
   how long the Lua file is. *)
let output = "out.lua"
let left () = List.filter (String.starts_with ~prefix:output) (Array.to_list (Sys.readdir "."))

let describe file =
  match Compiler.protect (fun () -> Commands.compile (Command_line.parse [ "compile"; file; "-o"; output ])) with
  | Error diagnostic ->
      string_of_int (Diagnostic.exit_code diagnostic.kind)
      ^ " lua_of_ocaml: " ^ Diagnostic.to_string diagnostic
      ^ String.concat ", and left " ("" :: left ())
  | Ok () ->
      let size = String.length (File.read output) in
      List.iter Sys.remove (left ());
      "0 " ^ string_of_int size

let () =
  List.iter
    (fun file -> if file <> "" then print_endline (describe file))
    (String.split_on_char '\n' (File.read Sys.argv.(1)))
