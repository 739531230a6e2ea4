let table_mark = "\005"
let is_marked (text : Marked_text.t) = Array.exists (fun piece -> String.contains piece Expression.place_begins) text.pieces

(* -- the arguments of one call *)

module Names = Map.Make (String)

type table = {
  names : Buffer.t;
  codes : Buffer.t;
  mutable numbers : int Names.t;
  mutable count : int;
  mutable lines : int;  (* since the last place *)
  mutable file : int;
  mutable definition : int;
  mutable line : int;
}

let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

let number t n =
  let rec add digit rest =
    if rest = 0 then Buffer.add_char t.codes digits.[digit]
    else begin
      Buffer.add_char t.codes digits.[digit + 32];
      add (rest land 31) (rest lsr 5)
    end
  in
  let size = abs n in
  add ((2 * (size land 15)) + if n < 0 then 1 else 0) (size lsr 4)

let name t wanted =
  match Names.find_opt wanted t.numbers with
  | Some n -> n
  | None ->
      let n = t.count in
      t.numbers <- Names.add wanted n t.numbers;
      t.count <- n + 1;
      Buffer.add_string t.names (String.map (fun c -> if c = '\n' then '?' else c) wanted);
      Buffer.add_char t.names '\n';
      n

let add t ~raises (event : Image.event option) =
  number t ((t.lines * 4) + (if event = None then 0 else 2) + if raises then 1 else 0);
  t.lines <- 0;
  match event with
  | None -> ()
  | Some event ->
      let file = name t event.file in
      number t (file - t.file);
      t.file <- file;
      let definition = name t event.definition in
      number t (definition - t.definition);
      t.definition <- definition;
      number t (event.line - t.line);
      t.line <- event.line;
      number t event.column;
      number t (event.end_line - event.line);
      number t event.end_column;
      if event.end_line <> event.line then number t event.end_offset

(* -- places *)

(* The first index from [low] on, below [high], of an event at [pc] or behind; or [high]. *)
let rec search (events : Image.event array) (pc : int) low high =
  if low >= high then low
  else
    let middle = (low + high) / 2 in
    if events.(middle).pc < pc then search events pc (middle + 1) high else search events pc low middle

(* Which of two events at one pc starts, or else ends, before the other. *)
let is_before (a : Image.event) (b : Image.event) =
  if a.line <> b.line then a.line < b.line
  else if a.column <> b.column then a.column < b.column
  else a.end_offset < b.end_offset

(* The best of the events at [pc]; the first one of the equally good. *)
let best (events : Image.event array) pc is_better =
  let rec from found i =
    if i = Array.length events || events.(i).pc <> pc then found
    else
      match found with
      | Some other when not (is_better events.(i) other) -> from found (i + 1)
      | _ -> from (Some events.(i)) (i + 1)
  in
  from None (search events pc 0 (Array.length events))

(* Of several events at one pc, the one that starts and ends last; of those one word
   behind, first. *)
let event_at (image : Image.t) pc =
  match best image.events pc (fun a b -> is_before b a) with
  | Some event -> Some event
  | None -> best image.events (pc + 1) is_before

let add_place t (image : Image.t) pc =
  match Opcodes.op_at image.code pc with
  | RAISE | RERAISE -> add t ~raises:true (event_at image pc)
  | APPTERM | APPTERM1 | APPTERM2 | APPTERM3 | RESUMETERM | REPERFORMTERM -> () (* no return address *)
  (* One word too far: what they leave there is made for calls of C, which have an operand. *)
  | DIVINT | MODINT -> add t ~raises:false (event_at image (pc + 2))
  | _ -> add t ~raises:false (event_at image (pc + Opcodes.instruction_size image.code pc))

let settle image section =
  match String.index_opt section table_mark.[0] with
  | None -> section
  | Some call ->
      let t =
        {
          names = Buffer.create 1000; codes = Buffer.create 1000; numbers = Names.empty; count = 0; lines = 0; file = 0;
          definition = 0; line = 0;
        }
      in
      let length = String.length section in
      let rest = Buffer.create length in
      let rec settle_from from at =
        if at = length then Buffer.add_substring rest section from (at - from)
        else
          match String.unsafe_get section at with
          | '\n' ->
              t.lines <- t.lines + 1;
              settle_from from (at + 1)
          | c when c = Expression.place_begins ->
              Buffer.add_substring rest section from (at - from);
              let stop = String.index_from section at Expression.mark_ends in
              add_place t image (int_of_string (String.sub section (at + 1) (stop - at - 1)));
              settle_from (stop + 1) (stop + 1)
          | _ -> settle_from from (at + 1)
      in
      settle_from (call + 1) (call + 1);
      let table = Expression.quote (Buffer.contents t.names) ^ ", \"" ^ Buffer.contents t.codes ^ "\"" in
      String.concat "" [ String.sub section 0 call; table; Buffer.contents rest ]
