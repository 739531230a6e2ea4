open Function_printer

let at = Expression.at
let block t b : Ir.block = t.f.blocks.data.(b)
let node t v : Ir.node = t.f.nodes.data.(v)
let value_text t v = (Operations.value t v).text

(* -- declarations *)

(* No line of more than 20 names. *)
let declare_names t values indent =
  let count = Array.length values and start = ref 0 in
  while !start < count do
    let length = if count - !start > 20 then 20 else count - !start in
    let names = Array.map (variable t) (Array.sub values !start length) in
    line t indent ("local " ^ String.concat ", " (Array.to_list names));
    start := !start + 20
  done

let declare t values indent =
  declare_names t values indent;
  count_locals t (Array.length values)

(* Behind the assignment of v, whose value other functions may use. *)
let publish t v =
  let item = t.items.(v) in
  if item <> Ir.none then
    Buffer.add_string t.out (Expression.export_mark (Symbol_table.intern t.context.symbols Item item))

let assign t v text indent =
  let local = t.placement.in_place.(v) in
  if local then count_locals t 1;
  line t indent ((if local then "local " else "") ^ variable t v ^ " = " ^ text);
  publish t v

(* The block of a store; a statement must not begin with a parenthesis. *)
let block_name t v indent =
  let text = at (Operations.value t v) Primary in
  if text.[0] <> '(' then text
  else begin
    let name = "t" ^ temporary t in
    line t indent ("local " ^ name ^ " = " ^ text);
    count_locals t 1;
    name
  end

let store_field t (node : Ir.node) indent =
  let stored = value_text t node.args.(1) in
  let block = block_name t node.args.(0) indent in
  line t indent (block ^ "[" ^ string_of_int (node.imm + 2) ^ "] = " ^ stored)

let store_global t (node : Ir.node) indent =
  let stored = value_text t node.args.(0) in
  let symbol = Symbol_table.intern t.context.symbols Global node.imm in
  line t indent (Expression.symbol_text symbol ^ " = " ^ stored);
  Buffer.add_string t.out (Expression.export_mark symbol)

let store_sum t (node : Ir.node) indent =
  let place = Operations.field_text t node.args.(0) 0 in
  let increment = if node.imm < 0 then " - " ^ Ints.opposite_text node.imm else " + " ^ string_of_int node.imm in
  let sum = Ints.wrap t { text = place ^ increment; precedence = Additive; truth = false } in
  line t indent (place ^ " = " ^ sum.text)

let store_item t v (node : Ir.node) ~checked ~bytes indent =
  let index = node.args.(1) in
  let block = block_name t node.args.(0) indent in
  let place = block ^ "[" ^ Operations.index_text t index 2 ^ "]" in
  if checked && not t.facts.within.(v) then begin
    let low =
      if t.facts.not_negative.(v) then "" else at (Operations.value t index) Additive ^ " < 0 or "
    in
    let raise_error =
      if bytes then runtime t "rt_bytes_store" ^ "(" ^ block ^ ", " ^ value_text t index ^ ")" else runtime t "caml_array_bound_error" ^ "()"
    in
    line t indent ("if " ^ low ^ place ^ " == nil then " ^ raise_error ^ " end")
  end;
  line t indent (place ^ " = " ^ if bytes then Ints.byte_text Operations.value t node.args.(2) else value_text t node.args.(2))

(* Bytes may have no slots as yet. *)
let store_byte t (node : Ir.node) indent =
  let block = block_name t node.args.(0) indent in
  let place = block ^ "[" ^ Operations.index_text t node.args.(1) 2 ^ "]" in
  let byte = Ints.byte_text Operations.value t node.args.(2) in
  let index = value_text t node.args.(1) in
  let put = runtime t "rt_bytes_put" ^ "(" ^ block ^ ", " ^ index ^ ", " ^ byte ^ ")" in
  line t indent ("if " ^ block ^ "[2] then " ^ place ^ " = " ^ byte ^ " else " ^ put ^ " end")

