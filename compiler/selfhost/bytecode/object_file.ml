(* Object files and libraries: see the interface. *)

open Marshal_reader

type input = { name : string; bytes : string }

type target =
  | Literal of Marshal_reader.value
  | Get_unit of string
  | Get_predefined of string
  | Set_unit of string
  | Primitive of string

type relocation = { word : int; target : target }

type compilation_unit = {
  unit_name : string;
  code : Byte_reader.section;
  relocations : relocation list;
  required : string list;
  force_link : bool;
  events : Byte_reader.section option;
}

type contents = {
  version : Image.version;
  library : bool;
  descriptor : Marshal_reader.t;
  units : compilation_unit array;
}

(* The descriptor has an unknown form. *)
exception Malformed

type reader = {
  whole : Byte_reader.section;
  plain_names : bool;  (* 5.2: names of units instead of Ident.t *)
  mutable code_left : int;  (* bytes of the file that no unit has claimed as code *)
  mutable cells_left : int;
}

(* [read] of the elements of a list. The lists of a descriptor don't share cells:
   more cells than objects means a forged file. *)
let each r list read =
  let rec collect list reversed =
    match list with
    | Int 0 -> List.rev reversed
    | Object (_, Block (0, [| head; tail |])) when r.cells_left > 0 ->
        r.cells_left <- r.cells_left - 1;
        let element = read head in
        collect tail (element :: reversed)
    | _ -> raise Malformed
  in
  collect list []

let part r position size =
  match (position, size) with
  | Int offset, Int size when offset >= 0 && size >= 0 && offset <= r.whole.size && size <= r.whole.size - offset ->
      Byte_reader.part r.whole ~offset ~size
  | _ -> raise Malformed

(* A unit's or a predefined exception's name. *)
type name = Unit of string | Predefined of string

(* A name from 5.2 on; before, an Ident.t: Global name (tag 2) or Predef {name; stamp} (tag 3). *)
let identifier r value =
  match value with
  | Object (_, String name) when r.plain_names -> Unit name
  | Object (_, Block (2, [| Object (_, String name) |])) when not r.plain_names -> Unit name
  | Object (_, Block (3, [| Object (_, String name); _ |])) when not r.plain_names -> Predefined name
  | _ -> raise Malformed

let unit_identifier r value =
  match identifier r value with
  | Unit name -> name
  | Predefined _ -> raise Malformed

let get_unit r argument =
  match identifier r argument with
  | Unit name -> Get_unit name
  | Predefined name -> Get_predefined name

let primitive argument =
  match argument with
  | Object (_, String name) -> Primitive name
  | _ -> raise Malformed

(* (info, position in bytes) *)
let relocation r (code : Byte_reader.section) value =
  match value with
  | Object (_, Block (0, [| Object (_, Block (tag, [| argument |])); Int offset |]))
    when offset >= 0 && offset land 3 = 0 && offset < code.size ->
      let target =
        match tag with
        | 0 -> Literal argument
        | 1 -> get_unit r argument
        | 2 when r.plain_names -> Get_predefined (unit_identifier r argument)
        | 2 -> Set_unit (unit_identifier r argument)
        | 3 when r.plain_names -> Set_unit (unit_identifier r argument)
        | 3 -> primitive argument
        | 4 when r.plain_names -> primitive argument
        | _ -> raise Malformed
      in
      { word = offset / 4; target }
  | _ -> raise Malformed

let required_unit r value =
  match identifier r value with
  | Unit name -> [ name ]
  | Predefined _ -> []

(* compilation_unit of cmo_format.mli, the same fields in all versions: name,
   position and size of the code, relocations, imports, required units, primitives,
   force_link, position and size of the debug events. *)
let compilation_unit r value =
  match value with
  | Object (_, Block (0, [| Object (_, String unit_name); position; size; relocations; _; required; _; force_link;
                            events; events_size |])) ->
      let force_link =
        match force_link with
        | Int n -> n <> 0
        | Wide _ -> true
        | Atom _ | Object _ -> raise Malformed
      in
      let code = part r position size in
      if code.size land 3 <> 0 || code.size > r.code_left then raise Malformed;
      r.code_left <- r.code_left - code.size;
      let events =
        match events with
        | Int 0 -> None
        | _ -> Some (part r events events_size)
      in
      let relocations = each r relocations (relocation r code) in
      let required = List.concat (each r required (required_unit r)) in
      { unit_name; code; relocations; required; force_link; events }
  | _ -> raise Malformed

(* library: units, custom, ccobjs, ccopts, dllibs. *)
let library r value =
  match value with
  | Object (_, Block (0, [| units; _; _; _; _ |])) -> each r units (compilation_unit r)
  | _ -> raise Malformed

(* Magic, u32 offset of the descriptor, code and debug events, the descriptor: a
   marshalled compilation_unit or library. *)
let read { name = file; bytes } =
  let whole = Byte_reader.whole ~file bytes in
  let is_library =
    match Kinds.file_kind bytes with
    | Cmo -> false
    | Cma -> true
    | _ when whole.size = 0 -> Byte_reader.fail whole "the file is empty"
    | Executable -> Byte_reader.fail whole "this is a linked program, not an object file"
    | Cmi -> Byte_reader.fail whole "this is a compiled interface (.cmi), there is no code in it"
    | Elf | Other -> Byte_reader.fail whole "this is neither an object file (.cmo) nor a library (.cma)"
  in
  let magic = Kinds.magic_number bytes 0 (if is_library then 'A' else 'O') in
  let version = Kinds.version_of_magic magic ~file in
  let input = Byte_reader.at whole Kinds.magic_size in
  let offset = if Byte_reader.has input 4 then Byte_reader.u32 input else whole.size in
  if offset >= whole.size then Byte_reader.fail whole "the file is cut short";
  let part = { (Byte_reader.part whole ~offset ~size:(whole.size - offset)) with name = "descriptor" } in
  let descriptor = Marshal_reader.read part in
  let r =
    {
      whole;
      plain_names = version >= Image.magic_5_2;
      code_left = whole.size;
      cells_left = descriptor.object_count;
    }
  in
  match if is_library then library r descriptor.root else [ compilation_unit r descriptor.root ] with
  | units -> { version; library = is_library; descriptor; units = Array.of_list units }
  | exception Malformed -> Byte_reader.fail part "the description of the units has an unknown form"
