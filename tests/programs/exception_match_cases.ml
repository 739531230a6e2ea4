(* match ... with exception: mixed value and exception cases, guards, nested
   under or-patterns, in functions and in the scrutinee of another match. *)

exception Parse of int * string

let parse_digit pos c =
  match c with
  | '0' .. '9' -> Char.code c - Char.code '0'
  | ' ' -> raise Not_found
  | c -> raise (Parse (pos, Printf.sprintf "bad %C" c))

let parse s =
  let rec go i acc =
    if i = String.length s then acc
    else
      match parse_digit i s.[i] with
      | 0 when acc = 0 -> go (i + 1) acc
      | d when acc > 10_000 -> raise (Parse (i, Printf.sprintf "overflow at %d" d))
      | d -> go (i + 1) ((acc * 10) + d)
      | exception Not_found -> go (i + 1) acc
  in
  go 0 0

let classify s =
  match parse s with
  | 0 -> "zero"
  | n when n < 10 -> "digit"
  | n -> "number " ^ string_of_int n
  | exception Parse (0, m) -> "at start: " ^ m
  | exception Parse (p, m) when p > 3 -> Printf.sprintf "late (%d): %s" p m
  | exception (Parse _ | Not_found) -> "early"

let lookup tables key =
  match List.find (fun (k, _) -> k = key) tables with
  | _, Some v -> v
  | (_, None | exception Not_found) -> -1

let both f g =
  match f (), g () with
  | a, b -> Printf.sprintf "%d %d" a b
  | exception Exit -> "exit"
  | exception Failure m -> m

let nested x =
  match
    match 100 / x with
    | n when n > 50 -> raise Exit
    | n -> n
    | exception Division_by_zero -> -1
  with
  | -1 -> "divided"
  | n -> string_of_int n
  | exception Exit -> "exit"

(* The handler doesn't cover the value cases. *)
let uncovered x =
  try
    match x with
    | 0 -> raise Not_found
    | n -> (match n * 2 with m when m = 4 -> raise Not_found | m -> string_of_int m | exception Not_found -> "inner")
  with Not_found -> "outer"

let rec sum_until_failure f n acc =
  match f n with
  | exception Failure _ -> acc
  | v -> sum_until_failure f (n + 1) (acc + v)

let option_of f x = match f x with v -> Some v | exception _ -> None
let result_of f = match f () with v -> Ok v | exception e -> Error (Printexc.to_string e)

let tuple_result () =
  match (1, "a", raise_notrace (Parse (1, "t"))) with
  | _, _, () -> "value"
  | exception Parse (n, s) -> s ^ string_of_int n

let () =
  List.iter (fun s -> Printf.printf "%S: %s\n" s (classify s))
    ["0"; "7"; "1 2 3"; "x1"; "1x"; "1234x"; "12345678"; "   "; "00042"; ""];
  let tables = [("a", Some 1); ("b", None); ("c", Some 3)] in
  List.iter (fun k -> Printf.printf "%s=%d " k (lookup tables k)) ["a"; "b"; "c"; "d"];
  print_newline ();
  print_endline (both (fun () -> 1) (fun () -> 2));
  print_endline (both (fun () -> raise Exit) (fun () -> failwith "second first"));
  print_endline (both (fun () -> raise Exit) (fun () -> 2));
  List.iter (fun x -> Printf.printf "%s " (nested x)) [0; 1; 2; 5; -4];
  print_newline ();
  List.iter (fun x -> Printf.printf "%s " (uncovered x)) [0; 1; 2; 3];
  print_newline ();
  Printf.printf "%d\n" (sum_until_failure (fun n -> if n > 100 then failwith "end" else n) 1 0);
  let show = function Some n -> string_of_int n | None -> "-" in
  print_endline (String.concat " " (List.map (fun s -> show (option_of int_of_string s)) ["1"; "x"; "0x10"; ""; "-5"]));
  List.iter
    (fun f -> match result_of f with Ok n -> Printf.printf "ok %d\n" n | Error e -> Printf.printf "error %s\n" e)
    [(fun () -> 1 + 1); (fun () -> 1 / 0); (fun () -> raise (Parse (1, "p"))); (fun () -> [|1|].(1)); (fun () -> List.assoc 1 [])];
  print_endline (tuple_result ())
