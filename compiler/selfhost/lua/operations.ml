(* Values as expressions: see the interface for the order in which operands are printed. *)

open Function_printer
open Expressions

type expr = Expression.t

let at = Expression.at
let truth text precedence : expr = { text; precedence; truth = true }
let node t v : Ir.node = t.f.nodes.data.(v)
let access t (node : Ir.node) = t.context.accesses.(node.imm)
let depth t = if t.f.recursive then "d" else "D"
let without_first args = Array.sub args 1 (Array.length args - 1)

let is_call ({ text; precedence; _ } : expr) =
  precedence = Primary && text <> "" && text.[String.length text - 1] = ')'

(* -- constants *)

let float_literal t x : expr =
  match Expression.number_name x with
  | "" -> { text = Expression.float_text x; precedence = (if x < 0.0 then Unary else Literal); truth = false }
  | "lua_neghuge" -> { text = "-" ^ runtime t "lua_huge"; precedence = Unary; truth = false }
  | special -> name (runtime t special)

let float_constant t v =
  match node t v with
  | { op = Literal; imm; _ } -> (
      match t.context.program.constants.data.(imm) with
      | Floating x -> Some x
      | Integer _ | String _ | Block _ | Float_array _ | Int32 _ | Int64 _ | Nativeint _ -> None)
  | _ -> None

(* Arithmetic on literals is done here: Lua 5.1 would fold it and lose the sign of a zero. *)
let fold_floats t primitive args =
  match args with
  | [| a |] when primitive = "caml_neg_float" -> (
      match float_constant t a with Some x -> Some (float_literal t (-.x)) | None -> None)
  | [| a; b |] -> (
      match (float_constant t a, float_constant t b) with
      | Some x, Some y -> (
          match primitive with
          | "caml_add_float" -> Some (float_literal t (x +. y))
          | "caml_sub_float" -> Some (float_literal t (x -. y))
          | "caml_mul_float" -> Some (float_literal t (x *. y))
          | "caml_div_float" -> Some (float_literal t (x /. y))
          | _ -> None)
      | _ -> None)
  | _ -> None

(* Whether the target has that int, and a literal for it. *)
let is_written_out (dialect : Dialect.t) n =
  if Dialect.wide dialect then Int64.compare n Int64.min_int <> 0
  else Int64.compare n 0x7fffffffL <= 0 && Int64.compare n (-0x80000000L) >= 0

let literal t id =
  match t.context.program.constants.data.(id) with
  | Integer n when is_written_out t.context.dialect n -> number_text (Int64.to_string n)
  | Floating x -> float_literal t x
  | String s when String.length s <= 40 -> plain (Expression.quote s)
  | Integer _ | String _ | Block _ | Float_array _ | Int32 _ | Int64 _ | Nativeint _ -> name (symbol t Literal id)

let entry t id = name (Expression.symbol_text (entry_symbol t.context.symbols t.context.program id))

let constant t v =
  let node = node t v and program = t.context.program in
  match node.op with
  | Integer -> number node.imm
  | Literal -> literal t node.imm
  | Function -> entry t node.imm
  | Item -> (
      (* The value may itself have turned out to be a constant. *)
      let item = program.items.data.(node.imm) in
      let value = program.functions.data.(item.item_main).nodes.data.(item.item_value) in
      match value.op with
      | Integer -> number value.imm
      | Function -> entry t value.imm
      | Literal -> literal t value.imm
      | _ -> name (symbol t Item node.imm))
  | Atom -> if node.imm = 0 then name (runtime t "rt_atom") else plain ("{" ^ string_of_int node.imm ^ "}")
  | Global ->
      if node.imm < 12 then name (runtime t ("caml_exn_" ^ program.global_names.(node.imm)))
      else name (symbol t Global node.imm)
  | Capture ->
      let number = string_of_int (node.imm + 1) in
      name (if packs_captures t.f then "C[" ^ number ^ "]" else "c" ^ number)
  | Sibling ->
      let group = program.groups.data.(t.f.group) in
      let member = group.(node.imm) in
      if program.functions.data.(member).captures = 0 then entry t member else name (member_name group node.imm)
  | _ (* Param *) -> name (param_name t.f node.imm)

(* -- expressions *)

let rec value t v : expr =
  let e : expr = raw t v in
  if e.truth then { text = at e And ^ " and 1 or 0"; precedence = Or; truth = false } else e

(* Perhaps a Lua boolean. *)
and raw t v : expr =
  match t.folding.form.(v) with
  | Constant -> constant t v
  | Folded -> operation t v
  | Unused | Variable | Statement -> name (variable t v)

and condition t v ~negated:negate : expr =
  let node = node t v in
  match (t.folding.form.(v), node.op) with
  | Folded, (Eq | Ne | Lt | Le | Gt | Ge) -> Ints.compare value t (if negate then Ir.negated node.op else node.op) node.args
  | Folded, (Ult | Uge) ->
      Ints.compare_unsigned value t (if negate then Ir.negated node.op else node.op) node.args
  | Folded, Not_ -> condition t node.args.(0) ~negated:(not negate)
  | _ ->
      let e : expr = raw t v in
      if not e.truth then truth (at e Bor ^ if negate then " == 0" else " ~= 0") Compare
      else if negate then truth ("not " ^ at e Unary) Unary
      else e

