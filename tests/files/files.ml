(* Files by Stdlib and Sys, in the directory in which it starts. It finds `given.txt` there, and `etc/more.bin`. *)
let show fmt = Printf.printf (fmt ^^ "\n")

let attempt name f =
  match f () with
  | text -> show "%s: %s" name text
  | exception Sys_error message -> show "%s: Sys_error %s" name message
  | exception End_of_file -> show "%s: End_of_file" name

let unit f () = f (); "done"
let read name () = let ic = open_in_bin name in Fun.protect (fun () -> String.escaped (really_input_string ic (in_channel_length ic))) ~finally:(fun () -> close_in ic)
let write ?(flags = [ Open_wronly; Open_creat; Open_trunc ]) name text () =
  let oc = open_out_gen flags 0o644 name in
  output_string oc text;
  close_out oc;
  "written"

let list name () =
  let names = Sys.readdir name in
  Array.sort compare names;
  String.concat " " (Array.to_list names)

let kind name = if not (Sys.file_exists name) then "nothing" else if Sys.is_directory name then "directory" else "file"

let () =
  attempt "given" (read "given.txt");
  attempt "given, spelt otherwise" (read "./etc/..//given.txt");
  attempt "more" (read "etc/more.bin");
  show "%s %s %s" (kind "given.txt") (kind "etc") (kind "none");
  attempt "list" (list ".");
  attempt "list etc" (list "etc");
  attempt "list none" (list "none");
  attempt "list a file" (list "given.txt");
  attempt "is_directory" (fun () -> string_of_bool (Sys.is_directory "none"));
  attempt "read none" (read "none");
  attempt "write" (write "new" "one\ntwo\nthree");
  attempt "read" (read "new");
  attempt "append" (write ~flags:[ Open_append ] "new" "\nfour");
  attempt "append, new" (write ~flags:[ Open_append; Open_creat ] "log" "first");
  attempt "no such file" (write ~flags:[ Open_wronly ] "nothing" "x");
  attempt "excl" (write ~flags:[ Open_wronly; Open_creat; Open_excl ] "new" "x");
  attempt "over" (write ~flags:[ Open_wronly ] "new" "ONE");
  attempt "read" (read "new");
  attempt "into a directory" (write "etc/made" "x");
  attempt "into no directory" (write "nowhere/made" "x");
  attempt "into a file" (write "new/made" "x");
  attempt "a directory" (write "etc" "x");
  let ic = open_in "new" in
  show "%s" (input_line ic);
  show "%d %d" (pos_in ic) (in_channel_length ic);
  seek_in ic 8;
  show "%s" (input_line ic);
  seek_in ic 100;
  attempt "behind the end" (fun () -> input_line ic);
  close_in ic;
  let oc = open_out_gen [ Open_wronly ] 0 "new" in
  seek_out oc 4;
  output_string oc "TWO";
  seek_out oc 22;
  output_string oc "far";
  show "%d %d" (pos_out oc) (out_channel_length oc);
  close_out oc;
  attempt "read" (read "new");
  attempt "mkdir" (unit (fun () -> Sys.mkdir "sub" 0o755));
  attempt "mkdir again" (unit (fun () -> Sys.mkdir "sub" 0o755));
  attempt "mkdir in none" (unit (fun () -> Sys.mkdir "none/sub" 0o755));
  attempt "mkdir over a file" (unit (fun () -> Sys.mkdir "new" 0o755));
  attempt "rename" (unit (fun () -> Sys.rename "new" "sub/moved"));
  attempt "rename none" (unit (fun () -> Sys.rename "new" "sub/moved"));
  attempt "rename over" (unit (fun () -> Sys.rename "log" "sub/moved"));
  attempt "read" (read "sub/moved");
  attempt "rename to none" (unit (fun () -> Sys.rename "sub/moved" "none/moved"));
  attempt "rename a directory" (unit (fun () -> Sys.rename "sub" "etc/sub"));
  attempt "list" (list ".");
  attempt "list etc" (list "etc");
  attempt "read" (read "etc/sub/moved");
  attempt "a directory into itself" (unit (fun () -> Sys.rename "etc" "etc/sub/etc"));
  attempt "rmdir, not empty" (unit (fun () -> Sys.rmdir "etc/sub"));
  attempt "remove a directory" (unit (fun () -> Sys.remove "etc/sub"));
  attempt "rmdir a file" (unit (fun () -> Sys.rmdir "etc/sub/moved"));
  attempt "remove" (unit (fun () -> Sys.remove "etc/sub/moved"));
  attempt "remove again" (unit (fun () -> Sys.remove "etc/sub/moved"));
  attempt "rmdir" (unit (fun () -> Sys.rmdir "etc/sub"));
  attempt "rmdir again" (unit (fun () -> Sys.rmdir "etc/sub"));
  let here = Sys.getcwd () in
  attempt "chdir" (unit (fun () -> Sys.chdir "etc"));
  attempt "read" (read "more.bin");
  attempt "read above" (read "../given.txt");
  show "%s" (Filename.basename (Sys.getcwd ()));
  attempt "chdir none" (unit (fun () -> Sys.chdir "none"));
  attempt "chdir to a file" (unit (fun () -> Sys.chdir "more.bin"));
  Sys.chdir here;
  let oc = open_out "open" and ic = open_in "given.txt" in
  Sys.remove "open";
  Sys.remove "given.txt";
  output_string oc "to nobody";
  close_out oc;
  show "%s" (input_line ic);
  close_in ic;
  attempt "gone" (read "given.txt");
  attempt "written anew" (write "given.txt" "of the program");
  attempt "read" (read "given.txt");
  let temporary = Filename.temp_file "files" ".tmp" in
  show "%s" (kind temporary);
  attempt "temporary" (write temporary "x");
  Sys.remove temporary;
  let oc = open_out "big" in
  for i = 1 to 30000 do Printf.fprintf oc "line %d\n" i done;
  close_out oc;
  let ic = open_in "big" in
  let rec count n = match input_line ic with _ -> count (n + 1) | exception End_of_file -> n in
  show "%d lines, %d bytes" (count 0) (in_channel_length ic);
  close_in ic;
  List.iter Sys.remove [ "big"; "given.txt"; "etc/more.bin" ];
  attempt "list" (list "etc")
