(* The literals of object files up to 5.0: see the interface. *)

open Marshal_reader

type t = {
  table : Constants.Table.t;
  importer : Constants.Importer.t;
  pending : (int * int * value) Queue.t;  (* blocks: number, tag and list of fields *)
  mutable budget : int;
}

exception Unknown_form

let create table (data : Marshal_reader.t) =
  { table; importer = Constants.Importer.create table data; pending = Queue.create (); budget = data.size }

let spend t =
  if t.budget = 0 then raise Unknown_form;
  t.budget <- t.budget - 1

(* The elements of a list, at most as many as the budget allows. *)
let elements t list =
  let rec collect list reversed =
    match list with
    | Int 0 -> Array.of_list (List.rev reversed)
    | Object (_, Block (0, [| head; tail |])) ->
        spend t;
        collect tail (head :: reversed)
    | _ -> raise Unknown_form
  in
  collect list []

let is_digit = function
  | '0' .. '9' -> true
  | _ -> false

let is_hex_digit = function
  | '0' .. '9' | 'a' .. 'f' | 'A' .. 'F' -> true
  | _ -> false

let is_word = function
  | '0' .. '9' | 'a' .. 'z' | 'A' .. 'Z' | '_' -> true
  | _ -> false

let rec skip text i wanted = if i < String.length text && wanted text.[i] then skip text (i + 1) wanted else i

(* Whether [text] is digits with perhaps a point among them and perhaps an exponent. *)
let is_number text ~digit ~exponent =
  let size = String.length text in
  let point = skip text 0 digit in
  let has_point = point < size && Char.equal text.[point] '.' in
  let mantissa = if has_point then skip text (point + 1) digit else point in
  let digits = if has_point then mantissa - 1 else mantissa in
  digits > 0
  && (mantissa = size
     || exponent text.[mantissa]
        &&
        let sign = mantissa + 1 in
        let first =
          if sign < size && (Char.equal text.[sign] '+' || Char.equal text.[sign] '-') then sign + 1 else sign
        in
        first < size && skip text first is_digit = size)

let is_decimal_exponent c = Char.equal c 'e' || Char.equal c 'E'
let is_hex_exponent c = Char.equal c 'p' || Char.equal c 'P'

(* What C++ calls a NaN besides "nan". *)
let is_nan_with_payload text =
  let size = String.length text in
  size > 4
  && String.equal (String.sub text 0 4) "nan("
  && skip text 4 is_word = size - 1
  && Char.equal text.[size - 1] ')'

let float_of_magnitude text ~hexadecimal =
  let digit = if hexadecimal then is_hex_digit else is_digit in
  let exponent = if hexadecimal then is_hex_exponent else is_decimal_exponent in
  if is_number text ~digit ~exponent then
    float_of_string_opt (if hexadecimal then "0x" ^ text else text)
  else
    match String.lowercase_ascii text with
    | "inf" | "infinity" -> Some infinity
    | lower when String.equal lower "nan" || is_nan_with_payload lower ->
        Some (Int64.float_of_bits 0x7FF8_0000_0000_0000L)
    | _ -> None

let float_of_literal literal =
  let text = String.concat "" (String.split_on_char '_' literal) in
  let from text start = String.sub text start (String.length text - start) in
  let starts_with prefix text =
    String.length text >= String.length prefix && String.equal (String.sub text 0 (String.length prefix)) prefix
  in
  let negative = starts_with "-" text in
  let text = if negative || starts_with "+" text then from text 1 else text in
  let hexadecimal = starts_with "0x" text || starts_with "0X" text in
  let text = if hexadecimal then from text 2 else text in
  match float_of_magnitude text ~hexadecimal with
  | Some value when negative -> Some (-.value)
  | result -> result

let number text =
  match text with
  | Object (_, String literal) -> begin
      match float_of_literal literal with
      | Some value -> value
      | None -> raise Unknown_form
    end
  | _ -> raise Unknown_form

let float_array t list =
  let texts = elements t list in
  if Array.length texts = 0 then Constants.Table.atom t.table 0
  else begin
    let floats = Array.make (Array.length texts) 0. in
    for i = 0 to Array.length texts - 1 do
      floats.(i) <- number texts.(i)
    done;
    Constants.Table.add t.table (Image.Float_array floats)
  end

(* Const_int, Const_char, Const_string of string * ..., Const_float of string,
   Const_int32, Const_int64, Const_nativeint. *)
let base t constant =
  match constant with
  | Object (_, Block (tag, fields)) -> begin
      let field = fields.(0) in
      match (tag, field) with
      | (0 | 1), (Int _ | Wide _)
      | 2, Object (_, String _)
      | 4, Object (_, Int32 _)
      | 5, Object (_, Int64 _)
      | 6, Object (_, Nativeint _) ->
          Constants.Importer.import t.importer field
      | 3, Object (_, String _) ->
          let value = number field in
          spend t;
          Constants.Table.add t.table (Image.Floating value)
      | _ -> raise Unknown_form
    end
  | _ -> raise Unknown_form

(* Const_base of constant (tag 0, one field), Const_block of int * list (two
   fields), Const_float_array of string list, Const_immstring of string. Until
   Const_pointer of int (tag 1, one field) was dropped, the tags behind it were one
   more; sizes and fields tell all of them apart. *)
let shallow t literal =
  match literal with
  | Object (_, Block ((1 | 2), [| Int tag; fields |])) when tag >= 0 && tag <= 255 -> begin
      match fields with
      | Int 0 -> Constants.Table.atom t.table tag
      | _ ->
          let id = Constants.Table.add t.table (Image.Block (tag, [||])) in
          Queue.add (id, tag, fields) t.pending;
          id
    end
  | Object (_, Block (0, [| constant |])) -> base t constant
  | Object (_, Block (1, [| (Int _ | Wide _) as pointer |])) -> Constants.Importer.import t.importer pointer
  | Object (_, Block ((3 | 4), [| Object (_, String _) as string |])) -> Constants.Importer.import t.importer string
  | Object (_, Block ((2 | 3), [| list |])) -> float_array t list
  | _ -> raise Unknown_form

let translate t literal =
  match
    let id = shallow t literal in
    while not (Queue.is_empty t.pending) do
      let block, tag, list = Queue.take t.pending in
      let fields = elements t list in
      let ids = Array.make (Array.length fields) 0 in
      for i = 0 to Array.length fields - 1 do
        ids.(i) <- shallow t fields.(i)
      done;
      Vec.set (Constants.Table.constants t.table) block (Image.Block (tag, ids))
    done;
    id
  with
  | id -> Some id
  | exception Unknown_form -> None
