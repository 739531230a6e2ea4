(* Functions kept in records, arrays, refs, lists, hashtables, variants and
   options, fetched and applied from there. *)

type ops = { name : string; run : int -> int -> int; mutable calls : int; mutable hook : (string -> unit) option }

type command = Push of int | Apply of (int -> int -> int) | Tap of (int list -> unit)

let make name run = { name; run; calls = 0; hook = None }

let use op a b =
  op.calls <- op.calls + 1;
  let r = op.run a b in
  (match op.hook with None -> () | Some h -> h (Printf.sprintf "%s %d %d = %d" op.name a b r));
  r

let run_program cmds =
  let step stack = function
    | Push n -> n :: stack
    | Apply f -> (match stack with b :: a :: rest -> f a b :: rest | _ -> failwith "stack")
    | Tap g -> g stack; stack
  in
  List.fold_left step [] cmds

let show l = String.concat " " (List.map string_of_int l)

let counter () =
  let n = ref 0 in
  (fun () -> incr n; !n), (fun () -> n := 0), (fun k -> n := !n + k)

let memo f =
  let table = Hashtbl.create 16 in
  let rec go n =
    match Hashtbl.find_opt table n with
    | Some v -> v
    | None -> let v = f go n in Hashtbl.add table n v; v
  in
  go

let () =
  let add = make "add" ( + ) and sub = make "sub" ( - ) in
  add.hook <- Some print_endline;
  Printf.printf "%d\n" (use add 1 2 + use sub 10 3);
  add.hook <- None;
  ignore (use add 5 6);
  sub.hook <- Some (fun s -> Printf.printf "<%s>\n" s);
  ignore (use sub 5 6);
  Printf.printf "calls %d %d\n" add.calls sub.calls;
  let swapped = { add with name = "swapped"; run = (fun a b -> sub.run b a) } in
  Printf.printf "%s %d\n" swapped.name (swapped.run 1 100);
  let table = [| succ; pred; (fun x -> x * x); (fun x -> -x) |] in
  Array.iter (fun f -> Printf.printf "%d " (f 12)) table;
  table.(1) <- table.(2);
  table.(2) <- (let old = table.(2) in fun x -> old (old x));
  Array.iter (fun f -> Printf.printf "%d " (f 5)) table;
  print_newline ();
  let cell = ref (fun x -> x + 1) in
  for _ = 1 to 5 do
    let f = !cell in
    cell := fun x -> f x * 2
  done;
  Printf.printf "cell %d\n" (!cell 1);
  let h : (string, int -> int) Hashtbl.t = Hashtbl.create 7 in
  List.iteri (fun i k -> Hashtbl.replace h k (fun x -> (x * 10) + i)) ["zero"; "one"; "two"; "three"];
  List.iter
    (fun k ->
      match Hashtbl.find_opt h k with
      | Some f -> Printf.printf "%s %d\n" k (f 7)
      | None -> Printf.printf "%s missing\n" k)
    ["two"; "four"; "zero"];
  let result =
    run_program
      [Push 6; Push 7; Apply ( * ); Tap (fun s -> print_endline ("stack " ^ show s)); Push 2;
       Tap (fun s -> print_endline ("stack " ^ show s)); Apply (fun a b -> a / b)] in
  print_endline (show result);
  let next, reset, skip = counter () in
  let next', _, skip' = counter () in
  ignore (next ()); ignore (next ()); skip 10; skip' 100;
  Printf.printf "%d %d " (next ()) (next' ());
  reset ();
  Printf.printf "%d %d\n" (next ()) (next' ());
  let fib = memo (fun self n -> if n < 2 then n else self (n - 1) + self (n - 2)) in
  Printf.printf "fib 40 = %d\n" (fib 40)
