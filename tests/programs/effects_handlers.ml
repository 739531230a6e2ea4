(* 5.x only: deep and shallow handlers, on stacks of every shape *)
open Effect

type _ Effect.t += Ask : string -> int Effect.t | Tell : int -> unit Effect.t | Skip : unit Effect.t | Never : int Effect.t

let show fmt = Printf.printf (fmt ^^ "\n")

let answering f =
  Deep.match_with f ()
    {
      retc = (fun v -> "value " ^ string_of_int v);
      exnc = (fun e -> "exception " ^ Printexc.to_string e);
      effc =
        (fun (type a) (e : a Effect.t) ->
          match e with
          | Ask q -> Some (fun (k : (a, _) Deep.continuation) -> Deep.continue k (String.length q))
          | Skip -> Some (fun k -> Deep.discontinue k Exit)
          | _ -> None);
    }

let collecting f =
  let told = ref [] in
  let result =
    Deep.try_with f ()
      {
        effc =
          (fun (type a) (e : a Effect.t) ->
            match e with
            | Tell n ->
                Some
                  (fun (k : (a, _) Deep.continuation) ->
                    told := n :: !told;
                    Deep.continue k ())
            | _ -> None);
      }
  in
  (result, List.rev !told)

let basics () =
  show "%s" (answering (fun () -> perform (Ask "four") + perform (Ask "seventeen")));
  show "%s" (answering (fun () -> failwith "no"));
  show "%s" (answering (fun () -> perform Skip; 1));
  show "%s" (answering (fun () -> try perform Skip; 1 with Exit -> 2));
  show "%s" (answering (fun () -> Fun.protect ~finally:(fun () -> print_string "finally ") (fun () -> perform Skip; 3)));
  show "%s" (match perform Never with n -> string_of_int n | exception Unhandled Never -> "unhandled")

(* An effect that goes past handlers which don't know it. *)
let nested () =
  let result, told =
    collecting (fun () ->
        answering (fun () ->
            perform (Tell 1);
            let a = perform (Ask "abc") in
            let inner, told = collecting (fun () -> perform (Tell 10); perform (Ask "defg")) in
            perform (Tell (List.length told));
            (try perform (Tell a); raise Not_found with Not_found -> perform (Tell 99));
            a + inner))
  in
  show "%s [%s]" result (String.concat ";" (List.map string_of_int told));
  let result, told = collecting (fun () -> answering (fun () -> perform Never)) in
  show "%s %d" result (List.length told)

(* Effects from callbacks of the library, and from deep recursion. *)
let through_callbacks () =
  let (), told =
    collecting (fun () ->
        List.iter (fun n -> perform (Tell n)) [ 1; 2; 3 ];
        Array.iteri (fun i n -> perform (Tell (i * n))) [| 5; 6 |];
        let table = Hashtbl.create 3 in
        Hashtbl.add table "k" 7;
        Hashtbl.iter (fun _ n -> perform (Tell n)) table;
        ignore (List.sort (fun a b -> perform (Tell a); compare a b) [ 2; 1 ]);
        Printf.printf "%t\n" (fun _ -> perform (Tell 42)))
  in
  show "%s" (String.concat ";" (List.map string_of_int told));
  let rec deep n = if n = 0 then perform (Ask "bottom") else 1 + deep (n - 1) in
  show "%s" (answering (fun () -> deep 100_000));
  let rec tries n = if n = 0 then perform (Ask "tries") else try 1 + tries (n - 1) with Not_found -> 0 in
  show "%s" (answering (fun () -> tries 5_000));
  let rec fibers n = if n = 0 then "end" else answering (fun () -> String.length (fibers (n - 1))) in
  show "%s" (fibers 3_000)

let generator iter =
  let open Shallow in
  let module G = struct type _ Effect.t += Yield : int -> unit Effect.t end in
  let next = ref (fiber (fun () -> iter (fun n -> perform (G.Yield n)))) in
  fun () ->
    continue_with !next ()
      {
        retc = (fun () -> None);
        exnc = raise;
        effc =
          (fun (type a) (e : a Effect.t) ->
            match e with
            | G.Yield n ->
                Some
                  (fun (k : (a, _) continuation) ->
                    next := k;
                    Some n)
            | _ -> None);
      }

let shallow () =
  let next = generator (fun f -> List.iter f [ 10; 20; 30 ]) in
  let rec drain () =
    match next () with
    | Some n -> show "%d" n; drain ()
    | None -> show "drained"
  in
  drain ()

(* A continuation is good for one time, whoever keeps it. *)
let one_shot () =
  let kept : (int -> int) option ref = ref None in
  let first =
    Deep.match_with (fun () -> perform (Ask "x") * 10) ()
      {
        retc = Fun.id;
        exnc = raise;
        effc =
          (fun (type a) (e : a Effect.t) ->
            match e with
            | Ask _ ->
                Some
                  (fun (k : (a, int) Deep.continuation) ->
                    kept := Some (fun n -> Deep.continue k n);
                    Deep.continue k 4)
            | _ -> None);
      }
  in
  show "%d" first;
  match !kept with
  | Some again -> (match again 5 with n -> show "%d" n | exception Continuation_already_resumed -> show "already resumed")
  | None -> ()

(* Threads in turn: continuations in a queue. *)
let scheduler () =
  let module S = struct type _ Effect.t += Fork : (unit -> unit) -> unit Effect.t | Yield : unit Effect.t end in
  let queue = Queue.create () in
  let next () = match Queue.take_opt queue with Some run -> run () | None -> () in
  let rec spawn f =
    Deep.match_with f ()
      {
        retc = next;
        exnc = (fun e -> show "died: %s" (Printexc.to_string e); next ());
        effc =
          (fun (type a) (e : a Effect.t) ->
            match e with
            | S.Yield -> Some (fun (k : (a, unit) Deep.continuation) -> Queue.push (fun () -> Deep.continue k ()) queue; next ())
            | S.Fork g -> Some (fun (k : (a, unit) Deep.continuation) -> Queue.push (fun () -> Deep.continue k ()) queue; spawn g)
            | _ -> None);
      }
  in
  spawn (fun () ->
      for thread = 1 to 3 do
        perform
          (S.Fork
             (fun () ->
               for turn = 1 to 3 do
                 show "thread %d turn %d" thread turn;
                 (try perform S.Yield with _ -> ());
                 if thread = 2 && turn = 2 then failwith "tired"
               done))
      done);
  let count = ref 0 in
  spawn (fun () ->
      for _ = 1 to 5 do
        perform (S.Fork (fun () -> for _ = 1 to 2_000 do incr count; perform S.Yield done))
      done);
  show "%d" !count

let () =
  basics ();
  nested ();
  through_callbacks ();
  shallow ();
  one_shot ();
  scheduler ()
