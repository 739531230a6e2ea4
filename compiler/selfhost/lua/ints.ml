open Function_printer
open Expressions

type printer = t -> int -> Expression.t

let at = Expression.at
let node t v : Ir.node = t.f.nodes.data.(v)

(* Doubles hold the exact results of sums and products below 2^51, and lua_tobit takes them. *)
let int_bits = 31

let max_bits = 51

(* Of what is compared in a sum's place: ints of every width. *)
let max_bound = 1 lsl 29

let comparison : Ir.opcode -> string = function
  | Eq -> " == "
  | Ne -> " ~= "
  | Lt -> " < "
  | Le -> " <= "
  | Gt -> " > "
  | _ -> " >= "

let wrap t e : Expression.t =
  let dialect = t.context.dialect in
  if Dialect.wide dialect then
    { text = "(" ^ at e Additive ^ " << 1) // 2"; precedence = Multiplicative; truth = false }
  else if dialect.has_integers then
    {
      text = "((" ^ at e Additive ^ " & 0xffffffff) ~ 0x80000000) - 0x80000000";
      precedence = Additive;
      truth = false;
    }
  else if dialect.is_luajit then name (runtime t "lua_tobit" ^ "(" ^ e.text ^ ")")
  else
    { text = "(" ^ at e Additive ^ " + 2147483648) % 4294967296 - 2147483648"; precedence = Additive; truth = false }

(* It may have more than 32 bits. *)
let opposite_text n =
  let digits = string_of_int n in
  String.sub digits 1 (String.length digits - 1)

let plus e n = if n < 0 then infix e " - " (plain (opposite_text n)) Additive else infix e " + " (plain (string_of_int n)) Additive

(* 2 to the n, n < 63. *)
let power_of_two n = plain (Int64.to_string (Int64.shift_left 1L n))

let small_constant t v = match node t v with { op = Integer; imm; _ } -> Some imm | _ -> None

(* How many bits n has, n >= 0. *)
let rec bit_width n = if n = 0 then 0 else 1 + bit_width (n lsr 1)

let call_two t fragment (left : Expression.t) (right : Expression.t) =
  name (runtime t fragment ^ "(" ^ left.text ^ ", " ^ right.text ^ ")")

let runtime_call value t fragment (args : int array) =
  let left = value t args.(0) in
  let right = value t args.(1) in
  call_two t fragment left right

let infix_values value t (args : int array) op precedence =
  let right = value t args.(1) in
  infix (value t args.(0)) op right precedence

let floor_of t (e : Expression.t) = name (runtime t "lua_floor" ^ "(" ^ e.text ^ ")")

let length_plus value t length n =
  let size : Expression.t =
    { text = "#" ^ at (value t (node t length).args.(0)) Unary; precedence = Unary; truth = false }
  in
  if n = 0 then size else plus size n

(* An expression that is congruent to a value; its magnitude is below 2^bits, where Lua
   has no integers. [wrapped]: within the width. *)
type congruent = { e : Expression.t; bits : int; wrapped : bool }

let most (a : int) b = if a > b then a else b

(* An operand of what is wrapped itself: congruent to v is enough. Integers of Lua wrap at 64 bits. *)
let rec congruent value t v room =
  match (node t v).op with
  | (Add | Sub | Neg | Mul) when t.folding.form.(v) = Folded && (not t.facts.exact.(v)) && room > int_bits ->
      unwrapped value t v room
  | _ -> { e = value t v; bits = int_bits; wrapped = true }

(* The result of v before it is wrapped, in at most [room] bits. *)
and unwrapped value t v room =
  let node = node t v in
  (* Of operands within the width. *)
  let room = if t.facts.exact.(v) then int_bits + 1 else room in
  match node.op with
  | Neg ->
      let operand = congruent value t node.args.(0) (room - 1) in
      let e : Expression.t = { text = "-" ^ at operand.e Power; precedence = Unary; truth = false } in
      { e; bits = operand.bits; wrapped = false }
  | Mul -> product value t v room
  | op -> (
      match small_constant t node.args.(1) with
      | Some n when op = Add ->
          let left = node.args.(0) in
          if t.folding.form.(left) = Folded && t.f.nodes.data.(left).op = Length && n > -0x40000000 && n < 0x40000000
          then { e = length_plus value t left (n - 1); bits = int_bits + 1; wrapped = false }
          else
            let left = congruent value t left (room - 1) in
            { e = plus left.e n; bits = left.bits + 1; wrapped = false }
      | Some _ | None ->
          let right = congruent value t node.args.(1) (room - 1) in
          let left = congruent value t node.args.(0) (room - 1) in
          let e = infix left.e (if op = Add then " + " else " - ") right.e Additive in
          { e; bits = most left.bits right.bits + 1; wrapped = false })

and product value t v room =
  let args = (node t v).args in
  if t.facts.exact.(v) then
    { e = infix_values value t args " * " Multiplicative; bits = int_bits; wrapped = true }
  else if t.context.dialect.has_integers then begin
    let right = congruent value t args.(1) max_bits in
    let left = congruent value t args.(0) max_bits in
    { e = infix left.e " * " right.e Multiplicative; bits = int_bits + 1; wrapped = false }
  end
  else begin
    (* A product with a small constant is exact in a double. *)
    let small n = n > -(1 lsl 20) && n < 1 lsl 20 in
    match (small_constant t args.(0), small_constant t args.(1)) with
    | Some n, _ when small n -> multiple value t args n ~constant:0 room
    | _, Some n when small n -> multiple value t args n ~constant:1 room
    | _ -> { e = runtime_call value t "rt_int_mul" args; bits = int_bits; wrapped = true }
  end

and multiple value t args n ~constant room =
  let factor = bit_width (abs n) in
  if int_bits + factor > room then
    { e = wrap t (infix_values value t args " * " Multiplicative); bits = int_bits; wrapped = true }
  else begin
    let operand = congruent value t args.(1 - constant) (room - factor) in
    let e =
      if constant = 0 then infix (number n) " * " operand.e Multiplicative
      else infix operand.e " * " (number n) Multiplicative
    in
    { e; bits = operand.bits + factor; wrapped = false }
  end

let arithmetic value t v =
  let node = node t v in
  let args = node.args in
  match node.op with
  | Count_up -> infix (value t args.(0)) " + " (plain "1") Additive
  | Div ->
      if not t.facts.not_negative.(v) then runtime_call value t "rt_int_div" args
      else if t.context.dialect.has_integers then infix_values value t args " // " Multiplicative
      else floor_of t (infix_values value t args " / " Multiplicative)
  | Mod ->
      if t.facts.not_negative.(v) then infix_values value t args " % " Multiplicative
      else runtime_call value t "rt_int_mod" args
  | _ ->
      let result = unwrapped value t v max_bits in
      if result.wrapped || t.facts.exact.(v) then result.e else wrap t result.e

(* LuaJIT's functions wrap their operands. *)
let bit_call value t fragment (args : int array) =
  let left = congruent value t args.(0) max_bits in
  let right = congruent value t args.(1) max_bits in
  call_two t fragment left.e right.e

(* A mask of low bits is a remainder, of negative numbers too. *)
let remainder value t v mask =
  let divisor = plain (Int64.to_string (Int64.add (Int64.of_int mask) 1L)) in
  infix (congruent value t v max_bits).e " % " divisor Multiplicative

let bits value t { Ir.op; args; _ } =
  let dialect = t.context.dialect in
  let mask i = match small_constant t args.(i) with Some n when op = And_ && n >= 0 -> n | Some _ | None -> -1 in
  let is_low n = n > 0 && n land (n + 1) = 0 in
  if dialect.has_integers then
    (* A mask cuts off what is beyond the width. *)
    if mask 0 >= 0 then infix (congruent value t args.(1) max_bits).e " & " (number (mask 0)) Band
    else if mask 1 >= 0 then infix (congruent value t args.(0) max_bits).e " & " (number (mask 1)) Band
    else
      match op with
      | And_ -> infix_values value t args " & " Band
      | Or_ -> infix_values value t args " | " Bor
      | _ (* Xor_ *) -> infix_values value t args " ~ " Bxor
  else if dialect.is_luajit then
    bit_call value t (match op with And_ -> "lua_band" | Or_ -> "lua_bor" | _ (* Xor_ *) -> "lua_bxor") args
  else if is_low (mask 0) then remainder value t args.(1) (mask 0)
  else if is_low (mask 1) then remainder value t args.(0) (mask 1)
  else
    runtime_call value t (match op with And_ -> "rt_int_and" | Or_ -> "rt_int_or" | _ (* Xor_ *) -> "rt_int_xor") args

let shift value t v =
  let { Ir.op; args; _ } = node t v and dialect = t.context.dialect and exact = t.facts.exact.(v) in
  (* The distance, when it is a constant that makes sense. *)
  let n = match small_constant t args.(1) with Some n when n < dialect.int_width -> n | Some _ | None -> -1 in
  let unless_exact e = if exact then e else wrap t e in
  match op with
  | Shl when n >= 0 && Dialect.wide dialect ->
      let operand = if exact then value t args.(0) else (congruent value t args.(0) max_bits).e in
      unless_exact (infix operand " << " (number n) Shift)
  | Sar when n >= 0 && Dialect.wide dialect && t.facts.not_negative.(v) ->
      infix (value t args.(0)) " >> " (number n) Shift
  | Sar when n >= 0 && n < 62 && Dialect.wide dialect ->
      infix (value t args.(0)) " // " (power_of_two n) Multiplicative
  | Shr when n > 0 && Dialect.wide dialect ->
      let bits = name ("(" ^ at (congruent value t args.(0) max_bits).e Band ^ " & 0x7fffffffffffffff)") in
      infix bits " >> " (number n) Shift
  | Shl when n >= 0 && dialect.is_luajit -> bit_call value t "lua_lshift" args
  | Shr when n >= 0 && dialect.is_luajit -> bit_call value t "lua_rshift" args
  | Sar when n >= 0 && dialect.is_luajit -> bit_call value t "lua_arshift" args
  | Shl when n >= 0 && n <= 20 && not dialect.has_integers ->
      unless_exact (infix (value t args.(0)) " * " (power_of_two n) Multiplicative)
  | Sar when n >= 0 && not dialect.has_integers ->
      (* Exact: a power of two. *)
      floor_of t (infix (value t args.(0)) " / " (power_of_two n) Multiplicative)
  | Shl -> runtime_call value t "rt_int_lsl" args
  | Shr -> runtime_call value t "rt_int_lsr" args
  | _ (* Sar *) -> runtime_call value t "rt_int_asr" args

let truth_of value t left op right : Expression.t =
  let right = value t right in
  { text = binary (value t left) (comparison op) right Bor; precedence = Compare; truth = true }

let compare value t op (args : int array) =
  let left = args.(0) and right = args.(1) in
  match ((node t left).op, (node t right).op) with
  | Integer, Integer -> truth_of value t left op right
  | Integer, _ -> truth_of value t right (Ir.mirrored op) left (* `x < 3` rather than `3 > x` *)
  | _ -> truth_of value t left op right

(* Whether v, a variable or one with a constant added, is from 0 to [high]: two comparisons. *)
let between (value : printer) t v high ~inside : Expression.t option =
  let v, low, high =
    match (t.folding.form.(v), node t v) with
    | Folded, { op = Add; args; _ } -> (
        match small_constant t args.(1) with Some added -> (args.(0), -added, high - added) | None -> (v, 0, high))
    | _ -> (v, 0, high)
  in
  if t.folding.form.(v) <> Variable || high < low || low < -max_bound || high > max_bound then None
  else
    let e = value t v in
    let least = number low and most = number high in
    Some
      (if inside then
         { text = binary e " >= " least Bor ^ " and " ^ binary e " <= " most Bor; precedence = And; truth = true }
       else { text = binary e " < " least Bor ^ " or " ^ binary e " > " most Bor; precedence = Or; truth = true })

let compare_unsigned value t (op : Ir.opcode) (args : int array) : Expression.t =
  let range =
    match (small_constant t args.(0), small_constant t args.(1)) with
    | _, Some n when n >= 0 -> between value t args.(0) (n - 1) ~inside:(op = Ult)
    | Some n, _ when n >= 0 -> between value t args.(1) n ~inside:(op = Uge)
    | _ -> None
  in
  match range with
  | Some e -> e
  | None ->
      let e = runtime_call value t "rt_int_ult" args in
      if op = Uge then { text = "not " ^ e.text; precedence = Unary; truth = true } else { e with truth = true }

let byte_text (value : printer) t v =
  let node = node t v and dialect = t.context.dialect in
  let is_byte =
    match node.op with
    | Get_char | Get_byte -> true
    | C_call -> ( match t.context.accesses.(node.imm) with String_get | Bytes_get -> true | _ -> false)
    | _ -> false
  in
  if node.op = Integer then string_of_int (node.imm land 255)
  else if is_byte then (value t v).text
  else begin
    let e = (congruent value t v max_bits).e in
    if dialect.is_luajit then runtime t "lua_band" ^ "(" ^ e.text ^ ", 255)"
    else if dialect.has_integers then binary e " & " (number 255) Band
    else binary e " % " (number 256) Multiplicative
  end
