(* Lua's parsers stop at about 190 nested blocks and expressions together.
   Deeper code goes on further out (see [jump_out]). *)
let max_nesting = 80

let hard_nesting = 150
let max_recursion = 20000

(* A block that follows one statement. An own one is a meeting point of the
   statement, reached by falling through as well; others come from code inside
   that nests too deep and are reached by the state only. *)
type follower = { block : int; own : bool }

(* The followers of a statement under construction, in reverse postorder, so that
   each may lead to the ones behind it. *)
type frame = {
  mutable followers : follower array;
  mutable next : int;  (* the first that is not placed yet *)
  loop_depth : int;
  frame_nesting : int;
}

type state = {
  f : Ir.func;
  folding : Folding.t;
  has_goto : bool;
  tree : Tree.t;
  conditions : Tree.condition array;  (* by block *)
  mutable test_of : Tree.counted_loop option array;  (* by block: the counted loop whose test it ends in *)
  preds : Cfg.edge_ref array array;
  dom : Cfg.dominators;
  nest : Loops.t;
  merges : int Vec.t array;  (* by dominator: where its paths meet *)
  deferred : int Vec.t array;  (* by loop header: the blocks behind the loop *)
  in_line : bool array;  (* stands where its only way in leads *)
  late : bool array;  (* put behind a statement further out *)
  label_used : bool array;
  place_depth : int array;  (* loops around the place of a block; [not_placed] at first *)
  loops : int Vec.t;  (* the open ones: where [break] leads without a state *)
  frames : frame Vec.t;
  pending : int Vec.t;  (* paths under way by state *)
  mutable recursion : int;
}

let not_placed = 0x3fffffff
let offset_of (f : Ir.func) = f.fpc * 4

(* -- the place of each block *)

let is_leave (kind : Ir.term_kind) =
  match kind with
  | Return | Raise | Exit | Tail_call | Tail_known -> true
  | Unreachable | Jump | Branch | Switch | Try -> false

let forward_edges s b =
  let incoming = s.preds.(b) and position = s.dom.position in
  let forward = ref 0 in
  for e = 0 to Array.length incoming - 1 do
    if position.(incoming.(e).from) < position.(b) then incr forward
  done;
  !forward

(* The header of the outermost loop that holds [parent] but not b. *)
let loop_left s parent b =
  let left = ref Ir.none and l = ref s.nest.header.(parent) in
  while !l <> Ir.none do
    if !l <> b && not (Loops.contains s.nest !l b) then left := !l;
    l := s.nest.outer.(!l)
  done;
  !left

(* A list of blocks; the empty one is shared until something is put into it. *)
let no_blocks : int Vec.t = Vec.create ()

let put lists at b =
  if lists.(at) == no_blocks then lists.(at) <- Vec.create ();
  Vec.push lists.(at) b

