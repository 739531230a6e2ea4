(* Matches on ints and constant constructors: dense and sparse switches,
   negative cases, ranges of or-patterns, gaps, and switches inside loops. *)

type day = Mon | Tue | Wed | Thu | Fri | Sat | Sun

let dense = function
  | 0 -> "zero" | 1 -> "one" | 2 -> "two" | 3 -> "three" | 4 -> "four"
  | 5 -> "five" | 6 -> "six" | 7 -> "seven" | _ -> "many"

let sparse = function
  | -1000000 -> "minus a million"
  | -17 -> "minus seventeen"
  | 0 -> "zero"
  | 100 -> "hundred"
  | 65536 -> "two to sixteen"
  | 1000000000 -> "milliard"
  | _ -> "other"

let gaps = function
  | 1 | 3 | 5 | 7 | 9 -> "odd digit"
  | 2 | 4 | 6 | 8 -> "even digit"
  | 10 -> "ten"
  | 20 | 30 | 40 -> "tens"
  | n when n < 0 -> "negative"
  | n when n > 1000 -> "huge"
  | _ -> "in between"

let shifted = function
  | 1001 -> 'a' | 1002 -> 'b' | 1003 -> 'c' | 1004 -> 'd' | 1005 -> 'e' | _ -> '-'

let is_weekend = function Sat | Sun -> true | Mon | Tue | Wed | Thu | Fri -> false
let next = function
  | Mon -> Tue | Tue -> Wed | Wed -> Thu | Thu -> Fri | Fri -> Sat | Sat -> Sun | Sun -> Mon
let name = function
  | Mon -> "mon" | Tue -> "tue" | Wed -> "wed" | Thu -> "thu" | Fri -> "fri"
  | Sat -> "sat" | Sun -> "sun"

let days_in_month year = function
  | 2 when year mod 400 = 0 || (year mod 4 = 0 && year mod 100 <> 0) -> 29
  | 2 -> 28
  | 4 | 6 | 9 | 11 -> 30
  | m when m >= 1 && m <= 12 -> 31
  | m -> invalid_arg (Printf.sprintf "month %d" m)

(* A small state machine: each state is an int, the input is a char. *)
let accepts s =
  let state = ref 0 in
  String.iter
    (fun c ->
      state :=
        match !state, c with
        | 0, ('+' | '-') -> 1
        | (0 | 1 | 2), '0' .. '9' -> 2
        | 2, '.' -> 3
        | (3 | 4), '0' .. '9' -> 4
        | (2 | 4), ('e' | 'E') -> 5
        | 5, ('+' | '-') -> 6
        | (5 | 6 | 7), '0' .. '9' -> 7
        | _ -> 99)
    s;
  match !state with 2 | 4 | 7 -> true | _ -> false

let () =
  List.iter (fun n -> Printf.printf "dense %d: %s\n" n (dense n)) [-1; 0; 1; 4; 7; 8; 1000];
  List.iter
    (fun n -> Printf.printf "sparse %d: %s\n" n (sparse n))
    [-1000000; -999999; -17; 0; 99; 100; 101; 65536; 1000000000];
  List.iter
    (fun n -> Printf.printf "gaps %d: %s\n" n (gaps n))
    [-5; 0; 1; 2; 9; 10; 11; 20; 25; 30; 40; 41; 1000; 1001];
  for n = 999 to 1007 do print_char (shifted n) done;
  print_newline ();
  let d = ref Mon in
  for _ = 1 to 8 do
    Printf.printf "%s%s " (name !d) (if is_weekend !d then "!" else "");
    d := next !d
  done;
  print_newline ();
  List.iter
    (fun (y, m) -> Printf.printf "%d-%d: %d\n" y m (days_in_month y m))
    [(2000, 2); (1900, 2); (2024, 2); (2023, 2); (2023, 4); (2023, 12)];
  (try ignore (days_in_month 2000 13) with Invalid_argument s -> print_endline s);
  List.iter
    (fun s -> Printf.printf "%S %B\n" s (accepts s))
    ["1"; "-12.5"; "+"; "1."; "1.5e10"; "2e-3"; "e5"; ""; "1e"; "12a"]
