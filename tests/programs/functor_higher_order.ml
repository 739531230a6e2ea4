(* Functors that take functors, generative functors, functors returning
   functors, and module type abstraction. *)

module type S = sig type t val zero : t val plus : t -> t -> t val show : t -> string end
module type TRANS = functor (M : S) -> S

module Ints = struct type t = int let zero = 0 let plus = ( + ) let show = string_of_int end
module Strings = struct type t = string let zero = "" let plus = ( ^ ) let show s = Printf.sprintf "%S" s end

module Double (M : S) : S with type t = M.t * M.t = struct
  type t = M.t * M.t
  let zero = (M.zero, M.zero)
  let plus (a, b) (c, d) = (M.plus a c, M.plus b d)
  let show (a, b) = Printf.sprintf "<%s|%s>" (M.show a) (M.show b)
end

module Opt (M : S) : S with type t = M.t option = struct
  type t = M.t option
  let zero = None
  let plus a b = match a, b with None, x | x, None -> x | Some a, Some b -> Some (M.plus a b)
  let show = function None -> "-" | Some x -> "+" ^ M.show x
end

(* Functors of functors. *)
module Twice (F : TRANS) (M : S) = F (F (M))
module Compose (F : TRANS) (G : TRANS) (M : S) = F (G (M))
module Both (F : functor (M : S) -> S with type t = M.t option) = struct
  module A = F (Ints)
  module B = F (Strings)
  let run () = A.show (A.plus (Some 1) (Some 2)) ^ B.show (B.plus (Some "a") None)
end

module Sum (M : S) = struct
  let sum l = List.fold_left M.plus M.zero l
  let show l = M.show (sum l)
end

module OO = Opt (Opt (Ints))
module DO = Double (Opt (Ints))
module T = Twice (Opt) (Ints)
module C = Compose (Double) (Opt) (Strings)
module B = Both (Opt)

(* Generative: each application makes a fresh state and a fresh exception. *)
module Fresh () = struct
  exception Mine of int
  let n = ref 0
  let tick () = incr n; !n
  let test f = try f () with Mine k -> Printf.sprintf "mine %d" k
end
module F1 = Fresh ()
module F2 = Fresh ()

(* A functor that returns a functor, partially applied. *)
module Curry (A : S) = functor (B : S) -> struct
  let show a b = A.show a ^ "&" ^ B.show b
end
module With_int = Curry (Ints)
module Int_str = With_int (Strings)
module Int_int = With_int (Ints)

module type MONAD = sig type 'a t val return : 'a -> 'a t val bind : 'a t -> ('a -> 'b t) -> 'b t end
module Monad_utils (M : MONAD) = struct
  let rec map_m f = function
    | [] -> M.return []
    | x :: l -> M.bind (f x) (fun y -> M.bind (map_m f l) (fun ys -> M.return (y :: ys)))
  let rec fold_m f acc = function [] -> M.return acc | x :: l -> M.bind (f acc x) (fun a -> fold_m f a l)
end
module Option_m = Monad_utils (struct type 'a t = 'a option let return x = Some x let bind = Option.bind end)
module List_m = Monad_utils (struct type 'a t = 'a list let return x = [x] let bind l f = List.concat_map f l end)
module State = struct
  type 'a t = int -> 'a * int
  let return x s = (x, s)
  let bind m f s = let x, s = m s in f x s
end
module State_m = Monad_utils (State)

let () =
  let module S1 = Sum (OO) in
  let module S2 = Sum (DO) in
  print_endline (S1.show [Some (Some 1); None; Some None; Some (Some 41)]);
  print_endline (S2.show [(Some 1, None); (Some 2, None); (None, None)]);
  print_endline (T.show T.zero);
  print_endline (C.show (C.plus C.zero C.zero));
  print_endline (B.run ());
  Printf.printf "%d %d %d\n" (F1.tick ()) (F1.tick ()) (F2.tick ());
  print_endline (F1.test (fun () -> raise (F1.Mine 1)));
  print_endline (F1.test (fun () -> F2.test (fun () -> raise (F1.Mine 2)) ^ " caught inside"));
  print_endline (Int_str.show 1 "x" ^ Int_int.show 2 3);
  (match Option_m.map_m (fun x -> if x > 0 then Some (x * 2) else None) [1; 2; 3] with
   | Some l -> print_endline (String.concat "," (List.map string_of_int l))
   | None -> print_endline "none");
  Printf.printf "%B\n" (Option_m.map_m (fun x -> if x > 1 then Some x else None) [1; 2] = None);
  List.iter (fun l -> Printf.printf "[%s]" (String.concat "" l)) (List_m.map_m (fun x -> [x; x ^ "'"]) ["a"; "b"; "c"]);
  print_newline ();
  let l, s = State_m.map_m (fun x s -> (x * s, s + 1)) [10; 20; 30] 1 in
  let total, n = State_m.fold_m (fun a x s -> (a + x, s * 2)) 0 l s in
  Printf.printf "%d %d\n" total n
