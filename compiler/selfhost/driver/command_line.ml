type subcommand = Help | Version | Compile | Link | Info | Check_runtime | Targets

type arguments = {
  subcommand : subcommand;
  topic : subcommand;
  inputs : string list;
  include_folders : string list;
  embedded : string list;
  output : string;
  unit : bool;
  only : string list;
  runtime : bool;
  options : Compiler.options;
}

type subcommand_text = {
  subcommand : subcommand;
  name : string;
  usage : string;
  summary : string;
  details : string;
}

let subcommand_texts =
  [
    {
      subcommand = Compile;
      name = "compile";
      usage = "[compile] FILE... [-o FILE] [--target NAME]";
      summary = "translate a program to one Lua file";
      details =
        "FILE is a bytecode executable, or .cmo and .cma files in link order, or .ml\n\
         files, which the ocamlc found in PATH compiles first (with the .mli beside).";
    };
    {
      subcommand = Link;
      name = "link";
      usage = "link FILE... -o FILE";
      summary = "make a program of units that were compiled by themselves";
      details =
        "FILE is what `compile --unit` wrote, in the order that ocamlc links in: the standard\n\
         library, also compiled so, comes first, std_exit last.";
    };
    {
      subcommand = Info;
      name = "info";
      usage = "info FILE...";
      summary = "tell what a bytecode file holds";
      details = "OCaml's version, sizes, units, and the biggest functions of the Lua output.";
    };
    {
      subcommand = Check_runtime;
      name = "check-runtime";
      usage = "check-runtime FILE... [--target NAME]";
      summary = "list the primitives that a program uses and the target lacks";
      details = "Exit status 0 if none is missing, 3 otherwise.";
    };
    {
      subcommand = Targets;
      name = "targets";
      usage = "targets";
      summary = "list what to compile for";
      details = "A file for `portable` runs on every Lua; one for a Lua's own target is faster.";
    };
  ]

let text_of subcommand = List.find (fun text -> text.subcommand = subcommand) subcommand_texts
let subcommand_named name = List.find_opt (fun text -> text.name = name) subcommand_texts
let phases = [ "bytecode"; "ir"; "optimize"; "structure"; "lua" ]
let phase_names = String.concat ", " phases

(* Whether an option takes a value, and how it is called in help and messages. *)
type option_spec = {
  long : string;  (* without dashes, or "" *)
  short : string;  (* with its dash, or "" *)
  value : string;  (* "FILE", or "" for a switch *)
  help : string;  (* lines of at most 73 columns *)
}

let output_option =
  {
    long = "output";
    short = "-o";
    value = "FILE";
    help = "where to write; `-` is the standard output (default: the input's name \nwith .lua)";
  }

let target_option =
  {
    long = "target";
    short = "";
    value = "NAME";
    help = "the Lua to write for (default: portable; for run: the interpreter's own)";
  }

let int_width_option =
  {
    long = "int-width";
    short = "";
    value = "BITS";
    help = "bits of int, 32 or 63 (default: 63 for lua5.3 and lua5.4, else 32)";
  }

let level_option =
  {
    long = "opt-level";
    short = "-O";
    value = "LEVEL";
    help = "0: none, 1: within functions, 2: whole program (default)";
  }

let include_option =
  { long = ""; short = "-I"; value = "FOLDER"; help = "where ocamlc finds the interfaces of other units" }

let allow_missing_option =
  {
    long = "allow-missing";
    short = "";
    value = "";
    help = "a primitive that the target lacks raises when it's called, instead of \nfailing now";
  }

let file_option =
  {
    long = "file";
    short = "";
    value = "PATH[:NAME]";
    help = "put a file into the program, which finds it under NAME (default: PATH), \nwhatever the host has";
  }

let trace_primitives_option =
  {
    long = "trace-primitives";
    short = "";
    value = "";
    help = "the program writes each call of a primitive to the standard error, with \narguments and result";
  }

let verify_option =
  { long = "verify"; short = ""; value = ""; help = "check the compiler's own invariants after each phase" }

let unit_option =
  {
    long = "unit";
    short = "";
    value = "";
    help = "compile the units of a .cmo or .cma by themselves, for `link`";
  }

let only_option =
  {
    long = "only";
    short = "";
    value = "NAME";
    help = "of these units this one alone; may be given more than once";
  }

let runtime_option =
  {
    long = "runtime";
    short = "";
    value = "";
    help = "the whole runtime alone, for a host that loads such units one by one";
  }

let debug_info_option =
  {
    long = "debug-info";
    short = "";
    value = "";
    help =
      "a comment before each function tells where it's from: file and line of a\n\
       program compiled with -g, else its unit; a program compiled with -g has\n\
       backtraces";
  }

let dump_option =
  {
    long = "dump";
    short = "";
    value = "PHASE";
    help = "write what PHASE (" ^ phase_names ^ ") made instead \nof Lua";
  }

let help_option = { long = "help"; short = "-h"; value = ""; help = "print this" }

