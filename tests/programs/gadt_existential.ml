(* Existential types: hidden state machines, heterogeneous lists and maps with
   typed keys, a typed stack machine, rank-2 polymorphic record fields. *)

type stream = Stream : { state : 's; next : 's -> (int * 's) option } -> stream

let from_list l = Stream { state = l; next = (function [] -> None | x :: r -> Some (x, r)) }
let range a b = Stream { state = a; next = (fun i -> if i > b then None else Some (i, i + 1)) }
let map f (Stream s) =
  Stream { s with next = (fun st -> Option.map (fun (x, st) -> (f x, st)) (s.next st)) }
let zip_with f (Stream a) (Stream b) =
  Stream
    { state = (a.state, b.state);
      next = (fun (x, y) ->
          match a.next x, b.next y with
          | Some (u, x), Some (v, y) -> Some (f u v, (x, y))
          | _ -> None) }
let to_list (Stream s) =
  let rec go acc st = match s.next st with None -> List.rev acc | Some (x, st) -> go (x :: acc) st in
  go [] s.state

type hlist = Nil : hlist | Cons : 'a * ('a -> string) * hlist -> hlist
let rec render = function Nil -> "" | Cons (x, f, rest) -> f x ^ ";" ^ render rest

(* Typed keys by extensible GADT. *)
module Key = struct
  type _ witness = ..
  type ('a, 'b) eq = Refl : ('a, 'a) eq
  module type S = sig type t type _ witness += W : t witness val name : string end
  type 'a t = (module S with type t = 'a)
  let create (type a) name : a t =
    (module struct type t = a type _ witness += W : a witness let name = name end)
  let name (type a) (module K : S with type t = a) = K.name
  let equal (type a b) (module A : S with type t = a) (module B : S with type t = b) : (a, b) eq option =
    match A.W with B.W -> Some Refl | _ -> None
end
type binding = Binding : 'a Key.t * 'a -> binding
let rec find : type a. a Key.t -> binding list -> a option = fun k -> function
  | [] -> None
  | Binding (k', v) :: rest -> (match Key.equal k' k with Some Key.Refl -> Some v | None -> find k rest)

(* A stack machine whose programs cannot underflow. *)
type (_, _) code =
  | Halt : ('s, 's) code
  | Push : int * (int * 's, 't) code -> ('s, 't) code
  | Bin : (int -> int -> int) * (int * 's, 't) code -> (int * (int * 's), 't) code
  | Test : ((bool * 's), 't) code -> (int * 's, 't) code
  | Choose : ('s, 'u) code * ('s, 'u) code * ('u, 't) code -> (bool * 's, 't) code
let rec run : type s t. (s, t) code -> s -> t = fun c s ->
  match c, s with
  | Halt, s -> s
  | Push (n, k), s -> run k (n, s)
  | Bin (f, k), (b, (a, s)) -> run k (f a b, s)
  | Test k, (n, s) -> run k (n > 0, s)
  | Choose (a, b, k), (c, s) -> run k (run (if c then a else b) s)

type poly = { apply : 'a. 'a list -> 'a list }
let use p = (p.apply [1; 2; 3], p.apply ["a"; "b"; "c"])

type any = Any : 'a * ('a -> 'a -> int) * ('a -> int) -> any
let measure (Any (x, cmp, f)) = f x + cmp x x

let () =
  let p l = print_endline (String.concat " " (List.map string_of_int l)) in
  p (to_list (range 1 5));
  p (to_list (map (fun x -> x * x) (from_list [3; 1; 4])));
  p (to_list (zip_with ( + ) (range 10 20) (map (( * ) 100) (from_list [1; 2; 3]))));
  print_endline (render (Cons (1, string_of_int, Cons ("s", (fun s -> s), Cons (true, string_of_bool, Nil)))));
  let age : int Key.t = Key.create "age" and nick : string Key.t = Key.create "nick" in
  let size : int Key.t = Key.create "size" in
  let env = [Binding (age, 41); Binding (nick, "bo"); Binding (age, 99)] in
  let show = function Some n -> string_of_int n | None -> "none" in
  Printf.printf "%s=%s %s=%s %s=%s\n" (Key.name age) (show (find age env)) (Key.name size)
    (show (find size env)) (Key.name nick) (Option.value ~default:"none" (find nick env));
  let prog n = Push (n, Push (6, Bin (( - ), Test (Choose (Push (1, Halt), Push (2, Halt), Push (10, Bin (( * ), Halt))))))) in
  let (a, ()) = run (prog 9) () and (b, ()) = run (prog 2) () in
  Printf.printf "%d %d\n" a b;
  let l, s = use { apply = List.rev } in
  p l;
  print_endline (String.concat "" s);
  let l, s = use { apply = (fun l -> l @ l) } in
  Printf.printf "%d %d\n" (List.length l) (List.length s);
  List.iter (fun a -> Printf.printf "%d " (measure a)) [Any (5, compare, succ); Any ("abc", compare, String.length)];
  print_newline ()
