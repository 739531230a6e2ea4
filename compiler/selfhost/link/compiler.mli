(** The compiler as a library: a bytecode file in, Lua out. Everything between
    is pure, and the same input gives the same bytes on every machine. *)

type options = {
  target : string;  (** one of {!target_names} *)
  int_width : int;  (** 32 or 63; 0: the target's own *)
  level : int;  (** 0: as read, 1: within functions, 2: whole program *)
  allow_missing : bool;  (** missing primitives raise when they are called *)
  dump : string;  (** "bytecode", "ir", "optimize", "structure" or "lua", wanted as text; or "" *)
  verify : bool;  (** check the invariants of the IR between the phases *)
  trace_primitives : bool;  (** calls of primitives are written to the standard error *)
  files : (string * string) list;
      (** names and contents of files that the program finds in memory, if it looks at files at all *)
  debug_info : bool;  (** comments tell where functions are from; with the image's events, backtraces *)
}

val defaults : options
(** [portable], its own width, level 2, nothing else. *)

val target_names : string list

(** Texts in pieces, to be written or joined in this order: on Lua, one string
    is dear to build of many. *)
type output = {
  lua : string array;
  dump : string array;  (** what [options.dump] asked for *)
}

val compile : options -> file:string -> string -> (output, Diagnostic.t) result
(** [compile options ~file bytes] compiles a linked program, or one object file
    or library that needs no other; [file] names it in errors. Never raises: an
    exhausted stack or memory, or a broken invariant, is a diagnostic of kind
    [Internal]. *)

val protect : (unit -> 'a) -> ('a, Diagnostic.t) result
(** What a function gives, or the diagnostic of what it raises. *)

(** {1 Parts of it}

    These raise {!Diagnostic.Error}. Phases behind the reader know no file
    names: the place of their errors is empty. *)

val read : debug_info:bool -> file:string -> string -> Image.t
(** [debug_info]: with the debug events. *)

val compile_image : Image.t -> options -> output

type unit_output = {
  unit_lua : string array;  (** a block, see {!Assemble}; in pieces *)
  runtime : string list;  (** what it uses of the runtime, sorted *)
  int_width : int;
}

val compile_unit : Image.t -> options -> unit_output
(** A unit by itself: {!Linker.unit_image}. *)

val fail_missing : string list -> 'a
(** @raise Diagnostic.Error that names these primitives, always. *)

type runtime_report = { used : string list; missing : string list  (** both sorted *) }

val check_runtime : Image.t -> options -> runtime_report
(** The primitives that the program calls after dead code is gone. *)

type function_size = {
  name : string;
  pc : int;  (** in words *)
  instructions : int;  (** nodes of the IR *)
  locals : int;  (** most at one point, of 200 *)
  upvalues : int;  (** names from outside, of 60 (5.1, LuaJIT) or 255 *)
}

val function_sizes : Image.t -> options -> function_size list
(** Biggest first. *)
