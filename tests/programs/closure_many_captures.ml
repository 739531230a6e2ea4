(* Closures that capture 30 and 100 variables, captured through one and two
   levels, with one of the captured refs mutated by the closure. *)

let thirty seed =
  let v0 = seed + 0 in let v1 = seed + 1 in let v2 = seed + 4 in let v3 = seed + 9 in
  let v4 = seed + 16 in let v5 = seed + 25 in let v6 = seed + 36 in let v7 = seed + 49 in
  let v8 = seed + 64 in let v9 = seed + 81 in let v10 = seed + 3 in let v11 = seed + 24 in
  let v12 = seed + 47 in let v13 = seed + 72 in let v14 = seed + 2 in let v15 = seed + 31 in
  let v16 = seed + 62 in let v17 = seed + 95 in let v18 = seed + 33 in let v19 = seed + 70 in
  let v20 = seed + 12 in let v21 = seed + 53 in let v22 = seed + 96 in let v23 = seed + 44 in
  let v24 = seed + 91 in let v25 = seed + 43 in let v26 = seed + 94 in let v27 = seed + 50 in
  let v28 = seed + 8 in let v29 = seed + 65 in
  let counter = ref 0 in
  fun k ->
    incr counter;
    k + !counter + v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14
      + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29

let hundred seed =
  let v0 = seed + 0 in let v1 = seed + 1 in let v2 = seed + 4 in let v3 = seed + 9 in
  let v4 = seed + 16 in let v5 = seed + 25 in let v6 = seed + 36 in let v7 = seed + 49 in
  let v8 = seed + 64 in let v9 = seed + 81 in let v10 = seed + 3 in let v11 = seed + 24 in
  let v12 = seed + 47 in let v13 = seed + 72 in let v14 = seed + 2 in let v15 = seed + 31 in
  let v16 = seed + 62 in let v17 = seed + 95 in let v18 = seed + 33 in let v19 = seed + 70 in
  let v20 = seed + 12 in let v21 = seed + 53 in let v22 = seed + 96 in let v23 = seed + 44 in
  let v24 = seed + 91 in let v25 = seed + 43 in let v26 = seed + 94 in let v27 = seed + 50 in
  let v28 = seed + 8 in let v29 = seed + 65 in let v30 = seed + 27 in let v31 = seed + 88 in
  let v32 = seed + 54 in let v33 = seed + 22 in let v34 = seed + 89 in let v35 = seed + 61 in
  let v36 = seed + 35 in let v37 = seed + 11 in let v38 = seed + 86 in let v39 = seed + 66 in
  let v40 = seed + 48 in let v41 = seed + 32 in let v42 = seed + 18 in let v43 = seed + 6 in
  let v44 = seed + 93 in let v45 = seed + 85 in let v46 = seed + 79 in let v47 = seed + 75 in
  let v48 = seed + 73 in let v49 = seed + 73 in let v50 = seed + 75 in let v51 = seed + 79 in
  let v52 = seed + 85 in let v53 = seed + 93 in let v54 = seed + 6 in let v55 = seed + 18 in
  let v56 = seed + 32 in let v57 = seed + 48 in let v58 = seed + 66 in let v59 = seed + 86 in
  let v60 = seed + 11 in let v61 = seed + 35 in let v62 = seed + 61 in let v63 = seed + 89 in
  let v64 = seed + 22 in let v65 = seed + 54 in let v66 = seed + 88 in let v67 = seed + 27 in
  let v68 = seed + 65 in let v69 = seed + 8 in let v70 = seed + 50 in let v71 = seed + 94 in
  let v72 = seed + 43 in let v73 = seed + 91 in let v74 = seed + 44 in let v75 = seed + 96 in
  let v76 = seed + 53 in let v77 = seed + 12 in let v78 = seed + 70 in let v79 = seed + 33 in
  let v80 = seed + 95 in let v81 = seed + 62 in let v82 = seed + 31 in let v83 = seed + 2 in
  let v84 = seed + 72 in let v85 = seed + 47 in let v86 = seed + 24 in let v87 = seed + 3 in
  let v88 = seed + 81 in let v89 = seed + 64 in let v90 = seed + 49 in let v91 = seed + 36 in
  let v92 = seed + 25 in let v93 = seed + 16 in let v94 = seed + 9 in let v95 = seed + 4 in
  let v96 = seed + 1 in let v97 = seed + 0 in let v98 = seed + 1 in let v99 = seed + 4 in
  let counter = ref 0 in
  fun k ->
    incr counter;
    k + !counter + v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14
      + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29
      + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39 + v40 + v41 + v42 + v43 + v44
      + v45 + v46 + v47 + v48 + v49 + v50 + v51 + v52 + v53 + v54 + v55 + v56 + v57 + v58 + v59
      + v60 + v61 + v62 + v63 + v64 + v65 + v66 + v67 + v68 + v69 + v70 + v71 + v72 + v73 + v74
      + v75 + v76 + v77 + v78 + v79 + v80 + v81 + v82 + v83 + v84 + v85 + v86 + v87 + v88 + v89
      + v90 + v91 + v92 + v93 + v94 + v95 + v96 + v97 + v98 + v99

