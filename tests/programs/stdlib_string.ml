(* Every function of String in 4.13 (without the deprecated ones), corner cases
   of positions, empty strings and errors. *)

let p name s = Printf.printf "%-12s %S\n" name s
let opt = function Some i -> string_of_int i | None -> "-"
let fails name f = match f () with
  | _ -> Printf.printf "%s no error\n" name
  | exception Invalid_argument m -> Printf.printf "%s: %s\n" name m
  | exception Not_found -> Printf.printf "%s: Not_found\n" name

let () =
  Printf.printf "%d %c\n" (String.length "hello") (String.get "hello" 1);
  p "make" (String.make 3 'z');
  p "init" (String.init 6 (fun i -> Char.chr (97 + (i * i) mod 26)));
  p "of_bytes" (String.of_bytes (Bytes.of_string "bytes"));
  p "to_bytes" (Bytes.to_string (String.to_bytes "copy"));
  p "concat" (String.concat ", " ["one"; ""; "three"]);
  p "concat none" (String.concat "x" []);
  p "cat" (String.cat "left" "right");
  p "sub" (String.sub "hello world" 4 5);
  p "sub end" (String.sub "abc" 3 0);
  Printf.printf "%B %B %d %d %d\n" (String.equal "a" "a") (String.equal "a" "A") (String.compare "a" "b")
    (String.compare "abc" "ab") (String.compare "" "");
  Printf.printf "%B %B %B %B\n" (String.starts_with ~prefix:"" "x") (String.starts_with ~prefix:"he" "hello")
    (String.ends_with ~suffix:"lo" "hello") (String.ends_with ~suffix:"hello!" "hello");
  Printf.printf "%B %B %B\n" (String.contains "hello" 'l') (String.contains_from "hello" 4 'l') (String.rcontains_from "hello" 2 'h');
  p "map" (String.map (fun c -> if c = 'l' then 'L' else c) "hello");
  p "mapi" (String.mapi (fun i c -> if i = 0 then Char.uppercase_ascii c else c) "title");
  Printf.printf "%d %s\n" (String.fold_left (fun n c -> (n * 31 + Char.code c) land 0xFFFF) 7 "fold")
    (String.fold_right (fun c acc -> acc ^ String.make 1 c) "reverse" "");
  Printf.printf "%B %B\n" (String.for_all (fun c -> c <> ' ') "no-space") (String.exists (fun c -> c = ' ') "");
  p "trim" (String.trim "\t  both ends \r\n\012");
  p "trim all" (String.trim "   ");
  p "trim none" (String.trim "as is");
  p "escaped" (String.escaped "tab\t nl\n cr\r bs\b q\" sq' bsl\\ nul\000 del\127 hi\200");
  p "uppercase" (String.uppercase_ascii "abc xyz {} é");
  p "lowercase" (String.lowercase_ascii "ABC XYZ []");
  p "capitalize" (String.capitalize_ascii "word Two");
  p "uncapitalize" (String.uncapitalize_ascii "WORD");
  p "cap empty" (String.capitalize_ascii "");
  String.iter (fun c -> Printf.printf "%c." c) "iter";
  String.iteri (fun i c -> Printf.printf "%d%c " i c) "iteri";
  print_newline ();
  Printf.printf "%d %d %d %d\n" (String.index "hello" 'l') (String.rindex "hello" 'l')
    (String.index_from "hello" 3 'l') (String.rindex_from "hello" 2 'l');
  Printf.printf "%s %s %s %s\n" (opt (String.index_opt "abc" 'c')) (opt (String.rindex_opt "abc" 'z'))
    (opt (String.index_from_opt "abc" 3 'c')) (opt (String.rindex_from_opt "abc" (-1) 'a'));
  List.iter
    (fun (c, s) -> Printf.printf "[%s]" (String.concat "|" (String.split_on_char c s)))
    [(',', "a,b,c"); (',', ""); (',', ","); (',', ",a,,b,"); ('x', "none")];
  print_newline ();
  p "to_seq" (String.of_seq (Seq.filter (fun c -> c <> 'a') (String.to_seq "banana")));
  Seq.iter (fun (i, c) -> Printf.printf "%d%c" i c) (String.to_seqi "seq");
  print_newline ();
  let dst = Bytes.make 6 '.' in
  String.blit "abcdef" 2 dst 1 3;
  p "blit" (Bytes.to_string dst);
  let raw = "\x01\x80\xff\x7f\x00\x12\x34\x56\x78" in
  Printf.printf "%d %d %d %d\n" (String.get_uint8 raw 1) (String.get_int8 raw 1) (String.get_uint16_le raw 1) (String.get_int16_be raw 2);
  Printf.printf "%lx %lx %Lx\n" (String.get_int32_be raw 5) (String.get_int32_le raw 5) (String.get_int64_be raw 1);
  Printf.printf "%s %S\n" ("con" ^ "cat" ^ "") ("" ^ "");
  Printf.printf "%B %B %B %B\n" ("abc" < "abd") ("abc" < "abcd") ("Z" < "a") ("\127" < "\128");
  Printf.printf "%d %d\n" (compare "a\000b" "a\000c") (String.length "a\000b");
  let sorted = List.sort String.compare ["pear"; "Apple"; "fig"; "apple"; ""; "figs"; "é"] in
  p "sorted" (String.concat "," sorted);
  fails "get" (fun () -> "abc".[3]);
  fails "make" (fun () -> String.make (-1) 'x');
  fails "sub" (fun () -> String.sub "abc" 2 2);
  fails "sub negative" (fun () -> String.sub "abc" (-1) 1);
  fails "index" (fun () -> String.index "abc" 'z');
  fails "index_from" (fun () -> String.index_from "abc" 4 'a');
  fails "rindex_from" (fun () -> String.rindex_from "abc" 3 'a');
  fails "contains_from" (fun () -> String.contains_from "abc" 4 'a');
  fails "blit" (fun () -> String.blit "abc" 0 (Bytes.create 2) 0 3);
  fails "get_int32" (fun () -> String.get_int32_be "abc" 0)
