(* Functors: applied twice with separate state, nested, with several
   parameters, with sharing constraints, and a functor inside a functor. *)

module type ORD = sig type t val compare : t -> t -> int val show : t -> string end

module Make_set (O : ORD) = struct
  let created = ref 0
  type t = Empty | Node of t * O.t * t
  let empty = Empty
  let rec add x = function
    | Empty -> incr created; Node (Empty, x, Empty)
    | Node (l, y, r) as s ->
      let c = O.compare x y in
      if c = 0 then s else if c < 0 then Node (add x l, y, r) else Node (l, y, add x r)
  let rec elements = function Empty -> [] | Node (l, x, r) -> elements l @ (x :: elements r)
  let of_list l = List.fold_left (fun s x -> add x s) empty l
  let show s = "{" ^ String.concat ", " (List.map O.show (elements s)) ^ "}"
end

module Int_ord = struct type t = int let compare = compare let show = string_of_int end
module Str_ord = struct type t = string let compare = String.compare let show s = "'" ^ s ^ "'" end

module Reverse (O : ORD) = struct
  type t = O.t
  let compare a b = O.compare b a
  let show x = "~" ^ O.show x
end

module Pair (A : ORD) (B : ORD) = struct
  type t = A.t * B.t
  let compare (a, b) (c, d) = match A.compare a c with 0 -> B.compare b d | n -> n
  let show (a, b) = Printf.sprintf "(%s, %s)" (A.show a) (B.show b)
end

(* A functor whose body defines another functor over the outer parameter. *)
module Nested (O : ORD) = struct
  module Inner (P : sig val prefix : string end) = struct
    module Set = Make_set (struct include O let show x = P.prefix ^ O.show x end)
    let render l = Set.show (Set.of_list l)
  end
  module Plain = Inner (struct let prefix = "" end)
  module Starred = Inner (struct let prefix = "*" end)
end

module Ints = Make_set (Int_ord)
module Ints2 = Make_set (Int_ord)
module Strs = Make_set (Str_ord)
module Down = Make_set (Reverse (Int_ord))
module Twice = Make_set (Reverse (Reverse (Int_ord)))
module Pairs = Make_set (Pair (Int_ord) (Pair (Str_ord) (Reverse (Int_ord))))
module N = Nested (Str_ord)

module type COUNTER = sig val next : unit -> int end
module Counter (S : sig val start : int val step : int end) : COUNTER = struct
  let () = Printf.printf "counter from %d by %d\n" S.start S.step
  let n = ref (S.start - S.step)
  let next () = n := !n + S.step; !n
end
module C1 = Counter (struct let start = 10 let step = 5 end)
module C2 = Counter (struct let start = 10 let step = 5 end)

let local_functor n =
  let module M = Make_set (struct
      type t = int
      let compare a b = compare (a mod n) (b mod n)
      let show = string_of_int
    end) in
  M.show (M.of_list [1; 2; 3; 4; 5; 6; 7; 8; 9; 10])

let () =
  let s = Ints.of_list [5; 1; 4; 1; 5; 9; 2; 6] in
  print_endline (Ints.show s);
  Printf.printf "%d %d\n" !Ints.created !Ints2.created;
  print_endline (Ints2.show (Ints2.of_list [3; 2; 1]));
  Printf.printf "%d %d\n" !Ints.created !Ints2.created;
  print_endline (Strs.show (Strs.of_list ["pear"; "apple"; "fig"; "apple"]));
  print_endline (Down.show (Down.of_list [1; 3; 2]));
  print_endline (Twice.show (Twice.of_list [1; 3; 2]));
  print_endline (Pairs.show (Pairs.of_list [(1, ("b", 1)); (1, ("a", 2)); (0, ("z", 3)); (1, ("a", 9))]));
  print_endline (N.Plain.render ["y"; "x"]);
  print_endline (N.Starred.render ["y"; "x"; "y"]);
  Printf.printf "%d %d %d %d\n" (C1.next ()) (C1.next ()) (C2.next ()) (C1.next ());
  print_endline (local_functor 3);
  print_endline (local_functor 7)
