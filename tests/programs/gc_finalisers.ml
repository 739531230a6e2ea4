(* Finalisers and alarms run by themselves while the program allocates: not only when Gc is called *)
(* whole programs only *)
let allocate_until condition =
  let rounds = ref 0 in
  while (not (condition ())) && !rounds < 1_000_000 do
    incr rounds;
    ignore (Sys.opaque_identity (Array.make 1000 !rounds))
  done

let[@inline never] watch n f = Gc.finalise f (ref n)

let () =
  let seen = ref 0 in
  watch 42 (fun r -> seen := !r);
  allocate_until (fun () -> !seen <> 0);
  Printf.printf "finalised %d\n%!" !seen;
  let last = ref false in
  Gc.finalise_last (fun () -> last := true) (ref 1);
  allocate_until (fun () -> !last);
  Printf.printf "last %b\n" !last;
  watch 1 (fun _ -> raise Exit);
  print_endline (match allocate_until (fun () -> false) with () -> "nothing" | exception Exit -> "raised");
  (* A finaliser that prints, and registers another. *)
  let rounds = ref 0 in
  let rec again r =
    print_endline "again";
    incr rounds;
    if !rounds < 3 then watch (!r + 1) again
  in
  watch 1 again;
  allocate_until (fun () -> !rounds = 3);
  Printf.printf "%d rounds\n" !rounds;
  (* The value is alive again. *)
  let kept = ref [] in
  watch 7 (fun r -> kept := r :: !kept);
  allocate_until (fun () -> !kept <> []);
  List.iter (fun r -> Printf.printf "kept %d\n" !r) !kept;
  let alarms = ref 0 in
  let alarm = Gc.create_alarm (fun () -> incr alarms) in
  allocate_until (fun () -> !alarms >= 2);
  Gc.delete_alarm alarm;
  Printf.printf "%b\n" (!alarms >= 2);
  let alive = ref 3 in
  Gc.finalise (fun _ -> print_endline "too early") alive;
  for i = 1 to 10000 do ignore (Sys.opaque_identity (Bytes.create 1000)) done;
  Printf.printf "%d\n%!" !alive;
  exit (Sys.opaque_identity !alive - 3)