let is_store t (node : Ir.node) =
  match node.op with
  | Set_field | Set_float_field | Set_global | Offset_ref | Set_item | Set_byte -> true
  | C_call -> (
      match Operations.access t node with
      | Array_set | Array_unsafe_set | Bytes_set -> true
      | Array_get | Array_unsafe_get | String_get | Bytes_get | No_access -> false)
  | _ -> false

let store_statement t v (node : Ir.node) indent =
  match node.op with
  | Set_field | Set_float_field -> store_field t node indent
  | Set_global -> store_global t node indent
  | Offset_ref -> store_sum t node indent
  | Set_item -> store_item t v node ~checked:false ~bytes:false indent
  | Set_byte -> store_byte t node indent
  | _ ->
      let access = Operations.access t node in
      store_item t v node ~checked:(access <> Array_unsafe_set) ~bytes:(access = Bytes_set) indent

(* Several closures that know each other: the maker returns them all. *)
let is_member t v m = match t.f.nodes.data.(m) with { op = Member; args; _ } -> args.(0) = (v : int) | _ -> false

let count_group t v made (node : Ir.node) indent =
  if t.context.program.allocations then
    let made : Expression.t = { text = made; precedence = Primary; truth = false } in
    line t indent (Operations.counted t v made (closure_words t.context.program node.imm)).text

(* Of very many closures: they come in one table. *)
let packed_group t v (node : Ir.node) indent =
  let table = "t" ^ temporary t in
  let arguments = Operations.maker_arguments t node.imm node.args in
  line t indent ("local " ^ table ^ " = " ^ symbol t Maker node.imm ^ arguments);
  count_locals t 1;
  count_group t v table node indent;
  let body = (block t node.block).body in
  for i = 0 to body.size - 1 do
    let m = body.data.(i) in
    if is_member t v m then
      assign t m (table ^ "[" ^ string_of_int (t.f.nodes.data.(m).imm + 1) ^ "]") indent
  done

let closure_group t v (node : Ir.node) indent =
  let body = (block t node.block).body in
  let names = Array.make (Array.length t.context.program.groups.data.(node.imm)) "_" in
  let in_place = ref 0 and local = ref true in
  let is_member m = is_member t v m in
  for i = 0 to body.size - 1 do
    let m = body.data.(i) in
    if is_member m then begin
      names.(t.f.nodes.data.(m).imm) <- variable t m;
      if t.placement.in_place.(m) then incr in_place else local := false
    end
  done;
  if not !local then
    for i = 0 to body.size - 1 do
      let m = body.data.(i) in
      if is_member m && t.placement.in_place.(m) then line t indent ("local " ^ variable t m)
    done;
  count_locals t (!in_place + 1);
  if (not !local) && Array.exists (fun name -> name = "_") names then line t indent "local _";
  let arguments = Operations.maker_arguments t node.imm node.args in
  line t indent
    ((if !local then "local " else "")
    ^ String.concat ", " (Array.to_list names)
    ^ " = " ^ symbol t Maker node.imm ^ arguments);
  (match List.find_opt (fun name -> name <> "_") (Array.to_list names) with
  | Some known -> count_group t v known node indent
  | None -> ());
  for i = 0 to body.size - 1 do
    if is_member body.data.(i) then publish t body.data.(i)
  done

