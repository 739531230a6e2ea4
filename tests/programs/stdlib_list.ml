(* Every function of List in 4.13 but sorting, which has its own program. *)

let p name l = Printf.printf "%-14s [%s]\n" name (String.concat "; " (List.map string_of_int l))
let pp name l = Printf.printf "%-14s [%s]\n" name (String.concat "; " (List.map (fun (a, b) -> Printf.sprintf "%d,%s" a b) l))
let opt = function Some x -> string_of_int x | None -> "none"
let even x = x land 1 = 0
let fails name f = match f () with
  | _ -> Printf.printf "%s no error\n" name
  | exception Invalid_argument m -> Printf.printf "%s: %s\n" name m
  | exception Failure m -> Printf.printf "%s: failure %s\n" name m
  | exception Not_found -> Printf.printf "%s: Not_found\n" name

let () =
  let l = [4; 8; 15; 16; 23; 42] in
  Printf.printf "%d %d %d %d\n" (List.length l) (List.hd l) (List.nth l 3) (List.compare_lengths l [1]);
  Printf.printf "%d %d\n" (List.compare_length_with l 6) (List.compare_length_with l 9);
  p "cons" (List.cons 0 l);
  p "tl" (List.tl l);
  Printf.printf "%s %s\n" (opt (List.nth_opt l 2)) (opt (List.nth_opt l 6));
  p "rev" (List.rev l);
  p "init" (List.init 5 (fun i -> i * i));
  p "append" (List.append l [1]);
  p "rev_append" (List.rev_append [1; 2; 3] [9]);
  p "concat" (List.concat [[1]; []; [2; 3]]);
  p "flatten" (List.flatten [[]; [5]]);
  Printf.printf "%B %B %d %d\n" (List.equal ( = ) l l) (List.equal ( = ) l [1]) (List.compare compare [1; 2] [1; 3]) (List.compare compare [1] []);
  List.iter (Printf.printf "%d,") l;
  List.iteri (fun i x -> Printf.printf " %d:%d" i x) l;
  print_newline ();
  p "map" (List.map (fun x -> x * 2) l);
  p "mapi" (List.mapi (fun i x -> (i * 100) + x) l);
  p "rev_map" (List.rev_map succ l);
  p "filter_map" (List.filter_map (fun x -> if even x then Some (x / 2) else None) l);
  p "concat_map" (List.concat_map (fun x -> [x; -x]) [1; 2; 3]);
  let sum, doubled = List.fold_left_map (fun acc x -> (acc + x, acc)) 0 l in
  p (string_of_int sum) doubled;
  Printf.printf "%d %s\n" (List.fold_left (fun a x -> (a * 3) - x) 1 l) (List.fold_right (fun x s -> string_of_int x ^ "." ^ s) l "");
  List.iter2 (fun a b -> Printf.printf "%d-%s " a b) [1; 2] ["x"; "y"];
  print_newline ();
  p "map2" (List.map2 ( * ) [1; 2; 3] [4; 5; 6]);
  p "rev_map2" (List.rev_map2 ( - ) [1; 2; 3] [4; 6; 8]);
  Printf.printf "%d %d\n" (List.fold_left2 (fun a x y -> a + (x * y)) 0 [1; 2; 3] [4; 5; 6]) (List.fold_right2 (fun x y a -> x - y + (2 * a)) [1; 2] [3; 5] 1);
  Printf.printf "%B %B %B %B\n" (List.for_all even l) (List.exists even l) (List.for_all2 ( < ) [1; 2] [2; 3]) (List.exists2 ( = ) [1; 2] [2; 1]);
  Printf.printf "%B %B %B\n" (List.mem 15 l) (List.mem [1] [[1]]) (List.memq (ref 1) [ref 1]);
  Printf.printf "%d %s %s\n" (List.find (fun x -> x > 10) l) (opt (List.find_opt (fun x -> x > 99) l)) (opt (List.find_map (fun x -> if x > 15 then Some (x * 2) else None) l));
  p "filter" (List.filter even l);
  p "find_all" (List.find_all (fun x -> not (even x)) l);
  p "filteri" (List.filteri (fun i _ -> even i) l);
  let yes, no = List.partition (fun x -> x > 15) l in
  p "partition" yes;
  p "  rest" no;
  let left, right = List.partition_map (fun x -> if even x then Either.Left x else Either.Right (string_of_int x)) l in
  p (String.concat "," right) left;
  let d = [(1, "one"); (2, "two"); (1, "uno")] in
  Printf.printf "%s %s %B %B\n" (List.assoc 1 d) (Option.value ~default:"none" (List.assoc_opt 3 d)) (List.mem_assoc 2 d) (List.mem_assoc 5 d);
  pp "remove_assoc" (List.remove_assoc 1 d);
  let k1 = ref 1 and k2 = ref 1 in
  let r = [(k1, "first"); (k2, "second")] in
  Printf.printf "%s %s %B\n" (List.assq k2 r) (Option.value ~default:"none" (List.assq_opt (ref 1) r)) (List.mem_assq k1 r);
  Printf.printf "%d\n" (List.length (List.remove_assq k1 r));
  let a, b = List.split d in
  p "split" a;
  pp "combine" (List.combine (List.rev a) b);
  p "of_seq" (List.of_seq (Seq.map succ (List.to_seq l)));
  fails "hd" (fun () -> List.hd []);
  fails "nth" (fun () -> List.nth l 6);
  fails "nth negative" (fun () -> List.nth l (-1));
  fails "nth_opt" (fun () -> List.nth_opt l (-1));
  fails "init" (fun () -> List.init (-1) Fun.id);
  fails "find" (fun () -> List.find (fun x -> x = 0) l);
  fails "assoc" (fun () -> List.assoc 9 d);
  fails "map2" (fun () -> List.map2 ( + ) [1] [1; 2]);
  fails "fold_left2" (fun () -> List.fold_left2 (fun a _ _ -> a) 0 [1] []);
  fails "for_all2" (fun () -> List.for_all2 ( = ) [1] [1; 2]);
  fails "combine" (fun () -> List.combine [1] []);
  (* Order of calls. *)
  let trace name f = print_string (name ^ ":"); ignore (f (fun x -> Printf.printf " %d" x; x)); print_newline () in
  trace "map" (fun f -> List.map f [1; 2; 3]);
  trace "rev_map" (fun f -> List.rev_map f [1; 2; 3]);
  trace "init" (fun f -> List.init 3 f);
  trace "concat_map" (fun f -> List.concat_map (fun x -> [f x]) [1; 2; 3])
