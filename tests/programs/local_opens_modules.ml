(* let open, M.(...), local modules, modules in functions that capture their
   arguments, types local to functions, module aliases, nested paths. *)

module Sig = struct module type S = sig val v : string val f : int -> int end end

module Geometry = struct
  type point = { x : int; y : int }
  let origin = { x = 0; y = 0 }
  let make x y = { x; y }
  module Ops = struct
    let add a b = { x = a.x + b.x; y = a.y + b.y }
    let scale k p = { x = k * p.x; y = k * p.y }
    module Show = struct let point p = Printf.sprintf "(%d,%d)" p.x p.y end
  end
end

module G = Geometry
module Show = G.Ops.Show

let counter_module start =
  let module C = struct
    let n = ref start
    let next () = incr n; !n
    module Inner = struct let peek () = !n + 0 let reset () = n := start end
  end in
  (C.next, C.Inner.peek, C.Inner.reset)

let sum_with (type a) (module N : Set.OrderedType with type t = a) (items : a list) =
  let module S = Set.Make (N) in
  let s = S.of_list items in
  (S.cardinal s, S.elements s)

let shadow_list l =
  let open List in
  let length = length l * 100 in
  length + List.length l + fold_left ( + ) 0 l

let choose b =
  let module Yes = struct let v = "yes" let f x = x + 1 end in
  let module No = struct let v = "no" let f x = x - 1 end in
  let module P = (val (if b then (module Yes : Sig.S) else (module No : Sig.S)) : Sig.S) in
  (P.v, P.f 10)

let () =
  let open Geometry in
  let p = make 3 4 in
  print_endline (Show.point (Ops.add p origin));
  print_endline Ops.(Show.point (add p (scale 2 p)));
  print_endline G.Ops.Show.(point p);
  let q = G.{ x = 10; y = 20 } in
  Printf.printf "%d %d\n" q.x G.(q.x + q.y);
  (match q with G.{ x; y = 20 } -> Printf.printf "matched %d\n" x | _ -> print_endline "no");
  let next, peek, reset = counter_module 5 and next2, _, _ = counter_module 50 in
  ignore (next ());
  ignore (next2 ());
  Printf.printf "%d %d " (next ()) (next2 ());
  Printf.printf "%d " (peek ());
  reset ();
  Printf.printf "%d\n" (peek ());
  let n, l = sum_with (module String) ["b"; "a"; "b"] in
  Printf.printf "%d %s\n" n (String.concat "" l);
  let n, l = sum_with (module Int) [3; 1; 3; 2] in
  Printf.printf "%d %s\n" n (String.concat "" (List.map string_of_int l));
  Printf.printf "%d\n" (shadow_list [1; 2; 3]);
  let v, n = choose true and v', n' = choose false in
  Printf.printf "%s %d %s %d\n" v n v' n';
  let module Acc = struct
    type t = Empty | More of int * t
    let rec total = function Empty -> 0 | More (n, rest) -> n + total rest
    let rec of_list = function [] -> Empty | x :: l -> More (x, of_list l)
  end in
  Printf.printf "%d\n" Acc.(total (of_list [1; 2; 3; 4]));
  let module M = struct
    let () = print_endline "local module evaluated"
    let table = Array.init 5 (fun i -> i * i)
    include Geometry.Ops
  end in
  Printf.printf "%d %s\n" M.table.(3) (Show.point (M.scale M.table.(2) p));
  for i = 1 to 3 do
    let module L = struct let square = i * i let () = if i = 2 then print_string "two! " end in
    Printf.printf "%d " L.square
  done;
  print_newline ();
  let rec build depth =
    let module Level = struct let name = String.make depth '*' end in
    if depth = 0 then [] else Level.name :: build (depth - 1)
  in
  print_endline (String.concat " " (build 4));
  Printf.printf "%s\n" String.(concat "-" (List.map uppercase_ascii ["a"; "b"]));
  Printf.printf "%d\n" Stdlib.(List.length [1; 2; 3] + max 1 2)
