(* Unknown callees of arity 1 to 9 called with 1 to 9 arguments at once: exact,
   partial and over-application meet at every size. A function that is applied
   to all nine digits returns them in order, whatever the way it was called. *)

(* take k s: collects k more digits, then gives the number as a string. *)
let rec take : int -> string -> Obj.t = fun k s ->
  if k = 0 then Obj.repr s else Obj.repr (fun d -> take (k - 1) (s ^ string_of_int d))

let f1 a = take 8 (Printf.sprintf "%d" a)
let f2 a b = take 7 (Printf.sprintf "%d%d" a b)
let f3 a b c = take 6 (Printf.sprintf "%d%d%d" a b c)
let f4 a b c d = take 5 (Printf.sprintf "%d%d%d%d" a b c d)
let f5 a b c d e = take 4 (Printf.sprintf "%d%d%d%d%d" a b c d e)
let f6 a b c d e f = take 3 (Printf.sprintf "%d%d%d%d%d%d" a b c d e f)
let f7 a b c d e f g = take 2 (Printf.sprintf "%d%d%d%d%d%d%d" a b c d e f g)
let f8 a b c d e f g h = take 1 (Printf.sprintf "%d%d%d%d%d%d%d%d" a b c d e f g h)
let f9 a b c d e f g h i = Obj.repr (Printf.sprintf "%d%d%d%d%d%d%d%d%d" a b c d e f g h i)

let callees = [|Obj.repr f1; Obj.repr f2; Obj.repr f3; Obj.repr f4; Obj.repr f5; Obj.repr f6; Obj.repr f7; Obj.repr f8; Obj.repr f9|]

(* call m f l: applies f to the first m elements of l at once. *)
let call m (f : Obj.t) (l : int array) at : Obj.t =
  let x i = l.(at + i) in
  match m with
  | 1 -> (Obj.obj f : int -> Obj.t) (x 0)
  | 2 -> (Obj.obj f : int -> int -> Obj.t) (x 0) (x 1)
  | 3 -> (Obj.obj f : int -> int -> int -> Obj.t) (x 0) (x 1) (x 2)
  | 4 -> (Obj.obj f : int -> int -> int -> int -> Obj.t) (x 0) (x 1) (x 2) (x 3)
  | 5 -> (Obj.obj f : int -> int -> int -> int -> int -> Obj.t) (x 0) (x 1) (x 2) (x 3) (x 4)
  | 6 -> (Obj.obj f : int -> int -> int -> int -> int -> int -> Obj.t) (x 0) (x 1) (x 2) (x 3) (x 4) (x 5)
  | 7 -> (Obj.obj f : int -> int -> int -> int -> int -> int -> int -> Obj.t) (x 0) (x 1) (x 2) (x 3) (x 4) (x 5) (x 6)
  | 8 -> (Obj.obj f : int -> int -> int -> int -> int -> int -> int -> int -> Obj.t) (x 0) (x 1) (x 2) (x 3) (x 4) (x 5) (x 6) (x 7)
  | 9 -> (Obj.obj f : int -> int -> int -> int -> int -> int -> int -> int -> int -> Obj.t) (x 0) (x 1) (x 2) (x 3) (x 4) (x 5) (x 6) (x 7) (x 8)
  | _ -> assert false

let digits = [|1; 2; 3; 4; 5; 6; 7; 8; 9|]

(* Applies f to all digits, in groups of the sizes that plan gives. *)
let run f plan =
  let rec go f at = function
    | [] -> (Obj.obj f : string)
    | m :: rest -> go (call m f digits at) (at + m) rest
  in
  go f 0 plan

(* Every way to write n as an ordered sum. *)
let rec plans n =
  if n = 0 then [[]]
  else List.concat (List.init n (fun i -> List.map (fun p -> (i + 1) :: p) (plans (n - i - 1))))

let () =
  let all = plans 9 in
  Printf.printf "plans: %d\n" (List.length all);
  Array.iteri
    (fun i f ->
      let good = List.length (List.filter (fun p -> run f p = "123456789") all) in
      Printf.printf "arity %d: %d good\n" (i + 1) good;
      for m = 1 to 9 do
        let plan = if m = 9 then [9] else [m; 9 - m] in
        Printf.printf " %s" (run f plan)
      done;
      print_newline ())
    callees
