(** spec/primitives.def ({!Primitives}) as a table. *)

val find_primitive : string -> Primitives.t option
(** [None] when primitives.def does not list it. *)

val annotate_primitives : Ir.program -> unit
(** Copies effects and kinds of results into the program's primitives and nodes.
    @raise Diagnostic.Error of kind [Input] when one is called with a wrong
    number of arguments. *)

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
