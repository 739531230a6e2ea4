(* DPLL with unit propagation by watched literals: arrays, lists that change, exceptions, a trail to undo *)
type result = Satisfied of bool array | Unsatisfiable

type solver = {
  values : int array; (* of a variable: 0 unknown, 1 true, -1 false *)
  watches : int array list array; (* clauses by a literal that they watch: its first two are the watched ones *)
  mutable trail : int list;
  mutable decisions : int;
  mutable propagations : int;
}

exception Conflict

let slot literal = if literal > 0 then 2 * literal else (-2 * literal) + 1
let value solver literal = if literal > 0 then solver.values.(literal) else -solver.values.(-literal)

let assign solver literal =
  solver.values.(abs literal) <- (if literal > 0 then 1 else -1);
  solver.trail <- literal :: solver.trail

let watch solver literal clause = solver.watches.(slot literal) <- clause :: solver.watches.(slot literal)

(* Puts a literal that isn't false at place 1 instead of the one there; false if there is none. *)
let move_watch solver clause =
  let rec loop i =
    i < Array.length clause
    &&
    if value solver clause.(i) >= 0 then begin
      let other = clause.(i) in
      clause.(i) <- clause.(1);
      clause.(1) <- other;
      watch solver other clause;
      true
    end
    else loop (i + 1)
  in
  loop 2

let rec visit solver falsified kept = function
  | [] -> solver.watches.(slot falsified) <- kept; []
  | clause :: rest ->
    if clause.(0) = falsified then begin
      clause.(0) <- clause.(1);
      clause.(1) <- falsified
    end;
    if value solver clause.(0) = 1 then visit solver falsified (clause :: kept) rest
    else if move_watch solver clause then visit solver falsified kept rest
    else if value solver clause.(0) = 0 then begin
      assign solver clause.(0);
      let unit_literal = clause.(0) in
      unit_literal :: visit solver falsified (clause :: kept) rest
    end
    else begin
      solver.watches.(slot falsified) <- List.rev_append kept (clause :: rest);
      raise_notrace Conflict
    end

let rec propagate solver = function
  | [] -> ()
  | literal :: queue ->
    solver.propagations <- solver.propagations + 1;
    let found = visit solver (-literal) [] solver.watches.(slot (-literal)) in
    propagate solver (List.rev_append found queue)

let rec undo solver mark =
  if solver.trail != mark then
    match solver.trail with
    | [] -> assert false
    | literal :: rest ->
      solver.values.(abs literal) <- 0;
      solver.trail <- rest;
      undo solver mark

let rec decide solver order =
  match order with
  | [] -> true
  | variable :: rest ->
    if solver.values.(variable) <> 0 then decide solver rest
    else begin
      solver.decisions <- solver.decisions + 1;
      attempt solver variable rest || attempt solver (-variable) rest
    end

and attempt solver literal rest =
  let mark = solver.trail in
  assign solver literal;
  match propagate solver [ literal ] with
  | () -> decide solver rest || (undo solver mark; false)
  | exception Conflict -> undo solver mark; false

let solve count clauses =
  let solver =
    { values = Array.make (count + 1) 0; watches = Array.make ((2 * count) + 2) []; trail = []; decisions = 0; propagations = 0 }
  in
  let occurrences = Array.make (count + 1) 0 in
  let units = List.filter_map (function [ literal ] -> Some literal | _ -> None) clauses in
  List.iter
    (fun clause ->
      List.iter (fun literal -> occurrences.(abs literal) <- occurrences.(abs literal) + 1) clause;
      match Array.of_list clause with
      | [| _ |] -> ()
      | clause -> watch solver clause.(0) clause; watch solver clause.(1) clause)
    clauses;
  let order = List.sort (fun a b -> compare occurrences.(b) occurrences.(a)) (List.init count succ) in
  let consistent =
    match
      List.iter
        (fun literal ->
          match value solver literal with
          | 0 -> assign solver literal; propagate solver [ literal ]
          | 1 -> ()
          | _ -> raise_notrace Conflict)
        units
    with
    | () -> decide solver order
    | exception Conflict -> false
  in
  let result = if consistent then Satisfied (Array.map (fun v -> v = 1) solver.values) else Unsatisfiable in
  (result, solver)

let satisfies values = List.for_all (List.exists (fun literal -> values.(abs literal) = (literal > 0)))

let report name count clauses =
  let result, solver = solve count clauses in
  let text =
    match result with
    | Unsatisfiable -> "unsatisfiable"
    | Satisfied values ->
      assert (satisfies values clauses);
      Array.fold_left (fun h v -> ((h * 2) + Bool.to_int v) mod 999_983) 1 values |> string_of_int
  in
  Printf.printf "%s: %s, %d decisions, %d propagations\n" name text solver.decisions solver.propagations

let range n = List.init n succ

(* n + 1 pigeons in n holes: unsatisfiable, and found out slowly. *)
let pigeons n =
  let v pigeon hole = ((pigeon - 1) * n) + hole in
  let housed = List.map (fun p -> List.map (v p) (range n)) (range (n + 1)) in
  let alone =
    List.concat_map
      (fun hole ->
        List.concat_map (fun p -> List.filter_map (fun q -> if q > p then Some [ -v p hole; -v q hole ] else None) (range (n + 1)))
          (range (n + 1)))
      (range n)
  in
  housed @ alone

let seed = ref 11
let random n = seed := ((!seed * 25173) + 13849) land 0xFFFF; (!seed lsr 3) mod n

let rec three count =
  let a = 1 + random count and b = 1 + random count and c = 1 + random count in
  if a = b || b = c || a = c then three count
  else List.map (fun v -> if random 2 = 0 then v else -v) [ a; b; c ]

let queens n =
  let v row column = (row * n) + column + 1 in
  let cells = List.concat_map (fun r -> List.init n (fun c -> (r, c))) (List.init n Fun.id) in
  let rows = List.init n (fun r -> List.init n (v r)) in
  let attacks =
    List.concat_map
      (fun (r, c) ->
        List.filter_map
          (fun (s, d) ->
            if (s, d) > (r, c) && (s = r || d = c || abs (s - r) = abs (d - c)) then Some [ -v r c; -v s d ] else None)
          cells)
      cells
  in
  rows @ attacks

let () =
  report "units" 3 [ [ 1 ]; [ -1; 2 ]; [ -2; 3 ] ];
  report "pigeons" 56 (pigeons 7);
  report "queens" 144 (queens 12);
  for i = 1 to 36 do
    report (Printf.sprintf "random %d" i) 150 (List.init 630 (fun _ -> three 150))
  done
