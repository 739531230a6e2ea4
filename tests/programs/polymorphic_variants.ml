(* Polymorphic variants: constant and with arguments, open and closed types,
   or-patterns on type abbreviations, matching by hash order, composition. *)

type basic = [ `Num of int | `Var of string ]
type arith = [ basic | `Add of 'a * 'a | `Mul of 'a * 'a ] constraint 'a = [ `X ]
type 'e add_lang = [ basic | `Add of 'e * 'e ]
type 'e mul_lang = [ basic | `Mul of 'e * 'e ]
type both = [ both add_lang | both mul_lang ]

let eval_basic env = function `Num n -> n | `Var s -> List.assoc s env
let eval_add self env = function
  | #basic as b -> eval_basic env b
  | `Add (a, b) -> self env a + self env b
let eval_mul self env = function
  | #basic as b -> eval_basic env b
  | `Mul (a, b) -> self env a * self env b
let rec eval env : both -> int = function
  | #basic as b -> eval_basic env b
  | `Add _ as e -> eval_add eval env e
  | `Mul _ as e -> eval_mul eval env e

let rec show : both -> string = function
  | `Num n -> string_of_int n
  | `Var s -> s
  | `Add (a, b) -> Printf.sprintf "(%s + %s)" (show a) (show b)
  | `Mul (a, b) -> Printf.sprintf "%s * %s" (show a) (show b)

type level = [ `Debug | `Info | `Warning | `Error of int ]
let level_name = function
  | `Debug -> "debug" | `Info -> "info" | `Warning -> "warning"
  | `Error n when n > 9 -> "fatal" | `Error n -> "error" ^ string_of_int n

let colour = function
  | `Red -> 1 | `Orange -> 2 | `Yellow -> 3 | `Green -> 4 | `Blue -> 5 | `Indigo -> 6 | `Violet -> 7
  | `Black -> 8 | `White -> 9 | `Grey n -> 10 + n | `Rgb (r, g, b) -> 100 + r + g + b
  | `Named { contents = s } -> 1000 + String.length s

let open_match = function
  | `A -> "A" | `B x -> "B" ^ string_of_int x | _ -> "other"

let widen (l : level) = (l :> [ level | `Trace ])
let next = function `Trace -> `Debug | `Debug -> `Info | `Info -> `Warning | `Warning -> `Error 1 | `Error n -> `Error (n + 1)

let pairs a b = match a, b with
  | `L, `L -> "LL" | `L, `R -> "LR" | `R, `L -> "RL" | `R, `R -> "RR"
  | `N n, (`L | `R) -> "N" ^ string_of_int n | (`L | `R), `N n -> "n" ^ string_of_int n
  | `N a, `N b -> string_of_int (a + b)

let parse s : [> `Int of int | `Word of string | `Empty ] =
  if s = "" then `Empty else match int_of_string_opt s with Some n -> `Int n | None -> `Word s

let () =
  let e : both = `Add (`Num 2, `Mul (`Var "x", `Add (`Num 3, `Var "y"))) in
  Printf.printf "%s = %d\n" (show e) (eval ["x", 10; "y", 4] e);
  (try ignore (eval [] (`Var "z" : both)) with Not_found -> print_endline "unbound");
  List.iter (fun l -> print_endline (level_name l)) [`Debug; `Info; `Warning; `Error 3; `Error 12];
  List.iter (fun c -> Printf.printf "%d " (colour c))
    [`Violet; `Red; `Grey 5; `Black; `Rgb (1, 2, 3); `White; `Named (ref "abc"); `Indigo; `Orange];
  print_newline ();
  print_endline (String.concat " " (List.map open_match [`A; `B 4; `C; `D "x"]));
  let l = ref (widen `Debug) in
  for _ = 1 to 5 do l := (next !l :> [ level | `Trace ]) done;
  (match !l with `Error n -> Printf.printf "error %d\n" n | `Trace | #level -> print_endline "?");
  List.iter (fun a -> List.iter (fun b -> Printf.printf "%s " (pairs a b)) [`L; `R; `N 5]) [`L; `R; `N 7];
  print_newline ();
  List.iter
    (fun s -> match parse s with
       | `Int n -> Printf.printf "int %d\n" n
       | `Word w -> Printf.printf "word %s\n" w
       | `Empty -> print_endline "empty"
       | `Extra -> ())
    ["12"; ""; "ab"; "0x1F"];
  Printf.printf "%B %B %B\n" (`A = `A) (`A = `B) (`C (1, "x") = `C (1, "x"));
  let sorted = List.sort compare [`One; `Two; `Three; `Four] in
  List.iter (fun v -> print_string (match v with `One -> "1" | `Two -> "2" | `Three -> "3" | `Four -> "4")) sorted;
  let tbl = Hashtbl.create 4 in
  List.iter (fun k -> Hashtbl.replace tbl k (1 + Option.value ~default:0 (Hashtbl.find_opt tbl k)))
    [`K 1; `K 2; `Z; `K 1; `Z; `Z];
  Printf.printf " %d %d %d\n" (Hashtbl.find tbl (`K 1)) (Hashtbl.find tbl (`K 2)) (Hashtbl.find tbl `Z)
