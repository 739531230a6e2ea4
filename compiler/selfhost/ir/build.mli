(** Bytecode to IR: finds the functions, turns the stack machine into SSA, lifts
    every [try] body into a function of its own (called by a [Try] terminator).

    The stack is abstract: a slot holds the value that the machine would have
    there. Merges get a parameter for every slot; {!Simplify} removes the ones
    that are not needed. Linear in the code times the stack's depth at merges. *)

val build_program : Image.t -> Ir.program
(** @raise Diagnostic.Error of kind [Input] when the code is malformed (stack
    underflow, merges of different depth, ...), with the offset in CODE. *)
