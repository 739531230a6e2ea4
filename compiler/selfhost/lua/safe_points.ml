let polled_prefix = "rt_polled_"

let is_polled = function
  | "caml_array_append" | "caml_array_concat" | "caml_array_make" | "caml_array_sub" | "caml_create_bytes"
  | "caml_make_vect" | "caml_ml_flush" | "caml_ml_input" | "caml_ml_input_char" | "caml_ml_input_scan_line"
  | "caml_ml_output" | "caml_ml_output_bytes" | "caml_ml_output_char" ->
      true
  | _ -> false

let registers_finalisers (program : Ir.program) =
  let found = ref false in
  for i = 0 to Vec.length program.functions - 1 do
    let f = Vec.get program.functions i in
    if not f.dead then
      for b = 0 to Vec.length f.blocks - 1 do
        let body = (Vec.get f.blocks b).body in
        for j = 0 to Vec.length body - 1 do
          let node = Vec.get f.nodes (Vec.get body j) in
          if node.op = C_call && Ir.registers_finaliser (Vec.get program.primitives node.imm) then found := true
        done
      done
  done;
  !found

let add (program : Ir.program) =
  if (not (Ir.is_open program)) && registers_finalisers program then
    for i = 0 to Vec.length program.primitives - 1 do
      let use = Vec.get program.primitives i in
      if is_polled use.prim_name then
        Vec.set program.primitives i { use with prim_name = polled_prefix ^ use.prim_name }
    done
