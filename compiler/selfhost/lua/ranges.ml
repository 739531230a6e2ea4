type t = { exact : bool array; not_negative : bool array; within : bool array }

(* Bounds are 31-bit ints whatever the width, so that all hosts of the compiler count
   alike. Up to [exactly] they are ints of the program. The [near] ones at the ends are
   counted from the ends of the width: [greatest - 1] stands for max_int - 1. What lies
   between is rounded outwards. *)
let greatest = 1 lsl 29

let near = 1024
let exactly = 1 lsl 28
let max_rounds = 8
let max_bounds = 16
let factor_limit = 1 lsl 14

type range = { low : int; high : int }

let any = { low = -greatest; high = greatest }
let nothing = { low = greatest; high = -greatest }
let bool_range = { low = 0; high = 1 }
let byte_range = { low = 0; high = 255 }

(* Lengths are far from the end of the width. *)
let length_range = { low = 0; high = greatest - near }
let is_nothing r = r.low > r.high
let is_constant r = r.low = r.high && r.low >= -exactly && r.low <= exactly
let is_small r = r.low >= -exactly && r.high <= exactly
let least (a : int) b = if a < b then a else b
let most (a : int) b = if a > b then a else b
let round_up bound = if bound > exactly then most bound (greatest - near) else most bound (-exactly)
let round_down bound = -round_up (-bound)

(* The greatest sum; beyond [greatest] if it may leave the width. *)
let rec add_high a b =
  if a < b then add_high b a
  else if a <= exactly then round_up (a + b)
  else if b <= 0 then most (a + most b (-near)) (greatest - near)
  else if b <= exactly && a + b <= greatest then a + b
  else greatest + 1

let is_exact r = r.high <= greatest && r.low >= -greatest

(* Beyond the ends of the width when it may leave it; so does [negated]. *)
let sum a b = { low = -add_high (-a.low) (-b.low); high = add_high a.high b.high }

(* The least int has no opposite: there is one more below zero than above. *)
let negated a = { low = -a.high; high = (if a.low < -exactly then 1 - a.low else -a.low) }

let has_factors r = r.low >= -factor_limit && r.high <= factor_limit

let product a b =
  let x = a.low * b.low and y = a.low * b.high and z = a.high * b.low and w = a.high * b.high in
  { low = least (least x y) (least z w); high = most (most x y) (most z w) }

let joined a b = { low = least a.low b.low; high = most a.high b.high }
let is_same a b = a.low = b.low && a.high = b.high

(* The greatest int of as many bits. *)
let filled bound =
  if bound > exactly then greatest
  else begin
    let all = ref 1 in
    while !all < bound do
      all := (2 * !all) + 1
    done;
    !all
  end

let masked a b =
  if a.low < 0 && b.low < 0 then any
  else { low = 0; high = (if a.low < 0 then b.high else if b.low < 0 then a.high else least a.high b.high) }

let shifted (op : Ir.opcode) a by =
  if not (is_constant by && by.low >= 0 && by.low <= 28) then any
  else if is_small a && (op = Sar || a.low >= 0) then { low = a.low asr by.low; high = a.high asr by.low }
  else if a.low >= 0 || (op = Shr && by.low > 0) then { low = 0; high = greatest }
  else any

