type occurrence = {
  mutable value : int;
  node : int;
  seq : Tree.seq;
  index : int;
  position : int;
  place : int;
  loops : int;
  assigned : bool;
  born : bool;
}

type place = {
  block : int;
  edge : int;
  mutable place_loops : int;
  mutable first : int;
  mutable last : int;
}

type t = { list : occurrence Vec.t; places : place Vec.t; edge_places : int array array; mutable edge_sources : int array array }

let source all from edge =
  if Array.length all.edge_sources = 0 || Array.length all.edge_sources.(from) = 0 then from
  else all.edge_sources.(from).(edge)

type walk = {
  f : Ir.func;
  folding : Folding.t;
  tree : Tree.t;
  named_elsewhere : bool array;
  out : t;
  mutable place : int;
  mutable position : int;
  mutable loops : int;
}

(* What follows belongs to the place. *)
let enter w place =
  w.place <- place;
  let at = w.out.places.data.(place) in
  at.place_loops <- w.loops;
  if at.first = Ir.none then at.first <- w.position;
  at.last <- w.position

let step w =
  w.position <- w.position + 1;
  w.out.places.data.(w.place).last <- w.position

let occurs w v (seq : Tree.seq) index ~assigned ~born =
  if v <> Ir.none && not w.named_elsewhere.(v) then
    Vec.push w.out.list
      { value = v; node = v; seq; index; position = w.position; place = w.place; loops = w.loops; assigned; born }

let rec uses w v seq index =
  if v <> Ir.none then
    match w.folding.form.(v) with
    | Folded -> uses_all w w.f.nodes.data.(v).args seq index
    | Variable -> occurs w v seq index ~assigned:false ~born:false
    | Unused | Constant | Statement -> ()

and uses_all w (values : int array) seq index =
  for i = 0 to Array.length values - 1 do
    uses w values.(i) seq index
  done

let rec condition w (c : Tree.condition) seq index =
  match c with
  | Leaf { value; _ } -> uses w value seq index
  | Both (left, right) | Either (left, right) ->
      condition w left seq index;
      condition w right seq index

let body w (block : Ir.block) seq index =
  for i = 0 to block.body.size - 1 do
    let v = block.body.data.(i) in
    match w.folding.form.(v) with
    | (Variable | Statement) as form ->
        let node = w.f.nodes.data.(v) in
        (* Closures that are made together are assigned together. *)
        if node.op <> Member then begin
          step w;
          uses_all w node.args seq index;
          step w
        end;
        if form = Folding.Variable then occurs w v seq index ~assigned:true ~born:true
    | Unused | Constant | Folded -> ()
  done

let moves w block edge seq index =
  let place = w.out.places.size in
  Vec.push w.out.places { block; edge; place_loops = 0; first = Ir.none; last = Ir.none };
  w.out.edge_places.(block).(edge) <- place;
  enter w place;
  let edge = w.f.blocks.data.(block).term.edges.(edge) in
  let params = w.f.blocks.data.(edge.target).params in
  for i = 0 to Array.length params - 1 do
    if not (Tree.counts w.tree edge.target i) then uses w edge.edge_args.(i) seq index
  done;
  step w;
  for i = 0 to Array.length params - 1 do
    if not (Tree.counts w.tree edge.target i) then occurs w params.(i) seq index ~assigned:true ~born:false
  done

(* A [for]: its start and its limit are taken as read each time round, which is safe. *)
let count w (loop : Tree.counted_loop) seq index body =
  enter w loop.loop_header;
  uses w loop.start seq index;
  uses w loop.limit seq index;
  step w;
  w.loops <- w.loops + 1;
  occurs w loop.counter body 0 ~assigned:true ~born:false;
  w.loops <- w.loops - 1

let rec sequence w (seq : Tree.seq) =
  for index = 0 to seq.stmts.size - 1 do
    w.position <- w.position + 1;
    statement w seq.stmts.data.(index) seq index
  done

and statement w (stmt : Tree.stmt) seq index =
  let term b = w.f.blocks.data.(b).Ir.term in
  match stmt with
  | Block b ->
      enter w b;
      body w w.f.blocks.data.(b) seq index
  | Moves { block; edge } -> moves w block edge seq index
  | If { block; condition = c; yes; no } ->
      enter w block;
      condition w c seq index;
      sequence w yes;
      sequence w no
  | Switch { block; ways } ->
      enter w block;
      uses w (term block).value seq index;
      sequences w ways
  | Try { block; ways } ->
      let term = term block in
      enter w block;
      uses_all w term.targs seq index;
      step w;
      occurs w term.result seq index ~assigned:true ~born:false;
      sequences w ways
  | Leave b ->
      let term = term b in
      enter w b;
      uses w term.value seq index;
      uses_all w term.targs seq index
  | Loop { header; body } ->
      (match Tree.counted_loop w.tree header with Some loop -> count w loop seq index body | None -> ());
      w.loops <- w.loops + 1;
      sequence w body;
      w.loops <- w.loops - 1
  | Scope { body; _ } | If_state { body; _ } -> sequence w body
  | Break | Goto _ | Label _ | Set_state _ | Break_if_state _ -> ()

and sequences w parts =
  for i = 0 to Array.length parts - 1 do
    sequence w parts.(i)
  done

let find_sources w =
  let { edge_places; _ } = w.out in
  w.out.edge_sources <- Array.make (Array.length edge_places) [||];
  List.iter
    (fun { Tree.test; round; tests_first; _ } ->
      let moves = edge_places.(test).(round) in
      if (not tests_first) && moves <> Ir.none then begin
        let sources = Array.make 2 test in
        sources.(1 - round) <- moves;
        w.out.edge_sources.(test) <- sources
      end)
    w.tree.counted

let find (f : Ir.func) folding (tree : Tree.t) ~named_elsewhere =
  let count = f.blocks.size in
  let places = Vec.create () and edge_places = Array.make count [||] in
  for b = 0 to count - 1 do
    Vec.push places { block = b; edge = Ir.none; place_loops = 0; first = Ir.none; last = Ir.none };
    let edges = Array.length f.blocks.data.(b).term.edges in
    if edges > 0 then edge_places.(b) <- Array.make edges Ir.none
  done;
  let out = { list = Vec.create (); places; edge_places; edge_sources = [||] } in
  let w = { f; folding; tree; named_elsewhere; out; place = Ir.none; position = 0; loops = 0 } in
  sequence w tree.root;
  if tree.counted <> [] then find_sources w;
  out
