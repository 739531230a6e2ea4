(* Step 1: a loop, a closure, a function that calls itself, an exception. *)
exception Found of int

let rec gcd a b = if b = 0 then a else gcd b (a mod b)
let adder n x = x + n

let () =
  let sum = ref 0 in
  for i = 1 to 10 do
    sum := adder (i * i) !sum
  done;
  print_int !sum;
  print_newline ();
  print_int (try List.iter (fun x -> if x > 2 then raise (Found x)) [ 1; 2; 3; 4 ]; 0 with Found x -> gcd 12 (x * 6));
  print_newline ()
