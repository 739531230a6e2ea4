let lua s = let b = Buffer.create 100 in Buffer.add_char b '"'; String.iter (fun c -> Buffer.add_string b (Printf.sprintf "\\%03d" (Char.code c))) s;
  Buffer.add_char b '"'; Buffer.contents b
let f r i : 'a = Obj.obj (Obj.field (Obj.repr r) i)
let arr a = "{0" ^ String.concat "" (List.map (fun i -> ", " ^ string_of_int i) (Array.to_list a)) ^ "}"
external search_forward: Str.regexp -> string -> int -> int array = "re_search_forward"
external search_backward: Str.regexp -> string -> int -> int array = "re_search_backward"
external string_match: Str.regexp -> string -> int -> int array = "re_string_match"
external partial: Str.regexp -> string -> int -> int array = "re_partial_match"
let texts = [""; "hello world"; "aaa"; "foo123bar"; "a.b.c\nline two\nabcabc"; "xyzXYZ"; "ababab"; "\200\xe9t\xe9 word"; "((x))"]
let case name r =
  Printf.printf "  {name = %S, re = {0, %s, {0%s}, %s, %d, %d, %d}, results = {\n" name (arr (f r 0))
    (String.concat "" (List.map (fun s -> ", " ^ lua s) (Array.to_list (f r 1)))) (lua (f r 2)) (f r 3) (f r 4) (f r 5);
  List.iter (fun t ->
    Printf.printf "    {%s" (arr (string_match r t 0));
    Printf.printf ", %s" (arr (partial r t 0));
    Printf.printf ", %s" (arr (search_forward r t 0));
    Printf.printf ", %s" (arr (search_forward r t (String.length t / 2)));
    Printf.printf ", %s},\n" (arr (search_backward r t (String.length t)))) texts;
  print_string "  }},\n"
let () =
  Printf.printf "  texts = {%s},\n" (String.concat ", " (List.map lua texts));
  List.iter (fun s -> case s (Str.regexp s)) ["hello"; "a*"; "a+b?"; "\\(a\\|b\\)*c"; "[a-z]+\\([0-9]+\\)"; "^line"; "c$"; "\\bw"; "\\b"; "\\(ab\\)\\1"; "\\(a*\\)*b"; "[^a-z]"; "x?y?z?"; "\\(\\(x\\)\\|y\\)+"; "."; ""; "\\(a\\|ab\\)\\(c\\|bab\\)"; "((.*))"; "[\200-\255]+"];
  List.iter (fun s -> case s (Str.regexp_case_fold s)) ["HELLO"; "XyZ"; "[A-C]+"; "(ABC"];
  case "a.b*(quoted)" (Str.regexp_string "a.b")
