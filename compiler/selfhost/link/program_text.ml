type t = {
  sections : Chunk.section array;
  names : string array;
  missing : string list;
  used : string list;
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
  Array.map free_name (Vec.to_array program.units)

let runtime_name symbols symbol = Symbol_table.name symbols (Symbol_table.get symbols symbol).id

(* A fragment that is being placed: behind those that it mentions. *)
type visit = { chunk : Chunk.t; mutable next : int }

(* What the program needs of the runtime. *)
type needs = {
  symbols : Symbol_table.t;
  library : Runtime_library.t;
  wanted : Id_set.t;  (* symbols that the program mentions itself *)
  seen : Id_set.t;
  path : visit Vec.t;
  missing : int Vec.t;  (* symbols of primitives without a fragment *)
  mutable used_names : string list;
}

let starts_with_caml name = String.length name >= 5 && String.sub name 0 5 = "caml_"

let enter needs symbol =
  if Id_set.add needs.seen symbol then begin
    let name = runtime_name needs.symbols symbol in
    let fragment = Runtime_library.find needs.library name in
    if Id_set.mem needs.wanted symbol && starts_with_caml name then needs.used_names <- name :: needs.used_names;
    let kind, text =
      match fragment with
      | Some fragment -> Runtime_library.render needs.library fragment needs.symbols
      | None ->
          Vec.push needs.missing symbol;
          let fail = Symbol_table.runtime needs.symbols "caml_failwith" in
          ( Chunk.Function,
            Marked_text.of_string
              ("function " ^ Expression.symbol_text symbol ^ "()\n" ^ Expression.symbol_text fail ^ "("
              ^ Expression.quote (name ^ ": primitive is not available")
              ^ ")\nend\n") )
    in
    Vec.push needs.path { chunk = { kind; symbol; comment = ""; text; upvalues = 0 }; next = 0 }
  end

(* The fragments that the program needs, each behind what it needs itself. *)
let runtime_section symbols dialect =
  let wanted = Vec.create () and mentioned = Id_set.create () in
  for symbol = 0 to Symbol_table.size symbols - 1 do
    if (Symbol_table.get symbols symbol).kind = Runtime then begin
      Vec.push wanted symbol;
      ignore (Id_set.add mentioned symbol)
    end
  done;
  let wanted = Vec.to_array wanted in
  let by_name a b = String.compare (runtime_name symbols a) (runtime_name symbols b) in
  Array.sort by_name wanted;
  let needs =
    {
      symbols; library = Runtime_library.create dialect; wanted = mentioned; seen = Id_set.create ();
      path = Vec.create (); missing = Vec.create (); used_names = [];
    }
  in
  let chunks = Vec.create () in
  for i = 0 to Array.length wanted - 1 do
    enter needs wanted.(i);
    while needs.path.size > 0 do
      let visit = Vec.last needs.path in
      let marks = visit.chunk.text.marks in
      if visit.next < Array.length marks then begin
        let needed = marks.(visit.next) in
        visit.next <- visit.next + 1;
        enter needs needed
      end
      else begin
        Vec.push chunks visit.chunk;
        ignore (Vec.pop needs.path)
      end
    done
  done;
  let sorted names = List.sort String.compare names in
  ( { Chunk.name = "runtime"; comment = ""; chunks = Vec.to_array chunks; values = [||] },
    sorted needs.used_names, Vec.to_array needs.missing )

let symbol_names (program : Ir.program) symbols unit_names missing =
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
    | Global -> "M" ^ string_of_int id
    | Literal -> numbered "K" literals
    | Table -> numbered "T" tables
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
  let entry = Symbol_table.runtime symbols "rt_main" in
  let runtime, used, missing = runtime_section symbols dialect in
  {
    sections = Array.append [| runtime |] (Vec.to_array units);
    names = symbol_names program symbols unit_names missing;
    missing = List.sort String.compare (List.map (runtime_name symbols) (Array.to_list missing));
    used; entry;
    functions = Vec.to_array (Unit_printer.printed state);
    structure_dump = Buffer.contents dump;
  }
