(* The tree of statements that a function's control flow becomes.

   A sequence knows the one around it, so that a place for a declaration can be
   found from the inside out. Statement [i] of a sequence is [stmts.data.(i)]. *)

(* What a branch tests; several basic blocks may have gone into it ([&&], [||]
   of the source). *)
type condition =
  | Leaf of { value : int; negated : bool }
  | Both of condition * condition
  | Either of condition * condition

(* A loop that is a [for] of Lua. *)
type counted_loop = {
  loop_header : int;
  slot : int;  (* the counter's, among the header's parameters *)
  counter : int;
  start : int;
  limit : int;
  down : bool;
  excluded : bool;  (* the limit itself *)
  tests_first : bool;  (* otherwise last: what goes round is moved in the last round, too *)
  test : int;  (* the block that ends in the loop's test; its edge [round] stays in the loop *)
  round : int;
}

type stmt =
  | Block of int  (* the body of a basic block *)
  | Moves of { block : int; edge : int }  (* arguments to parameters along an edge *)
  | If of { block : int; condition : condition; yes : seq; no : seq }
  | Switch of { block : int; ways : seq array }  (* one for each edge of the block's terminator *)
  | Try of { block : int; ways : seq array }  (* one for each edge, the handler last *)
  | Loop of { header : int; body : seq }  (* left by break or goto, and by a counted loop's test *)
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
  mutable counted : counted_loop list;
  mutable counted_by : counted_loop option array;  (* by block: the loop whose header it is; empty without any *)
}

let counted_loop tree header = if Array.length tree.counted_by = 0 then None else tree.counted_by.(header)

(* Whether the parameter isn't assigned by moves to its block: a [for] counts it. *)
let counts tree header slot =
  match counted_loop tree header with Some loop -> loop.slot = slot | None -> false

(* The sequences of a statement, in the order of the text. *)
let parts = function
  | If { yes; no; _ } -> [| yes; no |]
  | Switch { ways; _ } | Try { ways; _ } -> ways
  | Loop { body; _ } | Scope { body; _ } | If_state { body; _ } -> [| body |]
  | Block _ | Moves _ | Leave _ | Break | Goto _ | Label _ | Set_state _ | Break_if_state _ -> [||]
