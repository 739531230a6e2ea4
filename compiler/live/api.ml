let field options name ty ~default =
  match Lua.get options name with
  | v when Lua.is_nil v -> default
  | v -> ( try Lua.of_lua ty v with Lua.Error why -> Lua.(error (of_string ("lua_of_ocaml: option `" ^ name ^ "`: " ^ why))))

let check_names options known =
  let check (key, _) =
    let name = Lua.show key in
    if not (List.mem name known) then Lua.(error (of_string ("lua_of_ocaml: unknown option `" ^ name ^ "`")))
  in
  if not (Lua.is_nil options) then List.iter check (Lua.pairs options);
  if Lua.is_nil options then Lua.table [] else options

let compiler_options = [ "target"; "int_width"; "level"; "allow_missing"; "debug_info"; "file"; "libraries"; "unit"; "only" ]

let options_of options =
  let d = Compiler.defaults in
  {
    d with
    target = field options "target" Lua.string ~default:d.target;
    int_width = field options "int_width" Lua.int ~default:d.int_width;
    level = field options "level" Lua.int ~default:d.level;
    allow_missing = field options "allow_missing" Lua.bool ~default:d.allow_missing;
    debug_info = field options "debug_info" Lua.bool ~default:d.debug_info;
  }

(* Results: what Lua code expects, a value, or nil and what is wrong. *)

let name_of_kind : Diagnostic.kind -> string = function
  | Usage -> "usage"
  | Input -> "input"
  | Missing_primitive -> "missing_primitive"
  | Limit -> "limit"
  | Output -> "output"
  | Internal -> "internal"

let diagnostic (d : Diagnostic.t) =
  let text name value = if value = "" then [] else [ (name, Lua.of_string value) ] in
  Lua.table
    ([ ("kind", Lua.of_string (name_of_kind d.kind)); ("message", Lua.of_string d.message);
       ("text", Lua.of_string (Diagnostic.to_string d)) ]
    @ text "file" d.file @ text "section" d.section
    @ if d.offset < 0 then [] else [ ("offset", Lua.of_int d.offset) ])

let failure diagnostics = [ Lua.nil; Lua.array (Array.of_list diagnostics) ]

let concat =
  let table_concat = Lua.get (Lua.global "table") "concat" in
  fun pieces -> Lua.call table_concat [ Lua.array (Array.map Lua.of_string pieces) ]

(* A program, or units with the libraries that they need. *)
let read bytes ~file ~libraries ~debug_info =
  match libraries with
  | [] -> Compiler.read ~debug_info ~file bytes
  | libraries -> Linker.link_objects (libraries @ [ { Object_file.name = file; bytes } ]) ~debug_events:debug_info

let library v =
  let part name = Lua.to_string (Lua.get v name) in
  { Object_file.name = part "name"; bytes = part "bytes" }

(* What a function gives, or what is wrong with [file]. *)
let about ~file make =
  match Compiler.protect make with
  | Ok result -> Ok result
  | Error d -> Error (diagnostic (if d.file = "" && d.kind <> Usage then { d with file } else d))

let text_of ~file make = Result.map concat (about ~file make)

let compile_bytes bytes options =
  let file = field options "file" Lua.string ~default:"bytecode" in
  let libraries = List.map library (field options "libraries" (Lua.list Lua.value) ~default:[]) in
  let alone = field options "unit" Lua.bool ~default:false in
  let only = field options "only" (Lua.list Lua.string) ~default:[] in
  let options = options_of options in
  let compile () =
    if not (List.mem options.target Compiler.target_names) then
      Diagnostic.fail Usage ("unknown target `" ^ options.target ^ "`");
    if alone then Separate.compile_units { Object_file.name = file; bytes } ~only options
    else (Compiler.compile_image (read bytes ~file ~libraries ~debug_info:options.debug_info) options).lua
  in
  text_of ~file compile

let arguments = function
  | [] -> Lua.(error (of_string "lua_of_ocaml: bytecode expected, got nothing"))
  | [ input ] -> (input, Lua.nil)
  | input :: options :: _ -> (input, options)

let compile given =
  let bytecode, options = arguments given in
  let options = check_names options compiler_options in
  match compile_bytes (Lua.to_string bytecode) options with Ok lua -> [ lua ] | Error d -> failure [ d ]

let units given =
  let bytes, options = arguments given in
  let options = check_names options [ "file" ] in
  let file = field options "file" Lua.string ~default:"bytecode" in
  let unit { Linker.name; needs; library; force_link } =
    Lua.table
      [ ("name", Lua.of_string name); ("needs", Lua.to_lua (Lua.list Lua.string) needs);
        ("library", Lua.to_lua Lua.bool library); ("always", Lua.to_lua Lua.bool force_link) ]
  in
  let bytes = Lua.to_string bytes in
  match about ~file (fun () -> Linker.describe_units { Object_file.name = file; bytes }) with
  | Ok units -> [ Lua.array (Array.of_list (List.map unit units)) ]
  | Error d -> failure [ d ]

