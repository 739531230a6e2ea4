let first_line = "-- lua_of_ocaml unit: "
let target_line = "-- for: "
let needs_line = "-- needs:"
let runtime_line = "-- runtime:"
let bytes_line = "-- bytes: "

type unit_file = { name : string; text : string }

(* A unit's text, as its comments describe it. *)
type unit_text = {
  file : string;
  unit_name : string;
  target : string;
  needs : string list;
  runtime : string list;
  library : bool;
  always : bool;
  body : string;
}

let fail file message = Diagnostic.fail_at Input ~file ~section:"" ~offset:(-1) message
let quoted name = "`" ^ name ^ "`"
let words line = List.filter (fun word -> word <> "") (String.split_on_char ' ' line)

let starts_with text start at =
  let length = String.length start in
  let rec from i = i = length || (text.[at + i] = start.[i] && from (i + 1)) in
  at + length <= String.length text && from 0

(* A number of up to nine digits, or -1. *)
let number text =
  let digit n c = if n >= 0 && c >= '0' && c <= '9' then (n * 10) + Char.code c - Char.code '0' else -1 in
  let n = ref (if text = "" then -1 else 0) in
  if String.length text <= 9 then String.iter (fun c -> n := digit !n c) text else n := -1;
  !n

let parse { name = file; text } =
  let wrong () = fail file "this is no unit that `compile --unit` has written" in
  (* The rest of the line at [at], which starts like this, and where the next one is. *)
  let line start at =
    if not (starts_with text start at) then wrong ();
    let stop = match String.index_from_opt text at '\n' with Some stop -> stop | None -> String.length text in
    let first = at + String.length start in
    (String.sub text first (stop - first), min (stop + 1) (String.length text))
  in
  let rec units at =
    if at >= String.length text then []
    else begin
      let described, at = line first_line at in
      let target, at = line target_line at in
      let needs, at = line needs_line at in
      let runtime, at = line runtime_line at in
      let bytes, at = line bytes_line at in
      let unit_name, library, always =
        match words described with
        | [ name ] -> (name, false, false)
        | [ name; "(library)" ] -> (name, true, false)
        | [ name; "(library,always)" ] -> (name, true, true)
        | _ -> wrong ()
      in
      let length = number bytes and rest = String.length text - at in
      if length < 0 || length > rest || (length < rest && not (starts_with text first_line (at + length))) then
        fail file ("unit " ^ quoted unit_name ^ " doesn't end where it says");
      {
        file; unit_name; target; library; always; needs = words needs; runtime = words runtime;
        body = String.sub text at length;
      }
      :: units (at + length)
    end
  in
  if text = "" then wrong ();
  units 0

module Names = Map.Make (String)

(* Those that take part, in their order. [provided]: by name, of the units behind;
   [missing]: names that they need, and the last unit that does. *)
let select units =
  let add (chosen, provided, missing) unit =
    if unit.library && (not unit.always) && not (Names.mem unit.unit_name missing) then (chosen, provided, missing)
    else begin
      let need missing name =
        (match Names.find_opt name provided with
        | Some later ->
            fail unit.file
              ("unit " ^ quoted unit.unit_name ^ " needs " ^ quoted name ^ " (" ^ later.file
             ^ "), which comes later in the order of linking")
        | None -> ());
        if Names.mem name missing then missing else Names.add name unit missing
      in
      let missing = Names.remove unit.unit_name (List.fold_left need missing unit.needs) in
      (match Names.find_opt unit.unit_name provided with
      | Some other ->
          fail unit.file ("unit " ^ quoted unit.unit_name ^ " is defined here and again in " ^ other.file)
      | None -> ());
      (unit :: chosen, Names.add unit.unit_name unit provided, missing)
    end
  in
  let chosen, _, missing = List.fold_left add ([], Names.empty, Names.empty) (List.rev units) in
  match Names.min_binding_opt missing with
  | None -> chosen
  | Some (name, user) ->
      fail user.file ("no implementation of " ^ quoted name ^ ", which is needed by " ^ quoted user.unit_name)

let compile_units (input : Object_file.input) ~only (options : Compiler.options) =
  let out = Vec.create () in
  let push = Array.iter (Vec.push out) in
  let add { Linker.image; info = { name; needs; library; force_link } } =
    let compiled =
      try Compiler.compile_unit image options
      with Diagnostic.Error error when error.file = "" -> raise (Diagnostic.Error { error with file = input.name })
    in
    let list names = String.concat "" (List.map (fun name -> " " ^ name) names) in
    let described = if not library then "" else if force_link then " (library,always)" else " (library)" in
    push [| first_line; name; described; "\n" |];
    push [| target_line; options.target; " "; string_of_int compiled.int_width; " "; string_of_int image.version; "\n" |];
    push [| needs_line; list needs; "\n"; runtime_line; list compiled.runtime; "\n" |];
    let length = Array.fold_left (fun sum piece -> sum + String.length piece) 0 compiled.unit_lua in
    push [| bytes_line; string_of_int length; "\n" |];
    push compiled.unit_lua
  in
  List.iter add (Linker.read_units input ~only ~debug_events:options.debug_info);
  Vec.to_array out

let dialect_of unit =
  let unknown () = fail unit.file ("unknown target " ^ quoted unit.target) in
  match words unit.target with
  | [ target; width; magic ] when number width > 0 && number magic > 0 ->
      let dialect = try Dialect.make target ~int_width:(number width) with Diagnostic.Error _ -> unknown () in
      Dialect.with_version dialect (number magic)
  | _ -> unknown ()

(* The units of all files, which must be for one target; and the first of them. *)
let parse_all files =
  let units = List.concat_map parse files in
  let first = match units with unit :: _ -> unit | [] -> Diagnostic.fail Usage "there is nothing to link" in
  List.iter
    (fun unit ->
      if unit.target <> first.target then
        fail unit.file
          ("unit " ^ quoted unit.unit_name ^ " is for " ^ unit.target ^ ", but " ^ quoted first.unit_name ^ " ("
         ^ first.file ^ ") for " ^ first.target))
    units;
  (units, first)

(* By symbol. *)
let names_of symbols =
  Array.init (Symbol_table.size symbols) (fun symbol ->
      Symbol_table.name symbols (Symbol_table.get symbols symbol).id)

let link_units files ~allow_missing =
  let units, first = parse_all files in
  let chosen = select units in
  let names = List.sort_uniq String.compare (List.concat_map (fun unit -> unit.runtime) chosen) in
  let dialect = { (dialect_of first) with backtraces = List.mem "rt_located" names } in
  let symbols = Symbol_table.create () in
  let wanted = List.map (Symbol_table.runtime symbols) names in
  let entry = Symbol_table.runtime symbols "rt_main" in
  let runtime = Runtime_section.create symbols dialect in
  if runtime.missing <> [] && not allow_missing then Compiler.fail_missing runtime.missing;
  Assemble.assemble_linked runtime.section ~names:(names_of symbols) dialect ~entry ~wanted:(wanted @ [ entry ])
    (List.map (fun unit -> unit.body) chosen)

let link_runtime files =
  let units, first = parse_all files in
  let dialect = dialect_of first in
  let backtraces = List.exists (fun unit -> List.mem "rt_located" unit.runtime) units in
  let dialect = { dialect with backtraces; is_open = true } in
  let symbols = Symbol_table.create () in
  let wanted = List.map (Symbol_table.runtime symbols) (Runtime_library.names (Runtime_library.create dialect)) in
  let runtime = Runtime_section.create symbols dialect in
  Assemble.assemble_runtime runtime.section ~names:(names_of symbols) dialect ~symbols:wanted
