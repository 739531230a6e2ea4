type t = { pieces : string array; marks : int array }

let of_string text =
  let pieces = Vec.create () and marks = Vec.create () in
  let length = String.length text in
  let start = ref 0 and i = ref 0 in
  while !i < length do
    let c = String.unsafe_get text !i in
    if c = '\001' || c = '\003' then begin
      Vec.push pieces (String.sub text !start (!i - !start));
      let symbol = ref 0 in
      incr i;
      while text.[!i] <> '\002' do
        symbol := (!symbol * 10) + (Char.code text.[!i] - 48);
        incr i
      done;
      Vec.push marks (if c = '\001' then !symbol else -1 - !symbol);
      start := !i + 1
    end;
    incr i
  done;
  Vec.push pieces (String.sub text !start (length - !start));
  { pieces = Vec.to_array pieces; marks = Vec.to_array marks }

let is_empty text = Array.length text.pieces = 1 && text.pieces.(0) = ""

let join a b = if a = "" then b else if b = "" then a else a ^ b

let concat parts =
  let marks = Array.concat (List.map (fun part -> part.marks) parts) in
  let pieces = Array.make (Array.length marks + 1) "" in
  let at = ref 0 in
  List.iter
    (fun part ->
      let count = Array.length part.marks in
      pieces.(!at) <- join pieces.(!at) part.pieces.(0);
      Array.blit part.pieces 1 pieces (!at + 1) count;
      at := !at + count)
    parts;
  { pieces; marks }
