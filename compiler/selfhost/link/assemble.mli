(** Chooses where each symbol lives and writes the final text.

    A section is a Lua function of its own. A symbol that is used in its own
    section only is a local there; what other sections use is stored in the table
    [G] as well, and sections that use it read it into a local at their start.
    Sections hold at most {!Function_printer.max_section_locals} such locals and a
    function at most the dialect's upvalues: beyond that, the least mentioned
    symbols are read from [G]. *)

val assemble :
  Chunk.section array -> names:string array -> Dialect.t -> image:Image.t option -> entry:int -> string array
(** The text in pieces. The first section is the runtime. [names]: by symbol, unique. [entry]: symbol
    of the runtime's function that runs the others. [image]: what the marks of places speak of; none
    where there are none. *)

val assemble_unit :
  Chunk.section -> names:string array -> Dialect.t -> image:Image.t option -> exports:int list -> string array
(** A unit by itself, a block of Lua that {!assemble_linked} takes. It puts [exports]
    into [G]; symbols that aren't the section's are there before it runs. *)

val assemble_linked :
  Chunk.section -> names:string array -> Dialect.t -> entry:int -> wanted:int list -> string list -> string array
(** A program of such units, behind the runtime; [wanted]: symbols of the runtime that they use. *)

val assemble_runtime : Chunk.section -> names:string array -> Dialect.t -> symbols:int list -> string array
(** The runtime alone, of which all [symbols] are in [G]: a chunk that returns [G]. *)
