(* References of the main code that closures made in its loops use, inside and
   outside of handlers, directly and through other closures. *)
let () =
  let r = ref 0 and s = ref 0 in
  for i = 1 to 10 do
    Fun.protect ~finally:(fun () -> incr r) (fun () -> try if i mod 3 = 0 then raise Exit with Exit -> decr r)
  done;
  for i = 1 to 10 do
    let add n = s := !s + n * i in
    List.iter (fun n -> try add (if n = i then raise Not_found else n) with Not_found -> incr s; decr r) [1; 2; 3]
  done;
  Printf.printf "%d %d\n" !r !s

let total = ref 0
let log = ref []
let note s = log := s :: !log
let each n f = for i = 1 to n do f i done
let run name f = match f () with
  | v -> note name; v
  | exception Not_found -> note (name ^ " not found"); -1
let count = run "count" (fun () -> each 5 (fun i -> total := !total + i); !total)
let guarded = run "guarded" (fun () -> try each 3 (fun i -> if i = 3 then raise Exit); 0 with Exit -> total := !total * 2; !total)
let missing = run "missing" (fun () -> List.assoc !total [1, 2])
let () =
  Printf.printf "%d %d %d %d\n" count guarded missing !total;
  print_endline (String.concat ", " (List.rev !log))
