(** From marshalled values to the constants of an image. *)

val max_constants : int
(** More constants than any program has (ocamlc: 30,000); keeps forged files from
    taking all memory. *)

val too_many_constants : string
(** The message. *)

(** Numbers constants: objects in the order in which they are met, level by level,
    integers and blocks without fields once each. *)
module Table : sig
  type t

  val create : unit -> t

  val constants : t -> Image.constant Vec.t
  (** By number. *)

  val add : t -> Image.constant -> int
  val integer : t -> int -> int
  val wide_integer : t -> int64 -> int

  val atom : t -> int -> int
  (** The block of this tag without fields. *)
end

(** Imports values of one marshalled value into a table; what they share stays
    shared over all the calls of [import], and cycles are kept. *)
module Importer : sig
  type t

  val create : Table.t -> Marshal_reader.t -> t
  val import : t -> Marshal_reader.value -> int
end
