(* A program of the common size: it counts the words that it is given. *)
let () =
  let table = Hashtbl.create 16 in
  Array.iteri
    (fun i word ->
      if i > 0 then Hashtbl.replace table word (1 + Option.value ~default:0 (Hashtbl.find_opt table word)))
    Sys.argv;
  let all = List.sort compare (Hashtbl.fold (fun word n l -> (word, n) :: l) table []) in
  List.iter (fun (word, n) -> Printf.printf "%s %d\n" word n) all;
  if all = [] then (prerr_endline "no words"; exit 3)
