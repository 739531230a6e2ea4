(* Matches on strings, chars and lists of chars: binary search of string
   cases, prefixes, empty strings, embedded zeros, char ranges. *)

let keyword = function
  | "and" | "as" | "assert" -> 1
  | "begin" | "class" | "constraint" -> 2
  | "do" | "done" | "downto" -> 3
  | "else" | "end" | "exception" | "external" -> 4
  | "a_very_long_keyword_that_spans_several_words" -> 5
  | "" -> 6
  | "\000" -> 7
  | "\000\000" -> 8
  | "exceptional" -> 9
  | "é" -> 10
  | "12345678" -> 11
  | "123456789" -> 12
  | _ -> 0

let single = function "only" -> true | _ -> false

let classify = function
  | 'a' | 'e' | 'i' | 'o' | 'u' -> "vowel"
  | 'a' .. 'z' -> "consonant"
  | 'A' .. 'Z' -> "upper"
  | '0' .. '9' -> "digit"
  | ' ' | '\t' | '\n' | '\r' -> "blank"
  | '\000' .. '\031' | '\127' -> "control"
  | '\128' .. '\255' -> "high"
  | _ -> "punctuation"

let hex_value c =
  match c with
  | '0' .. '9' -> Char.code c - 48
  | 'a' .. 'f' -> Char.code c - 87
  | 'A' .. 'F' -> Char.code c - 55
  | _ -> -1

let pair a b =
  match a, b with
  | "x", "x" -> "both x"
  | "x", _ -> "first x"
  | _, "x" -> "second x"
  | "", "" -> "both empty"
  | s, t when s = t -> "same " ^ s
  | s, t when String.length s > String.length t -> "longer"
  | _ -> "other"

let rec tokens = function
  | [] -> []
  | ' ' :: rest -> tokens rest
  | '-' :: '>' :: rest -> "ARROW" :: tokens rest
  | '-' :: rest -> "MINUS" :: tokens rest
  | ':' :: ':' :: rest -> "CONS" :: tokens rest
  | ':' :: '=' :: rest -> "ASSIGN" :: tokens rest
  | ':' :: rest -> "COLON" :: tokens rest
  | ('0' .. '9' as c) :: rest -> Printf.sprintf "DIGIT(%c)" c :: tokens rest
  | ('a' .. 'z' | 'A' .. 'Z' | '_') :: rest -> "LETTER" :: tokens rest
  | c :: rest -> Printf.sprintf "?%C" c :: tokens rest

let explode s = List.init (String.length s) (String.get s)

let () =
  List.iter
    (fun s -> Printf.printf "%S -> %d\n" s (keyword s))
    ["and"; "as"; "asserts"; "assert"; "class"; "constraint"; "done"; "downto"; "do"; "d";
     "end"; "exception"; "exceptional"; "exceptiona"; "a_very_long_keyword_that_spans_several_words";
     ""; "\000"; "\000\000"; "\000\000\000"; "é"; "12345678"; "123456789"; "1234567"; "zzz"];
  Printf.printf "%B %B\n" (single "only") (single "onl");
  let last = ref "" and start = ref 0 in
  for i = 0 to 256 do
    let c = if i = 256 then "end" else classify (Char.chr i) in
    if c <> !last then begin
      if i > 0 then Printf.printf "%3d-%3d %s\n" !start (i - 1) !last;
      last := c;
      start := i
    end
  done;
  String.iter (fun c -> Printf.printf "%d " (hex_value c)) "09afAFgG/:";
  print_newline ();
  List.iter
    (fun (a, b) -> print_endline (pair a b))
    [("x", "x"); ("x", "y"); ("y", "x"); ("", ""); ("q", "q"); ("long", "s"); ("s", "long")];
  print_endline (String.concat " " (tokens (explode "a -> b::c := 1 : -2 #")))