type finder = {
  program : Ir.program;
  accesses : Primitive_table.access array;
  f : Ir.func;
  folding : Folding.t;
  tree : Tree.t;
  facts : t;
  ranges : range array;  (* where the text is now *)
  incoming : range array;  (* by block parameter: of all that was moved there *)
  widens : bool array;  (* by block: a loop's header *)
  undone : int Vec.t;  (* the values whose range was narrowed, and their ranges before *)
  undo : range Vec.t;
  bound_indices : int Vec.t;  (* indices that are known to be less than a block's length *)
  bound_blocks : int Vec.t;
  mutable changed : bool;
  mutable first : bool;
}

let node s v : Ir.node = s.f.nodes.data.(v)

(* The index of a checked access, or none. *)
let checked_index s (node : Ir.node) =
  match node.op with
  | C_call -> (
      match s.accesses.(node.imm) with
      | Array_get | Array_set | String_get | Bytes_get | Bytes_set -> node.args.(1)
      | Array_unsafe_get | Array_unsafe_set | No_access -> Ir.none)
  | _ -> Ir.none

(* Bytes may be a string as yet, of which an index yields nil. *)
let is_bytes s (node : Ir.node) = match s.accesses.(node.imm) with Bytes_get | Bytes_set -> true | _ -> false

(* Whether a fact would make a difference. *)
let asks s =
  let asked = ref false in
  for b = 0 to s.f.blocks.size - 1 do
    let body = s.f.blocks.data.(b).body in
    for i = 0 to body.size - 1 do
      let v = body.data.(i) in
      let node = node s v in
      match node.op with
      | Neg | Add | Sub | Mul | Div | Mod | Shl | Sar -> if s.folding.form.(v) <> Unused then asked := true
      | C_call -> if checked_index s node <> Ir.none then asked := true
      | _ -> ()
    done
  done;
  !asked

(* -- what holds in a part of the text *)

let save s v =
  Vec.push s.undone v;
  Vec.push s.undo s.ranges.(v)

let narrow s v low high =
  let now = s.ranges.(v) in
  let next = { low = most now.low low; high = least now.high high } in
  if not (is_same next now || is_nothing next) then begin
    save s v;
    s.ranges.(v) <- next
  end

(* What is known where a part of the text begins, to forget the rest at its end. *)
type mark = { undo_size : int; bounds_size : int }

let mark s = { undo_size = Vec.length s.undone; bounds_size = Vec.length s.bound_indices }

let restore s { undo_size; bounds_size } =
  while Vec.length s.undone > undo_size do
    s.ranges.(Vec.pop s.undone) <- Vec.pop s.undo
  done;
  Vec.truncate s.bound_indices bounds_size;
  Vec.truncate s.bound_blocks bounds_size

let bound s index block =
  Vec.push s.bound_indices index;
  Vec.push s.bound_blocks block

(* Among those that were found last: code that goes on and on without a branch isn't
   searched again and again. *)
let in_bounds s index block =
  let count = Vec.length s.bound_indices in
  let rec find i =
    i >= 0
    && count - i <= max_bounds
    && ((s.bound_indices.data.(i) = index && s.bound_blocks.data.(i) = block) || find (i - 1))
  in
  find (count - 1)

(* Behind v: the checks in it have been passed. *)
let rec passes s v =
  let node = node s v in
  Array.iter (fun a -> if s.folding.form.(a) = Folded then passes s a) node.args;
  let index = checked_index s node in
  if index <> Ir.none then begin
    narrow s index length_range.low length_range.high;
    if not (is_bytes s node) then bound s index node.args.(0)
  end

let assume_fact s (op : Ir.opcode) a b =
  let x = s.ranges.(a) and y = s.ranges.(b) in
  if not (is_nothing x || is_nothing y) then
    match op with
    | Eq ->
        narrow s a y.low y.high;
        narrow s b x.low x.high
    | Ne ->
        if is_constant y then
          narrow s a (if x.low = y.low then x.low + 1 else x.low) (if x.high = y.low then x.high - 1 else x.high)
    | Lt ->
        narrow s a (-greatest) (round_up (y.high - 1));
        narrow s b (round_down (x.low + 1)) greatest
    | _ (* Le *) ->
        narrow s a (-greatest) y.high;
        narrow s b x.low greatest

let rec assume s v outcome =
  let { Ir.op; args; _ } = node s v in
  match op with
  | Not_ -> assume s args.(0) (not outcome)
  | Eq | Ne ->
      if (op = Eq) = outcome then assume_fact s Eq args.(0) args.(1)
      else begin
        assume_fact s Ne args.(0) args.(1);
        assume_fact s Ne args.(1) args.(0)
      end
  | Lt -> if outcome then assume_fact s Lt args.(0) args.(1) else assume_fact s Le args.(1) args.(0)
  | Le -> if outcome then assume_fact s Le args.(0) args.(1) else assume_fact s Lt args.(1) args.(0)
  | Gt -> if outcome then assume_fact s Lt args.(1) args.(0) else assume_fact s Le args.(0) args.(1)
  | Ge -> if outcome then assume_fact s Le args.(1) args.(0) else assume_fact s Lt args.(0) args.(1)
  | _ -> ()

let rec assume_condition s (condition : Tree.condition) outcome =
  match condition with
  | Leaf { value; negated } ->
      if s.folding.form.(value) = Folded then passes s value;
      assume s value (outcome <> negated)
  | Both (left, right) ->
      if outcome then begin
        assume_condition s left true;
        assume_condition s right true
      end
  | Either (left, right) ->
      if not outcome then begin
        assume_condition s left false;
        assume_condition s right false
      end

(* -- values *)

let constant imm =
  if imm > exactly then { low = exactly; high = greatest }
  else if imm < -exactly then { low = -greatest; high = -exactly }
  else { low = imm; high = imm }

let range_at s v = match node s v with { op = Integer; imm; _ } -> constant imm | _ -> s.ranges.(v)

let is_length s (node : Ir.node) =
  match node.op with
  | Length -> true
  | C_call -> (
      match s.program.primitives.data.(node.imm).prim_name with
      | "caml_ml_string_length" | "caml_ml_bytes_length" -> true
      | _ -> false)
  | _ -> false

let primitive s (node : Ir.node) =
  if is_length s node then length_range
  else match s.accesses.(node.imm) with String_get | Bytes_get -> byte_range | _ -> any

(* Notes whether the result can't leave the width. *)
let exactly_if s v exact result =
  s.facts.exact.(v) <- exact;
  if exact then result else any

(* The range of v, and what else is known where it stands. *)
let evaluate s v =
  let node = node s v in
  let args = node.args in
  match node.op with
  | Integer -> constant node.imm
  | Length -> length_range
  | Get_char | Get_byte -> byte_range
  | Add ->
      let result = sum (range_at s args.(0)) (range_at s args.(1)) in
      exactly_if s v (is_exact result) result
  | Sub ->
      let result = sum (range_at s args.(0)) (negated (range_at s args.(1))) in
      exactly_if s v (is_exact result) result
  | Count_up -> exactly_if s v true { low = (range_at s args.(0)).low; high = greatest }
  (* Where ints are doubles a zero may come out negative: that has to be wrapped, too. *)
  | Neg ->
      let a = range_at s args.(0) in
      let result = sum { low = 0; high = 0 } (negated a) in
      s.facts.exact.(v) <- is_exact result && (a.low > 0 || a.high < 0);
      if is_exact result then result else any
  | Mul ->
      let a = range_at s args.(0) and b = range_at s args.(1) in
      let few = has_factors a && has_factors b in
      s.facts.exact.(v) <- few && a.low >= 0 && b.low >= 0;
      if few then product a b else any
  | Shl ->
      let a = range_at s args.(0) and by = range_at s args.(1) in
      if is_constant by && by.low >= 0 && by.low <= 14 then begin
        let factor = { low = 1 lsl by.low; high = 1 lsl by.low } in
        let exact = has_factors a && has_factors factor in
        exactly_if s v exact (if exact then product a factor else any)
      end
      else exactly_if s v false any
  | And_ -> masked (range_at s args.(0)) (range_at s args.(1))
  | Or_ | Xor_ ->
      let a = range_at s args.(0) and b = range_at s args.(1) in
      if a.low >= 0 && b.low >= 0 then { low = 0; high = filled (most a.high b.high) } else any
  | (Sar | Shr) as op ->
      let a = range_at s args.(0) in
      if op = Sar then s.facts.not_negative.(v) <- a.low >= 0;
      shifted op a (range_at s args.(1))
  | Div ->
      let a = range_at s args.(0) and b = range_at s args.(1) in
      let plain = a.low >= 0 && b.low > 0 in
      s.facts.not_negative.(v) <- plain;
      if plain then { low = 0; high = a.high } else any
  | Mod ->
      let a = range_at s args.(0) and b = range_at s args.(1) in
      s.facts.not_negative.(v) <- a.low >= 0 && b.low > 0;
      if is_constant b && b.low > 0 then { low = (if a.low >= 0 then 0 else 1 - b.low); high = b.low - 1 } else any
  | Eq | Ne | Lt | Le | Gt | Ge | Ult | Uge | Not_ | Is_int -> bool_range
  | C_call ->
      let index = checked_index s node in
      if index <> Ir.none then begin
        let low = (range_at s index).low in
        s.facts.not_negative.(v) <- low >= 0;
        s.facts.within.(v) <-
          low >= 0
          && (not (is_bytes s node))
          && in_bounds s index args.(0)
      end;
      primitive s node
  | _ -> any

(* What is written where v is. *)
let rec written s v =
  if s.folding.form.(v) = Folded then begin
    Array.iter (fun a -> written s a) (node s v).args;
    s.ranges.(v) <- evaluate s v
  end

let range_of s v =
  written s v;
  range_at s v

(* -- parameters *)

let arrives s param range ~widen =
  let known = s.incoming.(param) in
  let all = joined known range in
  if not (is_nothing range || is_same all known) then begin
    s.incoming.(param) <-
      (if widen && not (is_nothing known) then
         {
           low = (if all.low < known.low then -greatest else all.low);
           high = (if all.high > known.high then greatest else all.high);
         }
       else all);
    s.changed <- true
  end

let moves s block edge =
  let edge = s.f.blocks.data.(block).term.edges.(edge) in
  let params = s.f.blocks.data.(edge.target).params in
  for i = 0 to Array.length params - 1 do
    if not (Tree.counts s.tree edge.target i) then
      arrives s params.(i) (range_of s edge.edge_args.(i)) ~widen:(s.widens.(edge.target) || not s.first)
  done

let is_counter s b p = match Tree.counted_loop s.tree b with Some loop -> loop.counter = (p : int) | None -> false

let block s b =
  let { Ir.params; body; _ } = s.f.blocks.data.(b) in
  for i = 0 to Array.length params - 1 do
    let p = params.(i) in
    if not (is_counter s b p) then s.ranges.(p) <- (if is_nothing s.incoming.(p) then any else s.incoming.(p))
  done;
  for i = 0 to body.size - 1 do
    let v = body.data.(i) in
    s.ranges.(v) <- evaluate s v;
    (* What folds is evaluated later. *)
    if s.folding.form.(v) <> Folded then passes s v
  done

(* The block, or string, of which v is the length ([less_one]: that minus 1), or none. *)
let measured s v ~less_one =
  let measured v =
    let node = node s v in
    if is_length s node then node.args.(0) else Ir.none
  in
  match node s v with
  | { op = Add; args; _ } when less_one -> (
      match node s args.(1) with { op = Integer; imm = -1; _ } -> measured args.(0) | _ -> Ir.none)
  | _ -> if less_one then Ir.none else measured v

(* The nodes of a condition's later parts are in blocks of their own that the tree doesn't hold. *)
let rec condition s (c : Tree.condition) =
  match c with
  | Leaf { value; _ } -> written s value
  | Both (left, right) -> parts s left right true
  | Either (left, right) -> parts s left right false

and parts s left right outcome =
  condition s left;
  let before = mark s in
  assume_condition s left outcome;
  condition s right;
  restore s before

let rec sequence s (seq : Tree.seq) =
  for i = 0 to seq.stmts.size - 1 do
    statement s seq.stmts.data.(i)
  done

and part s seq =
  let before = mark s in
  sequence s seq;
  restore s before

and statement s (stmt : Tree.stmt) =
  match stmt with
  | Block b -> block s b
  | Moves { block; edge } -> moves s block edge
  | If { condition = c; yes; no; _ } ->
      condition s c;
      branch s c true yes;
      branch s c false no
  | Loop { header; body } -> (
      match Tree.counted_loop s.tree header with Some loop -> count s loop body | None -> part s body)
  | Switch { ways; _ } | Try { ways; _ } -> Array.iter (fun way -> part s way) ways
  | Scope { body; _ } | If_state { body; _ } -> part s body
  | Leave _ | Break | Goto _ | Label _ | Set_state _ | Break_if_state _ -> ()

and branch s c outcome seq =
  let before = mark s in
  assume_condition s c outcome;
  sequence s seq;
  restore s before

and count s (loop : Tree.counted_loop) body =
  let start = range_of s loop.start in
  let limit = range_of s loop.limit in
  let last =
    if not loop.excluded then limit
    else
      let by = if loop.down then 1 else -1 in
      let beside = sum limit { low = by; high = by } in
      if is_exact beside then beside else any
  in
  let range = if loop.down then { low = last.low; high = start.high } else { low = start.low; high = last.high } in
  let unknown = is_nothing range || is_nothing start || is_nothing limit in
  let before = mark s in
  save s loop.counter;
  s.ranges.(loop.counter) <- (if unknown then any else range);
  if not loop.down then begin
    let block = measured s loop.limit ~less_one:(not loop.excluded) in
    if block <> Ir.none then bound s loop.counter block
  end;
  sequence s body;
  restore s before

let find_loops s =
  for q = 0 to s.tree.seqs.size - 1 do
    let stmts = s.tree.seqs.data.(q).stmts in
    for i = 0 to stmts.size - 1 do
      match stmts.data.(i) with Loop { header; _ } -> s.widens.(header) <- true | _ -> ()
    done
  done

let no_facts n = { exact = Array.make n false; not_negative = Array.make n false; within = Array.make n false }

let find program accesses (f : Ir.func) folding (tree : Tree.t) =
  let n = f.nodes.size in
  let s =
    {
      program; accesses; f; folding; tree; facts = no_facts n;
      ranges = Array.make n any; incoming = Array.make n nothing; widens = Array.make f.blocks.size false;
      undone = Vec.create (); undo = Vec.create ();
      bound_indices = Vec.create (); bound_blocks = Vec.create (); changed = true; first = true;
    }
  in
  if asks s then begin
    for b = 0 to f.blocks.size - 1 do
      Array.iter (fun p -> s.ranges.(p) <- nothing) f.blocks.data.(b).params
    done;
    find_loops s;
    (* A bound of a loop's parameter changes once and is widened then, so this ends soon. *)
    let round = ref 0 in
    while s.changed && !round < max_rounds do
      s.changed <- false;
      sequence s tree.root;
      s.first <- false;
      incr round
    done
  end;
  if s.changed && not s.first then no_facts n else s.facts
