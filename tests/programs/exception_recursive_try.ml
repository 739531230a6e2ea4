(* A try on each level of a recursion, tries in tail position of handlers,
   static raises (fall through of matches) across tries, and loops with tries. *)

exception Skip
exception Carry of int

let rec count_tries n = if n = 0 then 0 else (try 1 + count_tries (n - 1) with Not_found -> 0)

let rec carry n = if n = 0 then raise (Carry 0) else try carry (n - 1) with Carry k -> raise (Carry (k + n))

let rec from_handler n acc = try if n = 0 then raise Exit; raise Skip with Skip -> from_handler (n - 1) (acc + n) | Exit -> acc

(* A result that is itself produced by a try in tail position of a match. *)
let rec walk path tree =
  match path with
  | [] -> tree
  | 'l' :: rest -> (try walk rest (List.nth tree 0 :: tree) with Failure _ -> tree)
  | 'r' :: rest -> (try walk rest (List.tl tree) with Failure _ -> [-1])
  | _ :: rest -> walk rest tree

(* Rows of the outer match whose guards raise and catch. *)
let guard x = try if x > 10 then raise Skip; x land 1 = 0 with Skip -> x > 20
let classify a b =
  match a, b with
  | Some x, _ when guard x -> "left " ^ string_of_int x
  | _, Some y when (try ignore (100 / y); false with Division_by_zero -> true) -> "zero right"
  | Some x, Some y when (match x - y with 0 -> raise Exit | d -> d > 0) -> "greater"
  | Some _, None -> "only left"
  | None, _ | _, Some _ -> "rest"

let join_after_try l =
  let describe x =
    let kind =
      try
        match x with
        | 0 -> raise Not_found
        | 1 | 2 -> "small"
        | n when n < 0 -> raise (Carry n)
        | 3 -> failwith "three"
        | _ -> "big"
      with
      | Not_found -> "none"
      | Carry n -> "carried " ^ string_of_int n
    in
    kind ^ "."
  in
  List.map (fun x -> try describe x with Failure m -> m) l

let loop_with_try limit =
  let out = Buffer.create 32 in
  let i = ref 0 in
  while !i < limit do
    (try
       incr i;
       if !i mod 2 = 0 then raise Skip;
       (try
          if !i mod 3 = 0 then raise Skip;
          if !i mod 5 = 0 then raise Exit;
          Buffer.add_string out (string_of_int !i)
        with Exit -> Buffer.add_char out 'e');
       Buffer.add_char out ','
     with Skip -> Buffer.add_char out '.')
  done;
  Buffer.contents out

let rec try_in_both_branches n =
  if n <= 0 then "end"
  else if n land 1 = 0 then try if n = 4 then raise Skip; "e" ^ try_in_both_branches (n - 1) with Skip -> "[skip " ^ try_in_both_branches (n - 2) ^ "]"
  else try (if n = 7 then raise Exit); "o" ^ try_in_both_branches (n - 1) with Exit -> "{exit " ^ try_in_both_branches (n - 3) ^ "}"

let first_success fs =
  let rec go = function
    | [] -> raise Not_found
    | f :: rest -> (try f () with Skip -> go rest)
  in
  go fs

let () =
  Printf.printf "%d\n" (count_tries 2000);
  (try carry 1000 with Carry k -> Printf.printf "%d\n" k);
  Printf.printf "%d\n" (from_handler 5000 0);
  List.iter (fun p -> List.iter (Printf.printf "%d ") (walk p [5; 6; 7]); print_newline ())
    [[]; ['l']; ['r'; 'r']; ['r'; 'r'; 'r'; 'l']; ['r'; 'r'; 'r'; 'r']; ['x'; 'l'; 'r'; 'r']];
  List.iter (fun (a, b) -> print_endline (try classify a b with Exit -> "exit"))
    [(Some 2, None); (Some 11, None); (Some 25, None); (Some 3, Some 0); (Some 5, Some 3); (Some 5, Some 5);
     (Some 3, Some 7); (None, None); (None, Some 0); (None, Some 1)];
  print_endline (String.concat " " (join_after_try [0; 1; 2; 3; 4; -5]));
  print_endline (loop_with_try 25);
  List.iter (fun n -> print_endline (try_in_both_branches n)) [3; 6; 9];
  Printf.printf "%d\n" (first_success [(fun () -> raise Skip); (fun () -> raise Skip); (fun () -> 3); (fun () -> 4)]);
  print_endline (try string_of_int (first_success [(fun () -> raise Skip)]) with Not_found -> "nothing")
