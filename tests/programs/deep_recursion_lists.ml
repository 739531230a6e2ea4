(* Recursion 100,000 frames deep that is not in tail position: maps, folds from
   the right, appends, and a deep chain that is unwound by an exception. *)

let rec my_map f = function [] -> [] | x :: l -> let y = f x in y :: my_map f l
let rec sum = function [] -> 0 | x :: l -> x + sum l
let rec length = function [] -> 0 | _ :: l -> 1 + length l
let rec append a b = match a with [] -> b | x :: l -> x :: append l b
let rec count_down n = if n = 0 then [] else n :: count_down (n - 1)
let rec fold_right f l acc = match l with [] -> acc | x :: l -> f x (fold_right f l acc)
let rec zip a b = match a, b with x :: a, y :: b -> (x, y) :: zip a b | _ -> []
let rec unzip = function
  | [] -> ([], [])
  | (x, y) :: l -> let a, b = unzip l in (x :: a, y :: b)

exception Bottom of int

let rec dive n k = if n = 0 then raise (Bottom k) else 1 + dive (n - 1) (k + 1)

let rec sum_digits n = if n = 0 then 0 else ((n mod 10) + sum_digits (n / 10)) land 0xFFFF

type nat = Z | S of nat
let rec of_int n = if n = 0 then Z else S (of_int (n - 1))
let rec to_int = function Z -> 0 | S n -> 1 + to_int n
let rec plus a b = match a with Z -> b | S a -> S (plus a b)

let depth = 100_000

let () =
  let l = List.init depth (fun i -> i land 1023) in
  Printf.printf "sum %d\n" (sum l);
  Printf.printf "map %d\n" (sum (List.map (fun x -> x + 1) l));
  Printf.printf "my_map %d\n" (sum (my_map (fun x -> x * 2) l));
  Printf.printf "mapi %d\n" (sum (List.mapi (fun i x -> (i land 1) * x) l));
  Printf.printf "length %d\n" (length (append l l));
  Printf.printf "concat %d\n" (length (l @ (1 :: l)));
  Printf.printf "count_down %d\n" (List.fold_left (fun a x -> (a + x) land 0xFFFFFF) 0 (count_down depth));
  Printf.printf "fold_right %d\n" (fold_right (fun x acc -> (acc + x) land 0xFFFF) l 0);
  Printf.printf "List.fold_right %d\n" (List.fold_right (fun x acc -> acc lxor x) l 0);
  let a, b = unzip (zip l (List.rev l)) in
  Printf.printf "unzip %d %d\n" (sum a) (List.hd b);
  Printf.printf "split %d\n" (length (fst (List.split (List.combine l l))));
  (match dive depth 0 with
   | n -> Printf.printf "not reached %d\n" n
   | exception Bottom k -> Printf.printf "bottom %d\n" k);
  Printf.printf "digits %d\n" (sum_digits 987654321);
  Printf.printf "nat %d\n" (to_int (plus (of_int 30_000) (of_int 40_000)));
  Printf.printf "equal %B\n" (l = my_map (fun x -> x) l)
