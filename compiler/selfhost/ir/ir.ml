(* The intermediate representation: SSA with block parameters over vectors and
   dense ids. The twin of stage0's ir/ir.h, which states the invariants.

   A node is an instruction and the value that it defines: one id for both. *)

type opcode = Ir_ops.opcode

type effects = Ir_ops.effects =
  | Pure
  | Read  (* may be reordered with other reads only *)
  | Effect  (* calls, stores, raises: keeps its place among all but [Pure] *)

(* No value, block, function, ... *)
let none = -1

(* What a value may be, as a set of bits. *)
let kind_int = 1
let kind_float = 2
let kind_string = 4
let kind_block = 8
let kind_function = 16
let kind_any = 31
let kind_data = 15

(* The comparison that holds when this one doesn't. *)
let negated : opcode -> opcode = function
  | Eq -> Ne
  | Ne -> Eq
  | Lt -> Ge
  | Le -> Gt
  | Gt -> Le
  | Ge -> Lt
  | Ult -> Uge
  | _ -> Ult

(* The same with its operands the other way round. *)
let mirrored : opcode -> opcode = function
  | Lt -> Gt
  | Le -> Ge
  | Gt -> Lt
  | Ge -> Le
  | op -> op

type node = {
  mutable op : opcode;
  mutable effects : effects;  (* the operation's, or the primitive's for c_call *)
  mutable imm : int;  (* meaning by op, see spec/ir_ops.def; signed *)
  mutable args : int array;
  mutable block : int;
  mutable pc : int;  (* none: a block that the bytecode doesn't make *)
}

type edge = { mutable target : int; mutable edge_args : int array }

type term_kind =
  | Unreachable
  | Jump  (* edges.(0) *)
  | Branch  (* value; edges.(0) when it is true (not 0), edges.(1) otherwise *)
  | Switch  (* value; [cases]: edge for each constant, then for each block tag *)
  | Return  (* value *)
  | Raise  (* value *)
  | Tail_call  (* value = callee, targs *)
  | Tail_known  (* func, targs (value = the closure, or none) *)
  | Try  (* func called with targs; edges: the exits of the body (one, of a function), then the handler *)
  | Exit  (* of a try body: number [exit_index] with value *)

type terminator = {
  mutable kind : term_kind;
  mutable value : int;
  mutable func : int;
  mutable exit_index : int;
  mutable const_cases : int;  (* Switch: how many of the cases are constants *)
  mutable term_pc : int;
  mutable result : int;  (* Try: the value of its exits *)
  mutable exn : int;  (* Try: the value of its handler *)
  mutable targs : int array;
  mutable edges : edge array;
  mutable cases : int array;  (* Switch: indices into edges *)
}

type block = {
  mutable params : int array;
  mutable body : int Vec.t;
  mutable term : terminator;
}

type function_kind = Unit_main | Closure | Try_body

type func = {
  mutable fkind : function_kind;
  mutable unit_index : int;
  mutable fpc : int;  (* of its first instruction *)
  mutable arity : int;  (* OCaml parameters; [fparams] may hold lifted ones behind them *)
  mutable captures : int;  (* free variables *)
  mutable group : int;  (* closures made together: index into [groups] *)
  mutable member : int;  (* its place in the group *)
  mutable exits : int;  (* Try_body: exits, the handler's own included when it is used *)
  mutable dead : bool;  (* not reachable from the program: to be skipped *)
  mutable escapes : bool;  (* may be called from places that are not known *)
  mutable known_calls : bool;  (* has call_known or tail_known sites *)
  mutable result_kinds : int;  (* what it may return *)
  mutable recursive : bool;  (* may be on the stack more than once: counts its frames *)
  mutable checks_depth : bool;  (* and tests the count *)
  mutable shows_depth : bool;  (* and tells it to functions that are called by value *)
  mutable returns_exceptions : bool;
      (* as a second result, the first being nil; only tail calls and Try reach it *)
  mutable fparams : int array;
  nodes : node Vec.t;
  blocks : block Vec.t;
}

type unit_info = { unit_name : string; mutable main : int }

(* A value of a unit's main code that other functions use: defined once, before
   any of them runs. *)
type item = { item_main : int; item_value : int }

(* A primitive as the program names it, with what primitives.def says of it. *)
type primitive_use = {
  prim_name : string;
  mutable prim_effects : effects;
  mutable prim_result : int;
  mutable store : bool;  (* written as a statement of Lua *)
  mutable prim_arity : int;  (* operands that its text names; 0: any number *)
  asks : bool;  (* tells of allocations *)
  makes : bool;  (* a new block, which counts as an allocation *)
}

(* Gc.finalise or Gc.finalise_last. *)
let registers_finaliser use =
  match use.prim_name with
  | "caml_final_register" | "caml_final_register_called_without_value" -> true
  | _ -> false

type program = {
  version : Image.version;
  units : unit_info Vec.t;
  functions : func Vec.t;
  groups : int array Vec.t;  (* closures that are made together and know each other *)
  made_once : bool Vec.t;  (* by group: one node, in one function, makes it *)
  primitives : primitive_use Vec.t;
  items : item Vec.t;
  constants : Image.constant Vec.t;
  globals : int array;
  global_names : string array;
  imported : bool array;  (* by slot: a unit from elsewhere; empty unless this is a unit by itself *)
  mutable asks_for_allocations : bool;  (* code was built that tells of them *)
  allocations : bool;  (* the output counts them, and makes blocks that nobody uses *)
  backtraces : bool;  (* the output keeps what backtraces tell: the image has debug events *)
}

(* Code that isn't here uses what units store into their slots. *)
let is_open program = Array.length program.imported > 0
let is_imported program slot = is_open program && program.imported.(slot)

let no_args : int array = [||]
let no_edges : edge array = [||]

let new_term kind =
  {
    kind; value = none; func = none; exit_index = 0; const_cases = 0; term_pc = 0; result = none; exn = none;
    targs = no_args; edges = no_edges; cases = no_args;
  }

(* Whether OCaml's machine has the node's place on its stack while it runs: calls, and
   what may raise or have its allocation looked at. *)
let has_place (node : node) =
  match node.op with
  | Call | Call_known | Div | Mod -> true
  | C_call | Make_block | Make_floats -> node.effects = Effect
  | _ -> false

(* How many instructions are in blocks. *)
let size f =
  let count = ref 0 in
  for b = 0 to f.blocks.Vec.size - 1 do
    count := !count + f.blocks.data.(b).body.Vec.size
  done;
  !count

(* Frees what is inside; what callers must know stays. *)
let forget_code f =
  Vec.reset f.nodes;
  Vec.reset f.blocks

let new_block () = { params = no_args; body = Vec.create (); term = new_term Unreachable }

(* A new node of block [block]; it is not in the block's body yet. *)
let add f block op imm args pc =
  Vec.push f.nodes { op; effects = Ir_ops.effects op; imm; args; block; pc };
  f.nodes.Vec.size - 1

(* What follows instruction [at] of block [b] becomes a block of its own, whose number is
   the result, and the instruction that block's parameter. Block [b] is left without an end. *)
let split f b at =
  let rest = f.blocks.size in
  let from = f.blocks.data.(b) and next = new_block () in
  Vec.push f.blocks next;
  let v = from.body.data.(at) in
  next.params <- [| v |];
  for i = at + 1 to from.body.size - 1 do
    let moved = from.body.data.(i) in
    Vec.push next.body moved;
    f.nodes.data.(moved).block <- rest
  done;
  Vec.truncate from.body at;
  next.term <- from.term;
  from.term <- new_term Unreachable;
  let node = f.nodes.data.(v) in
  node.op <- Block_param;
  node.effects <- Pure;
  node.imm <- 0;
  node.args <- no_args;
  node.block <- rest;
  if next.term.result <> none then begin
    f.nodes.data.(next.term.result).block <- rest;
    f.nodes.data.(next.term.exn).block <- rest
  end;
  rest

(* The end of a block that raises: in a try body, the exit to its own handler. *)
let raising f exn pc =
  if f.fkind = Try_body then { (new_term Exit) with value = exn; term_pc = pc; exit_index = f.exits - 1 }
  else { (new_term Raise) with value = exn; term_pc = pc }
