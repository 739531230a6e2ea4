(* int63 only *)
(* arithmetic that needs the full 63-bit int: a checksum different from a 32-bit one *)
let () =
  let a = ref 1 and b = ref 0 in
  for i = 1 to 22_000_000 do
    a := !a * 6364136223846793 + 1442695040888963407;
    b := (!b lxor (!a lsr 20)) + (!a asr 7) - i
  done;
  let rec modpow b e m = if e = 0 then 1 else let h = modpow (b * b mod m) (e / 2) m in if e land 1 = 1 then h * b mod m else h in
  let p = 1_000_000_007 in
  let s = ref 0 in
  for i = 2 to 140000 do s := (!s + modpow i (p - 2) p) mod p done;
  Printf.printf "%d %d %d %d %d\n" !a !b !s max_int min_int
