(** A function's variables, and where they are declared. Each value that needs one
    gets a variable of its own, but that the parameter of a block shares it with
    what is moved there, where that can be: a loop's counter is one variable. It is
    declared in the innermost Lua block that holds all its uses, where it is born
    when possible, and never between a goto and its label. A function that would
    hold more locals than Lua allows shares registers by liveness instead; what does
    not fit into registers either lives in a table [_V], the least used first. *)

type t = {
  names : string array;  (** by node: the text that names its variable, or "" *)
  in_place : bool array;  (** by node: [local] at its definition *)
  declared : int array array array;
      (** by sequence ([[||]]: nothing in it), by statement: values to declare before it; see {!declared_before} *)
  shares : bool;  (** variables are registers, or slots of [_V] *)
  registers : int;  (** shared ones, declared at the top *)
  spilled : int;  (** slots of [_V] *)
  variables : int;
}

val none : t
(** Of a function without variables and nodes. *)

val declared_before : t -> Tree.seq -> int -> int array
(** The values that are declared before that statement of the sequence; mostly [[||]]. *)

val place_variables :
  Ir.func -> Folding.t -> Tree.t -> named_elsewhere:bool array -> share:bool -> budget:int -> t
(** [named_elsewhere], by node: values that get no variable here (items).
    [share]: at most [budget] registers instead of a local each. *)
