(* The tree of statements that a function's control flow becomes.

   A sequence knows the one around it, so that a place for a declaration can be
   found from the inside out. Statement [i] of a sequence is [stmts.data.(i)]. *)

(* What a branch tests; several basic blocks may have gone into it ([&&], [||]
   of the source). *)
type condition =
  | Leaf of { value : int; negated : bool }
  | Both of condition * condition
  | Either of condition * condition

type stmt =
  | Block of int  (* the body of a basic block *)
  | Moves of { block : int; edge : int }  (* arguments to parameters along an edge *)
  | If of { block : int; condition : condition; yes : seq; no : seq }
  | Switch of { block : int; ways : seq array }  (* one for each edge of the block's terminator *)
  | Try of { block : int; ways : seq array }  (* one for each edge, the handler last *)
  | Loop of { header : int; body : seq }  (* endless, left by break or goto *)
  | Leave of int  (* return, raise, tail call or exit: the terminator of that block *)
  | Break  (* out of the innermost loop *)
  | Goto of int  (* to the label of that number *)
  | Label of int
  | Scope of { block : int; body : seq }  (* [do ... end], so that no goto enters a local's scope *)
  | Set_state of { block : int; number : int }  (* state := number *)
  | If_state of {
      number : int;
      falls : bool;  (* entered when the state is 0, too *)
      named : bool;  (* entered when the state is [number], which is then reset *)
      body : seq;
    }
  | Break_if_state of int array  (* out of the innermost loop when the state is one of these; ascending *)

and seq = {
  id : int;  (* its place in the tree's [seqs]; greater than the parent's *)
  parent : int;  (* id of the sequence around it, or -1 *)
  depth : int;  (* number of sequences around it *)
  mutable index : int;  (* of its statement in the parent *)
  stmts : stmt Vec.t;
}

type t = {
  root : seq;
  seqs : seq Vec.t;  (* by id *)
  mutable uses_state : bool;
}

(* The sequences of a statement, in the order of the text. *)
let parts = function
  | If { yes; no; _ } -> [| yes; no |]
  | Switch { ways; _ } | Try { ways; _ } -> ways
  | Loop { body; _ } | Scope { body; _ } | If_state { body; _ } -> [| body |]
  | Block _ | Moves _ | Leave _ | Break | Goto _ | Label _ | Set_state _ | Break_if_state _ -> [||]
