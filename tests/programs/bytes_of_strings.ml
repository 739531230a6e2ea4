(* Bytes that were strings, which nobody looks at any more, are written into. *)
(* whole programs only *)
let[@inline never] text s = String.concat "" [ s; "!" ]

let mark s =
  let b = Bytes.unsafe_of_string s in
  for i = 0 to Bytes.length b - 1 do
    if i mod 2 = 0 then Bytes.unsafe_set b i '-'
  done;
  Bytes.unsafe_to_string b

let () =
  let b = Bytes.unsafe_of_string (String.make 3 'a') in
  Bytes.set b 0 'x';
  print_endline (Bytes.to_string b);
  (match Bytes.set b 3 'y' with () -> print_endline "no error" | exception Invalid_argument m -> print_endline m);
  print_endline (mark (text "marked"));
  print_endline (mark "");
  let b = Bytes.unsafe_of_string (text "filled") in
  Bytes.fill b 1 3 'o';
  Bytes.blit_string "end" 0 b 4 3;
  print_endline (Bytes.unsafe_to_string b);
  let b = Bytes.unsafe_of_string (String.make 5000 '.') in
  Bytes.set_uint16_be b 4000 0x4142;
  Printf.printf "%d %s\n" (Bytes.length b) (Bytes.sub_string b 3998 6);
  let b = Bytes.unsafe_of_string (text "as it was") in
  print_endline (Bytes.to_string b ^ String.uppercase_ascii (Bytes.unsafe_to_string b))
