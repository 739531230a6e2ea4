(** Local clean-up of one function, to a fixpoint: parameters of blocks that
    always get one value, constants, branches on constants, chains of blocks,
    dead code. Each round is linear; two or three rounds are the rule. *)

val simplify : Ir.func -> bool array -> unit
(** [simplify f named]: the values that are [named], by other functions, stay what
    they are. The array may be short. *)

val no_names : bool array
val is_named : bool array -> int -> bool

val substitute : Ir.func -> int array -> unit
(** [substitute f alias] replaces each operand [v] by [alias.(v)], followed to its
    end, where that is not [Ir.none]. Shortens the chains in [alias]. *)

val remove_dead_values : Ir.func -> bool array -> unit
(** Removes pure nodes and parameters of blocks that nothing uses and that are not
    named, and empties the blocks that control does not reach. *)

val has_params : Ir.func -> bool
(** Whether a block has parameters. Predecessors matter only then. *)

val filter_by : bool array -> int array -> int array -> int array
(** [filter_by keep by values] are the elements of [values] at the places where
    [by] has an element for which [keep] holds; [values] itself where that is
    everywhere. [by] and [values] are equally long. *)
