(* [i] is in the set when [stamps.(i) = now]. *)
type t = { mutable stamps : int array; mutable now : int }

let create () = { stamps = [||]; now = 1 }
let clear set = set.now <- set.now + 1
let mem set i = i < Array.length set.stamps && set.stamps.(i) = set.now

let grow set i =
  let old = set.stamps in
  let doubled = 2 * Array.length old in
  set.stamps <- Array.make (if doubled > i then doubled else i + 64) 0;
  Array.blit old 0 set.stamps 0 (Array.length old)

let add set i =
  if i >= Array.length set.stamps then grow set i;
  let fresh = set.stamps.(i) <> set.now in
  if fresh then set.stamps.(i) <- set.now;
  fresh

let remove set i = if mem set i then set.stamps.(i) <- 0
