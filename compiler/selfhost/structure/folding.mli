(** Which values become part of the expression that uses them, and which get a
    variable. Per block: a value folds when its only use is in the block and
    nothing between its definition and its use could tell the difference.

    Lua evaluates operands from left to right; OCaml's bytecode has fixed the
    order of effects already, so a fold never swaps two of them, nor a read and
    a write. *)

type form =
  | Unused  (** not emitted at all *)
  | Constant  (** written anew at each use: no evaluation, no variable *)
  | Folded  (** written at its only use *)
  | Variable  (** assigned to a Lua variable *)
  | Statement  (** evaluated for its effect *)

(** All by node. *)
type t = {
  form : form array;
  uses : int array;
  depth : int array;  (** of the expression tree *)
}

val fold_values : Ir.program -> Ir.func -> atoms:bool array -> pinned:bool array -> t
(** [atoms]: primitives (by index) whose text names an operand twice or out of
    order: their operands are variables or constants. [pinned]: values that
    others name, which must have variables (empty: none). *)
