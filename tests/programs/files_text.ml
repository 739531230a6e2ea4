(* Text files: write, read lines, append, flags, input of all kinds, errors,
   renaming, directories; every file is removed at the end. *)

let temp = Filename.temp_file ~temp_dir:"." "text" ".tmp"

let with_out ?(open_fn = open_out) f = let oc = open_fn temp in Fun.protect ~finally:(fun () -> close_out oc) (fun () -> f oc)
let with_in f = let ic = open_in temp in Fun.protect ~finally:(fun () -> close_in ic) (fun () -> f ic)

let lines ic =
  let rec go acc = match input_line ic with l -> go (l :: acc) | exception End_of_file -> List.rev acc in
  go []

let contents () = with_in (fun ic -> really_input_string ic (in_channel_length ic))
let append = open_out_gen [Open_append; Open_creat; Open_text] 0o644

let () =
  with_out (fun oc ->
      output_string oc "first line\n";
      Printf.fprintf oc "%d %s %g\n" 42 "formatted" 2.5;
      output_char oc 'c';
      output oc (Bytes.of_string "xxbytesxx") 2 5;
      output_substring oc "--sub--" 2 3;
      output_bytes oc (Bytes.of_string "\n");
      output_string oc "\nlast, no newline");
  Printf.printf "%S\n" (contents ());
  List.iter (Printf.printf "[%s]") (with_in lines);
  print_newline ();
  with_out ~open_fn:append (fun oc -> output_string oc " appended\nmore\n");
  Printf.printf "%d lines, %d bytes\n" (List.length (with_in lines)) (with_in in_channel_length);
  with_in (fun ic ->
      Printf.printf "%C " (input_char ic);
      Printf.printf "%d " (pos_in ic);
      Printf.printf "%S " (input_line ic);
      let b = Bytes.make 10 '.' in
      let n = input ic b 2 5 in
      Printf.printf "%d %S " n (Bytes.to_string b);
      really_input ic b 0 3;
      Printf.printf "%S " (Bytes.to_string b);
      seek_in ic 6;
      Printf.printf "%S %d\n" (really_input_string ic 4) (pos_in ic);
      (try ignore (really_input_string ic 10000) with End_of_file -> print_string "End_of_file ");
      (try ignore (input_char ic) with End_of_file -> print_string "End_of_file ");
      Printf.printf "%d\n" (input ic b 0 10));
  with_out (fun oc ->
      for i = 1 to 500 do Printf.fprintf oc "line %d %s\n" i (String.make (i mod 70) '#') done;
      Printf.printf "%d %d\n" (pos_out oc) (out_channel_length oc));
  let total, longest = with_in (fun ic -> List.fold_left (fun (n, m) l -> (n + String.length l, max m (String.length l))) (0, 0) (lines ic)) in
  Printf.printf "%d %d\n" total longest;
  with_out (fun oc -> output_string oc "\n\n\r\nx\r\n"; flush oc);
  List.iter (Printf.printf "%S;") (with_in lines);
  print_newline ();
  with_out (fun _ -> ());
  Printf.printf "%d %d\n" (List.length (with_in lines)) (with_in in_channel_length);
  let fails name f = match f () with
    | _ -> Printf.printf "%s: no error\n" name
    | exception Sys_error m -> Printf.printf "%s: %s\n" name m in
  fails "open missing" (fun () -> close_in (open_in "missing_dir/missing.txt"));
  fails "open dir" (fun () -> close_out (open_out "missing_dir/out.txt"));
  fails "excl" (fun () -> try close_out (open_out_gen [Open_wronly; Open_creat; Open_excl] 0o600 temp) with Sys_error _ -> raise (Sys_error "exists"));
  fails "closed" (fun () -> let oc = open_out temp in close_out oc; output_string oc "x"; flush oc);
  fails "closed in" (fun () -> let ic = open_in temp in close_in ic; ignore (input_char ic));
  close_out_noerr (let oc = open_out temp in close_out oc; oc);
  let other = temp ^ ".renamed.tmp" in
  Sys.rename temp other;
  Printf.printf "%B %B %B\n" (Sys.file_exists temp) (Sys.file_exists other) (Sys.is_directory ".");
  Sys.remove other;
  Printf.printf "%B\n" (Sys.file_exists other);
  fails "remove" (fun () -> Sys.remove "surely_missing.tmp")
