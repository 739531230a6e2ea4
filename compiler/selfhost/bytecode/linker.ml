(* Links object files as ocamlc does: see the interface. *)

open Object_file

type source = { file : string; contents : Object_file.contents }

(* A unit that takes part, and the file that it is from. *)
type linked = { source : source; member : compilation_unit }

let fail ~file message = Diagnostic.fail_at Diagnostic.Input ~file ~section:"" ~offset:(-1) message
let quote name = "`" ^ name ^ "`"
let describe unit = quote unit.member.unit_name ^ " (" ^ unit.source.file ^ ")"

(* First pass: which units take part. *)

module Names = Map.Make (String)

type selection = {
  mutable missing : linked list Names.t;  (* and who needs it, in the order of linking *)
  provided : (string, linked) Hashtbl.t;
}

let is_needed s unit =
  List.exists
    (fun relocation ->
      match relocation.target with
      | Set_unit name -> Names.mem name s.missing
      | Literal _ | Get_unit _ | Get_predefined _ | Primitive _ -> false)
    unit.relocations

(* From the last unit to the first: what provides a name comes before its users, so
   who needs a name that is provided already comes too early. *)
let require s unit name =
  let users =
    match Names.find name s.missing with
    | user :: _ as users when user.member == unit.member -> users
    | users -> unit :: users
    | exception Not_found -> [ unit ]
  in
  s.missing <- Names.add name users s.missing;
  match Hashtbl.find s.provided name with
  | provider ->
      fail ~file:unit.source.file
        ("unit " ^ quote unit.member.unit_name ^ " needs " ^ describe provider
       ^ ", which comes later in the order of linking")
  | exception Not_found -> ()

let provide s unit name =
  s.missing <- Names.remove name s.missing;
  match Hashtbl.find s.provided name with
  | other ->
      fail ~file:unit.source.file ("unit " ^ quote name ^ " is defined here and again in " ^ other.source.file)
  | exception Not_found -> Hashtbl.replace s.provided name unit

let add_unit s unit =
  let relocations = unit.member.relocations in
  List.iter
    (fun relocation ->
      match relocation.target with
      | Get_unit name -> require s unit name
      | Literal _ | Get_predefined _ | Set_unit _ | Primitive _ -> ())
    relocations;
  List.iter (require s unit) unit.member.required;
  List.iter
    (fun relocation ->
      match relocation.target with
      | Set_unit name -> provide s unit name
      | Literal _ | Get_unit _ | Get_predefined _ | Primitive _ -> ())
    relocations

(* How many names a message tells. *)
let shown = 4

let first_of list = List.filteri (fun i _ -> i < shown) list

(* Names the missing unit that is first in the alphabet and its users. *)
let fail_missing missing =
  let name, users = Names.min_binding missing in
  let count = List.length users in
  let more = if count > shown then " and " ^ string_of_int (count - shown) ^ " more" else "" in
  let others = List.map fst (List.tl (Names.bindings missing)) in
  let others_count = List.length others in
  let also =
    if others_count = 0 then ""
    else
      "; " ^ string_of_int others_count ^ " more missing: "
      ^ String.concat ", " (List.map quote (first_of others))
      ^ if others_count > shown then ", ..." else ""
  in
  fail ~file:(List.hd users).source.file
    ("no implementation of " ^ quote name ^ ", which is needed by "
    ^ String.concat ", " (List.map describe (first_of users))
    ^ more ^ also)

(* The units, in the order of linking. *)
let select sources =
  let s = { missing = Names.empty; provided = Hashtbl.create 64 } in
  let units = ref [] in
  for i = Array.length sources - 1 downto 0 do
    let source = sources.(i) in
    let members = source.contents.units in
    for j = Array.length members - 1 downto 0 do
      let member = members.(j) in
      if (not source.contents.library) || member.force_link || is_needed s member then begin
        let unit = { source; member } in
        add_unit s unit;
        units := unit :: !units
      end
    done
  done;
  if not (Names.is_empty s.missing) then fail_missing s.missing;
  !units

