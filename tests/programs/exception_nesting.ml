(* Nested handlers: re-raise, raise inside a handler, selective handlers,
   handlers in handlers, and exceptions with arguments of all kinds. *)

exception A
exception B of int
exception C of string * int list
exception D of { code : int; text : string }
exception E of exn

let rec show = function
  | A -> "A"
  | B n -> Printf.sprintf "B %d" n
  | C (s, l) -> Printf.sprintf "C %s [%s]" s (String.concat ";" (List.map string_of_int l))
  | D { code; text } -> Printf.sprintf "D %d %s" code text
  | E e -> "E(" ^ show e ^ ")"
  | e -> Printexc.to_string e

let inner e =
  try
    try
      (try raise e with A -> "innermost A")
    with
    | B n when n > 10 -> raise (B (n - 10))
    | B n -> Printf.sprintf "middle B %d" n
    | C (s, []) -> raise (C (s ^ "!", [1]))
    | Not_found as e -> raise e
  with
  | B n -> Printf.sprintf "outer B %d" n
  | C (s, x :: _) -> Printf.sprintf "outer C %s %d" s x
  | Not_found -> "outer Not_found"

let handler_of_handler n =
  try
    if n > 0 then raise (B n) else raise A
  with
  | A -> (try raise (E A) with E e -> (try raise e with A -> "A out of E"))
  | B n ->
    (try
       if n mod 2 = 0 then raise (B (n / 2));
       raise (C ("odd", [n]))
     with
     | B 1 -> "one"
     | B m -> (try raise (B (m + 100)) with B k -> Printf.sprintf "%d then %d" m k))

let order = Buffer.create 16
let step s = Buffer.add_string order s

let cleanup f =
  step "[";
  match f () with
  | v -> step "]"; v
  | exception e -> step "!"; raise e

let rec unwind n =
  if n = 0 then raise (D { code = 7; text = "bottom" })
  else
    try cleanup (fun () -> unwind (n - 1))
    with D d when d.code < 9 -> step (string_of_int n); raise (D { d with code = d.code + 1 })

let value_position x =
  1 + (try if x then 10 else raise A with A -> 20) * (try 2 with _ -> 3)

let () =
  List.iter
    (fun e ->
      match inner e with
      | s -> print_endline s
      | exception e -> print_endline ("escaped " ^ show e))
    [A; B 5; B 15; C ("c", []); C ("c", [9]); Not_found; D { code = 1; text = "d" }; E (B 3); Exit];
  List.iter
    (fun n -> print_endline (try handler_of_handler n with e -> "escaped " ^ show e))
    [0; 1; 2; 3; 8; -5];
  (match unwind 4 with
   | () -> ()
   | exception D { code; text } -> Printf.printf "D %d %s %s\n" code text (Buffer.contents order));
  Printf.printf "%d %d\n" (value_position true) (value_position false);
  print_endline (show (E (E (E (C ("x", [1; 2; 3]))))));
  let e1 = B 1 in
  Printf.printf "%B %B %B\n" (e1 = B 1) (e1 == B 1) (try raise e1 with x -> x == e1);
  let rethrow = List.fold_left
      (fun acc e -> try raise e with A | B _ -> acc + 1 | C _ as c when show c = "C k [2]" -> acc + 10 | _ -> acc + 100)
      0 [A; B 1; C ("k", [2]); C ("k", [3]); Exit] in
  Printf.printf "%d\n" rethrow;
  (* Nothing of the handler stack is left over. *)
  for i = 1 to 1000 do
    try if i mod 3 = 0 then raise A else if i mod 3 = 1 then raise (B i) with A -> () | B _ -> ()
  done;
  print_endline (try ignore (raise_notrace A); "no" with A -> "end")
