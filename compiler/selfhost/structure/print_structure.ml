let block_name b = "b" ^ string_of_int b

let rec condition (c : Tree.condition) =
  match c with
  | Leaf { value; negated } -> (if negated then "not %" else "%") ^ string_of_int value
  | Both (left, right) -> "(" ^ condition left ^ " and " ^ condition right ^ ")"
  | Either (left, right) -> "(" ^ condition left ^ " or " ^ condition right ^ ")"

let count (tree : Tree.t) header =
  match Tree.counted_loop tree header with
  | Some { counter; start; limit; down; excluded; _ } ->
      " counts %" ^ string_of_int counter ^ " from %" ^ string_of_int start
      ^ (if down then " down" else "")
      ^ (if excluded then " before %" else " to %")
      ^ string_of_int limit
  | None -> ""

let heading (f : Ir.func) tree (stmt : Tree.stmt) =
  match stmt with
  | Block b -> "block " ^ block_name b
  | Moves { block; edge } ->
      let target = (Vec.get f.blocks block).term.edges.(edge).target in
      "moves " ^ block_name block ^ " to " ^ block_name target
  | If { condition = c; _ } -> "if " ^ condition c
  | Switch { block; _ } -> "switch " ^ block_name block
  | Try { block; _ } -> "try " ^ block_name block
  | Loop { header; _ } -> "loop " ^ block_name header ^ count tree header
  | Leave b -> "leave " ^ block_name b
  | Break -> "break"
  | Goto b -> "goto " ^ block_name b
  | Label b -> "label " ^ block_name b
  | Scope { block; _ } -> "scope " ^ block_name block
  | Set_state { block; _ } -> "set_state " ^ block_name block
  | If_state { number; _ } -> "if_state " ^ block_name number
  | Break_if_state _ -> "break_if_state"

let add_line out spaces text =
  Buffer.add_string out (String.make spaces ' ');
  Buffer.add_string out text;
  Buffer.add_char out '\n'

let rec add_seq out f tree (seq : Tree.seq) indent =
  for i = 0 to seq.stmts.size - 1 do
    let stmt = seq.stmts.data.(i) in
    add_line out (indent * 2) (heading f tree stmt);
    let parts = Tree.parts stmt in
    for p = 0 to Array.length parts - 1 do
      if Array.length parts > 1 then add_line out ((indent * 2) + 1) ("way " ^ string_of_int p);
      add_seq out f tree parts.(p) (indent + 1)
    done
  done

let print_tree f (tree : Tree.t) =
  let out = Buffer.create 256 in
  add_seq out f tree tree.root 1;
  Buffer.contents out
