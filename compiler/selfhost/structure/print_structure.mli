(** The tree of statements as text, for [--dump=structure]. *)

val print_tree : Ir.func -> Tree.t -> string