(* Second pass: slots, numbers, code. *)

type assembler = {
  version : Image.version;
  code : int array;
  table : Constants.Table.t;
  globals : int Vec.t;
  global_names : string Vec.t;
  primitives : string Vec.t;
  predefined : (string, int) Hashtbl.t;  (* slots *)
  units : (string, int) Hashtbl.t;  (* slots *)
  primitive_numbers : (string, int) Hashtbl.t;
  is_open : bool;  (* units that aren't there are imported: *)
  mutable imports : int list;  (* their slots *)
}

let add_slot a name value =
  Vec.push a.globals value;
  Vec.push a.global_names name;
  Vec.length a.globals - 1

let add_predefined a =
  Array.iteri
    (fun i name ->
      let string = Constants.Table.add a.table (Image.String name) in
      let number = Constants.Table.integer a.table (-i - 1) in
      let value = Constants.Table.add a.table (Image.Block (248, [| string; number |])) in
      Hashtbl.replace a.predefined name (add_slot a name value))
    Symbols.predefined_exceptions

(* How the literals of a file become constants; they share what they share within it. *)
type literal_reader = Values of Constants.Importer.t | Structured of Literals.t

let literal_reader a source =
  let data = source.contents.descriptor in
  if a.version >= Image.magic_5_1 then Values (Constants.Importer.create a.table data)
  else Structured (Literals.create a.table data)

let literal a reader ~file value =
  let id =
    match reader with
    | Values importer -> Constants.Importer.import importer value
    | Structured literals -> begin
        match Literals.translate literals value with
        | Some id -> id
        | None -> fail ~file "a literal has an unknown form"
      end
  in
  if Vec.length (Constants.Table.constants a.table) > Constants.max_constants then
    fail ~file Constants.too_many_constants;
  add_slot a "" id

let primitive a name =
  match Hashtbl.find a.primitive_numbers name with
  | number -> number
  | exception Not_found ->
      let number = Vec.length a.primitives in
      Vec.push a.primitives name;
      Hashtbl.replace a.primitive_numbers name number;
      number

(* The number that replaces the relocation's word. *)
let resolve a reader ~file target =
  match target with
  | Literal value -> literal a reader ~file value
  | Get_predefined name -> begin
      match Hashtbl.find a.predefined name with
      | slot -> slot
      | exception Not_found -> fail ~file ("unknown predefined exception " ^ quote name)
    end
  | Get_unit name -> begin
      match Hashtbl.find a.units name with
      | slot -> slot
      | exception Not_found ->
          if not a.is_open then fail ~file ("unit " ^ quote name ^ " is used before it is set");
          let slot = add_slot a name (Constants.Table.integer a.table 0) in
          Hashtbl.replace a.units name slot;
          a.imports <- slot :: a.imports;
          slot
    end
  | Set_unit name ->
      let slot = add_slot a name (Constants.Table.integer a.table 0) in
      Hashtbl.replace a.units name slot;
      slot
  | Primitive name -> primitive a name

let words unit = unit.member.code.size / 4

(* STOP follows the last unit. *)
let assemble version units ~is_open =
  let size = List.fold_left (fun size unit -> size + words unit) 0 units in
  let a =
    {
      version;
      code = Array.make (size + 1) (Opcodes.number STOP);
      table = Constants.Table.create ();
      globals = Vec.create ();
      global_names = Vec.create ();
      primitives = Vec.create ();
      predefined = Hashtbl.create 16;
      units = Hashtbl.create 64;
      primitive_numbers = Hashtbl.create 256;
      is_open;
      imports = [];
    }
  in
  add_predefined a;
  (* [reader] is that of [source], the file of the units before. *)
  let rec add_units units start source reader =
    match units with
    | [] -> ()
    | unit :: _ when unit.source != source -> add_units units start unit.source (literal_reader a unit.source)
    | unit :: rest ->
        Byte_reader.code_words unit.member.code a.code start;
        List.iter
          (fun { word; target } -> a.code.(start + word) <- resolve a reader ~file:source.file target)
          unit.member.relocations;
        add_units rest (start + words unit) source reader
  in
  begin match units with
  | [] -> ()
  | unit :: _ -> add_units units 0 unit.source (literal_reader a unit.source)
  end;
  {
    Image.version;
    code = a.code;
    primitives = Vec.to_array a.primitives;
    constants = Constants.Table.constants a.table;
    globals = Vec.to_array a.globals;
    global_names = Vec.to_array a.global_names;
    units = [||];
    events = [||];
    imported =
      (let imported = Array.make (if is_open then Vec.length a.globals else 0) false in
       List.iter (fun slot -> imported.(slot) <- true) a.imports;
       imported);
  }

(* Reads the files, which must be of one version. *)
let rec read_sources inputs first =
  match inputs with
  | [] -> []
  | (input : Object_file.input) :: rest ->
      let contents = Object_file.read input in
      let source = { file = input.name; contents } in
      let first =
        match first with
        | Some first -> first
        | None -> source
      in
      let version = contents.version and wanted = first.contents.version in
      if version <> wanted then
        fail ~file:input.name
          ("this is of OCaml " ^ Kinds.version_name version ^ ", but " ^ first.file ^ " is of OCaml "
         ^ Kinds.version_name wanted);
      source :: read_sources rest (Some first)

(* What is wrong with the linked code is wrong with the unit that it came from. *)
let blame_unit (error : Diagnostic.t) units =
  let rec find offset units =
    match units with
    | [] -> error
    | unit :: rest ->
        let size = 4 * words unit in
        if offset >= size then find (offset - size) rest
        else { error with file = unit.source.file; section = "code of " ^ unit.member.unit_name; offset }
  in
  if String.equal error.section "CODE" && error.offset >= 0 then find error.offset units else error

let events units ~version =
  let rec with_origins units origin =
    match units with
    | [] -> []
    | unit :: rest -> begin
        let words = words unit in
        let others = with_origins rest (origin + words) in
        match unit.member.events with
        | None -> others
        | Some section -> { Debug.section; origin; words } :: others
      end
  in
  Debug.of_units (with_origins units 0) ~version

let image_of first units ~is_open ~debug_events =
  let image = assemble first.contents.version units ~is_open in
  (try Validate.cut_and_validate image ~file:first.file
   with Diagnostic.Error error -> raise (Diagnostic.Error (blame_unit error units)));
  if debug_events then image.events <- events units ~version:image.version;
  image

let link_objects inputs ~debug_events =
  match read_sources inputs None with
  | [] -> Diagnostic.fail Diagnostic.Usage "there is nothing to link"
  | first :: _ as sources -> image_of first (select (Array.of_list sources)) ~is_open:false ~debug_events

type unit_info = { name : string; needs : string list; library : bool; force_link : bool }

let needs (member : compilation_unit) =
  let wanted relocation = match relocation.target with Get_unit name -> [ name ] | _ -> [] in
  let all = member.required @ List.concat_map wanted member.relocations in
  List.filter (fun name -> name <> member.unit_name) (List.sort_uniq String.compare all)

let info (contents : Object_file.contents) member =
  { name = member.unit_name; needs = needs member; library = contents.library; force_link = member.force_link }

let describe_units input =
  let contents = Object_file.read input in
  List.map (info contents) (Array.to_list contents.units)

type unit_image = { image : Image.t; info : unit_info }

let read_units (input : Object_file.input) ~only ~debug_events =
  let source = { file = input.name; contents = Object_file.read input } in
  let read member =
    let image = image_of source [ { source; member } ] ~is_open:true ~debug_events in
    { image; info = info source.contents member }
  in
  let chosen member = only = [] || List.mem member.unit_name only in
  List.map read (List.filter chosen (Array.to_list source.contents.units))
