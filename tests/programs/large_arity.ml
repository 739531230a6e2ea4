(* Functions of 5 to 40 parameters: exact and partial application at every
   length, over-application, through unknown calls, tail calls and closures. *)

let f5
    a0 a1 a2 a3 a4 =
  a0 + (2 * a1) + (3 * a2) + a3 +
  (5 * a4)

let f8
    a0 a1 a2 a3 a4 a5 a6 a7 =
  a0 + (2 * a1) + (3 * a2) + a3 + (5 * a4) + (6 * a5) + a6 +
  (8 * a7)

let f12
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 =
  a0 + (2 * a1) + (3 * a2) + a3 + (5 * a4) + (6 * a5) + a6 + (8 * a7) + (9 * a8) + a9 + (2 * a10) +
  (3 * a11)

let f20
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19 =
  a0 + (2 * a1) + (3 * a2) + a3 + (5 * a4) + (6 * a5) + a6 + (8 * a7) + (9 * a8) + a9 + (2 * a10) +
  (3 * a11) + a12 + (5 * a13) + (6 * a14) + a15 + (8 * a16) + (9 * a17) + a18 +
  (2 * a19)

let f40
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19 a20 a21 a22 a23 a24 a25 a26 a27 a28
    a29 a30 a31 a32 a33 a34 a35 a36 a37 a38 a39 =
  a0 + (2 * a1) + (3 * a2) + a3 + (5 * a4) + (6 * a5) + a6 + (8 * a7) + (9 * a8) + a9 + (2 * a10) +
  (3 * a11) + a12 + (5 * a13) + (6 * a14) + a15 + (8 * a16) + (9 * a17) + a18 + (2 * a19) + (3 * a20) + a21 +
  (5 * a22) + (6 * a23) + a24 + (8 * a25) + (9 * a26) + a27 + (2 * a28) + (3 * a29) + a30 + (5 * a31) +
  (6 * a32) + a33 + (8 * a34) + (9 * a35) + a36 + (2 * a37) + (3 * a38) +
  a39

(* Tail recursion with 40 parameters that rotate. *)
let rec rotate n
    x0 x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11 x12 x13 x14 x15 x16 x17 x18 x19 x20 x21 x22 x23 x24 x25 x26 x27 x28
    x29 x30 x31 x32 x33 x34 x35 x36 x37 x38 x39 =
  if n = 0 then [x0; x1; x2; x38; x39]
  else rotate (n - 1)
    x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11 x12 x13 x14 x15 x16 x17 x18 x19 x20 x21 x22 x23 x24 x25 x26 x27 x28
    x29 x30 x31 x32 x33 x34 x35 x36 x37 x38 x39 x0

(* Returns a function from inside: over-application past 20 arguments. *)
let over20
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19 =
  let s = a0 + a19 + a7 in
  fun b c -> (s * 100) + (b * 10) + c

let () =
  Printf.printf "%d\n" (f5
      1 2 3 4 5);
  let p = Sys.opaque_identity (f5
      1) in
  Printf.printf "%d " (p
      2 3 4 5);
  let p = Sys.opaque_identity (f5
      1 2 3 4) in
  Printf.printf "%d " (p
      5);
  let p = Sys.opaque_identity (f5
      1 2) in
  Printf.printf "%d " (p
      3 4 5);
  let p = Sys.opaque_identity (f5
      1 2 3 4) in
  Printf.printf "%d " (p
      5);
  print_newline ();
  Printf.printf "%d\n" ((Sys.opaque_identity f5)
      0 (-1) (-2) (-3) (-4));
  Printf.printf "%d\n" (f8
      1 2 3 4 5 6 7 8);
  let p = Sys.opaque_identity (f8
      1) in
  Printf.printf "%d " (p
      2 3 4 5 6 7 8);
  let p = Sys.opaque_identity (f8
      1 2 3 4) in
  Printf.printf "%d " (p
      5 6 7 8);
  let p = Sys.opaque_identity (f8
      1 2 3 4) in
  Printf.printf "%d " (p
      5 6 7 8);
  let p = Sys.opaque_identity (f8
      1 2 3 4 5 6 7) in
  Printf.printf "%d " (p
      8);
  print_newline ();
  Printf.printf "%d\n" ((Sys.opaque_identity f8)
      0 (-1) (-2) (-3) (-4) (-5) (-6) (-7));
  Printf.printf "%d\n" (f12
      1 2 3 4 5 6 7 8 9 10 11 12);
  let p = Sys.opaque_identity (f12
      1) in
  Printf.printf "%d " (p
      2 3 4 5 6 7 8 9 10 11 12);
  let p = Sys.opaque_identity (f12
      1 2 3 4) in
  Printf.printf "%d " (p
      5 6 7 8 9 10 11 12);
  let p = Sys.opaque_identity (f12
      1 2 3 4 5 6) in
  Printf.printf "%d " (p
      7 8 9 10 11 12);
  let p = Sys.opaque_identity (f12
      1 2 3 4 5 6 7 8 9 10 11) in
  Printf.printf "%d " (p
      12);
  print_newline ();
  Printf.printf "%d\n" ((Sys.opaque_identity f12)
      0 (-1) (-2) (-3) (-4) (-5) (-6) (-7) (-8) (-9) (-10) (-11));
  Printf.printf "%d\n" (f20
      1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
  let p = Sys.opaque_identity (f20
      1) in
  Printf.printf "%d " (p
      2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
  let p = Sys.opaque_identity (f20
      1 2 3 4) in
  Printf.printf "%d " (p
      5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
  let p = Sys.opaque_identity (f20
      1 2 3 4 5 6 7 8 9 10) in
  Printf.printf "%d " (p
      11 12 13 14 15 16 17 18 19 20);
  let p = Sys.opaque_identity (f20
      1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19) in
  Printf.printf "%d " (p
      20);
  print_newline ();
  Printf.printf "%d\n" ((Sys.opaque_identity f20)
      0 (-1) (-2) (-3) (-4) (-5) (-6) (-7) (-8) (-9) (-10) (-11) (-12) (-13) (-14) (-15) (-16) (-17) (-18)
      (-19));
  Printf.printf "%d\n" (f40
      1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37
      38 39 40);
  let p = Sys.opaque_identity (f40
      1) in
  Printf.printf "%d " (p
      2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38
      39 40);
  let p = Sys.opaque_identity (f40
      1 2 3 4) in
  Printf.printf "%d " (p
      5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40);
  let p = Sys.opaque_identity (f40
      1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20) in
  Printf.printf "%d " (p
      21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40);
  let p = Sys.opaque_identity (f40
      1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37
      38 39) in
  Printf.printf "%d " (p
      40);
  print_newline ();
  Printf.printf "%d\n" ((Sys.opaque_identity f40)
      0 (-1) (-2) (-3) (-4) (-5) (-6) (-7) (-8) (-9) (-10) (-11) (-12) (-13) (-14) (-15) (-16) (-17) (-18)
      (-19) (-20) (-21) (-22) (-23) (-24) (-25) (-26) (-27) (-28) (-29) (-30) (-31) (-32) (-33) (-34) (-35)
      (-36) (-37) (-38) (-39));
  List.iter (Printf.printf "%d ") (rotate 1003
      0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37
      38 39);
  print_newline ();
  Printf.printf "%d\n" (over20
      0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21);
  let g = over20
      0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 in
  Printf.printf "%d %d\n" (g 1 2) (g 3 4)
