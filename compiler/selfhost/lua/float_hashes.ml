let rec kinds_of (program : Ir.program) (f : Ir.func) v =
  let node = Vec.get f.nodes v in
  match node.op with
  | Literal -> (
      match Vec.get program.constants node.imm with
      | Integer _ -> Ir.kind_int
      | Floating _ -> Ir.kind_float
      | String _ -> Ir.kind_string
      | Block _ | Float_array _ | Int32 _ | Int64 _ | Nativeint _ -> Ir.kind_block)
  | Item ->
      let item = Vec.get program.items node.imm in
      kinds_of program (Vec.get program.functions item.item_main) item.item_value
  | C_call -> (Vec.get program.primitives node.imm).prim_result
  | Call_known -> (Vec.get program.functions node.imm).result_kinds
  | _ -> Ir_ops.result node.op

exception Unknown

(* The calls that hash floats, the last one first.
   @raise Unknown when one hashes what may be a float or something else *)
let calls (program : Ir.program) =
  let found = ref [] in
  for i = 0 to Vec.length program.functions - 1 do
    let f = Vec.get program.functions i in
    if not f.dead then
      for b = 0 to Vec.length f.blocks - 1 do
        let body = (Vec.get f.blocks b).body in
        for j = 0 to Vec.length body - 1 do
          let node = Vec.get f.nodes (Vec.get body j) in
          if node.op = C_call && (Vec.get program.primitives node.imm).prim_name = "caml_hash" then begin
            let kinds = kinds_of program f node.args.(3) in
            if kinds = Ir.kind_float then found := node :: !found
            else if kinds land Ir.kind_float <> 0 then raise Unknown
          end
        done
      done
  done;
  !found

let hash_floats (program : Ir.program) =
  if not (Ir.is_open program) then
    match calls program with
    | exception Unknown -> ()
    | [] -> ()
    | call :: _ as all ->
        let use = Vec.get program.primitives call.imm in
        Vec.push program.primitives { use with prim_name = "rt_hash_float" };
        List.iter (fun (node : Ir.node) -> node.imm <- Vec.length program.primitives - 1) all
