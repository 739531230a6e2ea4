(* Linked programs: trailer, table of sections, CODE PRIM DATA SYMB. *)

module In = Byte_reader

(* OCaml knows nine. *)
let max_sections = 1000

(* Read from the end: trailer (u32 number of sections, magic), before it a name and
   a u32 length for each section, before them the sections in that order. What
   comes first is the launcher, whatever it is. *)
let table_of_contents whole =
  let trailer = whole.In.size - Kinds.trailer_size in
  let count = In.u32 (In.at whole trailer) in
  if count > max_sections || count > trailer / 8 then In.fail_at whole trailer "the table of sections is damaged";
  let table = trailer - (count * 8) in
  let stop = ref table in
  let sections = ref [] in
  for i = count - 1 downto 0 do
    let entry = table + (i * 8) in
    let name = String.sub whole.In.bytes entry 4 in
    let size = In.u32 (In.at whole (entry + 4)) in
    if size > !stop then In.fail_at whole entry ("section `" ^ name ^ "` is longer than the file");
    stop := !stop - size;
    sections := { whole with In.name; start = !stop; size } :: !sections
  done;
  !sections

(* The first of that name, as the OCaml runtime does. *)
let find whole sections name =
  match List.find (fun section -> String.equal section.In.name name) sections with
  | section -> section
  | exception Not_found -> In.fail whole ("section `" ^ name ^ "` is missing")

let read_code section =
  if section.In.size land 3 <> 0 then In.fail section "the code is not a whole number of words";
  let code = Array.make (section.In.size / 4) 0 in
  In.code_words section code 0;
  code

(* Names, each with a NUL behind it. *)
let read_primitives section =
  let names = Vec.create () in
  let stop = section.In.start + section.In.size in
  let rec from start =
    if start < stop then
      match String.index_from section.In.bytes start '\000' with
      | nul when nul < stop ->
          if nul = start then In.fail section "a primitive has no name";
          Vec.push names (String.sub section.In.bytes start (nul - start));
          from (nul + 1)
      | _ | (exception Not_found) -> In.fail section "the last name does not end"
  in
  from section.In.start;
  Vec.to_array names

let read_globals section table =
  let data = Marshal_reader.read section in
  let globals =
    match data.root with
    | Object (_, Block (_, fields)) -> fields
    | Atom _ -> [||]
    | Int _ | Wide _ | Object _ -> In.fail section "the globals are not an array"
  in
  if data.object_count > Constants.max_constants then In.fail section Constants.too_many_constants;
  let importer = Constants.Importer.create table data in
  let ids = Array.make (Array.length globals) 0 in
  for slot = 0 to Array.length globals - 1 do
    ids.(slot) <- Constants.Importer.import importer globals.(slot)
  done;
  ids

let read bytes ~file ~debug_events =
  let whole = In.whole ~file bytes in
  let version = Kinds.executable_version bytes ~file in
  let sections = table_of_contents whole in
  let code = find whole sections "CODE" in
  let prim = find whole sections "PRIM" in
  let data = find whole sections "DATA" in
  let symb = find whole sections "SYMB" in
  let code = read_code code in
  let primitives = read_primitives prim in
  let table = Constants.Table.create () in
  let globals = read_globals data table in
  let global_names = Symbols.read symb ~version ~slots:(Array.length globals) in
  let constants = Constants.Table.constants table in
  let image = { Image.version; code; primitives; constants; globals; global_names; units = [||]; events = [||]; imported = [||] } in
  Validate.cut_and_validate image ~file;
  let debug = List.find_opt (fun section -> String.equal section.In.name "DBUG") sections in
  (match debug with
  | Some section when debug_events ->
      image.events <- Debug.read_section section ~version ~code_words:(Array.length image.code)
  | Some _ | None -> ());
  image
