(* Include, module aliases, signature constraints that reorder and drop fields,
   effects at initialisation, submodules and local opens. *)

let () = print_endline "start"

module Base = struct
  let () = print_endline "base"
  let name = "base"
  let count = ref 0
  let hit () = incr count; !count
  let describe x = name ^ ":" ^ string_of_int x
  module Sub = struct let deep = [1; 2; 3] let rec len = function [] -> 0 | _ :: l -> 1 + len l end
  exception Problem of string
  type t = A | B of int
end

module Extended = struct
  include Base
  let () = print_endline "extended"
  let name = "extended"
  let describe x = describe (x * 2) ^ "/" ^ name
  module Sub = struct include Sub let deep = 0 :: deep end
end

module Twice = struct
  include Extended
  include (Base : sig val name : string val hit : unit -> int end)
  let both = name
end

(* A narrower signature with another order of fields. *)
module Narrow : sig
  val z : int
  val f : int -> int
  module Inner : sig val y : string end
  val a : string
end = struct
  let a = "a"
  let hidden = ref 40
  module Inner = struct let x = 1 let y = "inner" ^ string_of_int x end
  let f n = incr hidden; n + !hidden
  let unused = fun () -> a
  let z = f 1
  let _ = unused
end

module Alias = Narrow.Inner
module type WITH_NAME = sig val name : string end
let name_of (module M : WITH_NAME) = M.name

module List = struct
  include List
  let sum = fold_left ( + ) 0
  let rec last = function [] -> invalid_arg "last" | [x] -> x | _ :: l -> last l
  let map f l = Stdlib.List.map f (rev l)
end

module Vec = struct
  type t = { x : int; y : int }
  let make x y = { x; y }
  let ( + ) a b = { x = a.x + b.x; y = a.y + b.y }
  let ( * ) k a = { x = k * a.x; y = k * a.y }
  module Infix = struct let ( +! ) = ( + ) let ( |> ) a f = f a end
end

let () =
  print_endline (Base.describe 21);
  print_endline (Extended.describe 21);
  Printf.printf "%d %d %d %d\n" (Base.hit ()) (Extended.hit ()) (Twice.hit ()) !Base.count;
  Printf.printf "%s %s %s\n" Extended.name Twice.name Twice.both;
  Printf.printf "%d %d\n" (Base.Sub.len Base.Sub.deep) (Extended.Sub.len Extended.Sub.deep);
  (try raise (Extended.Problem "shared") with Base.Problem s -> print_endline s);
  Printf.printf "%B\n" (Base.B 1 = Twice.B 1 && Base.A <> Twice.B 0);
  Printf.printf "%d %d %s %s\n" Narrow.z (Narrow.f 10) Narrow.a Alias.y;
  Printf.printf "%s %s\n" (name_of (module Base)) (name_of (module Extended));
  Printf.printf "%d %d\n" (List.sum [1; 2; 3]) (List.last [7; 8; 9]);
  List.iter (Printf.printf "%d ") (List.map succ [1; 2; 3]);
  print_newline ();
  let v = Vec.(make 1 2 + (3 * make 10 20)) in
  Printf.printf "%d %d\n" v.Vec.x v.y;
  let open Vec.Infix in
  let w = v +! v |> fun a -> Vec.(2 * a) in
  Printf.printf "%d %d %d\n" w.Vec.x w.Vec.y (1 + 2);
  let module L = struct let secret = 5 include Base let total = secret + !count end in
  Printf.printf "%d %d\n" L.total (L.hit ())
