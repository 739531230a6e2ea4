(* Hashes of values whose kind the program shows. *)
(* whole programs only *)
let third = float_of_int (1 + Array.length Sys.argv) /. 3.
let print name h = Printf.printf "%s: %d\n" name h

let () =
  print "zero" (Hashtbl.hash 0.);
  print "minus zero" (Hashtbl.hash (-0.));
  print "one" (Hashtbl.hash 1.);
  print "a million" (Hashtbl.hash 1e6);
  print "two thirds" (Hashtbl.hash third);
  print "two" (Hashtbl.hash (third *. 3.));
  print "infinity" (Hashtbl.hash infinity);
  print "nan" (Hashtbl.hash nan);
  print "of bits" (Hashtbl.hash (Int64.float_of_bits 4607182418800017408L));
  print "seeded" (Hashtbl.seeded_hash 5 3.);
  print "none counts" (Hashtbl.hash_param 0 100 2.);
  print "an int" (Hashtbl.hash 1);
  print "a string" (Hashtbl.hash "1.");
  print "an Int64" (Hashtbl.hash 1L)
