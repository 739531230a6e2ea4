(* A small language from text to bytecode: tokenizer, recursive descent parser,
   compiler with jumps and calls, stack machine; factorial, primes, fibonacci. *)

type expr = Num of int | Var of string | Bin of string * expr * expr | Call of string * expr list
type stmt = Set of string * expr | While of expr * stmt list | If of expr * stmt list * stmt list | Print of expr | Return of expr
type fn = { name : string; params : string list; body : stmt list }
type instr = Push of int | Load of int | Store of int | Op of string | Jump of int | Jz of int | Invoke of string * int | Ret | Show

let tokens s =
  let n = String.length s in
  let is_id c = (c >= 'a' && c <= 'z') || c = '_' and is_digit c = c >= '0' && c <= '9' in
  let rec span p i = if i < n && p s.[i] then span p (i + 1) else i in
  let rec go i =
    if i >= n then []
    else match s.[i] with
      | ' ' | '\n' -> go (i + 1)
      | c when is_digit c -> let j = span is_digit i in String.sub s i (j - i) :: go j
      | c when is_id c -> let j = span is_id i in String.sub s i (j - i) :: go j
      | ('<' | '=' | '!') when i + 1 < n && s.[i + 1] = '=' -> String.sub s i 2 :: go (i + 2)
      | c -> String.make 1 c :: go (i + 1)
  in
  go 0

let parse text =
  let ts = ref (tokens text) in
  let peek () = match !ts with t :: _ -> t | [] -> "" in
  let next () = let t = peek () in ts := (match !ts with _ :: r -> r | [] -> failwith "unexpected end"); t in
  let expect t = let u = next () in if t <> u then failwith (Printf.sprintf "expected %s, found %s" t u) in
  let rec binary ops sub () =
    let rec go l = if List.mem (peek ()) ops then (let op = next () in let r = sub () in go (Bin (op, l, r))) else l in
    go (sub ())
  and expr () = binary ["<"; "<="; "=="; "!="] (binary ["+"; "-"] (binary ["*"; "/"; "%"] atom)) ()
  and atom () = match next () with
    | "(" -> let e = expr () in expect ")"; e
    | "-" -> Bin ("-", Num 0, atom ())
    | t when t.[0] >= '0' && t.[0] <= '9' -> Num (int_of_string t)
    | t when peek () = "(" -> expect "("; Call (t, list ")" expr)
    | t -> Var t
  and list : 'a. string -> (unit -> 'a) -> 'a list = fun close item ->
    if peek () = close then (expect close; [])
    else let x = item () in
      if peek () = "," then (expect ","; x :: list close item) else (expect close; [x]) in
  let rec block () = expect "{"; let rec go () = if peek () = "}" then (expect "}"; []) else let s = stmt () in s :: go () in go ()
  and stmt () = match next () with
    | "while" -> let c = expr () in While (c, block ())
    | "if" -> let c = expr () in let t = block () in If (c, t, if peek () = "else" then (expect "else"; block ()) else [])
    | "print" -> let e = expr () in expect ";"; Print e
    | "return" -> let e = expr () in expect ";"; Return e
    | x -> expect "="; let e = expr () in expect ";"; Set (x, e) in
  let rec fns () = if !ts = [] then [] else (expect "fun"; let name = next () in expect "("; let params = list ")" next in let body = block () in let f = { name; params; body } in f :: fns ()) in
  fns ()

