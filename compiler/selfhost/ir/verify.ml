open Ir

type verifier = {
  program : program;
  f : func;
  id : int;
  phase : string;
  dom : Cfg.dominators;
  defined : int array;  (* by value: its block, or [none] *)
  place : int array;  (* by value: the parameters of a block come first, its terminator's values last *)
}

let broken s v what =
  Diagnostic.fail_at Internal ~file:"" ~section:"CODE" ~offset:(s.f.fpc * 4)
    ("after " ^ s.phase ^ ", function f" ^ string_of_int s.id ^ ", value %" ^ string_of_int v ^ ": " ^ what)

let check_node s v = if v < 0 || v >= s.f.nodes.size then broken s v "is not a node"
let is_param (node : node) = match node.op with Param -> true | _ -> false

let set s v b place =
  check_node s v;
  if s.defined.(v) <> none then broken s v "is defined twice";
  let node = s.f.nodes.data.(v) in
  if node.block <> b && not (is_param node) then broken s v "is in another block than it says";
  s.defined.(v) <- b;
  s.place.(v) <- place

let define s b =
  let block = s.f.blocks.data.(b) in
  for i = 0 to Array.length block.params - 1 do
    set s block.params.(i) b 0
  done;
  for i = 0 to block.body.size - 1 do
    set s block.body.data.(i) b (i + 1)
  done;
  match block.term.kind with
  | Try ->
      set s block.term.result b (block.body.size + 1);
      set s block.term.exn b (block.body.size + 1)
  | Unreachable | Jump | Branch | Switch | Return | Raise | Tail_call | Tail_known | Exit -> ()

let use s v b place =
  check_node s v;
  let at = s.defined.(v) in
  let node = s.f.nodes.data.(v) in
  if at = none then broken s v ("is used, but not defined: " ^ Ir_ops.name node.op);
  let before = if at = b then s.place.(v) < place || is_param node else Cfg.dominates s.dom at b in
  if not before then broken s v "is used where it may be undefined"

let use_all s list b place =
  for i = 0 to Array.length list - 1 do
    use s list.(i) b place
  done

let known_call s v target count =
  let functions = s.program.functions in
  if target < 0 || target >= functions.size || functions.data.(target).dead then
    broken s v "calls a function that is gone";
  if Array.length functions.data.(target).fparams <> count then
    broken s v "calls with another number of arguments than parameters"

let uses s b =
  let block = s.f.blocks.data.(b) in
  let stop = block.body.size + 1 in
  for i = 0 to block.body.size - 1 do
    let v = block.body.data.(i) in
    let node = s.f.nodes.data.(v) in
    use_all s node.args b (i + 1);
    match node.op with Call_known -> known_call s v node.imm (Array.length node.args - 1) | _ -> ()
  done;
  let term = block.term in
  if term.value <> none then use s term.value b stop;
  use_all s term.targs b stop;
  (match term.kind with
  | Tail_known | Try -> known_call s term.value term.func (Array.length term.targs)
  | Unreachable | Jump | Branch | Switch | Return | Raise | Tail_call | Exit -> ());
  for i = 0 to Array.length term.edges - 1 do
    let edge = term.edges.(i) in
    if edge.target < 0 || edge.target >= s.f.blocks.size then broken s 0 "an edge leads nowhere";
    if Array.length edge.edge_args <> Array.length s.f.blocks.data.(edge.target).params then
      broken s 0 "an edge has not one argument per parameter";
    use_all s edge.edge_args b (stop + 1)
  done

let verify_function program id phase =
  let f = program.functions.data.(id) in
  let order = Cfg.reverse_postorder f in
  let preds = Cfg.predecessors f order in
  let dom = Cfg.dominators f preds order in
  let n = f.nodes.size in
  let s = { program; f; id; phase; dom; defined = Array.make n none; place = Array.make n 0 } in
  if Array.length preds.(0) > 0 || Array.length f.blocks.data.(0).params > 0 then
    broken s 0 "the entry block has predecessors or parameters";
  Array.iter (fun v -> s.defined.(v) <- 0) f.fparams;
  Array.iter (define s) dom.order;
  Array.iter (uses s) dom.order

let verify program phase =
  for id = 0 to program.functions.size - 1 do
    if not program.functions.data.(id).dead then verify_function program id phase
  done
