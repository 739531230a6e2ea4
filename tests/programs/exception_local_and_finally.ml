(* Local exceptions, Fun.protect and hand-written finally, Finally_raised,
   early return by a local exception per call, at several depths of recursion. *)

let find_first p l =
  let exception Found of int in
  try List.iteri (fun i x -> if p x then raise (Found i)) l; -1 with Found i -> i

(* Each activation has its own Return: an inner one isn't caught outside. *)
let rec with_return depth f =
  let exception Return of int in
  try
    let v = f (fun n -> raise (Return n)) in
    if depth = 0 then v else v + with_return (depth - 1) (fun ret -> ret depth)
  with Return n -> n * 1000

let escape_through () =
  let exception Inner of string in
  let make s = Inner s in
  let catch f = try f () with Inner s -> "caught " ^ s in
  (make, catch)

let generic (type a) (f : (a -> unit) -> unit) : a option =
  let exception Done of a in
  match f (fun x -> raise (Done x)) with () -> None | exception Done x -> Some x

let log = Buffer.create 64
let say s = Buffer.add_string log s; Buffer.add_char log ' '
let flush_log what = Printf.printf "%s: %s\n" what (Buffer.contents log); Buffer.clear log

let finally f cleanup =
  let r = try f () with e -> cleanup (); raise e in
  cleanup ();
  r

let protect_cases () =
  let v = Fun.protect ~finally:(fun () -> say "closed") (fun () -> say "body"; 5) in
  say (string_of_int v);
  flush_log "normal";
  (try Fun.protect ~finally:(fun () -> say "closed") (fun () -> say "body"; raise Not_found)
   with Not_found -> say "not_found");
  flush_log "raising";
  (try Fun.protect ~finally:(fun () -> say "closing"; failwith "close") (fun () -> say "body")
   with Fun.Finally_raised (Failure m) -> say ("finally raised " ^ m));
  flush_log "finally fails";
  (try Fun.protect ~finally:(fun () -> failwith "close") (fun () -> raise Not_found)
   with Fun.Finally_raised e -> say (Printexc.to_string e) | Not_found -> say "lost");
  flush_log "both fail"

let rec nested n =
  if n = 0 then failwith "bottom"
  else finally (fun () -> say (Printf.sprintf "open%d" n); nested (n - 1)) (fun () -> say (Printf.sprintf "close%d" n))

let resource name =
  say ("+" ^ name);
  fun () -> say ("-" ^ name)

let using names f =
  let rec go acc = function
    | [] -> f (List.rev acc)
    | n :: rest -> let release = resource n in Fun.protect ~finally:release (fun () -> go (n :: acc) rest)
  in
  go [] names

let () =
  Printf.printf "%d %d\n" (find_first (fun x -> x > 2) [1; 2; 3; 4]) (find_first (fun x -> x > 9) [1]);
  Printf.printf "%d %d %d\n" (with_return 0 (fun _ -> 7)) (with_return 3 (fun _ -> 7)) (with_return 3 (fun r -> r 7));
  let make1, catch1 = escape_through () and make2, catch2 = escape_through () in
  print_endline (catch1 (fun () -> raise (make1 "one")));
  print_endline (catch1 (fun () -> catch2 (fun () -> raise (make1 "through"))));
  print_endline (try catch2 (fun () -> raise (make1 "x")) with _ -> "escaped");
  ignore make2;
  (match generic (fun k -> List.iter (fun x -> if x mod 7 = 0 then k (x * x)) [3; 5; 14; 21]) with
   | Some n -> Printf.printf "generic %d\n" n
   | None -> print_endline "generic none");
  (match generic (fun (_ : string -> unit) -> ()) with Some s -> print_endline s | None -> print_endline "none");
  protect_cases ();
  (try nested 3 with Failure m -> say m);
  flush_log "nested";
  Printf.printf "%d\n" (using ["a"; "b"; "c"] (fun l -> say "work"; List.length l));
  flush_log "using";
  (try using ["a"; "b"] (fun _ -> say "work"; raise Exit) with Exit -> say "exit");
  flush_log "using raising"
