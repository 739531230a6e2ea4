(* Closures made inside loops capture a fresh variable per iteration; refs
   declared outside are shared by all of them. *)

let () =
  let fs = Array.make 5 (fun () -> 0) in
  for i = 0 to 4 do fs.(i) <- (fun () -> i * i) done;
  Array.iter (fun f -> Printf.printf "%d " (f ())) fs;
  print_newline ();
  let gs = ref [] in
  for i = 3 downto 1 do
    let local = ref (i * 10) in
    gs := (fun d -> local := !local + d; !local) :: !gs
  done;
  List.iter (fun g -> Printf.printf "%d " (g 1)) !gs;
  List.iter (fun g -> Printf.printf "%d " (g 5)) !gs;
  print_newline ();
  let shared = ref 0 and hs = ref [] in
  let i = ref 0 in
  while !i < 4 do
    let j = !i in
    hs := (fun () -> shared := !shared + j; (!i, j, !shared)) :: !hs;
    incr i
  done;
  List.iter (fun h -> let a, b, c = h () in Printf.printf "(%d,%d,%d)" a b c) !hs;
  print_newline ();
  (* Nested loops: the inner closure captures both variables and a row. *)
  let table =
    Array.init 3 (fun a ->
        let row = Array.make 3 (fun _ -> "") in
        for b = 0 to 2 do
          row.(b) <- (fun sep -> string_of_int a ^ sep ^ string_of_int b)
        done;
        row) in
  Array.iter (fun row -> Array.iter (fun f -> Printf.printf "%s " (f ":")) row) table;
  print_newline ();
  (* A closure chain: each one captures its predecessor. *)
  let chain = ref (fun x -> x) in
  for k = 1 to 10 do
    let prev = !chain in
    chain := (fun x -> prev (if x land 1 = k land 1 then x + k else x * 2))
  done;
  Printf.printf "chain %d %d\n" (!chain 1) (!chain 2);
  (* Recursive closures created per iteration. *)
  let sums = List.init 5 (fun n ->
      let rec sum k = if k = 0 then n else k + sum (k - 1) in
      sum) in
  List.iter (fun s -> Printf.printf "%d " (s 10)) sums;
  print_newline ();
  (* A ref that only closures touch, and one that a loop also reads. *)
  let make () =
    let hits = ref 0 in
    let total = ref 0 in
    for k = 1 to 5 do
      let bump = fun () -> incr hits; total := !total + k in
      bump ();
      if !hits mod 2 = 0 then bump ()
    done;
    (!hits, !total) in
  let hits, total = make () in
  Printf.printf "hits %d total %d\n" hits total;
  (* The captured variable is rebound, not changed, by shadowing. *)
  let x = 1 in
  let f () = x in
  let x = x + 1 in
  let g () = x * 10 in
  let x = string_of_int x in
  Printf.printf "%d %d %s\n" (f ()) (g ()) x;
  (* Timers: run closures in the order of their due time. *)
  let due = ref [] in
  for k = 1 to 6 do
    let at = (k * 37) mod 11 in
    due := (at, fun () -> Printf.printf "[%d@%d]" k at) :: !due
  done;
  List.iter (fun (_, f) -> f ()) (List.sort (fun (a, _) (b, _) -> compare a b) !due);
  print_newline ()
