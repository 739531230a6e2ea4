let print_tree (_ : Ir.func) (_ : Tree.t) : string = failwith "print_tree"
