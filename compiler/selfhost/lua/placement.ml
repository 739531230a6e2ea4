type t = {
  names : string array;
  in_place : bool array;
  declared : int array array array;
  registers : int;
  spilled : int;
  variables : int;
}

let none = { names = [||]; in_place = [||]; declared = [||]; registers = 0; spilled = 0; variables = 0 }

let declared_before p (seq : Tree.seq) index =
  let of_seq = p.declared.(seq.id) in
  if index < Array.length of_seq then of_seq.(index) else [||]

type open_loop = {
  start : int;  (* the position where it begins *)
  through : int Vec.t;  (* values born before it and used in it: they live to its end *)
}

(* Positions are those of statements in the order of the text. *)
type state = {
  f : Ir.func;
  folding : Folding.t;
  tree : Tree.t;
  named_elsewhere : bool array;
  same : int array;  (* by exception of a try: its result, which comes in the same variable *)
  home : int array;  (* by value: the innermost sequence that holds all its occurrences, or -1 *)
  index : int array;  (* by value: the statement of [home] that holds the first occurrence *)
  born : bool array;  (* by value: that statement defines it *)
  first : int array;  (* by value: positions *)
  last : int array;
  weight : int array;  (* by value: uses, by loop depth *)
  reaches : int array;  (* by value: [start] of the last loop that has it in [through] *)
  order : int Vec.t;  (* values by first occurrence *)
  loops : open_loop Vec.t;
  mutable position : int;
}

let step s = s.position <- s.position + 1

(* -- occurrences, in the order of the text *)

