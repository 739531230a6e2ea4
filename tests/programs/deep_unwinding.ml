(* Functions that nobody knows are called while a deep recursion returns, each of
   them deep enough to count its frames. *)
let rec fold f l = match l with [] -> 0 | x :: rest -> let sum = fold f rest in f x sum
let rec walk g n x = if n = 0 then g x else let y = walk g (n - 1) x in y + g y - y
let apply = ref (fun f x -> f x)

let some_of functions holds = List.hd (List.filter holds functions)

let () =
  if Array.length Sys.argv > 7 then apply := (fun f x -> f (f x));
  let walk = some_of [ walk; (fun g n x -> g (n + x)) ] (fun f -> f (fun x -> x) 3 4 >= 0) in
  let fold = some_of [ fold; (fun g l -> g (List.length l) 2) ] (fun f -> f ( + ) [] = 0) in
  let numbers = List.init 40_000 (fun i -> i land 7) in
  let step a b = !apply (fun x -> walk (fun y -> y) 3 x) (a + b) in
  print_int (fold step numbers);
  print_newline ();
  (* Twice as deep, from where the first one was. *)
  let rec deeper n = if n = 0 then fold step numbers else let sum = !apply deeper (n - 1) in sum + step 1 0 in
  print_int (deeper 20_000);
  print_newline ()
