(* Partial applications that are called at once, later, more than once, and from elsewhere. *)
let scale a b c = (a * b) + c
let part = scale 3
let first = part 4 5
let again x = part x (x + 1)
let seldom a = print_string "made "; fun b c -> (a * b) - c
let made = seldom 2
let used = made 10 1
let other () = made 7 3
let both = (scale 2) 3 (print_string "argument "; 4)
let order = (print_string "a "; scale) (print_string "b "; 1) (print_string "c "; 2)
let last = order 9

let () =
  print_newline ();
  List.iter (fun n -> print_int n; print_char ' ') [ first; again 6; used; other (); both; last; again 1 ];
  print_newline ()
