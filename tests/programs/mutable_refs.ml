(* Refs: shared by closures, aliased, in loops, refs of refs, refs of functions,
   swaps, accumulators returned from local scopes. *)

let make_counter () =
  let n = ref 0 in
  let incr_by k = n := !n + k; !n in
  let reset () = let old = !n in n := 0; old in
  (incr_by, reset, n)

let sum_of_squares l =
  let total = ref 0 in
  List.iter (fun x -> total := !total + (x * x)) l;
  !total

let fib n =
  let a = ref 0 and b = ref 1 in
  for _ = 1 to n do
    let t = !a + !b in
    a := !b;
    b := t
  done;
  !a

let aliasing () =
  let r = ref 1 in
  let s = r in
  let t = ref !r in
  s := 5;
  incr t;
  (!r, !s, !t, r == s, r = t, r == t)

let swap a b = let t = !a in a := !b; b := t

let refs_of_refs () =
  let x = ref 1 and y = ref 2 in
  let p = ref x in
  !p := 10;
  p := y;
  !p := 20;
  decr !p;
  (!x, !y, !(!p))

(* The ref escapes only on one branch. *)
let escape b =
  let n = ref 10 in
  let f = if b then (fun () -> n := !n + 1) else (fun () -> ()) in
  f (); f ();
  n := !n * 2;
  f ();
  !n

let memory = ref []
let remember x = memory := x :: !memory; x

let rec loop r n = if n = 0 then !r else (r := (!r * 3 + n) land 1023; loop r (n - 1))

let history () =
  let versions = ref [||] in
  let push v = versions := Array.append !versions [| v |] in
  let current = ref "" in
  String.iter (fun c -> current := !current ^ String.make 1 c; push !current) "abc";
  Array.to_list !versions

let state_machine input =
  let state = ref `Start and out = Buffer.create 16 in
  String.iter
    (fun c ->
      match !state, c with
      | `Start, '"' -> state := `Quote
      | `Start, c -> Buffer.add_char out c
      | `Quote, '\\' -> state := `Escape
      | `Quote, '"' -> state := `Start
      | `Quote, c -> Buffer.add_char out (Char.uppercase_ascii c)
      | `Escape, c -> Buffer.add_char out '\\'; Buffer.add_char out c; state := `Quote)
    input;
  Buffer.contents out

let () =
  let bump, reset, cell = make_counter () in
  let bump2, _, _ = make_counter () in
  ignore (bump 5);
  ignore (bump2 100);
  cell := !cell + 1;
  Printf.printf "%d " (bump 1);
  Printf.printf "%d " (reset ());
  Printf.printf "%d %d\n" (bump 0) (bump2 0);
  Printf.printf "%d %d\n" (sum_of_squares [1; 2; 3; 4]) (fib 40);
  let r, s, t, b1, b2, b3 = aliasing () in
  Printf.printf "%d %d %d %B %B %B\n" r s t b1 b2 b3;
  let a = ref "a" and b = ref "b" in
  swap a b;
  swap a a;
  Printf.printf "%s %s\n" !a !b;
  let x, y, z = refs_of_refs () in
  Printf.printf "%d %d %d\n" x y z;
  Printf.printf "%d %d\n" (escape true) (escape false);
  ignore (remember 1 + remember 2 + remember 3);
  List.iter (Printf.printf "%d ") !memory;
  print_newline ();
  Printf.printf "%d\n" (loop (ref 7) 1000);
  print_endline (String.concat "," (history ()));
  print_endline (state_machine {|ab"cd\"ef"gh"i"|});
  let cells = Array.init 4 (fun i -> ref i) in
  cells.(2) <- cells.(1);
  Array.iter incr cells;
  Array.iter (fun c -> Printf.printf "%d " !c) cells;
  print_newline ();
  let total = ref 0 in
  for i = 1 to 100 do
    let local = ref i in
    while !local > 0 do
      if !local land 1 = 1 then incr total;
      local := !local lsr 1
    done
  done;
  Printf.printf "%d\n" !total
