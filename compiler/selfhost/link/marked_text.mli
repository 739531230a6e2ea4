(** Text in which symbols are numbers, cut at its marks: names are chosen when
    all of it is there, and until then only the marks are looked at. *)

type t = {
  pieces : string array;  (** what is between the marks: one more than there are marks *)
  marks : int array;
      (** A symbol where its name is to stand; [-1 - symbol] where the symbol, just assigned, is to be
          stored for other sections as well (see {!Expression.export_mark}). *)
}

val of_string : string -> t
(** Cuts text with marks as {!Expression.symbol_text} and [export_mark] write them. *)

val is_empty : t -> bool
val concat : t list -> t
