(** The lattice of {!Flow_analysis}. *)

type t = {
  kinds : int;  (** a set of kinds; 0: no value reaches here (yet) *)
  func : int;  (** when there is [kind_function]: the one function that it can be, or [unknown_target] *)
  site : int;  (** when there is [kind_block]: the one allocation that it can be, or [unknown_target] *)
}

val unknown_target : int
(** Several functions (allocations), or others than those of the program. Negative, as
    is what stands for none. *)

val bottom : t
val any : t

val of_kinds : int -> t
(** Functions and blocks are unknown. *)

val of_function : int -> t
val of_site : int -> t
val is_bottom : t -> bool

val is_function : t -> bool
(** It must be the one function [func]. *)

val calls_function : t -> bool
(** A call of it reaches the one function [func]: an int can't be called. *)

val is_site : t -> bool
(** A read of its fields reaches the one block [site]: an int can't be read. *)

val join : t -> t -> t
(** The least upper bound; the first operand itself when it is that. *)
