(* What all random programs begin with: types to match on, a checksum, `show`. *)
type t = A | B | C | D | E of int | F of int * int | G of string * int | H of t * int | I of int ref | J of int * int * int
exception Stop of int
exception Quit
exception Pair of int * string

let sum = ref 7
let put x = sum := (!sum * 31 + x) land 0xfffff
let mem = Array.make 8 3
let rec weigh v = match v with
  | A -> 1 | B -> 2 | C -> 3 | D -> 4 | E n -> n land 255 | F (a, b) -> (a - b) land 255
  | G (s, n) -> String.length s + (n land 63) | H (v, n) -> weigh v + (n land 63) | I r -> !r land 255 | J (a, b, c) -> (a + b + c) land 255
let sum_list l = List.fold_left (fun a x -> (a * 3 + x) land 0xffff) 1 l
let show n f =
  let text = try string_of_int (f ()) with
    | Stop n -> "Stop " ^ string_of_int n | Quit -> "Quit" | Pair (n, s) -> "Pair " ^ string_of_int n ^ s | Not_found -> "Not_found"
    | Failure s -> "Failure " ^ s | Invalid_argument s -> "Invalid_argument " ^ s | Division_by_zero -> "Division_by_zero" in
  print_endline (string_of_int n ^ ": " ^ text ^ " " ^ string_of_int !sum ^ " " ^ string_of_int (sum_list (Array.to_list mem)))
