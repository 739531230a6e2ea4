(** All functions of a program as chunks of Lua, unit by unit, and the names of
    their symbols. *)

type t = {
  sections : Chunk.section array;  (** the runtime first; a unit by itself has none *)
  symbols : Symbol_table.t;
  names : string array;  (** by symbol *)
  missing : string list;  (** primitives without a fragment, sorted *)
  used : string list;  (** primitives that the program calls, sorted *)
  runtime : string list;  (** fragments of the runtime that it mentions itself, sorted *)
  functions : Unit_printer.printed_function array;
  entry : int;  (** the symbol of what runs the program *)
  structure_dump : string;  (** when asked for *)
}

val print_program : Ir.program -> Dialect.t -> dump_structure:bool -> origins:Origins.t option -> t
(** Structures and prints. Changes the control flow of the functions (conditions
    are combined). [origins], where they are given, write a comment before each function.
    @raise Diagnostic.Error of kind [Limit], or [Input] (irreducible control flow). *)