(* A name for the files themselves, which help doesn't show. *)
let input_option = { long = "input"; short = ""; value = "FILE"; help = "" }

let options_of = function
  | Compile ->
      [
        output_option; target_option; int_width_option; level_option; include_option; allow_missing_option;
        file_option; trace_primitives_option; verify_option; unit_option; only_option; debug_info_option; dump_option; help_option;
      ]
  | Link -> [ output_option; allow_missing_option; runtime_option; help_option ]
  | Info | Check_runtime -> [ target_option; int_width_option; level_option; include_option; help_option ]
  | Targets | Help | Version -> [ help_option ]

let usage_error message = Diagnostic.fail Usage message

(* "--output"; of an option without a long name, "--I". *)
let canonical_name option =
  "--" ^ if option.long <> "" then option.long else String.sub option.short 1 (String.length option.short - 1)

let after text at = String.sub text at (String.length text - at)
let starts_with text prefix =
  String.length text >= String.length prefix && String.sub text 0 (String.length prefix) = prefix

(* The options of the words in their order, each with its value ("" for a
   switch); files are values of [input_option]. *)
let rec scan options words =
  match words with
  | [] -> []
  | "--" :: files -> List.map (fun file -> (input_option, file)) files
  | word :: rest when starts_with word "--" -> scan_long options word rest
  | word :: rest when String.length word > 1 && word.[0] = '-' ->
      scan_short options word (String.sub word 0 2) (after word 2) rest
  | file :: rest -> (input_option, file) :: scan options rest

and scan_long options word rest =
  let name, value =
    match String.index_opt word '=' with
    | None -> (after word 2, None)
    | Some at -> (String.sub word 2 (at - 2), Some (after word (at + 1)))
  in
  match (List.find_opt (fun option -> option.long = name) options, value) with
  | _, Some "" ->
      usage_error ("the argument for option '--" ^ name ^ "' should follow immediately after the equal sign")
  | _, Some file when name = "" -> (input_option, file) :: scan options rest
  | None, _ -> usage_error ("unrecognised option '" ^ word ^ "'")
  | Some option, Some value when option.value <> "" -> (option, value) :: scan options rest
  | Some option, Some _ -> usage_error ("option '" ^ canonical_name option ^ "' does not take any arguments")
  | Some option, None -> scan_value options option rest

(* [adjacent]: what follows the letter in [word], a value or more letters. *)
and scan_short options word name adjacent rest =
  match List.find_opt (fun option -> option.short = name) options with
  | None -> usage_error ("unrecognised option '" ^ word ^ "'")
  | Some option when adjacent = "" -> scan_value options option rest
  | Some option when option.value <> "" -> (option, adjacent) :: scan options rest
  | Some option -> (option, "") :: scan_short options word ("-" ^ String.sub adjacent 0 1) (after adjacent 1) rest

and scan_value options option rest =
  if option.value = "" then (option, "") :: scan options rest
  else
    match rest with
    | value :: rest -> (option, value) :: scan options rest
    | [] -> usage_error ("the required argument for option '" ^ canonical_name option ^ "' is missing")

(* A signed decimal number of 32 bits. *)
let number option text =
  let invalid () =
    let argument = if text = "" then "the argument" else "the argument ('" ^ text ^ "')" in
    usage_error (argument ^ " for option '" ^ canonical_name option ^ "' is invalid")
  in
  let signed = text <> "" && (text.[0] = '-' || text.[0] = '+') in
  let negative = signed && text.[0] = '-' in
  let first = if signed then 1 else 0 in
  let value = ref 0 in
  if String.length text = first then invalid ();
  for i = first to String.length text - 1 do
    let digit = Char.code text.[i] - Char.code '0' in
    if digit < 0 || digit > 9 then invalid ();
    (* Below zero, where there is one number more. *)
    if !value < -214748364 || (!value = -214748364 && digit > if negative then 8 else 7) then invalid ();
    value := (!value * 10) - digit
  done;
  if negative then !value else - !value

let repeatable option =
  List.memq option [ input_option; include_option; file_option; only_option ]

let check_repeated scanned =
  let rec check seen = function
    | [] -> ()
    | (option, value) :: rest ->
        if List.memq option seen && not (repeatable option) then
          usage_error ("option '" ^ canonical_name option ^ "' cannot be specified more than once");
        if option == int_width_option || option == level_option then ignore (number option value);
        check (option :: seen) rest
  in
  check [] scanned

let check_values subcommand (options : Compiler.options) inputs ~unit ~only ~embedded ~output =
  if options.int_width <> 0 && options.int_width <> 32 && options.int_width <> 63 then
    usage_error ("`--int-width` is 32 or 63, not " ^ string_of_int options.int_width);
  if options.level < 0 || options.level > 2 then
    usage_error ("`-O` is 0, 1 or 2, not " ^ string_of_int options.level);
  if options.dump <> "" && not (List.mem options.dump phases) then
    usage_error ("unknown phase `" ^ options.dump ^ "`: one of " ^ phase_names);
  if not (List.mem options.target Compiler.target_names) then
    usage_error
      ("unknown target `" ^ options.target ^ "`: one of " ^ String.concat ", " Compiler.target_names);
  if inputs = [] && subcommand <> Targets then
    usage_error ("`" ^ (text_of subcommand).name ^ "` needs a file; see `lua_of_ocaml --help`");
  if unit && (List.length inputs > 1 || options.dump <> "") then usage_error "`--unit` takes one file, and no --dump";
  if (not unit) && only <> [] then usage_error "`--only` goes with --unit";
  if unit && embedded <> [] then usage_error "`--file` is for programs, not for units";
  if subcommand = Link && output = "" then usage_error "`link` needs -o FILE";
  if inputs <> [] && subcommand = Targets then usage_error "`targets` takes no file"

let nothing subcommand =
  { subcommand; topic = Help; inputs = []; include_folders = []; embedded = []; output = ""; unit = false;
    only = []; runtime = false; options = Compiler.defaults }

let parse_subcommand subcommand words =
  let scanned = scan (input_option :: options_of subcommand) words in
  check_repeated scanned;
  let given option = List.exists (fun (other, _) -> other == option) scanned in
  let all option = List.filter_map (fun (other, value) -> if other == option then Some value else None) scanned in
  let text option default = match all option with value :: _ -> value | [] -> default in
  let int option default = match all option with value :: _ -> number option value | [] -> default in
  if given help_option then { (nothing Help) with topic = subcommand }
  else begin
    let defaults = Compiler.defaults in
    let options =
      {
        Compiler.target = text target_option defaults.target;
        int_width = int int_width_option defaults.int_width;
        level = int level_option defaults.level;
        allow_missing = given allow_missing_option;
        dump = text dump_option defaults.dump;
        files = [];
        trace_primitives = given trace_primitives_option;
        verify = given verify_option;
        debug_info = given debug_info_option;
      }
    in
    let inputs = all input_option in
    let unit = given unit_option and output = text output_option "" in
    let embedded = all file_option in
    let only = all only_option in
    check_values subcommand options inputs ~unit ~only ~embedded ~output;
    {
      (nothing subcommand) with
      inputs; options; unit; only; output; embedded;
      runtime = given runtime_option;
      include_folders = all include_option;
    }
  end

let parse words =
  match words with
  | [] -> usage_error "no file given; see `lua_of_ocaml --help`"
  | ("--help" | "-h" | "help") :: topic -> (
      match topic with
      | [] -> nothing Help
      | name :: _ -> (
          match subcommand_named name with
          | Some text -> { (nothing Help) with topic = text.subcommand }
          | None -> nothing Help))
  | "--version" :: _ -> nothing Version
  | "run" :: _ -> usage_error "`run` is a command of the native compiler: compile, and give the file to a Lua"
  | first :: rest -> (
      match subcommand_named first with
      | Some text -> parse_subcommand text.subcommand rest
      | None -> parse_subcommand Compile words)

let option_name option =
  let names =
    if option.short = "" then "--" ^ option.long
    else if option.long = "" then option.short
    else option.short ^ " [ --" ^ option.long ^ " ]"
  in
  "  " ^ names ^ if option.value = "" then "" else " " ^ option.value

let pad text width =
  let missing = width - String.length text in
  if missing > 0 then text ^ String.make missing ' ' else text

(* A line or more for each option, their explanations in a column of their own. *)
let describe options =
  let widest = List.fold_left (fun width option -> max width (String.length (option_name option) : int)) 23 options in
  let indent = "\n" ^ String.make (widest + 1) ' ' in
  let line option =
    pad (option_name option) (widest + 1) ^ String.concat indent (String.split_on_char '\n' option.help) ^ "\n"
  in
  "Options:\n" ^ String.concat "" (List.map line options)

let overview () =
  let line text = "  " ^ pad text.name 16 ^ text.summary ^ "\n" in
  "usage: lua_of_ocaml COMMAND ...\ncompiles OCaml bytecode to Lua 5.1, 5.2, 5.3, 5.4, LuaJIT and Neovim\n\n"
  ^ String.concat "" (List.map line subcommand_texts)
  ^ "\n\
     `lua_of_ocaml FILE` is `lua_of_ocaml compile FILE`; `lua_of_ocaml COMMAND --help` tells the options.\n\
     exit status: 0 done, 1 usage, 2 input, 3 missing primitive, 4 limit of the target, 5 output,\n\
     70 a fault of the compiler.\n"

let help_text = function
  | Help | Version -> overview ()
  | (Compile | Link | Info | Check_runtime | Targets) as topic ->
      let text = text_of topic in
      "usage: lua_of_ocaml " ^ text.usage ^ "\n" ^ text.summary ^ "\n\n" ^ text.details ^ "\n\n"
      ^ describe (options_of topic)

let version_text = "lua_of_ocaml " ^ Version.number ^ "\n"
