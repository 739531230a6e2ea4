(* Recursion whose result only fills a field of what is returned: the compiler makes loops of it. *)
type 'a tree = Leaf | Left of 'a tree * 'a | Right of 'a * 'a tree | Both of 'a tree * 'a tree
type link = { name : string; mutable next : link option; weight : float }

let trace = ref []
let note x = trace := x :: !trace; x
let flush name = Printf.printf "%s: %s\n" name (String.concat " " (List.rev_map string_of_int !trace)); trace := []

let rec map f = function [] -> [] | x :: l -> let y = f x in y :: map f l
let rec filter p = function [] -> [] | x :: l -> if p x then x :: filter p l else filter p l
let rec append a b = match a with [] -> b | x :: l -> x :: append l b
let rec pairs = function x :: y :: l -> x :: y :: (x + y) :: pairs l | l -> l
let rec count i n = if i = n then [] else i :: count (i + 1) n

(* The hole is field 0, or 1, or both in one function. *)
let rec left n = if n = 0 then Leaf else Left (left (n - 1), n)
let rec zigzag n = if n <= 0 then Leaf else if n mod 2 = 0 then Left (zigzag (n - 1), n) else Right (n, zigzag (n - 2))
let rec double n = if n = 0 then Leaf else let l = double (n - 1) in Both (l, l)
let rec size = function Leaf -> 0 | Left (t, _) | Right (_, t) -> 1 + size t | Both (a, b) -> 1 + size a + size b

(* Evaluated from right to left: the call comes first. *)
let rec last_first f = function [] -> [] | x :: l -> f x :: last_first f l

(* Under two constructors, one of which is not a hole. *)
let rec chain n = if n = 0 then None else Some { name = string_of_int n; next = chain (n - 1); weight = 0.5 *. float n }
let rec length = function None -> 0 | Some l -> 1 + length l.next

exception Stop of int
let rec until f = function [] -> [] | x :: l -> let y = f x in if y < 0 then raise (Stop y) else y :: until f l

(* It ends in calls of others, too: nothing may pile up in [even]. *)
let rec even n l = if n = 0 then l else if n mod 1000 = 1 then 0 :: odd (n - 1) l else odd (n - 1) l
and odd n l = if n = 0 then 1 :: l else even (n - 1) l
let rec mixed n k = if n = 0 then k [] else if n < 3 then n :: mixed (n - 1) k else k [ n ]

(* A closure that calls itself, and one that calls another of its kind. *)
let indexed l =
  let total = ref 0 in
  let rec go i = function [] -> [] | x :: l -> total := !total + i; (i, x) :: go (i + 1) l in
  let r = go 0 l in
  (r, !total)

let make k =
  let rec go other n = if n = 0 then [] else k :: (if n mod 2 = 0 then go other (n - 1) else other (n - 1)) in
  go

(* The result is used before it is returned. *)
let rec checked n = if n = 0 then [] else let rest = checked (n - 1) in if List.length rest > 100 then rest else n :: rest
let rec floats x = if x > 3. then [] else x :: floats (x +. 0.5)
let rec strings s = if s = "" then [] else let h = String.make 1 s.[0] in h :: strings (String.sub s 1 (String.length s - 1))
let rec lazies n = if n = 0 then [] else lazy (note n) :: lazies (n - 1)
let rec arrays n = if n = 0 then [||] else [| n; Array.length (arrays (n - 1)) |]
let rec tuple n = if n = 0 then (0, []) else let a, l = tuple (n - 1) in (a + n, n :: l)
let show l = String.concat " " (List.map string_of_int l)

let () =
  print_endline (show (map (fun x -> note (x * 2)) [ 1; 2; 3 ]));
  flush "map";
  print_endline (show (filter (fun x -> note x land 1 = 1) [ 1; 2; 3; 4; 5 ]));
  flush "filter";
  print_endline (show (append [ 1; 2 ] [ 3 ]) ^ "|" ^ show (append [] []) ^ "|" ^ show (append [] [ 7 ]));
  print_endline (show (pairs [ 1; 2; 3; 4; 5 ]));
  Printf.printf "%d %d %d %d\n" (size (left 10)) (size (zigzag 9)) (size (zigzag 10)) (size (double 5));
  print_endline (show (last_first (fun x -> note (x + 1)) [ 1; 2; 3 ]));
  flush "last_first";
  Printf.printf "%d %s\n" (length (chain 20)) (match chain 3 with Some { name; weight; next = Some n } -> name ^ n.name ^ string_of_float weight | _ -> "?");
  (match chain 2 with Some l -> l.next <- None; Printf.printf "%d\n" (length (Some l)) | None -> ());
  (try ignore (until (fun x -> note (3 - x)) [ 1; 2; 3; 4; 5 ]) with Stop n -> Printf.printf "stop %d\n" n);
  flush "until";
  Printf.printf "%d %d\n" (List.length (even 100_000 [])) (List.length (even 100_001 []));
  print_endline (show (mixed 2 (fun l -> 9 :: l)) ^ "|" ^ show (mixed 5 (fun l -> 9 :: l)));
  let r, total = indexed [ "a"; "b"; "c" ] in
  List.iter (fun (i, s) -> Printf.printf "%d%s " i s) r;
  Printf.printf "%d\n" total;
  let a = make 1 and b = make 2 in
  print_endline (show (a (b (fun _ -> [ 3 ])) 5));
  print_endline (show (checked 4));
  print_endline (String.concat " " (List.map string_of_float (floats 0.)));
  print_endline (String.concat "," (strings "hello"));
  List.iter (fun l -> ignore (Lazy.force l)) (lazies 3);
  flush "lazies";
  Printf.printf "%d %d\n" (arrays 5).(1) (snd (tuple 4) |> List.length);
  (* Compared and shared as any other list. *)
  let l = count 0 5 in
  Printf.printf "%b %b %d\n" (l = [ 0; 1; 2; 3; 4 ]) (List.tl l == List.tl l) (Hashtbl.hash l);
  (* A long list. *)
  let long = count 0 40_000 in
  Printf.printf "%d %d\n" (List.fold_left ( + ) 0 (map succ long)) (List.length (append long long));
  Printf.printf "%d\n" (List.length (List.map succ long @ List.mapi (fun i x -> i + x) long))
