(** Builds the IR of one region (see {!Region}) by running the stack machine on
    values: its state, the stack and the blocks. {!Translate} adds the instructions;
    {!Build} drives both.

    Whatever is wrong with the code raises [Diagnostic.Error] of kind [Input] at the
    current instruction. *)

(** What the builders of one image share. *)
type state = {
  image : Image.t;
  program : Ir.program;
  exploration : Region.exploration;
  makers : int array;  (** by pc: instructions that make the closure there *)
  group_at : (int, int) Hashtbl.t;  (** pc of member 0 -> group *)
}

(** Stack slots, by position, that an ASSIGN writes inside a [try] that began above
    them: such a slot's value at the handler depends on where the exception came
    from, so it lives in a cell (a one-field block) in the whole function. *)
type cells = { mutable slots : bool array; mutable grown : bool }

(** What a [try] body takes from its parent behind the stack's slots: a member of
    the closure group, or a free variable. *)
type inherited = Sibling of int | Capture of int

(** A block's state when it is entered. *)
type entry = {
  mutable reached : bool;
  mutable stack_in : int array;
  mutable accu_in : int;
  mutable merged_slots : int array;
      (** where paths meet: the slots that have parameters, in order; the accumulator is last *)
}

type t = {
  state : state;
  func : Ir.func;
  region : Region.region;
  cells : cells;
  entries : entry array;  (** by block of the region, which is the function's block after its own number *)
  params : int Vec.t;
  mutable base_depth : int;  (** [try] bodies: slots of the parent, trap included *)
  mutable block : int;
  in_loop : bool array;  (** by block, of a unit's main code whose allocations count *)
  mutable pc : int;
  mutable stack : int Vec.t;
  mutable accu : int;
  captures : int Vec.t;  (** by index, [Ir.none] when not used yet; so are siblings *)
  siblings : int Vec.t;
  inherited : inherited Vec.t;
}

val new_function : Ir.function_kind -> unit_index:int -> pc:int -> captures:int -> group:int -> member:int -> Ir.func

val create : state -> Ir.func -> Region.region -> cells -> t
(** Of a function that has no nodes and blocks yet. *)

val build : t -> translate:(t -> Region.block -> unit) -> unit
(** Functions and units: the parameters are on the stack. *)

val build_try_body : t -> int Vec.t -> translate:(t -> Region.block -> unit) -> unit
(** [try] bodies: the stack is the parent's; its values become parameters. *)

(** {1 For Translate} *)

val fail : t -> string -> 'a

val emit : t -> Ir.opcode -> int -> int array -> int
(** Adds a node to the current block's body. *)

val integer : t -> int -> int
val push : t -> int -> unit

val peek : t -> int -> int
(** The value of the k-th slot from the top. *)

val pop : t -> int -> unit

val take : t -> int -> int array
(** The values on top, the first one on top, popped. *)

val accu_and : t -> int -> int array
(** The accumulator, then as many values from the stack, as {!take}. *)

val assign : t -> int -> int -> unit
(** [assign b k v]: the k-th slot from the top gets a value. *)

val capture : t -> int -> int
(** A free variable's value, by index. *)

val sibling : t -> int -> int
(** The member of the function's group at that distance. *)

val flow : t -> int -> int -> Ir.edge
(** [flow b successor accu]: the edge to a block of the region. *)

val leave : t -> Ir.term_kind -> int -> unit
val connect_fallthrough : t -> Region.block -> unit
val term : t -> Ir.terminator
