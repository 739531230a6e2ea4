(* A calculator made by ocamlyacc from parsing_ocamlyacc.mly (line directives
   removed), with a lexer by hand: precedences, error recovery, semantic values. *)

type token =
  | INT of (int)
  | IDENT of (string)
  | PLUS
  | MINUS
  | TIMES
  | DIV
  | MOD
  | POW
  | LPAREN
  | RPAREN
  | EQUAL
  | COMMA
  | NL
  | EOF

open Parsing;;
let _ = parse_error;;
let vars : (string, int) Hashtbl.t = Hashtbl.create 8
let find v = try Hashtbl.find vars v with Not_found -> failwith ("unbound " ^ v)
let yytransl_const = [|
  259 (* PLUS *);
  260 (* MINUS *);
  261 (* TIMES *);
  262 (* DIV *);
  263 (* MOD *);
  264 (* POW *);
  265 (* LPAREN *);
  266 (* RPAREN *);
  267 (* EQUAL *);
  268 (* COMMA *);
  269 (* NL *);
    0 (* EOF *);
    0|]

let yytransl_block = [|
  257 (* INT *);
  258 (* IDENT *);
    0|]

let yylhs = "\255\255\
\001\000\002\000\002\000\002\000\003\000\003\000\003\000\005\000\
\005\000\004\000\004\000\004\000\004\000\004\000\004\000\004\000\
\004\000\004\000\004\000\004\000\000\000"

let yylen = "\002\000\
\002\000\000\000\003\000\003\000\000\000\003\000\001\000\001\000\
\003\000\001\000\001\000\004\000\003\000\003\000\003\000\003\000\
\003\000\002\000\003\000\003\000\002\000"

let yydefred = "\000\000\
\002\000\000\000\021\000\000\000\000\000\010\000\000\000\000\000\
\000\000\001\000\000\000\000\000\000\000\004\000\000\000\000\000\
\000\000\000\000\000\000\003\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\020\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\012\000"

let yydgoto = "\002\000\
\003\000\004\000\011\000\012\000\013\000"

let yysindex = "\255\255\
\000\000\000\000\000\000\001\000\255\254\000\000\122\255\095\255\
\095\255\000\000\016\255\110\255\026\255\000\000\095\255\095\255\
\032\255\031\255\102\255\000\000\095\255\095\255\095\255\095\255\
\095\255\095\255\095\255\018\255\110\255\000\000\114\255\114\255\
\031\255\031\255\031\255\031\255\110\255\000\000"

let yyrindex = "\000\000\
\000\000\000\000\000\000\036\255\000\000\000\000\019\255\000\000\
\000\000\000\000\000\000\113\255\037\255\000\000\000\000\000\000\
\001\255\030\255\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\039\255\000\000\079\255\090\255\
\041\255\052\255\063\255\074\255\117\255\000\000"

let yygindex = "\000\000\
\000\000\000\000\000\000\250\255\045\000"

let yytablesize = 266
let yytable = "\001\000\
\010\000\018\000\019\000\011\000\011\000\011\000\011\000\011\000\
\011\000\029\000\011\000\014\000\011\000\011\000\031\000\032\000\
\033\000\034\000\035\000\036\000\037\000\011\000\011\000\011\000\
\011\000\011\000\011\000\038\000\020\000\027\000\011\000\011\000\
\018\000\018\000\018\000\018\000\018\000\027\000\026\000\018\000\
\015\000\018\000\018\000\015\000\015\000\015\000\015\000\015\000\
\005\000\007\000\015\000\006\000\015\000\015\000\016\000\016\000\
\016\000\016\000\016\000\028\000\000\000\016\000\000\000\016\000\
\016\000\017\000\017\000\017\000\017\000\017\000\000\000\000\000\
\017\000\000\000\017\000\017\000\019\000\019\000\019\000\019\000\
\019\000\013\000\013\000\019\000\000\000\019\000\019\000\000\000\
\013\000\000\000\013\000\013\000\014\000\014\000\000\000\006\000\
\017\000\000\000\008\000\014\000\000\000\014\000\014\000\009\000\
\021\000\022\000\023\000\024\000\025\000\026\000\000\000\030\000\
\021\000\022\000\023\000\024\000\025\000\026\000\023\000\024\000\
\025\000\026\000\008\000\000\000\008\000\008\000\009\000\000\000\
\009\000\009\000\015\000\000\000\016\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\
\005\000\006\000\007\000\000\000\008\000\000\000\000\000\000\000\
\000\000\009\000"

