(* Lazy values: forced once, shared, nested, raising again on each force,
   recursive forcing (Undefined), lazy patterns, streams and knots. *)

let log = Buffer.create 16
let note s = Buffer.add_string log s

type 'a stream = Cons of 'a * 'a stream Lazy.t

let rec from n = Cons (n, lazy (note "."; from (n + 1)))
let rec take n (Cons (x, rest)) = if n = 0 then [] else x :: (if n = 1 then [] else take (n - 1) (Lazy.force rest))
let rec map f (Cons (x, l)) = Cons (f x, lazy (map f (Lazy.force l)))
let rec filter p (Cons (x, l)) = if p x then Cons (x, lazy (filter p (Lazy.force l))) else filter p (Lazy.force l)
let rec merge (Cons (x, xs) as a) (Cons (y, ys) as b) =
  if x < y then Cons (x, lazy (merge (Lazy.force xs) b))
  else if x > y then Cons (y, lazy (merge a (Lazy.force ys)))
  else Cons (x, lazy (merge (Lazy.force xs) (Lazy.force ys)))

let rec sieve (Cons (p, l)) = Cons (p, lazy (sieve (filter (fun n -> n mod p <> 0) (Lazy.force l))))

(* Hamming numbers tie a knot through lazy. *)
let rec hamming = lazy (Cons (1, lazy (merge (times 2) (merge (times 3) (times 5)))))
and times k = map (fun n -> n * k) (Lazy.force hamming)

let show l = String.concat " " (List.map string_of_int l)

let first_or_zero = function (lazy (x :: _)) -> x | (lazy []) -> 0
let pair_pattern (lazy a, lazy b) = a - b

let () =
  let v = lazy (note "forced;"; 42) in
  Printf.printf "%B " (Lazy.is_val v);
  Printf.printf "%d " (Lazy.force v);
  Printf.printf "%d %B " (Lazy.force v) (Lazy.is_val v);
  Printf.printf "%s\n" (Buffer.contents log);
  Buffer.clear log;
  let count = ref 0 in
  let bad = lazy (incr count; if !count < 3 then failwith ("try " ^ string_of_int !count) else !count) in
  for _ = 1 to 4 do
    match Lazy.force bad with
    | n -> Printf.printf "ok %d; " n
    | exception Failure m -> Printf.printf "failed %s; " m
  done;
  Printf.printf "count %d\n" !count;
  let rec self = lazy (1 + Lazy.force self) in
  (try Printf.printf "%d\n" (Lazy.force self) with Lazy.Undefined -> print_endline "undefined");
  (try Printf.printf "%d\n" (Lazy.force self) with Lazy.Undefined -> print_endline "undefined again");
  let nested = lazy (note "outer;"; lazy (note "inner;"; lazy "deep")) in
  let inner = Lazy.force nested in
  Printf.printf "%s " (Buffer.contents log);
  Printf.printf "%s " (Lazy.force (Lazy.force inner));
  ignore (Lazy.force (Lazy.force nested));
  Printf.printf "%s\n" (Buffer.contents log);
  Buffer.clear log;
  Printf.printf "%d %d\n" (Lazy.force (Lazy.from_val 7)) (Lazy.force (Lazy.from_fun (fun () -> 8)));
  Printf.printf "%B %B\n" (Lazy.is_val (Lazy.from_val 7)) (Lazy.is_val (Lazy.from_fun (fun () -> 8)));
  let nat = from 0 in
  print_endline (show (take 5 nat));
  print_endline (show (take 5 nat));
  Printf.printf "%d suspensions\n" (Buffer.length log);
  print_endline (show (take 15 (sieve (from 2))));
  print_endline (show (take 25 (Lazy.force hamming)));
  Printf.printf "%d %d %d\n" (first_or_zero (lazy [5; 6])) (first_or_zero (lazy []))
    (pair_pattern (lazy 10, lazy (3 + 4)));
  let memo = Array.make 61 (lazy 0) in
  for i = 0 to 40 do
    memo.(i) <- lazy (if i < 2 then i else Lazy.force memo.(i - 1) + Lazy.force memo.(i - 2))
  done;
  Printf.printf "fib 40 = %d\n" (Lazy.force memo.(40));
  let constant = lazy 3 and unit_lazy = lazy (print_string "effect ") in
  Lazy.force unit_lazy;
  Lazy.force unit_lazy;
  Printf.printf "%d %B\n" (Lazy.force constant) (Lazy.is_val constant)