and list t args =
  match args with
  | [||] -> ""
  | [| v |] -> (value t v).text
  | _ -> String.concat ", " (Array.to_list (Array.map (fun v -> (value t v).text) args))

(* -- calls *)

and runtime_call t fragment args : expr =
  let text = list t args in
  name (runtime t fragment ^ "(" ^ text ^ ")")

and call t callee args = name (at callee Primary ^ "(" ^ list t args ^ ")")
and arguments t callee args = if packs_params callee then "{" ^ list t args ^ "}" else list t args

and unknown_call t callee args =
  let callee = ref (value t callee) and args = ref args in
  while Array.length !args > max_unknown_args do
    callee := call t !callee (Array.sub !args 0 max_unknown_args);
    args := Array.sub !args max_unknown_args (Array.length !args - max_unknown_args)
  done;
  call t !callee !args

and known_call t target closure args =
  let f = t.context.program.functions.data.(target) in
  if f.captures > 0 then call t (value t closure) args
  else begin
    let text = arguments t f args in
    let last = if not (takes_depth f) then "" else if text = "" then depth t else ", " ^ depth t in
    name (symbol t Body target ^ "(" ^ text ^ last ^ ")")
  end

and maker_arguments t group args =
  let program = t.context.program in
  let first = program.functions.data.(program.groups.data.(group).(0)) in
  if packs_captures first then "({" ^ list t args ^ "})" else "(" ^ list t args ^ ")"

(* -- blocks *)

and index_text t index offset =
  match node t index with
  | { op = Integer; imm; _ } when imm < 0x40000000 -> string_of_int (imm + offset)
  | { op = Add; args; _ } when t.folding.form.(index) = Folded && t.facts.exact.(index) -> (
      match node t args.(1) with
      | { op = Integer; imm; _ } when imm < 0x40000000 && imm > -0x40000000 ->
          let base = value t args.(0) in
          if imm + offset = 0 then base.text else (Ints.plus base (imm + offset)).text
      | _ -> (Ints.plus (value t index) offset).text)
  | _ -> (Ints.plus (value t index) offset).text

and field_text t block field = at (value t block) Primary ^ "[" ^ string_of_int (field + 2) ^ "]"

and item_text t args =
  let index = index_text t args.(1) 2 in
  at (value t args.(0)) Primary ^ "[" ^ index ^ "]"

and char_text t args =
  let index = index_text t args.(1) 1 in
  let string = (value t args.(0)).text in
  runtime t "lua_byte" ^ "(" ^ string ^ ", " ^ index ^ ")"

(* What a block of bytes holds that may be a string: indexing that yields nil. *)
and byte_at t block index =
  let index = (value t index).text in
  runtime t "rt_byte_at" ^ "(" ^ block ^ ", " ^ index ^ ")"

(* [read] yields nil beyond the end; no OCaml value is nil or false. *)
and checked_get t v (read : expr) otherwise : expr =
  if t.facts.within.(v) then read
  else
    let low =
      if t.facts.not_negative.(v) then "" else at (value t (node t v).args.(1)) Additive ^ " >= 0 and "
    in
    { text = low ^ read.text ^ " or " ^ otherwise; precedence = Or; truth = false }

(* A new value, of so many words in OCaml. *)
and counted t v (made : expr) words =
  if t.context.program.allocations then
    name (runtime t (if t.allocations.joined.(v) then "rt_joined" else "rt_allocated") ^ "(" ^ made.text ^ ", " ^ string_of_int words ^ ")")
  else made

and make_block t v tag =
  let { Ir.args; pc; _ } = node t v in
  let last = Array.length args - 1 in
  let fields = Array.make (last + 2) (string_of_int tag) in
  for i = 0 to last do
    let e = value t args.(i) in
    (* A call as the last item would ask for all its results. *)
    fields.(i + 1) <- (if i = last && is_call e then "(" ^ e.text ^ ")" else e.text)
  done;
  let made = plain ("{" ^ String.concat ", " (Array.to_list fields) ^ "}") in
  if pc = Ir.none then made else counted t v made (last + 1)

(* -- primitives *)

