(* Hindley-Milner type inference with levels: mutable type variables, unification, environments in a Map *)
type expression =
  | Var of string
  | Lambda of string * expression
  | Apply of expression * expression
  | Let of string * expression * expression
  | Letrec of string * expression * expression
  | If of expression * expression * expression
  | Number of int
  | Pair of expression * expression

type typ =
  | Constructor of string * typ list
  | Arrow of typ * typ
  | Variable of variable ref

and variable =
  | Unbound of int * int
  | Link of typ
  | Generic of int

exception Mismatch of typ * typ
exception Occurs
exception Unknown of string

module Env = Map.Make (String)

let next = ref 0
let fresh_id () = incr next; !next
let fresh level = Variable (ref (Unbound (fresh_id (), level)))
let int_type = Constructor ("int", [])
let bool_type = Constructor ("bool", [])

let rec shorten = function
  | Variable ({ contents = Link t } as cell) ->
    let t = shorten t in
    cell := Link t;
    t
  | t -> t

let rec adjust cell level t =
  match shorten t with
  | Variable other ->
    if other == cell then raise Occurs;
    (match !other with
     | Unbound (id, its_level) -> if its_level > level then other := Unbound (id, level)
     | Generic _ | Link _ -> assert false)
  | Arrow (a, b) -> adjust cell level a; adjust cell level b
  | Constructor (_, parts) -> List.iter (adjust cell level) parts

let rec unify a b =
  let a = shorten a and b = shorten b in
  if a != b then
    match (a, b) with
    | Variable ({ contents = Unbound (_, level) } as cell), t | t, Variable ({ contents = Unbound (_, level) } as cell) ->
      (match t with Variable other when other == cell -> () | _ -> adjust cell level t; cell := Link t)
    | Arrow (a1, a2), Arrow (b1, b2) -> unify a1 b1; unify a2 b2
    | Constructor (m, xs), Constructor (n, ys) when m = n && List.compare_lengths xs ys = 0 -> List.iter2 unify xs ys
    | _ -> raise (Mismatch (a, b))

let rec generalize level t =
  match shorten t with
  | Variable { contents = Unbound (id, its_level) } when its_level > level -> Variable (ref (Generic id))
  | Arrow (a, b) -> Arrow (generalize level a, generalize level b)
  | Constructor (name, parts) -> Constructor (name, List.map (generalize level) parts)
  | t -> t

let instantiate level t =
  let table = Hashtbl.create 8 in
  let rec copy t =
    match shorten t with
    | Variable { contents = Generic id } ->
      (match Hashtbl.find_opt table id with
       | Some t -> t
       | None ->
         let t = fresh level in
         Hashtbl.add table id t;
         t)
    | Arrow (a, b) -> Arrow (copy a, copy b)
    | Constructor (name, parts) -> Constructor (name, List.map copy parts)
    | t -> t
  in
  copy t

let rec infer env level = function
  | Number _ -> int_type
  | Var name ->
    (match Env.find name env with t -> instantiate level t | exception Not_found -> raise (Unknown name))
  | Lambda (name, body) ->
    let argument = fresh level in
    Arrow (argument, infer (Env.add name argument env) level body)
  | Apply (f, x) ->
    let f_type = infer env level f in
    let x_type = infer env level x in
    let result = fresh level in
    unify f_type (Arrow (x_type, result));
    result
  | Let (name, bound, body) ->
    let t = generalize level (infer env (level + 1) bound) in
    infer (Env.add name t env) level body
  | Letrec (name, bound, body) ->
    let self = fresh (level + 1) in
    let t = infer (Env.add name self env) (level + 1) bound in
    unify self t;
    infer (Env.add name (generalize level t) env) level body
  | If (condition, yes, no) ->
    unify (infer env level condition) bool_type;
    let t = infer env level yes in
    unify t (infer env level no);
    t
  | Pair (a, b) ->
    let a = infer env level a in
    Constructor ("*", [ a; infer env level b ])

