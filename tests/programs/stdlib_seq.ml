(* Seq (4.13): laziness, infinite sequences, effects at each traversal,
   conversions from and to the other containers. *)

let take n s =
  let rec go n s () = if n = 0 then Seq.Nil else match s () with Seq.Nil -> Seq.Nil | Seq.Cons (x, r) -> Seq.Cons (x, go (n - 1) r) in
  go n s

let ints s = String.concat " " (List.map string_of_int (List.of_seq s))
let p name s = Printf.printf "%-12s %s\n" name (ints s)
let nat = Seq.unfold (fun n -> Some (n, n + 1)) 0
let rec primes_from n () =
  let rec prime d = d * d > n || (n mod d <> 0 && prime (d + 1)) in
  if prime 2 then Seq.Cons (n, primes_from (n + 1)) else primes_from (n + 1) ()

let rec iterate f x () = Seq.Cons (x, iterate f (f x))
let rec interleave a b () = match a () with Seq.Nil -> b () | Seq.Cons (x, r) -> Seq.Cons (x, interleave b r)
let digits = Seq.unfold (fun n -> if n = 0 then None else Some (n mod 10, n / 10))

let () =
  p "empty" Seq.empty;
  p "return" (Seq.return 5);
  p "cons" (Seq.cons 1 (Seq.return 2));
  p "append" (Seq.append (List.to_seq [1; 2]) (List.to_seq [3]));
  p "map" (Seq.map (fun x -> x * x) (take 5 nat));
  p "filter" (take 5 (Seq.filter (fun x -> x mod 7 = 3) nat));
  p "filter_map" (take 4 (Seq.filter_map (fun x -> if x land 1 = 1 then Some (x * 100) else None) nat));
  p "concat" (Seq.concat (List.to_seq [List.to_seq [1]; Seq.empty; List.to_seq [2; 3]]));
  p "flat_map" (Seq.flat_map (fun n -> take n (iterate Fun.id n)) (List.to_seq [1; 2; 3]));
  p "concat_map" (take 10 (Seq.concat_map (fun n -> take n nat) nat));
  Printf.printf "%d\n" (Seq.fold_left ( + ) 0 (take 101 nat));
  Seq.iter (Printf.printf "%d.") (take 3 nat);
  print_newline ();
  p "primes" (take 15 (primes_from 2));
  p "iterate" (take 10 (iterate (fun x -> (x * 3) + 1) 1));
  p "interleave" (take 9 (interleave (List.to_seq [1; 2; 3]) (Seq.map (fun x -> x * 10) nat)));
  p "digits" (digits 987654);
  (* Effects happen when and as often as elements are demanded. *)
  let count = ref 0 in
  let s = Seq.map (fun x -> incr count; x) (take 100 nat) in
  Printf.printf "%d " !count;
  ignore (s ());
  Printf.printf "%d " !count;
  ignore (List.of_seq (take 10 s));
  Printf.printf "%d " !count;
  ignore (Seq.fold_left max 0 s);
  Printf.printf "%d\n" !count;
  (match s () with
   | Seq.Nil -> print_endline "nil"
   | Seq.Cons (x, rest) -> (match rest () with Seq.Cons (y, _) -> Printf.printf "%d %d\n" x y | Seq.Nil -> print_endline "one"));
  (* Other containers. *)
  print_endline (String.of_seq (Seq.map Char.uppercase_ascii (String.to_seq "string")));
  p "array" (Array.to_seq [| 3; 1; 2 |]);
  p "bytes" (Seq.map Char.code (Bytes.to_seq (Bytes.of_string "AZ")));
  let module M = Map.Make (Int) in
  let m = M.of_seq (Seq.map (fun i -> ((i * 5) mod 7, i)) (take 7 nat)) in
  p "map values" (Seq.map snd (M.to_seq m));
  let q = Queue.of_seq (take 4 nat) in
  p "queue" (Queue.to_seq q);
  p "option" (Seq.append (Option.to_seq (Some 1)) (Option.to_seq None));
  p "result" (Seq.append (Result.to_seq (Ok 2)) (Result.to_seq (Error "e")));
  let b = Buffer.of_seq (Seq.map (fun i -> Char.chr (97 + i)) (take 26 nat)) in
  print_endline (Buffer.contents b);
  (* Pythagorean triples from nested sequences. *)
  let range a b = Seq.unfold (fun i -> if i > b then None else Some (i, i + 1)) a in
  let triples =
    Seq.flat_map (fun c ->
        Seq.flat_map (fun b ->
            Seq.filter_map (fun a -> if a * a + b * b = c * c then Some (a, b, c) else None) (range 1 b))
          (range 1 c))
      (range 1 26) in
  Seq.iter (fun (a, b, c) -> Printf.printf "(%d,%d,%d)" a b c) triples;
  print_newline ();
  let deep = Seq.filter (fun x -> x = 20_000) nat in
  p "deep filter" (take 1 deep)
