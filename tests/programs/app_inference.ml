(* Hindley-Milner type inference: unification with levels-free generalisation,
   occurs check, let polymorphism, printing of types, errors. *)

type ty = TVar of tvar ref | TCon of string * ty list
and tvar = Unbound of int | Link of ty
type scheme = Forall of int list * ty

type expr =
  | Var of string | Int of int | Bool of bool
  | Lam of string * expr | App of expr * expr
  | Let of string * expr * expr | LetRec of string * expr * expr
  | If of expr * expr * expr | Pair of expr * expr | Nil | Cons of expr * expr

exception Type_error of string

let counter = ref 0
let fresh () = incr counter; TVar (ref (Unbound !counter))
let ( @-> ) a b = TCon ("->", [a; b])
let int = TCon ("int", []) and bool = TCon ("bool", [])
let list t = TCon ("list", [t]) and pair a b = TCon ("*", [a; b])

let rec repr = function
  | TVar ({ contents = Link t } as r) -> let t = repr t in r := Link t; t
  | t -> t

let show t =
  let names = Hashtbl.create 8 in
  let name id = match Hashtbl.find_opt names id with
    | Some n -> n
    | None -> let n = "'" ^ String.make 1 (Char.chr (97 + Hashtbl.length names)) in Hashtbl.add names id n; n in
  let rec go prec t = match repr t with
    | TVar { contents = Unbound id } -> name id
    | TVar { contents = Link t } -> go prec t
    | TCon ("->", [a; b]) -> let l = go 1 a in let s = l ^ " -> " ^ go 0 b in if prec > 0 then "(" ^ s ^ ")" else s
    | TCon ("*", [a; b]) -> let l = go 2 a in let s = l ^ " * " ^ go 2 b in if prec > 1 then "(" ^ s ^ ")" else s
    | TCon (c, []) -> c
    | TCon (c, args) -> String.concat " " (List.map (go 3) args) ^ " " ^ c in
  go 0 t

let rec occurs id t = match repr t with TVar { contents = Unbound id' } -> id = id' | TVar _ -> false | TCon (_, l) -> List.exists (occurs id) l

let rec unify a b =
  let a = repr a and b = repr b in
  if a == b then ()
  else match a, b with
    | TVar ({ contents = Unbound id } as r), t | t, TVar ({ contents = Unbound id } as r) ->
      if occurs id t then raise (Type_error ("cyclic type: " ^ show (pair a b)));
      r := Link t
    | TCon (c, l), TCon (d, m) when c = d && List.length l = List.length m -> List.iter2 unify l m
    | _ -> raise (Type_error (Printf.sprintf "%s is not %s" (show a) (show b)))

let rec free t = match repr t with TVar { contents = Unbound id } -> [id] | TVar _ -> [] | TCon (_, l) -> List.concat_map free l
let free_scheme (Forall (vs, t)) = List.filter (fun v -> not (List.mem v vs)) (free t)
let generalise env t =
  let bound = List.concat_map (fun (_, s) -> free_scheme s) env in
  Forall (List.sort_uniq compare (List.filter (fun v -> not (List.mem v bound)) (free t)), t)
let instantiate (Forall (vs, t)) =
  let map = List.map (fun v -> (v, fresh ())) vs in
  let rec go t = match repr t with
    | TVar { contents = Unbound id } as t -> (match List.assoc_opt id map with Some t' -> t' | None -> t)
    | TCon (c, l) -> TCon (c, List.map go l)
    | t -> t in
  go t

let rec infer env = function
  | Int _ -> int
  | Bool _ -> bool
  | Nil -> list (fresh ())
  | Var x -> (match List.assoc_opt x env with Some s -> instantiate s | None -> raise (Type_error ("unbound " ^ x)))
  | Lam (x, e) -> let a = fresh () in let r = infer ((x, Forall ([], a)) :: env) e in a @-> r
  | App (f, e) -> let tf = infer env f in let te = infer env e in let r = fresh () in unify tf (te @-> r); r
  | Let (x, e, b) -> let t = infer env e in infer ((x, generalise env t) :: env) b
  | LetRec (f, e, b) -> let t = fresh () in unify t (infer ((f, Forall ([], t)) :: env) e); infer ((f, generalise env t) :: env) b
  | If (c, t, e) -> unify (infer env c) bool; let a = infer env t in unify a (infer env e); a
  | Pair (a, b) -> let ta = infer env a in pair ta (infer env b)
  | Cons (h, t) -> let th = infer env h in let tt = infer env t in unify tt (list th); tt

let base =
  let a = fresh () and b = fresh () in
  let poly t = generalise [] t in
  [ ("+", poly (int @-> int @-> int)); ("=", poly (a @-> a @-> bool)); ("fst", poly (pair a b @-> a)); ("snd", poly (pair a b @-> b));
    ("hd", poly (list a @-> a)); ("tl", poly (list a @-> list a)); ("null", poly (list a @-> bool)) ]

let app f l = List.fold_left (fun f x -> App (f, x)) f l
let v x = Var x
let map = Lam ("f", Lam ("l", If (App (v "null", v "l"), Nil, Cons (App (v "f", App (v "hd", v "l")), app (v "map") [v "f"; App (v "tl", v "l")]))))

let () =
  List.iter
    (fun (name, e) ->
      match infer base e with
      | t -> Printf.printf "%s : %s\n" name (show t)
      | exception Type_error m -> Printf.printf "%s ! %s\n" name m)
    [ ("int", Int 1); ("id", Lam ("x", v "x")); ("const", Lam ("x", Lam ("y", v "x")));
      ("compose", Lam ("f", Lam ("g", Lam ("x", App (v "f", App (v "g", v "x"))))));
      ("s", Lam ("x", Lam ("y", Lam ("z", app (v "x") [v "z"; App (v "y", v "z")]))));
      ("poly let", Let ("id", Lam ("x", v "x"), Pair (App (v "id", Int 1), App (v "id", Bool true))));
      ("mono lambda", Lam ("id", Pair (App (v "id", Int 1), App (v "id", Bool true))));
      ("omega", Lam ("x", App (v "x", v "x"))); ("map", LetRec ("map", map, v "map"));
      ("map use", LetRec ("map", map, app (v "map") [Lam ("x", Pair (v "x", v "x")); Cons (Int 1, Nil)]));
      ("not a function", App (Int 1, Int 2)); ("if", If (Int 1, Int 2, Int 3)); ("branches", If (Bool true, Int 2, Nil));
      ("swap", Lam ("p", Pair (App (v "snd", v "p"), App (v "fst", v "p")))); ("unbound", v "nope");
      ("sum", LetRec ("sum", Lam ("l", If (App (v "null", v "l"), Int 0, app (v "+") [App (v "hd", v "l"); App (v "sum", App (v "tl", v "l"))])), v "sum"));
      ("shadow", Lam ("x", Let ("y", v "x", Lam ("x", app (v "=") [v "x"; v "y"])))); ("mixed list", Cons (Int 1, Cons (Bool true, Nil)));
      ("twice", Let ("twice", Lam ("f", Lam ("x", App (v "f", App (v "f", v "x")))), app (v "twice") [v "twice"; App (v "+", Int 1); Int 0])) ]
