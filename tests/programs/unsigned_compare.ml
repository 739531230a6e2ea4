(* Membership in ranges of chars and ints, at both ends and where the sum in front of it wraps. *)

let kind = function
  | 'a' .. 'z' -> 'l'
  | 'A' .. 'Z' -> 'u'
  | '0' .. '9' -> 'd'
  | '\000' .. '\031' -> 'c'
  | '\128' .. '\255' -> 'h'
  | _ -> 'o'

let digit c = match c with '0' .. '9' -> true | _ -> false
let small n = match n with 0 | 1 | 2 | 3 -> "small" | _ -> "other"
let shifted n = match n - 100 with 0 | 1 | 2 | 3 -> "small" | _ -> "other"
let raised n = match n + 100 with 0 | 1 | 2 | 3 -> "small" | _ -> "other"

let value c =
  match c with
  | '0' .. '9' -> Char.code c - 48
  | 'a' .. 'f' -> Char.code c - 87
  | 'A' .. 'F' -> Char.code c - 55
  | _ -> -1

let inside = Sys.opaque_identity (fun lo n -> if n >= lo && n - lo < 10 then 1 else 0)

let () =
  print_endline (String.init 256 (fun i -> kind (Char.chr i)));
  print_endline (String.init 256 (fun i -> if digit (Char.chr i) then '1' else '0'));
  List.iter
    (fun n -> Printf.printf "%s %s %s\n" (small n) (shifted n) (raised n))
    [ -101; -100; -99; -98; -97; -96; -1; 0; 1; 2; 3; 4; 99; 100; 101; 102; 103; 104 ];
  (* Near the ends of the width the sums wrap. *)
  List.iter
    (fun n -> Printf.printf "%s %s %s\n" (small n) (shifted n) (raised n))
    [ max_int; max_int - 3; max_int - 99; min_int; min_int + 3; min_int + 100 ];
  String.iter (fun c -> Printf.printf "%d " (value c)) "09afAFg/:@`GZ";
  print_newline ();
  List.iter (fun n -> print_int (inside 5 n)) [ 4; 5; 14; 15 ];
  print_newline ()
