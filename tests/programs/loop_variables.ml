(* Variables that loops and merges hand on: which of them can be one variable of
   the output and which can't. After the classic traps of leaving SSA form: the
   swap, the lost copy, and values that outlive their successors. *)

let swaps n =
  let rec go a b i = if i = 0 then (a, b) else go b a (i - 1) in
  go "left" "right" n

let rotation n =
  let a = ref 1 and b = ref 2 and c = ref 3 and d = ref 4 in
  for i = 1 to n do
    let t = !a in
    a := !b;
    b := !c;
    c := !d;
    d := t + i
  done;
  (!a, !b, !c, !d)

(* The old value is needed after the new one is there. *)
let lost_copy n =
  let x = ref 0 and last = ref (-1) in
  while !x < n do
    let old = !x in
    x := old + 3;
    if old land 1 = 0 then last := old
  done;
  (!x, !last)

let fibonacci n =
  let rec go a b n = if n = 0 then a else go b (a + b) (n - 1) in
  go 0 1 n

(* Each successor depends on both old values. *)
let pairs n =
  let rec go x y i acc = if i = n then List.rev acc else go (y + i) (x * 2) (i + 1) ((x, y) :: acc) in
  go 1 1 0 []

let nested rows columns =
  let total = ref 0 and row = ref 0 in
  while !row < rows do
    let column = ref 0 and before = !total in
    while !column < columns do
      total := !total + (!row * !column);
      incr column
    done;
    if !total - before > 10 then total := before + 10;
    incr row
  done;
  !total

(* One arm keeps the old value, the other replaces it; both are used behind. *)
let merges list =
  let rec go largest second = function
    | [] -> (largest, second)
    | x :: rest ->
        if x > largest then go x largest rest else if x > second then go largest x rest else go largest second rest
  in
  go min_int min_int list

let through_handlers keys =
  let table = Hashtbl.create 7 in
  let rec go value misses = function
    | [] -> (value, misses)
    | key :: rest -> (
        match Hashtbl.find table key with
        | found -> go (found + value) misses rest
        | exception Not_found ->
            Hashtbl.add table key (value + 1);
            go value (misses + 1) rest)
  in
  go 1 0 keys

(* Closures keep the value of their turn. *)
let closures n =
  let rec go i previous acc = if i = n then acc else go (i + 1) (fun () -> i) ((fun () -> (i, previous ())) :: acc) in
  List.map (fun f -> f ()) (go 0 (fun () -> -1) [])

let gcd_steps a b =
  let rec go a b steps = if b = 0 then (a, steps) else go b (a mod b) (steps + 1) in
  go a b 0

type state = Start | Word of int | Done

let machine text =
  let n = String.length text in
  let rec go state i words =
    match state with
    | Done -> words
    | Start -> if i >= n then go Done i words else go (if text.[i] = ' ' then Start else Word i) (i + 1) words
    | Word from ->
        if i >= n || text.[i] = ' ' then go (if i >= n then Done else Start) (i + 1) (String.sub text from (i - from) :: words)
        else go state (i + 1) words
  in
  List.rev (go Start 0 [])

let () =
  let show (a, b) = Printf.printf "%d %d\n" a b in
  let a, b = swaps 7 in
  Printf.printf "%s %s\n" a b;
  let a, b, c, d = rotation 10 in
  Printf.printf "%d %d %d %d\n" a b c d;
  show (lost_copy 20);
  Printf.printf "%d\n" (fibonacci 30);
  List.iter show (pairs 6);
  Printf.printf "%d\n" (nested 5 6);
  show (merges [ 3; 1; 4; 1; 5; 9; 2; 6; 5; 3; 5 ]);
  show (through_handlers [ "a"; "b"; "a"; "c"; "b"; "a" ]);
  List.iter show (closures 4);
  show (gcd_steps 832040 514229);
  print_endline (String.concat "|" (machine "  the quick  brown fox "))
