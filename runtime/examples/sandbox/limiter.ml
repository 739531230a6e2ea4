(* A token bucket for each key: [burst] requests at once, [rate] a second after that. *)
type bucket = { mutable tokens : float; mutable seen : float }

let buckets : (string, bucket) Hashtbl.t = Hashtbl.create 64

let allow key ~rate ~burst ~now =
  let bucket =
    match Hashtbl.find_opt buckets key with
    | Some bucket -> bucket
    | None ->
        let bucket = { tokens = burst; seen = now } in
        Hashtbl.add buckets key bucket;
        bucket
  in
  bucket.tokens <- Float.min burst (bucket.tokens +. ((now -. bucket.seen) *. rate));
  bucket.seen <- now;
  let allowed = bucket.tokens >= 1. in
  if allowed then bucket.tokens <- bucket.tokens -. 1.;
  allowed

let () =
  let signature = Lua.(string @-> float @-> float @-> float @-> returning bool) in
  Lua.export "allow" (Lua.make signature (fun key rate burst now -> allow key ~rate ~burst ~now));
  print_endline "the limiter is there"
