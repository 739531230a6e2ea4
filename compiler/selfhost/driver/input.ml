let is_source path = match Path.extension path with ".ml" | ".mli" -> true | _ -> false
let is_object path = match Path.extension path with ".cmo" | ".cma" -> true | _ -> false
let fail file message = Diagnostic.fail_at Input ~file ~section:"" ~offset:(-1) message
let read_program ~debug_info file = Compiler.read ~debug_info ~file (File.read file)

(* The exit status of a command, and what it printed. [folder]: of its output. *)
let run_captured command ~folder =
  let output = Path.join folder "output.txt" in
  let status = Sys.command ("{ " ^ command ^ "; } </dev/null >" ^ Path.quote output ^ " 2>&1") in
  (status, try File.read output with Diagnostic.Error _ -> "")

let command_not_found = 127

(* Copies the sources (and the .mli beside each) into [folder]; the words for
   ocamlc, in the order given, are relative to it. *)
let gather_sources inputs folder =
  let words = ref [] in
  let add source =
    let name = Path.name source in
    if not (List.mem name !words) then begin
      File.write (Path.join folder name) [| File.read source |];
      words := name :: !words
    end
  in
  let add_input input =
    if not (is_source input) then
      (* else a library that ocamlc finds *)
      words := (if Sys.file_exists input then Path.absolute input else input) :: !words
    else begin
      let signature = Path.with_extension ".mli" input in
      if Path.extension input = ".ml" && Sys.file_exists signature then add signature;
      if not (Sys.file_exists input) then fail input "no such file";
      add input
    end
  in
  List.iter add_input inputs;
  List.rev !words

let compile_sources (arguments : Command_line.arguments) =
  let first = List.hd arguments.inputs in
  Temporary.with_folder (fun folder ->
      let words = gather_sources arguments.inputs folder in
      let include_folder path = [ "-I"; (if Sys.file_exists path then Path.absolute path else path) ] in
      let includes = List.concat_map include_folder arguments.include_folders in
      let debug_info = arguments.options.debug_info in
      let debug = if debug_info then [ "-g" ] else [] in
      (* Primitives are checked against our runtime, later, not against OCaml's. *)
      let ocamlc = [ "ocamlc"; "-no-check-prims"; "-o"; "program.byte" ] @ debug @ includes @ words in
      let command = "cd " ^ Path.quote folder ^ " && " ^ String.concat " " (List.map Path.quote ocamlc) in
      let status, output = run_captured command ~folder in
      if status = command_not_found then fail first "ocamlc, which compiles it, is not in PATH";
      prerr_string output;
      if status <> 0 then fail first "ocamlc failed";
      let program = Path.join folder "program.byte" in
      if not (Sys.file_exists program) then fail first "no program: only interfaces are given";
      try read_program ~debug_info program
      with Diagnostic.Error error -> raise (Diagnostic.Error { error with file = first }))

(* Where stdlib.cma and std_exit.cmo are: OCAMLLIB, or what ocamlc says. *)
let standard_library () =
  match Sys.getenv_opt "OCAMLLIB" with
  | Some folder -> Some folder
  | None ->
      let status, output = Temporary.with_folder (fun folder -> run_captured "ocamlc -where" ~folder) in
      if status <> 0 then None else Some (List.hd (String.split_on_char '\n' output))

(* As ocamlc links: stdlib.cma first and std_exit.cmo (which flushes the channels)
   last, unless they were given. *)
let link_files inputs ~debug_info =
  let given name = List.exists (fun file -> Path.name file = name) inputs in
  let with_stdlib = given "stdlib.cma" and with_exit = given "std_exit.cmo" in
  let files =
    if with_stdlib && with_exit then inputs
    else
      match standard_library () with
      | None -> fail "stdlib.cma" "not found: give it, or set OCAMLLIB, or put ocamlc in PATH"
      | Some library ->
          (if with_stdlib then [] else [ Path.join library "stdlib.cma" ])
          @ inputs
          @ if with_exit then [] else [ Path.join library "std_exit.cmo" ]
  in
  Linker.link_objects (List.map (fun name -> { Object_file.name; bytes = File.read name }) files)
    ~debug_events:debug_info

let load_image (arguments : Command_line.arguments) =
  let inputs = arguments.inputs and debug_info = arguments.options.debug_info in
  if List.exists is_source inputs then compile_sources arguments
  else if List.for_all is_object inputs then link_files inputs ~debug_info
  else
    match inputs with
    | [ input ] -> read_program ~debug_info input
    | inputs -> fail (List.hd inputs) "several files are given: only .ml, .cmo and .cma files can be linked"

let load_embedded (arguments : Command_line.arguments) =
  let load text =
    let length = String.length text in
    match String.rindex_opt text ':' with
    | Some colon when colon > 0 && colon + 1 < length ->
        (String.sub text (colon + 1) (length - colon - 1), File.read (String.sub text 0 colon))
    | Some _ | None -> (text, File.read text)
  in
  List.map load arguments.embedded
