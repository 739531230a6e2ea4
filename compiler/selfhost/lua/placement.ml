type t = {
  names : string array;
  in_place : bool array;
  declared : int array array array;
  registers : int;
  spilled : int;
  variables : int;
}

let none = { names = [||]; in_place = [||]; declared = [||]; registers = 0; spilled = 0; variables = 0 }

let declared_before p (seq : Tree.seq) index =
  let of_seq = p.declared.(seq.id) in
  if index < Array.length of_seq then of_seq.(index) else [||]

let place_variables (_ : Ir.func) (_ : Folding.t) (_ : Tree.t) ~named_elsewhere:(_ : bool array) ~share:(_ : bool)
    ~budget:(_ : int) : t =
  failwith "place_variables"
