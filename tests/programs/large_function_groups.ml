(* A group of 120 mutually recursive functions, 150 closures made in one
   function, and 100 nested functions of one another. *)

let rec g0 n = if n <= 0 then 0 else if n land 1 = 0 then g1 (n - 1) else g5 (n - 1) + 1
and g1 n = if n <= 0 then 1 else if n land 2 = 0 then g8 (n - 1) else g16 (n - 2) + 1
and g2 n = if n <= 0 then 2 else if n land 4 = 0 then g15 (n - 1) else g27 (n - 3) + 1
and g3 n = if n <= 0 then 3 else if n land 8 = 0 then g22 (n - 1) else g38 (n - 1) + 1
and g4 n = if n <= 0 then 4 else if n land 1 = 0 then g29 (n - 1) else g49 (n - 2) + 1
and g5 n = if n <= 0 then 5 else if n land 2 = 0 then g36 (n - 1) else g60 (n - 3) + 1
and g6 n = if n <= 0 then 6 else if n land 4 = 0 then g43 (n - 1) else g71 (n - 1) + 1
and g7 n = if n <= 0 then 7 else if n land 8 = 0 then g50 (n - 1) else g82 (n - 2) + 1
and g8 n = if n <= 0 then 8 else if n land 1 = 0 then g57 (n - 1) else g93 (n - 3) + 1
and g9 n = if n <= 0 then 9 else if n land 2 = 0 then g64 (n - 1) else g104 (n - 1) + 1
and g10 n = if n <= 0 then 10 else if n land 4 = 0 then g71 (n - 1) else g115 (n - 2) + 1
and g11 n = if n <= 0 then 11 else if n land 8 = 0 then g78 (n - 1) else g6 (n - 3) + 1
and g12 n = if n <= 0 then 12 else if n land 1 = 0 then g85 (n - 1) else g17 (n - 1) + 1
and g13 n = if n <= 0 then 13 else if n land 2 = 0 then g92 (n - 1) else g28 (n - 2) + 1
and g14 n = if n <= 0 then 14 else if n land 4 = 0 then g99 (n - 1) else g39 (n - 3) + 1
and g15 n = if n <= 0 then 15 else if n land 8 = 0 then g106 (n - 1) else g50 (n - 1) + 1
and g16 n = if n <= 0 then 16 else if n land 1 = 0 then g113 (n - 1) else g61 (n - 2) + 1
and g17 n = if n <= 0 then 17 else if n land 2 = 0 then g0 (n - 1) else g72 (n - 3) + 1
and g18 n = if n <= 0 then 18 else if n land 4 = 0 then g7 (n - 1) else g83 (n - 1) + 1
and g19 n = if n <= 0 then 19 else if n land 8 = 0 then g14 (n - 1) else g94 (n - 2) + 1
and g20 n = if n <= 0 then 20 else if n land 1 = 0 then g21 (n - 1) else g105 (n - 3) + 1
and g21 n = if n <= 0 then 21 else if n land 2 = 0 then g28 (n - 1) else g116 (n - 1) + 1
and g22 n = if n <= 0 then 22 else if n land 4 = 0 then g35 (n - 1) else g7 (n - 2) + 1
and g23 n = if n <= 0 then 23 else if n land 8 = 0 then g42 (n - 1) else g18 (n - 3) + 1
and g24 n = if n <= 0 then 24 else if n land 1 = 0 then g49 (n - 1) else g29 (n - 1) + 1
and g25 n = if n <= 0 then 25 else if n land 2 = 0 then g56 (n - 1) else g40 (n - 2) + 1
and g26 n = if n <= 0 then 26 else if n land 4 = 0 then g63 (n - 1) else g51 (n - 3) + 1
and g27 n = if n <= 0 then 27 else if n land 8 = 0 then g70 (n - 1) else g62 (n - 1) + 1
and g28 n = if n <= 0 then 28 else if n land 1 = 0 then g77 (n - 1) else g73 (n - 2) + 1
and g29 n = if n <= 0 then 29 else if n land 2 = 0 then g84 (n - 1) else g84 (n - 3) + 1
and g30 n = if n <= 0 then 30 else if n land 4 = 0 then g91 (n - 1) else g95 (n - 1) + 1
and g31 n = if n <= 0 then 31 else if n land 8 = 0 then g98 (n - 1) else g106 (n - 2) + 1
and g32 n = if n <= 0 then 32 else if n land 1 = 0 then g105 (n - 1) else g117 (n - 3) + 1
and g33 n = if n <= 0 then 33 else if n land 2 = 0 then g112 (n - 1) else g8 (n - 1) + 1
and g34 n = if n <= 0 then 34 else if n land 4 = 0 then g119 (n - 1) else g19 (n - 2) + 1
and g35 n = if n <= 0 then 35 else if n land 8 = 0 then g6 (n - 1) else g30 (n - 3) + 1
and g36 n = if n <= 0 then 36 else if n land 1 = 0 then g13 (n - 1) else g41 (n - 1) + 1
and g37 n = if n <= 0 then 37 else if n land 2 = 0 then g20 (n - 1) else g52 (n - 2) + 1
and g38 n = if n <= 0 then 38 else if n land 4 = 0 then g27 (n - 1) else g63 (n - 3) + 1
and g39 n = if n <= 0 then 39 else if n land 8 = 0 then g34 (n - 1) else g74 (n - 1) + 1
and g40 n = if n <= 0 then 40 else if n land 1 = 0 then g41 (n - 1) else g85 (n - 2) + 1
and g41 n = if n <= 0 then 41 else if n land 2 = 0 then g48 (n - 1) else g96 (n - 3) + 1
and g42 n = if n <= 0 then 42 else if n land 4 = 0 then g55 (n - 1) else g107 (n - 1) + 1
and g43 n = if n <= 0 then 43 else if n land 8 = 0 then g62 (n - 1) else g118 (n - 2) + 1
and g44 n = if n <= 0 then 44 else if n land 1 = 0 then g69 (n - 1) else g9 (n - 3) + 1
and g45 n = if n <= 0 then 45 else if n land 2 = 0 then g76 (n - 1) else g20 (n - 1) + 1
and g46 n = if n <= 0 then 46 else if n land 4 = 0 then g83 (n - 1) else g31 (n - 2) + 1
and g47 n = if n <= 0 then 47 else if n land 8 = 0 then g90 (n - 1) else g42 (n - 3) + 1
and g48 n = if n <= 0 then 48 else if n land 1 = 0 then g97 (n - 1) else g53 (n - 1) + 1
and g49 n = if n <= 0 then 49 else if n land 2 = 0 then g104 (n - 1) else g64 (n - 2) + 1
and g50 n = if n <= 0 then 50 else if n land 4 = 0 then g111 (n - 1) else g75 (n - 3) + 1
and g51 n = if n <= 0 then 51 else if n land 8 = 0 then g118 (n - 1) else g86 (n - 1) + 1
and g52 n = if n <= 0 then 52 else if n land 1 = 0 then g5 (n - 1) else g97 (n - 2) + 1
and g53 n = if n <= 0 then 53 else if n land 2 = 0 then g12 (n - 1) else g108 (n - 3) + 1
and g54 n = if n <= 0 then 54 else if n land 4 = 0 then g19 (n - 1) else g119 (n - 1) + 1
and g55 n = if n <= 0 then 55 else if n land 8 = 0 then g26 (n - 1) else g10 (n - 2) + 1
and g56 n = if n <= 0 then 56 else if n land 1 = 0 then g33 (n - 1) else g21 (n - 3) + 1
and g57 n = if n <= 0 then 57 else if n land 2 = 0 then g40 (n - 1) else g32 (n - 1) + 1
and g58 n = if n <= 0 then 58 else if n land 4 = 0 then g47 (n - 1) else g43 (n - 2) + 1
and g59 n = if n <= 0 then 59 else if n land 8 = 0 then g54 (n - 1) else g54 (n - 3) + 1
and g60 n = if n <= 0 then 60 else if n land 1 = 0 then g61 (n - 1) else g65 (n - 1) + 1
and g61 n = if n <= 0 then 61 else if n land 2 = 0 then g68 (n - 1) else g76 (n - 2) + 1
and g62 n = if n <= 0 then 62 else if n land 4 = 0 then g75 (n - 1) else g87 (n - 3) + 1
and g63 n = if n <= 0 then 63 else if n land 8 = 0 then g82 (n - 1) else g98 (n - 1) + 1
and g64 n = if n <= 0 then 64 else if n land 1 = 0 then g89 (n - 1) else g109 (n - 2) + 1
and g65 n = if n <= 0 then 65 else if n land 2 = 0 then g96 (n - 1) else g0 (n - 3) + 1
and g66 n = if n <= 0 then 66 else if n land 4 = 0 then g103 (n - 1) else g11 (n - 1) + 1
and g67 n = if n <= 0 then 67 else if n land 8 = 0 then g110 (n - 1) else g22 (n - 2) + 1
and g68 n = if n <= 0 then 68 else if n land 1 = 0 then g117 (n - 1) else g33 (n - 3) + 1
and g69 n = if n <= 0 then 69 else if n land 2 = 0 then g4 (n - 1) else g44 (n - 1) + 1
and g70 n = if n <= 0 then 70 else if n land 4 = 0 then g11 (n - 1) else g55 (n - 2) + 1
and g71 n = if n <= 0 then 71 else if n land 8 = 0 then g18 (n - 1) else g66 (n - 3) + 1
and g72 n = if n <= 0 then 72 else if n land 1 = 0 then g25 (n - 1) else g77 (n - 1) + 1
and g73 n = if n <= 0 then 73 else if n land 2 = 0 then g32 (n - 1) else g88 (n - 2) + 1
and g74 n = if n <= 0 then 74 else if n land 4 = 0 then g39 (n - 1) else g99 (n - 3) + 1
and g75 n = if n <= 0 then 75 else if n land 8 = 0 then g46 (n - 1) else g110 (n - 1) + 1
and g76 n = if n <= 0 then 76 else if n land 1 = 0 then g53 (n - 1) else g1 (n - 2) + 1
and g77 n = if n <= 0 then 77 else if n land 2 = 0 then g60 (n - 1) else g12 (n - 3) + 1
and g78 n = if n <= 0 then 78 else if n land 4 = 0 then g67 (n - 1) else g23 (n - 1) + 1
and g79 n = if n <= 0 then 79 else if n land 8 = 0 then g74 (n - 1) else g34 (n - 2) + 1
and g80 n = if n <= 0 then 80 else if n land 1 = 0 then g81 (n - 1) else g45 (n - 3) + 1
and g81 n = if n <= 0 then 81 else if n land 2 = 0 then g88 (n - 1) else g56 (n - 1) + 1
and g82 n = if n <= 0 then 82 else if n land 4 = 0 then g95 (n - 1) else g67 (n - 2) + 1
and g83 n = if n <= 0 then 83 else if n land 8 = 0 then g102 (n - 1) else g78 (n - 3) + 1
and g84 n = if n <= 0 then 84 else if n land 1 = 0 then g109 (n - 1) else g89 (n - 1) + 1
and g85 n = if n <= 0 then 85 else if n land 2 = 0 then g116 (n - 1) else g100 (n - 2) + 1
and g86 n = if n <= 0 then 86 else if n land 4 = 0 then g3 (n - 1) else g111 (n - 3) + 1
and g87 n = if n <= 0 then 87 else if n land 8 = 0 then g10 (n - 1) else g2 (n - 1) + 1
and g88 n = if n <= 0 then 88 else if n land 1 = 0 then g17 (n - 1) else g13 (n - 2) + 1
and g89 n = if n <= 0 then 89 else if n land 2 = 0 then g24 (n - 1) else g24 (n - 3) + 1
and g90 n = if n <= 0 then 90 else if n land 4 = 0 then g31 (n - 1) else g35 (n - 1) + 1
and g91 n = if n <= 0 then 91 else if n land 8 = 0 then g38 (n - 1) else g46 (n - 2) + 1
and g92 n = if n <= 0 then 92 else if n land 1 = 0 then g45 (n - 1) else g57 (n - 3) + 1
and g93 n = if n <= 0 then 93 else if n land 2 = 0 then g52 (n - 1) else g68 (n - 1) + 1
and g94 n = if n <= 0 then 94 else if n land 4 = 0 then g59 (n - 1) else g79 (n - 2) + 1
and g95 n = if n <= 0 then 95 else if n land 8 = 0 then g66 (n - 1) else g90 (n - 3) + 1
and g96 n = if n <= 0 then 96 else if n land 1 = 0 then g73 (n - 1) else g101 (n - 1) + 1
and g97 n = if n <= 0 then 97 else if n land 2 = 0 then g80 (n - 1) else g112 (n - 2) + 1
and g98 n = if n <= 0 then 98 else if n land 4 = 0 then g87 (n - 1) else g3 (n - 3) + 1
and g99 n = if n <= 0 then 99 else if n land 8 = 0 then g94 (n - 1) else g14 (n - 1) + 1
and g100 n = if n <= 0 then 100 else if n land 1 = 0 then g101 (n - 1) else g25 (n - 2) + 1
and g101 n = if n <= 0 then 101 else if n land 2 = 0 then g108 (n - 1) else g36 (n - 3) + 1
and g102 n = if n <= 0 then 102 else if n land 4 = 0 then g115 (n - 1) else g47 (n - 1) + 1
and g103 n = if n <= 0 then 103 else if n land 8 = 0 then g2 (n - 1) else g58 (n - 2) + 1
and g104 n = if n <= 0 then 104 else if n land 1 = 0 then g9 (n - 1) else g69 (n - 3) + 1
and g105 n = if n <= 0 then 105 else if n land 2 = 0 then g16 (n - 1) else g80 (n - 1) + 1
and g106 n = if n <= 0 then 106 else if n land 4 = 0 then g23 (n - 1) else g91 (n - 2) + 1
and g107 n = if n <= 0 then 107 else if n land 8 = 0 then g30 (n - 1) else g102 (n - 3) + 1
and g108 n = if n <= 0 then 108 else if n land 1 = 0 then g37 (n - 1) else g113 (n - 1) + 1
and g109 n = if n <= 0 then 109 else if n land 2 = 0 then g44 (n - 1) else g4 (n - 2) + 1
and g110 n = if n <= 0 then 110 else if n land 4 = 0 then g51 (n - 1) else g15 (n - 3) + 1
and g111 n = if n <= 0 then 111 else if n land 8 = 0 then g58 (n - 1) else g26 (n - 1) + 1
and g112 n = if n <= 0 then 112 else if n land 1 = 0 then g65 (n - 1) else g37 (n - 2) + 1
and g113 n = if n <= 0 then 113 else if n land 2 = 0 then g72 (n - 1) else g48 (n - 3) + 1
and g114 n = if n <= 0 then 114 else if n land 4 = 0 then g79 (n - 1) else g59 (n - 1) + 1
and g115 n = if n <= 0 then 115 else if n land 8 = 0 then g86 (n - 1) else g70 (n - 2) + 1
and g116 n = if n <= 0 then 116 else if n land 1 = 0 then g93 (n - 1) else g81 (n - 3) + 1
and g117 n = if n <= 0 then 117 else if n land 2 = 0 then g100 (n - 1) else g92 (n - 1) + 1
and g118 n = if n <= 0 then 118 else if n land 4 = 0 then g107 (n - 1) else g103 (n - 2) + 1
and g119 n = if n <= 0 then 119 else if n land 8 = 0 then g114 (n - 1) else g114 (n - 3) + 1

