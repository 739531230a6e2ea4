(* What leaves something behind if anything does: channels, tables, exceptions, finalisers, weak pointers, at_exit. *)
exception Found of int

let table = Hashtbl.create 4

let () =
  at_exit (fun () -> print_endline "at exit");
  for i = 1 to 50 do Hashtbl.replace table (string_of_int i) (Array.make i i) done;
  let sum = Hashtbl.fold (fun _ a sum -> sum + Array.length a) table 0 in
  Printf.printf "%d %s %.3f\n" sum (String.concat "," (List.init 5 string_of_int)) (sin 1.);
  (try Hashtbl.iter (fun _ a -> if Array.length a = 7 then raise (Found a.(0))) table with Found n -> Printf.printf "found %d\n" n);
  (try ignore (List.find (fun x -> x > 3) [ 1; 2 ]) with Not_found -> print_endline "not found");
  let rec depth n = if n = 0 then 0 else 1 + depth (n - 1) in
  Printf.printf "%d\n" (depth 3000);
  let weak = Weak.create 1 in
  Weak.set weak 0 (Some (ref 1));
  Gc.finalise (fun r -> incr r) (ref 1);
  let copy : (string * int list) = Marshal.from_string (Marshal.to_string ("text", [ 1; 2; 3 ]) []) 0 in
  print_endline (fst copy);
  Format.printf "@[<v>%d@ %s@]@." 1 (Printexc.to_string (Failure "no"));
  let name = Filename.temp_file "repeat" "" in
  let out = open_out name in
  output_string out "line\n";
  close_out out;
  let input = open_in name in
  print_endline (input_line input);
  close_in input;
  Sys.remove name
