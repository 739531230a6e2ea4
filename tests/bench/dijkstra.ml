(* shortest paths three ways: a binary heap in an array, a leftist heap of a functor, a Set as a queue *)
type graph = { size : int; edges : (int * int) list array }

let graph size degree =
  let seed = ref 3 in
  let random n = seed := ((!seed * 25173) + 13849) land 0xFFFF; (!seed lsr 2) mod n in
  let edges = Array.make size [] in
  for from = 0 to size - 1 do
    edges.(from) <- [ ((from + 1) mod size, 50 + random 50) ];
    for _ = 2 to degree do
      edges.(from) <- (random size, 1 + random 100) :: edges.(from)
    done
  done;
  { size; edges }

module type QUEUE = sig
  type t
  val create : unit -> t
  val add : t -> int -> int -> unit
  val take : t -> (int * int) option
end

module Binary : QUEUE = struct
  type t = { mutable items : (int * int) array; mutable length : int }

  let create () = { items = Array.make 16 (0, 0); length = 0 }
  let before (a, _) (b, _) = (a : int) < b

  let add t priority value =
    if t.length = Array.length t.items then t.items <- Array.append t.items (Array.make t.length (0, 0));
    let item = (priority, value) in
    let rec up i =
      let parent = (i - 1) / 2 in
      if i > 0 && before item t.items.(parent) then begin
        t.items.(i) <- t.items.(parent);
        up parent
      end
      else t.items.(i) <- item
    in
    t.length <- t.length + 1;
    up (t.length - 1)

  let take t =
    if t.length = 0 then None
    else begin
      let least = t.items.(0) in
      t.length <- t.length - 1;
      let item = t.items.(t.length) in
      let rec down i =
        let child = (2 * i) + 1 in
        if child >= t.length then t.items.(i) <- item
        else begin
          let child = if child + 1 < t.length && before t.items.(child + 1) t.items.(child) then child + 1 else child in
          if before t.items.(child) item then begin
            t.items.(i) <- t.items.(child);
            down child
          end
          else t.items.(i) <- item
        end
      in
      down 0;
      Some least
    end
end

module type ORDERED = sig
  type t
  val compare : t -> t -> int
end

module Heap (Item : ORDERED) = struct
  type t = Leaf | Node of { rank : int; item : Item.t; left : t; right : t }

  let rank = function Leaf -> 0 | Node { rank; _ } -> rank

  let node item a b =
    if rank a >= rank b then Node { rank = rank b + 1; item; left = a; right = b }
    else Node { rank = rank a + 1; item; left = b; right = a }

  let rec merge a b =
    match (a, b) with
    | Leaf, heap | heap, Leaf -> heap
    | Node x, Node y ->
      if Item.compare x.item y.item <= 0 then node x.item x.left (merge x.right b) else node y.item y.left (merge a y.right)

  let add item heap = merge (Node { rank = 1; item; left = Leaf; right = Leaf }) heap
  let take = function Leaf -> None | Node { item; left; right; _ } -> Some (item, merge left right)
end

module Entry = struct
  type t = int * int
  let compare (a, i) (b, j) = match Int.compare a b with 0 -> Int.compare i j | order -> order
end

module Leftist : QUEUE = struct
  module H = Heap (Entry)
  type t = H.t ref
  let create () = ref H.Leaf
  let add t priority value = t := H.add (priority, value) !t
  let take t = match H.take !t with None -> None | Some (least, rest) -> t := rest; Some least
end

module Sorted : QUEUE = struct
  module S = Set.Make (Entry)
  type t = S.t ref
  let create () = ref S.empty
  let add t priority value = t := S.add (priority, value) !t
  let take t =
    match S.min_elt_opt !t with
    | None -> None
    | Some least -> t := S.remove least !t; Some least
end

let unreached = 0x3FFFFFFF

module Paths (Queue : QUEUE) = struct
  let run { size; edges } start =
    let distance = Array.make size unreached and before = Array.make size (-1) in
    let queue = Queue.create () in
    distance.(start) <- 0;
    Queue.add queue 0 start;
    let rec loop settled =
      match Queue.take queue with
      | None -> settled
      | Some (d, from) when d > distance.(from) -> loop settled
      | Some (d, from) ->
        List.iter
          (fun (target, length) ->
            let longer = d + length in
            if longer < distance.(target) then begin
              distance.(target) <- longer;
              before.(target) <- from;
              Queue.add queue longer target
            end)
          edges.(from);
        loop (settled + 1)
    in
    let settled = loop 0 in
    let rec hops node = if node = start then 0 else 1 + hops before.(node) in
    Printf.printf "%d %d %d %d\n" settled
      (Array.fold_left (fun h d -> ((h * 31) + d) land 0xFFFFFF) 7 distance)
      (Array.fold_left max 0 distance)
      (Array.fold_left max 0 (Array.init size hops))
end

module A = Paths (Binary)
module B = Paths (Leftist)
module C = Paths (Sorted)

let () =
  let g = graph 16_000 5 in
  A.run g 0; A.run g 1; B.run g 0; B.run g 1; C.run g 0; C.run g 1
