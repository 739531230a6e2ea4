(* Locals assigned inside a try and read in its handler or after it: refs that
   a compiler may keep in registers must be seen with their last value. *)

exception Stop of int

let progress limit =
  let i = ref 0 and sum = ref 0 in
  (try
     while true do
       incr i;
       sum := !sum + !i;
       if !i = limit then raise Exit
     done
   with Exit -> sum := !sum + 1000);
  (!i, !sum)

let in_handler l =
  let last = ref (-1) and seen = ref [] in
  try
    List.iter (fun x -> last := x; if x < 0 then failwith "negative"; seen := x :: !seen) l;
    Printf.sprintf "all %d" (List.length !seen)
  with Failure m -> Printf.sprintf "%s at %d after [%s]" m !last (String.concat ";" (List.rev_map string_of_int !seen))

let across_iterations n =
  let a = ref 1 and b = ref 1 and failures = ref 0 in
  for i = 1 to n do
    try
      a := !a + i;
      if i mod 3 = 0 then raise (Stop !a);
      b := !b + !a;
      if !b land 1 = 1 then raise Not_found;
      a := !a - 1
    with
    | Stop v -> incr failures; b := !b + v
    | Not_found -> incr failures; a := !a * 2
  done;
  (!a, !b, !failures)

let nested () =
  let x = ref 0 and y = ref 0 in
  (try
     x := 1;
     (try
        y := 1;
        x := 2;
        ignore (List.hd ([] : int list));
        y := 99
      with Failure _ -> y := (!y * 10) + !x);
     x := (!x * 10) + !y;
     raise Not_found
   with Not_found -> y := !y + !x);
  (!x, !y)

let value_or_partial s =
  let n = ref 0 in
  let complete =
    try
      String.iter (fun c -> if c < '0' || c > '9' then raise Exit; n := (!n * 10) + Char.code c - 48) s;
      true
    with Exit -> false
  in
  (!n, complete)

let let_bound x =
  let before = x * 2 in
  let r = try let inside = before + 1 in if inside > 10 then raise (Stop inside); inside with Stop k -> k - before in
  let after = r + before in
  try if after > 20 then raise Not_found; after with Not_found -> before - after

let swap_in_try a b =
  let a = ref a and b = ref b in
  (try
     let t = !a in
     a := !b;
     b := t;
     if !a > !b then raise Exit
   with Exit -> (let t = !a in a := !b * 100; b := t * 100));
  (!a, !b)

let retry f =
  let attempts = ref 0 and result = ref None in
  while !result = None && !attempts < 10 do
    incr attempts;
    (try result := Some (f !attempts) with Failure _ when !attempts < 8 -> ())
  done;
  match !result with Some r -> Printf.sprintf "%d after %d" r !attempts | None -> "gave up"

let () =
  let pair (a, b) = Printf.printf "(%d, %d)\n" a b in
  pair (progress 10);
  pair (progress 1);
  print_endline (in_handler [1; 2; 3]);
  print_endline (in_handler [1; 2; -3; 4]);
  let a, b, f = across_iterations 12 in
  Printf.printf "%d %d %d\n" a b f;
  pair (nested ());
  List.iter (fun s -> let n, ok = value_or_partial s in Printf.printf "%S %d %B\n" s n ok) ["123"; "12x3"; ""; "x"];
  List.iter (fun x -> Printf.printf "%d " (let_bound x)) [0; 3; 5; 8; 20];
  print_newline ();
  pair (swap_in_try 1 2);
  pair (swap_in_try 2 1);
  print_endline (retry (fun n -> if n < 5 then failwith "early" else n * n));
  print_endline (try retry (fun _ -> failwith "always") with Failure m -> "escaped " ^ m)
