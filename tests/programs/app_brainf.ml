(* A brainf*** interpreter and a compiler to closures with run-length merging;
   both run the same programs. *)

let hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
let squares = "++++[>+++++<-]>[<+++++>-]+<+[>[>+>+<<-]++>>[<<+>>-]>>>[-]++>[-]+>>>+[[-]++++++>>>]<<<[[<++++++++<++>>-]+<.<[>----<-]<]<<[>>>>>[>>>[-]+++++++++<[>-<-]+++++++++>[-[<->-]+[<<<]]<[>+<-]>]<<-]<<-]"
let echo = ",[.,]"
let reverse = ">,[>,]<[.<]"
let wrap = "-[>+<[-]]>[<+++++++++++++++++++++++++++++++++++++++++++++++++.>-]"

exception Unbalanced of int

let jumps src =
  let table = Array.make (String.length src) 0 and stack = Stack.create () in
  String.iteri
    (fun i c ->
      match c with
      | '[' -> Stack.push i stack
      | ']' ->
        (match Stack.pop_opt stack with
         | None -> raise (Unbalanced i)
         | Some j -> table.(i) <- j; table.(j) <- i)
      | _ -> ())
    src;
  (match Stack.top_opt stack with Some i -> raise (Unbalanced i) | None -> ());
  table

let interpret src input =
  let jump = jumps src and tape = Bytes.make 300 '\000' and out = Buffer.create 64 in
  let p = ref 0 and pc = ref 0 and pos = ref 0 and steps = ref 0 in
  let get () = Char.code (Bytes.get tape !p) and set v = Bytes.set tape !p (Char.chr (v land 255)) in
  while !pc < String.length src do
    incr steps;
    (match src.[!pc] with
     | '>' -> incr p
     | '<' -> decr p
     | '+' -> set (get () + 1)
     | '-' -> set (get () - 1)
     | '.' -> Buffer.add_char out (Bytes.get tape !p)
     | ',' -> if !pos < String.length input then (set (Char.code input.[!pos]); incr pos) else set 0
     | '[' -> if get () = 0 then pc := jump.(!pc)
     | ']' -> if get () <> 0 then pc := jump.(!pc)
     | _ -> ());
    incr pc
  done;
  (Buffer.contents out, !steps)

type op = Move of int | Add of int | Out | In | Loop of op list | Clear

let parse src =
  let rec go i acc =
    if i >= String.length src then (List.rev acc, i)
    else
      match src.[i], acc with
      | '>', Move n :: r -> go (i + 1) (Move (n + 1) :: r)
      | '<', Move n :: r -> go (i + 1) (Move (n - 1) :: r)
      | '+', Add n :: r -> go (i + 1) (Add (n + 1) :: r)
      | '-', Add n :: r -> go (i + 1) (Add (n - 1) :: r)
      | '>', _ -> go (i + 1) (Move 1 :: acc)
      | '<', _ -> go (i + 1) (Move (-1) :: acc)
      | '+', _ -> go (i + 1) (Add 1 :: acc)
      | '-', _ -> go (i + 1) (Add (-1) :: acc)
      | '.', _ -> go (i + 1) (Out :: acc)
      | ',', _ -> go (i + 1) (In :: acc)
      | '[', _ -> let body, j = go (i + 1) [] in go (j + 1) ((match body with [Add -1] -> Clear | b -> Loop b) :: acc)
      | ']', _ -> (List.rev acc, i)
      | _ -> go (i + 1) acc
  in
  fst (go 0 [])

let compile src input =
  let tape = Array.make 300 0 and out = Buffer.create 64 and pos = ref 0 in
  let rec block = function
    | [] -> fun p -> p
    | Move n :: r -> let k = block r in fun p -> k (p + n)
    | Add n :: r -> let k = block r in fun p -> tape.(p) <- (tape.(p) + n) land 255; k p
    | Clear :: r -> let k = block r in fun p -> tape.(p) <- 0; k p
    | Out :: r -> let k = block r in fun p -> Buffer.add_char out (Char.chr tape.(p)); k p
    | In :: r ->
      let k = block r in
      fun p -> tape.(p) <- (if !pos < String.length input then (incr pos; Char.code input.[!pos - 1]) else 0); k p
    | Loop body :: r ->
      let b = block body and k = block r in
      let rec loop p = if tape.(p) = 0 then k p else loop (b p) in
      loop
  in
  ignore (block (parse src) 0);
  Buffer.contents out

let () =
  List.iter
    (fun (name, src, input) ->
      let out, steps = interpret src input in
      Printf.printf "%s: %S in %d steps, compiled the same %B, %d ops\n" name out steps (compile src input = out) (List.length (parse src)))
    [("hello", hello, ""); ("echo", echo, "copy me"); ("reverse", reverse, "drawer"); ("wrap", wrap, "")];
  print_endline (String.concat "," (String.split_on_char '\n' (compile squares "")));
  List.iter (fun s -> match jumps s with _ -> print_endline "balanced" | exception Unbalanced i -> Printf.printf "unbalanced at %d\n" i) ["[[]]"; "[]]"; "[[]"; ""]
