type t = {
  names : string array;
  in_place : bool array;
  declared : int array array array;
  shares : bool;
  registers : int;
  spilled : int;
  variables : int;
}

let none = { names = [||]; in_place = [||]; declared = [||]; shares = false; registers = 0; spilled = 0; variables = 0 }

let declared_before p (seq : Tree.seq) index =
  let of_seq = p.declared.(seq.id) in
  if index < Array.length of_seq then of_seq.(index) else [||]

type state = {
  f : Ir.func;
  folding : Folding.t;
  tree : Tree.t;
  named_elsewhere : bool array;
  all : Occurrences.t;
  same : int array;  (* by value: the one whose variable it shares *)
}

(* Occurrences of a value become those of the value whose variable it shares. *)
let rename s =
  for i = 0 to s.all.list.size - 1 do
    let at = s.all.list.data.(i) in
    at.value <- s.same.(at.value)
  done

(* Variables in the order in which the text names them first. *)
let variables s =
  let seen = Array.make s.f.nodes.size false and order = Vec.create () in
  for i = 0 to s.all.list.size - 1 do
    let v = s.all.list.data.(i).value in
    if not seen.(v) then begin
      seen.(v) <- true;
      Vec.push order v
    end
  done;
  order

(* -- one variable for a parameter and what is moved to it, unless both are live
   at once; the moves of inner loops first *)

type move = {
  loops : int;
  param : int;
  arg : int;
  common : Live_ranges.segment option;
      (* Where both are the same: what a [for] moves in its last round, too, behind the moves. *)
}

