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

(* What tells of allocations: statistics that sum up all of a run are zero without them. *)
let asks = function
  | "caml_gc_counters" | "caml_gc_minor_words" | "caml_memprof_start" | "caml_obj_is_shared" -> true
  | _ -> false

(* Primitives whose result is a new block that a program would look for. *)
let makes = function
  | "caml_array_append" | "caml_array_concat" | "caml_array_create_float" | "caml_array_make" | "caml_array_sub"
  | "caml_create_bytes" | "caml_floatarray_append" | "caml_floatarray_create" | "caml_floatarray_make"
  | "caml_floatarray_sub" | "caml_make_float_vect" | "caml_make_vect" | "caml_obj_block" | "caml_obj_dup"
  | "caml_obj_with_tag" | "caml_uniform_array_append" | "caml_uniform_array_make" ->
      true
  | _ -> false

let use prim_name : Ir.primitive_use =
  let prim_effects, prim_result =
    match find_primitive prim_name with
    | Some primitive -> (primitive.effects, primitive.result)
    | None -> (Ir.Effect, Ir.kind_any)
  in
  let use =
    {
      Ir.prim_name; prim_effects; prim_result; store = false; prim_arity = arity_of prim_name;
      asks = asks prim_name; makes = makes prim_name;
    }
  in
  (match access_of prim_name with
  | String_get | Bytes_get -> use.prim_result <- Ir.kind_int
  | Array_set | Array_unsafe_set | Bytes_set ->
      use.prim_result <- Ir.kind_int;
      use.store <- true
  | Array_unsafe_get -> use.prim_effects <- Read
  | Array_get | No_access -> ());
  use

let uses names = Array.map use names