let to_string t =
  let names = Hashtbl.create 8 in
  let name id =
    match Hashtbl.find_opt names id with
    | Some name -> name
    | None ->
      let name = Printf.sprintf "'%c" (Char.chr (97 + (Hashtbl.length names mod 26))) in
      Hashtbl.add names id name;
      name
  in
  let rec show nested t =
    match shorten t with
    | Variable { contents = Unbound (id, _) | Generic id } -> name id
    | Variable { contents = Link t } -> show nested t
    | Constructor ("*", [ a; b ]) ->
      let a = show true a in
      Printf.sprintf "(%s * %s)" a (show true b)
    | Constructor (name, []) -> name
    | Constructor (name, parts) -> String.concat " " (List.map (show true) parts) ^ " " ^ name
    | Arrow (a, b) ->
      let a = show true a in
      let text = a ^ " -> " ^ show false b in
      if nested then "(" ^ text ^ ")" else text
  in
  show false t

let rec apply f = function [] -> f | x :: rest -> apply (Apply (f, x)) rest
let rec lambda names body = match names with [] -> body | name :: rest -> Lambda (name, lambda rest body)
let v name = Var name

let prelude =
  let a = Variable (ref (Generic (fresh_id ()))) in
  let list = Constructor ("list", [ a ]) in
  List.fold_left (fun env (name, t) -> Env.add name t env) Env.empty
    [ ("+", Arrow (int_type, Arrow (int_type, int_type))); ("<", Arrow (int_type, Arrow (int_type, bool_type)));
      ("nil", list); ("cons", Arrow (a, Arrow (list, list))); ("hd", Arrow (list, a)); ("tl", Arrow (list, list));
      ("empty", Arrow (list, bool_type)) ]

let library body =
  let define name value rest = Let (name, value, rest) and fix name value rest = Letrec (name, value, rest) in
  define "id" (lambda [ "x" ] (v "x"))
  @@ define "compose" (lambda [ "f"; "g"; "x" ] (Apply (v "f", Apply (v "g", v "x"))))
  @@ fix "map"
       (lambda [ "f"; "l" ]
          (If (apply (v "empty") [ v "l" ], v "nil",
               apply (v "cons") [ Apply (v "f", apply (v "hd") [ v "l" ]);
                                  apply (v "map") [ v "f"; apply (v "tl") [ v "l" ] ] ])))
  @@ fix "fold"
       (lambda [ "f"; "a"; "l" ]
          (If (apply (v "empty") [ v "l" ], v "a",
               apply (v "fold") [ v "f"; apply (v "f") [ v "a"; apply (v "hd") [ v "l" ] ]; apply (v "tl") [ v "l" ] ])))
  @@ define "s" (lambda [ "x"; "y"; "z" ] (Apply (apply (v "x") [ v "z" ], Apply (v "y", v "z"))))
  @@ define "k" (lambda [ "x"; "y" ] (v "x"))
  @@ body

(* A chain of bindings, each with a type of its own to generalize. *)
let rec pairs n last =
  if n = 0 then last
  else Let ("p", lambda [ "x" ] (Pair (apply (v "compose") [ v "id"; v "id"; v "x" ], Apply (v "k", v "x"))), pairs (n - 1) last)

let samples =
  [ v "map"; v "fold"; v "s"; v "compose"; apply (v "s") [ v "k"; v "k" ];
    apply (v "map") [ apply (v "+") [ Number 1 ] ];
    lambda [ "l" ] (apply (v "fold") [ v "compose"; v "id"; v "l" ]);
    apply (v "compose") [ apply (v "map") [ v "hd" ]; apply (v "map") [ v "tl" ] ];
    lambda [ "x" ] (Apply (v "x", v "x"));
    apply (v "+") [ Number 1; v "nil" ]; v "missing";
    pairs 12 (apply (v "p") [ Number 1 ]);
    lambda [ "f"; "a"; "b" ]
      (If (apply (v "<") [ v "a"; v "b" ], Pair (v "a", apply (v "f") [ v "b" ]),
           Pair (v "b", apply (v "f") [ v "a" ]))) ]

let check sample =
  match infer prelude 0 (library sample) with
  | t -> to_string t
  | exception Mismatch (a, b) -> Printf.sprintf "%s is not %s" (to_string a) (to_string b)
  | exception Occurs -> "a cyclic type"
  | exception Unknown name -> "unknown " ^ name

let () =
  let total = ref 0 in
  for _ = 1 to 480 do
    List.iter (fun sample -> total := (!total + (7 * String.length (check sample))) land 0xFFFFFF) samples
  done;
  List.iter (fun sample -> print_endline (check sample)) samples;
  Printf.printf "%d %d\n" !total !next
