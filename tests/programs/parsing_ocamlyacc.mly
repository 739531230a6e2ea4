%{
let vars : (string, int) Hashtbl.t = Hashtbl.create 8
let find v = try Hashtbl.find vars v with Not_found -> failwith ("unbound " ^ v)
%}
%token <int> INT
%token <string> IDENT
%token PLUS MINUS TIMES DIV MOD POW LPAREN RPAREN EQUAL COMMA NL EOF
%left PLUS MINUS
%left TIMES DIV MOD
%nonassoc UMINUS
%right POW
%start main
%type <(string * int list) list> main
%%
main: lines EOF { List.rev $1 } ;
lines:
  | /* empty */ { [] }
  | lines line NL { match $2 with None -> $1 | Some l -> l :: $1 }
  | lines error NL { ("syntax error", []) :: $1 } ;
line:
  | /* empty */ { None }
  | IDENT EQUAL expr { Hashtbl.replace vars $1 $3; Some ($1, [$3]) }
  | exprs { Some ("values", List.rev $1) } ;
exprs:
  | expr { [$1] }
  | exprs COMMA expr { $3 :: $1 } ;
expr:
  | INT { $1 }
  | IDENT { find $1 }
  | IDENT LPAREN exprs RPAREN { match $1, List.rev $3 with
      | "max", x :: l -> List.fold_left max x l
      | "sum", l -> List.fold_left (+) 0 l
      | f, _ -> failwith ("unknown function " ^ f) }
  | expr PLUS expr { $1 + $3 }
  | expr MINUS expr { $1 - $3 }
  | expr TIMES expr { $1 * $3 }
  | expr DIV expr { $1 / $3 }
  | expr MOD expr { $1 mod $3 }
  | MINUS expr %prec UMINUS { - $2 }
  | expr POW expr { let rec p b e = if e <= 0 then 1 else b * p b (e - 1) in p $1 $3 }
  | LPAREN expr RPAREN { $2 } ;
%%
