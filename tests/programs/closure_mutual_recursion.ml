(* Mutually recursive functions, global and local, with captured variables,
   partially applied inside their own group, and passed as values. *)

let rec even n = n = 0 || odd (n - 1)
and odd n = n <> 0 && even (n - 1)

(* Hofstadter's female and male sequences, Ackermann, Takeuchi. *)
let rec female n = if n = 0 then 1 else n - male (female (n - 1))
and male n = if n = 0 then 0 else n - female (male (n - 1))
let rec ack m n =
  if m = 0 then n + 1 else if n = 0 then ack (m - 1) 1 else ack (m - 1) (ack m (n - 1))
let rec tak x y z =
  if y >= x then z else tak (tak (x - 1) y z) (tak (y - 1) z x) (tak (z - 1) x y)

(* Local group that captures parameters and a ref. *)
let parse s =
  let pos = ref 0 and n = String.length s in
  let peek () = if !pos < n then s.[!pos] else '$' in
  let advance () = incr pos in
  let rec expr () =
    let left = ref (term ()) in
    let rec loop () =
      match peek () with
      | '+' -> advance (); left := !left + term (); loop ()
      | '-' -> advance (); left := !left - term (); loop ()
      | _ -> ()
    in
    loop ();
    !left
  and term () =
    let left = factor () in
    more left
  and more left =
    match peek () with
    | '*' -> advance (); more (left * factor ())
    | '/' -> advance (); more (left / factor ())
    | _ -> left
  and factor () =
    match peek () with
    | '(' ->
      advance ();
      let v = expr () in
      if peek () = ')' then advance () else failwith (Printf.sprintf "expected ) at %d" !pos);
      v
    | '-' -> advance (); - (factor ())
    | '0' .. '9' -> number 0
    | c -> failwith (Printf.sprintf "unexpected %c at %d" c !pos)
  and number acc =
    match peek () with
    | '0' .. '9' as c -> advance (); number ((acc * 10) + Char.code c - 48)
    | _ -> acc
  in
  let v = expr () in
  if !pos < n then failwith (Printf.sprintf "rest at %d" !pos);
  v

(* A group whose members are used as values and partially applied. *)
let group base =
  let rec map_a l = List.map a l
  and a x = if x > 100 then x else sum [b 1 x; base]
  and b k x = (k * x) + base + 50
  and sum l = List.fold_left ( + ) 0 l in
  (map_a, b 2, sum)

let rec compose_all = function [] -> fun x -> x | f :: fs -> fun x -> f (compose_all fs x)

let () =
  Printf.printf "%B %B %B\n" (even 100) (odd 100) (odd 77);
  for i = 0 to 15 do Printf.printf "%d/%d " (female i) (male i) done;
  print_newline ();
  Printf.printf "ack %d tak %d\n" (ack 2 9) (tak 12 8 4);
  List.iter
    (fun s ->
      match parse s with
      | v -> Printf.printf "%s = %d\n" s v
      | exception Failure m -> Printf.printf "%s: %s\n" s m
      | exception Division_by_zero -> Printf.printf "%s: division by zero\n" s)
    ["1+2*3"; "(1+2)*3"; "-(4-6)*-5"; "100/7/2"; "2*(3+4)*(5-1)"; "1+"; "(1"; "1)"; "8/(4-4)"];
  let map_a, b2, sum = group 7 in
  List.iter (Printf.printf "%d ") (map_a [1; 50; 99; 100; 101]);
  Printf.printf "| %d %d\n" (b2 10) (sum [1; 2; 3]);
  Printf.printf "%d\n" (compose_all [succ; ( * ) 3; pred; (fun x -> x - 100)] 110)
