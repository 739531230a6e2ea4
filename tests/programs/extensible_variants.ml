(* Extensible variants: declared across modules, rebinding, matching with a
   default, and handlers registered for constructors at run time. *)

type event = ..
type event += Key of char | Click of int * int | Quit

module Net = struct
  type event += Packet of { from : string; size : int } | Closed
  let describe = function
    | Packet { from; size } -> Some (Printf.sprintf "packet %d from %s" size from)
    | Closed -> Some "closed"
    | _ -> None
end

module Make (N : sig val name : string end) = struct
  type event += Custom of int
  let describe = function Custom n -> Some (Printf.sprintf "%s %d" N.name n) | _ -> None
end
module A = Make (struct let name = "a" end)
module B = Make (struct let name = "b" end)

type event += Press = Key

let handlers : (event -> string option) list ref = ref []
let register f = handlers := f :: !handlers
let rec dispatch ev = function
  | [] -> "unhandled"
  | h :: rest -> (match h ev with Some s -> s | None -> dispatch ev rest)

let describe_base = function
  | Key c -> Some (Printf.sprintf "key %C" c)
  | Click (x, y) when x = y -> Some (Printf.sprintf "diagonal %d" x)
  | Click (x, y) -> Some (Printf.sprintf "click %d,%d" x y)
  | _ -> None

let local () =
  let module L = struct type event += Secret end in
  (L.Secret, fun e -> e = L.Secret)

type 'a term = ..
type 'a term += Lit of 'a | Twice of 'a term
let rec size : type a. a term -> int = function Lit _ -> 1 | Twice t -> 2 * size t | _ -> 0

(* Exceptions are constructors of an extensible type as well. *)
exception Base of int
exception Alias = Base
type exn += Odd of string | Plain
let classify = function
  | Alias n -> Printf.sprintf "base %d" n
  | Odd s -> "odd " ^ s
  | Plain -> "plain"
  | Not_found -> "not found"
  | e -> "other " ^ Printexc.to_string e

let () =
  register describe_base;
  register Net.describe;
  register A.describe;
  let events =
    [Key 'x'; Press '\n'; Click (3, 4); Click (5, 5); Quit; Net.Packet { from = "host"; size = 512 };
     Net.Closed; A.Custom 1; B.Custom 2] in
  List.iter (fun e -> print_endline (dispatch e !handlers)) events;
  register B.describe;
  register (function Quit -> Some "bye" | _ -> None);
  print_endline (dispatch (B.Custom 3) !handlers);
  print_endline (dispatch Quit !handlers);
  Printf.printf "%B %B %B\n" (A.Custom 1 = A.Custom 1) (A.Custom 1 = B.Custom 1) (Key 'a' = Press 'a');
  let s1, is1 = local () and s2, is2 = local () in
  Printf.printf "%B %B %B %B\n" (is1 s1) (is1 s2) (is2 s2) (is2 Quit);
  Printf.printf "%d\n" (size (Twice (Twice (Lit "x"))));
  List.iter (fun e -> print_endline (classify e))
    [Base 1; Alias 2; Odd "x"; Plain; Not_found; Exit; Failure "f"; Invalid_argument "i"; End_of_file];
  let counts = Hashtbl.create 4 in
  let name ev = Obj.Extension_constructor.(name (of_val ev)) in
  List.iter (fun e -> let k = name e in
              Hashtbl.replace counts k (1 + try Hashtbl.find counts k with Not_found -> 0)) events;
  List.iter
    (fun k -> Printf.printf "%s:%d " k (Hashtbl.find counts k))
    (List.sort_uniq compare (List.map name events));
  print_newline ()
