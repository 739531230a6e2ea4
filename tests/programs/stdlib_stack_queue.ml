(* Every function of Stack and Queue, transfer, copies, exceptions, and both as
   the worklists of a graph search. *)

let ints l = String.concat " " (List.map string_of_int l)
let stack_list s = List.rev (Stack.fold (fun acc x -> x :: acc) [] s)
let queue_list q = List.rev (Queue.fold (fun acc x -> x :: acc) [] q)
let opt = function Some x -> string_of_int x | None -> "none"

let graph = [| [1; 2]; [3]; [3; 4]; [5]; [5; 6]; []; [0] |]

let bfs start =
  let seen = Array.make 7 false and q = Queue.create () and order = ref [] in
  Queue.add start q;
  seen.(start) <- true;
  while not (Queue.is_empty q) do
    let x = Queue.take q in
    order := x :: !order;
    List.iter (fun y -> if not seen.(y) then (seen.(y) <- true; Queue.add y q)) graph.(x)
  done;
  List.rev !order

let dfs start =
  let seen = Array.make 7 false and s = Stack.create () and order = ref [] in
  Stack.push start s;
  while not (Stack.is_empty s) do
    let x = Stack.pop s in
    if not seen.(x) then begin
      seen.(x) <- true;
      order := x :: !order;
      List.iter (fun y -> Stack.push y s) (List.rev graph.(x))
    end
  done;
  List.rev !order

let balanced text =
  let s = Stack.create () in
  let close c = match Stack.pop_opt s with Some o -> o = c | None -> false in
  let ok =
    String.for_all
      (function
        | '(' | '[' | '{' as c -> Stack.push c s; true
        | ')' -> close '(' | ']' -> close '[' | '}' -> close '{'
        | _ -> true)
      text
  in
  ok && Stack.is_empty s

let () =
  let s = Stack.create () in
  Printf.printf "%B %d\n" (Stack.is_empty s) (Stack.length s);
  List.iter (fun x -> Stack.push x s) [1; 2; 3; 4];
  Printf.printf "%d %d %s\n" (Stack.top s) (Stack.length s) (ints (stack_list s));
  Printf.printf "%d %s\n" (Stack.pop s) (opt (Stack.pop_opt s));
  let c = Stack.copy s in
  Stack.push 9 c;
  Printf.printf "%s|%s\n" (ints (stack_list s)) (ints (stack_list c));
  Stack.iter (Printf.printf "%d;") c;
  Printf.printf " %s\n" (ints (List.of_seq (Stack.to_seq c)));
  Stack.clear s;
  (try ignore (Stack.pop s) with Stack.Empty -> print_endline "Stack.Empty");
  (try ignore (Stack.top s) with Stack.Empty -> print_endline "Stack.Empty");
  Printf.printf "%s %s\n" (opt (Stack.pop_opt s)) (opt (Stack.top_opt s));
  let t = Stack.of_seq (List.to_seq [5; 6]) in
  Stack.add_seq t (List.to_seq [7; 8]);
  print_endline (ints (stack_list t));
  let q = Queue.create () in
  List.iter (fun x -> Queue.add x q) [1; 2; 3];
  Queue.push 4 q;
  Printf.printf "%d %d %d %s\n" (Queue.peek q) (Queue.top q) (Queue.length q) (ints (queue_list q));
  Printf.printf "%d %d %s %s\n" (Queue.take q) (Queue.pop q) (opt (Queue.take_opt q)) (opt (Queue.peek_opt q));
  let r = Queue.of_seq (List.to_seq [10; 20]) in
  Queue.transfer q r;
  Printf.printf "%d %s\n" (Queue.length q) (ints (queue_list r));
  Queue.transfer r q;
  Queue.transfer r q;
  Printf.printf "%s|%s\n" (ints (queue_list r)) (ints (queue_list q));
  let copy = Queue.copy q in
  ignore (Queue.pop q);
  Queue.add_seq q (List.to_seq [5; 6]);
  Printf.printf "%s|%s\n" (ints (queue_list copy)) (ints (queue_list q));
  Queue.iter (Printf.printf "%d;") q;
  Printf.printf " %s\n" (ints (List.of_seq (Queue.to_seq q)));
  Queue.clear q;
  (try ignore (Queue.take q) with Queue.Empty -> print_endline "Queue.Empty");
  Printf.printf "%s %s %B\n" (opt (Queue.take_opt q)) (opt (Queue.peek_opt q)) (Queue.is_empty q);
  Printf.printf "bfs %s\ndfs %s\n" (ints (bfs 0)) (ints (dfs 0));
  List.iter (fun s -> Printf.printf "%S %B\n" s (balanced s)) ["([]{})"; "([)]"; "(("; ""; "a(b)c]"];
  let josephus n k =
    let q = Queue.of_seq (Seq.map succ (List.to_seq (List.init n Fun.id))) in
    let rec go i = if Queue.length q = 1 then Queue.pop q else (let x = Queue.pop q in if i mod k <> 0 then Queue.add x q; go (i + 1)) in
    go 1
  in
  Printf.printf "%d %d\n" (josephus 41 3) (josephus 100 7)
