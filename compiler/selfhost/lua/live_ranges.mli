(** Where in the text of a function its variables are live, and which of them can
    be one. *)

(** A range of positions, both ends included. *)
type segment = { first : int; last : int }

type segments = segment array
(** Ascending and disjoint. *)

val intersect : segments -> segments -> bool

val united : segments -> segments -> segments
(** The union of two that don't intersect. *)

val without : segments -> segment -> segments

val live_ranges : Ir.func -> Occurrences.t -> wanted:bool array -> segments array
(** By value; empty for those that do not occur. [wanted], by value: those to look
    at. Each range is found from its uses backwards (Brandner and others,
    "Computing liveness sets for SSA-form programs", 2011), which takes as long as
    the range is wide. *)
