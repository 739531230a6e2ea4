(* Shadowing: of variables, functions, modules, types, constructors, labels and
   operators; scopes of match arms, loops, let rec and local definitions. *)

let x = 1
let f () = x
let x = x + 1
let g () = x
let rec x' = fun n -> if n = 0 then x else x' (n - 1)

type t = A | B of int
let old_a = A
type t2 = A | C
type r1 = { id : int; name : string }
type r2 = { id : int; size : int }

module M = struct let v = "first" let get () = v end
let first_get = M.get
let second_get = let module M = struct let v = M.v ^ " second" let get () = v end in M.get

let print_endline s = print_endline ("> " ^ s)
let ( + ) a b = a * 10 + b
let sum = 1 + 2 + 3
let ( + ) = Stdlib.( + )
let not b = if b then "no" else "yes"

let arms v = match v with
  | (0, x) | (x, 0) -> x
  | (x, y) when x > y -> let x = y and y = x in x - y
  | (x, _) -> (fun x -> x * x) x

let nested x =
  let x = x + 1 in
  let f x = let x = x * 2 in x + 1 in
  let x = f x in
  (let x = x - 100 in x) + x

let parallel a b =
  let a = b and b = a in
  let a, b = b, a in
  let (a, b) = let a = a * 2 in (a, b) in
  a - b

let fact n = if n <= 1 then 1 else n
let fact n = n * fact (n - 1)
let rec fact' n = if n <= 1 then 1 else n * fact' (n - 1)

let loop () =
  let i = 100 in
  let s = ref 0 in
  for i = 1 to 3 do
    let s' = i * i in
    for i = s' downto s' - 1 do s := !s + i done
  done;
  !s + i

let option = function Some x -> (match x with Some x -> x | None -> -1) | None -> -2

let handler () =
  let e = "outer" in
  try failwith "inner" with Failure e when e = "x" -> e | Failure e' -> e' ^ e

let () =
  Printf.printf "%d %d %d\n" (f ()) (g ()) (x' 5);
  print_endline (match old_a with A -> "old A" | B _ -> "B");
  print_endline (match (A : t2) with A -> "new A" | C -> "C");
  let r = { id = 1; size = 2 } and q : r1 = { id = 3; name = "q" } in
  Printf.printf "%d %d %d %s\n" r.id r.size q.id q.name;
  print_endline (first_get () ^ ", " ^ second_get ());
  Printf.printf "%d %d %s %s\n" sum (1 + 2 + 3) (not true) (not false);
  List.iter (fun v -> Printf.printf "%d " (arms v)) [(0, 5); (6, 0); (9, 4); (3, 7)];
  print_newline ();
  Printf.printf "%d %d %d %d %d\n" (nested 4) (parallel 3 10) (fact 5) (fact' 5) (loop ());
  Printf.printf "%d %d %d\n" (option (Some (Some 5))) (option (Some None)) (option None);
  print_endline (handler ());
  let open struct let hidden = "local struct" end in
  print_endline hidden;
  let x = "string" in
  let x = String.length x in
  let x = [x; x] in
  let x = List.fold_left max 0 x in
  Printf.printf "%d\n" x;
  let module List = struct let length _ = 42 end in
  Printf.printf "%d %d\n" (List.length []) (Stdlib.List.length [1]);
  let exception Failure of int in
  (try raise (Failure 7) with Failure n -> Printf.printf "%d\n" n | Stdlib.Failure s -> print_endline s);
  let g = let x = ref 0 in fun () -> incr x; !x in
  let a = g () in
  let b = g () in
  Printf.printf "%d %d %d\n" a b (g ());
  ignore r.size
