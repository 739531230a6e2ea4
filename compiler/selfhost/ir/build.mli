(** Bytecode to IR, function by function: turns the stack machine into SSA, lifts
    every [try] body into a function of its own (called by a [Try] terminator).

    The stack is abstract: a slot holds the value that the machine would have
    there. Merges get a parameter for every slot; {!Simplify} removes the ones
    that are not needed. Linear in the code times the stack's depth at merges.

    Building a function finds the closures that it makes: they are in the program
    from then on, but without code until somebody asks for it. Most of what a
    program links is never asked for.

    Errors: [Diagnostic.Error] of kind [Input] when the code is malformed (merges
    of different depth, ...), with the offset in CODE. *)

type t

val create : Image.t -> Ir.primitive_use array -> allocations:bool -> t
(** The primitives by number of C_CALL, see {!Primitive_table.uses}. [allocations]: as in the
    program, which tells ([asks_for_allocations]) whether that is wanted. *)

val program : t -> Ir.program

val build_mains : t -> unit
(** The main code of each unit. *)

val build_closure : t -> int -> unit
(** The code of a closure; nothing if the function is none or has its code already. *)
