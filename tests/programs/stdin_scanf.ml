(* Scanf.scanf on standard input: a matrix, records of several types, free text
   until the end. *)

type row = { name : string; price : float; qty : int }

let () =
  let rows, cols = Scanf.scanf " %d %d" (fun a b -> (a, b)) in
  let m = Array.init rows (fun _ -> Array.init cols (fun _ -> Scanf.scanf " %d" Fun.id)) in
  Array.iter (fun r -> Printf.printf "%d\n" (Array.fold_left ( + ) 0 r)) m;
  for j = 0 to cols - 1 do Printf.printf "%d " (Array.fold_left (fun s r -> max s r.(j)) (-1000) m) done;
  print_newline ();
  let n = Scanf.scanf " items: %d" Fun.id in
  let items = List.init n (fun _ -> Scanf.scanf " %S %f x%d" (fun name price qty -> { name; price; qty })) in
  List.iter (fun r -> Printf.printf "%-12s %8.2f\n" r.name (r.price *. float r.qty)) items;
  Printf.printf "%.2f\n" (List.fold_left (fun t r -> t +. (r.price *. float r.qty)) 0. items);
  let y, mo, d = Scanf.scanf " %4d-%2d-%2d" (fun a b c -> (a, b, c)) in
  Printf.printf "%02d.%02d.%d\n" d mo y;
  Scanf.scanf " %x %o %B %c" (fun a b c d -> Printf.printf "%d %d %B %C\n" a b c d);
  let rec words acc = match Scanf.scanf " %s" Fun.id with "" -> List.rev acc | w -> words (w :: acc) | exception End_of_file -> List.rev acc in
  let ws = words [] in
  Printf.printf "%d words, longest %s\n" (List.length ws) (List.fold_left (fun a w -> if String.length w > String.length a then w else a) "" ws);
  (try Scanf.scanf " %d" (Printf.printf "%d\n") with End_of_file -> print_endline "End_of_file" | Scanf.Scan_failure _ -> print_endline "Scan_failure")
