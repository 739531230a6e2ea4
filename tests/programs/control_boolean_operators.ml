(* && and || in every position: conditions, values, arguments, nested and
   negated, with side effects that show what was evaluated. *)

let trace = Buffer.create 64
let t s = Buffer.add_string trace s; true
let f s = Buffer.add_string trace s; false
let show name b =
  Printf.printf "%-14s %-5B evaluated %s\n" name b (Buffer.contents trace);
  Buffer.clear trace

let id b = b
let both a b = a && b
let either a b = a || b
let xor a b = (a || b) && not (a && b)

let in_while () =
  let i = ref 0 in
  while !i < 10 && (!i <> 6 || f "!") do incr i done;
  Buffer.clear trace;
  !i

let rec all p = function [] -> true | x :: l -> p x && all p l
let rec any p = function [] -> false | x :: l -> p x || any p l

let branch a b c =
  if (a && b) || (not a && c) then "then" else if a || (b && c) then "elif" else "else"

let () =
  show "t && t" (t "1" && t "2");
  show "t && f" (t "1" && f "2");
  show "f && t" (f "1" && t "2");
  show "t || t" (t "1" || t "2");
  show "f || t" (f "1" || t "2");
  show "f || f" (f "1" || f "2");
  show "mixed 1" (t "1" && f "2" || t "3" && t "4");
  show "mixed 2" ((f "1" || t "2") && (f "3" || f "4"));
  show "not" (not (t "1" && f "2") || f "3");
  show "not not" (not (not (f "1" || t "2")));
  show "triple" (t "1" && t "2" && t "3" && f "4" && t "5");
  show "argument" (id (t "1" || f "2"));
  show "in tuple" (fst (t "1" && t "2", f "3" || t "4"));
  show "let" (let x = f "1" || f "2" in x || t "3");
  show "if cond" (if t "1" && f "2" then t "3" else f "4" || t "5");
  show "nested if" (if (if t "1" then f "2" else t "3") || t "4" then t "5" else f "6");
  show "seq" (ignore (t "1"); f "2" && t "3");
  show "match" (match t "1" && t "2" with true -> f "3" || t "4" | false -> t "5");
  show "compare" (3 < 4 && 4 < 3 || not (3 = 4));
  show "bool eq" ((t "1" && t "2") = (f "3" || t "4"));
  show "unknown" ((if Sys.argv = [||] then both else either) true false);
  Buffer.clear trace;
  let cell = ref (t "1" && f "2") in
  cell := !cell || t "3";
  show "ref" !cell;
  List.iter
    (fun a ->
      List.iter
        (fun b ->
          Printf.printf "%B %B: and %B or %B xor %B (&&) %B\n" a b (both a b) (either a b)
            (xor a b) (List.fold_left ( && ) a [b]);
          List.iter (fun c -> Printf.printf " %s" (branch a b c)) [true; false];
          print_newline ())
        [true; false])
    [true; false];
  Printf.printf "while stopped at %d\n" (in_while ());
  Printf.printf "%B %B %B %B\n"
    (all (fun x -> x > 0) [1; 2; 3]) (all (fun x -> x > 1) [1; 2; 3])
    (any (fun x -> x > 2) [1; 2; 3]) (any (fun x -> x > 3) [1; 2; 3]);
  Printf.printf "%d\n" (Bool.to_int (t "" && t "") + Bool.to_int (f "" || f "") + 1)
