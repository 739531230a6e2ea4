(* User operators: prefix and infix of every precedence class, indexing
   operators, let-operators, operators as arguments, redefined arithmetic. *)

let ( |>> ) f g x = g (f x)
let ( <<| ) f g x = f (g x)
let ( +: ) a b = Printf.sprintf "(%s+%s)" a b
let ( -: ) a b = Printf.sprintf "(%s-%s)" a b
let ( *: ) a b = Printf.sprintf "(%s*%s)" a b
let ( **: ) a b = Printf.sprintf "(%s**%s)" a b
let ( ^: ) a b = Printf.sprintf "(%s^%s)" a b
let ( @: ) a b = Printf.sprintf "(%s@%s)" a b
let ( =: ) a b = Printf.sprintf "(%s=%s)" a b
let ( &: ) a b = Printf.sprintf "(%s&%s)" a b
let ( %: ) a b = Printf.sprintf "(%s%%%s)" a b
let ( <> ) a b = if a = b then "same" else "different"
let ( !! ) s = "!" ^ s
let ( ~~ ) s = "~" ^ s
let ( ?? ) s = "?" ^ s
let ( ~- ) n = n * -1
let ( := ) a b = a ^ ":=" ^ b

let ( .%[] ) s i = s.[i mod String.length s]
let ( .%{} ) t k = try Hashtbl.find t k with Not_found -> 0
let ( .%{}<- ) t k v = Hashtbl.replace t k v
let ( .%() ) m (i, j) = m.(i).(j)
let ( .%()<- ) m (i, j) v = m.(i).(j) <- v

module Opt = struct
  let ( let* ) = Option.bind
  let ( let+ ) x f = Option.map f x
  let ( and* ) a b = match a, b with Some a, Some b -> Some (a, b) | _ -> None
  let ( and+ ) = ( and* )
  let ( >>= ) = Option.bind
  let ( <|> ) a b = match a with None -> b () | s -> s
end

module Writer = struct
  let return x = (x, [])
  let ( let* ) (x, l) f = let y, l' = f x in (y, l @ l')
  let tell s = ((), [s])
end

module Vec = struct
  type t = V of int * int
  let ( + ) (V (a, b)) (V (c, d)) = V (a + c, b + d)
  let ( - ) (V (a, b)) (V (c, d)) = V (a - c, b - d)
  let ( * ) k (V (a, b)) = V (k * a, k * b)
  let ( ~- ) (V (a, b)) = V (-a, -b)
  let ( = ) (V (a, b)) (V (c, d)) = a == c && b == d
  let show (V (a, b)) = Printf.sprintf "<%d,%d>" a b
end

let () =
  Printf.printf "%d %d\n" ((succ |>> ( * ) 2 |>> pred) 5) ((succ <<| ( * ) 2 <<| pred) 5);
  print_endline ("a" +: "b" *: "c" -: "d");
  print_endline ("a" **: "b" **: "c" *: "d");
  print_endline ("a" ^: "b" ^: "c" +: "d");
  print_endline ("a" @: "b" @: "c");
  print_endline ("a" =: "b" +: "c" =: "d");
  print_endline ("a" &: "b" =: "c" &: "d");
  print_endline ("a" %: "b" *: "c" %: "d");
  print_endline (!!"x" +: ~~"y" *: ??"z");
  print_endline (String.uppercase_ascii !!"x");
  Printf.printf "%s %s %d %s\n" (1 <> 1) (1 <> 2) (-(5 + 1)) ("a" := "b");
  Printf.printf "%c%c%c\n" "abc".%[1] "abc".%[4] "abc".%[300];
  let t = Hashtbl.create 4 in
  t.%{"k"} <- 5;
  t.%{"k"} <- t.%{"k"} + t.%{"missing"} + 1;
  Printf.printf "%d\n" t.%{"k"};
  let m = Array.make_matrix 2 3 0 in
  m.%((1, 2)) <- 42;
  Printf.printf "%d %d\n" m.%((1, 2)) m.%((0, 2));
  let show = function None -> "none" | Some n -> string_of_int n in
  let open Opt in
  let half n = if n land 1 = 0 then Some (n / 2) else None in
  print_endline (show (let* a = half 12 in let* b = half a in let+ c = half (b + 1) in a + b + c));
  print_endline (show (let* a = Some 1 and* b = Some 2 and* c = half 9 in Some (a + b + c)));
  print_endline (show (let+ a = Some 1 and+ b = Some 2 in a + b));
  print_endline (show (half 8 >>= half >>= half >>= half >>= half));
  print_endline (show (half 3 <|> (fun () -> half 5) <|> (fun () -> Some 7)));
  let r, log = Writer.(let* () = tell "start" in let* x = return 20 in let* () = tell "mid" in return (x * 2)) in
  Printf.printf "%d %s\n" r (String.concat "," log);
  let v = Vec.(2 * (V (1, 2) + V (3, 4)) - V (1, 1)) in
  Printf.printf "%s %s %B\n" (Vec.show v) Vec.(show (-v)) Vec.(v = V (7, 11));
  print_endline (List.fold_left ( +: ) "0" ["1"; "2"; "3"]);
  print_endline (List.fold_right ( ^: ) ["1"; "2"; "3"] "0");
  List.iter (fun op -> Printf.printf "%d " (op 17 5)) [( + ); ( - ); ( / ); ( mod ); ( lsl ); ( asr ); ( lor )];
  Printf.printf "%d %d\n" (5 |> succ |> succ) (succ @@ succ @@ 5)
