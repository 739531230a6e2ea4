(* Every function of Buffer: growth, truncation, substitution, binary integers,
   channels, sequences and errors. *)

let show name b = Printf.printf "%-12s %d %S\n" name (Buffer.length b) (Buffer.contents b)
let fails name f = match f () with
  | _ -> Printf.printf "%s no error\n" name
  | exception Invalid_argument m -> Printf.printf "%s: %s\n" name m
  | exception Not_found -> Printf.printf "%s: Not_found\n" name

let substitute s =
  let b = Buffer.create 16 in
  let lookup = function
    | "name" -> "World"
    | "n" -> "42"
    | "empty" -> ""
    | "a.b" -> "dotted"
    | v -> "<" ^ v ^ ">"
  in
  Buffer.add_substitute b lookup s;
  Buffer.contents b

let hex s = String.concat "" (List.map (fun c -> Printf.sprintf "%02x" (Char.code c)) (List.of_seq (String.to_seq s)))

let () =
  let b = Buffer.create 1 in
  show "new" b;
  Buffer.add_char b 'x';
  Buffer.add_string b "yz";
  Buffer.add_bytes b (Bytes.of_string "01");
  Buffer.add_substring b "substring" 3 6;
  Buffer.add_subbytes b (Bytes.of_string "subbytes") 0 3;
  show "added" b;
  Printf.printf "%S %C %C\n" (Buffer.sub b 2 4) (Buffer.nth b 0) (Buffer.nth b 13);
  Printf.printf "%S\n" (Bytes.to_string (Buffer.to_bytes b));
  let target = Bytes.make 8 '.' in
  Buffer.blit b 1 target 2 4;
  Printf.printf "%S\n" (Bytes.to_string target);
  Buffer.truncate b 5;
  show "truncate" b;
  let other = Buffer.create 10 in
  Buffer.add_buffer other b;
  Buffer.add_buffer other b;
  show "add_buffer" other;
  Buffer.add_buffer other other;
  show "itself" other;
  Buffer.clear b;
  show "clear" b;
  Buffer.add_string b "again";
  show "reuse" b;
  Buffer.reset b;
  show "reset" b;
  for i = 1 to 2000 do Buffer.add_string b (string_of_int i) done;
  Printf.printf "%d %s\n" (Buffer.length b) (Buffer.sub b 2000 20);
  Buffer.output_buffer stdout other;
  print_newline ();
  List.iter
    (fun s -> match substitute s with
       | r -> Printf.printf "%S -> %S\n" s r
       | exception Not_found -> Printf.printf "%S -> Not_found\n" s)
    ["Hello $name!"; "${name}ly $(n)th"; "\\$name \\x"; "$empty|$unknown_1x"; "no dollar"; "${a.b}"; "$(nested(x)) $name"; "100$"; "$ x"; "${open"];
  let b = Buffer.create 8 in
  Buffer.add_uint8 b 0x101;
  Buffer.add_int8 b (-1);
  Buffer.add_uint16_be b 0xABCD;
  Buffer.add_uint16_le b 0xABCD;
  Buffer.add_int16_be b (-2);
  Buffer.add_int16_le b (-2);
  Buffer.add_int32_be b 0x01020304l;
  Buffer.add_int32_le b 0x01020304l;
  Buffer.add_int64_be b 0x0102030405060708L;
  Buffer.add_int64_le b 0x0102030405060708L;
  print_endline (hex (Buffer.contents b));
  let b = Buffer.of_seq (String.to_seq "from seq") in
  Buffer.add_seq b (List.to_seq ['!'; '?']);
  show "seq" b;
  Printf.printf "%s\n" (String.concat "," (List.map (String.make 1) (List.of_seq (Buffer.to_seq b))));
  Seq.iter (fun (i, c) -> if i < 3 then Printf.printf "%d%c " i c) (Buffer.to_seqi b);
  print_newline ();
  Printf.bprintf b " %d-%s" 7 "printed";
  show "bprintf" b;
  fails "nth" (fun () -> Buffer.nth b 100);
  fails "sub" (fun () -> Buffer.sub b 5 100);
  fails "truncate" (fun () -> Buffer.truncate b 100);
  fails "blit" (fun () -> Buffer.blit b 0 target 5 5);
  fails "add_substring" (fun () -> Buffer.add_substring b "abc" 2 2);
  let lines = Buffer.create 100 in
  List.iteri (fun i s -> if i > 0 then Buffer.add_char lines '\n'; Buffer.add_string lines s) ["a"; "b"; ""; "d"];
  show "lines" lines
