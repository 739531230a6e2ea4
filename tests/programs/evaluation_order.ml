(* Evaluation order of the bytecode compiler: arguments, tuples, records and
   constructors from right to left, operators, let, sequences and conditions. *)

let t name v = print_string (name ^ " "); v
let line what = Printf.printf "(%s)\n" what
let f a b c = print_string "call "; a + b + c
type r = { one : int; two : int; three : int }
type c = C of int * int | M of { p : int; q : int }
let opt ?(x = t "default-x" 1) ?(y = t "default-y" 2) z = x + y + z
let label ~a ~b c = a + b + c
let id x = x

let () =
  ignore (f (t "a" 1) (t "b" 2) (t "c" 3)); line "arguments";
  ignore ((t "f" f) (t "a" 1) (t "b" 2) (t "c" 3)); line "function and arguments";
  ignore (t "a" 1, t "b" 2, t "c" 3); line "tuple";
  ignore { one = t "one" 1; two = t "two" 2; three = t "three" 3 }; line "record";
  ignore { three = t "three" 1; one = t "one" 2; two = t "two" 3 }; line "record, other order";
  let r = { one = 1; two = 2; three = 3 } in
  ignore { (t "base" r) with two = t "two" 5; one = t "one" 4 }; line "with";
  ignore [t "a" 1; t "b" 2; t "c" 3]; line "list";
  ignore [| t "a" 1; t "b" 2; t "c" 3 |]; line "array";
  ignore (C (t "a" 1, t "b" 2)); line "constructor";
  ignore (M { p = t "p" 1; q = t "q" 2 }); line "inline record";
  ignore (t "a" 1 + t "b" 2 * t "c" 3); line "operators";
  ignore (t "a" 1 < t "b" 2); line "comparison";
  ignore (t "a" "x" ^ t "b" "y" ^ t "c" "z"); line "concatenation";
  ignore (t "a" 1 :: t "b" []); line "cons";
  ignore (t "a" [1] @ t "b" [2]); line "append";
  ignore ((t "arr" [| 1; 2 |]).(t "index" 0)); line "array get";
  (t "arr" [| 1; 2 |]).(t "index" 0) <- t "value" 5; line "array set";
  (t "ref" (ref 0)) := t "value" 5; line "assignment";
  let x = t "x" 1 and y = t "y" 2 in ignore (x + y); line "let and";
  ignore (let a = t "a" 1 in let b = t "b" 2 in a + b); line "let in";
  t "first" (); t "second" (); t "third" (); line "sequence";
  ignore (t "a" false && t "b" true, t "c" true || t "d" true); line "and or";
  ignore (if t "cond" true then t "then" 1 else t "else" 2); line "if";
  for _ = t "from" 1 to t "to" 0 do t "body" () done; line "for";
  ignore (opt (t "z" 3)); line "optional";
  ignore (opt ~y:(t "y" 1) ~x:(t "x" 2) (t "z" 3)); line "optional given";
  ignore (label ~b:(t "b" 1) ~a:(t "a" 2) (t "c" 3)); line "labels";
  ignore (label (t "c" 3) ~b:(t "b" 1) ~a:(t "a" 2)); line "labels commuted";
  let partial = f (t "a" 1) (t "b" 2) in
  print_string "| "; ignore (partial (t "c" 3)); line "partial";
  ignore (id (t "outer" id) (t "inner" 5)); line "over-application";
  ignore (match t "x" 1, t "y" 2 with a, b -> t "arm" (a + b)); line "match on a tuple";
  (try ignore (f (t "a" 1) (raise Exit) (t "c" 3)) with Exit -> line "exception in the middle");
  (try ignore (t "a" 1 / t "zero" 0) with Division_by_zero -> line "division");
  ignore (List.map (fun x -> t (string_of_int x) x) [1; 2; 3]); line "List.map";
  ignore (List.init 3 (fun i -> t (string_of_int i) i)); line "List.init";
  ignore (Array.map (fun x -> t (string_of_int x) x) [| 1; 2; 3 |]); line "Array.map";
  ignore (List.fold_right (fun x acc -> t (string_of_int x) (x + acc)) [1; 2; 3] 0); line "fold_right";
  ignore (f (let x = t "let" 1 in x) (begin t "seq" (); 2 end) (if t "if" true then 3 else 4)); line "nested";
  let o = object method m a b = print_string "method "; a + b end in
  ignore ((t "obj" o)#m (t "a" 1) (t "b" 2)); line "method call";
  ignore (lazy (t "never" 1), Lazy.force (lazy (t "forced" 1))); line "lazy";
  Printf.printf "%d %d " (t "x" 1) (t "y" 2); line "printf"
