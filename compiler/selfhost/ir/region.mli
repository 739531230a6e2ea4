(** The control flow of one piece of bytecode: a function's body, a unit's main
    code, or the body of a [try] (from PUSHTRAP to its POPTRAPs), which becomes a
    function of its own. Basic blocks in reverse postorder; nested [try] bodies are
    nested regions. Linear in the instructions reached. *)

type block = {
  first : int;  (** pc of its first instruction *)
  mutable last : int;  (** pc of its last instruction *)
  mutable stop : int;  (** where a fallthrough goes on *)
  mutable successors : int array;  (** blocks; of a PUSHTRAP: the exits of the body, then the handler *)
  mutable predecessors : int;  (** how many edges lead here *)
  mutable body : region option;  (** when the last instruction is PUSHTRAP *)
}

and region = {
  entry : int;  (** a pc *)
  blocks : block array;  (** reverse postorder; 0 is the entry *)
  exits : int array;  (** of a [try] body: pcs after its POPTRAPs, ascending *)
}

type exploration
(** Scratch shared by the explorations of one image, so that each is linear in what
    it visits. It bounds the total: well-formed code is visited once. *)

val exploration : Image.t -> exploration

val explore : exploration -> int -> stop:int -> region
(** The region that starts at a pc. [stop] is the pc where a unit's main code ends
    ([Ir.none] for functions); reaching it is a return.

    @raise Diagnostic.Error of kind [Input] when the code is malformed. *)
