type form = Unused | Constant | Folded | Variable | Statement
type t = { form : form array; uses : int array; depth : int array }

let fold_values (_ : Ir.program) (_ : Ir.func) ~atoms:(_ : bool array) ~pinned:(_ : bool array) : t =
  failwith "fold_values"
