open Ir

(* A closure that is not a constant must be called through itself: a call of the
   same code with other free variables is not a loop. *)
let is_self f (id : int) term =
  term.kind = Tail_known && term.func = id
  && (term.value = none
      ||
      let callee = f.nodes.data.(term.value) in
      callee.op = Sibling && callee.imm = f.member)

let jump target edge_args =
  let term = new_term Jump in
  term.edges <- [| { target; edge_args } |];
  term

(* Moves the entry's code to a new block, the header; captures stay in the entry. *)
let split_entry f =
  let nodes = f.nodes.data in
  let header = f.blocks.size in
  let loop = new_block () and entry = f.blocks.data.(0) in
  Vec.push f.blocks loop;
  let kept = Vec.create () in
  for i = 0 to entry.body.size - 1 do
    let v = entry.body.data.(i) in
    let node = nodes.(v) in
    match node.op with
    | Capture | Sibling -> Vec.push kept v
    | _ ->
      Vec.push loop.body v;
      node.block <- header
  done;
  entry.body <- kept;
  loop.term <- entry.term;
  if loop.term.result <> none then begin
    nodes.(loop.term.result).block <- header;
    nodes.(loop.term.exn).block <- header
  end;
  entry.term <- new_term Unreachable;
  header

let loop_self_tail_calls f id =
  let any = ref false in
  for b = 0 to f.blocks.size - 1 do
    if is_self f id f.blocks.data.(b).term then any := true
  done;
  if !any then begin
    let header = split_entry f in
    let count = Array.length f.fparams in
    let alias = Array.make (f.nodes.size + count) none in
    let params = Array.make count none in
    for i = 0 to count - 1 do
      let param = add f header Block_param 0 no_args f.fpc in
      params.(i) <- param;
      alias.(f.fparams.(i)) <- param
    done;
    f.blocks.data.(header).params <- params;
    Simplify.substitute f alias;
    for b = 0 to f.blocks.size - 1 do
      let block = f.blocks.data.(b) in
      if is_self f id block.term then block.term <- jump header block.term.targs
    done;
    f.blocks.data.(0).term <- jump header (Array.copy f.fparams)
  end
