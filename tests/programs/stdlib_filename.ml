(* Filename: base and directory names, extensions, concatenation, relative and
   implicit paths, quoting, on many shapes of paths. *)

let paths =
  [ "a/b/c.txt"; "/a/b/c"; "c.tar.gz"; "/"; "//"; ""; "a/"; "a//"; "/a"; "./a"; "../a.b/c"; ".hidden"; "dir/.hidden.txt"; "a.b/c"; "noext."; ".."; "."; "a/b//c/"; "x.y.z"; "name with space.ml" ]

let () =
  List.iter
    (fun p ->
      Printf.printf "%S base %S dir %S ext %S rm %S implicit %B relative %B\n" p (Filename.basename p) (Filename.dirname p)
        (Filename.extension p) (Filename.remove_extension p) (Filename.is_implicit p) (Filename.is_relative p))
    paths;
  Printf.printf "%S %S %S\n" Filename.current_dir_name Filename.parent_dir_name Filename.dir_sep;
  List.iter (fun (a, b) -> Printf.printf "%S " (Filename.concat a b)) [("a", "b"); ("a/", "b"); ("", "b"); ("/", "b"); ("a", "")];
  print_newline ();
  Printf.printf "%S %S\n" (Filename.chop_suffix "file.ml" ".ml") (Filename.chop_extension "dir.d/file.cmo");
  Printf.printf "%B %B %B\n" (Filename.check_suffix "a.ml" ".ml") (Filename.check_suffix "a.ml" "ml") (Filename.check_suffix "ml" ".ml");
  let opt = function Some s -> s | None -> "none" in
  Printf.printf "%s %s\n" (opt (Filename.chop_suffix_opt ~suffix:".ml" "x.ml")) (opt (Filename.chop_suffix_opt ~suffix:".ml" "x.mli"));
  List.iter
    (fun f -> match f () with s -> print_endline s | exception Invalid_argument m -> Printf.printf "invalid: %s\n" m)
    [(fun () -> Filename.chop_extension "noext"); (fun () -> Filename.chop_extension "dir.d/noext"); (fun () -> Filename.chop_extension "a.b")];
  List.iter (fun s -> Printf.printf "%s " (Filename.quote s)) ["plain"; "with space"; "it's"; ""; "$HOME \"q\""; "a\nb"];
  print_newline ();
  print_endline (Filename.quote_command "ls" ["-l"; "a b"; "it's"]);
  print_endline (Filename.quote_command "cat" ~stdin:"in put" ~stdout:"out" ~stderr:"err" []);
  let f = Filename.temp_file ~temp_dir:"." "prefix_" ".tmp" in
  let base = Filename.basename f in
  Printf.printf "%B %B %B\n" (Sys.file_exists f) (Filename.check_suffix f ".tmp") (String.length base > 11 && String.sub base 0 7 = "prefix_");
  let g, oc = Filename.open_temp_file ~temp_dir:"." "prefix_" ".tmp" in
  output_string oc "content\n";
  close_out oc;
  let ic = open_in g in
  Printf.printf "%s %B\n" (input_line ic) (f <> g);
  close_in ic;
  Sys.remove f;
  Sys.remove g;
  Printf.printf "%B %B\n" (Sys.file_exists f) (Sys.file_exists g);
  let rec parts p = if Filename.dirname p = p then [p] else Filename.basename p :: parts (Filename.dirname p) in
  List.iter (fun p -> Printf.printf "%s\n" (String.concat "|" (List.rev (parts p)))) ["/usr/local/lib"; "a/b/c"; "/"]