(* The inner function sees its captures through two enclosing functions. *)
let two_levels seed =
  let w0 = seed * 1 in let w1 = seed * 2 in let w2 = seed * 3 in let w3 = seed * 4 in
  let w4 = seed * 5 in let w5 = seed * 6 in let w6 = seed * 7 in let w7 = seed * 8 in
  let w8 = seed * 9 in let w9 = seed * 10 in let w10 = seed * 11 in let w11 = seed * 12 in
  let w12 = seed * 13 in let w13 = seed * 14 in let w14 = seed * 15 in let w15 = seed * 16 in
  let w16 = seed * 17 in let w17 = seed * 18 in let w18 = seed * 19 in let w19 = seed * 20 in
  let w20 = seed * 21 in let w21 = seed * 22 in let w22 = seed * 23 in let w23 = seed * 24 in
  let w24 = seed * 25 in let w25 = seed * 26 in let w26 = seed * 27 in let w27 = seed * 28 in
  let w28 = seed * 29 in let w29 = seed * 30 in let w30 = seed * 31 in let w31 = seed * 32 in
  let w32 = seed * 33 in let w33 = seed * 34 in let w34 = seed * 35 in let w35 = seed * 36 in
  let w36 = seed * 37 in let w37 = seed * 38 in let w38 = seed * 39 in let w39 = seed * 40 in
  let middle x =
    let local = x * 2 in
    let inner y = y + local + x
      + w0 + w1 + w2 + w3 + w4 + w5 + w6 + w7 + w8 + w9 + w10 + w11 + w12 + w13 + w14 + w15 + w16
      + w17 + w18 + w19 + w20 + w21 + w22 + w23 + w24 + w25 + w26 + w27 + w28 + w29 + w30 + w31
      + w32 + w33 + w34 + w35 + w36 + w37 + w38 + w39
    in
    if x > 10 then inner else fun y -> inner (inner y - inner 0)
  in
  (middle, w0 - w39)

(* Five mutually recursive local functions that share one environment. *)
let shared () =
  let a = ref 1 and b = ref 2 and c = ref 3 and d = ref 4 and e = ref 5 in
  let rec fa n = if n = 0 then 0 else (a := !a + !b; !a + fb (n - 1))
  and fb n = if n = 0 then 0 else (b := !b + !c; !b + fc (n - 1))
  and fc n = if n = 0 then 0 else (c := (!c + !d) land 1023; !c + fd (n - 1))
  and fd n = if n = 0 then 0 else (d := (!d + !e) land 511; !d + fe (n - 1))
  and fe n = if n = 0 then 0 else (e := !e + 1; !e + fa (n - 1)) in
  let first = fa 20 in
  let second = fc 20 in
  [first; second; !a; !b; !c; !d; !e]

let () =
  let t = thirty 1 and u = thirty 1000 in
  Printf.printf "%d %d %d %d\n" (t 0) (t 0) (u 5) (t 0);
  let h = hundred 1 and i = hundred 7 in
  Printf.printf "%d %d %d %d\n" (h 0) (h 0) (i 5) (h 0);
  List.iter (fun f -> Printf.printf "%d " (f 1)) (List.map hundred [1; 2; 3; 4]);
  print_newline ();
  let m, d = two_levels 3 in
  let m20 = m 20 and m5 = m 5 in
  Printf.printf "%d %d %d %d\n" d (m20 1) (m5 1) (m20 2 + m5 2);
  List.iter (Printf.printf "%d ") (shared ());
  print_newline ();
  List.iter (Printf.printf "%d ") (shared ());
  print_newline ()
