type precedence =
  | Or
  | And
  | Compare
  | Bor
  | Bxor
  | Band
  | Shift
  | Concat
  | Additive
  | Multiplicative
  | Unary
  | Power
  | Literal
  | Primary

type t = { text : string; precedence : precedence; truth : bool }

let tighter = function
  | Or -> And
  | And -> Compare
  | Compare -> Bor
  | Bor -> Bxor
  | Bxor -> Band
  | Band -> Shift
  | Shift -> Concat
  | Concat -> Additive
  | Additive -> Multiplicative
  | Multiplicative -> Unary
  | Unary -> Power
  | Power -> Literal
  | Literal | Primary -> Primary

let at e (least : precedence) = if e.precedence < least then "(" ^ e.text ^ ")" else e.text
let symbol_text symbol = "\x01" ^ string_of_int symbol ^ "\x02"
let export_mark symbol = "\x03" ^ string_of_int symbol ^ "\x02"

(* A code is written with three digits where a digit follows. *)
let add_code buffer code digit_follows =
  Buffer.add_char buffer '\\';
  if digit_follows && code < 100 then Buffer.add_char buffer '0';
  if digit_follows && code < 10 then Buffer.add_char buffer '0';
  Buffer.add_string buffer (string_of_int code)

let quote bytes =
  let length = String.length bytes in
  let buffer = Buffer.create (length + 2) in
  Buffer.add_char buffer '"';
  for i = 0 to length - 1 do
    match bytes.[i] with
    | '\n' -> Buffer.add_string buffer "\\n"
    | '\r' -> Buffer.add_string buffer "\\r"
    | '\t' -> Buffer.add_string buffer "\\t"
    | '"' -> Buffer.add_string buffer "\\\""
    | '\\' -> Buffer.add_string buffer "\\\\"
    | ' ' .. '~' as c -> Buffer.add_char buffer c
    | c ->
        let digit_follows = i + 1 < length && bytes.[i + 1] >= '0' && bytes.[i + 1] <= '9' in
        add_code buffer (Char.code c) digit_follows
  done;
  Buffer.add_char buffer '"';
  Buffer.contents buffer

let number_name (value : float) =
  if value <> value then "lua_nan"
  else if value = infinity then "lua_huge"
  else if value = neg_infinity then "lua_neghuge"
  else if value = 0.0 && 1.0 /. value < 0.0 then "lua_negzero"
  else ""

let float_text (_ : float) : string = failwith "float_text"