let yycheck = "\001\000\
\000\000\008\000\009\000\003\001\004\001\005\001\006\001\007\001\
\008\001\016\000\010\001\013\001\012\001\013\001\021\000\022\000\
\023\000\024\000\025\000\026\000\027\000\003\001\004\001\005\001\
\006\001\007\001\008\001\010\001\013\001\012\001\012\001\013\001\
\003\001\004\001\005\001\006\001\007\001\012\001\008\001\010\001\
\009\001\012\001\013\001\003\001\004\001\005\001\006\001\007\001\
\013\001\013\001\010\001\013\001\012\001\013\001\003\001\004\001\
\005\001\006\001\007\001\015\000\255\255\010\001\255\255\012\001\
\013\001\003\001\004\001\005\001\006\001\007\001\255\255\255\255\
\010\001\255\255\012\001\013\001\003\001\004\001\005\001\006\001\
\007\001\003\001\004\001\010\001\255\255\012\001\013\001\255\255\
\010\001\255\255\012\001\013\001\003\001\004\001\255\255\001\001\
\002\001\255\255\004\001\010\001\255\255\012\001\013\001\009\001\
\003\001\004\001\005\001\006\001\007\001\008\001\255\255\010\001\
\003\001\004\001\005\001\006\001\007\001\008\001\005\001\006\001\
\007\001\008\001\010\001\255\255\012\001\013\001\010\001\255\255\
\012\001\013\001\009\001\255\255\011\001\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\255\
\000\001\001\001\002\001\255\255\004\001\255\255\255\255\255\255\
\255\255\009\001"

let yynames_const = "\
  PLUS\000\
  MINUS\000\
  TIMES\000\
  DIV\000\
  MOD\000\
  POW\000\
  LPAREN\000\
  RPAREN\000\
  EQUAL\000\
  COMMA\000\
  NL\000\
  EOF\000\
  "

let yynames_block = "\
  INT\000\
  IDENT\000\
  "

let yyact = [|
  (fun _ -> failwith "parser")
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 1 : 'lines) in
    Obj.repr(
                ( List.rev _1 )
               : (string * int list) list))
