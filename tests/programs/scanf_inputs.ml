(* Scanf: integers in bases, floats, strings, quoted strings, chars, ranges,
   widths, literal text, %n %l %N, %! and failures. *)

let try_scan name f =
  match f () with
  | s -> Printf.printf "%s: %s\n" name s
  | exception Scanf.Scan_failure m -> Printf.printf "%s: Scan_failure %s\n" name m
  | exception Failure m -> Printf.printf "%s: Failure %s\n" name m
  | exception End_of_file -> Printf.printf "%s: End_of_file\n" name

let int2 a b = Printf.sprintf "%d,%d" a b

let rec all_ints ib acc =
  match Scanf.bscanf ib " %d" (fun n -> n) with
  | n -> all_ints ib (n :: acc)
  | exception End_of_file -> List.rev acc
  | exception Scanf.Scan_failure _ -> Scanf.bscanf ib " %s" (fun _ -> ()); all_ints ib acc

let key_values s =
  let ib = Scanf.Scanning.from_string s in
  let rec go acc =
    match Scanf.bscanf ib " %[a-z_] = %[^;];" (fun k v -> (k, v)) with
    | ("", _) -> List.rev acc
    | kv -> go (kv :: acc)
    | exception (End_of_file | Scanf.Scan_failure _) -> List.rev acc
  in
  go []

let () =
  let open Scanf in
  try_scan "two ints" (fun () -> sscanf "12 -34" "%d %d" int2);
  try_scan "bases" (fun () -> sscanf "0x1F 0b11 0o17" "%i %i %i" (fun a b c -> Printf.sprintf "%d %d %d" a b c));
  try_scan "hex octal" (fun () -> sscanf "ff 17 99" "%x %o %u" (fun a b c -> Printf.sprintf "%d %d %d" a b c));
  try_scan "widths" (fun () -> sscanf "123456" "%2d%3d%d" (fun a b c -> Printf.sprintf "%d %d %d" a b c));
  try_scan "floats" (fun () -> sscanf "1.5 -2e3 .25 7" "%f %f %f %f" (fun a b c d -> Printf.sprintf "%g %g %g %g" a b c d));
  try_scan "hex float" (fun () -> sscanf "0x1.8p1" "%h" (fun x -> string_of_float x));
  try_scan "strings" (fun () -> sscanf "hello world  again" "%s %s %s" (fun a b c -> String.concat "|" [a; b; c]));
  try_scan "string width" (fun () -> sscanf "abcdef" "%3s%s" (fun a b -> a ^ "|" ^ b));
  try_scan "until" (fun () -> sscanf "user@host.org" "%s@@%s" (fun a b -> a ^ " at " ^ b));
  try_scan "quoted" (fun () -> sscanf "\"a \\\"q\\\" \\n\\065\" 'x' '\\n'" "%S %C %C" (fun s a b -> Printf.sprintf "%S %C %C" s a b));
  try_scan "chars" (fun () -> sscanf "a bc" "%c%c%c%c" (fun a b c d -> Printf.sprintf "%C%C%C%C" a b c d));
  try_scan "bool" (fun () -> sscanf "true false" "%B %b" (fun a b -> Printf.sprintf "%b %b" a b));
  try_scan "range" (fun () -> sscanf "abc123XYZ" "%[a-z]%[0-9]%[^a-z]" (fun a b c -> String.concat "|" [a; b; c]));
  try_scan "range special" (fun () -> sscanf "]-^x" "%[]^-]%s" (fun a b -> a ^ "|" ^ b));
  try_scan "ignored" (fun () -> sscanf "1 skip 2" "%d %_s %d" int2);
  try_scan "literal" (fun () -> sscanf "(3, 4)" "(%d, %d)" int2);
  try_scan "percent" (fun () -> sscanf "50% off" "%d%% %s" (fun n s -> Printf.sprintf "%d %s" n s));
  try_scan "counters" (fun () -> sscanf "ab\ncd ef" "%s %s %s%l%n%N" (fun a b c l n t -> Printf.sprintf "%s%s%s %d %d %d" a b c l n t));
  try_scan "longs" (fun () -> sscanf "123 -9000000000 77" "%ld %Ld %nd" (fun a b c -> Printf.sprintf "%ld %Ld %nd" a b c));
  try_scan "end" (fun () -> sscanf "5" "%d%!" string_of_int);
  try_scan "not end" (fun () -> sscanf "5 x" "%d%!" string_of_int);
  try_scan "no digits" (fun () -> sscanf "abc" "%d" string_of_int);
  try_scan "empty" (fun () -> sscanf "" "%d" string_of_int);
  try_scan "wrong literal" (fun () -> sscanf "a-b" "a+%c" (String.make 1));
  try_scan "underscore" (fun () -> sscanf "1_000_000" "%d" string_of_int);
  try_scan "sub format" (fun () -> sscanf "\"%d-%d\" 5-6" "%{%d-%d%} %d-%d" (fun f a b -> Printf.sprintf f a b));
  try_scan "formatted" (fun () -> sscanf "\"<%s>\" x" "%(%s%) %s" (fun f a b -> Printf.sprintf f a ^ b));
  try_scan "ksscanf" (fun () -> ksscanf "x" (fun ib _ -> Printf.sprintf "error at char %d" (Scanning.beginning_of_input ib |> fun b -> if b then 0 else 1)) "%d" string_of_int);
  List.iter (Printf.printf "%d ") (all_ints (Scanning.from_string " 1 2\n3\tfour 5 -6 7seven 8") []);
  print_newline ();
  List.iter (fun (k, v) -> Printf.printf "%s -> %S\n" k v) (key_values "name = Ann B; age=30;\n city = X ;");
  let chunks = ref ["12 "; "3"; "4 5"; ""] in
  let from_fn = Scanning.from_function (let cur = ref "" and pos = ref 0 in
    fun () ->
      while !pos >= String.length !cur && !chunks <> [] do cur := List.hd !chunks; chunks := List.tl !chunks; pos := 0 done;
      if !pos >= String.length !cur then raise End_of_file else (incr pos; !cur.[!pos - 1])) in
  List.iter (Printf.printf "<%d>") (all_ints from_fn []);
  print_newline ();
  Printf.printf "%S %S\n" (unescaped "a\\tb\\\\\\x41\\065") (sscanf "  trimmed  " " %s@\n" (fun s -> s));
  print_endline (sscanf_format "\"%d items\"" "%d" (fun f -> Printf.sprintf f 9))
