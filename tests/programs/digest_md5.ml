(* Digest: the MD5 test vectors, every length around the block size, files,
   substrings, hex conversions. *)

let vectors =
  [ ""; "a"; "abc"; "message digest"; "abcdefghijklmnopqrstuvwxyz";
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    "12345678901234567890123456789012345678901234567890123456789012345678901234567890" ]

let () =
  List.iter (fun s -> Printf.printf "%s %S\n" (Digest.to_hex (Digest.string s)) s) vectors;
  let chain = ref "" in
  for n = 54 to 66 do
    let d = Digest.string (String.make n (Char.chr n)) in
    chain := Digest.string (!chain ^ d);
    Printf.printf "%d %s\n" n (Digest.to_hex d)
  done;
  print_endline (Digest.to_hex !chain);
  let all = String.init 256 Char.chr in
  print_endline (Digest.to_hex (Digest.string all));
  print_endline (Digest.to_hex (Digest.string (String.concat "" (List.init 8 (fun _ -> all)))));
  print_endline (Digest.to_hex (Digest.substring "xxabcyy" 2 3));
  print_endline (Digest.to_hex (Digest.bytes (Bytes.of_string "abc")));
  print_endline (Digest.to_hex (Digest.subbytes (Bytes.of_string "xxabcyy") 2 3));
  let d = Digest.string "round trip" in
  Printf.printf "%d %B %B\n" (String.length d) (Digest.from_hex (Digest.to_hex d) = d) (Digest.equal d (Digest.string "round trip"));
  Printf.printf "%d\n" (Digest.compare (Digest.string "a") (Digest.string "b"));
  (try ignore (Digest.from_hex "zz") with Invalid_argument m -> print_endline m);
  (try ignore (Digest.substring "abc" 2 3) with Invalid_argument m -> print_endline m);
  let file = Filename.temp_file ~temp_dir:"." "digest" ".tmp" in
  let oc = open_out_bin file in
  output_string oc all;
  output_string oc "abc";
  close_out oc;
  Printf.printf "%B\n" (Digest.file file = Digest.string (all ^ "abc"));
  let ic = open_in_bin file in
  seek_in ic 256;
  print_endline (Digest.to_hex (Digest.channel ic 3));
  seek_in ic 0;
  print_endline (Digest.to_hex (Digest.channel ic (-1)));
  (try ignore (Digest.channel ic 1) with End_of_file -> print_endline "End_of_file");
  seek_in ic 97;
  let through = Digest.channel ic 3 in
  Printf.printf "%B %C\n" (through = Digest.string "abc") (input_char ic);
  close_in ic;
  let oc = open_out_bin file in
  Digest.output oc d;
  close_out oc;
  let ic = open_in_bin file in
  Printf.printf "%B\n" (Digest.input ic = d);
  close_in ic;
  Sys.remove file;
  let h = Hashtbl.create 16 in
  for i = 0 to 299 do Hashtbl.replace h (Digest.string (string_of_int i)) i done;
  Printf.printf "%d %d\n" (Hashtbl.length h) (Hashtbl.find h (Digest.string "77"))
