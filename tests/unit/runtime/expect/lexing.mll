{ let log = Buffer.create 100
  let act n lb extra = Buffer.add_string log (Printf.sprintf "    {%d, %S%s},\n" n (Lexing.lexeme lb) extra) }
rule token = parse
  | [' ' '\t']+            { act 0 lexbuf ""; true }
  | ['0'-'9']+             { act 1 lexbuf ""; true }
  | ['0'-'9']+ '.' ['0'-'9']+ { act 2 lexbuf ""; true }
  | "if" | "then"          { act 3 lexbuf ""; true }
  | ['a'-'z' '\128'-'\255']+ { act 4 lexbuf ""; true }
  | "(*" [^ '*']* "*)"     { act 5 lexbuf ""; true }
  | ['+' '-' '*' '/' '(' ')' '\n' ';'] { act 6 lexbuf ""; true }
  | eof                    { act 7 lexbuf ""; false }
and pair = parse
  | (['a'-'z']+ as k) '=' (['0'-'9']* as v) (',' as c)? { act 0 lexbuf (Printf.sprintf ", %S, %S, %s" k v (match c with Some _ -> "true" | None -> "false")); true }
  | 'x' ('a' | 'b' 'c' as q)+ '!' { act 1 lexbuf (Printf.sprintf ", %S" q); true }
  | eof { act 2 lexbuf ""; false }
{
let lua s = let b = Buffer.create 100 in Buffer.add_char b '"'; String.iter (fun c -> Buffer.add_string b (Printf.sprintf "\\%d" (Char.code c))) s;
  Buffer.add_char b '"';
  (* \d followed by no digit here: each byte is an escape *) Buffer.contents b
let text1 = "if 12+3.5 then\nab\200c (* no * comment *) 42.(if*) 7 (* yes *) 1.x ;"
let text2 = "abc=12,d=,xaabc!y=5"
let () =
  let t = __ocaml_lex_tables in
  print_string "  tables = {0";
  List.iter (fun s -> print_string (", " ^ lua s)) Lexing.[t.lex_base; t.lex_backtrk; t.lex_default; t.lex_trans; t.lex_check; t.lex_base_code; t.lex_backtrk_code; t.lex_default_code; t.lex_trans_code; t.lex_check_code; t.lex_code];
  print_string "},\n";
  Printf.printf "  text1 = %s,\n  text2 = %s,\n" (lua text1) (lua text2);
  let lb = Lexing.from_string text1 in
  (try while token lb do () done with Failure m -> Buffer.add_string log (Printf.sprintf "    {%S},\n" m));
  Printf.printf "  tokens = {\n%s  },\n" (Buffer.contents log);
  Buffer.clear log;
  let lb = Lexing.from_string text2 in
  (try while pair lb do () done with Failure m -> Buffer.add_string log (Printf.sprintf "    {%S},\n" m));
  Printf.printf "  pairs = {\n%s  },\n" (Buffer.contents log)
}
