(* Printf: %a and %t, user printers, formats as values, concatenation with ^^,
   format_of_string, %{ %} and %( %), string_of_format. *)

type tree = Leaf | Node of tree * int * tree

let rec pp oc = function
  | Leaf -> output_char oc '.'
  | Node (l, x, r) -> Printf.fprintf oc "(%a %d %a)" pp l x pp r

let rec str () = function
  | Leaf -> "."
  | Node (l, x, r) -> Printf.sprintf "[%a %d %a]" str l x str r

let rec buf b = function
  | Leaf -> Buffer.add_char b '_'
  | Node (l, x, r) -> Printf.bprintf b "<%a %d %a>" buf l x buf r

let list sep pp oc l =
  List.iteri (fun i x -> if i > 0 then output_string oc sep; pp oc x) l

let int oc n = Printf.fprintf oc "%d" n
let pair pa pb oc (a, b) = Printf.fprintf oc "(%a, %a)" pa a pb b
let option pp oc = function None -> output_string oc "None" | Some x -> Printf.fprintf oc "Some %a" pp x

let greeting () = format_of_string "hello %s, you are %d\n"
let header : (string -> 'a, out_channel, unit) format -> (string -> 'a, out_channel, unit) format = fun f -> "<<" ^^ f ^^ ">>\n"

let rec repeat n (f : (unit, out_channel, unit) format) : (unit, out_channel, unit) format =
  if n = 0 then "" else f ^^ repeat (n - 1) f

let pad_left width = Printf.sprintf "%*s" width
let counter = ref 0
let tick oc = incr counter; Printf.fprintf oc "#%d" !counter

let () =
  let t = Node (Node (Leaf, 1, Leaf), 2, Node (Leaf, 3, Leaf)) in
  Printf.printf "%a\n" pp t;
  print_endline (Printf.sprintf "%a" str t);
  let b = Buffer.create 10 in
  Printf.bprintf b "%a" buf t;
  print_endline (Buffer.contents b);
  Printf.printf "[%a]\n" (list "; " int) [1; 2; 3];
  Printf.printf "%a\n" (list " " (pair int (option int))) [(1, None); (2, Some 3)];
  Printf.printf "%t %t %d %t\n" tick tick 99 tick;
  print_endline (Printf.sprintf "%t|%t" (fun () -> "thunk") (fun () -> string_of_int !counter));
  Printf.printf (greeting ()) "ann" 30;
  Printf.printf (greeting () ^^ "%c%s\n") "bob" 31 'x' "tail";
  Printf.printf (header "%s") "title";
  Printf.printf (header "%s %d") "title" 2;
  Printf.printf (repeat 3 "ab." ^^ "\n");
  Printf.printf "%s" (string_of_format (greeting ()));
  Printf.printf "%(%d %s%)\n" "[%d|%s]" 5 "sub";
  Printf.printf "%{%d %s%}\n" "<%d;%s>";
  Printf.printf "%s|%s\n" (pad_left 6 "ab") (pad_left (-6) "ab");
  let choose b : (int -> string -> string, unit, string) format = if b then "%d-%s" else "%3d+%S" in
  print_endline (Printf.sprintf (choose true) 1 "x" ^ Printf.sprintf (choose false) 1 "x");
  let partial = Printf.sprintf "%s %a %s" "left" str in
  print_endline (partial t "right");
  print_endline (partial Leaf "other");
  let scanned = Scanf.format_from_string "%d!%s" "%d %s" in
  print_endline (Printf.sprintf scanned 4 "scanned");
  (try ignore (Scanf.format_from_string "%s" "%d") with Scanf.Scan_failure _ -> print_endline "mismatch");
  let formats = List.map (fun s -> Scanf.format_from_string s "%d") ["%d"; "%5d"; "%x"; "<%i>"; "%-4d|"] in
  List.iter (fun f -> print_string (Printf.sprintf f 42)) formats;
  print_newline ();
  let kprint k = Printf.ksprintf k "%d %a %t" in
  print_endline (kprint (fun s -> "k:" ^ s) 1 str Leaf (fun () -> "t"))
