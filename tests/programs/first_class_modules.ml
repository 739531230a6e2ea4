(* Modules packed as values: in lists and tables, unpacked locally, chosen at
   run time, as functor arguments and results, with type equalities. *)

module type SHAPE = sig
  val name : string
  val area : int -> int -> int
end

let shapes : (module SHAPE) list =
  [ (module struct let name = "rectangle" let area = ( * ) end);
    (module struct let name = "triangle" let area a b = a * b / 2 end);
    (module struct let name = "frame" let area a b = (a * b) - ((a - 2) * (b - 2)) end) ]

let describe (module S : SHAPE) a b = Printf.sprintf "%s %d" S.name (S.area a b)

module type COLLECTION = sig
  type 'a t
  val name : string
  val create : unit -> 'a t
  val put : 'a -> 'a t -> unit
  val take : 'a t -> 'a
end

module Stack_c = struct include Stack let name = "stack" let put = push let take = pop end
module Queue_c = struct include Queue let name = "queue" let put = add let take = pop end

let drain (module C : COLLECTION) l =
  let c = C.create () in
  List.iter (fun x -> C.put x c) l;
  C.name ^ ":" ^ String.concat "" (List.map (fun _ -> C.take c) l)

(* A comparison function becomes a module, then a set. *)
module type ORD = sig type t val compare : t -> t -> int end

let sort_unique (type a) (cmp : a -> a -> int) (l : a list) =
  let module S = Set.Make (struct type t = a let compare = cmp end) in
  S.elements (S.of_list l)

let make_ord (type a) (cmp : a -> a -> int) : (module ORD with type t = a) =
  (module struct type t = a let compare = cmp end)

let maximum (type a) (module O : ORD with type t = a) (l : a list) =
  match l with
  | [] -> None
  | x :: l -> Some (List.fold_left (fun m x -> if O.compare x m > 0 then x else m) x l)

(* Existential: the type stays hidden in the package. *)
module type BOX = sig type t val value : t val show : t -> string val twice : t -> t end
let boxes : (module BOX) array =
  [| (module struct type t = int let value = 21 let show = string_of_int let twice x = x * 2 end);
     (module struct type t = string let value = "ab" let show x = x let twice x = x ^ x end);
     (module struct
       type t = int list
       let value = [1; 2]
       let show l = String.concat ";" (List.map string_of_int l)
       let twice l = l @ l
     end) |]

module Logger (P : sig val prefix : string end) = struct
  let lines = ref []
  let log s = lines := (P.prefix ^ s) :: !lines
end
module type LOG = sig val lines : string list ref val log : string -> unit end
let logger prefix = (module Logger (struct let prefix = prefix end) : LOG)

let plugins : (string, (module SHAPE)) Hashtbl.t = Hashtbl.create 8

let () =
  List.iter (fun s -> print_endline (describe s 6 4)) shapes;
  List.iter
    (fun s -> let module S = (val s : SHAPE) in Hashtbl.replace plugins S.name s)
    shapes;
  (match Hashtbl.find_opt plugins "triangle" with
   | Some (module T) -> Printf.printf "found %s %d\n" T.name (T.area 10 10)
   | None -> print_endline "missing");
  let implementations : (module COLLECTION) list = [(module Stack_c); (module Queue_c)] in
  List.iter (fun c -> print_endline (drain c ["a"; "b"; "c"; "d"])) implementations;
  List.iter (Printf.printf "%d ") (sort_unique compare [3; 1; 2; 3; 1]);
  List.iter (Printf.printf "%s ") (sort_unique (fun a b -> compare b a) ["x"; "z"; "y"; "x"]);
  print_newline ();
  let by_length = make_ord (fun a b -> compare (String.length a) (String.length b)) in
  (match maximum by_length ["a"; "ccc"; "bb"; "ddd"] with
   | Some s -> print_endline s
   | None -> print_endline "empty");
  Array.iter (fun (module B : BOX) -> print_endline (B.show (B.twice (B.twice B.value)))) boxes;
  let (module A) = logger "a:" and (module B) = logger "b:" in
  A.log "one"; B.log "two"; A.log "three";
  print_endline (String.concat "," (!A.lines @ !B.lines))
