(* Step 3: a table that grows, written to a file and read again. *)
let file = "counts.txt"

let count_into table word =
  Hashtbl.replace table word (1 + try Hashtbl.find table word with Not_found -> 0)

let sorted table = List.sort compare (Hashtbl.fold (fun word n rest -> (word, n) :: rest) table [])

let write table =
  let out = open_out_bin file in
  List.iter (fun (word, n) -> output_string out (word ^ " " ^ string_of_int n ^ "\n")) (sorted table);
  close_out out

let read () =
  let table = Hashtbl.create 1 and input = open_in_bin file in
  (try
     while true do
       let line = input_line input in
       let space = String.rindex line ' ' in
       Hashtbl.add table (String.sub line 0 space)
         (int_of_string (String.sub line (space + 1) (String.length line - space - 1)))
     done
   with End_of_file -> ());
  close_in input;
  table

let () =
  let table = Hashtbl.create 7 in
  for i = 1 to 1000 do
    count_into table ("word " ^ string_of_int (i * i mod 97))
  done;
  write table;
  let again = read () in
  print_int (Hashtbl.length again);
  print_endline (if sorted again = sorted table then " words, equal" else " words, different");
  List.iter (fun (word, n) -> print_endline (word ^ ": " ^ string_of_int n)) (sorted again);
  (match open_in "nowhere" with
  | exception Sys_error message -> prerr_endline message
  | _ -> print_endline "there is a file `nowhere`");
  exit (Hashtbl.hash "files" land 7)
