(* a JSON parser and printer: variants, exceptions, Buffer, string indexing, lists of pairs *)
type json =
  | Null
  | Bool of bool
  | Int of int
  | Float of float
  | String of string
  | Array of json list
  | Object of (string * json) list

exception Error of int * string

type input = { text : string; mutable at : int }

let fail input message = raise (Error (input.at, message))
let peek input = if input.at < String.length input.text then input.text.[input.at] else '\000'
let advance input = input.at <- input.at + 1

let rec skip_blanks input =
  match peek input with ' ' | '\n' | '\t' | '\r' -> advance input; skip_blanks input | _ -> ()

let expect input c = if peek input = c then advance input else fail input (Printf.sprintf "expected %c" c)

let word input text value =
  let n = String.length text in
  if input.at + n <= String.length input.text && String.sub input.text input.at n = text then begin
    input.at <- input.at + n;
    value
  end
  else fail input ("expected " ^ text)

let hex_digit input =
  let digit =
    match peek input with
    | '0' .. '9' as c -> Char.code c - 48
    | 'a' .. 'f' as c -> Char.code c - 87
    | 'A' .. 'F' as c -> Char.code c - 55
    | _ -> fail input "expected a hexadecimal digit"
  in
  advance input;
  digit

let escape input buffer =
  let c = peek input in
  advance input;
  match c with
  | 'n' -> Buffer.add_char buffer '\n'
  | 't' -> Buffer.add_char buffer '\t'
  | 'r' -> Buffer.add_char buffer '\r'
  | 'b' -> Buffer.add_char buffer '\b'
  | '"' | '\\' | '/' -> Buffer.add_char buffer c
  | 'u' ->
    let a = hex_digit input in
    let b = hex_digit input in
    let c = hex_digit input in
    let d = hex_digit input in
    Buffer.add_utf_8_uchar buffer (Uchar.of_int ((a lsl 12) lor (b lsl 8) lor (c lsl 4) lor d))
  | _ -> fail input "unknown escape"

let string input =
  expect input '"';
  let buffer = Buffer.create 16 in
  let rec loop () =
    match peek input with
    | '"' -> advance input
    | '\\' -> advance input; escape input buffer; loop ()
    | '\000' .. '\031' -> fail input "unterminated string"
    | c -> Buffer.add_char buffer c; advance input; loop ()
  in
  loop ();
  Buffer.contents buffer

let number input =
  let start = input.at in
  let rec loop is_float =
    match peek input with
    | '0' .. '9' | '-' -> advance input; loop is_float
    | '.' | 'e' | 'E' | '+' -> advance input; loop true
    | _ -> is_float
  in
  let is_float = loop false in
  let text = String.sub input.text start (input.at - start) in
  if is_float then Float (float_of_string text) else Int (int_of_string text)

let rec value input =
  skip_blanks input;
  let result =
    match peek input with
    | '{' -> advance input; Object (members input)
    | '[' -> advance input; Array (elements input)
    | '"' -> String (string input)
    | 't' -> word input "true" (Bool true)
    | 'f' -> word input "false" (Bool false)
    | 'n' -> word input "null" Null
    | '0' .. '9' | '-' -> number input
    | _ -> fail input "expected a value"
  in
  skip_blanks input;
  result

and elements input =
  skip_blanks input;
  if peek input = ']' then (advance input; [])
  else
    let rec loop items =
      let items = value input :: items in
      match peek input with
      | ',' -> advance input; loop items
      | _ -> expect input ']'; List.rev items
    in
    loop []

and members input =
  skip_blanks input;
  if peek input = '}' then (advance input; [])
  else
    let rec loop items =
      skip_blanks input;
      let key = string input in
      skip_blanks input;
      expect input ':';
      let items = (key, value input) :: items in
      match peek input with
      | ',' -> advance input; loop items
      | _ -> expect input '}'; List.rev items
    in
    loop []

