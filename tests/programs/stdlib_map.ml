(* Every function of Map.Make, on small and on 1000-element maps. *)

module M = Map.Make (Int)
module S = Map.Make (String)

let of_list l = List.fold_left (fun m (k, v) -> M.add k v m) M.empty l
let show m = String.concat " " (List.map (fun (k, v) -> Printf.sprintf "%d:%s" k v) (M.bindings m))
let p name m = Printf.printf "%-12s {%s}\n" name (show m)
let binding = function Some (k, v) -> Printf.sprintf "%d:%s" k v | None -> "none"

let () =
  let m = of_list [(5, "five"); (1, "one"); (9, "nine"); (3, "three"); (7, "seven"); (1, "uno")] in
  p "bindings" m;
  Printf.printf "%B %B %d %B %B\n" (M.is_empty M.empty) (M.is_empty m) (M.cardinal m) (M.mem 3 m) (M.mem 4 m);
  p "singleton" (M.singleton 8 "eight");
  p "remove" (M.remove 5 m);
  Printf.printf "%B %B\n" (M.remove 100 m == m) (M.add 1 (M.find 1 m) m == m);
  p "update" (M.update 3 (Option.map String.uppercase_ascii) m);
  p "update add" (M.update 4 (function None -> Some "four" | x -> x) m);
  p "update del" (M.update 9 (fun _ -> None) m);
  let n = of_list [(3, "tri"); (4, "tetra"); (9, "nona")] in
  p "merge" (M.merge (fun _ a b -> match a, b with Some a, Some b -> Some (a ^ "/" ^ b) | Some _, None -> None | None, b -> b) m n);
  p "union" (M.union (fun k a b -> if k = 9 then None else Some (a ^ "+" ^ b)) m n);
  Printf.printf "%d %d %B %B\n" (M.compare String.compare m n) (M.compare String.compare m m) (M.equal ( = ) m m)
    (M.equal (fun a b -> String.length a = String.length b) (of_list [(1, "ab")]) (of_list [(1, "cd")]));
  M.iter (fun k v -> Printf.printf "%d%c " k v.[0]) m;
  print_newline ();
  print_endline (M.fold (fun k v acc -> acc ^ string_of_int k ^ v) m "");
  Printf.printf "%B %B\n" (M.for_all (fun k _ -> k > 0) m) (M.exists (fun _ v -> v = "nine") m);
  p "filter" (M.filter (fun k _ -> k > 4) m);
  p "filter_map" (M.filter_map (fun k v -> if k > 4 then Some (v ^ "!") else None) m);
  let yes, no = M.partition (fun _ v -> String.length v = 4) m in
  p "partition" yes;
  p "  rest" no;
  Printf.printf "%s %s %s\n" (binding (M.min_binding_opt m)) (binding (M.max_binding_opt m)) (binding (M.choose_opt M.empty));
  (try ignore (M.min_binding M.empty) with Not_found -> print_endline "Not_found");
  let l, d, r = M.split 5 m in
  Printf.printf "{%s} %s {%s}\n" (show l) (Option.value ~default:"none" d) (show r);
  let l, d, r = M.split 6 m in
  Printf.printf "{%s} %s {%s}\n" (show l) (Option.value ~default:"none" d) (show r);
  Printf.printf "%s %s\n" (M.find 7 m) (Option.value ~default:"none" (M.find_opt 8 m));
  (try ignore (M.find 8 m) with Not_found -> print_endline "Not_found");
  Printf.printf "%s %s %s %s\n" (binding (Some (M.find_first (fun k -> k >= 4) m))) (binding (M.find_first_opt (fun k -> k > 9) m))
    (binding (Some (M.find_last (fun k -> k <= 4) m))) (binding (M.find_last_opt (fun k -> k < 1) m));
  p "map" (M.map (fun v -> String.sub v 0 1) m);
  p "mapi" (M.mapi (fun k v -> v ^ string_of_int k) m);
  p "of_seq" (M.of_seq (List.to_seq [(2, "b"); (1, "a"); (2, "c")]));
  p "add_seq" (M.add_seq (List.to_seq [(0, "zero")]) m);
  Seq.iter (fun (k, _) -> Printf.printf "%d " k) (M.to_seq_from 4 m);
  Seq.iter (fun (k, _) -> Printf.printf "%d " k) (M.to_rev_seq m);
  print_newline ();
  let big = ref M.empty in
  for i = 0 to 999 do big := M.add ((i * 7919) mod 1009) (string_of_int i) !big done;
  Printf.printf "%d %s\n" (M.cardinal !big) (binding (M.max_binding_opt !big));
  for i = 0 to 999 do if i mod 2 = 0 then big := M.remove ((i * 7919) mod 1009) !big done;
  Printf.printf "%d %d\n" (M.cardinal !big) (M.fold (fun k _ acc -> (acc * 3 + k) land 0xFFFF) !big 0);
  let words = String.split_on_char ' ' "the cat and the dog and the bird" in
  let counts = List.fold_left (fun m w -> S.update w (fun c -> Some (1 + Option.value ~default:0 c)) m) S.empty words in
  S.iter (Printf.printf "%s=%d ") counts;
  print_newline ();
  let by_length = List.fold_left (fun m w -> M.update (String.length w) (fun l -> Some (w :: Option.value ~default:[] l)) m) M.empty words in
  M.iter (fun k l -> Printf.printf "%d:%s " k (String.concat "," l)) by_length;
  print_newline ()
