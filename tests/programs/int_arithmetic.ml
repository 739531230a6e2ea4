(* Integer arithmetic within 31 bits: division and modulo of all sign pairs,
   comparison in every form, conversions, powers, gcd, digits. *)

let pairs = [(7, 2); (-7, 2); (7, -2); (-7, -2); (6, 3); (-6, 3); (0, 5); (1, 100); (-1, 100); (1000000, 7); (-1000000, -7); (1073741823, 10); (-1073741823, 65536)]

let rec gcd a b = if b = 0 then abs a else gcd b (a mod b)
let rec egcd a b = if b = 0 then (a, 1, 0) else let g, x, y = egcd b (a mod b) in (g, y, x - (a / b * y))
let rec pow b e = if e = 0 then 1 else let h = pow b (e / 2) in if e land 1 = 0 then h * h else h * h * b
let pow_mod b e m =
  let r = ref 1 and b = ref (b mod m) and e = ref e in
  while !e > 0 do
    if !e land 1 = 1 then r := !r * !b mod m;
    b := !b * !b mod m;
    e := !e lsr 1
  done;
  !r
let isqrt n = let rec go lo hi = if hi - lo <= 1 then lo else let m = (lo + hi) / 2 in if m * m <= n then go m hi else go lo m in go 0 32768
let rec to_base b n = if n < b then string_of_int n else to_base b (n / b) ^ "." ^ string_of_int (n mod b)
let rec digits n = if n < 10 then [n] else (n mod 10) :: digits (n / 10)
let roman n =
  let table = [(1000, "M"); (900, "CM"); (500, "D"); (400, "CD"); (100, "C"); (90, "XC"); (50, "L"); (40, "XL"); (10, "X"); (9, "IX"); (5, "V"); (4, "IV"); (1, "I")] in
  let rec go n = function [] -> "" | (v, s) :: rest as l -> if n >= v then s ^ go (n - v) l else go n rest in
  go n table

let () =
  List.iter (fun (a, b) -> Printf.printf "%d %d: %d %d %d\n" a b (a / b) (a mod b) ((a / b * b) + (a mod b))) pairs;
  List.iter (fun a -> Printf.printf "%d: /1 %d /-1 %d /2 %d /4 %d mod 2 %d mod 8 %d *-3 %d\n" a (a / 1) (a / -1) (a / 2) (a / 4) (a mod 2) (a mod 8) (a * -3))
    [0; 1; -1; 7; -7; 8; -8; 1000; -1001];
  List.iter (fun (a, b) ->
      Printf.printf "%B%B%B%B%B%B %d %d %d %d\n" (a < b) (a <= b) (a > b) (a >= b) (a = b) (a <> b) (compare a b) (min a b) (max a b) (Int.compare b a))
    [(1, 2); (2, 1); (3, 3); (-1, 1); (-5, -4); (0, 0)];
  Printf.printf "%d %d %d %d\n" (succ 41) (pred 43) (abs (-42)) (-(-42));
  Printf.printf "%d %d %d\n" (~-5) (~+5) (- 5 - -5);
  Printf.printf "%d %d %d\n" (gcd 462 1071) (gcd (-12) 18) (gcd 0 7);
  let g, x, y = egcd 240 46 in
  Printf.printf "%d %d %d\n" g x y;
  Printf.printf "%d %d %d\n" (pow 3 18) (pow 2 29) (pow (-7) 9);
  Printf.printf "%d %d\n" (pow_mod 3 1000 1009) (pow_mod 5 12345 30011);
  List.iter (fun n -> Printf.printf "%d " (isqrt n)) [0; 1; 2; 99; 100; 65535; 1000000; 1073741823];
  print_newline ();
  print_endline (to_base 60 123456789);
  List.iter (Printf.printf "%d") (digits 987654321);
  print_newline ();
  List.iter (fun n -> Printf.printf "%s " (roman n)) [1; 4; 9; 14; 1994; 2024; 3999];
  print_newline ();
  List.iter (fun f -> Printf.printf "%d " (int_of_float f)) [1.9; -1.9; 0.5; -0.5; 1e9; 123456.789];
  Printf.printf "%g %g\n" (float_of_int 123) (float_of_int (-7) /. 2.);
  let s = ref 0 in
  for i = -50 to 50 do for j = -7 to 7 do if j <> 0 then s := !s + (i / j) - (i mod j) done done;
  Printf.printf "%d\n" !s;
  let perfect = List.filter (fun n -> let s = ref 1 in for d = 2 to n / 2 do if n mod d = 0 then s := !s + d done; n > 1 && !s = n) (List.init 500 Fun.id) in
  List.iter (Printf.printf "%d ") perfect;
  print_newline ();
  let x = ref 12345 in
  let l = List.init 10 (fun _ -> x := ((!x * 171) + 11213) mod 53125; !x) in
  List.iter (Printf.printf "%d ") l;
  Printf.printf "%B\n" (List.for_all (fun n -> n >= 0 && n < 53125) l)
