(* An LRU cache (hash table and doubly linked ring), a leftist heap functor, a
   persistent queue, an event simulation on the heap, a ring buffer. *)

module Lru = struct
  type 'v node = { key : string; mutable value : 'v option; mutable prev : 'v node; mutable next : 'v node }
  type 'v t = { table : (string, 'v node) Hashtbl.t; ring : 'v node; capacity : int; mutable hits : int; mutable misses : int; mutable evicted : string list }

  let create capacity =
    let rec ring = { key = ""; value = None; prev = ring; next = ring } in
    { table = Hashtbl.create 16; ring; capacity; hits = 0; misses = 0; evicted = [] }
  let unlink n = n.prev.next <- n.next; n.next.prev <- n.prev
  let push_front t n = n.next <- t.ring.next; n.prev <- t.ring; t.ring.next.prev <- n; t.ring.next <- n
  let find t k =
    match Hashtbl.find_opt t.table k with
    | Some n -> t.hits <- t.hits + 1; unlink n; push_front t n; n.value
    | None -> t.misses <- t.misses + 1; None
  let add t k v =
    (match Hashtbl.find_opt t.table k with
     | Some n -> unlink n; Hashtbl.remove t.table k
     | None ->
       if Hashtbl.length t.table >= t.capacity then begin
         let last = t.ring.prev in
         unlink last;
         Hashtbl.remove t.table last.key;
         t.evicted <- last.key :: t.evicted
       end);
    let n = { key = k; value = Some v; prev = t.ring; next = t.ring } in
    push_front t n;
    Hashtbl.replace t.table k n
  let keys t = let rec go n acc = if n == t.ring then acc else go n.prev (n.key :: acc) in go t.ring.prev []
  let memo t f k = match find t k with Some v -> v | None -> let v = f k in add t k v; v
end

module type ORDERED = sig type t val compare : t -> t -> int end
module Heap (O : ORDERED) = struct
  type t = E | T of int * O.t * t * t
  let rank = function E -> 0 | T (r, _, _, _) -> r
  let make x a b = if rank a >= rank b then T (rank b + 1, x, a, b) else T (rank a + 1, x, b, a)
  let rec merge a b = match a, b with
    | E, h | h, E -> h
    | T (_, x, l, r), T (_, y, l', r') -> if O.compare x y <= 0 then make x l (merge r b) else make y l' (merge a r')
  let insert x h = merge (T (1, x, E, E)) h
  let pop = function E -> None | T (_, x, l, r) -> Some (x, merge l r)
  let of_list = List.fold_left (fun h x -> insert x h) E
  let rec drain h = match pop h with None -> [] | Some (x, h) -> x :: drain h
end
module Ints = Heap (Int)
module Down = Heap (struct type t = string let compare a b = compare b a end)
module Events = Heap (struct type t = int * string * int let compare (a, s, _) (b, t, _) = compare (a, s) (b, t) end)

module Pqueue = struct
  type 'a t = { front : 'a list; back : 'a list }
  let empty = { front = []; back = [] }
  let check = function { front = []; back } -> { front = List.rev back; back = [] } | q -> q
  let push x q = check { q with back = x :: q.back }
  let pop q = match q.front with [] -> None | x :: front -> Some (x, check { q with front })
end

let simulate limit =
  let log = Buffer.create 64 in
  let rec go time queue =
    match Events.pop queue with
    | None -> ()
    | Some ((t, _, _), _) when t > limit -> Printf.bprintf log "stop at %d" time
    | Some ((t, name, period), queue) ->
      Printf.bprintf log "%d:%s " t name;
      go t (if period > 0 then Events.insert (t + period, name, period) queue else queue)
  in
  go 0 (Events.of_list [(0, "tick", 5); (2, "poll", 7); (9, "once", 0); (3, "fast", 4)]);
  Buffer.contents log

let () =
  let c = Lru.create 3 in
  List.iter (fun k -> Printf.printf "%d " (Lru.memo c String.length k)) ["a"; "bb"; "ccc"; "a"; "dddd"; "bb"; "a"; "ccc"; "ccc"];
  Printf.printf "\nkeys %s evicted %s hits %d misses %d\n" (String.concat "," (Lru.keys c)) (String.concat "," (List.rev c.evicted)) c.hits c.misses;
  Lru.add c "a" 100;
  Printf.printf "%s %s\n" (match Lru.find c "a" with Some n -> string_of_int n | None -> "none") (String.concat "," (Lru.keys c));
  let l = List.init 200 (fun i -> (i * 7919) mod 211) in
  Printf.printf "%B %d\n" (Ints.drain (Ints.of_list l) = List.sort compare l) (Ints.rank (Ints.of_list l));
  print_endline (String.concat " " (Down.drain (Down.of_list ["pear"; "fig"; "apple"; "plum"])));
  print_endline (simulate 25);
  let q = List.fold_left (fun q x -> Pqueue.push x q) Pqueue.empty [1; 2; 3] in
  let rec drain q = match Pqueue.pop q with None -> [] | Some (x, q) -> x :: drain (if x < 20 then Pqueue.push (x * 10) q else q) in
  List.iter (Printf.printf "%d ") (drain q);
  List.iter (Printf.printf "%d ") (drain q);
  print_newline ();
  let big = Lru.create 50 in
  let total = ref 0 in
  for i = 0 to 2999 do total := !total + Lru.memo big int_of_string (string_of_int ((i * i) mod 97)) done;
  Printf.printf "%d %d %d %d\n" !total big.hits big.misses (List.length (Lru.keys big))
