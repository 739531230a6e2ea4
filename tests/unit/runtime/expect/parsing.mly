%{ let log = Buffer.create 100
   let note s = Buffer.add_string log (Printf.sprintf "    %S,\n" s) %}
%token <int> NUM
%token PLUS TIMES LPAR RPAR SEMI EOF
%left PLUS
%left TIMES
%start main
%type <int list> main
%%
main: stmts EOF { note "main"; $1 }
stmts: { note "empty"; [] }
 | stmts stmt { note "stmts"; $2 :: $1 }
stmt: expr SEMI { note (Printf.sprintf "stmt %d %d-%d" $1 (Parsing.symbol_start ()) (Parsing.symbol_end ())); $1 }
 | error SEMI { note "error"; -1 }
expr: NUM { note (Printf.sprintf "num %d" $1); $1 }
 | expr PLUS expr { note (Printf.sprintf "plus %d %d-%d" ($1 + $3) (Parsing.rhs_start 3) (Parsing.rhs_end 3)); $1 + $3 }
 | expr TIMES expr { note "times"; $1 * $3 }
 | LPAR expr RPAR { note "paren"; $2 }
%%
let lua s = let b = Buffer.create 100 in Buffer.add_char b '"'; String.iter (fun c -> Buffer.add_string b (Printf.sprintf "\\%d" (Char.code c))) s;
  Buffer.add_char b '"'; Buffer.contents b
let run name text =
  Buffer.clear log;
  let lex lb = 
    let open Lexing in
    if lb.lex_curr_pos >= lb.lex_buffer_len then (lb.lex_start_pos <- lb.lex_curr_pos; EOF) else begin
    let c = Bytes.get lb.lex_buffer lb.lex_curr_pos in
    lb.lex_start_p <- { lb.lex_start_p with pos_cnum = lb.lex_curr_pos };
    lb.lex_curr_pos <- lb.lex_curr_pos + 1;
    lb.lex_curr_p <- { lb.lex_curr_p with pos_cnum = lb.lex_curr_pos };
    match c with '+' -> PLUS | '*' -> TIMES | '(' -> LPAR | ')' -> RPAR | ';' -> SEMI | c -> NUM (Char.code c - 48) end in
  (match main lex (Lexing.from_string text) with
   | l -> note (String.concat "," (List.map string_of_int l))
   | exception Parsing.Parse_error -> note "Parse_error");
  Printf.printf "  {text = %S, log = {\n%s  }},\n" text (Buffer.contents log)
let () =
  let t = Parsing.(yytables) in
  let ints a = "{0, " ^ String.concat ", " (Array.to_list (Array.map string_of_int a)) ^ "}" in
  let f i : string = Obj.obj (Obj.field (Obj.repr t) i) in
  Printf.printf "  tables = {0, 0, %s, %s" (ints (Obj.obj (Obj.field (Obj.repr t) 1))) (ints (Obj.obj (Obj.field (Obj.repr t) 2)));
  for i = 3 to 9 do print_string (", " ^ lua (f i)) done;
  Printf.printf ", %d, %s, %s, 0, %s, %s},\n" (Obj.obj (Obj.field (Obj.repr t) 10)) (lua (f 11)) (lua (f 12)) (lua (f 14)) (lua (f 15));
  run "a" "1+2*3;(4+5)*2;"; run "b" "1+;2;3)(4;5;"; run "c" "1+2"; run "d" ""; run "e" (String.concat "" (List.init 150 (fun _ -> "(")) ^ "7" ^ String.concat "" (List.init 150 (fun _ -> ")")) ^ ";")
