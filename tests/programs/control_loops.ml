(* while, for, downto and nested loops: bounds evaluated once, empty ranges,
   loop variables that closures and inner loops see. *)

let bound name n = Printf.printf "<%s>" name; n

let collatz n =
  let n = ref n and steps = ref 0 in
  while !n <> 1 do
    if !n land 1 = 0 then n := !n / 2 else n := 3 * !n + 1;
    incr steps
  done;
  !steps

let triangle rows =
  for i = 1 to rows do
    for j = 1 to rows - i do ignore j; print_char ' ' done;
    for _ = 1 to (2 * i) - 1 do print_char '*' done;
    print_newline ()
  done

let multiplication n =
  for i = 1 to n do
    for j = 1 to n do Printf.printf "%4d" (i * j) done;
    print_newline ()
  done

let rec gcd a b = if b = 0 then a else gcd b (a mod b)

let sieve limit =
  let composite = Array.make (limit + 1) false in
  let i = ref 2 in
  while !i * !i <= limit do
    if not composite.(!i) then begin
      let j = ref (!i * !i) in
      while !j <= limit do
        composite.(!j) <- true;
        j := !j + !i
      done
    end;
    incr i
  done;
  let count = ref 0 and last = ref 0 in
  for k = 2 to limit do
    if not composite.(k) then (incr count; last := k)
  done;
  (!count, !last)

let () =
  for i = bound "lo" 1 to bound "hi" 3 do Printf.printf " %d" i done;
  print_newline ();
  for i = bound "from" 3 downto bound "to" 1 do Printf.printf " %d" i done;
  print_newline ();
  for i = 5 to 4 do Printf.printf "never %d" i done;
  for i = 4 downto 5 do Printf.printf "never %d" i done;
  for i = -2 to -2 do Printf.printf "once %d\n" i done;
  let limit = ref 3 in
  for i = 1 to !limit do
    limit := 10;
    Printf.printf "i=%d limit=%d\n" i !limit
  done;
  let i = ref 10 in
  while decr i; !i > 5 do Printf.printf "%d;" !i done;
  Printf.printf " end at %d\n" !i;
  let rounds = ref 0 in
  while false do incr rounds done;
  Printf.printf "rounds=%d\n" !rounds;
  List.iter (fun n -> Printf.printf "collatz %d = %d\n" n (collatz n)) [1; 2; 7; 27; 97];
  triangle 4;
  multiplication 6;
  let total = ref 0 in
  for a = 1 to 20 do
    for b = a to 20 do
      for c = b to 20 do
        if a * a + b * b = c * c && gcd a b = 1 then begin
          total := !total + a * b * c;
          Printf.printf "(%d,%d,%d)" a b c
        end
      done
    done
  done;
  Printf.printf " total=%d\n" !total;
  let count, last = sieve 5000 in
  Printf.printf "primes: %d, last %d\n" count last
