type fragment = Embedded_runtime.fragment

(* [Embedded_runtime.fragments] is in the order of the names; the variants of a
   name are neighbours. [chosen], by the first variant: the last one that holds
   for the dialect, [none_holds], or [unknown] while nobody has asked. *)
type t = { dialect : Dialect.t; chosen : int array }

let none_holds = -1
let unknown = -2
let fragments = Embedded_runtime.fragments
let create dialect = { dialect; chosen = Array.make (Array.length fragments) unknown }

(* [F], [not F], joined by [and]. *)
let holds dialect condition =
  let rec words negate = function
    | [] -> true
    | ("" | "and") :: rest -> words negate rest
    | "not" :: rest -> words true rest
    | feature :: rest -> Dialect.feature dialect feature <> negate && words false rest
  in
  condition = "" || words false (String.split_on_char ' ' condition)

(* The first fragment whose name is not less than [name]. *)
let lower_bound (name : string) =
  let low = ref 0 and high = ref (Array.length fragments) in
  while !low < !high do
    let middle = (!low + !high) / 2 in
    if fragments.(middle).name < name then low := middle + 1 else high := middle
  done;
  !low

let choose t first =
  let choice = ref none_holds and i = ref first in
  let name = fragments.(first).name in
  while !i < Array.length fragments && fragments.(!i).name = name do
    if holds t.dialect fragments.(!i).condition then choice := !i;
    incr i
  done;
  t.chosen.(first) <- !choice;
  !choice

let find_index t name =
  let first = lower_bound name in
  if first = Array.length fragments || fragments.(first).name <> name then none_holds
  else
    let choice = t.chosen.(first) in
    if choice = unknown then choose t first else choice

let find t name =
  let index = find_index t name in
  if index < 0 then None else Some fragments.(index)

let names t =
  let add (fragment : fragment) names =
    match names with
    | last :: _ when last = fragment.name -> names
    | _ -> if holds t.dialect fragment.condition then fragment.name :: names else names
  in
  Array.fold_right add fragments []

let is_name_start c = match c with '_' | 'a' .. 'z' | 'A' .. 'Z' -> true | _ -> false
let is_name c = match c with '_' | 'a' .. 'z' | 'A' .. 'Z' | '0' .. '9' -> true | _ -> false

(* Whether [part] is what [text] has at [at]. *)
let has_at text at part =
  let length = String.length part in
  let rec same i = i = length || (String.unsafe_get text (at + i) = String.unsafe_get part i && same (i + 1)) in
  at + length <= String.length text && same 0

(* Length of a [[[], [[=[], ... string or comment at [at], or 0. *)
let long_bracket text at =
  let length = String.length text in
  if at >= length || text.[at] <> '[' then 0
  else begin
    let level = ref (at + 1) in
    while !level < length && text.[!level] = '=' do
      incr level
    done;
    if !level >= length || text.[!level] <> '[' then 0
    else begin
      let close = "]" ^ String.make (!level - at - 1) '=' ^ "]" in
      let stop = ref (!level + 1) in
      while !stop < length && not (has_at text !stop close) do
        incr stop
      done;
      if !stop >= length then 0 else !stop + String.length close - at
    end
  end

(* Text with marks that is being written. *)
type writer = { buffer : Buffer.t; pieces : string Vec.t; marks : int Vec.t }

let ends_in w c =
  let length = Buffer.length w.buffer in
  length > 0 && Buffer.nth w.buffer (length - 1) = c

let trim w =
  while ends_in w ' ' do
    Buffer.truncate w.buffer (Buffer.length w.buffer - 1)
  done

(* Ends a line; blank ones are left out. *)
let new_line w ~blank =
  trim w;
  let empty = Buffer.length w.buffer = 0 && w.marks.size = 0 in
  if not (blank || empty || ends_in w '\n') then Buffer.add_char w.buffer '\n'

let add_mark w symbol =
  Vec.push w.pieces (Buffer.contents w.buffer);
  Buffer.clear w.buffer;
  Vec.push w.marks symbol

(* [text] without the blanks, and the [local], that it begins with. *)
let without_local text =
  let length = String.length text in
  let start = ref 0 in
  while !start < length && (text.[!start] = ' ' || text.[!start] = '\n') do
    incr start
  done;
  if has_at text !start "local " then start := !start + 6;
  String.sub text !start (length - !start)

let finish w =
  while ends_in w '\n' || ends_in w ' ' do
    Buffer.truncate w.buffer (Buffer.length w.buffer - 1)
  done;
  Vec.push w.pieces (Buffer.contents w.buffer);
  Vec.set w.pieces 0 (without_local (Vec.get w.pieces 0));
  Vec.set w.pieces w.marks.size (Vec.last w.pieces ^ "\n");
  { Marked_text.pieces = Vec.to_array w.pieces; marks = Vec.to_array w.marks }

(* Behind the quoted string that starts at [at]. *)
let string_end text at =
  let quote = text.[at] and length = String.length text in
  let i = ref (at + 1) in
  while !i < length && text.[!i] <> quote do
    i := !i + if text.[!i] = '\\' then 2 else 1
  done;
  if !i < length then !i + 1 else length

(* The first place from [at] on that holds no character of a name. *)
let name_end text at =
  let i = ref at and length = String.length text in
  while !i < length && is_name (String.unsafe_get text !i) do
    incr i
  done;
  !i

(* Names of fragments have a prefix; keywords and most variables have none. *)
let has_prefix text at stop =
  let i = ref at in
  while !i < stop && String.unsafe_get text !i <> '_' do
    incr i
  done;
  !i < stop

let render t (fragment : fragment) symbols =
  let text = fragment.text in
  let length = String.length text in
  let w = { buffer = Buffer.create 512; pieces = Vec.create (); marks = Vec.create () } in
  let blank = ref true in (* nothing but spaces on the current line so far *)
  let copied = ref 0 in (* what is before has been written or left out *)
  let i = ref 0 in
  let copy () = Buffer.add_substring w.buffer text !copied (!i - !copied) in
  while !i < length do
    let c = String.unsafe_get text !i in
    if is_name_start c then begin
      let stop = name_end text !i in
      let member =
        !i > 0 && (text.[!i - 1] = '.' || text.[!i - 1] = ':') && not (!i > 1 && text.[!i - 2] = '.')
      in
      if (not member) && has_prefix text !i stop then begin
        let name = String.sub text !i (stop - !i) in
        if find_index t name >= 0 then begin
          copy ();
          add_mark w (Symbol_table.runtime symbols name);
          copied := stop
        end
      end;
      i := stop;
      blank := false
    end
    else
      match c with
      | '\n' ->
          copy ();
          new_line w ~blank:!blank;
          blank := true;
          incr i;
          copied := !i
      | '-' when has_at text !i "--" ->
          copy ();
          let block = long_bracket text (!i + 2) in
          if block > 0 then i := !i + 2 + block
          else
            while !i < length && text.[!i] <> '\n' do
              incr i
            done;
          copied := !i
      | '"' | '\'' ->
          i := string_end text !i;
          blank := false
      | '[' when long_bracket text !i > 0 ->
          i := !i + long_bracket text !i;
          blank := false
      | '0' .. '9' ->
          while !i < length && (is_name text.[!i] || text.[!i] = '.') do
            incr i
          done;
          blank := false
      | ' ' | '\t' -> incr i
      | _ ->
          incr i;
          blank := false
  done;
  copy ();
  let text = finish w in
  ((if has_at text.pieces.(0) 0 "function " then Chunk.Function else Chunk.Value), text)
