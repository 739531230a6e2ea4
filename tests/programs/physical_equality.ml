(* == and != on immediates, blocks, strings kept in variables, constant and
   functional constructors, sharing through updates and containers. *)

type t = K0 | K1 | N of int | R of { mutable v : int }
type record = { a : int list; b : string; c : record option }

let rec update x y = function [] -> [] | z :: r as l -> if z = x then y :: r else let r' = update x y r in if r' == r then l else z :: r'

let rec map_shared f = function
  | [] -> []
  | x :: r as l ->
    let x' = f x in
    let r' = map_shared f r in
    if x == x' && r == r' then l else x' :: r'

let memq_index x l =
  let rec go i = function [] -> -1 | y :: r -> if x == y then i else go (i + 1) r in
  go 0 l

let p name b = Printf.printf "%-14s %B\n" name b

let () =
  p "ints" (3 + 4 == 7);
  p "ints differ" (3 == 4);
  p "int !=" (3 != 4);
  p "chars" (Char.chr 65 == 'A');
  p "bools" ((1 < 2) == true);
  p "units" (() == ignore 1);
  p "constants" (K0 == K0 && K0 != K1);
  p "empty lists" (([] : int list) == List.tl [1]);
  p "none" ((None : int option) == None);
  let n = N 1 in
  p "same block" (n == n);
  p "equal blocks" (Sys.opaque_identity (N (Sys.opaque_identity 1)) == n);
  p "structurally" (N 1 = n);
  let r = R { v = 1 } in
  let s = r in
  (match s with R x -> x.v <- 2 | _ -> ());
  p "alias" (r == s && r = R { v = 2 });
  let str = String.make 3 'x' in
  let str2 = str in
  p "string alias" (str == str2);
  let pair = (str, str) in
  p "in a tuple" (fst pair == snd pair);
  let l = [1; 2; 3; 4] in
  p "update none" (update 9 0 l == l);
  let l2 = update 3 33 l in
  p "update shares" (List.tl (List.tl (List.tl l)) == List.tl (List.tl (List.tl l2)));
  p "update copies" (l2 == l);
  p "map_shared id" (map_shared (fun x -> x) l == l);
  p "map_shared" (map_shared (fun x -> if x = 2 then 20 else x) l == l);
  let refs = [ref 1; ref 1; ref 1] in
  Printf.printf "memq %d %d\n" (memq_index (List.nth refs 1) refs) (memq_index (ref 1) refs);
  let base = { a = l; b = str; c = None } in
  let upd = { base with c = Some base } in
  p "with shares" (upd.a == base.a && upd.b == base.b);
  p "with is new" (upd == base);
  p "inner" ((match upd.c with Some x -> x | None -> upd) == base);
  let arr = [| base; upd |] in
  let cp = Array.copy arr in
  p "array copy" (cp == arr);
  p "elements" (cp.(0) == arr.(0));
  let f = fun x -> x + List.length refs in
  let g = f in
  p "closures" (f == g);
  let e = Failure (String.make 2 'e') in
  p "exceptions" (try raise e with x -> x == e);
  let q = Queue.create () in
  Queue.add base q;
  p "queue" (Queue.pop q == base);
  let h = Hashtbl.create 4 in
  Hashtbl.add h "k" base;
  p "hashtbl" (Hashtbl.find h "k" == base);
  p "lazy" (let z = lazy (ref 5) in Lazy.force z == Lazy.force z);
  p "option" (let o = Some base in (match o with Some b -> b == base | None -> false));
  p "append" (let t = [3; 4] in List.tl (List.tl ([1; 2] @ t)) == t);
  p "objects" (let o = object end in o == o && o <> object end)
