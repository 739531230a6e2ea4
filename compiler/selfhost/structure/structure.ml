let structure (_ : Ir.func) (_ : Folding.t) ~has_goto:(_ : bool) : Tree.t = failwith "structure"