(* The dominators' order is reverse postorder, so all lists are. *)
let classify s =
  let order = s.dom.order and parent = s.dom.parent in
  let is_parent = Array.make s.f.blocks.size false in
  for i = 1 to Array.length order - 1 do
    is_parent.(parent.(order.(i))) <- true
  done;
  for i = 1 to Array.length order - 1 do
    let b = order.(i) in
    let forward = forward_edges s b and left = loop_left s parent.(b) b in
    let leaf = forward = 1 && (not is_parent.(b)) && is_leave s.f.blocks.data.(b).term.kind in
    if left <> Ir.none && not leaf then put s.deferred left b
    else if forward = 1 then s.in_line.(b) <- true
    else put s.merges parent.(b) b
  done

let find_counted s =
  if Array.exists (fun is_header -> is_header) s.nest.is_header then begin
    let { f; folding; conditions; preds; nest; _ } = s in
    let loops = Counted_loops.find { f; folding; order = s.dom.order; preds; nest; conditions; placed_inside = s.in_line } in
    s.tree.counted <- loops;
    if loops <> [] then begin
      s.tree.counted_by <- Array.make f.blocks.size None;
      s.test_of <- Array.make f.blocks.size None;
      List.iter
        (fun (loop : Tree.counted_loop) ->
          s.tree.counted_by.(loop.loop_header) <- Some loop;
          s.test_of.(loop.test) <- Some loop)
        loops
    end
  end

(* -- statements *)

let new_seq s (parent : Tree.seq) : Tree.seq =
  let seqs = s.tree.seqs in
  let seq : Tree.seq =
    {
      id = seqs.size; parent = parent.id; depth = parent.depth + 1; index = parent.stmts.size;
      stmts = Vec.create ();
    }
  in
  Vec.push seqs seq;
  seq

(* The sequences inside a statement are made before it is added: [new_seq] takes
   its index from the statements that are there. *)
let add (seq : Tree.seq) (stmt : Tree.stmt) = Vec.push seq.stmts stmt

(* -- paths under way by state *)

let to_state s target seq =
  s.tree.uses_state <- true;
  add seq (Set_state { block = target; number = target });
  Vec.push s.pending target

(* Drops the paths under way to [target] that began behind [mark]; true when
   there were any. *)
let arrive s target mark =
  let pending = s.pending in
  let left = ref mark in
  for i = mark to pending.size - 1 do
    let p = pending.data.(i) in
    if p <> target then begin
      pending.data.(!left) <- p;
      incr left
    end
  done;
  let any = !left < pending.size in
  pending.size <- !left;
  any

let compare_ints (a : int) b = compare a b

(* Behind a loop: paths that are on their way out of several. *)
let leave_loops s seq mark =
  let numbers = ref [] in
  for i = mark to s.pending.size - 1 do
    let p = s.pending.data.(i) in
    if s.place_depth.(p) < s.loops.size then numbers := p :: !numbers
  done;
  match !numbers with
  | [] -> ()
  | numbers -> add seq (Break_if_state (Array.of_list (List.sort_uniq compare_ints numbers)))

(* The label at the end of a loop's body. A header that is a meeting point has its own before the loop. *)
let round_of s header = if s.in_line.(header) then header else header + s.f.blocks.size

(* [label]: of the place of [target] that is meant. *)
let jump s target seq next label =
  if target <> next then begin
    let depth = s.place_depth.(target) and around = s.loops.size in
    let leaves = depth < around in
    if leaves && depth + 1 = around && Vec.last s.loops = target then add seq Break
    else if s.has_goto && not s.late.(target) then begin
      s.label_used.(label) <- true;
      add seq (Goto label)
    end
    else begin
      to_state s target seq;
      if leaves then add seq Break
    end
  end

(* -- frames *)

let open_frame s (merges : int Vec.t) nesting =
  let followers = Array.make merges.size { block = Ir.none; own = true } in
  for i = 0 to merges.size - 1 do
    let block = merges.data.(i) in
    followers.(i) <- { block; own = true };
    s.place_depth.(block) <- s.loops.size
  done;
  Vec.push s.frames { followers; next = 0; loop_depth = s.loops.size; frame_nesting = nesting }

let put_late s frame b =
  let position = s.dom.position in
  let count = Array.length frame.followers in
  let at = ref frame.next in
  while !at < count && position.(frame.followers.(!at).block) < position.(b) do
    incr at
  done;
  let longer = Array.make (count + 1) { block = b; own = false } in
  Array.blit frame.followers 0 longer 0 !at;
  Array.blit frame.followers !at longer (!at + 1) (count - !at);
  frame.followers <- longer;
  s.place_depth.(b) <- s.loops.size;
  s.late.(b) <- true

(* The outermost frame that is inside the same loops, or [s.frames.size]. *)
let outermost_frame s =
  let k = ref 0 in
  while !k < s.frames.size && s.frames.data.(!k).loop_depth <> s.loops.size do
    incr k
  done;
  !k

(* Puts [target] behind a statement further out instead of here, and with it the
   meeting points in between that are still to come: target may lead there. *)
let jump_out s target seq =
  let k = outermost_frame s in
  if k = s.frames.size || s.frames.data.(k).frame_nesting + 10 > max_nesting then false
  else begin
    let outer = s.frames.data.(k) in
    for inner = k + 1 to s.frames.size - 1 do
      let frame = s.frames.data.(inner) in
      for i = frame.next to Array.length frame.followers - 1 do
        let block = frame.followers.(i).block in
        if not s.late.(block) then put_late s outer block
      done
    done;
    put_late s outer target;
    to_state s target seq;
    true
  end

(* The first own follower from i on, or [next]. *)
let rec own_follower frame i next =
  if i >= Array.length frame.followers then next
  else
    let follower = frame.followers.(i) in
    if follower.own && follower.block <> next then follower.block else own_follower frame (i + 1) next

(* -- blocks *)

(* An [else] that holds nothing but an [if] is [elseif]. *)
let continues_chain s b =
  let edge = s.f.blocks.data.(b).term.edges.(1) in
  let target = edge.target in
  let block = s.f.blocks.data.(target) in
  Array.length edge.edge_args = 0
  && s.in_line.(target)
  && (not s.nest.is_header.(target))
  && block.term.kind = Branch
  && s.merges.(target).size = 0
  && Conditions.all_expressions s.folding block.body (block.body.size - 1)

(* A call whose handler only hands the exception on. *)
let hands_on s b =
  let edges = s.f.blocks.data.(b).term.edges in
  Array.length edges = 2
  && Array.length edges.(1).edge_args = 0
  && s.in_line.(edges.(1).target)
  &&
  let handler = s.f.blocks.data.(edges.(1).target) in
  handler.body.size = 0 && (handler.term.kind = Raise || handler.term.kind = Exit)

(* How many blocks the tests of a switch nest. *)
let rec halvings cases = if cases > 1 then 1 + halvings (cases / 2) else 0

(* Emits b and all that it dominates. [next]: where falling off [seq] leads. *)
let rec emit_block s b seq next nesting =
  s.recursion <- s.recursion + 1;
  if s.recursion > max_recursion || nesting > hard_nesting then
    Diagnostic.fail_at Limit ~file:"" ~section:"CODE" ~offset:(offset_of s.f) "code is nested too deep for Lua";
  if s.nest.is_header.(b) then emit_loop s b seq next nesting else emit_node s b seq next nesting;
  s.recursion <- s.recursion - 1

and emit_loop s b seq next nesting =
  let mark = s.pending.size and deferred = s.deferred.(b) in
  open_frame s deferred nesting;
  let body = new_seq s seq in
  add seq (Loop { header = b; body });
  Vec.push s.loops (if deferred.size = 0 then next else deferred.data.(0));
  s.place_depth.(b) <- s.loops.size;
  emit_node s b body b (nesting + 1);
  (* The label is the body's last statement: a goto may enter a local's scope there. *)
  if arrive s b mark then add body (Set_state { block = b; number = 0 });
  add body (Label (round_of s b));
  Vec.truncate s.loops (s.loops.size - 1);
  (match Tree.counted_loop s.tree b with
  | Some loop ->
      emit_edge s loop.test (1 - loop.round) seq (if deferred.size = 0 then next else deferred.data.(0)) nesting
  | None -> leave_loops s seq mark);
  place_followers s seq next nesting mark

and emit_node s b seq next nesting =
  let mark = s.pending.size and merges = s.merges.(b) in
  open_frame s merges nesting;
  add seq (Block b);
  emit_terminator s b seq (if merges.size = 0 then next else merges.data.(0)) nesting;
  place_followers s seq next nesting mark

(* The followers of the open frame, one behind the other; closes the frame. *)
and place_followers s seq next nesting mark =
  let frame = Vec.last s.frames in
  if frame.next >= Array.length frame.followers then Vec.truncate s.frames (s.frames.size - 1)
  else begin
    let i = frame.next in
    frame.next <- i + 1;
    let { block = m; own } = frame.followers.(i) in
    let next_here = own_follower frame (i + 1) next in
    let passes_on = own && s.late.(m) (* placed further out now *) in
    add seq (Label m);
    if s.pending.size > mark then begin
      let named = (not passes_on) && arrive s m mark in
      let body = new_seq s seq in
      add seq (If_state { number = m; falls = own; named; body });
      if passes_on then to_state s m body else emit_block s m body next_here (nesting + 1);
      place_followers s seq next nesting mark
    end
    else if passes_on then begin
      to_state s m seq;
      place_followers s seq next nesting mark
    end
    else if i + 1 < Array.length frame.followers then begin
      let body = new_seq s seq in
      add seq (Scope { block = m; body });
      emit_block s m body next_here (nesting + 1);
      place_followers s seq next nesting mark
    end
    else begin
      Vec.truncate s.frames (s.frames.size - 1);
      emit_block s m seq next_here nesting
    end
  end

and emit_terminator s b seq next nesting =
  let term = s.f.blocks.data.(b).term in
  match term.kind with
  | Jump -> emit_edge s b 0 seq next nesting
  | Branch when Array.length s.test_of > 0 && s.test_of.(b) <> None ->
      emit_edge s b (Option.get s.test_of.(b)).round seq next nesting
  | Branch ->
      let yes = new_seq s seq in
      let no = new_seq s seq in
      add seq (If { block = b; condition = s.conditions.(b); yes; no });
      emit_edge s b 0 yes next (nesting + 1);
      emit_edge s b 1 no next (if continues_chain s b then nesting else nesting + 1)
  | Switch when Array.length term.edges = 1 -> emit_edge s b 0 seq next nesting
  | Switch ->
      let ways = Array.map (fun _ -> new_seq s seq) term.edges in
      add seq (Switch { block = b; ways });
      emit_ways s b ways next (nesting + 1 + halvings (Array.length term.cases))
  | Try when hands_on s b ->
      (* No way goes on behind it but that of the value: no need to nest. (The handler stands
         there, however deep that is: put elsewhere, it would be reached by going on.) *)
      let value = new_seq s seq in
      let handler = new_seq s seq in
      add seq (Try { block = b; ways = [| value; handler |] });
      emit_block s term.edges.(1).target handler next (nesting + 1);
      emit_edge s b 0 seq next nesting
  | Try ->
      let ways = Array.map (fun _ -> new_seq s seq) term.edges in
      add seq (Try { block = b; ways });
      emit_ways s b ways next (nesting + 1)
  | Unreachable | Return | Raise | Tail_call | Tail_known | Exit -> add seq (Leave b)

and emit_ways s b ways next nesting =
  for e = 0 to Array.length ways - 1 do
    emit_edge s b e ways.(e) next nesting
  done

and emit_edge s b e seq next nesting =
  let edge = s.f.blocks.data.(b).term.edges.(e) in
  let target = edge.target in
  if Array.length edge.edge_args > 0 then add seq (Moves { block = b; edge = e });
  let back = s.dom.position.(target) <= s.dom.position.(b) in
  if back || not s.in_line.(target) then jump s target seq next (if back then round_of s target else target)
  else if nesting > max_nesting && jump_out s target seq then ()
  else emit_block s target seq next nesting

let is_dropped s (stmt : Tree.stmt) =
  match stmt with
  | Label number -> not s.label_used.(number)
  | _ -> false

(* Drops labels that no goto names, and counts the statements anew. *)
let drop_unused_labels s =
  let seqs = s.tree.seqs in
  for q = 0 to seqs.size - 1 do
    let stmts = seqs.data.(q).stmts in
    let left = ref 0 in
    for i = 0 to stmts.size - 1 do
      let stmt = stmts.data.(i) in
      let parts = Tree.parts stmt in
      for p = 0 to Array.length parts - 1 do
        parts.(p).index <- !left
      done;
      if not (is_dropped s stmt) then begin
        stmts.data.(!left) <- stmt;
        incr left
      end
    done;
    stmts.size <- !left
  done

let structure (f : Ir.func) folding ~has_goto =
  let conditions = Conditions.combine_conditions f folding in
  let order = Cfg.reverse_postorder f in
  let preds = Cfg.predecessors f order in
  let dom = Cfg.dominators f preds order in
  let nest = Loops.loop_nest f preds dom in
  if not nest.reducible then
    Diagnostic.fail_at Input ~file:"" ~section:"CODE" ~offset:(offset_of f) "control flow is irreducible";
  let n = f.blocks.size in
  let root : Tree.seq = { id = 0; parent = -1; depth = 0; index = 0; stmts = Vec.create () } in
  let tree : Tree.t = { root; seqs = Vec.create (); uses_state = false; counted = []; counted_by = [||] } in
  Vec.push tree.seqs root;
  let s =
    {
      f; folding; has_goto; tree; conditions; test_of = [||]; preds; dom; nest;
      merges = Array.make n no_blocks; deferred = Array.make n no_blocks;
      in_line = Array.make n false; late = Array.make n false; label_used = Array.make (2 * n) false;
      place_depth = Array.make n not_placed;
      loops = Vec.create (); frames = Vec.create (); pending = Vec.create (); recursion = 0;
    }
  in
  classify s;
  find_counted s;
  emit_block s 0 root Ir.none 1;
  drop_unused_labels s;
  tree
