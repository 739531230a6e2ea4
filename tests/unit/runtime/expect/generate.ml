(* Writes the expected values of the runtime's unit tests, computed by OCaml itself.
   Usage: ocaml tests/unit/runtime/expect/generate.ml   (writes *.lua beside this file)
   Each file returns a list of rows; numbers that a Lua can't hold exactly are decimal strings, floats are %h or %.17g text. *)

let dir = Filename.dirname Sys.argv.(0)

let quote s =
  let b = Buffer.create (String.length s + 2) in
  Buffer.add_char b '"';
  String.iter
    (fun c ->
      if c = '"' || c = '\\' || c < ' ' || c > '~' then Buffer.add_string b (Printf.sprintf "\\%03d" (Char.code c))
      else Buffer.add_char b c)
    s;
  Buffer.add_char b '"';
  Buffer.contents b

let write name rows =
  let oc = open_out_bin (Filename.concat dir (name ^ ".lua")) in
  output_string oc "-- Written by generate.ml: do not edit.\nreturn {\n";
  List.iter (fun row -> output_string oc ("{" ^ String.concat "," row ^ "},\n")) rows;
  output_string oc "}\n";
  close_out oc

let product xs ys = List.concat_map (fun x -> List.map (fun y -> (x, y)) ys) xs
let q = quote
let attempt f = try f () with Failure m -> "Failure " ^ m | Invalid_argument m -> "Invalid " ^ m | Division_by_zero -> "zero"

(* 32 and 64 bits: a, b, then add sub mul div mod and or xor compare. *)
let ints32 =
  [ 0l; 1l; -1l; 2l; -3l; 7l; 10l; 255l; 65536l; -65537l; 123456789l; -987654321l; Int32.max_int; Int32.min_int; 0x55aa33ccl ]

let () =
  write "int32"
    (List.map
       (fun (a, b) ->
         let s f = q (attempt (fun () -> Int32.to_string (f a b))) in
         Int32.(
           [ q (to_string a); q (to_string b); s add; s sub; s mul; s div; s rem; s logand; s logor; s logxor;
             string_of_int (compare a b) ]))
       (product ints32 ints32))

let ints64 =
  [ 0L; 1L; -1L; 2L; -3L; 10L; 4294967295L; 4294967296L; -4294967297L; 9007199254740992L; -9007199254740993L;
    1234567890123456789L; -987654321987654321L; Int64.max_int; Int64.min_int; 0x5555aaaa33cc00ffL; 3037000500L; 1000000007L ]

let () =
  write "int64"
    (List.map
       (fun (a, b) ->
         let s f = q (attempt (fun () -> Int64.to_string (f a b))) in
         Int64.(
           [ q (to_string a); q (to_string b); s add; s sub; s mul; s div; s rem; s logand; s logor; s logxor;
             string_of_int (compare a b) ]))
       (product ints64 ints64))

(* Pseudo-random divisions, where an estimate may be off by one. *)
let () =
  Random.init 42;
  let r64 () =
    let x = Int64.logxor (Int64.shift_left (Random.int64 Int64.max_int) 1) (Int64.of_int (Random.bits ())) in
    Int64.shift_right x (Random.int 62)
  in
  write "int64_random"
    (List.init 300 (fun _ ->
         let a = r64 () and b = r64 () in
         let s f = q (attempt (fun () -> Int64.to_string (f a b))) in
         [ q (Int64.to_string a); q (Int64.to_string b); s Int64.mul; s Int64.div; s Int64.rem ]))

external bswap32 : int32 -> int32 = "%bswap_int32"
external bswap64 : int64 -> int64 = "%bswap_int64"

(* Shifts: value, count, shl sar shr, for both widths. Then unary: neg bswap to_float. *)
let () =
  let vs = [ 1L; -1L; 0x123456789abcdef0L; Int64.min_int; Int64.max_int; 0x80000000L; 0xffffffffL ] in
  write "shift"
    (List.map
       (fun (a, n) ->
         let a32 = Int64.to_int32 a and m = n mod 32 in
         [ q (Int64.to_string a); string_of_int n;
           q (Int64.to_string (Int64.shift_left a n)); q (Int64.to_string (Int64.shift_right a n));
           q (Int64.to_string (Int64.shift_right_logical a n));
           q (Int32.to_string (Int32.shift_left a32 m)); q (Int32.to_string (Int32.shift_right a32 m));
           q (Int32.to_string (Int32.shift_right_logical a32 m)) ])
       (product vs [ 0; 1; 4; 15; 31; 32; 33; 47; 63 ]));
  write "unary64"
    (List.map
       (fun a ->
         let a32 = Int64.to_int32 a in
         [ q (Int64.to_string a); q (Int64.to_string (Int64.neg a)); q (Int64.to_string (bswap64 a));
           q (Printf.sprintf "%.17g" (Int64.to_float a)); q (Int32.to_string a32);
           q (Int32.to_string (Int32.neg a32)); q (Int32.to_string (bswap32 a32)); string_of_int (Hashtbl.hash a);
           string_of_int (Hashtbl.hash a32) ])
       ints64)

(* of_string: text, then int (63 bits), Int32, Int64. *)
let () =
  let texts =
    [ "0"; "1"; "-1"; "+5"; "-0"; ""; "-"; "+"; " 1"; "1 "; "12a"; "_1"; "1_000"; "1__0_"; "0x"; "0xff"; "0XFF"; "-0xff";
      "0o17"; "0b101"; "0u10"; "0u"; "0x_f"; "0xf_"; "0b102"; "0o8"; "2147483647"; "2147483648"; "-2147483648"; "-2147483649";
      "4294967295"; "4294967296"; "0u4294967295"; "0u4294967296"; "0x7fffffff"; "0x80000000"; "0xffffffff"; "0x100000000";
      "-0xffffffff"; "-0x80000000"; "4611686018427387903"; "4611686018427387904"; "-4611686018427387904";
      "-4611686018427387905"; "9223372036854775807"; "9223372036854775808"; "-9223372036854775808"; "-9223372036854775809";
      "18446744073709551615"; "18446744073709551616"; "18446744073709551610"; "18446744073709551619";
      "184467440737095516150"; "0u18446744073709551615"; "0u18446744073709551616"; "0u9223372036854775807";
      "0u9223372036854775808"; "0x7fffffffffffffff"; "0x8000000000000000"; "0xffffffffffffffff"; "0x10000000000000000";
      "0x3fffffffffffffff"; "0x4000000000000000"; "-0xffffffffffffffff"; "0b1111111111111111111111111111111111111111111111111111111111111111";
      "0b11111111111111111111111111111111111111111111111111111111111111111"; "0o1777777777777777777777"; "0o2000000000000000000000";
      "00000000000000000000000000000007"; "1\0002"; "0x1g" ]
  in
  write "int_of_string"
    (List.map
       (fun t ->
         [ q t; q (attempt (fun () -> string_of_int (int_of_string t)));
           q (attempt (fun () -> Int32.to_string (Int32.of_string t)));
           q (attempt (fun () -> Int64.to_string (Int64.of_string t))) ])
       texts)

external format_int : string -> int -> string = "caml_format_int"
external format32 : string -> int32 -> string = "caml_int32_format"
external format64 : string -> int64 -> string = "caml_int64_format"
external format_float : string -> float -> string = "caml_format_float"
external hexstring : float -> int -> char -> string = "caml_hexstring_of_float"

(* format, value, as int (63 bits), Int32, Int64. *)
let () =
  let fmts =
    [ "%d"; "%i"; "%u"; "%x"; "%X"; "%o"; "%5d"; "%-5d"; "%05d"; "%+d"; "% d"; "%+5d"; "%+05d"; "%-+5d"; "%.3d"; "%8.3d";
      "%08.3d"; "%#x"; "%#X"; "%#o"; "%#10x"; "%#010x"; "%-#10x"; "%20u"; "%020u"; "%.0d"; "%25o"; "%ld"; "%nx"; "%Lu"; "%5Ld" ]
  in
  write "format_int"
    (List.map
       (fun (f, v) ->
         [ q f; q (Int64.to_string v); q (format_int f (Int64.to_int v)); q (format32 f (Int64.to_int32 v)); q (format64 f v) ])
       (product fmts [ 0L; 1L; -1L; 42L; -1234L; 2147483647L; -2147483648L; 1234567890123456789L; Int64.min_int ]))

(* Floats are written by their bits: two halves. *)
let bits f =
  let b = Int64.bits_of_float f in
  [ Int64.to_string (Int64.shift_right b 32); Int64.to_string (Int64.logand b 0xffffffffL) ]

let floats =
  [ 0.; -0.; 1.; -1.; 0.5; 1.5; 2.5; 0.1; 1. /. 3.; 3.14159265358979; 100.; 123456789.; 1e15; 1e16; 1e21; 1e22; 1.7976931348623157e308;
    2.2250738585072014e-308; 4.9406564584124654e-324; 1e-310; -1e-5; 1e-4; 123456.789; 0.000123456; 9.9999995; 99999.95;
    4503599627370496.5; 9007199254740993.; infinity; neg_infinity; 2147483648.; -2147483649.; 4294967296.; 1e10; 0.49999999999999994;
    255.; 65504.; 3.4028234663852886e38; 3.4028235677973366e38; 1e-45; 7e-46; 1.17549435e-38; 1e-40; 16777217.; 9.2233720368547758e18 ]

let () =
  let fmts =
    [ "%g"; "%.12g"; "%.15g"; "%.17g"; "%f"; "%e"; "%.0f"; "%.3f"; "%10.2f"; "%-10.2f"; "%010.2f"; "%+.2f"; "% .2f"; "%.0e"; "%#.0f";
      "%G"; "%E"; "%.20f"; "%.120f"; "%.110e"; "%.130g"; "%#.3g"; "%F"; "%120.1f" ]
  in
  write "format_float"
    (List.map (fun (f, x) -> bits x @ [ q f; q (format_float f x) ]) (product fmts floats))

let () =
  write "hexstring"
    (List.concat_map
       (fun x ->
         List.map
           (fun (p, s) -> bits x @ [ string_of_int p; string_of_int (Char.code s); q (hexstring x p s) ])
           [ (-1, '-'); (0, '-'); (1, '+'); (3, ' '); (12, '-'); (13, '-'); (16, '+') ])
       (floats @ [ nan; 1.9999999; 1.96875; 1.90625 ]))

let () =
  let texts =
    [ "0"; "-0"; "1"; "+1"; "1."; ".5"; "-.5e3"; "1e"; "1e+"; "1e5"; "1E-5"; "1_000.5_0"; "_1"; "1__"; ""; "-"; "."; "e5"; " 1.5"; "1.5 ";
      "nan"; "NaN"; "-nan"; "inf"; "-inf"; "infinity"; "+Infinity"; "infinit"; "nan(12)"; "0x"; "0x1"; "0x1p"; "0x1p4"; "0x.8p0"; "0x1.8";
      "-0x1.8p1"; "0x1.8p-1074"; "0x1p-1075"; "0x1.000001p-1075"; "0x1p1023"; "0x1p1024"; "0x1.fffffffffffff8p0"; "0x1.fffffffffffff7p0";
      "0x1.00000000000008p0"; "0x1.000000000000080000001p0"; "0x1.00000000000018p0"; "0x123456789abcdef0123456789p-40"; "0x1p99999999999";
      "0x1p-99999999999"; "0x0p99"; "0x1..2"; "0x1g"; "0x.p1"; "1e400"; "-1e400"; "1e-400"; "4.9e-324"; "2.4e-324"; "9007199254740993";
      "9007199254740993.0000001"; "179769313486231580793728971405301e276"; "123456789012345678901234567890"; "1d"; "0b1"; "1e5.5"; "--1";
      "1+1"; "0x1p+4"; "0X1P4"; "0x_1p4"; "1e0x5"; "1\0000"; "1-2"; "\t1"; "1e1_0" ]
  in
  write "float_of_string"
    (List.map
       (fun t -> match float_of_string t with x when x <> x -> [ q t; q "nan" ] | x -> q t :: bits x | exception Failure m -> [ q t; q m ])
       texts)

(* Unary functions: name, x, result. Exact ones first. *)
let () =
  let exact =
    [ ("floor", floor); ("ceil", ceil); ("trunc", Float.trunc); ("round", Float.round); ("abs", abs_float); ("neg", ( ~-. )); ("sqrt", sqrt) ]
  in
  let xs =
    floats @ List.map ( ~-. ) floats
    @ [ -0.5; -1.5; -2.5; 0.75; -0.75; 4503599627370495.5; -4503599627370495.5; 1e300 ]
  in
  write "float_exact"
    (List.concat_map
       (fun x ->
         List.filter_map
           (fun (n, f) -> if f x <> f x then None else Some ((q n :: bits x) @ bits (f x)))
           exact)
       xs);
  write "float_misc"
    (List.map
       (fun x ->
         let m, e = frexp x in
         let fr, it = modf x in
         bits x @ bits m @ [ string_of_int e ] @ bits fr @ bits it
         @ [ string_of_int (Obj.magic (classify_float x)); Int32.to_string (Int32.bits_of_float x) ]
         @ bits (Int32.float_of_bits (Int32.bits_of_float x))
         @ bits (Float.succ x) @ bits (Float.pred x)
         @ [ string_of_int (Hashtbl.hash x); q (string_of_int (int_of_float x)); Int32.to_string (Int32.of_float x);
             q (Int64.to_string (Int64.of_float x)) ])
       xs)

let () =
  let fs =
    [ ("exp", exp); ("exp2", Float.exp2); ("log", log); ("log10", log10); ("log2", Float.log2); ("log1p", log1p); ("expm1", expm1);
      ("sin", sin); ("cos", cos); ("tan", tan); ("asin", asin); ("acos", acos); ("atan", atan); ("sinh", sinh); ("cosh", cosh);
      ("tanh", tanh); ("asinh", Float.asinh); ("acosh", Float.acosh); ("atanh", Float.atanh); ("cbrt", Float.cbrt); ("erf", Float.erf); ("erfc", Float.erfc) ]
  in
  let xs =
    [ 0.; -0.; 0.5; -0.5; 1.; -1.; 0.1; 1e-8; 1e-20; 2.; 8.; 27.; 1000.; 3.5; 10.; 20.; -10.; 25.; 100.; 0.9; 1.1; 1e10; 1e300; 710.;
      infinity; neg_infinity; nan; 5e-324; 0.999; 1.5; 2.2; 5.7 ]
  in
  write "float_math" (List.concat_map (fun (n, f) -> List.map (fun x -> [ q n; q (Printf.sprintf "%h" x); q (Printf.sprintf "%h" (f x)) ]) xs) fs);
  let ys = [ (3., 4.); (5., 12.); (1e200, 1e200); (1e-200, 1e-200); (-3., 0.); (infinity, 3.); (2., 0.5); (2., 10.); (0., 0.); (1e300, 1e-300); (-8., 3.); (7.5, -2.) ] in
  let gs = [ ("hypot", Float.hypot); ("power", ( ** )); ("atan2", atan2); ("fmod", mod_float); ("copysign", copysign); ("nextafter", Float.next_after) ] in
  write "float_math2"
    (List.concat_map
       (fun (n, f) ->
         List.map (fun (x, y) -> [ q n; q (Printf.sprintf "%h" x); q (Printf.sprintf "%h" y); q (Printf.sprintf "%h" (f x y)) ]) ys)
       gs);
  let r () = Int64.float_of_bits (Random.int64 Int64.max_int) in
  let small () = ldexp (Random.float 2. -. 1.) (Random.int 40 - 20) in
  let rows =
    List.init 100 (fun _ -> (small (), small (), small ()))
    @ List.init 60 (fun _ -> (r (), r (), r ()))
    @ List.init 60 (fun _ ->
          let x = small () and y = small () in
          (x, y, -.(x *. y)))
    @ List.init 80 (fun i ->
          let x = ldexp (small ()) (-520) and y = ldexp (small ()) (-500 - i) in
          (x, y, ldexp (small ()) (-1030 - (i mod 30))))
    @ [ (1., 1., 0.); (0., 1., -0.); (1e308, 10., -.infinity); (1e308, 10., -1e308); (3., 1e-324, 1.); (1e-300, 1e-300, 5e-324);
        (0x1.deadbeef2feedp-495, 0x1.deadbeef2feedp-495, -0x1.bf86a5786a574p-989);
        (0x1.deadbeef2feedp-503, 0x1.deadbeef2feedp-503, -0x1.bf86a5786a574p-1005) ]
  in
  write "fma" (List.map (fun (x, y, z) -> List.map (fun v -> q (Printf.sprintf "%h" v)) [ x; y; z; Float.fma x y z ]) rows)

(* Structured values as Lua text. Boxed integers become calls of I32, I64, NAT, which the test passes in. *)
let rec lua v =
  let open Obj in
  if is_int v then string_of_int (obj v)
  else
    let t = tag v in
    if t = string_tag then quote (obj v)
    else if t = double_tag then lua_float (obj v)
    else if t = double_array_tag then
      "{254" ^ String.concat "" (List.map (fun f -> "," ^ lua_float f) (Array.to_list (obj v : float array))) ^ "}"
    else if t = custom_tag then
      let same x = tag (repr x) = t && size (repr x) = size v && field (repr x) 0 == field v 0 in
      if same 0l then Printf.sprintf "I32(%S)" (Int32.to_string (obj v))
      else if same 0L then Printf.sprintf "I64(%S)" (Int64.to_string (obj v))
      else Printf.sprintf "NAT(%S)" (Nativeint.to_string (obj v))
    else
      "{" ^ string_of_int t ^ String.concat "" (List.init (size v) (fun i -> "," ^ lua (field v i))) ^ "}"

and lua_float f =
  if f <> f then "NAN"
  else if f = infinity then "INF"
  else if f = neg_infinity then "-INF"
  else if f = 0. && 1. /. f < 0. then "NEGZERO"
  else
    let s = Printf.sprintf "%.17g" f in
    if String.contains s '.' || String.contains s 'e' then s else s ^ ".0"

let write_values name rows =
  let oc = open_out_bin (Filename.concat dir (name ^ ".lua")) in
  output_string oc "-- Written by generate.ml: do not edit.\nlocal I32, I64, NAT, NAN, INF, NEGZERO = ...\nreturn {\n";
  List.iter (fun row -> output_string oc ("{" ^ String.concat "," row ^ "},\n")) rows;
  output_string oc "}\n";
  close_out oc

type t = A | B of int | C of t * t | D of float | E of string * t list

let r = Obj.repr

let rec deep n = if n = 0 then A else C (deep (n - 1), B n)

(* Hashes: value, count, limit, seed, seeded_hash_param of them. The last field: whether floats are within. *)
let () =
  let values =
    [ (r 0, false); (r 1, false); (r (-1), false); (r 123456789, false); (r 2147483647, false); (r (-2147483648), false);
      (r 1073741824, false); (r (-1073741825), false);
      (r "", false); (r "a", false); (r "ab", false); (r "abc", false); (r "abcd", false); (r "hello, world", false);
      (r (String.make 300 'x'), false); (r "\000\255\128", false);
      (r 1.5, true); (r (-0.), true); (r 1., true); (r nan, true); (r infinity, true); (r 1e300, true);
      (r 0l, false); (r (-5l), false); (r 0x7fffffffL, false); (r (-1L), false); (r 0x123456789abcdef0L, false); (r 77n, false); (r (-77n), false);
      (r [ 1; 2; 3 ], false); (r (1, "x", [ "y"; "z" ]), false); (r (Some (Some 3)), false); (r [||], false); (r [| 1; 2 |], false);
      (r [| 1.5; 2.5; -0.5 |], true); (r (1, 2.5), true); (r (deep 40), false); (r (List.init 50 (fun i -> i)), false);
      (r (C (B 1, E ("s", [ A; D 1.25; C (A, A) ]))), true); (r (List.init 20 (fun i -> List.init i (fun j -> j))), false);
      (r (Array.make 300 7), false); (r (ref 5), false); (r (Array.init 30 (fun i -> (i, string_of_int i))), false) ]
  in
  write_values "hash"
    (List.concat_map
       (fun (v, fl) ->
         List.map
           (fun (n, l, s) ->
             [ lua v; string_of_int n; string_of_int l; string_of_int s; string_of_int (Hashtbl.seeded_hash_param n l s v); string_of_bool fl ])
           [ (10, 100, 0); (10, 100, 12345); (3, 5, 0); (100, 256, -1); (1000, 1000, 0) ])
       values)

(* Comparisons within groups of one type: compare = < <= > >=. *)
let () =
  let groups =
    [ List.map r [ 0; 1; -1; max_int / 4294967296 / 4; -2147483648 ];
      List.map r [ ""; "a"; "b"; "ab"; "a\000"; "a\255"; "B"; "abc"; "\128" ];
      List.map r [ 0.; -0.; 1.5; -1.5; nan; infinity; neg_infinity; 1e300 ];
      List.map r [ []; [ 1 ]; [ 1; 2 ]; [ 2 ]; [ 1; 3 ]; [ 1; 2; 3 ] ];
      List.map r [ A; B 1; B 2; C (A, B 1); C (A, B 2); C (B 1, A); D 1.5; D nan; E ("x", []); E ("x", [ A ]); E ("w", [ B 1 ]); deep 5; deep 6 ];
      List.map r [ [||]; [| 1.5 |]; [| 2.5 |]; [| 1.5; 2. |]; [| nan |]; [| 1.5; nan |] ];
      List.map r [ [||]; [| 1 |]; [| 1; 2 |]; [| 2 |]; [| 0; 5 |] ];
      List.map r [ 0l; 1l; -1l; Int32.min_int; Int32.max_int ];
      List.map r [ 0L; 1L; -1L; Int64.min_int; Int64.max_int; 0x100000000L; 0xffffffffL; -0x100000000L ];
      List.map r [ 0n; 1n; -1n; 2147483647n ];
      List.map r [ (1, "a", 2.5); (1, "a", nan); (1, "b", 0.); (0, "z", 1.) ];
      List.map r [ Some 1; None; Some 2 ];
      List.map r [ [ "a" ]; [ "a"; "b" ]; [ "b" ]; [ "" ] ] ]
  in
  write_values "compare"
    (List.concat_map
       (fun g ->
         List.map
           (fun (a, b) ->
             let i x = if x then "1" else "0" in
             [ lua a; lua b; string_of_int (compare a b); i (a = b); i (a < b); i (a <= b); i (a > b); i (a >= b) ])
           (product g g))
       groups)

let () =
  let s n = String.init n (fun i -> Char.chr (((i * 7) + n) land 255)) in
  write "md5" (List.map (fun n -> [ string_of_int n; q (Digest.to_hex (Digest.string (s n))) ]) [ 0; 1; 3; 55; 56; 57; 63; 64; 65; 119; 120; 128; 1000 ])
