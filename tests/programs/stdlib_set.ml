(* Every function of Set.Make, algebraic laws checked on generated sets. *)

module S = Set.Make (Int)
module SS = Set.Make (String)
module Sets = Set.Make (S)

let show s = "{" ^ String.concat " " (List.map string_of_int (S.elements s)) ^ "}"
let p name s = Printf.printf "%-12s %s\n" name (show s)
let opt = function Some x -> string_of_int x | None -> "none"
let gen seed n = S.of_list (List.init n (fun i -> ((i * seed) + (i * i * 3)) mod 53))

let rec power s =
  if S.is_empty s then Sets.singleton S.empty
  else
    let x = S.min_elt s in
    let rest = power (S.remove x s) in
    Sets.union rest (Sets.map (S.add x) rest)

let () =
  let a = S.of_list [5; 1; 9; 3; 7; 1] and b = S.of_list [3; 4; 5; 6] in
  p "a" a;
  p "b" b;
  p "union" (S.union a b);
  p "inter" (S.inter a b);
  p "diff" (S.diff a b);
  Printf.printf "%B %B %B %d\n" (S.mem 9 a) (S.mem 2 a) (S.is_empty S.empty) (S.cardinal a);
  Printf.printf "%B %B %B\n" (S.subset (S.of_list [1; 9]) a) (S.subset b a) (S.disjoint a (S.of_list [2; 4]));
  Printf.printf "%d %d %B %B\n" (S.compare a b) (S.compare b a) (S.equal a a) (a = S.add 1 a);
  p "add" (S.add 4 a);
  p "remove" (S.remove 5 a);
  Printf.printf "%B %B\n" (S.add 5 a == a) (S.remove 6 a == a);
  S.iter (Printf.printf "%d,") a;
  Printf.printf " %d\n" (S.fold (fun x acc -> (acc * 10) + x) a 0);
  p "map" (S.map (fun x -> x / 2) a);
  p "filter" (S.filter (fun x -> x > 3) a);
  p "filter_map" (S.filter_map (fun x -> if x > 3 then Some (x * x) else None) a);
  let yes, no = S.partition (fun x -> x mod 3 = 0) a in
  Printf.printf "%s %s\n" (show yes) (show no);
  Printf.printf "%B %B\n" (S.for_all (fun x -> x land 1 = 1) a) (S.exists (fun x -> x > 9) a);
  Printf.printf "%d %d %s %s\n" (S.min_elt a) (S.max_elt a) (opt (S.min_elt_opt S.empty)) (opt (S.choose_opt S.empty));
  (try ignore (S.choose S.empty) with Not_found -> print_endline "Not_found");
  let l, present, r = S.split 5 a in
  Printf.printf "%s %B %s\n" (show l) present (show r);
  let l, present, r = S.split 6 a in
  Printf.printf "%s %B %s\n" (show l) present (show r);
  Printf.printf "%d %s %s\n" (S.find 7 a) (opt (S.find_opt 8 a)) (opt (S.find_first_opt (fun x -> x > 5) a));
  Printf.printf "%d %s\n" (S.find_last (fun x -> x < 5) a) (opt (S.find_last_opt (fun x -> x < 0) a));
  p "of_seq" (S.of_seq (Seq.map (fun x -> x * 2) (S.to_seq a)));
  p "add_seq" (S.add_seq (List.to_seq [0; 2]) a);
  Seq.iter (Printf.printf "%d ") (S.to_seq_from 4 a);
  Seq.iter (Printf.printf "%d ") (S.to_rev_seq a);
  print_newline ();
  (* Laws, on 20 pairs of generated sets. *)
  let good = ref 0 in
  for i = 1 to 20 do
    let a = gen i (i + 5) and b = gen (i + 7) 15 in
    let u = S.union a b and n = S.inter a b in
    let ok =
      S.cardinal u + S.cardinal n = S.cardinal a + S.cardinal b
      && S.equal (S.diff u b) (S.diff a b)
      && S.subset n a && S.subset a u
      && S.equal (S.union (S.diff a b) n) a
      && S.disjoint (S.diff a b) b
      && S.elements u = List.sort_uniq compare (S.elements a @ S.elements b)
    in
    if ok then incr good
  done;
  Printf.printf "laws hold for %d\n" !good;
  let pw = power (S.of_list [1; 2; 3; 4]) in
  Printf.printf "%d subsets, last %s, first %s\n" (Sets.cardinal pw) (show (Sets.max_elt pw)) (show (Sets.min_elt pw));
  Sets.iter (fun s -> if S.cardinal s = 3 then print_string (show s)) pw;
  print_newline ();
  let words = SS.of_list (String.split_on_char ' ' "to be or not to be that is the question") in
  print_endline (String.concat " " (SS.elements words));
  let big = List.fold_left (fun s i -> S.add ((i * 7919) mod 2003) s) S.empty (List.init 2000 Fun.id) in
  let half = S.filter (fun x -> x land 1 = 0) big in
  Printf.printf "%d %d %d\n" (S.cardinal big) (S.cardinal half) (S.fold (fun x acc -> (acc lxor (x * 5)) land 0xFFFF) (S.diff big half) 0)
