let polled_prefix = "rt_polled_"

let is_polled = function
  | "caml_array_append" | "caml_array_concat" | "caml_array_make" | "caml_array_sub" | "caml_create_bytes"
  | "caml_make_vect" | "caml_ml_flush" | "caml_ml_input" | "caml_ml_input_char" | "caml_ml_input_scan_line"
  | "caml_ml_output" | "caml_ml_output_bytes" | "caml_ml_output_char" ->
      true
  | _ -> false

let calls (program : Ir.program) test =
  let found = ref false in
  for i = 0 to Vec.length program.functions - 1 do
    let f = Vec.get program.functions i in
    if not f.dead then
      for b = 0 to Vec.length f.blocks - 1 do
        let body = (Vec.get f.blocks b).body in
        for j = 0 to Vec.length body - 1 do
          let node = Vec.get f.nodes (Vec.get body j) in
          if node.op = C_call && test (Vec.get program.primitives node.imm) then found := true
        done
      done
  done;
  !found

(* At the start of each loop, and of a function that could go round without one. *)
let add_polls (f : Ir.func) =
  let order = Cfg.reverse_postorder f in
  let blocks = Vec.length f.blocks in
  let position = Array.make blocks Ir.none in
  Array.iteri (fun i b -> position.(b) <- i) order;
  let polls = Array.make blocks false in
  polls.(0) <- f.recursive;
  Array.iteri
    (fun i b ->
      let term = (Vec.get f.blocks b).term in
      if term.kind = Tail_call || term.kind = Tail_known then polls.(0) <- true;
      Array.iter (fun (edge : Ir.edge) -> if position.(edge.target) <= i then polls.(edge.target) <- true) term.edges)
    order;
  for b = 0 to blocks - 1 do
    if polls.(b) then Vec.insert (Vec.get f.blocks b).body 0 (Ir.add f b Poll 0 [||] Ir.none)
  done

let add (program : Ir.program) =
  if not (Ir.is_open program) then begin
    if calls program Ir.registers_finaliser then
      for i = 0 to Vec.length program.primitives - 1 do
        let use = Vec.get program.primitives i in
        if is_polled use.prim_name then
          Vec.set program.primitives i { use with prim_name = polled_prefix ^ use.prim_name }
      done;
    if calls program (fun use -> use.prim_name = "caml_domain_spawn") then
      for i = 0 to Vec.length program.functions - 1 do
        let f = Vec.get program.functions i in
        if not f.dead then add_polls f
      done
  end
