open Ir
module Value = Abstract_value

type state = {
  functions : func array;
  constant : bool array;  (* by function: its calls need no closure *)
}

let known_field s (node : node) (known : Value.t) =
  if Value.is_function known && s.constant.(known.func) then begin
    node.op <- Function;
    node.effects <- Pure;
    node.imm <- known.func;
    node.args <- no_args
  end

(* The function that a call of at least its arity reaches, or none. *)
let target_of s (callee : Value.t) count =
  if Value.calls_function callee && count >= s.functions.(callee.func).arity then begin
    s.functions.(callee.func).known_calls <- true;
    callee.func
  end
  else none

(* Operands of Call_known: the closure, where the function needs one, and as many
   arguments, from [first] on, as it has parameters. New nodes go to [body]. *)
let exact s f b target callee args first body =
  let closure =
    if s.constant.(target) then begin
      let zero = add f b Integer 0 no_args f.nodes.data.(callee).pc in
      Vec.push body zero;
      zero
    end
    else callee
  in
  Array.append [| closure |] (Array.sub args first s.functions.(target).arity)

let rest_from args first = Array.sub args first (Array.length args - first)

let known_call s f (node : node) callee body =
  let args = node.args in
  let count = Array.length args - 1 in
  let target = target_of s callee count in
  if target <> none then begin
    let operands = exact s f node.block target args.(0) args 1 body in
    let arity = s.functions.(target).arity in
    if count = arity then begin
      node.op <- Call_known;
      node.imm <- target;
      node.args <- operands
    end
    else begin
      let first = add f node.block Call_known target operands node.pc in
      Vec.push body first;
      node.args <- Array.append [| first |] (rest_from args (1 + arity))
    end
  end

let known_tail_call s f b term callee body =
  let args = term.targs in
  let target = target_of s callee (Array.length args) in
  if target <> none then begin
    let arity = s.functions.(target).arity in
    if Array.length args = arity then begin
      term.kind <- Tail_known;
      term.func <- target;
      if s.constant.(target) then term.value <- none
    end
    else begin
      let operands = exact s f b target term.value args 0 body in
      let first = add f b Call_known target operands term.term_pc in
      Vec.push body first;
      term.value <- first;
      term.targs <- rest_from args arity
    end
  end

let rewrite_block s f b (values : Value.t array) =
  let block = f.blocks.data.(b) in
  let body = Vec.create () in
  for i = 0 to block.body.size - 1 do
    let v = block.body.data.(i) in
    let node = f.nodes.data.(v) in
    (match node.op with
    | Field -> known_field s node values.(v)
    | Call -> known_call s f node values.(node.args.(0)) body
    | _ -> ());
    Vec.push body v
  done;
  let term = block.term in
  if term.kind = Tail_call then known_tail_call s f b term values.(term.value) body;
  block.body <- body

let rewrite s id (flow : Flow_analysis.function_flow) =
  let f = s.functions.(id) in
  f.escapes <- flow.escapes || not flow.reached;
  f.result_kinds <- (if flow.reached && not (Value.is_bottom flow.result) then flow.result.kinds else kind_any);
  if flow.reached then
    for b = 0 to f.blocks.size - 1 do
      rewrite_block s f b flow.values
    done

(* Functions without free variables, and those that some node names as constants. *)
let constants (functions : func Vec.t) =
  let constant = Array.make functions.size false in
  for id = 0 to functions.size - 1 do
    let f = functions.data.(id) in
    if f.captures = 0 then constant.(id) <- true;
    for v = 0 to f.nodes.size - 1 do
      let node = f.nodes.data.(v) in
      if node.op = Function then constant.(node.imm) <- true
    done
  done;
  constant

let analyse_flow (program : program) =
  let flow = Flow_analysis.analyse_values program in
  let s = { functions = program.functions.data; constant = constants program.functions } in
  for id = 0 to program.functions.size - 1 do
    rewrite s id flow.(id)
  done
