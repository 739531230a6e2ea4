(* GADTs: a typed expression evaluator, type witnesses with equality proofs,
   existential packing, length-indexed vectors, a printf made of formats. *)

type _ expr =
  | Int : int -> int expr
  | Bool : bool -> bool expr
  | Str : string -> string expr
  | Add : int expr * int expr -> int expr
  | Less : int expr * int expr -> bool expr
  | If : bool expr * 'a expr * 'a expr -> 'a expr
  | Pair : 'a expr * 'b expr -> ('a * 'b) expr
  | Fst : ('a * 'b) expr -> 'a expr
  | Len : string expr -> int expr
  | Lam : ('a -> 'b expr) -> ('a -> 'b) expr
  | App : ('a -> 'b) expr * 'a expr -> 'b expr
  | Lift : 'a -> 'a expr

let rec eval : type a. a expr -> a = function
  | Int n -> n
  | Bool b -> b
  | Str s -> s
  | Lift v -> v
  | Add (a, b) -> eval a + eval b
  | Less (a, b) -> eval a < eval b
  | If (c, t, e) -> if eval c then eval t else eval e
  | Pair (a, b) -> (eval a, eval b)
  | Fst p -> fst (eval p)
  | Len s -> String.length (eval s)
  | Lam f -> fun x -> eval (f x)
  | App (f, x) -> (eval f) (eval x)

type _ ty =
  | TInt : int ty
  | TStr : string ty
  | TBool : bool ty
  | TList : 'a ty -> 'a list ty
  | TPair : 'a ty * 'b ty -> ('a * 'b) ty

type (_, _) eq = Refl : ('a, 'a) eq

let rec same : type a b. a ty -> b ty -> (a, b) eq option = fun a b ->
  match a, b with
  | TInt, TInt -> Some Refl
  | TStr, TStr -> Some Refl
  | TBool, TBool -> Some Refl
  | TList a, TList b -> (match same a b with Some Refl -> Some Refl | None -> None)
  | TPair (a, b), TPair (c, d) ->
    (match same a c, same b d with Some Refl, Some Refl -> Some Refl | _ -> None)
  | _ -> None

let rec show : type a. a ty -> a -> string = fun ty v ->
  match ty with
  | TInt -> string_of_int v
  | TStr -> Printf.sprintf "%S" v
  | TBool -> string_of_bool v
  | TList t -> "[" ^ String.concat "; " (List.map (show t) v) ^ "]"
  | TPair (a, b) -> let x, y = v in "(" ^ show a x ^ ", " ^ show b y ^ ")"

type dyn = Dyn : 'a ty * 'a -> dyn
let cast : type a. a ty -> dyn -> a option = fun ty (Dyn (ty', v)) ->
  match same ty' ty with Some Refl -> Some v | None -> None

type zero = Zero and 'n succ = Succ of 'n
type (_, 'a) vec = [] : (zero, 'a) vec | ( :: ) : 'a * ('n, 'a) vec -> ('n succ, 'a) vec
let head : type n. (n succ, 'a) vec -> 'a = fun (x :: _) -> x
let rec zip : type n. (n, 'a) vec -> (n, 'b) vec -> (n, 'a * 'b) vec = fun a b ->
  match a, b with [], [] -> [] | x :: a, y :: b -> (x, y) :: zip a b
let rec to_list : type n. (n, 'a) vec -> 'a list = function [] -> List.[] | x :: v -> List.cons x (to_list v)

type (_, _) fmt =
  | End : ('r, 'r) fmt
  | Lit : string * ('f, 'r) fmt -> ('f, 'r) fmt
  | D : ('f, 'r) fmt -> (int -> 'f, 'r) fmt
  | S : ('f, 'r) fmt -> (string -> 'f, 'r) fmt
let rec format : type f r. (f, r) fmt -> string -> (string -> r) -> f = fun fmt acc k ->
  match fmt with
  | End -> Obj.magic (k acc)
  | Lit (s, f) -> format f (acc ^ s) k
  | D f -> fun n -> format f (acc ^ string_of_int n) k
  | S f -> fun s -> format f (acc ^ s) k

let () =
  let e = If (Less (Int 3, Add (Int 1, Int 1)), Str "yes", Str "no") in
  Printf.printf "%s %d\n" (eval e) (eval (Len e));
  Printf.printf "%d %B\n" (eval (Fst (Pair (Add (Int 40, Int 2), Bool true)))) (eval (Less (Int 1, Len (Str "ab"))));
  let add = Lam (fun x -> Lam (fun y -> Add (Lift x, Lift y))) in
  Printf.printf "%d %d\n" (eval (App (App (add, Int 20), Int 22))) ((eval add) 1 2);
  let ty = TList (TPair (TInt, TPair (TStr, TBool))) in
  print_endline (show ty List.[ (1, ("a", true)); (2, ("b\n", false)) ]);
  let all = List.[ Dyn (TInt, 5); Dyn (TStr, "five"); Dyn (TList TInt, [1; 2]); Dyn (TPair (TInt, TBool), (1, true)) ] in
  List.iter (fun (Dyn (t, v) as d) ->
      Printf.printf "%s int:%s list:%B\n" (show t v)
        (match cast TInt d with Some n -> string_of_int n | None -> "-")
        (cast (TList TInt) d <> None)) all;
  let v = 1 :: 2 :: 3 :: [] and w = "x" :: "y" :: "z" :: [] in
  Printf.printf "%d %s\n" (head v) (String.concat "," (List.map (fun (n, s) -> s ^ string_of_int n) (to_list (zip v w))));
  print_endline (format (Lit ("n=", D (Lit (" s=", S End)))) "" (fun s -> s) 42 "forty-two")