let node_statement t v indent =
  let node = node t v in
  match (t.folding.form.(v), node.op) with
  | (Unused | Constant | Folded), _ -> ()
  | (Variable | Statement), Member -> () (* set by its group *)
  | (Variable | Statement), Poll ->
      let left = runtime t "rt_turn" ^ ".left" in
      line t indent (left ^ " = " ^ left ^ " - 1");
      line t indent ("if " ^ left ^ " < 0 then " ^ runtime t "rt_next_turn" ^ "() end")
  | (Variable | Statement), Closure when Array.length t.context.program.groups.data.(node.imm) > 1 ->
      if packs_members t.context.program.groups.data.(node.imm) then packed_group t v node indent
      else closure_group t v node indent
  | Variable, _ when is_store t node ->
      store_statement t v node indent;
      assign t v "0" indent
  | Statement, _ when is_store t node -> store_statement t v node indent
  | Variable, _ ->
      let e = Operations.operation t v in
      assign t v (if e.truth then at e And ^ " and 1 or 0" else e.text) indent
  | Statement, _ ->
      (* Lua's statements are calls; anything else is evaluated into nothing. *)
      let e = Operations.operation t v in
      if (not e.truth) && Operations.is_call e && e.text.[0] <> '(' then line t indent e.text
      else begin
        line t indent ("local _ = " ^ e.text);
        count_locals t 1
      end

(* Assigned by one statement: each takes a register of Lua, and one for its place in [_V]. *)
let max_moves = 20

(* One that the statement assigns may share its name with one that it used. *)
let clear_variables t user indent =
  let rec clear count names = function
    | [] -> if count > 0 then line t indent (String.concat ", " (List.rev names) ^ " = nil")
    | rest when count = max_moves ->
        clear count names [];
        clear 0 [] rest
    | v :: rest ->
        let name = variable t v in
        if name = variable t user then clear count names rest else clear (count + 1) (name :: names) rest
  in
  clear 0 [] t.allocations.cleared.(user)

let block_body t b indent =
  let body = (block t b).body in
  for i = 0 to body.size - 1 do
    let v = body.data.(i) in
    let node = node t v in
    if t.context.program.backtraces && Ir.has_place node then t.place <- node.pc;
    node_statement t v indent;
    t.place <- Ir.none;
    if t.context.program.allocations then clear_variables t v indent
  done

let joined texts first count = String.concat ", " (Array.to_list (Array.sub texts first count))

(* The parameters that moves along the edge assign. *)
let moved_params t (edge : Ir.edge) =
  let params = (block t edge.target).params in
  match Tree.counted_loop t.tree edge.target with
  | Some { counter; _ } -> Array.of_list (List.filter (fun p -> p <> counter) (Array.to_list params))
  | None -> params

(* The arguments of an edge to its target's parameters, which [local] declares. *)
let moves t b e ~local indent =
  let edge = (block t b).term.edges.(e) in
  let params = (block t edge.target).params in
  let count = Array.length params in
  let together = count <= max_moves in
  let left = Vec.create () and right = Vec.create () in
  (* Numbers can be moved one after the other. *)
  let left_numbers = Vec.create () and right_numbers = Vec.create () in
  for i = 0 to count - 1 do
    if not (Tree.counts t.tree edge.target i) then begin
      let arg = edge.edge_args.(i) in
      let name = variable t params.(i) and text = value_text t arg in
      (* One variable needs no move. *)
      if text <> name then begin
        let number = (not together) && (node t arg).op = Integer in
        Vec.push (if number then left_numbers else left) name;
        Vec.push (if number then right_numbers else right) text
      end
    end
  done;
  if local && not together then declare_names t (moved_params t edge) indent;
  let size = Vec.length left in
  let left = Vec.to_array left and right = Vec.to_array right in
  if size > max_moves then begin
    (* Lua evaluates all of the right side into registers: too many go through a table. *)
    line t indent "do";
    line t (indent + 1) ("local m = {" ^ joined right 0 size ^ "}");
    for i = 0 to size - 1 do
      line t (indent + 1) (left.(i) ^ " = m[" ^ string_of_int (i + 1) ^ "]")
    done;
    line t indent "end"
  end
  else if size > 0 then
    line t indent ((if local && together then "local " else "") ^ joined left 0 size ^ " = " ^ joined right 0 size);
  let left = Vec.to_array left_numbers and right = Vec.to_array right_numbers in
  let first = ref 0 in
  while !first < Array.length left do
    let rest = Array.length left - !first in
    let size = if rest < max_moves then rest else max_moves in
    line t indent (joined left !first size ^ " = " ^ joined right !first size);
    first := !first + size
  done;
  for i = 0 to count - 1 do
    if not (Tree.counts t.tree edge.target i) then publish t params.(i)
  done
