(** The Luas that the output is for: what each has, and how it writes the
    arithmetic of OCaml's ints. *)

type t = {
  name : string;  (** "portable", "lua5.1", ... *)
  has_goto : bool;
  has_integers : bool;  (** 5.3+: integer subtype, & | ~ << >> // *)
  is_luajit : bool;
  ocaml51 : bool;  (** the program is of OCaml 5.1 or later; [make] says no *)
  ocaml52 : bool;
  allocations : bool;  (** the output counts them; [make] says no *)
  backtraces : bool;  (** the output keeps what backtraces tell; [make] says no *)
  is_open : bool;  (** units come later, one by one; [make] says no *)
  yields : bool;  (** functions of the host that the program calls may yield through it; [make] says no *)
  int_width : int;  (** 32 or 63 *)
  max_upvalues : int;  (** of one function, with some room *)
}

val wide : t -> bool
(** 63 bits. *)

val with_version : t -> Image.version -> t

val stack_limit : t -> string
(** Stack slots that one coroutine may use, by the count of recursive functions:
    a number, or the name of the variable that holds it (portable). *)

val feature : t -> string -> bool
(** Features that fragments of the runtime ask for: int63, ints, int64native,
    luajit, ocaml51, ocaml52, allocations, backtraces, open, yields. *)

val names : string array

val make : string -> int_width:int -> t
(** The dialect of that name; width 0: its own.
    @raise Diagnostic.Error of kind [Usage] for an unknown name, or 63 bits where
    they do not fit. *)
