(* exit 3 from deep inside: nothing after it runs, handlers of Stdlib.Exit
   don't catch it, buffered output is flushed. *)

let rec dive n = if n = 0 then exit 3 else 1 + dive (n - 1)

let () =
  print_string "no newline yet";
  (try raise Exit with Exit -> print_endline "; Exit is another thing");
  let l = List.map (fun x -> x * x) [1; 2; 3] in
  List.iter (Printf.printf "%d\n") l;
  print_string "last words, unflushed";
  let r = try dive 10 with Stdlib.Exit -> -1 in
  Printf.printf "never %d\n" r

let () = print_endline "never"