let make k =
  let c0 x = x * 1 + k in
  let c1 x = x * 2 + k - c0 (x / 3) in
  let c2 x = x * 3 + k - c1 (x / 3) in
  let c3 x = x * 4 + k - c2 (x / 3) in
  let c4 x = x * 5 + k - c3 (x / 3) in
  let c5 x = x * 6 + k - c4 (x / 3) in
  let c6 x = x * 7 + k - c5 (x / 3) in
  let c7 x = x * 8 + k - c6 (x / 3) in
  let c8 x = x * 9 + k - c7 (x / 3) in
  let c9 x = x * 1 + k - c8 (x / 3) in
  let c10 x = x * 2 + k in
  let c11 x = x * 3 + k - c10 (x / 3) in
  let c12 x = x * 4 + k - c11 (x / 3) in
  let c13 x = x * 5 + k - c12 (x / 3) in
  let c14 x = x * 6 + k - c13 (x / 3) in
  let c15 x = x * 7 + k - c14 (x / 3) in
  let c16 x = x * 8 + k - c15 (x / 3) in
  let c17 x = x * 9 + k - c16 (x / 3) in
  let c18 x = x * 1 + k - c17 (x / 3) in
  let c19 x = x * 2 + k - c18 (x / 3) in
  let c20 x = x * 3 + k in
  let c21 x = x * 4 + k - c20 (x / 3) in
  let c22 x = x * 5 + k - c21 (x / 3) in
  let c23 x = x * 6 + k - c22 (x / 3) in
  let c24 x = x * 7 + k - c23 (x / 3) in
  let c25 x = x * 8 + k - c24 (x / 3) in
  let c26 x = x * 9 + k - c25 (x / 3) in
  let c27 x = x * 1 + k - c26 (x / 3) in
  let c28 x = x * 2 + k - c27 (x / 3) in
  let c29 x = x * 3 + k - c28 (x / 3) in
  let c30 x = x * 4 + k in
  let c31 x = x * 5 + k - c30 (x / 3) in
  let c32 x = x * 6 + k - c31 (x / 3) in
  let c33 x = x * 7 + k - c32 (x / 3) in
  let c34 x = x * 8 + k - c33 (x / 3) in
  let c35 x = x * 9 + k - c34 (x / 3) in
  let c36 x = x * 1 + k - c35 (x / 3) in
  let c37 x = x * 2 + k - c36 (x / 3) in
  let c38 x = x * 3 + k - c37 (x / 3) in
  let c39 x = x * 4 + k - c38 (x / 3) in
  let c40 x = x * 5 + k in
  let c41 x = x * 6 + k - c40 (x / 3) in
  let c42 x = x * 7 + k - c41 (x / 3) in
  let c43 x = x * 8 + k - c42 (x / 3) in
  let c44 x = x * 9 + k - c43 (x / 3) in
  let c45 x = x * 1 + k - c44 (x / 3) in
  let c46 x = x * 2 + k - c45 (x / 3) in
  let c47 x = x * 3 + k - c46 (x / 3) in
  let c48 x = x * 4 + k - c47 (x / 3) in
  let c49 x = x * 5 + k - c48 (x / 3) in
  let c50 x = x * 6 + k in
  let c51 x = x * 7 + k - c50 (x / 3) in
  let c52 x = x * 8 + k - c51 (x / 3) in
  let c53 x = x * 9 + k - c52 (x / 3) in
  let c54 x = x * 1 + k - c53 (x / 3) in
  let c55 x = x * 2 + k - c54 (x / 3) in
  let c56 x = x * 3 + k - c55 (x / 3) in
  let c57 x = x * 4 + k - c56 (x / 3) in
  let c58 x = x * 5 + k - c57 (x / 3) in
  let c59 x = x * 6 + k - c58 (x / 3) in
  let c60 x = x * 7 + k in
  let c61 x = x * 8 + k - c60 (x / 3) in
  let c62 x = x * 9 + k - c61 (x / 3) in
  let c63 x = x * 1 + k - c62 (x / 3) in
  let c64 x = x * 2 + k - c63 (x / 3) in
  let c65 x = x * 3 + k - c64 (x / 3) in
  let c66 x = x * 4 + k - c65 (x / 3) in
  let c67 x = x * 5 + k - c66 (x / 3) in
  let c68 x = x * 6 + k - c67 (x / 3) in
  let c69 x = x * 7 + k - c68 (x / 3) in
  let c70 x = x * 8 + k in
  let c71 x = x * 9 + k - c70 (x / 3) in
  let c72 x = x * 1 + k - c71 (x / 3) in
  let c73 x = x * 2 + k - c72 (x / 3) in
  let c74 x = x * 3 + k - c73 (x / 3) in
  let c75 x = x * 4 + k - c74 (x / 3) in
  let c76 x = x * 5 + k - c75 (x / 3) in
  let c77 x = x * 6 + k - c76 (x / 3) in
  let c78 x = x * 7 + k - c77 (x / 3) in
  let c79 x = x * 8 + k - c78 (x / 3) in
  let c80 x = x * 9 + k in
  let c81 x = x * 1 + k - c80 (x / 3) in
  let c82 x = x * 2 + k - c81 (x / 3) in
  let c83 x = x * 3 + k - c82 (x / 3) in
  let c84 x = x * 4 + k - c83 (x / 3) in
  let c85 x = x * 5 + k - c84 (x / 3) in
  let c86 x = x * 6 + k - c85 (x / 3) in
  let c87 x = x * 7 + k - c86 (x / 3) in
  let c88 x = x * 8 + k - c87 (x / 3) in
  let c89 x = x * 9 + k - c88 (x / 3) in
  let c90 x = x * 1 + k in
  let c91 x = x * 2 + k - c90 (x / 3) in
  let c92 x = x * 3 + k - c91 (x / 3) in
  let c93 x = x * 4 + k - c92 (x / 3) in
  let c94 x = x * 5 + k - c93 (x / 3) in
  let c95 x = x * 6 + k - c94 (x / 3) in
  let c96 x = x * 7 + k - c95 (x / 3) in
  let c97 x = x * 8 + k - c96 (x / 3) in
  let c98 x = x * 9 + k - c97 (x / 3) in
  let c99 x = x * 1 + k - c98 (x / 3) in
  let c100 x = x * 2 + k in
  let c101 x = x * 3 + k - c100 (x / 3) in
  let c102 x = x * 4 + k - c101 (x / 3) in
  let c103 x = x * 5 + k - c102 (x / 3) in
  let c104 x = x * 6 + k - c103 (x / 3) in
  let c105 x = x * 7 + k - c104 (x / 3) in
  let c106 x = x * 8 + k - c105 (x / 3) in
  let c107 x = x * 9 + k - c106 (x / 3) in
  let c108 x = x * 1 + k - c107 (x / 3) in
  let c109 x = x * 2 + k - c108 (x / 3) in
  let c110 x = x * 3 + k in
  let c111 x = x * 4 + k - c110 (x / 3) in
  let c112 x = x * 5 + k - c111 (x / 3) in
  let c113 x = x * 6 + k - c112 (x / 3) in
  let c114 x = x * 7 + k - c113 (x / 3) in
  let c115 x = x * 8 + k - c114 (x / 3) in
  let c116 x = x * 9 + k - c115 (x / 3) in
  let c117 x = x * 1 + k - c116 (x / 3) in
  let c118 x = x * 2 + k - c117 (x / 3) in
  let c119 x = x * 3 + k - c118 (x / 3) in
  let c120 x = x * 4 + k in
  let c121 x = x * 5 + k - c120 (x / 3) in
  let c122 x = x * 6 + k - c121 (x / 3) in
  let c123 x = x * 7 + k - c122 (x / 3) in
  let c124 x = x * 8 + k - c123 (x / 3) in
  let c125 x = x * 9 + k - c124 (x / 3) in
  let c126 x = x * 1 + k - c125 (x / 3) in
  let c127 x = x * 2 + k - c126 (x / 3) in
  let c128 x = x * 3 + k - c127 (x / 3) in
  let c129 x = x * 4 + k - c128 (x / 3) in
  let c130 x = x * 5 + k in
  let c131 x = x * 6 + k - c130 (x / 3) in
  let c132 x = x * 7 + k - c131 (x / 3) in
  let c133 x = x * 8 + k - c132 (x / 3) in
  let c134 x = x * 9 + k - c133 (x / 3) in
  let c135 x = x * 1 + k - c134 (x / 3) in
  let c136 x = x * 2 + k - c135 (x / 3) in
  let c137 x = x * 3 + k - c136 (x / 3) in
  let c138 x = x * 4 + k - c137 (x / 3) in
  let c139 x = x * 5 + k - c138 (x / 3) in
  let c140 x = x * 6 + k in
  let c141 x = x * 7 + k - c140 (x / 3) in
  let c142 x = x * 8 + k - c141 (x / 3) in
  let c143 x = x * 9 + k - c142 (x / 3) in
  let c144 x = x * 1 + k - c143 (x / 3) in
  let c145 x = x * 2 + k - c144 (x / 3) in
  let c146 x = x * 3 + k - c145 (x / 3) in
  let c147 x = x * 4 + k - c146 (x / 3) in
  let c148 x = x * 5 + k - c147 (x / 3) in
  let c149 x = x * 6 + k - c148 (x / 3) in
  [|
    c0; c1; c2; c3; c4; c5; c6; c7; c8; c9; c10; c11; c12; c13; c14; c15; c16; c17; c18; c19; c20; c21; c22;
    c23; c24; c25; c26; c27; c28; c29; c30; c31; c32; c33; c34; c35; c36; c37; c38; c39; c40; c41; c42; c43;
    c44; c45; c46; c47; c48; c49; c50; c51; c52; c53; c54; c55; c56; c57; c58; c59; c60; c61; c62; c63; c64;
    c65; c66; c67; c68; c69; c70; c71; c72; c73; c74; c75; c76; c77; c78; c79; c80; c81; c82; c83; c84; c85;
    c86; c87; c88; c89; c90; c91; c92; c93; c94; c95; c96; c97; c98; c99; c100; c101; c102; c103; c104; c105;
    c106; c107; c108; c109; c110; c111; c112; c113; c114; c115; c116; c117; c118; c119; c120; c121; c122;
    c123; c124; c125; c126; c127; c128; c129; c130; c131; c132; c133; c134; c135; c136; c137; c138; c139;
    c140; c141; c142; c143; c144; c145; c146; c147; c148; c149;
  |]

