(* Strings with all 256 byte values: literals with every kind of escape, quoted
   strings, comparison, concatenation, printing and hashing of binary data. *)

let all = String.init 256 Char.chr

let escapes = "\\ \" \' \n \t \b \r \  \065 \x41 \o101 \u{41} \u{e9} \u{20ac} \u{1F600}"
let quoted = {|raw \n "quotes" 'single' |}
let quoted_id = {x|with |} inside and \065|x}
let continued = "a line that \
                 continues without the blanks \
                \ except this one"
let multi = "line one
line two
\tline three"
let binary = "\000\001\002\r\n\026\027\127\128\200\254\255"

let checksum s =
  let a = ref 1 and b = ref 0 in
  String.iter (fun c -> a := (!a + Char.code c) mod 65521; b := (!b + !a) mod 65521) s;
  (!a, !b)

let hex s = String.concat "" (List.map (fun c -> Printf.sprintf "%02x" (Char.code c)) (List.of_seq (String.to_seq s)))

let count_utf8 s =
  let n = ref 0 in
  String.iter (fun c -> if Char.code c land 0xC0 <> 0x80 then incr n) s;
  !n

let () =
  Printf.printf "%d\n%S\n" (String.length all) all;
  let ok = ref true in
  for i = 0 to 255 do if Char.code all.[i] <> i then ok := false done;
  Printf.printf "codes %B\n" !ok;
  print_endline (hex escapes);
  Printf.printf "%d %d\n" (String.length escapes) (count_utf8 escapes);
  print_endline quoted;
  print_endline quoted_id;
  print_endline continued;
  print_endline multi;
  print_endline (hex binary);
  print_string (String.sub all 32 95);
  print_newline ();
  let a, b = checksum all in
  Printf.printf "%d %d\n" a b;
  let doubled = all ^ all in
  Printf.printf "%d %B %B\n" (String.length doubled) (String.sub doubled 256 256 = all) (doubled > all);
  let reversed = String.init 256 (fun i -> all.[255 - i]) in
  Printf.printf "%d %d %B\n" (compare all reversed) (compare reversed all) (all = Bytes.to_string (Bytes.of_string all));
  (* Comparison is by unsigned bytes, and a zero byte doesn't end a string. *)
  let sorted = List.sort compare ["\255"; "\000"; "a\000"; "a"; "\128"; "a\000\000"; ""; "\127"] in
  List.iter (Printf.printf "%S ") sorted;
  print_newline ();
  Printf.printf "%B %B\n" ("\000" = "") ("a\000b" = "a\000c");
  let unescaped = Scanf.unescaped (String.escaped all) in
  Printf.printf "%B\n" (unescaped = all);
  Printf.printf "%s\n" (Digest.to_hex (Digest.string all));
  Printf.printf "%d %d %d\n" (Hashtbl.hash all) (Hashtbl.hash "\000") (Hashtbl.hash "\255\254");
  let h = Hashtbl.create 16 in
  for i = 0 to 255 do Hashtbl.replace h (String.make 2 (Char.chr i)) i done;
  Printf.printf "%d %d\n" (Hashtbl.length h) (Hashtbl.find h "\200\200");
  let control = List.filter (fun c -> Char.escaped c <> String.make 1 c) (List.init 256 Char.chr) in
  Printf.printf "%d %s\n" (List.length control) (String.concat "" (List.map Char.escaped control));
  let crlf = "one\r\ntwo\rthree\n\rfour" in
  List.iter (Printf.printf "%S;") (String.split_on_char '\n' crlf);
  print_newline ();
  output_string stdout "raw:";
  String.iter (output_char stdout) (String.sub all 1 9);
  output_bytes stdout (Bytes.of_string (String.sub all 128 128));
  output_byte stdout 10;
  print_string (String.make 3 '\000');
  print_newline ()
