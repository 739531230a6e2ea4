(* a lexer by ocamllex for a language like OCaml: automaton tables, Lexing, keywords in a hash table *)
{
type token =
  | Keyword of string
  | Lower of string
  | Upper of string
  | Int of int
  | Float of float
  | Char of char
  | String of string
  | Operator of string
  | Punctuation of char
  | End

exception Error of int * string

let keywords = Hashtbl.create 64

let () =
  List.iter (fun word -> Hashtbl.add keywords word (Keyword word))
    [ "and"; "as"; "begin"; "do"; "done"; "downto"; "else"; "end"; "exception"; "for"; "fun"; "function"; "if"; "in"; "let";
      "match"; "module"; "mutable"; "of"; "open"; "rec"; "struct"; "then"; "to"; "try"; "type"; "val"; "when"; "while"; "with" ]

let text = Buffer.create 64
}

let blank = [' ' '\t' '\r']
let digit = ['0'-'9']
let hex = ['0'-'9' 'a'-'f' 'A'-'F']
let rest = ['a'-'z' 'A'-'Z' '0'-'9' '_' '\'']
let symbol = ['!' '$' '%' '&' '*' '+' '-' '.' '/' ':' '<' '=' '>' '?' '@' '^' '|' '~']

rule token = parse
  | blank+ { token lexbuf }
  | '\n' { Lexing.new_line lexbuf; token lexbuf }
  | "(*" { comment 1 lexbuf; token lexbuf }
  | ['a'-'z' '_'] rest* as word { match Hashtbl.find_opt keywords word with Some keyword -> keyword | None -> Lower word }
  | ['A'-'Z'] rest* as word { Upper word }
  | digit+ | "0x" hex+ | "0b" ['0' '1']+ { Int (int_of_string (Lexing.lexeme lexbuf)) }
  | digit+ '.' digit* (['e' 'E'] ['+' '-']? digit+)? as number { Float (float_of_string number) }
  | '\'' ([^ '\\' '\'' '\n'] as c) '\'' { Char c }
  | "'\\n'" { Char '\n' }
  | '\'' ['a'-'z']+ as variable { Lower variable }
  | '"' { Buffer.clear text; string lexbuf; String (Buffer.contents text) }
  | symbol+ as operator { Operator operator }
  | ['(' ')' '[' ']' '{' '}' ',' ';'] as c { Punctuation c }
  | eof { End }
  | _ { raise (Error (lexbuf.Lexing.lex_curr_p.Lexing.pos_lnum, Lexing.lexeme lexbuf)) }

and comment depth = parse
  | "(*" { comment (depth + 1) lexbuf }
  | "*)" { if depth > 1 then comment (depth - 1) lexbuf }
  | '\n' { Lexing.new_line lexbuf; comment depth lexbuf }
  | eof { raise (Error (lexbuf.Lexing.lex_curr_p.Lexing.pos_lnum, "unterminated comment")) }
  | _ { comment depth lexbuf }

and string = parse
  | '"' { () }
  | "\\n" { Buffer.add_char text '\n'; string lexbuf }
  | '\\' (_ as c) { Buffer.add_char text c; string lexbuf }
  | [^ '"' '\\']+ as part { Buffer.add_string text part; string lexbuf }
  | eof { raise (Error (lexbuf.Lexing.lex_curr_p.Lexing.pos_lnum, "unterminated string")) }

{
let chapter =
  "(* lists (* of all kinds *) and what\n   they are for *)\nmodule Stack = struct\n  type 'a t = { mutable items : 'a list; size : int }\n\
  \  let push_all stack items =\n    List.iter (fun item -> stack.items <- item :: stack.items) items;\n\
  \    if stack.size >= 0x1F && items <> [] then raise (Failure \"the \\\"stack\\\" is full\\n\") else 1024\n\
  \  let area r = 3.14159 *. r *. r +. 2.5e-3 |> Float.abs\n  let newline c = match c with '\\n' | 'x' -> 0b1011 | _ -> '\\n' = c\nend\n"

let kind = function
  | Keyword _ -> 0 | Lower _ -> 1 | Upper _ -> 2 | Int _ -> 3 | Float _ -> 4 | Char _ -> 5 | String _ -> 6 | Operator _ -> 7
  | Punctuation _ -> 8 | End -> 9

let mix h text = String.fold_left (fun h c -> ((h * 31) + Char.code c) land 0xFFFFFF) h text

let hash h = function
  | Keyword s | Lower s | Upper s | String s | Operator s -> mix h s
  | Int n -> (h + n) land 0xFFFFFF
  | Float f -> (h + int_of_float (f *. 1000.)) land 0xFFFFFF
  | Char c | Punctuation c -> ((h * 31) + Char.code c) land 0xFFFFFF
  | End -> h

let scan source =
  let lexbuf = Lexing.from_string source in
  let counts = Array.make 10 0 in
  let rec loop h =
    let t = token lexbuf in
    counts.(kind t) <- counts.(kind t) + 1;
    if t = End then h else loop (hash h t)
  in
  let h = loop 0 in
  (h, counts, lexbuf.Lexing.lex_curr_p.Lexing.pos_lnum)

let () =
  let source = String.concat "\n" (List.init 260 (fun i -> Printf.sprintf "let v%d = %d\n%s" i (i * i) chapter)) in
  for round = 1 to 36 do
    let h, counts, lines = scan source in
    if round mod 12 = 0 then Printf.printf "%d %d %s\n" h lines (String.concat " " (Array.to_list (Array.map string_of_int counts)))
  done;
  List.iter
    (fun source -> match scan source with _ -> () | exception Error (line, what) -> Printf.printf "line %d: %s\n" line what)
    [ "let x =\n # 1"; "\n\n(* (* *)"; "\"abc" ]
}
