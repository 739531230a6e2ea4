(* Sums that can't leave the width, and those just beyond; indices that are known to be
   within bounds, and those that aren't; the signs of quotients and remainders. *)

let show name l = Printf.printf "%s: %s\n" name (String.concat " " (List.map string_of_int l))
let top n = max_int - n
let bottom n = min_int + n
let below x y = if x < y then x + 1 else y + 1
let above x y = if x > y then x - 1 else y - 1
let far x y = if x < y then x + 2 else x - 2
let absolute x = if x >= 0 then x else -x
let opposite x = if x > 0 then -x else x
let quarter x = if x >= 0 then (x / 4, x mod 4, x asr 2, x lsr 2) else (x / -4, -x mod 4, x asr 2, x lsr 30)
let divided x y = if x >= 0 && y > 0 then (x / y, x mod y) else if y <> 0 then (x / y, x mod y) else (0, 0)
let masked x = (x land 255) + ((x lsr 8) land 255) * 256 + ((x + x + x) land 1023)
let chain a b c d = a + b - c + d - a - b + c - d
let product x y = if x >= 0 && x < 1000 && y >= 0 && y < 1000 then x * y else -1
let negative_zero x = if x >= -5 && x <= 5 then x * -3 else x
let shifts x = if x > 0 && x < 100 then (x lsl 5, x lsl 14) else (x lsl 5, x lsl 14)
let get a i = try a.(i) with Invalid_argument _ -> -100
let twice a i = try a.(i) + a.(i) with Invalid_argument _ -> -100
let swap a i j = let t = a.(i) in a.(i) <- a.(j); a.(j) <- t
let shifted a i = try if i > 0 then a.(i - 1) else a.(i) with Invalid_argument _ -> -200
let beyond a = try let s = ref 0 in for i = 0 to Array.length a do s := !s + a.(i) done; !s with Invalid_argument _ -> -300
let other a b = try let s = ref 0 in for i = 0 to Array.length a - 1 do s := !s + b.(i) done; !s with Invalid_argument _ -> -400
let before a = try let s = ref 0 in for i = -1 to Array.length a - 1 do s := !s + a.(i) done; !s with Invalid_argument _ -> -500
let letters s = let n = ref 0 in for i = 0 to String.length s - 1 do n := (!n * 31 + Char.code s.[i]) land 0xffff done; !n
let pairs s = let n = ref 0 in for i = 0 to String.length s - 2 do if s.[i] = s.[i + 1] then incr n done; !n
let bytes n = let b = Bytes.make n 'a' in for i = 0 to Bytes.length b - 1 do Bytes.set b i (Char.chr (97 + i mod 26)) done; Bytes.to_string b
let merges c = let x = if c then 5 else 7 in let y = if c then x - 6 else x + 6 in x * y
let steps n = let i = ref 0 and s = ref 0 in while !i < n do s := !s + !i; i := !i + 3 done; (!i, !s)
let collatz n = let rec go n k = if n = 1 then k else go (if n land 1 = 0 then n / 2 else 3 * n + 1) (k + 1) in go n 0
let unordered a i j = try (if i < j then a.(j) - a.(i) else a.(i) - a.(j)) with Invalid_argument _ -> -600

let () =
  show "ends" [below (top 1) (top 0) - max_int; below (top 0) (top 0) - min_int; above (bottom 1) (bottom 0) - min_int; above (bottom 0) (bottom 0) - max_int];
  show "far" [far (top 1) (top 0) - min_int; far (bottom 1) (bottom 0) - max_int; far 3 4; far 4 3];
  show "absolute" [absolute (bottom 0) - min_int; absolute (-7); absolute (bottom 1) - max_int; opposite (top 0) - min_int; opposite 0; opposite 3];
  List.iter (fun x -> let a, b, c, _ = quarter x in show "quarter" [a; b; c]) [0; 1; 7; 1000; -1; -7; -1000];
  List.iter (fun (x, y) -> let a, b = divided x y in show "divided" [a; b]) [7, 2; -7, 2; 7, -2; -7, -2; 0, 3; 5, 0; 1000000, 7];
  show "masked" (List.map masked [0; 255; 256; 65535; -1; 123456789; -123456789]);
  show "chain" [chain (top 0) (top 1) (bottom 0) (bottom 3); chain 1 2 3 4];
  show "product" [product 999 999; product 1000 1; product (-1) 3; negative_zero 0; negative_zero 5; negative_zero (-5); 1 / (1 + negative_zero 0)];
  Printf.printf "%d %s\n" (negative_zero 0) (string_of_int (negative_zero 0));
  List.iter (fun x -> let a, b = shifts x in show "shifts" [a land 0xffffff; b land 0xffffff]) [1; 99; 100; -1; 12345];
  let a = [| 10; 20; 30 |] in
  show "get" (List.map (get a) [-2; -1; 0; 2; 3; max_int; min_int]);
  show "twice" (List.map (twice a) [-2; -1; 0; 2; 3]);
  show "shifted" (List.map (shifted a) [-2; -1; 0; 1; 3; 4]);
  swap a 0 2;
  show "swapped" (Array.to_list a);
  show "bounds" [beyond a; other a [| 1; 2 |]; other a [| 1; 2; 3; 4 |]; before a; unordered a 0 2; unordered a (-1) 2; unordered a 2 (-1); unordered a 3 1];
  show "strings" [letters "hello, world"; letters ""; pairs "aabbccd"; pairs ""; collatz 27];
  print_endline (bytes 30);
  let i, s = steps 100 in
  show "steps" [merges true; merges false; i; s]
