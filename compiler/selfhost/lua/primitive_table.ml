type access =
  | No_access
  | Array_get
  | Array_set
  | Array_unsafe_get
  | Array_unsafe_set
  | String_get
  | Bytes_get
  | Bytes_set

let table : (string, Primitives.t) Hashtbl.t =
  let table = Hashtbl.create (2 * Array.length Primitives.all) in
  Array.iter
    (fun (p : Primitives.t) -> if not (Hashtbl.mem table p.name) then Hashtbl.add table p.name p)
    Primitives.all;
  table

let find_primitive name = Hashtbl.find_opt table name

let access_of = function
  | "caml_array_get" | "caml_array_get_addr" | "caml_array_get_float" | "caml_floatarray_get" -> Array_get
  | "caml_array_set" | "caml_array_set_addr" | "caml_array_set_float" | "caml_floatarray_set" -> Array_set
  | "caml_array_unsafe_get" | "caml_array_unsafe_get_float" | "caml_floatarray_unsafe_get" -> Array_unsafe_get
  | "caml_array_unsafe_set" | "caml_array_unsafe_set_addr" | "caml_array_unsafe_set_float"
  | "caml_floatarray_unsafe_set" ->
      Array_unsafe_set
  | "caml_string_get" -> String_get
  | "caml_bytes_get" -> Bytes_get
  | "caml_bytes_set" -> Bytes_set
  | _ -> No_access

(* The highest number of an operand in a primitive's text. *)
let operands_of_text text =
  let arity = ref 0 in
  for i = 0 to String.length text - 2 do
    if text.[i] = '$' then begin
      let number = Char.code text.[i + 1] - Char.code '0' in
      if number > !arity then arity := number
    end
  done;
  !arity

(* Operands that the compiler's own text for a primitive names; 0: any number. *)
let arity_of name =
  match access_of name with
  | Array_get | Array_unsafe_get | String_get | Bytes_get -> 2
  | Array_set | Array_unsafe_set | Bytes_set -> 3
  | No_access -> (
      match find_primitive name with
      | Some primitive -> operands_of_text primitive.text
      | None -> 0)

let annotate_use (use : Ir.primitive_use) =
  (match find_primitive use.prim_name with
  | Some primitive ->
      use.prim_effects <- primitive.effects;
      use.prim_result <- primitive.result
  | None -> ());
  match access_of use.prim_name with
  | String_get | Bytes_get -> use.prim_result <- Ir.kind_int
  | Array_set | Array_unsafe_set | Bytes_set ->
      use.prim_result <- Ir.kind_int;
      use.store <- true
  | Array_unsafe_get -> use.prim_effects <- Read
  | Array_get | No_access -> ()

let annotate_node (program : Ir.program) arities (node : Ir.node) =
  match node.op with
  | C_call ->
      let use = program.primitives.(node.imm) in
      node.effects <- use.prim_effects;
      let arity : int = arities.(node.imm) and count = Array.length node.args in
      if arity <> 0 && arity <> count then
        Diagnostic.fail_at Input ~file:"" ~section:"CODE" ~offset:(node.pc * 4)
          ("`" ^ use.prim_name ^ "` is called with " ^ string_of_int count ^ " arguments instead of "
         ^ string_of_int arity)
  | _ -> ()

let annotate_primitives (program : Ir.program) =
  let arities = Array.map (fun (use : Ir.primitive_use) -> arity_of use.prim_name) program.primitives in
  Array.iter annotate_use program.primitives;
  let functions = program.functions in
  for i = 0 to functions.size - 1 do
    let nodes = functions.data.(i).nodes in
    for v = 0 to nodes.size - 1 do
      annotate_node program arities nodes.data.(v)
    done
  done
