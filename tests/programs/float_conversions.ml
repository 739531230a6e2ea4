(* Conversions between floats and strings: decimal, hexadecimal, underscores,
   the shortest form, halves, limits, round trips, and floats of ints. *)

let p = Printf.printf

let try_parse s =
  match float_of_string_opt s with
  | Some x -> p "%S -> %h %s\n" s x (string_of_float x)
  | None -> p "%S -> none\n" s

let round_trip x =
  let via f = match float_of_string_opt (f x) with Some y -> Int64.bits_of_float y = Int64.bits_of_float x | None -> false in
  List.map via [Printf.sprintf "%.17g"; Printf.sprintf "%h"; Printf.sprintf "%F"; string_of_float; Printf.sprintf "%.15g"; Printf.sprintf "%H"]

(* The shortest %g form that reads back. *)
let shortest x =
  let rec go n = let s = Printf.sprintf "%.*g" n x in if n >= 17 || float_of_string s = x then s else go (n + 1) in
  go 1

let lcg =
  let s = ref 1 in
  fun () -> s := ((!s * 1309) + 13849) land 0xFFFF; !s

let () =
  List.iter try_parse
    ["0"; "1"; "-1"; "+1.5"; ".5"; "5."; "1e3"; "1E3"; "1e+3"; "1e-3"; "1_000.5"; "0x1p4"; "0x1.8p1"; "0X.8p0"; "-0x1.fffffffffffffp1023"; "0x10"; "nan"; "NaN"; "inf"; "infinity"; "-inf"; "1e400"; "1e-400"; "4.9e-324"; "2.4703282292062327e-324"; "1.7976931348623157e308"; "0.1"; "123456789012345678"; "9007199254740993"; ""; " 1"; "1 "; "abc"; "1e"; "1.2.3"; "--1"; "0x"; "1d"; "_1"; "1__0"; "0b1"; "-0"; "-.5e1"; "e5"; "."];
  List.iter
    (fun x -> p "%s: %s\n" (shortest x) (String.concat " " (List.map string_of_bool (round_trip x))))
    [0.1; 1.5; 1. /. 3.; 1e22; 1e23; 5e-324; 2.2250738585072014e-308; 123456789.123456789; max_float; 0.3; 1e-7];
  let bad = ref 0 in
  for _ = 1 to 200 do
    let x = ldexp (float (lcg ()) +. (float (lcg ()) /. 65536.)) ((lcg () mod 200) - 100) in
    if float_of_string (Printf.sprintf "%.17g" x) <> x then incr bad;
    if float_of_string (Printf.sprintf "%h" x) <> x then incr bad;
    if float_of_string (shortest x) <> x then incr bad
  done;
  p "bad round trips: %d\n" !bad;
  List.iter (fun x -> p "%s %s %s\n" (shortest x) (string_of_float x) (Float.to_string x)) [1.; 10.; 100.5; 1e5; 1e12; 1e15; 1e16; 1e17; 123456789.; 0.001; 1e-4; 1e-5; 3.14];
  List.iter (fun n -> p "%s %h " (string_of_float (float n)) (float n)) [0; 1; -1; 255; 65536; 1000000; 1073741823];
  print_newline ();
  List.iter (fun x -> p "%d " (int_of_float x)) [0.; 0.9; -0.9; 1e6; 65535.99; -1048576.5];
  print_newline ();
  List.iter (fun x -> p "%Lx %lx " (Int64.bits_of_float x) (Int32.bits_of_float x)) [1.; -2.; 0.1; infinity; 1e-40; 65504.];
  print_newline ();
  List.iter (fun b -> p "%h " (Int64.float_of_bits b)) [0x3FF0000000000000L; 0x4009_21FB_5444_2D18L; 1L; 0x7FF0000000000000L; 0x8000000000000000L];
  print_newline ();
  p "%s %s\n" (Float.to_string 0.1) (string_of_float (float_of_string "0.1" +. 0.2));
  (try ignore (float_of_string "x") with Failure m -> print_endline m);
  p "%.3f %.3f %.2f %.2f %.1f\n" 1.0005 2.0015 1.005 2.675 0.25;
  p "%s %s\n" (string_of_float 4.35) (string_of_float (4.35 *. 100.))
