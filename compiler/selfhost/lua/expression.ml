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

let place_begins = '\x04'
let mark_ends = '\x02'
let place_mark pc = "\x04" ^ string_of_int pc ^ "\x02"

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

external format_float : string -> float -> string = "caml_format_float"

(* -- floats: the digits and the layout of C++'s std::to_chars *)

(* ["d.ddde+XX"], with that many digits in all. *)
let scientific digits (value : float) = format_float ("%." ^ string_of_int (digits - 1) ^ "e") value

(* The next number of one digit less, away from zero: "1.2345e+06" becomes "1.235e+06"
   (and only nines become "10.000e+06", which always has a shorter twin). *)
let above text =
  let mark = String.index text 'e' in
  let bytes = Bytes.of_string (String.sub text 0 (mark - 1)) in
  let rec carry i =
    if i < 0 then "1" ^ Bytes.to_string bytes
    else
      match Bytes.get bytes i with
      | '.' -> carry (i - 1)
      | '9' ->
          Bytes.set bytes i '0';
          carry (i - 1)
      | digit ->
          Bytes.set bytes i (Char.chr (Char.code digit + 1));
          Bytes.to_string bytes
  in
  carry (Bytes.length bytes - 1) ^ String.sub text mark (String.length text - mark)

let reads_as text (value : float) = float_of_string text = value

(* The shortest digits that read back as the value, in scientific notation;
   zeros may follow them. From 15 digits on, where fewer can't differ. Below a
   power of two the floats are denser: there the nearest number of 16 digits may
   not do while the one above does. *)
let shortest (value : float) =
  let rec from digits =
    let text = scientific digits value in
    if digits < 17 then if reads_as text value then text else from (digits + 1)
    else
      let shorter = above text in
      if reads_as shorter value then shorter else text
  in
  from (if value < 2.2250738585072014e-308 then 1 else 15)

(* How many of the first characters are left without the zeros at the end. *)
let rec without_zeros digits length =
  if length > 1 && digits.[length - 1] = '0' then without_zeros digits (length - 1) else length

let zeros count = String.make count '0'

(* The value is [digits] times ten to the power of [exponent]. *)
let whole_or_fraction value digits exponent =
  let length = String.length digits in
  if exponent >= 0 then format_float "%.0f" value (* exact, where zeros would only read back the same *)
  else
    let point = length + exponent in
    if point <= 0 then "0." ^ zeros (-point) ^ digits
    else String.sub digits 0 point ^ "." ^ String.sub digits point (-exponent)

let with_exponent digits exponent =
  let length = String.length digits in
  let power = exponent + length - 1 in
  let size = string_of_int (abs power) in
  (if length = 1 then digits else String.sub digits 0 1 ^ "." ^ String.sub digits 1 (length - 1))
  ^ (if power < 0 then "e-" else "e+")
  ^ if String.length size = 1 then "0" ^ size else size

let positive_text (value : float) =
  let text = shortest value in
  let mark = String.index text 'e' in
  let all = String.sub text 0 1 ^ if mark > 2 then String.sub text 2 (mark - 2) else "" in
  let length = without_zeros all (String.length all) in
  let digits = String.sub all 0 length in
  let sign = text.[mark + 1] and power = int_of_string (String.sub text (mark + 2) (String.length text - mark - 2)) in
  let exponent = (if sign = '-' then -power else power) - (length - 1) in
  (* The notation that needs fewer characters; a single digit needs no point. *)
  let room = if length = 1 then 1 else 0 in
  if exponent >= room - (length + 3) && exponent <= 5 - room then whole_or_fraction value digits exponent
  else with_exponent digits exponent

let float_text (value : float) =
  let negative = value < 0.0 in
  let text = if value = 0.0 then "0" else positive_text (if negative then -.value else value) in
  let text = if String.contains text '.' || String.contains text 'e' then text else text ^ ".0" in
  if negative then "-" ^ text else text
