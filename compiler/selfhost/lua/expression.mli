(** Lua expressions as text with a precedence, and the symbols they mention.
    A symbol (function, unit value, constant, fragment of the runtime) is written
    as \x01 number \x02; the linker, which knows who mentions what, puts the name
    in. *)

(** From the loosest to the tightest. *)
type precedence =
  | Or
  | And
  | Compare
  | Bor
  | Bxor
  | Band
  | Shift
  | Concat
  | Additive
  | Multiplicative
  | Unary
  | Power
  | Literal  (** a number, string or table: can't be indexed or called as it stands *)
  | Primary

type t = {
  text : string;
  precedence : precedence;
  truth : bool;  (** a Lua boolean, not an OCaml one *)
}

val tighter : precedence -> precedence
(** The next one; of [Primary]: itself. *)

val at : t -> precedence -> string
(** As an operand that must bind at least that tightly: in parentheses where it doesn't. *)

val symbol_text : int -> string

val export_mark : int -> string
(** Behind the assignment of a unit's value: the linker puts a store into the
    table of shared values there when other parts need it. \x03 number \x02. *)

val place_begins : char
val mark_ends : char

val place_mark : int -> string
(** At the start of a line: what happens there stands at that pc in the bytecode (see
    {!Locations}). \x04 number \x02. *)

val quote : string -> string
(** Lua source for a string of any bytes. *)

val float_text : float -> string
(** Lua source for a float that has no {!number_name}: the shortest digits that
    read back the same, always with a point or exponent. *)

val number_name : float -> string
(** The runtime's name for NaN, the infinities and -0, which have no literal that
    every Lua reads alike; or "". *)
