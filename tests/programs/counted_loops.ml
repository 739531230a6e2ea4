(* Loops that become a `for` of Lua, and those that look alike but must not: what
   goes round is swapped, the counter or what was before the last round is used
   behind the loop, there is another way out, the limit is the end of the ints. *)

let sum a = let s = ref 0 in for i = 0 to Array.length a - 1 do s := !s + a.(i) done; !s
let fib n = let a = ref 0 and b = ref 1 in for _ = 1 to n do let t = !a + !b in a := !b; b := t done; !a
let swapped n = let a = ref 1 and b = ref 2 in for _ = 1 to n do let t = !a in a := !b; b := t done; (!a, !b)
let before_last a = let last = ref 0 and before = ref 0 in for i = 0 to Array.length a - 1 do before := !last; last := a.(i) done; (!before, !last)
let down a = for i = Array.length a - 1 downto 0 do Printf.printf "%d " a.(i) done; print_newline ()
let rec find x a i n = if i < n then if a.(i) = x then i else find x a (i + 1) n else -1
let rec find_down x a i = if i >= 0 then if a.(i) = x then i else find_down x a (i - 1) else -1
let rec position p i = if i < 10 then if p i then i else position p (i + 1) else i
let rec count n i acc = if i <= n then count n (i + 1) (acc + i) else acc
let rec upto i n f = if i > n then () else begin f i; upto (i + 1) n f end
let exits a = try for i = 0 to Array.length a - 1 do if a.(i) < 0 then raise Exit done; "none" with Exit -> "one"
let nested n = let c = ref 0 in for i = 1 to n do for j = i + 1 to n do if i * j mod 3 = 0 then incr c done done; !c
let closures n = let l = ref [] in for i = 1 to n do l := (fun () -> i * i) :: !l done; List.map (fun f -> f ()) !l
let outside = let i = ref 0 in while !i < 7 do incr i done; !i
let limit_changes n = let m = ref n in let i = ref 0 in while !i < !m do incr i; if !i mod 2 = 0 then decr m done; (!i, !m)
let triangle n = Array.init n (fun i -> Array.init i (fun j -> i + j))
let early = let r = ref [] in (for i = 1 to 4 do (for j = 1 to 4 do if j < i then r := (i, j) :: !r done) done); List.length !r
let many a b c d e f g h = for i = a to b do for j = c to d do for k = e to f do for l = g to h do if i + j + k + l = 9 then Printf.printf "%d%d%d%d " i j k l done done done done; print_newline ()

(* So many variables that they share registers. *)
let registers n =
  let v = Array.init 60 (fun i -> i + n) in
  let a = v.(0) and b = v.(1) and c = v.(2) and d = v.(3) and e = v.(4) and f = v.(5) in
  let total = ref 0 in
  for i = 0 to 59 do
    for j = i to 59 do
      if v.(i) + v.(j) = a + b + c + d + e + f then total := !total + i - j
    done
  done;
  !total

let () =
  let a = [| 3; 1; 4; 1; 5; 9; 2; 6 |] in
  Printf.printf "%d %d %d\n" (sum a) (sum [||]) (fib 40);
  let x, y = swapped 3 and z, w = before_last a in
  Printf.printf "%d %d %d %d\n" x y z w;
  down a;
  Printf.printf "%d %d %d %d\n" (find 5 a 0 8) (find 7 a 0 8) (find_down 1 a 7) (find_down 8 a 7);
  Printf.printf "%d %d %d\n" (position (fun i -> i = 4) 0) (position (fun _ -> false) 3) (count 10 1 0);
  upto 1 3 (Printf.printf "%d,"); upto 3 1 (Printf.printf "%d,");
  Printf.printf "%s %s %d\n" (exits a) (exits [| 1; -1 |]) (nested 12);
  List.iter (Printf.printf "%d ") (closures 5);
  let i, m = limit_changes 12 in
  Printf.printf "%d %d %d %d\n" outside i m early;
  Array.iter (fun row -> Array.iter (Printf.printf "%d ") row) (triangle 5);
  print_newline ();
  for i = 5 to 3 do print_int i done;
  for i = 3 downto 5 do print_int i done;
  for i = 4 to 4 do Printf.printf "%d\n" i done;
  for i = max_int - 2 to max_int do Printf.printf "%d " (max_int - i) done;
  for i = min_int + 2 downto min_int do Printf.printf "%d " (i - min_int) done;
  print_newline ();
  many 1 3 1 3 1 3 1 3;
  Printf.printf "%d\n" (registers 2)
