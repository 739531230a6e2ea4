type kind = Body | Entry | Maker | Item | Literal | Global | Runtime | Table
type symbol = { kind : kind; id : int }

type t = {
  symbols : symbol Vec.t;
  numbers : int array array;  (* by kind and id: the symbol's number, or -1; rows grow *)
  names : string Vec.t;
  name_ids : (string, int) Hashtbl.t;
}

let row = function
  | Body -> 0
  | Entry -> 1
  | Maker -> 2
  | Item -> 3
  | Literal -> 4
  | Global -> 5
  | Runtime -> 6
  | Table -> 7

let create () =
  { symbols = Vec.create (); numbers = Array.make 8 [||]; names = Vec.create (); name_ids = Hashtbl.create 256 }

let grow numbers row id =
  let old = numbers.(row) in
  let size = 2 * Array.length old in
  let fresh = Array.make (if size > id then size else id + 16) (-1) in
  Array.blit old 0 fresh 0 (Array.length old);
  numbers.(row) <- fresh

let intern t kind id =
  let row = row kind in
  if id >= Array.length t.numbers.(row) then grow t.numbers row id;
  let number = t.numbers.(row).(id) in
  if number >= 0 then number
  else begin
    let number = t.symbols.Vec.size in
    t.numbers.(row).(id) <- number;
    Vec.push t.symbols { kind; id };
    number
  end

let name_id t name =
  match Hashtbl.find_opt t.name_ids name with
  | Some id -> id
  | None ->
      let id = t.names.Vec.size in
      Hashtbl.add t.name_ids name id;
      Vec.push t.names name;
      id

let runtime t name = intern t Runtime (name_id t name)
let table t text = intern t Table (name_id t text)
let get t symbol = Vec.get t.symbols symbol
let size t = t.symbols.Vec.size
let name t id = Vec.get t.names id
