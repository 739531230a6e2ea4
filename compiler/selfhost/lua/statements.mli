(** The tree of statements as text. *)

val body : Function_printer.context -> int -> Folding.t -> Tree.t -> indent:int -> Function_printer.text
(** The statements of that function between [function (...)] and [end]. *)