let parse text =
  let input = { text; at = 0 } in
  let result = value input in
  if input.at < String.length text then fail input "trailing text";
  result

let print_string_to buffer text =
  Buffer.add_char buffer '"';
  String.iter
    (function
      | '"' -> Buffer.add_string buffer "\\\""
      | '\\' -> Buffer.add_string buffer "\\\\"
      | '\n' -> Buffer.add_string buffer "\\n"
      | '\t' -> Buffer.add_string buffer "\\t"
      | c when c < ' ' -> Buffer.add_string buffer (Printf.sprintf "\\u%04x" (Char.code c))
      | c -> Buffer.add_char buffer c)
    text;
  Buffer.add_char buffer '"'

let rec print_to buffer indent json =
  let line indent = Buffer.add_char buffer '\n'; Buffer.add_string buffer (String.make indent ' ') in
  let sequence opening closing print items =
    Buffer.add_char buffer opening;
    List.iteri (fun i item -> if i > 0 then Buffer.add_char buffer ','; line (indent + 2); print item) items;
    if items <> [] then line indent;
    Buffer.add_char buffer closing
  in
  match json with
  | Null -> Buffer.add_string buffer "null"
  | Bool b -> Buffer.add_string buffer (string_of_bool b)
  | Int n -> Buffer.add_string buffer (string_of_int n)
  | Float f -> Buffer.add_string buffer (Printf.sprintf "%.3f" f)
  | String s -> print_string_to buffer s
  | Array items -> sequence '[' ']' (print_to buffer (indent + 2)) items
  | Object items ->
    sequence '{' '}'
      (fun (key, item) -> print_string_to buffer key; Buffer.add_string buffer ": "; print_to buffer (indent + 2) item)
      items

let to_string json =
  let buffer = Buffer.create 1024 in
  print_to buffer 0 json;
  Buffer.contents buffer

let rec depth = function
  | Array items -> 1 + List.fold_left (fun deepest item -> max deepest (depth item)) 0 items
  | Object items -> 1 + List.fold_left (fun deepest (_, item) -> max deepest (depth item)) 0 items
  | _ -> 0

let rec sum = function
  | Int n -> n land 0xFFF
  | Array items -> List.fold_left (fun total item -> (total + sum item) land 0xFFFFFF) 0 items
  | Object items -> List.fold_left (fun total (_, item) -> (total + sum item) land 0xFFFFFF) 0 items
  | _ -> 0

let user i =
  Object
    [ ("id", Int i);
      ("name", String (Printf.sprintf "user \"%d\"\tof\\the list\n" i));
      ("active", Bool (i mod 3 = 0));
      ("score", Float (float_of_int (i * 37 mod 1000) /. 8.));
      ("tags", Array (List.init (i mod 5) (fun k -> String (String.make (k + 1) (Char.chr (97 + (i mod 26)))))));
      ("parent", if i = 0 then Null else Object [ ("id", Int (i / 2)); ("history", Array [ Int i; Int (-i); Array [] ]) ]) ]

let checksum text = String.fold_left (fun h c -> ((h * 31) + Char.code c) land 0xFFFFFF) 7 text

let () =
  let document = Object [ ("users", Array (List.init 400 user)); ("unicode", String "\195\169\226\130\172") ] in
  let text = ref (to_string document) in
  for _ = 1 to 36 do
    let again = parse !text in
    assert (again = document);
    text := to_string again
  done;
  Printf.printf "%d %d %d %d\n" (String.length !text) (checksum !text) (depth document) (sum document);
  List.iter
    (fun text ->
      match parse text with
      | json -> print_endline (to_string json)
      | exception Error (at, message) -> Printf.printf "%d: %s\n" at message)
    [ "[1, 2.5e3, \"\\u00e9\\u20ac\"]"; "{\"a\": tru}"; "[1, 2"; "\"abc"; "{} x" ]
