(* Symbolic algebra: parse-free expressions, simplification to a fixed point,
   derivatives, evaluation, printing with few parentheses. *)

type expr = Num of int | Var of string | Add of expr * expr | Sub of expr * expr | Mul of expr * expr | Pow of expr * int | Neg of expr

let rec show p e =
  let wrap q s = if p > q then "(" ^ s ^ ")" else s in
  match e with
  | Num n when n < 0 -> "(" ^ string_of_int n ^ ")"
  | Num n -> string_of_int n
  | Var x -> x
  | Add (a, b) -> wrap 1 (show 1 a ^ " + " ^ show 1 b)
  | Sub (a, b) -> wrap 1 (show 1 a ^ " - " ^ show 2 b)
  | Mul (a, b) -> wrap 2 (show 2 a ^ "*" ^ show 2 b)
  | Pow (a, n) -> wrap 4 (show 5 a ^ "^" ^ string_of_int n)
  | Neg a -> wrap 3 ("-" ^ show 3 a)

let rec pow b n = if n = 0 then 1 else b * pow b (n - 1)

let rec step e =
  match e with
  | Num _ | Var _ -> e
  | Neg (Num n) -> Num (-n)
  | Neg (Neg a) -> step a
  | Neg a -> Neg (step a)
  | Add (Num a, Num b) -> Num (a + b)
  | Sub (Num a, Num b) -> Num (a - b)
  | Mul (Num a, Num b) -> Num (a * b)
  | Pow (Num a, n) -> Num (pow a n)
  | Add (Num 0, a) | Add (a, Num 0) | Sub (a, Num 0) | Mul (Num 1, a) | Mul (a, Num 1) | Pow (a, 1) -> step a
  | Mul (Num 0, _) | Mul (_, Num 0) -> Num 0
  | Pow (_, 0) -> Num 1
  | Sub (Num 0, a) -> Neg (step a)
  | Sub (a, b) when a = b -> Num 0
  | Add (a, b) when a = b -> Mul (Num 2, step a)
  | Add (a, Neg b) -> Sub (step a, step b)
  | Sub (a, Neg b) -> Add (step a, step b)
  | Mul (a, (Num _ as n)) -> Mul (n, step a)
  | Mul (Num a, Mul (Num b, c)) -> Mul (Num (a * b), step c)
  | Mul (a, b) when a = b -> Pow (step a, 2)
  | Mul (Pow (a, n), b) when a = b -> Pow (step a, n + 1)
  | Mul (Pow (a, n), Pow (b, m)) when a = b -> Pow (step a, n + m)
  | Add (Mul (Num a, x), Mul (Num b, y)) when x = y -> Mul (Num (a + b), step x)
  | Pow (Pow (a, n), m) -> Pow (step a, n * m)
  | Add (a, b) -> Add (step a, step b)
  | Sub (a, b) -> Sub (step a, step b)
  | Mul (a, b) -> Mul (step a, step b)
  | Pow (a, n) -> Pow (step a, n)

let simplify e =
  let rec go n e = let e' = step e in if e' = e || n > 100 then (e, n) else go (n + 1) e' in
  go 0 e

let rec diff x = function
  | Num _ -> Num 0
  | Var y -> Num (if x = y then 1 else 0)
  | Add (a, b) -> Add (diff x a, diff x b)
  | Sub (a, b) -> Sub (diff x a, diff x b)
  | Mul (a, b) -> Add (Mul (diff x a, b), Mul (a, diff x b))
  | Pow (a, n) -> Mul (Mul (Num n, Pow (a, n - 1)), diff x a)
  | Neg a -> Neg (diff x a)

let rec eval env = function
  | Num n -> n
  | Var x -> List.assoc x env
  | Add (a, b) -> eval env a + eval env b
  | Sub (a, b) -> eval env a - eval env b
  | Mul (a, b) -> eval env a * eval env b
  | Pow (a, n) -> pow (eval env a) n
  | Neg a -> - (eval env a)

let rec size = function Num _ | Var _ -> 1 | Neg a | Pow (a, _) -> 1 + size a | Add (a, b) | Sub (a, b) | Mul (a, b) -> 1 + size a + size b

let () =
  let x = Var "x" and y = Var "y" in
  let tests =
    [ Add (Num 0, Mul (x, Num 1)); Sub (x, x); Mul (x, Mul (x, x)); Add (Mul (Num 2, x), Mul (Num 3, x)); Neg (Neg (Sub (Num 0, y)));
      Mul (Num 2, Mul (Num 3, Mul (x, Num 4))); Pow (Pow (x, 2), 3); Sub (Sub (x, y), Sub (y, Neg x)); Mul (Add (x, Num 0), Pow (y, 0));
      Mul (Add (x, y), Sub (x, y)); Pow (Add (x, Num 1), 3); Add (Mul (Pow (x, 2), Pow (x, 3)), Neg (Num 5)) ] in
  List.iter
    (fun e ->
      let s, n = simplify e in
      let d, _ = simplify (diff "x" e) in
      Printf.printf "%s  =>  %s (%d steps)\n  d/dx %s\n" (show 0 e) (show 0 s) n (show 0 d);
      let env = [("x", 3); ("y", -2)] in
      Printf.printf "  %B %d %d sizes %d %d\n" (eval env e = eval env s) (eval env s) (eval env d) (size e) (size s))
    tests