(* The variable of a [for] is no other's. *)
let counts s v =
  match s.f.nodes.data.(v) with
  | { op = Block_param; block; _ } -> (
      match Tree.counted_loop s.tree block with Some loop -> loop.counter = v | None -> false)
  | _ -> false

let is_variable s v = v <> Ir.none && s.folding.form.(v) = Folding.Variable && not s.named_elsewhere.(v)

let find_moves s =
  let moves = Vec.create () in
  for place = s.f.blocks.size to s.all.places.size - 1 do
    let at = s.all.places.data.(place) in
    let edge = s.f.blocks.data.(at.block).term.edges.(at.edge) in
    let params = s.f.blocks.data.(edge.target).params in
    let common =
      match Tree.counted_loop s.tree edge.target with
      | Some loop when (not loop.tests_first) && loop.test = at.block && loop.round = at.edge ->
          Some { Live_ranges.first = at.last; last = at.last }
      | Some _ | None -> None
    in
    for i = 0 to Array.length params - 1 do
      let param = params.(i) and arg = edge.edge_args.(i) in
      if is_variable s param && is_variable s arg && (not (counts s param)) && not (counts s arg) then
        Vec.push moves { loops = at.place_loops; param; arg = s.same.(arg); common }
    done
  done;
  let moves = Vec.to_array moves in
  if Array.length moves > 1 then Array.stable_sort (fun a b -> b.loops - a.loops) moves;
  moves

let rec find same v =
  let next = same.(v) in
  if next = v then v
  else begin
    same.(v) <- same.(next);
    find same same.(v)
  end

let coalesce s =
  let moves = find_moves s in
  if Array.length moves > 0 then begin
    let wanted = Array.make s.f.nodes.size false in
    Array.iter
      (fun { param; arg; _ } ->
        wanted.(param) <- true;
        wanted.(arg) <- true)
      moves;
    let ranges = Live_ranges.live_ranges s.f s.all ~wanted in
    Array.iter
      (fun { param; arg; common; _ } ->
        let param = find s.same param and arg = find s.same arg in
        let others = match common with Some part -> Live_ranges.without ranges.(arg) part | None -> ranges.(arg) in
        if param <> arg && not (Live_ranges.intersect ranges.(param) others) then begin
          ranges.(arg) <- others;
          let older = if ranges.(arg).(0).first < ranges.(param).(0).first then arg else param in
          let younger = if older = arg then param else arg in
          s.same.(younger) <- older;
          ranges.(older) <- Live_ranges.united ranges.(older) ranges.(younger);
          ranges.(younger) <- [||]
        end)
      moves;
    for v = 0 to s.f.nodes.size - 1 do
      s.same.(v) <- find s.same v
    done;
    rename s
  end

(* -- a local each *)

(* Where a variable is declared. *)
type home = {
  mutable seq : int;  (* the innermost sequence that holds all occurrences *)
  mutable index : int;  (* the statement of it that holds the first one *)
  mutable born : int;  (* what that statement defines, if it can be a [local] statement *)
}

let no_home = { seq = Ir.none; index = 0; born = Ir.none }

(* Moves the home out until it holds the sequence [other]. *)
let rec widen s home (other : Tree.seq) =
  let seqs = s.tree.seqs.data in
  let seq = seqs.(home.seq) in
  if seq.id <> other.id then
    if seq.depth >= other.depth then begin
      home.seq <- seq.parent;
      home.index <- seq.index;
      home.born <- Ir.none;
      widen s home other
    end
    else widen s home seqs.(other.parent)

let homes s =
  let homes = Array.make s.f.nodes.size no_home in
  for i = 0 to s.all.list.size - 1 do
    let at = s.all.list.data.(i) in
    if homes.(at.value) == no_home then
      homes.(at.value) <- { seq = at.seq.id; index = at.index; born = (if at.born then at.node else Ir.none) }
    else widen s homes.(at.value) at.seq
  done;
  homes

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

let no_values : int Vec.t = Vec.create ()

(* The values that are declared before each statement, and by [in_place] those
   that are where they are born. *)
let declare s (order : int Vec.t) in_place =
  let seqs = s.tree.seqs and homes = homes s in
  let targets = Array.make seqs.size [||] and values = Array.make seqs.size [||] in
  for i = 0 to order.size - 1 do
    let v = order.data.(i) in
    if not (counts s v) then begin
      let { seq; index; born } = homes.(v) in
      if Array.length targets.(seq) = 0 then targets.(seq) <- hoisting seqs.data.(seq);
      let target = targets.(seq).(index) in
      if born <> Ir.none && target = index then in_place.(born) <- true
      else begin
        if Array.length values.(seq) = 0 then values.(seq) <- Array.make (Array.length targets.(seq)) no_values;
        if values.(seq).(target) == no_values then values.(seq).(target) <- Vec.create ();
        Vec.push values.(seq).(target) v
      end
    end
  done;
  Array.map (Array.map (fun values -> if values == no_values then [||] else Vec.to_array values)) values

(* -- shared registers: the first that is free wherever the variable is live *)

(* Registers of the values, in this order, as their names; how many, and whether
   they were enough. *)
let allocate (order : int array) (ranges : Live_ranges.segments array) names budget =
  let taken = Vec.create () and enough = ref true in
  for i = 0 to Array.length order - 1 do
    let v = order.(i) in
    let register = ref 0 in
    while !register < taken.Vec.size && Live_ranges.intersect ranges.(v) taken.data.(!register) do
      incr register
    done;
    if !register < taken.size then
      Vec.set taken !register (Live_ranges.united ranges.(v) taken.data.(!register))
    else if !register < budget then Vec.push taken ranges.(v);
    if !register >= budget then enough := false;
    names.(v) <- (if !register < budget then "r" ^ string_of_int (!register + 1) else "")
  done;
  (taken.size, !enough)

let max_weight = 0x3fffffff

(* The uses of each variable; those in loops count more. *)
let weights s =
  let weight = Array.make s.f.nodes.size 0 in
  for i = 0 to s.all.list.size - 1 do
    let { Occurrences.value; loops; _ } = s.all.list.data.(i) in
    let uses = weight.(value) + (1 lsl (3 * if loops < 6 then loops else 6)) in
    weight.(value) <- (if uses > max_weight then max_weight else uses)
  done;
  weight

(* In the order of the text nearly no register is wasted (Poletto and Sarkar,
   "Linear scan register allocation", 1999). When they are too few all the same,
   those that are used most choose first, and what is left lives in [_V] (Chow and
   Hennessy, "The priority-based coloring approach to register allocation", 1990).
   Gives the numbers of registers and of slots. *)
let share s (order : int Vec.t) names budget =
  let wanted = Array.make s.f.nodes.size true in
  let ranges = Live_ranges.live_ranges s.f s.all ~wanted in
  let in_order = Vec.to_array order in
  let registers, enough = allocate in_order ranges names budget in
  if enough then (registers, 0)
  else begin
    let weight = weights s in
    let by_weight = Array.copy in_order in
    Array.stable_sort (fun a b -> weight.(b) - weight.(a)) by_weight;
    let registers, _ = allocate by_weight ranges names budget in
    (* Numbered as they are assigned, [_V] is an array to Lua: on 5.1, twice as fast as a hash. *)
    let slots = ref 0 in
    Array.iter
      (fun v ->
        if names.(v) = "" then begin
          incr slots;
          names.(v) <- "_V[" ^ string_of_int !slots ^ "]"
        end)
      in_order;
    (registers, !slots)
  end

let place_variables (f : Ir.func) folding (tree : Tree.t) ~named_elsewhere ~share:shared ~budget =
  let n = f.nodes.size in
  let all = Occurrences.find f folding tree ~named_elsewhere in
  let s = { f; folding; tree; named_elsewhere; all; same = Array.init n (fun v -> v) } in
  let tries = ref false in
  (* The exception of a try comes in the variable of its result. *)
  for b = 0 to f.blocks.size - 1 do
    let term = f.blocks.data.(b).term in
    if term.kind = Try then begin
      s.same.(term.exn) <- term.result;
      tries := true
    end
  done;
  if !tries then rename s;
  if all.places.size > f.blocks.size then coalesce s;
  let order = variables s in
  let names = Array.make n "" and in_place = Array.make n false in
  let declared, (registers, spilled) =
    if shared then (Array.make tree.seqs.size [||], share s order names budget)
    else begin
      for i = 0 to order.size - 1 do
        names.(order.data.(i)) <- "v" ^ string_of_int (i + 1)
      done;
      (declare s order in_place, (0, 0))
    end
  in
  for v = 0 to n - 1 do
    if s.same.(v) <> v then names.(v) <- names.(s.same.(v))
  done;
  { names; in_place; declared; shares = shared; registers; spilled; variables = order.size }
