(** From a control-flow graph to nested statements (after Ramsey, "Beyond
    Relooper", 2022): the dominator tree gives the nesting, loops are [while],
    and a block where paths meet follows the statement that its immediate
    dominator ends in.

    A path to a meeting point that does not simply fall through is a forward
    [goto] where the target has it. Elsewhere a state variable says where to go
    on: it is set on that path, and what lies between is guarded by a test. *)

val structure : Ir.func -> Folding.t -> has_goto:bool -> Tree.t
(** Rewrites chains of branches into conditions (blocks that are absorbed become
    unreachable), then structures the function.
    @raise Diagnostic.Error of kind [Input] when the graph is irreducible,
    [Limit] when it nests too deep. *)
