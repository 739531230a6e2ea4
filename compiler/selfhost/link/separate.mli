(** Separate compilation: a unit (.cmo, or a member of a .cma) becomes a text of its own,
    which others link with without looking into it. [link/separate.h] of stage0 has the form. *)

val compile_units : Object_file.input -> only:string list -> Compiler.options -> string array
(** The texts of the units of an object file, all or [only] those of these names, joined, in pieces.
    @raise Diagnostic.Error as {!Compiler.compile_image}; but no primitive is missing
    before it is linked. *)

type unit_file = { name : string; text : string }

val link_units : unit_file list -> allow_missing:bool -> string array
(** Links such files, in their order, to a program: of libraries what something needs,
    as ocamlc does.
    @raise Diagnostic.Error of kind [Input] (not such a file; a unit is missing, twice
    there, or comes too late; units for different targets) or [Missing_primitive]. *)

val link_runtime : unit_file list -> string array
(** The whole runtime for programs of such units, whose host loads and runs them one by
    one: a chunk that returns [G]. [rt_run_unit] there runs a unit (runtime/lua/stack.lua).
    @raise Diagnostic.Error of kind [Input] (not such a file; units for different targets). *)
