{
type token = INT of int | FLOAT of float | IDENT of string | STRING of string | OP of string | KEYWORD of string | EOF
exception Error of string * int
let keywords = ["let"; "in"; "if"; "then"; "else"; "fun"]
}
let digit = ['0'-'9']
let letter = ['a'-'z' 'A'-'Z' '_']
rule token = parse
  | [' ' '\t']+ { token lexbuf }
  | '\n' { Lexing.new_line lexbuf; token lexbuf }
  | "(*" { comment 1 lexbuf; token lexbuf }
  | digit+ as n { INT (int_of_string n) }
  | "0x" (['0'-'9' 'a'-'f']+ as h) { INT (int_of_string ("0x" ^ h)) }
  | (digit+ '.' digit*) as f (['e' 'E'] ('-'? digit+ as e))?
    { FLOAT (float_of_string (match e with Some e -> f ^ "e" ^ e | None -> f)) }
  | letter (letter | digit)* as id { if List.mem id keywords then KEYWORD id else IDENT id }
  | '"' { let b = Buffer.create 16 in string b lexbuf; STRING (Buffer.contents b) }
  | "->" | "<=" | ">=" | "==" as op { OP op }
  | ['+' '-' '*' '/' '(' ')' '=' '<' '>' ',' ';'] as c { OP (String.make 1 c) }
  | eof { EOF }
  | _ as c { raise (Error (Printf.sprintf "illegal %C" c, Lexing.lexeme_start lexbuf)) }
and comment depth = parse
  | "(*" { comment (depth + 1) lexbuf }
  | "*)" { if depth > 1 then comment (depth - 1) lexbuf }
  | '\n' { Lexing.new_line lexbuf; comment depth lexbuf }
  | eof { raise (Error ("unterminated comment", Lexing.lexeme_start lexbuf)) }
  | _ { comment depth lexbuf }
and string b = parse
  | '"' { () }
  | '\\' (['n' 't' '\\' '"'] as c) { Buffer.add_char b (match c with 'n' -> '\n' | 't' -> '\t' | c -> c); string b lexbuf }
  | [^ '"' '\\' '\n']+ as s { Buffer.add_string b s; string b lexbuf }
  | _ | eof { raise (Error ("bad string", Lexing.lexeme_start lexbuf)) }
{
let show = function
  | INT n -> Printf.sprintf "INT %d" n | FLOAT f -> Printf.sprintf "FLOAT %g" f | IDENT s -> "IDENT " ^ s
  | STRING s -> Printf.sprintf "STRING %S" s | OP s -> "OP " ^ s | KEYWORD s -> "KEYWORD " ^ s | EOF -> "EOF"

let run name lexbuf =
  Lexing.set_filename lexbuf name;
  let rec go () =
    match token lexbuf with
    | EOF -> Printf.printf "EOF\n"
    | t ->
      let p = Lexing.lexeme_start_p lexbuf in
      Printf.printf "%s:%d:%d %S %s\n" p.pos_fname p.pos_lnum (p.pos_cnum - p.pos_bol) (Lexing.lexeme lexbuf) (show t);
      go ()
  in
  try go () with Error (m, at) -> Printf.printf "error at %d: %s\n" at m

let () =
  run "one" (Lexing.from_string "let x1 = 0x1f + 3.5e-1 in\n  (* a (* nested *)\n comment *) if x1 <= 10 then \"str\\n\\\"q\\\"\" else f(x1, y -> 7.)");
  run "two" (Lexing.from_string "letx let _ 12ab 3.e2");
  run "three" (Lexing.from_string "ok ? bad");
  run "four" (Lexing.from_string "a (* open");
  run "five" (Lexing.from_string "\"open string");
  (* Refills in pieces of three characters: tokens cross the borders. *)
  let text = "identifier = 123456789 (* comment *) + \"a longer string\" <= other_identifier" in
  let pos = ref 0 in
  let refill buf n =
    let k = min (min n 3) (String.length text - !pos) in
    Bytes.blit_string text !pos buf 0 k;
    pos := !pos + k;
    k
  in
  run "refill" (Lexing.from_function refill)
}
