(* Every function of Array, with bounds, empty arrays and stability. *)

let show a = "[|" ^ String.concat ";" (Array.to_list (Array.map string_of_int a)) ^ "|]"
let p name a = Printf.printf "%s %s\n" name (show a)
let fails name f = match f () with
  | _ -> Printf.printf "%s no error\n" name
  | exception Invalid_argument m -> Printf.printf "%s: %s\n" name m
  | exception Not_found -> Printf.printf "%s: Not_found\n" name

let () =
  let a = [| 5; 3; 8; 1 |] in
  Printf.printf "%d %d %d\n" (Array.length a) (Array.get a 2) a.(0);
  Array.set a 1 33;
  p "set" a;
  p "make" (Array.make 3 7);
  p "init" (Array.init 5 (fun i -> i * i));
  p "init 0" (Array.init 0 (fun _ -> assert false));
  Array.iter (p "matrix") (Array.make_matrix 2 3 1);
  p "append" (Array.append a [| 9 |]);
  p "append empty" (Array.append [||] [||]);
  p "concat" (Array.concat [a; [||]; [| 1; 2 |]; a]);
  p "concat none" (Array.concat []);
  p "sub" (Array.sub a 1 2);
  p "sub empty" (Array.sub a 4 0);
  let c = Array.copy a in
  c.(0) <- 0;
  p "copy" c;
  Array.fill c 1 2 (-1);
  p "fill" c;
  let d = Array.init 8 Fun.id in
  Array.blit d 0 d 2 5;
  p "blit up" d;
  let d = Array.init 8 Fun.id in
  Array.blit d 2 d 0 5;
  p "blit down" d;
  Printf.printf "%d %d\n" (List.length (Array.to_list a)) (Array.length (Array.of_list [1; 2; 3]));
  Array.iter (Printf.printf "%d,") a;
  Array.iteri (fun i x -> Printf.printf "%d=%d," i x) a;
  print_newline ();
  p "map" (Array.map (fun x -> x + 1) a);
  p "mapi" (Array.mapi (fun i x -> i * x) a);
  Printf.printf "%d %s\n" (Array.fold_left (fun acc x -> (acc * 2) + x) 0 a)
    (Array.fold_right (fun x acc -> string_of_int x ^ "," ^ acc) a "end");
  Array.iter2 (fun x y -> Printf.printf "%d/%d " x y) a c;
  print_newline ();
  p "map2" (Array.map2 ( - ) a c);
  Printf.printf "%B %B %B %B\n" (Array.for_all (fun x -> x > 0) a) (Array.exists (fun x -> x > 30) a)
    (Array.for_all2 (fun x y -> x >= y) a c) (Array.exists2 ( = ) a c);
  Printf.printf "%B %B\n" (Array.mem 33 a) (Array.memq 34 a);
  let show_opt = function Some x -> string_of_int x | None -> "none" in
  Printf.printf "%s %s\n" (show_opt (Array.find_opt (fun x -> x < 5) a)) (show_opt (Array.find_opt (fun x -> x < 0) a));
  let evens, texts = Array.split [| (2, "two"); (4, "four") |] in
  p "split" evens;
  Array.iter (fun (x, s) -> Printf.printf "%d-%s " x s) (Array.combine evens texts);
  print_newline ();
  let s = Array.init 20 (fun i -> (i * 7) mod 10) in
  let sorted f = let c = Array.copy s in f compare c; c in
  p "sort" (sorted Array.sort);
  p "fast_sort" (sorted Array.fast_sort);
  let pairs = Array.init 20 (fun i -> ((i * 7) mod 4, i)) in
  Array.stable_sort (fun (a, _) (b, _) -> compare b a) pairs;
  Array.iter (fun (a, b) -> Printf.printf "%d:%d " a b) pairs;
  print_newline ();
  p "of_seq" (Array.of_seq (Seq.filter (fun x -> x land 1 = 1) (Array.to_seq s)));
  Seq.iter (fun (i, x) -> Printf.printf "%d>%d " i x) (Array.to_seqi a);
  print_newline ();
  Printf.printf "%d\n" (Array.unsafe_get a 0);
  Array.unsafe_set a 0 50;
  p "unsafe_set" a;
  fails "get" (fun () -> a.(4));
  fails "get -1" (fun () -> a.(-1));
  fails "set" (fun () -> a.(4) <- 0; 0);
  fails "make" (fun () -> Array.length (Array.make (-1) 0));
  fails "init" (fun () -> Array.length (Array.init (-1) Fun.id));
  fails "sub" (fun () -> Array.length (Array.sub a 3 2));
  fails "fill" (fun () -> Array.fill a 2 3 0; 0);
  fails "blit" (fun () -> Array.blit a 0 c 3 2; 0);
  fails "iter2" (fun () -> Array.iter2 (fun _ _ -> ()) a [||]; 0);
  fails "map2" (fun () -> Array.length (Array.map2 ( + ) a [||]));
  fails "combine" (fun () -> Array.length (Array.combine a [||]));
  Printf.printf "%B %B %d %d\n" ([| 1; 2 |] = [| 1; 2 |]) ([||] = [| 1 |]) (compare [| 1; 2 |] [| 1; 3 |])
    (compare [| 9 |] [| 1; 2 |])
