(* Loops left early by exceptions: break, continue, labelled breaks out of
   nested loops, and loops whose result travels in the exception. *)

exception Break
exception Continue
exception Found of int * int
exception Outer of string

let first_factor n =
  let r = ref n in
  (try
     for d = 2 to n - 1 do
       if n mod d = 0 then begin r := d; raise Break end
     done
   with Break -> ());
  !r

let sum_odd limit =
  let s = ref 0 in
  for i = 1 to limit do
    try
      if i mod 2 = 0 then raise Continue;
      s := !s + i
    with Continue -> ()
  done;
  !s

let search grid wanted =
  try
    Array.iteri
      (fun i row ->
        Array.iteri (fun j x -> if x = wanted then raise (Found (i, j))) row)
      grid;
    None
  with Found (i, j) -> Some (i, j)

let labelled () =
  let log = Buffer.create 16 in
  (try
     for i = 0 to 9 do
       (try
          for j = 0 to 9 do
            if j = 3 then raise Break;
            if i = 2 && j = 1 then raise (Outer (Printf.sprintf "%d/%d" i j));
            Buffer.add_string log (Printf.sprintf "%d%d " i j)
          done
        with Break -> Buffer.add_char log '|');
       if i = 7 then Buffer.add_string log "unreachable"
     done
   with Outer where -> Buffer.add_string log ("stopped at " ^ where));
  Buffer.contents log

let while_true () =
  let n = ref 0 in
  try
    while true do
      incr n;
      if !n * !n > 1000 then raise Exit
    done;
    assert false
  with Exit -> !n

let loop_with_result () =
  let exception Result of string in
  try
    let k = ref 1 in
    while true do
      k := !k * 3;
      if !k mod 7 = 2 then raise (Result (string_of_int !k))
    done
  with Result s -> Printf.printf "result %s\n" s

let rec drain queue acc =
  match Queue.pop queue with
  | exception Queue.Empty -> List.rev acc
  | x when x < 0 -> drain queue acc
  | x -> drain queue (x :: acc)

let () =
  List.iter
    (fun n -> Printf.printf "first_factor %d = %d\n" n (first_factor n))
    [2; 15; 49; 97; 121];
  Printf.printf "sum_odd 99 = %d\n" (sum_odd 99);
  let grid = Array.init 6 (fun i -> Array.init 6 (fun j -> (i * 7) + (j * 3))) in
  List.iter
    (fun w ->
      match search grid w with
      | Some (i, j) -> Printf.printf "%d at %d,%d\n" w i j
      | None -> Printf.printf "%d absent\n" w)
    [0; 13; 26; 50; 51];
  print_endline (labelled ());
  Printf.printf "while_true = %d\n" (while_true ());
  loop_with_result ();
  let q = Queue.create () in
  List.iter (fun x -> Queue.add x q) [3; -1; 4; -1; 5];
  print_endline (String.concat "," (List.map string_of_int (drain q [])))
