(** One unit's functions, constants and main code as a section. Private to
    {!Program_text}. *)

type printed_function = { id : int; instructions : int; locals : int; upvalues : int }

(** Shared by all units of an output. *)
type state

val create : Ir.program -> Dialect.t -> Symbol_table.t -> origins:Origins.t option -> state
(** [origins]: for a comment before each function. *)

val printed : state -> printed_function Vec.t
(** The functions so far, in the order in which they were printed. *)

val print_unit : state -> int -> name:string -> structure_dump:Buffer.t option -> Chunk.section
(** The section of the unit of that index. [structure_dump]: gets the trees of its
    functions. Changes the control flow of the functions (conditions are combined).
    @raise Diagnostic.Error of kind [Limit] or [Input], see {!Structure.structure}. *)
