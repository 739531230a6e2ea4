let max_leaves = 40

type state = {
  f : Ir.func;
  folding : Folding.t;
  preds : Cfg.edge_ref array array;
  root : Tree.condition array;  (* by block *)
  leaves : int array;  (* by block: of its condition *)
}

let rec same_values (a : int array) (b : int array) i = i < 0 || (a.(i) = b.(i) && same_values a b (i - 1))

let same (a : Ir.edge) (b : Ir.edge) =
  let count = Array.length a.edge_args in
  a.target = b.target && count = Array.length b.edge_args && same_values a.edge_args b.edge_args (count - 1)

let rec all_expressions (folding : Folding.t) (body : int Vec.t) i =
  i < 0
  ||
  match folding.form.(body.data.(i)) with
  | Folded | Constant -> all_expressions folding body (i - 1)
  | Unused | Variable | Statement -> false

let rec none_born_in (f : Ir.func) b (args : int array) i =
  i < 0 || (f.nodes.data.(args.(i)).block <> b && none_born_in f b args (i - 1))

(* Only a condition, all of it in one expression. *)
let pure_condition s b =
  let block = s.f.blocks.data.(b) in
  block.term.kind = Branch
  && Array.length block.params = 0
  && all_expressions s.folding block.body (block.body.size - 1)
  &&
  let on_true = block.term.edges.(0).edge_args and on_false = block.term.edges.(1).edge_args in
  none_born_in s.f b on_true (Array.length on_true - 1) && none_born_in s.f b on_false (Array.length on_false - 1)

(* De Morgan. *)
let rec negate (condition : Tree.condition) : Tree.condition =
  match condition with
  | Leaf leaf -> Leaf { leaf with negated = not leaf.negated }
  | Both (left, right) -> Either (negate left, negate right)
  | Either (left, right) -> Both (negate left, negate right)

(* The branch of [next], way [side] of b, becomes part of b's; its way [shared]
   is b's other way. *)
let merge s b next side shared =
  let term = s.f.blocks.data.(b).term and inner = s.f.blocks.data.(next) in
  let right = if shared = side then negate s.root.(next) else s.root.(next) in
  term.edges.(side) <- inner.term.edges.(1 - shared);
  inner.term <- Ir.new_term Unreachable;
  (* Side 0: b and next, when the way in common is the false one of both. *)
  s.root.(b) <- (if side = 0 then Both (s.root.(b), right) else Either (s.root.(b), right));
  s.leaves.(b) <- s.leaves.(b) + s.leaves.(next)

let absorb_side s b side =
  let term = s.f.blocks.data.(b).term in
  let next = term.edges.(side).target in
  next <> b
  && Array.length s.preds.(next) = 1
  && pure_condition s next
  && s.leaves.(b) + s.leaves.(next) <= max_leaves
  &&
  let other = term.edges.(1 - side) and inner = s.f.blocks.data.(next).term.edges in
  if same inner.(0) other then begin
    merge s b next side 0;
    true
  end
  else if same inner.(1) other then begin
    merge s b next side 1;
    true
  end
  else false

let absorb s b =
  if s.f.blocks.data.(b).term.kind = Branch then
    while absorb_side s b 0 || absorb_side s b 1 do
      ()
    done

let combine_conditions (f : Ir.func) folding =
  let n = f.blocks.size in
  let order = Cfg.reverse_postorder f in
  let preds = Cfg.predecessors f order in
  let no_condition : Tree.condition = Leaf { value = Ir.none; negated = false } in
  let s = { f; folding; preds; root = Array.make n no_condition; leaves = Array.make n 1 } in
  for i = 0 to Array.length order - 1 do
    let term = f.blocks.data.(order.(i)).term in
    if term.kind = Branch then s.root.(order.(i)) <- Leaf { value = term.value; negated = false }
  done;
  for i = Array.length order - 1 downto 0 do
    absorb s order.(i)
  done;
  s.root
