(* Int64: wrap-around sums and products, division, shifts, conversions,
   unsigned operations, parsing, 64-bit hashes and generators. *)

let values = [0L; 1L; -1L; Int64.max_int; Int64.min_int; 0x123456789ABCDEFL; -0x123456789ABCDEFL; 4294967296L; -4294967295L; 10L; -7L; 0xFFFFFFFFL]

let fnv s =
  let h = ref 0xcbf29ce484222325L in
  String.iter (fun c -> h := Int64.mul (Int64.logxor !h (Int64.of_int (Char.code c))) 0x100000001b3L) s;
  !h

let splitmix state =
  state := Int64.add !state 0x9E3779B97F4A7C15L;
  let z = Int64.mul (Int64.logxor !state (Int64.shift_right_logical !state 30)) 0xBF58476D1CE4E5B9L in
  let z = Int64.mul (Int64.logxor z (Int64.shift_right_logical z 27)) 0x94D049BB133111EBL in
  Int64.logxor z (Int64.shift_right_logical z 31)

let rec fact n = if n = 0L then 1L else Int64.mul n (fact (Int64.pred n))
let fib n = let rec go a b n = if n = 0 then a else go b (Int64.add a b) (n - 1) in go 0L 1L n
let rec pow b e = if e = 0 then 1L else let h = pow b (e / 2) in let h2 = Int64.mul h h in if e land 1 = 1 then Int64.mul h2 b else h2
let isqrt n =
  let rec go x = let y = Int64.div (Int64.add x (Int64.div n x)) 2L in if y >= x then x else go y in
  if n < 2L then n else go n

let () =
  Printf.printf "%Ld %Ld %Ld %Ld %Ld\n" Int64.zero Int64.one Int64.minus_one Int64.max_int Int64.min_int;
  List.iter
    (fun a ->
      Printf.printf "%Ld:" a;
      List.iter
        (fun b ->
          let open Int64 in
          Printf.printf " %Ld,%Ld,%Ld" (add a b) (sub a b) (mul a b);
          if b <> 0L then Printf.printf ",%Ld,%Ld" (div a b) (rem a b);
          Printf.printf ",%d%B" (compare a b) (a < b))
        values;
      print_newline ())
    values;
  List.iter
    (fun a ->
      let open Int64 in
      Printf.printf "%Ld: %Ld %Ld %Ld %Ld %Ld %Ld %Lx\n" a (neg a) (abs a) (succ a) (pred a) (lognot a) (logand a 0xFF00FF00FF00FFL) (logxor a 0x5555555555555555L);
      List.iter (fun n -> Printf.printf " %Ld/%Ld/%Ld" (shift_left a n) (shift_right a n) (shift_right_logical a n)) [0; 1; 31; 32; 33; 63];
      print_newline ())
    values;
  List.iter (fun a -> Printf.printf "%s %h %ld " (Int64.to_string a) (Int64.to_float a) (Int64.to_int32 a)) values;
  print_newline ();
  List.iter (fun f -> Printf.printf "%Ld " (Int64.of_float f)) [1.9; -1.9; 1e15; -1e18; 9007199254740993.; 0.];
  List.iter (fun n -> Printf.printf "%Ld %d " (Int64.of_int n) (Int64.to_int (Int64.of_int n))) [0; -1; 1000000; -1000000; 0x3FFFFFFF];
  Printf.printf "%Ld %Ld\n" (Int64.of_int32 (-5l)) (Int64.of_int32 Int32.max_int);
  List.iter
    (fun s -> match Int64.of_string_opt s with Some n -> Printf.printf "%s=%Ld " s n | None -> Printf.printf "%s=none " s)
    ["123"; "-9223372036854775808"; "9223372036854775807"; "9223372036854775808"; "0xFFFFFFFFFFFFFFFF"; "0x10000000000000000"; "0u18446744073709551615"; "0b101"; "1_0"; ""; "x"; "-0x8000000000000000"];
  print_newline ();
  Printf.printf "%d %d\n" (Int64.unsigned_compare (-1L) 1L) (Int64.unsigned_compare 5L 5L);
  Printf.printf "%Ld %Ld %s\n" (Int64.unsigned_div (-1L) 10L) (Int64.unsigned_rem (-1L) 10L) (match Int64.unsigned_to_int 77L with Some n -> string_of_int n | None -> "none");
  List.iter (fun s -> Printf.printf "%016Lx\n" (fnv s)) [""; "a"; "foobar"; "The quick brown fox"];
  let s = ref 42L in
  for _ = 1 to 5 do Printf.printf "%Lu " (splitmix s) done;
  print_newline ();
  Printf.printf "%Ld %Ld %Ld %Ld\n" (fact 20L) (fact 21L) (fib 90) (fib 93);
  Printf.printf "%Ld %Ld %Ld\n" (pow 3L 39) (pow 7L 30) (pow (-2L) 63);
  Printf.printf "%Ld %Ld\n" (isqrt 1000000000000000000L) (isqrt Int64.max_int);
  (try ignore (Int64.div 5L 0L) with Division_by_zero -> print_endline "Division_by_zero");
  Printf.printf "%Ld %Ld\n" (Int64.div Int64.min_int (-1L)) (Int64.rem Int64.min_int (-1L));
  Printf.printf "%B %B %d %d\n" (Int64.equal 5L 5L) (max 3L (-4L) = 3L) (Hashtbl.hash 12345678901234L) (Hashtbl.hash (-1L));
  List.iter (fun x -> Printf.printf "%Lx %g " (Int64.bits_of_float x) (Int64.float_of_bits (Int64.bits_of_float x))) [1.; -0.; 3.14; infinity; 1e-310; -2.5e300];
  print_newline ();
  List.iter (Printf.printf "%Ld ") (List.sort compare [3L; -1L; Int64.min_int; 0L; Int64.max_int; 4294967296L; -4294967296L]);
  print_newline ()