let link given =
  let units, options = arguments given in
  let options = check_names options [ "allow_missing"; "runtime" ] in
  let unit v = { Separate.name = Lua.to_string (Lua.get v "name"); text = Lua.to_string (Lua.get v "text") } in
  let units = List.map unit (Lua.of_lua (Lua.list Lua.value) units) in
  let allow_missing = field options "allow_missing" Lua.bool ~default:false in
  let file = match List.rev units with last :: _ -> last.name | [] -> "" in
  let alone = field options "runtime" Lua.bool ~default:false in
  let link () = if alone then Separate.link_runtime units else Separate.link_units units ~allow_missing in
  match text_of ~file link with
  | Ok lua -> [ lua ]
  | Error d -> failure [ d ]

(* Running: the program sees a table of globals of its own, where os.exit is missing
   (the runtime then raises a table with the code instead) and where its channels
   may lead elsewhere. *)

let copy table =
  let fresh = Lua.table [] in
  List.iter (fun (key, v) -> Lua.set_value fresh key v) (Lua.pairs table);
  fresh

let channel write =
  let self_and_text = function
    | self :: text :: _ -> ignore (Lua.call write [ text ]); self
    | _ -> Lua.nil
  in
  let self = Lua.func (function self :: _ -> self | [] -> Lua.nil) in
  let no_position = Lua.func_all (fun _ -> [ Lua.nil; Lua.of_string "Illegal seek"; Lua.of_int 29 ]) in
  Lua.table [ ("write", Lua.func self_and_text); ("flush", self); ("setvbuf", self); ("close", self); ("seek", no_position) ]

let globals_for options =
  let globals = copy (Lua.global "_G") in
  Lua.set globals "_G" globals;
  let os = Lua.global "os" and io = Lua.global "io" in
  if not (Lua.is_nil os) then begin
    let os = copy os in
    Lua.set os "exit" Lua.nil;
    Lua.set globals "os" os
  end;
  let redirect name io =
    let write = Lua.get options name in
    if not (Lua.is_nil write) then Lua.set io name (channel write)
  in
  if not (Lua.is_nil io) then begin
    let io = copy io in
    redirect "stdout" io;
    redirect "stderr" io;
    Lua.set globals "io" io
  end;
  let given = field options "arguments" (Lua.list Lua.string) ~default:[] in
  let arg = Lua.to_lua (Lua.list Lua.string) given in
  Lua.set_int arg 0 (Lua.get options "file");
  Lua.set globals "arg" arg;
  globals

(* A chunk with these globals: 5.1 has setfenv for it, later ones a parameter of load. *)
let load_chunk source ~name globals =
  let setfenv = Lua.global "setfenv" in
  if Lua.is_nil setfenv then Lua.call_all (Lua.global "load") [ source; name; Lua.of_string "t"; globals ]
  else
    match Lua.call_all (Lua.global "loadstring") [ source; name ] with
    | chunk :: _ when not (Lua.is_nil chunk) ->
        ignore (Lua.call setfenv [ chunk; globals ]);
        [ chunk ]
    | failed -> failed

let run_error kind message = Lua.table [ ("kind", Lua.of_string kind); ("message", message); ("text", message) ]

let run chunk =
  match Lua.call_all (Lua.global "pcall") [ chunk ] with
  | ok :: result :: _ when Lua.to_bool ok -> [ (if Lua.is_nil result then Lua.table [] else result) ]
  | ok :: _ when Lua.to_bool ok -> [ Lua.table [] ]
  | _ :: error :: _ ->
      let code = if Lua.kind error = Table then Lua.get error "rt_exit" else Lua.nil in
      if Lua.is_nil code then failure [ run_error "exception" (Lua.of_string (Lua.show error)) ]
      else if Lua.equal code (Lua.of_int 0) then [ Lua.table [] ]
      else begin
        let d = run_error "exit" (Lua.of_string ("the program ended with status " ^ Lua.show code)) in
        Lua.set d "status" code;
        failure [ d ]
      end
  | _ -> failure []

let load given =
  let bytecode, options = arguments given in
  let options = check_names options ([ "stdout"; "stderr"; "arguments" ] @ compiler_options) in
  match compile_bytes (Lua.to_string bytecode) options with
  | Error d -> failure [ d ]
  | Ok source -> (
      let file = field options "file" Lua.string ~default:"bytecode" in
      match load_chunk source ~name:(Lua.of_string ("=" ^ file)) (globals_for options) with
      | chunk :: _ when not (Lua.is_nil chunk) -> run chunk
      | _ :: why :: _ -> failure [ run_error "internal" why ]
      | _ -> failure [])

let () =
  Lua.export "compile" (Lua.func_all compile);
  Lua.export "units" (Lua.func_all units);
  Lua.export "link" (Lua.func_all link);
  Lua.export "load" (Lua.func_all load);
  Lua.export "version" (Lua.of_string Version.number);
  Lua.export "targets" (Lua.to_lua (Lua.list Lua.string) Compiler.target_names)
