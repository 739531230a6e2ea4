(* 5.x only *)
(* with backtraces *)
(* Backtraces and callstacks across the stacks of effects. *)
open Effect
open Effect.Deep

type _ Effect.t += Ask : int -> int t | Stop : unit t

let print title bt = Printf.printf "-- %s\n%s" title (Printexc.raw_backtrace_to_string bt)
let show title = print title (Printexc.get_raw_backtrace ())

let rec work n = if n = 0 then perform (Ask 7) else 1 + work (n - 1)
let rec fail n = if n = 0 then failwith "work" else 1 + fail (n - 1)

let answer f x =
  match_with f x
    { retc = Fun.id; exnc = raise;
      effc = fun (type a) (e : a t) ->
        match e with
        | Ask n -> Some (fun (k : (a, _) continuation) ->
            print "continuation" (get_callstack k 10);
            let r = continue k (n + 1) in
            r)
        | _ -> None }

let refuse f x =
  try_with f x
    { effc = fun (type a) (e : a t) ->
        match e with
        | Ask _ -> Some (fun (k : (a, _) continuation) -> discontinue k Exit)
        | _ -> None }

let nested n = 1 + answer (fun n -> print "inside" (Printexc.get_callstack 20); answer (fun n -> work n + fail n) n) n

let attempt title f x =
  (try Printf.printf "%d\n" (f x) with e -> print_endline (Printexc.to_string e));
  show title

let again () =
  try
    match_with (fun () -> try fail 1 with e -> print_string "within\n"; raise e) ()
      { retc = Fun.id; exnc = (fun e -> Printexc.raise_with_backtrace e (Printexc.get_raw_backtrace ())); effc = (fun _ -> None) }
  with e -> raise e

let () =
  attempt "answered" (answer work) 2;
  attempt "refused" (refuse work) 2;
  attempt "failed" (answer fail) 1;
  attempt "nested" nested 1;
  attempt "through" (fun n -> refuse (fun n -> 1 + answer fail n) n) 1;
  attempt "again" again ();
  attempt "unhandled" (fun () -> perform Stop; 1) ();
  attempt "deep" (fun n -> refuse (fun n -> let rec go n = if n = 0 then work 1 else 1 + go (n - 1) in go n) n) 3;
  ignore (1 + nested 0)
