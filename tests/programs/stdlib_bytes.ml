(* Every function of Bytes (4.13 without the deprecated ones), in-place changes,
   overlapping blits, binary accessors of every width and endianness. *)

let b = Bytes.of_string
let p name x = Printf.printf "%-12s %S\n" name (Bytes.to_string x)
let fails name f = match f () with
  | _ -> Printf.printf "%s no error\n" name
  | exception Invalid_argument m -> Printf.printf "%s: %s\n" name m
  | exception Not_found -> Printf.printf "%s: Not_found\n" name

let () =
  let x = b "hello world" in
  Printf.printf "%d %c\n" (Bytes.length x) (Bytes.get x 4);
  Bytes.set x 0 'J';
  p "set" x;
  p "make" (Bytes.make 4 '\xff');
  p "init" (Bytes.init 5 (fun i -> Char.chr (65 + i)));
  p "empty" Bytes.empty;
  let c = Bytes.copy x in
  Bytes.fill c 2 3 '*';
  p "fill" c;
  p "copy kept" x;
  p "sub" (Bytes.sub x 6 5);
  Printf.printf "%S %S\n" (Bytes.sub_string x 0 5) (Bytes.to_string (Bytes.extend x (-6) 2 |> fun e -> Bytes.fill e 5 2 '.'; Bytes.sub e 0 5));
  let e = Bytes.extend (b "abc") 2 1 in
  Bytes.fill e 0 2 '<'; Bytes.set e 5 '>';
  p "extend" e;
  let d = b "0123456789" in
  Bytes.blit d 0 d 3 5;
  p "blit up" d;
  let d = b "0123456789" in
  Bytes.blit d 3 d 0 5;
  p "blit down" d;
  Bytes.blit_string "XYZ" 1 d 8 2;
  p "blit_string" d;
  p "concat" (Bytes.concat (b ", ") [b "a"; b ""; b "ccc"]);
  p "cat" (Bytes.cat (b "ab") (b "cd"));
  Bytes.iter (fun c -> Printf.printf "%d " (Char.code c)) (b "az");
  Bytes.iteri (fun i c -> Printf.printf "%d%c " i c) (b "xyz");
  print_newline ();
  p "map" (Bytes.map Char.uppercase_ascii (b "mixed Case 1"));
  p "mapi" (Bytes.mapi (fun i c -> if i land 1 = 0 then c else '-') (b "abcdef"));
  Printf.printf "%d %s %B %B\n" (Bytes.fold_left (fun n c -> n + Char.code c) 0 (b "abc"))
    (Bytes.fold_right (fun c s -> s ^ String.make 1 c) (b "abc") "") (Bytes.for_all (fun c -> c > 'a') (b "bcd")) (Bytes.exists (( = ) 'z') (b "abc"));
  p "trim" (Bytes.trim (b " \t\n\012\r in ner \r\n"));
  p "escaped" (Bytes.escaped (b "a\tb\\\"\000\255\n"));
  Printf.printf "%d %d %d %d\n" (Bytes.index (b "banana") 'n') (Bytes.rindex (b "banana") 'n')
    (Bytes.index_from (b "banana") 3 'n') (Bytes.rindex_from (b "banana") 3 'n');
  let opt = function Some i -> string_of_int i | None -> "-" in
  Printf.printf "%s %s %s %s\n" (opt (Bytes.index_opt (b "abc") 'z')) (opt (Bytes.rindex_opt (b "abca") 'a'))
    (opt (Bytes.index_from_opt (b "abc") 3 'a')) (opt (Bytes.rindex_from_opt (b "abc") (-1) 'a'));
  Printf.printf "%B %B %B\n" (Bytes.contains (b "abc") 'c') (Bytes.contains_from (b "abc") 1 'a') (Bytes.rcontains_from (b "abc") 1 'a');
  p "uppercase" (Bytes.uppercase_ascii (b "aé~z"));
  p "lowercase" (Bytes.lowercase_ascii (b "AÉ~Z"));
  p "capitalize" (Bytes.capitalize_ascii (b "word"));
  p "uncap" (Bytes.uncapitalize_ascii (b "WORD"));
  Printf.printf "%d %d %d %B %B\n" (Bytes.compare (b "a") (b "b")) (compare (b "b") (b "ab")) (Bytes.compare (b "ab") (b "ab"))
    (Bytes.equal (b "x") (b "x")) (b "x" == b "x");
  Printf.printf "%B %B\n" (Bytes.starts_with ~prefix:(b "ab") (b "abc")) (Bytes.ends_with ~suffix:(b "abcd") (b "abc"));
  p "of_seq" (Bytes.of_seq (Seq.map Char.uppercase_ascii (Bytes.to_seq (b "seq"))));
  Seq.iter (fun (i, c) -> Printf.printf "%d:%c " i c) (Bytes.to_seqi (b "pq"));
  print_newline ();
  let n = Bytes.make 16 '\000' in
  Bytes.set_uint8 n 0 0x1FF; Bytes.set_int8 n 1 (-2);
  Bytes.set_uint16_le n 2 0x1234; Bytes.set_uint16_be n 4 0x1234; Bytes.set_int16_le n 6 (-3);
  p "ints" n;
  Printf.printf "%d %d %d %d\n" (Bytes.get_uint8 n 0) (Bytes.get_int8 n 0) (Bytes.get_int8 n 1) (Bytes.get_uint8 n 1);
  Printf.printf "%x %x %x %d %d %d\n" (Bytes.get_uint16_le n 2) (Bytes.get_uint16_be n 2) (Bytes.get_uint16_be n 4)
    (Bytes.get_int16_le n 6) (Bytes.get_int16_be n 6) (Bytes.get_uint16_le n 6);
  Bytes.set_int32_le n 0 0x89ABCDEFl; Bytes.set_int32_be n 4 0x12345678l; Bytes.set_int64_be n 8 0x0123456789ABCDEFL;
  p "int32/64" n;
  Printf.printf "%lx %lx %Lx %Lx %Ld\n" (Bytes.get_int32_be n 0) (Bytes.get_int32_le n 4) (Bytes.get_int64_be n 8)
    (Bytes.get_int64_le n 8) (Bytes.get_int64_le n 0);
  let u = b "frozen" in
  let s = Bytes.unsafe_to_string (Bytes.copy u) in
  Bytes.unsafe_set u 0 'F';
  Printf.printf "%s %c %s\n" s (Bytes.unsafe_get u 0) (Bytes.to_string u);
  Bytes.unsafe_fill u 1 2 '#'; Bytes.unsafe_blit u 0 u 3 2;
  p "unsafe" u;
  fails "get" (fun () -> Bytes.get u 6);
  fails "make" (fun () -> Bytes.length (Bytes.make (-1) 'x'));
  fails "sub" (fun () -> Bytes.length (Bytes.sub u 2 5));
  fails "fill" (fun () -> Bytes.fill u 5 2 'x');
  fails "blit" (fun () -> Bytes.blit u 0 u 5 2);
  fails "index" (fun () -> Bytes.index u 'Q');
  fails "index_from" (fun () -> Bytes.index_from u 7 'F');
  fails "extend" (fun () -> Bytes.extend u (-4) (-4));
  fails "get_uint16" (fun () -> Bytes.get_uint16_le u 5);
  fails "set_int32" (fun () -> Bytes.set_int32_be u 3 0l);
  fails "get_int64" (fun () -> Bytes.get_int64_be u 0)
