(** A vector that grows at its end: an array and how much of it is in use.

    The fields are public for loops in hot code: [v.data.(i)] is the element [i]
    where [0 <= i < v.size]; the places behind hold leftovers. Not for floats. *)

type 'a t = { mutable data : 'a array; mutable size : int }

val create : unit -> 'a t
val length : 'a t -> int

val get : 'a t -> int -> 'a
(** @raise Invalid_argument when the index is not below the length. *)

val set : 'a t -> int -> 'a -> unit
(** @raise Invalid_argument when the index is not below the length. *)

val push : 'a t -> 'a -> unit
(** Amortised constant time. *)

val insert : 'a t -> int -> 'a -> unit
(** [insert v i x] makes [x] element [i]; the elements from [i] on move up. Linear in
    their number. *)

val last : 'a t -> 'a
val pop : 'a t -> 'a
val truncate : 'a t -> int -> unit

val clear : 'a t -> unit
(** Keeps the array. *)

val reset : 'a t -> unit
(** Gives up the array. *)

val of_array : 'a array -> 'a t
val to_array : 'a t -> 'a array

val filter : ('a -> bool) -> 'a t -> unit
(** Keeps the elements that satisfy the predicate, in their order, in place. *)
