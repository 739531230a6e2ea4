(* The same with effects: fibers that end, and some that are never continued. *)
open Effect
open Effect.Deep

type _ Effect.t += Ask : int -> int Effect.t

let () =
  let ask () = List.fold_left (fun sum i -> sum + perform (Ask i)) 0 [ 1; 2; 3 ] in
  let answered =
    match_with ask ()
      { retc = Fun.id; exnc = raise;
        effc = (fun (type a) (e : a Effect.t) -> match e with
          | Ask i -> Some (fun (k : (a, _) continuation) -> continue k (10 * i)) | _ -> None) } in
  let left =
    match_with ask ()
      { retc = Fun.id; exnc = raise;
        effc = (fun (type a) (e : a Effect.t) -> match e with Ask i -> Some (fun (_ : (a, _) continuation) -> -i) | _ -> None) } in
  Printf.printf "%d %d\n" answered left;
  let domain = Domain.spawn (fun () -> Atomic.get (Atomic.make 3)) in
  Printf.printf "%d\n" (Domain.join domain)
