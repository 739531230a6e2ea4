(** What is known of ints where they stand: which sums can't leave the width, which
    operands and indices can't be negative, which indices are within bounds.

    Intervals over the nesting of the text: a test holds in its branch, a checked
    access behind it, a counted loop bounds its counter. What a loop hands on is
    widened to the end of the type where it changes (Cousot and Cousot, "Abstract
    interpretation", 1977). *)

(** By node. *)
type t = {
  exact : bool array;  (** add, sub, neg, mul, shl: the result is within the width, and no negative zero *)
  not_negative : bool array;
      (** accesses: the index; div, mod, sar: the first operand, and the second is positive *)
  within : bool array;  (** accesses: the index is less than the length *)
}

val find : Ir.program -> Primitive_table.access array -> Ir.func -> Folding.t -> Tree.t -> t
(** The accesses by primitive. Linear in the text, times a few rounds. *)