and from_template t text args ~truth : expr =
  let precedence : Expression.precedence =
    match text.[0] with
    | 'o' -> Or
    | '=' -> Compare
    | '.' -> Concat
    | '+' -> Additive
    | '*' -> Multiplicative
    | 'u' -> Unary
    | _ -> Primary
  in
  let operand_precedence : Expression.precedence =
    match precedence with
    | Primary -> Or
    | Concat -> Concat (* concatenations are one instruction of Lua, however they nest *)
    | _ -> Expression.tighter precedence
  in
  let result = Buffer.create 40 and length = String.length text and i = ref 1 in
  while !i < length do
    (match text.[!i] with
    | '$' ->
        incr i;
        let operand = value t args.(Char.code text.[!i] - Char.code '1') in
        let indexed = !i + 1 < length && text.[!i + 1] = '[' in
        Buffer.add_string result (at operand (if indexed then Primary else operand_precedence))
    | '@' ->
        let start = !i + 1 in
        while !i + 1 < length && match text.[!i + 1] with '_' | 'a' .. 'z' | '0' .. '9' -> true | _ -> false do
          incr i
        done;
        Buffer.add_string result (runtime t (String.sub text start (!i + 1 - start)))
    | c -> Buffer.add_char result c);
    incr i
  done;
  { text = Buffer.contents result; precedence; truth }

and primitive t v =
  let node = node t v in
  let args = node.args in
  match access t node with
  | Array_get ->
      let otherwise = runtime t "caml_array_bound_error" ^ "()" in
      checked_get t v (name (item_text t args)) otherwise
  | Array_unsafe_get -> name (item_text t args)
  | String_get ->
      let otherwise = runtime t "caml_array_bound_error" ^ "()" in
      checked_get t v (name (char_text t args)) otherwise
  | Bytes_get ->
      let block = at (value t args.(0)) Primary in
      let otherwise = byte_at t block args.(1) in
      checked_get t v (name (block ^ "[" ^ index_text t args.(1) 2 ^ "]")) otherwise
  | Array_set | Array_unsafe_set | Bytes_set | No_access -> (
      let primitive = t.context.program.primitives.data.(node.imm).prim_name in
      match if node.effects = Pure then fold_floats t primitive args else None with
      | Some folded -> folded
      | None -> (
          match t.context.templates.(node.imm) with
          | Some { form; text; _ } -> from_template t text args ~truth:(form = Truth)
          | None ->
              let call = runtime_call t (fragment_name primitive) args in
              if t.context.program.allocations && t.context.program.primitives.data.(node.imm).makes then
                name (runtime t "rt_allocated" ^ "(" ^ call.text ^ ")")
              else call))

(* Operations of the compiler's own are named %x. *)
and fragment_name primitive =
  if primitive <> "" && primitive.[0] = '%' then "rt_" ^ String.sub primitive 1 (String.length primitive - 1)
  else primitive

and operation t v : expr =
  let node = node t v in
  let args = node.args in
  match node.op with
  | Closure ->
      let maker = symbol t Maker node.imm in
      if Array.length args = 0 then entry t t.context.program.groups.data.(node.imm).(0)
      else counted t v (name (maker ^ maker_arguments t node.imm args)) (closure_words t.context.program node.imm)
  | Make_block -> make_block t v node.imm
  | Make_floats -> make_block t v 254
  | Field | Float_field -> name (field_text t args.(0) node.imm)
  | Length -> Ints.length_plus value t v (-1)
  | Get_item -> name (item_text t args)
  | Get_byte ->
      let block = at (value t args.(0)) Primary in
      let otherwise = byte_at t block args.(1) in
      { text = block ^ "[" ^ index_text t args.(1) 2 ^ "] or " ^ otherwise; precedence = Or; truth = false }
  | Get_char -> name (char_text t args)
  | Call -> unknown_call t args.(0) (without_first args)
  | Call_known -> known_call t node.imm args.(0) (without_first args)
  | C_call -> primitive t v
  | Neg | Add | Count_up | Sub | Mul | Div | Mod -> Ints.arithmetic value t v
  | And_ | Or_ | Xor_ -> Ints.bits value t node
  | Shl | Shr | Sar -> Ints.shift value t v
  | (Eq | Ne | Lt | Le | Gt | Ge) as op -> Ints.compare value t op args
  | (Ult | Uge) as op -> Ints.compare_unsigned value t op args
  | Not_ -> truth (at (value t args.(0)) Bor ^ " == 0") Compare
  | Is_int -> { (runtime_call t "rt_is_int" args) with truth = true }
  | Get_method ->
      let index = index_text t args.(1) 2 in
      name (field_text t args.(0) 0 ^ "[" ^ index ^ "]")
  | Get_public_method -> runtime_call t "caml_get_public_method" args
  | Param | Block_param | Try_value | Capture | Sibling | Integer | Literal | Global | Item | Function | Atom | Member
  | Set_field | Set_float_field | Offset_ref | Set_item | Set_byte | Set_global | Poll ->
      number 0 (* statements, like stores: their value is unit *)

let rec condition_tree t (c : Tree.condition) =
  match c with
  | Leaf { value; negated } -> condition t value ~negated
  | Both (left, right) -> joined t left " and " right Expression.And
  | Either (left, right) -> joined t left " or " right Expression.Or

and joined t left op right precedence =
  let left = condition_tree t left in
  let right = condition_tree t right in
  truth (at left precedence ^ op ^ at right precedence) precedence
