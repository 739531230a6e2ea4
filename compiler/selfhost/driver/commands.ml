let print text = File.write "-" [| text |]
let rec last = function [ x ] -> x | _ :: rest -> last rest | [] -> ""

(* Phases behind the reader know no file names: their errors are about the last
   input, which is the main unit of a list. *)
let about_file (arguments : Command_line.arguments) f =
  try f ()
  with Diagnostic.Error error when error.file = "" ->
    raise (Diagnostic.Error { error with file = last arguments.inputs })

(* Where the Lua file goes: beside the last input; an input from the standard
   input goes to the standard output. *)
let output_of (arguments : Command_line.arguments) =
  let input = last arguments.inputs in
  if arguments.output <> "" then arguments.output
  else if arguments.options.dump <> "" || input = "-" then "-"
  else Path.with_extension ".lua" input

let compile_program (arguments : Command_line.arguments) =
  let image = Input.load_image arguments in
  let options = { arguments.options with files = Input.load_embedded arguments } in
  let compiled = about_file arguments (fun () -> Compiler.compile_image image options) in
  let text = if arguments.options.dump = "" then compiled.lua else compiled.dump in
  File.write (output_of arguments) text

let compile (arguments : Command_line.arguments) =
  if arguments.unit then begin
    let name = List.hd arguments.inputs in
    let text = Separate.compile_units { Object_file.name; bytes = File.read name } ~only:arguments.only arguments.options in
    File.write (output_of arguments) text
  end
  else compile_program arguments

let link (arguments : Command_line.arguments) =
  let files = List.map (fun name -> { Separate.name; text = File.read name }) arguments.inputs in
  let text =
    about_file arguments (fun () ->
        if arguments.runtime then Separate.link_runtime files
        else Separate.link_units files ~allow_missing:arguments.options.allow_missing)
  in
  File.write arguments.output text

let count number what = string_of_int number ^ " " ^ what ^ if number = 1 then "" else "s"

let pad number width =
  let text = string_of_int number in
  let missing = width - String.length text in
  if missing > 0 then String.make missing ' ' ^ text else text

let known name = if name = "" then "?" else name
let shown_functions = 20

let info (arguments : Command_line.arguments) =
  let image = Input.load_image arguments in
  let options = arguments.options in
  let runtime = about_file arguments (fun () -> Compiler.check_runtime image options) in
  let functions = about_file arguments (fun () -> Compiler.function_sizes image options) in
  let out = Buffer.create 1000 in
  let add = List.iter (Buffer.add_string out) in
  add [ last arguments.inputs; ": bytecode of OCaml "; Kinds.version_name image.version; "\n" ];
  add [ "  code        "; count (Array.length image.code) "word"; " in " ];
  add [ count (Array.length image.units) "unit"; "\n" ];
  add [ "  data        "; count (Array.length image.globals) "global"; ", " ];
  add [ count (Vec.length image.constants) "constant"; "\n" ];
  add [ "  primitives  "; string_of_int (List.length runtime.used); " used, " ];
  add [ string_of_int (List.length runtime.missing); " missing for "; options.target; "\n" ];
  add [ "  functions   "; string_of_int (List.length functions); "\n" ];
  add [ "units (words of code):\n" ];
  Array.iter
    (fun { Image.name; start; stop } -> add [ pad (stop - start) 10; "  "; known name; "\n" ])
    image.units;
  add [ "biggest functions (instructions, locals, upvalues):\n" ];
  List.iteri
    (fun i { Compiler.name; pc; instructions; locals; upvalues } ->
      if i < shown_functions then begin
        add [ pad instructions 10; pad locals 6; pad upvalues 5 ];
        add [ "  "; known name; " at "; string_of_int pc; "\n" ]
      end)
    functions;
  print (Buffer.contents out)

let check_runtime (arguments : Command_line.arguments) =
  let image = Input.load_image arguments in
  let report = about_file arguments (fun () -> Compiler.check_runtime image arguments.options) in
  let missing = List.map (fun name -> "missing: " ^ name ^ "\n") report.missing in
  let used = List.length report.used and lacking = List.length report.missing in
  print
    (String.concat "" missing ^ string_of_int used ^ " primitives used, " ^ string_of_int lacking ^ " missing for "
   ^ arguments.options.target ^ "\n");
  lacking = 0

let targets () = print ("targets: " ^ String.concat " " Compiler.target_names ^ "\n")
