type form = Unused | Constant | Folded | Variable | Statement
type t = { form : form array; uses : int array; depth : int array }

(* Lua gives up on about 190 nested C calls in its parser, and text that is
   folded again and again would be copied again and again. *)
let max_depth = 24

let max_pending = 64

let is_constant (op : Ir.opcode) =
  match op with
  | Integer | Literal | Function | Item | Atom | Global | Capture | Sibling | Param -> true
  | _ -> false

let conflict (a : Ir.effects) (b : Ir.effects) =
  match a with
  | Pure -> false
  | Read -> b = Effect
  | Effect -> b <> Pure

let stronger (a : Ir.effects) (b : Ir.effects) = if a < b then b else a

type state = {
  program : Ir.program;
  nodes : Ir.node Vec.t;
  blocks : Ir.block Vec.t;
  atoms : bool array;
  pinned : bool array;
  result : t;
  whole : Ir.effects array;  (* by node: of a pending value's whole tree *)
  user : int array;  (* by node: the block of its last use *)
  place : int array;  (* scratch of [consume], by node: its place in [pending] *)
  pending : int Vec.t;  (* by order of definition *)
  taken : int Vec.t;  (* scratch of [consume]: places of operands *)
  consumed : bool array;  (* scratch of [consume], by place *)
  settled : bool array;
}

(* -- uses *)

let use s v b =
  if v <> Ir.none then begin
    s.result.uses.(v) <- s.result.uses.(v) + 1;
    s.user.(v) <- b
  end

let use_all s (values : int array) b =
  for i = 0 to Array.length values - 1 do
    use s values.(i) b
  done

let count s b =
  let block = s.blocks.data.(b) in
  for i = 0 to block.body.size - 1 do
    use_all s s.nodes.data.(block.body.data.(i)).args b
  done;
  let term = block.term in
  use s term.value b;
  use_all s term.targs b;
  for e = 0 to Array.length term.edges - 1 do
    use_all s term.edges.(e).edge_args b
  done

(* -- the values that wait for their use *)

(* The pending value of that place gets a variable: it is evaluated where it is
   defined. *)
let materialise s i =
  let pending = s.pending in
  s.result.form.(pending.data.(i)) <- Variable;
  Array.blit pending.data (i + 1) pending.data i (pending.size - i - 1);
  pending.size <- pending.size - 1

(* Something of this effect is evaluated here: what is pending and in conflict
   is evaluated where it is defined, and so is what must not pass that. *)
let settle s (effects : Ir.effects) =
  if effects <> Pure then begin
    let wall = ref effects in
    for i = s.pending.size - 1 downto 0 do
      let mine = s.whole.(s.pending.data.(i)) in
      if conflict !wall mine then begin
        wall := stronger !wall mine;
        materialise s i
      end
    done
  end

let note_places s =
  let pending = s.pending in
  for i = 0 to pending.size - 1 do
    s.place.(pending.data.(i)) <- i
  done

let forget_places s =
  let pending = s.pending in
  for i = 0 to pending.size - 1 do
    s.place.(pending.data.(i)) <- -1
  done

(* Which of the operands would move past something that they conflict with. *)
let settle_operands s =
  let pending = s.pending.data and taken = s.taken.data in
  let waiting = s.pending.size and count = s.taken.size in
  for k = 0 to count - 1 do
    let place = taken.(k) in
    let mine = s.whole.(pending.(place)) in
    if mine <> Pure then begin
      for j = place + 1 to waiting - 1 do
        if (not s.consumed.(j)) && conflict mine s.whole.(pending.(j)) then s.settled.(place) <- true
      done;
      for m = k + 1 to count - 1 do
        let other = taken.(m) in
        if other < place && conflict mine s.whole.(pending.(other)) then s.settled.(other) <- true
      done
    end
  done;
  (* A value that stays where it is must not be passed by an earlier one either,
     whoever uses that. [wall]: the effects of all that stay behind [i]. *)
  let wall = ref Ir.Pure in
  for i = waiting - 1 downto 0 do
    let mine = s.whole.(pending.(i)) in
    if conflict mine !wall then s.settled.(i) <- true;
    if s.settled.(i) then wall := stronger !wall mine
  done

(* Takes the operands out of [pending]; they are in the order in which Lua will
   evaluate them. One that would move past something that it conflicts with gets
   a variable instead. With [atoms], all do. Returns the depth and the effect of
   those that fold. *)
let consume s (args : int array) atoms =
  let pending = s.pending and taken = s.taken in
  if pending.size = 0 then (0, Ir.Pure)
  else begin
    note_places s;
    Vec.clear taken;
    for i = 0 to Array.length args - 1 do
      let a = args.(i) in
      if a <> Ir.none && s.place.(a) >= 0 then Vec.push taken s.place.(a)
    done;
    forget_places s;
    if taken.size = 0 then (0, Ir.Pure)
    else begin
      Array.fill s.consumed 0 pending.size false;
      Array.fill s.settled 0 pending.size false;
      for k = 0 to taken.size - 1 do
        s.consumed.(taken.data.(k)) <- true;
        s.settled.(taken.data.(k)) <- atoms
      done;
      settle_operands s;
      let depth = ref 0 and effects = ref Ir.Pure and left = ref 0 in
      for i = 0 to pending.size - 1 do
        let v = pending.data.(i) in
        if s.settled.(i) then s.result.form.(v) <- Variable
        else if not s.consumed.(i) then begin
          pending.data.(!left) <- v;
          incr left
        end
        else begin
          if s.result.depth.(v) > !depth then depth := s.result.depth.(v);
          effects := stronger !effects s.whole.(v)
        end
      done;
      pending.size <- !left;
      (!depth, !effects)
    end
  end

(* -- nodes *)

let is_pinned s v = v < Array.length s.pinned && s.pinned.(v)

let is_group s (node : Ir.node) =
  match node.op with
  | Closure -> Array.length (Vec.get s.program.groups node.imm) > 1
  | _ -> false

(* Operations that are statements in Lua. *)
let is_store s (node : Ir.node) =
  match node.op with
  | Set_field | Set_float_field | Set_item | Set_byte | Set_global | Offset_ref -> true
  | C_call -> s.program.primitives.data.(node.imm).store
  | _ -> false

let foldable s b v node depth =
  s.result.uses.(v) = 1
  && s.user.(v) = b
  && depth + 1 < max_depth
  && (not (is_store s node))
  && (not (is_pinned s v))
  && (not (s.program.backtraces && Ir.has_place node)) (* a line of its own *)
  && not (is_group s node)

(* Whether the node's text names an operand twice or out of order. *)
let wants_atoms s (node : Ir.node) =
  match node.op with
  | Offset_ref | Get_byte | Set_byte -> true
  | C_call -> s.atoms.(node.imm)
  | _ -> false

let fold_node s b v =
  let node = s.nodes.data.(v) in
  if is_constant node.op then s.result.form.(v) <- Constant
  else
    match node.op with
    | Member -> s.result.form.(v) <- Variable (* its group's statement sets it *)
    | _ ->
        let depth, effects = consume s node.args (wants_atoms s node) in
        let whole = stronger node.effects effects in
        if foldable s b v node depth then begin
          s.result.form.(v) <- Folded;
          s.result.depth.(v) <- depth + 1;
          s.whole.(v) <- whole;
          Vec.push s.pending v;
          if s.pending.size > max_pending then materialise s 0
        end
        else begin
          settle s whole;
          let named = s.result.uses.(v) > 0 || is_pinned s v in
          s.result.form.(v) <- (if named && not (is_group s node) then Variable else Statement)
        end

let operands (term : Ir.terminator) =
  let args = if term.value = Ir.none then term.targs else Array.append [| term.value |] term.targs in
  match term.kind with
  | Jump ->
      let edge_args = term.edges.(0).edge_args in
      if Array.length args = 0 then edge_args else Array.append args edge_args
  | _ -> args

let fold_terminator s (term : Ir.terminator) =
  let _, effects = consume s (operands term) (term.kind = Switch) in
  settle s effects;
  (match term.kind with
  | Jump | Try -> ()
  | _ ->
      (* Arguments of the ways out are evaluated behind the condition: only pure ones can wait. *)
      let pending = s.pending and left = ref 0 in
      for i = 0 to pending.size - 1 do
        let v = pending.data.(i) in
        if s.whole.(v) <> Pure then begin
          pending.data.(!left) <- v;
          incr left
        end
      done;
      pending.size <- !left);
  for i = 0 to s.pending.size - 1 do
    s.result.form.(s.pending.data.(i)) <- Variable
  done;
  Vec.clear s.pending

let fold_block s b =
  let block = s.blocks.data.(b) in
  Vec.clear s.pending;
  for i = 0 to Array.length block.params - 1 do
    s.result.form.(block.params.(i)) <- Variable
  done;
  for i = 0 to block.body.size - 1 do
    fold_node s b block.body.data.(i)
  done;
  fold_terminator s block.term

let fold_values (program : Ir.program) (f : Ir.func) ~atoms ~pinned =
  let n = f.nodes.size in
  let result = { form = Array.make n Unused; uses = Array.make n 0; depth = Array.make n 0 } in
  let s =
    {
      program; nodes = f.nodes; blocks = f.blocks; atoms; pinned; result;
      whole = Array.make n Ir.Pure; user = Array.make n Ir.none; place = Array.make n (-1);
      pending = Vec.create (); taken = Vec.create ();
      consumed = Array.make (max_pending + 1) false; settled = Array.make (max_pending + 1) false;
    }
  in
  let order = Cfg.reverse_postorder f in
  for i = 0 to Array.length order - 1 do
    count s order.(i)
  done;
  for i = 0 to Array.length f.fparams - 1 do
    result.form.(f.fparams.(i)) <- Constant
  done;
  for i = 0 to Array.length order - 1 do
    let term = f.blocks.data.(order.(i)).term in
    if term.kind = Try then begin
      result.form.(term.result) <- Variable;
      result.form.(term.exn) <- Variable
    end
  done;
  for i = 0 to Array.length order - 1 do
    fold_block s order.(i)
  done;
  result
