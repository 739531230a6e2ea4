(** Prints one function: what the modules that do it share. {!Statements.body}
    prints its tree of statements, {!Operations} its values as expressions. The
    text names other things by symbols (see {!Expression}). Linear in the
    function; expressions are bounded in depth by the folding. *)

val max_unknown_args : int
(** Calls of unknown functions pass at most this many arguments at once. A
    function of fewer parameters whose result may be a function has that many
    less spare ones, to notice over-application. *)

val max_locals : int
(** Lua allows 200 locals; some are needed for temporaries. *)

val max_main_locals : int
(** A unit's main code shares them with the names of its functions and values. *)

val max_section_locals : int

type text = {
  text : string;
  locals : int;  (** most that are active at one point *)
  spilled : int;  (** values in [_V] *)
}

(** What all functions of one output share. *)
type context = {
  program : Ir.program;
  dialect : Dialect.t;
  symbols : Symbol_table.t;
  items_of : int array array;  (** by function: item of each value (or {!Ir.none}), or [[||]] *)
  accesses : Primitive_table.access array;  (** by primitive *)
  templates : Primitives.t option array;  (** by primitive: those that are written out *)
}

val create_context : Ir.program -> Dialect.t -> Symbol_table.t -> items_of:int array array -> context
(** Once per output: looks the program's primitives up. *)

(** {1 Conventions of calls} *)

val packs_params : Ir.func -> bool
(** Functions of very many parameters, all callers known, take them in one table. *)

val packs_members : int array -> bool
(** Very many closures that know each other are in one table. *)

val member_name : int array -> int -> string
(** How the closures of the group name a member, by its number from 0. *)

val packs_captures : Ir.func -> bool
(** Closures of many free variables keep them in one table, for the limit on upvalues. *)

val closure_words : Ir.program -> int -> int
(** What OCaml allocates for the closures of a group. *)

val numbers_exits : Ir.func -> bool
(** How a try body tells its exits apart: one normal exit needs no number. *)

val takes_depth : Ir.func -> bool
(** Whether known callers pass the depth of the stack as a last argument. *)

val needs_check : Ir.func -> bool
(** Whether calls through the function's value must be checked. *)

val param_name : Ir.func -> int -> string
(** Name of the i-th parameter, from 0. *)

val entry_symbol : Symbol_table.t -> Ir.program -> int -> int
(** Symbol of the function as a value. *)

(** {1 The printer of one function}

    For {!Operations} and {!Statements}. *)

type t = {
  context : context;
  f : Ir.func;
  folding : Folding.t;
  tree : Tree.t;
  facts : Ranges.t;
  items : int array;  (** by node: its item or {!Ir.none} *)
  allocations : Allocations.t;
  mutable placement : Placement.t;
  out : Buffer.t;
  mutable active : int;  (** locals at this point, and the most so far *)
  mutable most_active : int;
  mutable temporaries : int;
  mutable place : int;  (** pc of the node whose lines are marked, or none: see {!Expression.place_mark} *)
}

val create : context -> int -> Folding.t -> Tree.t -> t

val variable : t -> int -> string
(** The text that names the value's variable. *)

val line : t -> int -> string -> unit
(** A line of the text, indented by that many steps. *)

val count_locals : t -> int -> unit

val temporary : t -> string
(** The number of a new temporary. *)

val runtime : t -> string -> string
(** Text that names a fragment of the runtime. *)

val symbol : t -> Symbol_table.kind -> int -> string
(** Text that names that symbol. *)
