(* A loop that several ways lead to, from inside another loop: its header has a label before the loop, and one of its own. *)
let rec total l acc = match l with [] -> acc | x :: rest -> total rest (acc + x)

let rec common a b acc =
  match a with
  | [] -> total b acc
  | x :: xs -> (
      match b with
      | [] -> total a acc
      | y :: ys -> if x = y then common xs ys (acc * 2) else if x < y then common xs b (acc + 1) else common a ys acc)

let () =
  List.iter
    (fun (a, b) -> Printf.printf "%d\n" (common a b 1))
    [ ([ 1; 2; 3; 9 ], [ 1; 3; 4 ]); ([], [ 5; 6 ]); ([ 5; 6 ], []); ([ 1; 7 ], [ 1; 2; 3; 7; 8 ]); ([], []) ];
  (* Sorting merges like that. *)
  let l = List.init 300 (fun i -> i * 7919 mod 301) in
  print_int (List.fold_left (fun acc x -> ((acc * 31) + x) mod 65537) 0 (List.sort compare l));
  print_newline ()
