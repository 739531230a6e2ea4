(* Char and Uchar: codes, cases, escapes, comparison, UTF-8 encoding by Buffer
   and a decoder written by hand. *)

let decode s =
  let n = String.length s in
  let byte i = if i < n then Char.code s.[i] else 0 in
  let cont i = byte i land 0x3F in
  let rec go i acc =
    if i >= n then List.rev acc
    else
      let b = byte i in
      if b < 0x80 then go (i + 1) (b :: acc)
      else if b < 0xE0 then go (i + 2) ((((b land 0x1F) lsl 6) lor cont (i + 1)) :: acc)
      else if b < 0xF0 then go (i + 3) ((((b land 0xF) lsl 12) lor (cont (i + 1) lsl 6) lor cont (i + 2)) :: acc)
      else
        go (i + 4)
          ((((b land 7) lsl 18) lor (cont (i + 1) lsl 12) lor (cont (i + 2) lsl 6) lor cont (i + 3)) :: acc)
  in
  go 0 []

let encode f l =
  let b = Buffer.create 16 in
  List.iter (fun c -> f b (Uchar.of_int c)) l;
  Buffer.contents b

let hex s = String.concat " " (List.map (fun c -> Printf.sprintf "%02X" (Char.code c)) (List.of_seq (String.to_seq s)))

let rot13 = String.map (fun c ->
    match c with
    | 'a' .. 'z' -> Char.chr (((Char.code c - 97 + 13) mod 26) + 97)
    | 'A' .. 'Z' -> Char.chr (((Char.code c - 65 + 13) mod 26) + 65)
    | c -> c)

let () =
  Printf.printf "%d %d %C %C\n" (Char.code 'A') (Char.code '\n') (Char.chr 97) (Char.chr 255);
  Printf.printf "%c%c%c%c\n" (Char.uppercase_ascii 'q') (Char.lowercase_ascii 'Q') (Char.uppercase_ascii '{') (Char.lowercase_ascii '@');
  List.iter (fun c -> Printf.printf "%s|%C " (Char.escaped c) c) ['a'; '\''; '"'; '\\'; '\n'; '\t'; '\r'; '\b'; ' '; '\000'; '\127'; '\233'];
  print_newline ();
  Printf.printf "%d %d %d %B %B\n" (Char.compare 'a' 'b') (Char.compare 'b' 'a') (compare 'x' 'x') (Char.equal 'a' 'a') ('a' < 'Z');
  (try ignore (Char.chr (-1)) with Invalid_argument m -> print_endline m);
  print_endline (rot13 "Hello, World! abcxyz");
  print_endline (rot13 (rot13 "Round Trip"));
  let upper = ref 0 in
  for i = 0 to 255 do
    let c = Char.chr i in
    if Char.lowercase_ascii c <> c then incr upper;
    if Char.lowercase_ascii c <> c && Char.uppercase_ascii (Char.lowercase_ascii c) <> c then print_endline "bad"
  done;
  Printf.printf "%d upper case letters\n" !upper;
  let points = [0x24; 0xA2; 0x7FF; 0x800; 0x20AC; 0xD7FF; 0xE000; 0xFFFD; 0xFFFF; 0x10000; 0x10348; 0x10FFFF] in
  let s = encode Buffer.add_utf_8_uchar points in
  print_endline (hex s);
  List.iter (Printf.printf "%X ") (decode s);
  Printf.printf "%B\n" (decode s = points);
  print_endline (hex (encode Buffer.add_utf_16be_uchar points));
  print_endline (hex (encode Buffer.add_utf_16le_uchar points));
  Printf.printf "%B %B %B %B\n" (Uchar.is_valid 0xD800) (Uchar.is_valid 0x10FFFF) (Uchar.is_valid 0x110000) (Uchar.is_valid (-1));
  Printf.printf "%d %d %d\n" (Uchar.to_int Uchar.min) (Uchar.to_int Uchar.max) (Uchar.to_int (Uchar.of_char 'z'));
  Printf.printf "%C %B %B\n" (Uchar.to_char (Uchar.of_int 65)) (Uchar.is_char (Uchar.of_int 255)) (Uchar.is_char (Uchar.of_int 256));
  Printf.printf "%X %X\n" (Uchar.to_int (Uchar.succ (Uchar.of_int 0xD7FF))) (Uchar.to_int (Uchar.pred (Uchar.of_int 0xE000)));
  Printf.printf "%d %B %X\n" (Uchar.compare (Uchar.of_int 5) (Uchar.of_int 6)) (Uchar.equal Uchar.bom (Uchar.of_int 0xFEFF)) (Uchar.to_int Uchar.rep);
  List.iter
    (fun f -> match f () with
       | u -> Printf.printf "%X\n" (Uchar.to_int u)
       | exception Invalid_argument m -> print_endline m)
    [(fun () -> Uchar.of_int 0xD800); (fun () -> Uchar.succ Uchar.max); (fun () -> Uchar.pred Uchar.min)];
  print_endline (encode Buffer.add_utf_8_uchar [0x4E16; 0x754C; 0x20; 0x1F42B]);
  let histogram = Array.make 128 0 in
  String.iter (fun c -> let i = Char.code c in histogram.(i) <- histogram.(i) + 1) "mississippi river";
  Array.iteri (fun i n -> if n > 1 then Printf.printf "%c%d " (Char.chr i) n) histogram;
  print_newline ()
