(* Applications of every shape: exact, partial, over-application by one, two
   and three arguments, chains of partial applications, sections. *)

let add a b = a + b
let add3 a b c = (100 * a) + (10 * b) + c
let curried a = fun b -> fun c -> fun d -> (((a * 10) + b) * 10 + c) * 10 + d
let id x = x
let const a _ = a
let flip f a b = f b a
let compose f g x = f (g x)
let twice f x = f (f x)

(* Returns functions of growing arity: over-application by 1, 2, 3, 4. *)
let pick n = if n > 0 then add3 else fun a b c -> a - b - c
let stage a = Printf.printf "[stage %d]" a; fun b -> Printf.printf "[got %d]" b; fun c d -> a + b + c + d

let effects log = log := "zero" :: !log; fun x -> log := "one" :: !log; fun y -> log := "two" :: !log; x + y

let rec repeat n f x = if n = 0 then x else repeat (n - 1) f (f x)

let () =
  Printf.printf "%d %d\n" (add 1 2) (add3 1 2 3);
  let p1 = add3 1 in
  let p2 = p1 2 in
  let p12 = add3 1 2 in
  Printf.printf "%d %d %d %d\n" (p1 2 3) (p2 3) (p12 3) (p1 4 5);
  Printf.printf "%d %d\n" (curried 1 2 3 4) ((curried 1 2) 3 4);
  let c1 = curried 5 in
  let c2 = c1 6 in
  Printf.printf "%d %d\n" (c1 7 8 9) (c2 7 8);
  Printf.printf "%d %d %d\n" (id id id add 3 4) (id add3 1 2 3) (id (id add3) 4 5 6);
  Printf.printf "%d %d\n" (pick 1 1 2 3) (pick 0 10 2 3);
  Printf.printf " = %d\n" (stage 1 2 3 4);
  let s = stage 10 in
  print_newline ();
  let s2 = s 20 in
  print_newline ();
  Printf.printf "%d %d\n" (s2 30 40) (s2 1 1);
  Printf.printf " = %d\n" (s 5 6 7);
  let log = ref [] in
  let e = effects log in
  Printf.printf "%s; " (String.concat "," !log);
  let e1 = e 3 in
  Printf.printf "%s; " (String.concat "," !log);
  Printf.printf "%d " (e1 4);
  Printf.printf "%s\n" (String.concat "," !log);
  Printf.printf "%d %d %d\n" (flip (-) 1 10) (flip add3 1 2 3) (compose (add 1) (( * ) 2) 10);
  Printf.printf "%d %d\n" (twice twice twice (add 1) 0) ((twice twice) (twice (add 3)) 0);
  Printf.printf "%d\n" (const add "ignored" 1 2);
  Printf.printf "%d\n" (const (const add3) () () 7 8 9);
  Printf.printf "%d %d\n" (repeat 10 succ 0) (repeat 3 (repeat 3 (repeat 3 succ)) 0);
  let ops = [(+); (-); ( * ); (/); (mod); min; max; (land); (lor); (lxor)] in
  List.iter (fun op -> Printf.printf "%d " (op 29 6)) ops;
  print_newline ();
  List.iter (fun k -> Printf.printf "%d " (k 7)) (List.map (fun op -> op 29) ops);
  print_newline ();
  let fs = List.map add3 [1; 2; 3] in
  let gs = List.map2 (fun f b -> f b) fs [4; 5; 6] in
  List.iter2 (fun g c -> Printf.printf "%d " (g c)) gs [7; 8; 9];
  print_newline ();
  let three f = f 1 2 3 in
  Printf.printf "%d %d %d\n" (three add3) (three (fun a -> flip (add3 a)))
    (three (fun a b -> let s = a + b in fun c -> s * c));
  let unit_returning () = fun () -> fun x -> x * 2 in
  Printf.printf "%d\n" (unit_returning () () 21)