let nested x =
  let n0 a0 =
  let n1 a1 =
  let n2 a2 =
  let n3 a3 =
  let n4 a4 =
  let n5 a5 =
  let n6 a6 =
  let n7 a7 =
  let n8 a8 =
  let n9 a9 =
  let n10 a10 =
  let n11 a11 =
  let n12 a12 =
  let n13 a13 =
  let n14 a14 =
  let n15 a15 =
  let n16 a16 =
  let n17 a17 =
  let n18 a18 =
  let n19 a19 =
  let n20 a20 =
  let n21 a21 =
  let n22 a22 =
  let n23 a23 =
  let n24 a24 =
  let n25 a25 =
  let n26 a26 =
  let n27 a27 =
  let n28 a28 =
  let n29 a29 =
  let n30 a30 =
  let n31 a31 =
  let n32 a32 =
  let n33 a33 =
  let n34 a34 =
  let n35 a35 =
  let n36 a36 =
  let n37 a37 =
  let n38 a38 =
  let n39 a39 =
  let n40 a40 =
  let n41 a41 =
  let n42 a42 =
  let n43 a43 =
  let n44 a44 =
  let n45 a45 =
  let n46 a46 =
  let n47 a47 =
  let n48 a48 =
  let n49 a49 =
  let n50 a50 =
  let n51 a51 =
  let n52 a52 =
  let n53 a53 =
  let n54 a54 =
  let n55 a55 =
  let n56 a56 =
  let n57 a57 =
  let n58 a58 =
  let n59 a59 =
    x + a0 + a3 + a6 + a9 + a12 + a15 + a18 + a21 + a24 + a27 + a30 + a33 + a36 + a39 + a42 + a45 + a48 + a51 + a54 + a57
  in n59 59
  in n58 58
  in n57 57
  in n56 56
  in n55 55
  in n54 54
  in n53 53
  in n52 52
  in n51 51
  in n50 50
  in n49 49
  in n48 48
  in n47 47
  in n46 46
  in n45 45
  in n44 44
  in n43 43
  in n42 42
  in n41 41
  in n40 40
  in n39 39
  in n38 38
  in n37 37
  in n36 36
  in n35 35
  in n34 34
  in n33 33
  in n32 32
  in n31 31
  in n30 30
  in n29 29
  in n28 28
  in n27 27
  in n26 26
  in n25 25
  in n24 24
  in n23 23
  in n22 22
  in n21 21
  in n20 20
  in n19 19
  in n18 18
  in n17 17
  in n16 16
  in n15 15
  in n14 14
  in n13 13
  in n12 12
  in n11 11
  in n10 10
  in n9 9
  in n8 8
  in n7 7
  in n6 6
  in n5 5
  in n4 4
  in n3 3
  in n2 2
  in n1 1
  in n0 0

let () =
  List.iter (fun n -> Printf.printf "%d " (g0 n)) [0; 1; 2; 3; 10; 100; 1000];
  Printf.printf "%d %d\n" (g50 77) (g119 500);
  let a = make 3 and b = make 100 in
  Printf.printf "%d %d %d\n" (a.(0) 10) (a.(99) 50) (b.(149) 7);
  Printf.printf "%d\n" (Array.fold_left (fun s f -> (s + f (s land 63)) land 0xFFFFF) 0 b);
  Printf.printf "%d %d\n" (nested 0) (nested 1000)
