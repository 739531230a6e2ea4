(* Step 2: strings, and Printf, most of whose code is GADTs and closures. *)
let rotate by text =
  let turn base c = Char.chr (((Char.code c - base + by) mod 26) + base) in
  String.map (function 'a' .. 'z' as c -> turn 97 c | 'A' .. 'Z' as c -> turn 65 c | c -> c) text

let words = String.split_on_char ' ' "Every compiler is a program that some compiler compiled"

let () =
  List.iteri (fun i word -> Printf.printf "%2d %-10s|%10s|%S\n" i word (rotate 13 word) (String.sub word 0 1)) words;
  Printf.printf "%d %+d %05d %x %X %o %c %B\n" 42 42 42 255 255 8 'c' true;
  Printf.printf "%.3f %e %g %h\n" 3.14159 12345.678 1e100 0.1;
  Printf.printf "%s %a\n" (String.concat "-" (List.rev words)) (fun out n -> Printf.fprintf out "<%d>" n) 7;
  print_endline (Printf.sprintf "%ld %Ld %nd" 2147483647l 9223372036854775807L 5n);
  try ignore (String.index "abc" 'z') with Not_found -> prerr_endline (String.escaped "no \"z\"\n")
