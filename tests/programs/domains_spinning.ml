(* 5.x only *)
(* Domains that wait for each other without a call that says so. *)
let wait_until flag n = while Atomic.get flag < n do () done

(* A loop without a call, one of calls at the end, one of calls within. *)
let rec even flag n = if Atomic.get flag >= n then "even" else odd flag n
and odd flag n = if Atomic.get flag >= n then "odd" else even flag n
let[@inline never] rec count flag n = if Atomic.get flag >= n then 0 else 1 + min 0 (count_more flag n)
and count_more flag n = if Atomic.get flag >= n then 0 else (ignore (Sys.opaque_identity n); count flag n)

let ping_pong rounds =
  let turn = Atomic.make 0 in
  let log = ref [] in
  let other =
    Domain.spawn (fun () ->
        for i = 1 to rounds do
          wait_until turn ((2 * i) - 1);
          log := (2 * i) :: !log;
          Atomic.incr turn
        done)
  in
  for i = 1 to rounds do
    wait_until turn (2 * (i - 1));
    log := ((2 * i) - 1) :: !log;
    Atomic.incr turn
  done;
  Domain.join other;
  List.rev !log

exception Done of int

(* A spin lock around what several domains change, with exceptions on the way. *)
let locked = Atomic.make false
let with_lock f =
  while not (Atomic.compare_and_set locked false true) do () done;
  match f () with
  | x -> Atomic.set locked false; x
  | exception e -> Atomic.set locked false; raise e

let sum = ref 0
let add k n =
  for i = 1 to n do
    try with_lock (fun () ->
        let before = !sum in
        let more = List.fold_left ( + ) 0 (List.init 5 (fun _ -> k)) in
        sum := before + more;
        if i mod 3 = 0 then raise (Done i))
    with Done j -> if j <> i then print_endline "another's exception"
  done

(* Effects in one domain while the other spins. *)
type _ Effect.t += Ask : int Effect.t
let with_effects flag =
  let open Effect.Deep in
  let answers = ref 0 in
  try_with
    (fun () ->
      while Atomic.get flag = 0 do answers := !answers + Effect.perform Ask done)
    ()
    { effc = (fun (type a) (e : a Effect.t) ->
        match e with
        | Ask -> Some (fun (k : (a, _) continuation) -> continue k 1)
        | _ -> None) };
  !answers > 0

let () =
  print_endline (String.concat " " (List.map string_of_int (ping_pong 5)));
  let flag = Atomic.make 0 in
  let spin name f =
    Atomic.set flag 0;
    let d = Domain.spawn (fun () -> f flag 1) in
    Atomic.incr flag;
    Printf.printf "%s %s\n" name (if Domain.join d = "" then "nothing" else "came back")
  in
  spin "while" (fun flag n -> wait_until flag n; "x");
  spin "tail calls" even;
  spin "calls" (fun flag n -> string_of_int (count flag n));
  spin "for" (fun flag _ ->
      (try for _ = 1 to max_int do if Atomic.get flag > 0 then raise Exit done with Exit -> ()); "x");
  spin "calls through a reference" (fun flag n ->
      let knot = ref (fun () -> "") in
      knot := (fun () -> if Atomic.get flag >= n then "x" else !knot ());
      !knot ());
  let domains = List.init 3 (fun k -> Domain.spawn (fun () -> add (k + 1) 500)) in
  List.iter Domain.join domains;
  Printf.printf "%d\n" !sum;
  Atomic.set flag 0;
  let d = Domain.spawn (fun () -> with_effects flag) in
  Atomic.incr flag;
  Printf.printf "effects: %b\n" (Domain.join d || true);
  let l = lazy (wait_until flag 2; 7) in
  let d = Domain.spawn (fun () -> Lazy.force l) in
  Atomic.incr flag;
  Printf.printf "%d\n" (Domain.join d)
