type t = {
  sections : Chunk.section array;
  symbols : Symbol_table.t;
  names : string array;
  missing : string list;
  used : string list;
  runtime : string list;
  functions : Unit_printer.printed_function array;
  entry : int;
  structure_dump : string;
}

(* Where the last "__" of a name is, or -1. *)
let last_separator name =
  let rec from i = if i < 0 || (name.[i] = '_' && name.[i + 1] = '_') then i else from (i - 1) in
  from (String.length name - 2)

(* "Stdlib__List" -> "List"; only what a Lua name may hold. *)
let short_name unit_name =
  let at = last_separator unit_name and length = String.length unit_name in
  let name = if at < 0 || at + 2 >= length then unit_name else String.sub unit_name (at + 2) (length - at - 2) in
  if name = "" then "Unit"
  else String.map (fun c -> match c with 'a' .. 'z' | 'A' .. 'Z' | '0' .. '9' -> c | _ -> '_') name

(* The whole name, as a Lua name. *)
let lua_name unit_name =
  let out = Buffer.create 20 in
  String.iter
    (fun c ->
      match c with
      | 'a' .. 'z' | 'A' .. 'Z' | '0' .. '9' | '_' -> Buffer.add_char out c
      | _ ->
          Buffer.add_string out "_x";
          Buffer.add_string out (string_of_int (Char.code c)))
    unit_name;
  Buffer.contents out

let unit_names (program : Ir.program) =
  let taken = Hashtbl.create 64 in
  let free_name { Ir.unit_name; _ } =
    let short = short_name unit_name in
    let rec numbered n =
      let name = short ^ "x" ^ string_of_int n in
      if Hashtbl.mem taken name then numbered (n + 1) else name
    in
    let name = if Hashtbl.mem taken short then numbered 2 else short in
    Hashtbl.add taken name ();
    name
  in
  let units = Vec.to_array program.units in
  if Ir.is_open program then Array.map (fun { Ir.unit_name; _ } -> lua_name unit_name) units
  else Array.map free_name units

let symbol_names (program : Ir.program) symbols unit_names missing =
  let is_open = Ir.is_open program in
  (* What is in the shared table must have a name that no other unit has. *)
  let prefix = if is_open then unit_names.(0) ^ "_" else "" in
  let literals = ref 0 and tables = ref 0 in
  let counter = Array.make (Array.length unit_names) 0 in
  let numbered letter count =
    incr count;
    letter ^ string_of_int !count
  in
  let next func letter =
    let unit_index = (Vec.get program.functions func).unit_index in
    counter.(unit_index) <- counter.(unit_index) + 1;
    unit_names.(unit_index) ^ "_" ^ letter ^ string_of_int counter.(unit_index)
  in
  let name number =
    let { Symbol_table.kind; id } = Symbol_table.get symbols number in
    match kind with
    | Body -> next id ""
    | Entry -> next id "e"
    | Maker -> next (Vec.get program.groups id).(0) "m"
    | Item -> next (Vec.get program.items id).item_main "v"
    | Global -> if is_open then "m_" ^ lua_name program.global_names.(id) else "M" ^ string_of_int id
    | Literal -> prefix ^ numbered "K" literals
    | Table -> prefix ^ numbered "T" tables
    | Runtime -> Symbol_table.name symbols id
  in
  let names = Array.make (Symbol_table.size symbols) "" in
  for number = 0 to Array.length names - 1 do
    names.(number) <- name number
  done;
  (* Their own names can be anything. *)
  Array.iteri (fun i symbol -> names.(symbol) <- "X" ^ string_of_int (i + 1)) missing;
  names

let is_empty (section : Chunk.section) =
  Array.for_all (fun (chunk : Chunk.t) -> Marked_text.is_empty chunk.text) section.chunks

let print_program (program : Ir.program) dialect ~dump_structure ~origins =
  let symbols = Symbol_table.create () in
  let state = Unit_printer.create program dialect symbols ~origins in
  let unit_names = unit_names program in
  let dump = Buffer.create 16 in
  let structure_dump = if dump_structure then Some dump else None in
  let units = Vec.create () in
  for u = 0 to Array.length unit_names - 1 do
    let section = Unit_printer.print_unit state u ~name:unit_names.(u) ~structure_dump in
    if not (is_empty section) then Vec.push units section
  done;
  let is_open = Ir.is_open program in
  let entry = if is_open then Ir.none else Symbol_table.runtime symbols "rt_main" in
  let mentioned = Runtime_section.names symbols in
  let runtime = if is_open then Runtime_section.nothing else Runtime_section.create symbols dialect in
  {
    sections = (if is_open then Vec.to_array units else Array.append [| runtime.section |] (Vec.to_array units));
    symbols;
    names = symbol_names program symbols unit_names runtime.missing_symbols;
    missing = runtime.missing; used = runtime.used; runtime = mentioned; entry;
    functions = Vec.to_array (Unit_printer.printed state);
    structure_dump = Buffer.contents dump;
  }
