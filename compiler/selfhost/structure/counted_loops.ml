type input = {
  f : Ir.func;
  folding : Folding.t;
  order : int array;
  preds : Cfg.edge_ref array array;
  nest : Loops.t;
  conditions : Tree.condition array;
  placed_inside : bool array;
}

(* How far up guards are looked for. *)
let max_guards = 8

(* A constant limit up to here isn't the largest int: the counter does get beyond it. *)
let max_inclusive = 0x3fffffff

(* A comparison of ints, with the sense in which it was decided. *)
type fact = { op : Ir.opcode; left : int; right : int }

type candidate = { loop : Tree.counted_loop; mutable rejected : bool }

type finder = {
  input : input;
  found : candidate Vec.t;
  candidate : candidate option array;  (* by header *)
  changed : bool array;
      (* by value: a header's parameter that isn't what it was any more when the loop is over *)
}

let node s v : Ir.node = s.input.f.nodes.data.(v)
let block s b : Ir.block = s.input.f.blocks.data.(b)
let contains s header b = Loops.contains s.input.nest header b
let integer s v = match node s v with { op = Integer; imm; _ } -> Some imm | _ -> None

let same s a b =
  a = (b : int) || match (integer s a, integer s b) with Some x, Some y -> x = (y : int) | _ -> false

(* What the condition, a single comparison, says when it is [outcome]. *)
let fact s (condition : Tree.condition) outcome =
  match condition with
  | Both _ | Either _ -> None
  | Leaf { value; negated } -> (
      let rec compared v outcome =
        match node s v with
        | { op = Not_; args; _ } -> compared args.(0) (not outcome)
        | { op = (Eq | Ne | Lt | Le | Gt | Ge) as op; args; _ } ->
            Some { op = (if outcome then op else Ir.negated op); left = args.(0); right = args.(1) }
        | _ -> None
      in
      compared value (outcome <> negated))

(* Whether the condition, being [outcome], says that a <= b. *)
let rec says_le s (condition : Tree.condition) outcome a b =
  match condition with
  | Both (left, right) -> outcome && (says_le s left outcome a b || says_le s right outcome a b)
  | Either (left, right) -> (not outcome) && (says_le s left outcome a b || says_le s right outcome a b)
  | Leaf _ -> (
      match fact s condition outcome with
      | Some { op = Lt | Le; left; right } -> same s left a && same s right b
      | Some { op = Gt | Ge; left; right } -> same s left b && same s right a
      | Some { op = Eq; left; right } ->
          (same s left a && same s right b) || (same s left b && same s right a)
      | Some _ | None -> false)

let known_le s entered_by edge a b =
  match (integer s a, integer s b) with
  | Some x, Some y -> x <= y
  | _ ->
      let rec guarded from edge guards =
        let is_branch = (block s from).term.kind = Branch in
        guards > 0
        && ((is_branch && says_le s s.input.conditions.(from) (edge = 0) a b)
           ||
           match s.input.preds.(from) with [| way |] -> guarded way.from way.edge (guards - 1) | _ -> false)
      in
      guarded entered_by edge max_guards

(* Evaluated when the loop begins, it is what it is each time. *)
let invariant s v header =
  match s.input.folding.form.(v) with
  | Constant -> true
  | Variable -> (node s v).block <> Ir.none && not (contains s header (node s v).block)
  | Unused | Folded | Statement -> false

(* May be evaluated behind the moves to the header as well as with them. *)
let rec movable s v =
  s.input.folding.form.(v) <> Folded
  || ((node s v).effects = Pure && Array.for_all (fun a -> movable s a) (node s v).args)

let silent s b =
  let body = (block s b).body in
  let rec all i =
    i < 0
    || match s.input.folding.form.(body.data.(i)) with Folded | Constant | Unused -> all (i - 1) | _ -> false
  in
  all (body.size - 1)

(* 1 or -1 when v is the counter with that added, otherwise 0. *)
let step s v counter =
  match node s v with
  | { op = Add; args; _ } when args.(0) = counter -> (
      match integer s args.(1) with Some ((1 | -1) as by) -> by | Some _ | None -> 0)
  | _ -> 0

let tests_last s (loop : Tree.counted_loop) (back : Cfg.edge_ref) (entry : Cfg.edge_ref) =
  if (block s back.from).term.kind <> Branch then None
  else
    match fact s s.input.conditions.(back.from) (back.edge = 0) with
    | Some { op = Ne; left; right } when left = loop.counter || right = loop.counter ->
        let limit = if left = loop.counter then right else left in
        let low = if loop.down then limit else loop.start and high = if loop.down then loop.start else limit in
        if invariant s limit loop.loop_header && known_le s entry.from entry.edge low high then
          Some { loop with limit; test = back.from; round = back.edge }
        else None
    | Some _ | None -> None

let tests_first s (loop : Tree.counted_loop) =
  let header = loop.loop_header in
  let edges = (block s header).term.edges in
  let inside e = contains s header edges.(e).target in
  if not (inside 0 || inside 1) then None
  else begin
    let round = if inside 0 then 0 else 1 in
    match fact s s.input.conditions.(header) (round = 0) with
    | None -> None
    | Some known -> (
        let known =
          if known.right = loop.counter then { op = Ir.mirrored known.op; left = known.right; right = known.left }
          else known
        in
        if known.left <> loop.counter || known.right = loop.counter then None
        else
          let limit = known.right in
          let excluded = known.op = if loop.down then Gt else Lt in
          let n = integer s limit in
          match n with
          | Some n when n > max_inclusive || n < -max_inclusive -> None
          | Some _ | None ->
              let included = n <> None && known.op = if loop.down then Ge else Le in
              if (not (inside (1 - round))) && (excluded || included) && invariant s limit header then
                Some { loop with limit; test = header; round; excluded; tests_first = true }
              else None)
  end

let keep s loop =
  let candidate = { loop; rejected = false } in
  s.candidate.(loop.Tree.loop_header) <- Some candidate;
  Vec.push s.found candidate

(* The step of all ways back, 0 if they don't have one in common. *)
let common_step s (back : Cfg.edge_ref Vec.t) slot counter =
  let by = ref 0 and steady = ref true in
  for i = 0 to back.size - 1 do
    let { Cfg.from; edge } = back.data.(i) in
    let n = step s (block s from).term.edges.(edge).edge_args.(slot) counter in
    if !by = 0 then by := n;
    if n = 0 || n <> !by then steady := false
  done;
  if !steady then !by else 0

let look_at s header =
  let back = Vec.create () and entries = Vec.create () in
  Array.iter
    (fun (way : Cfg.edge_ref) -> Vec.push (if contains s header way.from then back else entries) way)
    s.input.preds.(header);
  if Vec.length entries = 1 then begin
    let entry : Cfg.edge_ref = Vec.get entries 0 in
    let { Ir.params; term; _ } = block s header in
    let is_branch = term.kind = Branch in
    let rec look slot =
      if slot < Array.length params then begin
        let counter = params.(slot) in
        let start = (block s entry.from).term.edges.(entry.edge).edge_args.(slot) in
        let by = common_step s back slot counter in
        let loop : Tree.counted_loop =
          {
            loop_header = header; slot; counter; start; limit = Ir.none; down = by < 0; excluded = false;
            tests_first = false; test = Ir.none; round = 0;
          }
        in
        if by = 0 || not (movable s start) then look (slot + 1)
        else
          let last = if back.size = 1 then tests_last s loop back.data.(0) entry else None in
          match last with
          | Some loop -> keep s loop
          | None -> (
              match if is_branch && silent s header then tests_first s loop else None with
              | Some loop -> keep s loop
              | None -> look (slot + 1))
      end
    in
    look 0
  end

(* -- what must not be, for all candidates at once *)

let mark_changed s =
  for i = 0 to s.found.size - 1 do
    let { Tree.loop_header; counter; tests_first; test; round; _ } = s.found.data.(i).loop in
    s.changed.(counter) <- true;
    if not tests_first then begin
      let args = (block s test).term.edges.(round).edge_args in
      Array.iteri (fun slot param -> if args.(slot) <> param then s.changed.(param) <- true) (block s loop_header).params
    end
  done

(* In the loop, or placed there: a way that leaves the function. *)
let stands_in s (loop : Tree.counted_loop) b =
  contains s loop.loop_header b
  || s.input.placed_inside.(b)
     && Array.length s.input.preds.(b) > 0
     &&
     let way = s.input.preds.(b).(0) in
     contains s loop.loop_header way.from && (way.from <> loop.test || way.edge = loop.round)

(* What is written as part of the text of block b. *)
let rec used_in s v b =
  if v <> Ir.none then begin
    let node = node s v in
    if s.input.folding.form.(v) = Folded then Array.iter (fun a -> used_in s a b) node.args;
    if s.changed.(v) then
      match s.candidate.(node.block) with
      | Some candidate -> if not (stands_in s candidate.loop b) then candidate.rejected <- true
      | None -> ()
  end

let rec used_in_condition s (condition : Tree.condition) b =
  match condition with
  | Leaf { value; _ } -> used_in s value b
  | Both (left, right) | Either (left, right) ->
      used_in_condition s left b;
      used_in_condition s right b

let reject_used_outside s =
  Array.iter
    (fun b ->
      let { Ir.body; term; _ } = block s b in
      for i = 0 to body.size - 1 do
        let v = body.data.(i) in
        if s.input.folding.form.(v) <> Folded then Array.iter (fun a -> used_in s a b) (node s v).args
      done;
      if term.kind = Branch then used_in_condition s s.input.conditions.(b) b else used_in s term.value b;
      Array.iter (fun a -> used_in s a b) term.targs;
      Array.iter (fun (edge : Ir.edge) -> Array.iter (fun a -> used_in s a b) edge.edge_args) term.edges)
    s.input.order;
  (* What goes along on the way out stands behind the loop. *)
  for i = 0 to s.found.size - 1 do
    let { Tree.test; round; _ } = s.found.data.(i).loop in
    let out = (block s test).term.edges.(1 - round) in
    Array.iter (fun a -> used_in s a out.target) out.edge_args
  done

let reject_other_exits s =
  let { nest; placed_inside; order; _ } = s.input in
  Array.iter
    (fun b ->
      Array.iteri
        (fun e (edge : Ir.edge) ->
          let target = edge.target in
          if not (placed_inside.(target) && not nest.is_header.(target)) then begin
            let l = ref nest.header.(b) in
            while !l <> Ir.none && not (contains s !l target) do
              (match s.candidate.(!l) with
              | Some ({ loop; _ } as candidate) ->
                  if loop.test <> b || loop.round = e then candidate.rejected <- true
              | None -> ());
              l := nest.outer.(!l)
            done
          end)
        (block s b).term.edges)
    order

let find input =
  let { Ir.blocks; nodes; _ } = input.f in
  let s =
    {
      input; found = Vec.create (); candidate = Array.make blocks.size None; changed = Array.make nodes.size false;
    }
  in
  Array.iter (fun b -> if input.nest.is_header.(b) then look_at s b) input.order;
  if s.found.size = 0 then []
  else begin
    mark_changed s;
    reject_used_outside s;
    reject_other_exits s;
    let kept = Array.to_list (Vec.to_array s.found) in
    List.filter_map (fun { loop; rejected } -> if rejected then None else Some loop) kept
  end
