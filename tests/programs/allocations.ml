(* What is allocated, and what a profile of allocations sees. *)

type point = { mutable x : int; mutable y : int }
type shape = Dot of point | Pair of shape * shape

let[@inline never] words title f =
  let before = Gc.minor_words () in
  ignore (Sys.opaque_identity (f ()));
  let words = int_of_float (Gc.minor_words () -. before) in
  (title, words)

let rec numbers n = if n = 0 then [] else n :: numbers (n - 1)
let made = ref []
let increment x = x + 1
let[@inline never] close n = made := [fun x -> x + n]; n
(* Variables that a `try` assigns are no blocks. *)
let[@inline never] assigns n = let x = ref n and y = ref 1 in (try x := int_of_string "7"; y := !x + n with Failure _ -> y := 0); !x + !y
let rec make n = if n = 0 then Dot { x = n; y = n } else Pair (make (n - 1), Dot { x = n; y = 1 })

let () =
  let nothing = snd (words "nothing" (fun () -> 0)) in
  List.iter (fun (title, words) -> Printf.printf "%s %d\n" title (words - nothing)) [
    words "ref" (fun () -> ignore (Sys.opaque_identity (ref 1)); 0);
    words "tuple" (fun () -> (1, nothing, 3));
    words "record" (fun () -> { x = nothing; y = 2 });
    words "list" (fun () -> numbers 10);
    words "map" (fun () -> List.map increment (Sys.opaque_identity [1; 2; 3]));
    words "variants" (fun () -> make 5);
    words "array" (fun () -> Array.make 20 nothing);
    words "sub" (fun () -> Array.sub [|1; 2; 3; 4|] 1 2);
    words "append" (fun () -> Array.append [|1; 2; 3; 4|] [|nothing|]);
    words "bytes" (fun () -> Bytes.create 20);
    words "empty" (fun () -> Array.make 0 nothing);
    words "closure" (fun () -> close 5);
    words "loop" (fun () -> for i = 1 to 100 do ignore (Sys.opaque_identity { x = i; y = i }) done; 0);
    words "try" (fun () -> assigns 5);
    words "large" (fun () -> Array.make 1000 nothing);
  ]

let major_words f =
  let _, _, before = Gc.counters () in
  ignore (Sys.opaque_identity (f ()));
  let _, _, after = Gc.counters () in
  int_of_float (after -. before)

let () = Printf.printf "major %b\n" (major_words (fun () -> Array.make 1000 1) >= 1001)

(* Every word is a sample. *)

let allocated = ref [] and promoted = ref 0 and gone = ref 0 and gone_old = ref 0

let tracker : (int, int) Gc.Memprof.tracker = {
  alloc_minor = (fun info -> allocated := (info.size, info.n_samples, "minor") :: !allocated; Some info.size);
  alloc_major = (fun info -> allocated := (info.size, info.n_samples, "major") :: !allocated; Some info.size);
  promote = (fun size -> incr promoted; Some size);
  dealloc_minor = (fun _ -> incr gone);
  dealloc_major = (fun _ -> incr gone_old);
}

let kept = ref []

let[@inline never] work n =
  kept := [(n, n)];
  ignore (Sys.opaque_identity (n, n, n));
  ignore (Sys.opaque_identity (Array.make 500 n));
  ignore (Sys.opaque_identity (List.map increment [n; n]))

let () =
  ignore (Gc.Memprof.start ~callstack_size:5 ~sampling_rate:1. tracker);
  work 3;
  let before = !allocated in
  Gc.minor ();
  Gc.full_major ();
  let a = !promoted and b = !gone and c = !gone_old in
  kept := [];
  Gc.full_major ();
  Gc.Memprof.stop ();
  Printf.printf "promoted %d, gone %d and %d, then %d, %d, %d\n" a b c !promoted !gone !gone_old;
  List.iter (fun (size, samples, heap) -> Printf.printf "%s %d: %d\n" heap size samples)
    (List.sort compare before)

exception Too_large of int

let () =
  let tracker = { Gc.Memprof.null_tracker with alloc_major = (fun info -> raise (Too_large info.size)) } in
  ignore (Gc.Memprof.start ~sampling_rate:1. tracker);
  (try ignore (Sys.opaque_identity (Array.make 300 0)) with Too_large n -> Printf.printf "too large: %d\n" n);
  (try ignore (Gc.Memprof.start ~sampling_rate:1. tracker) with Failure s -> print_endline s);
  Gc.Memprof.stop ();
  (try Gc.Memprof.stop () with Failure s -> print_endline s);
  List.iter (fun sampling_rate ->
      try ignore (Gc.Memprof.start ~sampling_rate tracker) with Invalid_argument s -> print_endline s)
    [-0.1; 1.1; nan]

(* Each word with a probability of 0.1: 100,000 of a million, give or take six standard deviations. *)
let () =
  let samples = ref 0 in
  let tracker = { Gc.Memprof.null_tracker with alloc_minor = (fun info -> samples := !samples + info.n_samples; None) } in
  ignore (Gc.Memprof.start ~sampling_rate:0.1 tracker);
  for i = 1 to 250_000 do ignore (Sys.opaque_identity { x = i; y = i }) done;
  let small = !samples in
  Gc.Memprof.stop ();
  Printf.printf "%b\n" (abs (small - 75_000) < 1600);
  ignore (Gc.Memprof.start ~sampling_rate:0. tracker);
  work 1;
  Gc.Memprof.stop ();
  Printf.printf "%b\n" (!samples = small)
