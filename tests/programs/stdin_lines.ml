(* Standard input by lines: word and line counts, parsing of commands, the last
   line without a newline. *)

let rec read_lines acc = match read_line () with l -> read_lines (l :: acc) | exception End_of_file -> List.rev acc

let words s = List.filter (( <> ) "") (String.split_on_char ' ' s)

let execute stack line =
  match words line, stack with
  | [], s -> s
  | ["push"; n], s -> (match int_of_string_opt n with Some n -> n :: s | None -> Printf.printf "bad number %S\n" n; s)
  | ["pop"], _ :: s -> s
  | [("add" | "sub" | "mul") as op], b :: a :: s -> (match op with "add" -> a + b | "sub" -> a - b | _ -> a * b) :: s
  | ["dup"], x :: s -> x :: x :: s
  | ["print"], (x :: _ as s) -> Printf.printf "= %d\n" x; s
  | cmd :: _, s -> Printf.printf "can't do %s with %d values\n" cmd (List.length s); s

let () =
  let n = read_int () in
  Printf.printf "expecting %d commands\n" n;
  let stack = ref [] in
  for _ = 1 to n do stack := execute !stack (read_line ()) done;
  Printf.printf "stack: %s\n" (String.concat " " (List.map string_of_int !stack));
  let x = read_float () in
  Printf.printf "%.3f %s\n" x (match read_int_opt () with Some n -> string_of_int n | None -> "not an int");
  let rest = read_lines [] in
  Printf.printf "%d lines left\n" (List.length rest);
  List.iteri (fun i l -> Printf.printf "%2d: %S (%d words)\n" i l (List.length (words l))) rest;
  let table = Hashtbl.create 16 in
  List.iter (fun l -> List.iter (fun w -> Hashtbl.replace table w (1 + Option.value ~default:0 (Hashtbl.find_opt table w))) (words l)) rest;
  let counts = Hashtbl.fold (fun w c acc -> (c, w) :: acc) table [] in
  List.iteri (fun i (c, w) -> if i < 5 then Printf.printf "%s x%d\n" w c) (List.sort (fun (a, v) (b, w) -> compare (b, v) (a, w)) counts);
  (try ignore (read_line ()) with End_of_file -> print_endline "end")
