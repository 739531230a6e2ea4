(* 5.x only: domains that wait for each other, by mutexes, conditions, semaphores and spinning *)

let show fmt = Printf.printf (fmt ^^ "\n")

(* A bounded buffer between two producers and two consumers. *)
let bounded () =
  let mutex = Mutex.create () and not_full = Condition.create () and not_empty = Condition.create () in
  let queue = Queue.create () and limit = 3 in
  let put n =
    Mutex.lock mutex;
    while Queue.length queue >= limit do Condition.wait not_full mutex done;
    Queue.push n queue;
    Condition.signal not_empty;
    Mutex.unlock mutex
  and take () =
    Mutex.lock mutex;
    while Queue.is_empty queue do Condition.wait not_empty mutex done;
    let n = Queue.pop queue in
    Condition.signal not_full;
    Mutex.unlock mutex;
    n
  in
  let producer first () = for i = first to first + 19 do put i done in
  let consumer () = List.fold_left ( + ) 0 (List.init 20 (fun _ -> take ())) in
  let consumers = List.init 2 (fun _ -> Domain.spawn consumer) in
  let producers = List.init 2 (fun i -> Domain.spawn (producer (100 * i))) in
  List.iter Domain.join producers;
  show "%d" (List.fold_left (fun sum d -> sum + Domain.join d) 0 consumers)

let spinning () =
  let flag = Atomic.make 0 in
  let waiter = Domain.spawn (fun () -> while Atomic.get flag = 0 do Domain.cpu_relax () done; Atomic.get flag * 2) in
  Atomic.set flag 21;
  show "%d" (Domain.join waiter)

let ping_pong () =
  let a = Semaphore.Binary.make true and b = Semaphore.Binary.make false in
  let turns mine other name () =
    for i = 1 to 3 do
      Semaphore.Binary.acquire mine;
      show "%s %d" name i;
      Semaphore.Binary.release other
    done
  in
  let one = Domain.spawn (turns a b "ping") in
  let two = Domain.spawn (turns b a "pong") in
  Domain.join one;
  Domain.join two

let local_state () =
  let key = Domain.DLS.new_key ~split_from_parent:(fun n -> n + 1) (fun () -> 10) in
  Domain.DLS.set key 20;
  let inner () = Domain.at_exit (fun () -> show "leaving"); Domain.DLS.get key in
  let d = Domain.spawn inner in
  show "%d %d" (Domain.join d) (Domain.DLS.get key)

let failing () =
  let d = Domain.spawn (fun () -> Mutex.unlock (Mutex.create ())) in
  (match Domain.join d with () -> show "no" | exception Sys_error message -> show "%s" message);
  let d = Domain.spawn (fun () -> raise Not_found) in
  match Domain.join d with () -> show "no" | exception Not_found -> show "not found"

(* Handlers of effects in a domain, which gives way within them. *)
type _ Effect.t += Wait : int -> int Effect.t

let effects () =
  let d =
    Domain.spawn (fun () ->
        Effect.Deep.try_with
          (fun () -> Effect.perform (Wait 1) + Effect.perform (Wait 2))
          ()
          {
            effc =
              (fun (type a) (e : a Effect.t) ->
                match e with
                | Wait n ->
                    Some
                      (fun (k : (a, _) Effect.Deep.continuation) ->
                        Domain.cpu_relax ();
                        Effect.Deep.continue k (n * 100))
                | _ -> None);
          })
  in
  show "%d" (Domain.join d)

let () =
  bounded ();
  spinning ();
  ping_pong ();
  local_state ();
  failing ();
  effects ()
