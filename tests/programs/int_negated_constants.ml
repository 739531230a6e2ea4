(* A negated negative constant: `--` would begin a comment in Lua. *)
let minus_minus () = ~- (-100)
let chain x = - (- (- x))
let less x = x - (-5) - (- (-7))
let floats () = -. (-1.5) -. (-. (-. 2.5))

let () =
  print_int (minus_minus ());
  print_newline ();
  print_int (chain 3 + less 10);
  print_newline ();
  print_float (floats ());
  print_newline ()
