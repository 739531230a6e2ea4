(* Debug events: see the interface. *)

module In = Byte_reader
open Marshal_reader

type unit_events = { section : In.section; origin : int; words : int }

let magic_4_11 = 28
let unknown_form = "a debug event has an unknown form"

let is_integer = function
  | Int _ | Wide _ -> true
  | Atom _ | Object _ -> false

let natural = function
  | Int n when n >= 0 -> n
  | Int _ | Wide _ | Atom _ | Object _ -> 0

(* [line_start] and [offset] in bytes from the start of the file. *)
type position = { file : string; line : int; line_start : int; offset : int }

(* {pos_fname; pos_lnum; pos_bol; pos_cnum} *)
let position (section : In.section) = function
  | Object (_, Block (0, [| Object (_, String file); line; bol; cnum |]))
    when is_integer line && is_integer bol && is_integer cnum ->
      let offset = match cnum with Int -1 -> -1 | _ -> natural cnum in
      { file; line = natural line; line_start = natural bol; offset }
  | _ -> In.fail section unknown_form

(* Of a dummy position the offset is -1. *)
let column_from start { offset; _ } = if offset - start < -1 then -1 else offset - start

(* The start and the end of a Location.t: {loc_start; loc_end; loc_ghost}. *)
let extent_of section = function
  | Object (_, Block (0, [| first; last; _ |])) ->
      let first = position section first in
      (first, position section last)
  | _ -> In.fail section unknown_form

(* What the names of a list may take, should they be copied: they are shared in the file. *)
type budget = { mutable names_left : int }

let budget_of size = { names_left = (if size > 0x400_0000 then In.huge else (size * 16) + 0x10_0000) }

(* An event is {ev_pos; ev_module; ev_loc; ev_kind; ...}; 4.11 put ev_defname behind ev_kind. *)
let event section value ~version ~origin ~code_words budget =
  let has_definition = version >= magic_4_11 in
  match value with
  | Object (_, Block (0, fields)) when Array.length fields = if has_definition then 11 else 10 ->
      let first, last = extent_of section fields.(2) in
      let definition =
        match fields.(4) with
        | Object (_, String name) when has_definition -> name
        | _ -> if has_definition then In.fail section unknown_form else ""
      in
      if not (is_integer fields.(0)) then In.fail section unknown_form;
      let size = String.length first.file + String.length definition in
      if size > budget.names_left then In.fail section "the names in the debug events are too long";
      budget.names_left <- budget.names_left - size;
      let pc =
        match fields.(0) with
        | Int position when position >= 0 -> (position / 4) + origin
        | _ -> In.huge
      in
      if pc > code_words then In.fail section "a debug event lies beyond the code";
      {
        Image.pc;
        file = first.file;
        line = first.line;
        column = column_from first.line_start first;
        definition;
        end_line = last.line;
        end_column = column_from last.line_start last;
        end_offset = column_from first.line_start last;
      }
  | _ -> In.fail section unknown_form

(* Appends the events of one list, a marshalled value at the start of [section], of
   code that starts at word [origin]; the bytes that it took. *)
let read_list section ~version ~origin ~code_words budget events =
  let data = Marshal_reader.read section in
  let rec add list count =
    match list with
    | Int 0 -> ()
    | Object (_, Block (0, [| head; tail |])) when count < data.object_count ->
        Vec.push events (event section head ~version ~origin ~code_words budget);
        add tail (count + 1)
    | _ -> In.fail section unknown_form
  in
  add data.root 0;
  data.size

(* Errors in a part speak of the offset in the whole, where the part starts at [offset]. *)
let counting_from offset read =
  try read ()
  with Diagnostic.Error error when error.offset >= 0 ->
    raise (Diagnostic.Error { error with offset = offset + error.offset })

let by_pc (a : Image.event) (b : Image.event) = compare (a.pc : int) b.pc

let sorted events =
  let events = Vec.to_array events in
  Array.stable_sort by_pc events;
  events

let read_section (section : In.section) ~version ~code_words =
  let cut = "the debug events are cut short" in
  let events = Vec.create () and budget = budget_of section.size in
  if section.size < 4 then In.fail section cut;
  let rest offset = In.part section ~offset ~size:(section.size - offset) in
  let rec read_units units offset =
    if units > 0 then begin
      if section.size - offset < 4 then In.fail_at section offset cut;
      let origin = In.u32 (In.at section offset) / 4 in
      let list = rest (offset + 4) in
      let size =
        counting_from (offset + 4) (fun () -> read_list list ~version ~origin ~code_words budget events)
      in
      let behind = offset + 4 + size in
      match Marshal_reader.length (rest behind) with
      | 0 -> In.fail_at section behind cut
      | directories -> read_units (units - 1) (behind + directories)
    end
  in
  read_units (In.u32 (In.at section 0)) 4;
  sorted events

let of_units units ~version =
  let events = Vec.create () in
  List.iter
    (fun { section; origin; words } ->
      if section.In.size > 0 && not (Marshal_reader.is_compressed section) then
        let budget = budget_of section.size in
        let code_words = origin + words in
        let read () = read_list section ~version ~origin ~code_words budget events in
        ignore (counting_from section.start read))
    units;
  sorted events
