(* Deep recursion through handlers, which may each have a stack of their own: deep
   but finite works, without an end is Stack_overflow, and the program goes on. *)

exception Found of int

let rec deep n = if n = 0 then raise (Found 7) else try 1 + deep (n - 1) with Not_found -> 0

(* Functions by value between the handlers. *)
let rec through f n = if n = 0 then f 0 else try 1 + List.fold_left (fun acc x -> acc + through f x) 0 [ n - 1 ] with Exit -> -1

let rec without_end n = try 1 + without_end (n + 1) with Not_found -> 0

let rec plain_without_end n = 1 + plain_without_end (n + 1)
type call = { call : call -> int -> int }
let by_value f n = 1 + f.call f (n + 1)
let rec sum n = if n = 0 then 0 else (n land 1) + sum (n - 1)

let overflow name f = match f () with _ -> print_endline (name ^ ": no") | exception Stack_overflow -> print_endline name

let mixed depth =
  let rec go n = if n = 0 then 0 else if n mod 3 = 0 then (try 1 + go (n - 1) with Not_found -> 0) else 1 + plain (n - 1)
  and plain n = if n = 0 then 0 else 1 + go (n - 1) in
  go depth

let () =
  (match deep 50_000 with n -> Printf.printf "%d\n" n | exception Found n -> Printf.printf "found %d\n" n);
  Printf.printf "%d\n" (through (fun x -> x) 20_000);
  Printf.printf "%d\n" (mixed 60_000);
  overflow "handlers" (fun () -> without_end 0);
  overflow "plain" (fun () -> plain_without_end 0);
  overflow "by value" (fun () -> by_value { call = by_value } 0);
  Printf.printf "%d\n" (sum 150_000);
  for _ = 1 to 3 do Printf.printf "%d\n" (mixed 3_000) done;
  (* A loop of calls in tail position that never deepens. *)
  let rec loop n k = if n = 0 then k 0 else step (n - 1) (fun x -> k (x + 1))
  and step n k = if n land 7 = 0 then loop n (fun x -> x) else loop n k in
  Printf.printf "%d\n" (loop 1_000_003 (fun x -> x))
