(* The operand that the primitive writes into, or none. *)
let written_operand (use : Ir.primitive_use) =
  match use.prim_name with
  | "caml_bytes_set" | "caml_bytes_set16" | "caml_bytes_set32" | "caml_bytes_set64" | "caml_fill_bytes" -> 0
  | "caml_blit_bytes" | "caml_blit_string" -> 2
  | _ -> Ir.none

(* The bytes that a node stores into, or none. *)
let written (node : Ir.node) operands =
  match node.op with
  | Set_byte -> node.args.(0)
  | C_call when operands.(node.imm) <> Ir.none -> node.args.(operands.(node.imm))
  | _ -> Ir.none

(* The node that defines the value: through the parameters of blocks that one way leads to,
   and values of a unit's main code. [preds]: by function, where they were asked for. *)
let rec origin (program : Ir.program) preds id v =
  let f = Vec.get program.functions id in
  let node = Vec.get f.nodes v in
  match node.op with
  | Item ->
      let item = Vec.get program.items node.imm in
      origin program preds item.item_main item.item_value
  | Block_param -> (
      if Array.length preds.(id) = 0 then preds.(id) <- Cfg.predecessors f (Cfg.reverse_postorder f);
      match preds.(id).(node.block) with
      | [| { Cfg.from; edge } |] ->
          let params = (Vec.get f.blocks node.block).params in
          let rec place i = if params.(i) = v then i else place (i + 1) in
          origin program preds id (Vec.get f.blocks from).term.edges.(edge).edge_args.(place 0)
      | _ -> node)
  | _ -> node

let rec find (program : Ir.program) i =
  if i = Vec.length program.primitives then Ir.none
  else if (Vec.get program.primitives i).prim_name = "caml_bytes_of_string" then i
  else find program (i + 1)

let own (program : Ir.program) ~shared ~owned (made : Ir.node) =
  if made.op = C_call && made.imm = shared then begin
    if Vec.length program.primitives = owned then
      Vec.push program.primitives { (Vec.get program.primitives shared) with prim_name = "rt_bytes_table" };
    made.imm <- owned;
    made.effects <- Effect
  end

let own_bytes (program : Ir.program) =
  let shared = find program 0 and owned = Vec.length program.primitives in
  if shared <> Ir.none then begin
    let operands = Array.map written_operand (Vec.to_array program.primitives) in
    let preds = Array.make (Vec.length program.functions) [||] in
    for id = 0 to Vec.length program.functions - 1 do
      let f = Vec.get program.functions id in
      if not f.dead then
        for b = 0 to Vec.length f.blocks - 1 do
          let body = (Vec.get f.blocks b).body in
          for j = 0 to Vec.length body - 1 do
            let bytes = written (Vec.get f.nodes (Vec.get body j)) operands in
            if bytes <> Ir.none then own program ~shared ~owned (origin program preds id bytes)
          done
        done
    done
  end