let compile f =
  let slots = Hashtbl.create 8 and code = ref [||] in
  let slot x = match Hashtbl.find_opt slots x with Some i -> i | None -> let i = Hashtbl.length slots in Hashtbl.add slots x i; i in
  List.iter (fun p -> ignore (slot p)) f.params;
  let emit i = code := Array.append !code [| i |]; Array.length !code - 1 in
  let here () = Array.length !code in
  let rec expr = function
    | Num n -> ignore (emit (Push n))
    | Var x -> ignore (emit (Load (slot x)))
    | Bin (op, a, b) -> expr a; expr b; ignore (emit (Op op))
    | Call (g, args) -> List.iter expr args; ignore (emit (Invoke (g, List.length args))) in
  let rec stmt = function
    | Set (x, e) -> expr e; ignore (emit (Store (slot x)))
    | Print e -> expr e; ignore (emit Show)
    | Return e -> expr e; ignore (emit Ret)
    | While (c, b) -> let top = here () in expr c; let out = emit (Jz 0) in List.iter stmt b; ignore (emit (Jump top)); !code.(out) <- Jz (here ())
    | If (c, t, e) ->
      expr c; let no = emit (Jz 0) in List.iter stmt t; let out = emit (Jump 0) in
      !code.(no) <- Jz (here ()); List.iter stmt e; !code.(out) <- Jump (here ()) in
  List.iter stmt f.body;
  ignore (emit (Push 0)); ignore (emit Ret);
  (!code, Hashtbl.length slots)

let executed = ref 0
let run fns =
  let table = Hashtbl.create 8 in
  List.iter (fun f -> Hashtbl.replace table f.name (compile f)) fns;
  let rec call name args =
    let code, size = try Hashtbl.find table name with Not_found -> failwith ("no function " ^ name) in
    let frame = Array.make (max size (List.length args)) 0 in
    List.iteri (fun i v -> frame.(i) <- v) args;
    let rec step pc stack =
      incr executed;
      match code.(pc), stack with
      | Push n, st -> step (pc + 1) (n :: st)
      | Load i, st -> step (pc + 1) (frame.(i) :: st)
      | Store i, v :: st -> frame.(i) <- v; step (pc + 1) st
      | Op op, b :: a :: st ->
        let bool x = if x then 1 else 0 in
        let v = match op with
          | "+" -> a + b | "-" -> a - b | "*" -> a * b | "/" -> a / b | "%" -> a mod b
          | "<" -> bool (a < b) | "<=" -> bool (a <= b) | "==" -> bool (a = b) | "!=" -> bool (a <> b) | op -> failwith op in
        step (pc + 1) (v :: st)
      | Jump t, st -> step t st
      | Jz t, v :: st -> step (if v = 0 then t else pc + 1) st
      | Invoke (g, n), st ->
        let rec take n acc st = if n = 0 then (acc, st) else match st with v :: st -> take (n - 1) (v :: acc) st | [] -> failwith "stack" in
        let args, st = take n [] st in
        step (pc + 1) (call g args :: st)
      | Ret, v :: _ -> v
      | Show, v :: st -> Printf.printf "%d " v; step (pc + 1) st
      | _ -> failwith "stack underflow"
    in
    step 0 []
  in
  ignore (call "main" []);
  print_newline ()

let () =
  let exec s = match run (parse s) with () -> () | exception Failure m -> Printf.printf "error: %s\n" m | exception Division_by_zero -> print_endline "error: division by zero" in
  exec "fun fact(n) { if n <= 1 { return 1; } return n * fact(n - 1); } fun main() { i = 1; while i <= 10 { print fact(i); i = i + 1; } }";
  exec "fun prime(n) { d = 2; while d * d <= n { if n % d == 0 { return 0; } d = d + 1; } return 1; } fun main() { n = 2; while n < 60 { if prime(n) { print n; } n = n + 1; } }";
  exec "fun fib(n) { if n < 2 { return n; } else { return fib(n - 1) + fib(n - 2); } } fun main() { print fib(12); }";
  exec "fun ack(m, n) { if m == 0 { return n + 1; } if n == 0 { return ack(m - 1, 1); } return ack(m - 1, ack(m, n - 1)); } fun main() { print ack(2, 3); }";
  exec "fun main() { print 1 + 2 * 3 - -4; print (1 + 2) * 3 % 5; print 7 != 7; print 10 / 0; }";
  exec "fun main() { print nope(1); }";
  exec "fun main() { x = ; }";
  exec "fun main( { }";
  Printf.printf "%d instructions\n" !executed
