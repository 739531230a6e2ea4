(* Hashtbl: order of iteration, shadowed bindings, resizing, statistics, keys
   of ints, strings, tuples, variants, lists, records and non-integral floats. *)

type colour = Red | Green | Rgb of int * int * int
type key = { id : int; label : string }

let dump name show t =
  Printf.printf "%s (%d):" name (Hashtbl.length t);
  Hashtbl.iter (fun k v -> Printf.printf " %s=%d" (show k) v) t;
  print_newline ()

let fill t keys = List.iteri (fun i k -> Hashtbl.add t k i) keys; t

let () =
  let ints = fill (Hashtbl.create 4) [5; 1; 100; -7; 42; 1000; 77; 3; 99999; 12] in
  dump "ints" string_of_int ints;
  dump "strings" Fun.id (fill (Hashtbl.create 8) ["one"; "two"; "three"; "four"; "five"; ""; "a longer key than the others"; "x"]);
  dump "tuples" (fun (a, b) -> Printf.sprintf "(%d,%s)" a b) (fill (Hashtbl.create 1) [(1, "a"); (2, "b"); (1, "c"); (0, "")]);
  dump "variants" (function Red -> "R" | Green -> "G" | Rgb (r, g, b) -> Printf.sprintf "%d/%d/%d" r g b)
    (fill (Hashtbl.create 1) [Red; Rgb (1, 2, 3); Green; Rgb (3, 2, 1); Rgb (0, 0, 0)]);
  dump "lists" (fun l -> String.concat ";" (List.map string_of_int l)) (fill (Hashtbl.create 1) [[]; [1]; [1; 2]; [2; 1]; List.init 20 Fun.id]);
  dump "records" (fun k -> k.label) (fill (Hashtbl.create 1) [{ id = 1; label = "a" }; { id = 2; label = "b" }; { id = 1; label = "c" }]);
  dump "floats" (Printf.sprintf "%g") (fill (Hashtbl.create 1) [1.5; -2.25; 1e-300; 3.14159; 0.1; 1234567.875]);
  dump "options" (function None -> "-" | Some s -> s) (fill (Hashtbl.create 1) [None; Some ""; Some "x"]);
  dump "chars" (String.make 1) (fill (Hashtbl.create 1) ['a'; 'z'; '0']);
  dump "bools" string_of_bool (fill (Hashtbl.create 1) [true; false]);
  dump "int32" Int32.to_string (fill (Hashtbl.create 1) [0l; 1l; -1l; 0x7fffffffl]);
  dump "int64" Int64.to_string (fill (Hashtbl.create 1) [0L; 1L; -1L; 0x123456789ABCDEFL]);
  List.iter (Printf.printf "%d ") [Hashtbl.hash 0; Hashtbl.hash "a"; Hashtbl.hash (1, 2); Hashtbl.hash [1; 2; 3]; Hashtbl.hash None; Hashtbl.hash 2.5; Hashtbl.seeded_hash 7 "a"; Hashtbl.hash_param 2 3 [1; 2; 3; 4]];
  print_newline ();
  let t = Hashtbl.create 2 in
  List.iter (fun (k, v) -> Hashtbl.add t k v) [("a", 1); ("b", 2); ("a", 3); ("a", 4)];
  let all k = String.concat "," (List.map string_of_int (Hashtbl.find_all t k)) in
  Printf.printf "%s|%s|%s %d\n" (all "a") (all "b") (all "c") (Hashtbl.length t);
  Hashtbl.remove t "a";
  Printf.printf "%s %d\n" (all "a") (Hashtbl.find t "a");
  Hashtbl.replace t "a" 9;
  Printf.printf "%s %B %B\n" (all "a") (Hashtbl.mem t "b") (Hashtbl.mem t "z");
  Printf.printf "%s\n" (match Hashtbl.find_opt t "zz" with Some _ -> "some" | None -> "none");
  (try ignore (Hashtbl.find t "zz") with Not_found -> print_endline "Not_found");
  let big = Hashtbl.create 1 in
  for i = 0 to 499 do Hashtbl.add big (i * 3) (i * i) done;
  for i = 0 to 499 do if i mod 3 <> 0 then Hashtbl.remove big (i * 3) done;
  Printf.printf "%d %d\n" (Hashtbl.length big) (Hashtbl.fold (fun k v acc -> (acc + k + v) land 0xFFFFF) big 0);
  let s = Hashtbl.stats big in
  Printf.printf "%d %d %d %s\n" s.num_bindings s.num_buckets s.max_bucket_length
    (String.concat "," (Array.to_list (Array.map string_of_int s.bucket_histogram)));
  let copy = Hashtbl.copy ints in
  Hashtbl.clear ints;
  Hashtbl.add copy 6 6;
  Printf.printf "%d %d\n" (Hashtbl.length ints) (Hashtbl.length copy);
  Hashtbl.filter_map_inplace (fun k v -> if k land 1 = 0 then Some (v * 10) else None) copy;
  dump "filtered" string_of_int copy;
  Hashtbl.reset copy;
  dump "reset" string_of_int copy;
  let from = Hashtbl.of_seq (List.to_seq [(1, 10); (2, 20); (1, 30)]) in
  Hashtbl.add_seq from (List.to_seq [(2, 21)]);
  Hashtbl.replace_seq from (List.to_seq [(1, 11); (3, 33)]);
  dump "of_seq" string_of_int from;
  let keys = List.sort compare (List.of_seq (Hashtbl.to_seq_keys from)) and values = List.sort compare (List.of_seq (Hashtbl.to_seq_values from)) in
  List.iter (Printf.printf "%d ") (keys @ values);
  Seq.iter (fun (k, v) -> Printf.printf "%d:%d " k v) (Hashtbl.to_seq from);
  print_newline ()
