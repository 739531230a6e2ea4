(** A set of small natural numbers that is emptied in constant time. Memory: a
    word for each number up to the largest that was ever in it. *)

type t

val create : unit -> t

val add : t -> int -> bool
(** Whether it is new. Amortised constant time. *)

val mem : t -> int -> bool
val remove : t -> int -> unit
val clear : t -> unit
