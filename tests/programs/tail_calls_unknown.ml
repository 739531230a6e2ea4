(* Tail calls to functions that are known at run time only: from arguments,
   refs, records, methods, partial applications and over-applications. *)

let trampoline_free n =
  let rec go f k = if k = 0 then f k else f (k - 1)
  and step k = if k = 0 then "landed" else go step k in
  go step n

let through_ref n =
  let f = ref (fun _ _ -> 0) in
  f := (fun n acc -> if n = 0 then acc else !f (n - 1) (acc lxor n));
  !f n 0

let apply f x = f x
let rec via_apply n = if n = 0 then "applied" else apply via_apply (n - 1)

(* Continuations: each is called in tail position, the chain is consumed. *)
let rec iterate n k = if n = 0 then k 0 else iterate (n - 1) (fun r -> k ((r + n) land 0xFFFF))

(* Over-application in tail position: the result of the call is called. *)
let rec over n acc = if n = 0 then (fun z -> acc + z) else next n (n - 1) acc
and next n = if n land 1 = 0 then over else fun m acc -> over m (acc + 1)

let rec over2 n = fun acc -> if n = 0 then acc else over2 (n - 1) (acc + 1)

(* Partial applications called in tail position. *)
let rec partial n acc = if n = 0 then acc else (let f = partial (n - 1) in f ((acc + 3) land 1023))

type node = { go : node -> int -> int; mutable hits : int }

let ping = { go = (fun self n -> self.hits <- self.hits + 1; if n = 0 then self.hits else self.go self (n - 1)); hits = 0 }

class counter = object (self)
  val mutable n = 0
  method run k = n <- n + 1; if k = 0 then n else self#run (k - 1)
end

(* A virtual machine by closures: each instruction calls the next one. *)
let compile_loop limit =
  let acc = ref 0 in
  let rec add i = acc := (!acc + i) land 0xFFFFF; test i
  and test i = if i >= limit then finish () else dispatch.(i land 1) (i + 1)
  and double i = acc := (!acc * 2) land 0xFFFFF; test i
  and finish () = !acc
  and dispatch = [| (fun i -> add i); (fun i -> double i) |] in
  dispatch.(0) 0

let rec seven a b c d e f n = if n = 0 then a + b + c + d + e + f else (Sys.opaque_identity seven) b c d e f a (n - 1)

let () =
  Printf.printf "%s\n" (trampoline_free 300_000);
  Printf.printf "%d\n" (through_ref 300_000);
  Printf.printf "%s\n" (via_apply 200_000);
  Printf.printf "%d\n" (iterate 50_000 (fun r -> r));
  Printf.printf "%d\n" (over 100_000 0 5);
  Printf.printf "%d\n" (over2 100_000 7);
  Printf.printf "%d\n" (partial 100_000 0);
  Printf.printf "%d\n" (ping.go ping 100_000);
  Printf.printf "%d\n" ((new counter)#run 100_000);
  Printf.printf "%d\n" (compile_loop 100_000);
  Printf.printf "%d\n" (seven 1 2 3 4 5 6 100_000)
