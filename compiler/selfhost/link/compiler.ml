type options = {
  target : string;
  int_width : int;
  level : int;
  allow_missing : bool;
  dump : string;
  verify : bool;
  trace_primitives : bool;
  files : (string * string) list;
  debug_info : bool;
}

let defaults =
  {
    target = "portable"; int_width = 0; level = 2; allow_missing = false; dump = ""; verify = false;
    trace_primitives = false; files = []; debug_info = false;
  }

let target_names = Array.to_list Dialect.names

type output = { lua : string array; dump : string array }

let read ~debug_info ~file bytes =
  match Kinds.file_kind bytes with
  | Cmo | Cma -> Linker.link_objects [ { Object_file.name = file; bytes } ] ~debug_events:debug_info
  | Executable | Cmi | Elf | Other -> Executable.read bytes ~file ~debug_events:debug_info

(* The phases before the final text; what was asked for of their results. *)
let compile_to_text (image : Image.t) dialect (options : options) =
  let dumped = ref (if options.dump = "bytecode" then Disassemble.disassemble image else "") in
  let primitives =
    (* Under a name that the table doesn't have a primitive is called, whatever becomes of its result. *)
    if options.trace_primitives then Array.map (fun name -> Runtime_section.traced_prefix ^ name) image.primitives
    else image.primitives
  in
  let program = Demand.build_program image (Primitive_table.uses primitives) in
  let finish phase =
    if options.verify then Verify.verify program phase;
    if options.dump = phase then dumped := Print_ir.print_ir program
  in
  let dialect = { dialect with Dialect.allocations = program.allocations } in
  finish "ir";
  Optimize.optimize program options.level ~traces:dialect.Dialect.is_luajit;
  finish "optimize";
  Own_bytes.own_bytes program;
  Safe_points.add program;
  if not dialect.Dialect.has_integers then Float_hashes.hash_floats program;
  let origins = if options.debug_info then Some (Origins.create image) else None in
  let text = Program_text.print_program program dialect ~dump_structure:(options.dump = "structure") ~origins in
  if options.dump = "structure" then dumped := text.structure_dump;
  (program, text, !dumped)

let dialect_of (image : Image.t) (options : options) =
  let dialect = Dialect.with_version (Dialect.make options.target ~int_width:options.int_width) image.version in
  { dialect with backtraces = Array.length image.events > 0 }

let marked_image image (dialect : Dialect.t) = if dialect.backtraces then Some image else None

let fail_missing names =
  let primitives = match names with [ _ ] -> "primitive " | _ -> "primitives " in
  let names = String.concat ", " (List.map (fun name -> "`" ^ name ^ "`") names) in
  Diagnostic.fail Missing_primitive ("the runtime lacks the " ^ primitives ^ names)

(* Gives the runtime's table of embedded files its contents, where the program needs it. *)
let embed (text : Program_text.t) files =
  let chunks = text.sections.(0).chunks in
  let of_table symbol =
    let { Symbol_table.kind; id } = Symbol_table.get text.symbols symbol in
    kind = Runtime && Symbol_table.name text.symbols id = "rt_embedded"
  in
  let line (name, content) = "\n" ^ Expression.quote name ^ ", " ^ Expression.quote content ^ "," in
  for i = 0 to Array.length chunks - 1 do
    let symbol = chunks.(i).symbol in
    if of_table symbol then begin
      let lines = String.concat "" (List.map line files) in
      let text = Marked_text.of_string (Expression.symbol_text symbol ^ " = {" ^ lines ^ "\n}\n") in
      chunks.(i) <- { (chunks.(i)) with text }
    end
  done

let compile_image image (options : options) =
  let dialect = dialect_of image options in
  let _, text, dumped = compile_to_text image dialect options in
  if text.missing <> [] && not options.allow_missing then fail_missing text.missing;
  if options.files <> [] then embed text options.files;
  let image = marked_image image dialect in
  let lua = Assemble.assemble text.sections ~names:text.names dialect ~image ~entry:text.entry in
  { lua; dump = (if options.dump = "lua" then lua else [| dumped |]) }

type unit_output = { unit_lua : string array; runtime : string list; int_width : int }

let compile_unit image (options : options) =
  let dialect = dialect_of image options in
  let _, text, _ = compile_to_text image dialect options in
  let exports = ref [] in
  for symbol = Symbol_table.size text.symbols - 1 downto 0 do
    if (Symbol_table.get text.symbols symbol).kind = Global then exports := symbol :: !exports
  done;
  let unit_lua =
    if text.sections = [||] then [||]
    else
      let image = marked_image image dialect in
      Assemble.assemble_unit text.sections.(0) ~names:text.names dialect ~image ~exports:!exports
  in
  { unit_lua; runtime = text.runtime; int_width = dialect.int_width }

type runtime_report = { used : string list; missing : string list }

let check_runtime image options =
  let _, text, _ = compile_to_text image (dialect_of image options) options in
  { used = text.used; missing = text.missing }

type function_size = { name : string; pc : int; instructions : int; locals : int; upvalues : int }

let function_size (program : Ir.program) { Unit_printer.id; instructions; locals; upvalues } =
  let f = Vec.get program.functions id in
  let unit_name = (Vec.get program.units f.unit_index).unit_name in
  let name = if f.fkind = Unit_main then unit_name ^ " (main code)" else unit_name in
  { name; pc = f.fpc; instructions; locals; upvalues }

let function_sizes image options =
  let program, text, _ = compile_to_text image (dialect_of image options) options in
  let sizes = Array.map (function_size program) text.functions in
  Array.stable_sort (fun a b -> compare (b.instructions : int) a.instructions) sizes;
  Array.to_list sizes

let protect f =
  let internal message = Error { Diagnostic.kind = Internal; file = ""; section = ""; offset = -1; message } in
  match f () with
  | value -> Ok value
  | exception Diagnostic.Error diagnostic -> Error diagnostic
  | exception Out_of_memory -> internal "out of memory"
  | exception Stack_overflow -> internal "unexpected: stack overflow"
  | exception Not_found -> internal "unexpected: Not_found"
  | exception Invalid_argument what -> internal ("unexpected: invalid argument: " ^ what)
  | exception Failure what -> internal ("unexpected: failure: " ^ what)
  | exception Sys_error what -> internal ("unexpected: " ^ what)
  | exception _ -> internal "unexpected: an exception without a name"

let compile options ~file bytes =
  match protect (fun () -> compile_image (read ~debug_info:options.debug_info ~file bytes) options) with
  | Error diagnostic when diagnostic.file = "" -> Error { diagnostic with file }
  | result -> result
