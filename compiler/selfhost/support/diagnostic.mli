(** Errors. A phase that meets bad input raises {!Error}; the library's entry
    points ({!Compiler}) catch it and return it as a value.

    Messages start lower case and carry no final period. *)

type kind =
  | Usage  (** wrong command line or option: exit 1 *)
  | Input  (** a file that is missing, damaged, too new, of another kind: exit 2 *)
  | Missing_primitive  (** the program needs a primitive that the target lacks: exit 3 *)
  | Limit  (** the program exceeds a limit of the target: exit 4 *)
  | Output  (** the output can't be written: exit 5 *)
  | Internal  (** a broken invariant of the compiler: exit 70 *)

type t = {
  kind : kind;
  file : string;  (** or "" *)
  section : string;  (** of the file: "CODE", "DATA", ... or "" *)
  offset : int;  (** in bytes from the section's start, or [-1] *)
  message : string;
}

exception Error of t

val fail : kind -> string -> 'a
(** Raises {!Error} with a message and no place. *)

val fail_at : kind -> file:string -> section:string -> offset:int -> string -> 'a
val exit_code : kind -> int

val to_string : t -> string
(** ["FILE: message (SECTION, offset N)"], one line whatever the parts hold,
    without the program's name. *)