(* Moves v's home out until it holds the sequence [other]. *)
let rec widen s v (other : Tree.seq) =
  let home = s.tree.seqs.data.(s.home.(v)) in
  if home.id <> other.id then
    if home.depth >= other.depth then begin
      s.index.(v) <- home.index;
      s.home.(v) <- home.parent;
      s.born.(v) <- false;
      widen s v other
    end
    else widen s v s.tree.seqs.data.(other.parent)

(* An occurrence in a loop around, of a value that is older than the loop. The
   outermost such loop ends last. *)
let note_loops s v =
  let loops = s.loops in
  let first = s.first.(v) in
  let l = ref 0 in
  while !l < loops.size && loops.data.(!l).start <= first do
    incr l
  done;
  if !l < loops.size then begin
    let outermost = loops.data.(!l) in
    if s.reaches.(v) <> outermost.start then begin
      s.reaches.(v) <- outermost.start;
      Vec.push outermost.through v
    end
  end

let occurs s v (seq : Tree.seq) index birth =
  let v = if v <> Ir.none && s.same.(v) <> Ir.none then s.same.(v) else v in
  if v <> Ir.none && not s.named_elsewhere.(v) then begin
    if s.home.(v) < 0 then begin
      s.home.(v) <- seq.id;
      s.index.(v) <- index;
      s.born.(v) <- birth;
      s.first.(v) <- s.position;
      Vec.push s.order v
    end
    else widen s v seq;
    if s.last.(v) < s.position then s.last.(v) <- s.position;
    let depth = if s.loops.size < 6 then s.loops.size else 6 in
    s.weight.(v) <- s.weight.(v) + (1 lsl (2 * depth));
    if depth > 0 then note_loops s v
  end

let rec uses s v seq index =
  if v <> Ir.none then
    match s.folding.form.(v) with
    | Folded -> uses_all s s.f.nodes.data.(v).args seq index
    | Variable -> occurs s v seq index false
    | Unused | Constant | Statement -> ()

and uses_all s (values : int array) seq index =
  for i = 0 to Array.length values - 1 do
    uses s values.(i) seq index
  done

let rec condition s (c : Tree.condition) seq index =
  match c with
  | Leaf { value; _ } -> uses s value seq index
  | Both (left, right) | Either (left, right) ->
      condition s left seq index;
      condition s right seq index

let body s (block : Ir.block) seq index =
  for i = 0 to block.body.size - 1 do
    let v = block.body.data.(i) in
    match s.folding.form.(v) with
    | (Variable | Statement) as form ->
        uses_all s s.f.nodes.data.(v).args seq index;
        if form = Folding.Variable then occurs s v seq index true;
        step s
    | Unused | Constant | Folded -> ()
  done

let moves s block edge seq index =
  let edge = s.f.blocks.data.(block).term.edges.(edge) in
  uses_all s edge.edge_args seq index;
  step s;
  let params = s.f.blocks.data.(edge.target).params in
  for i = 0 to Array.length params - 1 do
    occurs s params.(i) seq index false
  done

let close_loop s =
  let loop = Vec.pop s.loops in
  for i = 0 to loop.through.size - 1 do
    let v = loop.through.data.(i) in
    if s.last.(v) < s.position then s.last.(v) <- s.position
  done

let rec sequence s (seq : Tree.seq) =
  for index = 0 to seq.stmts.size - 1 do
    step s;
    statement s seq.stmts.data.(index) seq index
  done

and statement s (stmt : Tree.stmt) seq index =
  match stmt with
  | Block b -> body s s.f.blocks.data.(b) seq index
  | Moves { block; edge } -> moves s block edge seq index
  | If { condition = c; yes; no; _ } ->
      condition s c seq index;
      sequence s yes;
      sequence s no
  | Switch { block; ways } ->
      uses s s.f.blocks.data.(block).term.value seq index;
      sequences s ways
  | Try { block; ways } ->
      let term = s.f.blocks.data.(block).term in
      uses_all s term.targs seq index;
      step s;
      occurs s term.result seq index false;
      sequences s ways
  | Leave b ->
      let term = s.f.blocks.data.(b).term in
      uses s term.value seq index;
      uses_all s term.targs seq index
  | Loop { body; _ } ->
      Vec.push s.loops { start = s.position; through = Vec.create () };
      sequence s body;
      step s;
      close_loop s
  | Scope { body; _ } | If_state { body; _ } -> sequence s body
  | Break | Goto _ | Label _ | Set_state _ | Break_if_state _ -> ()

and sequences s parts =
  for i = 0 to Array.length parts - 1 do
    sequence s parts.(i)
  done

(* -- a local each *)

let may_hold_goto (stmt : Tree.stmt) =
  match stmt with
  | If _ | Switch _ | Try _ | Loop _ -> true
  | _ -> false

let is_label (stmt : Tree.stmt) =
  match stmt with
  | Label _ -> true
  | _ -> false

(* By statement of the sequence: the one that its declarations go before. Between
   one that holds gotos and the label behind it, a local would be in the way. *)
let hoisting (seq : Tree.seq) =
  let stmts = seq.stmts in
  let target = Array.make stmts.size 0 in
  let source = ref (-1) in
  for i = 0 to stmts.size - 1 do
    target.(i) <- i;
    if may_hold_goto stmts.data.(i) then source := i
    else if is_label stmts.data.(i) && !source >= 0 && i + 1 < stmts.size then
      Array.fill target !source (i - !source) !source
  done;
  target

(* The values that are declared before each statement, and by [in_place] those
   that are where they are born. *)
let declare s in_place =
  let seqs = s.tree.seqs in
  let targets = Array.make seqs.size [||] and counts = Array.make seqs.size [||] in
  for i = 0 to s.order.size - 1 do
    let v = s.order.data.(i) in
    let home = s.home.(v) in
    if Array.length targets.(home) = 0 then begin
      targets.(home) <- hoisting seqs.data.(home);
      counts.(home) <- Array.make (Array.length targets.(home)) 0
    end;
    let target = targets.(home).(s.index.(v)) in
    if s.born.(v) && target = s.index.(v) then in_place.(v) <- true
    else begin
      s.index.(v) <- target;
      counts.(home).(target) <- counts.(home).(target) + 1
    end
  done;
  let declared = Array.map (Array.map (fun count -> if count = 0 then [||] else Array.make count Ir.none)) counts in
  for i = 0 to s.order.size - 1 do
    let v = s.order.data.(i) in
    if not in_place.(v) then begin
      let missing = counts.(s.home.(v)) and values = declared.(s.home.(v)).(s.index.(v)) in
      values.(Array.length values - missing.(s.index.(v))) <- v;
      missing.(s.index.(v)) <- missing.(s.index.(v)) - 1
    end
  done;
  declared

(* -- shared registers: linear scan over the ranges (Poletto and Sarkar, 1999) *)

type registers = {
  budget : int;
  reg : int array;  (* by value: its register, or -1 *)
  active : int array;  (* values that have one now: those whose ranges end last come first *)
  mutable actives : int;
  free : bool array;  (* by register *)
  mutable lowest : int;  (* no register below is free *)
  mutable frees : int;
  mutable used : int;  (* registers *)
  mutable slots : int;  (* of [_V] *)
}

(* v's range ends before w's; by number where both end together. *)
let ends_before s v w = s.last.(v) < s.last.(w) || (s.last.(v) = s.last.(w) && v < w)

let activate s r v =
  let at = ref r.actives in
  while !at > 0 && ends_before s r.active.(!at - 1) v do
    r.active.(!at) <- r.active.(!at - 1);
    decr at
  done;
  r.active.(!at) <- v;
  r.actives <- r.actives + 1

let deactivate r v =
  let at = ref 0 in
  while r.active.(!at) <> v do
    incr at
  done;
  Array.blit r.active (!at + 1) r.active !at (r.actives - !at - 1);
  r.actives <- r.actives - 1

let expire s r position =
  while r.actives > 0 && s.last.(r.active.(r.actives - 1)) < position do
    r.actives <- r.actives - 1;
    let register = r.reg.(r.active.(r.actives)) in
    r.free.(register) <- true;
    r.frees <- r.frees + 1;
    if register < r.lowest then r.lowest <- register
  done

let take_free r =
  while not r.free.(r.lowest) do
    r.lowest <- r.lowest + 1
  done;
  r.free.(r.lowest) <- false;
  r.frees <- r.frees - 1;
  r.lowest

(* The least used of v and the active values; among equals v, then the one whose
   range ends first. *)
let coldest s r v =
  let coldest = ref v in
  for i = r.actives - 1 downto 0 do
    let other = r.active.(i) in
    if s.weight.(other) < s.weight.(!coldest) then coldest := other
  done;
  !coldest

(* A spilled value lives in [_V] from its birth on. *)
let spill r names v =
  r.slots <- r.slots + 1;
  names.(v) <- "_V[" ^ string_of_int r.slots ^ "]"

let allocate s r names v =
  expire s r s.first.(v);
  if r.frees > 0 then begin
    r.reg.(v) <- take_free r;
    activate s r v
  end
  else if r.used < r.budget then begin
    r.used <- r.used + 1;
    r.reg.(v) <- r.used;
    activate s r v
  end
  else begin
    let coldest = coldest s r v in
    spill r names coldest;
    if coldest <> v then begin
      r.reg.(v) <- r.reg.(coldest);
      deactivate r coldest;
      r.reg.(coldest) <- -1;
      activate s r v
    end
  end

let share s names budget =
  let r =
    {
      budget; reg = Array.make s.f.nodes.size (-1); active = Array.make (budget + 1) Ir.none; actives = 0;
      free = Array.make (budget + 1) false; lowest = 1; frees = 0; used = 0; slots = 0;
    }
  in
  for i = 0 to s.order.size - 1 do
    allocate s r names s.order.data.(i)
  done;
  for i = 0 to s.order.size - 1 do
    let v = s.order.data.(i) in
    if r.reg.(v) >= 0 then names.(v) <- "r" ^ string_of_int r.reg.(v)
  done;
  r

let place_variables (f : Ir.func) folding (tree : Tree.t) ~named_elsewhere ~share:shared ~budget =
  let n = f.nodes.size in
  let s =
    {
      f; folding; tree; named_elsewhere; same = Array.make n Ir.none;
      home = Array.make n (-1); index = Array.make n 0; born = Array.make n false;
      first = Array.make n 0; last = Array.make n 0; weight = Array.make n 0; reaches = Array.make n (-1);
      order = Vec.create (); loops = Vec.create (); position = 0;
    }
  in
  for b = 0 to f.blocks.size - 1 do
    let term = f.blocks.data.(b).term in
    if term.kind = Try then s.same.(term.exn) <- term.result
  done;
  sequence s tree.root;
  let names = Array.make n "" and in_place = Array.make n false in
  let variables = s.order.size in
  if shared then begin
    let r = share s names budget in
    { names; in_place; declared = Array.make tree.seqs.size [||]; registers = r.used; spilled = r.slots; variables }
  end
  else begin
    for i = 0 to variables - 1 do
      names.(s.order.data.(i)) <- "v" ^ string_of_int (i + 1)
    done;
    { names; in_place; declared = declare s in_place; registers = 0; spilled = 0; variables }
  end
