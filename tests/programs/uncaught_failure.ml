(* Failure from a library function, uncaught, out of nested closures and a
   handler that re-raises: exit code 2. *)

let table = Hashtbl.create 3

let lookup k = try Hashtbl.find table k with Not_found -> failwith ("no key " ^ k)

let () =
  Hashtbl.add table "a" 1;
  Printf.printf "%d\n" (lookup "a");
  Printf.printf "%s\n" (try string_of_int (lookup "b") with Failure m -> m);
  List.iter print_endline ["one"; "two"];
  print_endline "three";
  List.iter (fun k -> try print_int (lookup k) with Failure _ as e -> print_endline " again"; raise e) ["a"; "c"; "a"]
