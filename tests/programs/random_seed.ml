(* Random with fixed seeds: ints, bounds, floats, bools, states, splitting of
   streams by copies, shuffles. Results differ between OCaml 4 and 5. *)

let ints n f = String.concat " " (List.init n (fun _ -> string_of_int (f ())))

let shuffle st a =
  for i = Array.length a - 1 downto 1 do
    let j = Random.State.int st (i + 1) in
    let t = a.(i) in
    a.(i) <- a.(j);
    a.(j) <- t
  done

let () =
  Random.init 42;
  print_endline (ints 10 (fun () -> Random.int 100));
  print_endline (ints 5 (fun () -> Random.int 1000000));
  print_endline (ints 3 (fun () -> Random.bits ()));
  print_endline (ints 12 (fun () -> Bool.to_int (Random.bool ())));
  Printf.printf "%.10f %.10f %.10f\n" (Random.float 1.) (Random.float 100.) (Random.float 0.001);
  Printf.printf "%ld %ld\n" (Random.int32 1000l) (Random.int32 Int32.max_int);
  Printf.printf "%Ld %Ld\n" (Random.int64 1000L) (Random.int64 Int64.max_int);
  Random.init 42;
  print_endline (ints 10 (fun () -> Random.int 100));
  Random.full_init [| 1; 2; 3 |];
  print_endline (ints 10 (fun () -> Random.int 10));
  let a = Random.State.make [| 7 |] in
  let b = Random.State.copy a in
  let first = ints 6 (fun () -> Random.State.int a 50) in
  let second = ints 6 (fun () -> Random.State.int b 50) in
  Printf.printf "%s %B\n" first (first = second);
  let saved = Random.get_state () in
  let x = ints 4 (fun () -> Random.int 1000) in
  Random.set_state saved;
  let y = ints 4 (fun () -> Random.int 1000) in
  Printf.printf "%s %B\n" x (x = y);
  let st = Random.State.make [| 2024; 5 |] in
  let deck = Array.init 20 Fun.id in
  shuffle st deck;
  print_endline (String.concat " " (Array.to_list (Array.map string_of_int deck)));
  let histogram = Array.make 6 0 in
  for _ = 1 to 600 do
    let d = Random.State.int st 6 in
    histogram.(d) <- histogram.(d) + 1
  done;
  print_endline (String.concat " " (Array.to_list (Array.map string_of_int histogram)));
  let inside = ref 0 in
  for _ = 1 to 1000 do
    let x = Random.State.float st 1. and y = Random.State.float st 1. in
    if (x *. x) +. (y *. y) <= 1. then incr inside
  done;
  Printf.printf "%d inside\n" !inside;
  (try ignore (Random.int 0) with Invalid_argument m -> print_endline m);
  (try ignore (Random.int32 0l) with Invalid_argument m -> print_endline m);
  Printf.printf "%B\n" (let c = Random.State.bits st in c >= 0 && c < 0x40000000)
