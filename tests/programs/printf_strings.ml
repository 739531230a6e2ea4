(* Printf: %s %S %c %C %B with widths, literal percent and at signs, sprintf,
   ksprintf, eprintf apart, string escapes in formats, partial application. *)

let strings = [""; "a"; "hello"; "with \"quotes\""; "tab\tnl\n"; "é\000\255"]

let () =
  List.iter (fun s -> Printf.printf "%s|%8s|%-8s|%S|%12S|%-12S|\n" s s s s s s) strings;
  List.iter (fun s -> Printf.printf "%*s|%-*s|%1s|%*S|\n" 6 s 6 s s 10 s) strings;
  List.iter (fun c -> Printf.printf "%c%C " c c) ['a'; '\''; '"'; '\\'; '\000'; '\n'; '\200'];
  Printf.printf "\n%% 100%%%d%%%s%%\n" 5 "x";
  Printf.printf "@ @@ @[ @] %@ @.\n";
  Printf.printf "%s and %s and %s\n" "one" "two" "three";
  let two_left = Printf.sprintf "<%s-%d-%c>" "partial" in
  print_endline (two_left 1 'a');
  print_endline (two_left 2 'b');
  let p = Printf.printf "%s,%s\n" in
  p "x" "y";
  p "z" "w";
  let log fmt = Printf.ksprintf (fun s -> print_endline ("[log] " ^ s)) fmt in
  log "plain";
  log "%d items" 3;
  log "%s=%S (%b)" "k" "v" true;
  let count = ref 0 in
  let counted fmt = Printf.ksprintf (fun s -> incr count; String.length s) fmt in
  Printf.printf "%d %d %d\n" (counted "%s" "four") (counted "") (counted "%10d" 1);
  Printf.printf "count %d\n" !count;
  let error fmt = Printf.ksprintf failwith fmt in
  (try error "bad %s at %d" "thing" 42 with Failure m -> print_endline m);
  Printf.fprintf stdout "to %s\n" "stdout";
  Printf.ifprintf stdout "ignored %d %s\n" 1 "x";
  let b = Buffer.create 10 in
  Printf.bprintf b "%d" 1;
  Printf.bprintf b "+%s" "2";
  Printf.kbprintf (fun b -> Buffer.add_string b "!") b "=%d" 3;
  print_endline (Buffer.contents b);
  Printf.kfprintf (fun oc -> output_string oc " (end)\n") stdout "%s" "kfprintf";
  Printf.printf "no conversion\n";
  Printf.printf "";
  Printf.printf "%s\n" (Printf.sprintf "%s" (Printf.sprintf "%s" "deep"));
  Printf.printf "%s%s%s%s%s%s%s%s%s%s\n" "a" "b" "c" "d" "e" "f" "g" "h" "i" "j";
  Printf.printf "%!%s%!\n" "flushed";
  Printf.printf "line\ttab \065\x42 \\ \"q\" \n";
  Printf.printf "%6B|%-6B|%b\n" true false false;
  let columns = [["id"; "name"; "qty"]; ["1"; "bolt"; "100"]; ["22"; "a long name"; "7"]] in
  let widths =
    List.fold_left (fun ws row -> List.map2 (fun w s -> max w (String.length s)) ws row) [0; 0; 0] columns in
  List.iter
    (fun row ->
      List.iter2 (fun w s -> Printf.printf "| %-*s " w s) widths row;
      print_endline "|")
    columns;
  prerr_string ""