; (fun __caml_parser_env ->
    Obj.repr(
                ( [] )
               : 'lines))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'lines) in
    let _2 = (Parsing.peek_val __caml_parser_env 1 : 'line) in
    Obj.repr(
                  ( match _2 with None -> _1 | Some l -> l :: _1 )
               : 'lines))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'lines) in
    Obj.repr(
                   ( ("syntax error", []) :: _1 )
               : 'lines))
; (fun __caml_parser_env ->
    Obj.repr(
                ( None )
               : 'line))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : string) in
    let _3 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                     ( Hashtbl.replace vars _1 _3; Some (_1, [_3]) )
               : 'line))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 0 : 'exprs) in
    Obj.repr(
          ( Some ("values", List.rev _1) )
               : 'line))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
         ( [_1] )
               : 'exprs))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'exprs) in
    let _3 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                     ( _3 :: _1 )
               : 'exprs))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 0 : int) in
    Obj.repr(
        ( _1 )
               : 'expr))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 0 : string) in
    Obj.repr(
          ( find _1 )
               : 'expr))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 3 : string) in
    let _3 = (Parsing.peek_val __caml_parser_env 1 : 'exprs) in
    Obj.repr(
                              ( match _1, List.rev _3 with
      | "max", x :: l -> List.fold_left max x l
      | "sum", l -> List.fold_left (+) 0 l
      | f, _ -> failwith ("unknown function " ^ f) )
               : 'expr))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'expr) in
    let _3 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                   ( _1 + _3 )
               : 'expr))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'expr) in
    let _3 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                    ( _1 - _3 )
               : 'expr))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'expr) in
    let _3 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                    ( _1 * _3 )
               : 'expr))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'expr) in
    let _3 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                  ( _1 / _3 )
               : 'expr))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'expr) in
    let _3 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                  ( _1 mod _3 )
               : 'expr))
; (fun __caml_parser_env ->
    let _2 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                            ( - _2 )
               : 'expr))
; (fun __caml_parser_env ->
    let _1 = (Parsing.peek_val __caml_parser_env 2 : 'expr) in
    let _3 = (Parsing.peek_val __caml_parser_env 0 : 'expr) in
    Obj.repr(
                  ( let rec p b e = if e <= 0 then 1 else b * p b (e - 1) in p _1 _3 )
               : 'expr))
; (fun __caml_parser_env ->
    let _2 = (Parsing.peek_val __caml_parser_env 1 : 'expr) in
    Obj.repr(
                       ( _2 )
               : 'expr))
(* Entry main *)
; (fun __caml_parser_env -> raise (Parsing.YYexit (Parsing.peek_val __caml_parser_env 0)))
|]
let yytables =
  { Parsing.actions=yyact;
    Parsing.transl_const=yytransl_const;
    Parsing.transl_block=yytransl_block;
    Parsing.lhs=yylhs;
    Parsing.len=yylen;
    Parsing.defred=yydefred;
    Parsing.dgoto=yydgoto;
    Parsing.sindex=yysindex;
    Parsing.rindex=yyrindex;
    Parsing.gindex=yygindex;
    Parsing.tablesize=yytablesize;
    Parsing.table=yytable;
    Parsing.check=yycheck;
    Parsing.error_function=parse_error;
    Parsing.names_const=yynames_const;
    Parsing.names_block=yynames_block }
let main (lexfun : Lexing.lexbuf -> token) (lexbuf : Lexing.lexbuf) =
   (Parsing.yyparse yytables 1 lexfun lexbuf : (string * int list) list)


let lexer text =
  let pos = ref 0 in
  fun (_ : Lexing.lexbuf) ->
    let n = String.length text in
    let rec span p i = if i < n && p text.[i] then span p (i + 1) else i in
    pos := span (( = ) ' ') !pos;
    if !pos >= n then EOF
    else
      let start = !pos in
      let word p = pos := span p start; String.sub text start (!pos - start) in
      let one t = incr pos; t in
      match text.[start] with
      | '0' .. '9' -> INT (int_of_string (word (fun c -> c >= '0' && c <= '9')))
      | 'a' .. 'z' -> IDENT (word (fun c -> c >= 'a' && c <= 'z'))
      | '+' -> one PLUS | '-' -> one MINUS | '*' -> one TIMES | '/' -> one DIV | '%' -> one MOD
      | '^' -> one POW | '(' -> one LPAREN | ')' -> one RPAREN | '=' -> one EQUAL
      | ',' -> one COMMA | '\n' -> one NL
      | c -> failwith (Printf.sprintf "character %C" c)

let run text =
  match main (lexer text) (Lexing.from_string "") with
  | results ->
    List.iter
      (fun (name, values) -> Printf.printf "%s: %s\n" name (String.concat ", " (List.map string_of_int values)))
      results
  | exception Parsing.Parse_error -> print_endline "Parse_error"
  | exception Failure m -> Printf.printf "failure: %s\n" m
  | exception Division_by_zero -> print_endline "division by zero"

let () =
  run "1+2*3\n(1+2)*3\n\n10-4-3\n2^3^2\n-2^2\n- 3 * - 4\n";
  run "x = 6\ny = x * 7\nx + y, x, y % 4\nmax(1, y, x), sum(1,2,3,4)\n";
  run "1 +\n2 * 3\n) (\nx = 4\nx x\nx\n";
  run "nope + 1\n";
  run "1 / (x - 4)\n";
  run "min(1)\n";
  run "1 + 2";
  run "1 ? 2\n";
  run "";
  let deep = String.concat "" (List.init 200 (fun _ -> "(")) ^ "1" ^ String.concat "" (List.init 200 (fun i -> Printf.sprintf "+%d)" i)) in
  run (deep ^ "\n");
  run (String.concat "+" (List.init 500 string_of_int) ^ "\n")
