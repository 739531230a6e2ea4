(** spec/primitives.def ({!Primitives}) as a table. *)

val find_primitive : string -> Primitives.t option
(** [None] when primitives.def does not list it. *)

val uses : string array -> Ir.primitive_use array
(** What the table says of primitives, by name. *)

(** Arrays, strings and bytes: primitives that the compiler writes out itself. *)
type access =
  | No_access
  | Array_get
  | Array_set
  | Array_unsafe_get
  | Array_unsafe_set
  | String_get
  | Bytes_get
  | Bytes_set

val access_of : string -> access
