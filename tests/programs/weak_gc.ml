(* Weak arrays, weak sets, finalisers and Gc calls, only where the result is
   certain: values are kept alive by strong references. *)

module W = Weak.Make (struct type t = string let equal = String.equal let hash = Hashtbl.hash end)

let keep = List.init 5 (fun i -> ref (i * i))
let show = function Some r -> string_of_int !r | None -> "none"

let () =
  let w = Weak.create 8 in
  List.iteri (fun i r -> Weak.set w i (Some r)) keep;
  Printf.printf "%d %s %s %B %B\n" (Weak.length w) (show (Weak.get w 3)) (show (Weak.get w 7)) (Weak.check w 0) (Weak.check w 6);
  Gc.full_major ();
  for i = 0 to 4 do Printf.printf "%s " (show (Weak.get w i)) done;
  print_newline ();
  (match Weak.get w 2 with Some r -> r := 100 | None -> ());
  Printf.printf "%d\n" !(List.nth keep 2);
  Weak.set w 1 None;
  let v = Weak.create 8 in
  Weak.blit w 0 v 2 4;
  for i = 0 to 7 do Printf.printf "%s " (show (Weak.get v i)) done;
  print_newline ();
  Weak.fill v 0 8 (Some (List.hd keep));
  Printf.printf "%B %s\n" (Weak.check v 7) (show (Weak.get_copy v 5));
  List.iter
    (fun f -> match f () with () -> print_endline "no error" | exception Invalid_argument m -> print_endline m)
    [(fun () -> ignore (Weak.get w 8)); (fun () -> Weak.set w (-1) None); (fun () -> ignore (Weak.create (-1)))];
  let strings = List.map (fun s -> String.concat "" [s; "!"]) ["a"; "b"; "c"] in
  let set = W.create 10 in
  List.iter (W.add set) strings;
  let merged = W.merge set (String.concat "" ["b"; "!"]) in
  Printf.printf "%B %d %B %B\n" (merged == List.nth strings 1) (W.count set) (W.mem set "c!") (W.mem set "d!");
  Printf.printf "%s %B\n" (W.find set "a!") (W.find_opt set "zz" = None);
  W.remove set "a!";
  print_endline (String.concat "," (List.sort compare (W.fold (fun s l -> s :: l) set [])));
  Gc.minor ();
  Gc.major ();
  Gc.compact ();
  ignore (Gc.major_slice 0);
  let s = Gc.quick_stat () in
  Printf.printf "%B %B\n" (s.Gc.minor_collections >= 0) (Gc.minor_words () >= 0.);
  Gc.set { (Gc.get ()) with Gc.space_overhead = 100 };
  Printf.printf "%B\n" ((Gc.get ()).Gc.space_overhead > 0);
  let r = ref 5 in
  Gc.finalise (fun _ -> ()) r;
  Printf.printf "%d %s\n" !r (String.concat " " strings)
