(* LZ77 with hash chains, then Huffman codes: Bytes, bits, a heap of trees, and all of it back *)
module Bits = struct
  type writer = { out : Buffer.t; mutable pending : int; mutable count : int }

  let writer () = { out = Buffer.create 4096; pending = 0; count = 0 }

  let put w value width =
    for i = width - 1 downto 0 do
      w.pending <- (w.pending lsl 1) lor ((value lsr i) land 1);
      w.count <- w.count + 1;
      if w.count = 8 then begin
        Buffer.add_char w.out (Char.chr w.pending);
        w.pending <- 0;
        w.count <- 0
      end
    done

  let finish w =
    while w.count <> 0 do put w 0 1 done;
    Buffer.to_bytes w.out

  type reader = { data : bytes; mutable at : int }

  let reader data = { data; at = 0 }

  let bit r =
    let byte = Char.code (Bytes.get r.data (r.at lsr 3)) in
    let bit = (byte lsr (7 - (r.at land 7))) land 1 in
    r.at <- r.at + 1;
    bit

  let get r width =
    let value = ref 0 in
    for _ = 1 to width do value := (!value lsl 1) lor bit r done;
    !value
end

type item = Literal of char | Copy of { distance : int; length : int }

let window = 4096
let shortest = 3
let longest = 66
let chain = 16

let hash data i =
  let byte k = Char.code (Bytes.unsafe_get data (i + k)) in
  ((byte 0 * 506) lxor (byte 1 * 23) lxor byte 2) land 0xFFF

let match_length data i j =
  let limit = min longest (Bytes.length data - j) in
  let rec loop n = if n < limit && Bytes.get data (i + n) = Bytes.get data (j + n) then loop (n + 1) else n in
  loop 0

let items_of data =
  let size = Bytes.length data in
  let head = Array.make 4096 (-1) and previous = Array.make size (-1) in
  let remember i =
    if i + shortest <= size then begin
      let h = hash data i in
      previous.(i) <- head.(h);
      head.(h) <- i
    end
  in
  let rec best i candidate tries (length, distance) =
    if candidate < 0 || tries = 0 || i - candidate > window then (length, distance)
    else
      let n = match_length data candidate i in
      best i previous.(candidate) (tries - 1) (if n > length then (n, i - candidate) else (length, distance))
  in
  let rec loop i items =
    if i >= size then List.rev items
    else
      let length, distance = if i + shortest <= size then best i head.(hash data i) chain (0, 0) else (0, 0) in
      if length >= shortest then begin
        for k = i to i + length - 1 do remember k done;
        loop (i + length) (Copy { distance; length } :: items)
      end
      else begin
        remember i;
        loop (i + 1) (Literal (Bytes.get data i) :: items)
      end
  in
  loop 0 []

type tree = Leaf of int | Node of tree * tree

module Queue_of_trees = Set.Make (struct
    type t = int * int * tree
    let compare (a, i, _) (b, j, _) = if a <> b then compare a b else compare i j
  end)

(* 0 to 255 are characters, above that the lengths of copies, the last one is the end. *)
let end_symbol = 256 + longest - shortest + 1

let symbol = function Literal c -> Char.code c | Copy { length; _ } -> 256 + length - shortest

let tree_of counts =
  let queue = ref Queue_of_trees.empty and next = ref 1000 in
  Array.iteri (fun i n -> if n > 0 then queue := Queue_of_trees.add (n, i, Leaf i) !queue) counts;
  let pop () =
    let (_, _, tree) as least = Queue_of_trees.min_elt !queue in
    queue := Queue_of_trees.remove least !queue;
    let n, _, _ = least in
    (n, tree)
  in
  while Queue_of_trees.cardinal !queue > 1 do
    let m, a = pop () in
    let n, b = pop () in
    incr next;
    queue := Queue_of_trees.add (m + n, !next, Node (a, b)) !queue
  done;
  snd (pop ())

let codes_of tree =
  let codes = Array.make (end_symbol + 1) (0, 0) in
  let rec walk code width = function
    | Leaf i -> codes.(i) <- (code, width)
    | Node (a, b) -> walk (code lsl 1) (width + 1) a; walk ((code lsl 1) lor 1) (width + 1) b
  in
  walk 0 0 tree;
  codes

let rec write_tree w = function
  | Leaf i -> Bits.put w 1 1; Bits.put w i 9
  | Node (a, b) -> Bits.put w 0 1; write_tree w a; write_tree w b

let rec read_tree r =
  if Bits.bit r = 1 then Leaf (Bits.get r 9)
  else
    let a = read_tree r in
    let b = read_tree r in
    Node (a, b)

let compress data =
  let items = items_of data in
  let counts = Array.make (end_symbol + 1) 0 in
  let count s = counts.(s) <- counts.(s) + 1 in
  List.iter (fun item -> count (symbol item)) items;
  count end_symbol;
  let tree = tree_of counts in
  let codes = codes_of tree and w = Bits.writer () in
  let put s = let code, width = codes.(s) in Bits.put w code width in
  write_tree w tree;
  List.iter (fun item -> put (symbol item); match item with Copy { distance; _ } -> Bits.put w distance 13 | Literal _ -> ()) items;
  put end_symbol;
  Bits.finish w

let decompress data =
  let r = Bits.reader data and out = Buffer.create 65536 in
  let tree = read_tree r in
  let rec next = function Leaf i -> i | Node (a, b) -> next (if Bits.bit r = 0 then a else b) in
  let rec loop () =
    let s = next tree in
    if s < 256 then (Buffer.add_char out (Char.chr s); loop ())
    else if s < end_symbol then begin
      let distance = Bits.get r 13 in
      for _ = 1 to s - 256 + shortest do Buffer.add_char out (Buffer.nth out (Buffer.length out - distance)) done;
      loop ()
    end
  in
  loop ();
  Buffer.to_bytes out

let seed = ref 7
let random n = seed := ((!seed * 25173) + 13849) land 0xFFFF; (!seed lsr 3) mod n

let prose size =
  let words = Array.init 300 (fun _ -> String.init (2 + random 8) (fun _ -> Char.chr (97 + (random 26 * random 26 / 26)))) in
  let buffer = Buffer.create size in
  while Buffer.length buffer < size do
    Buffer.add_string buffer words.(random 300 * random 300 / 300);
    Buffer.add_string buffer (if random 12 = 0 then ".\n" else " ")
  done;
  Buffer.to_bytes buffer

let checksum data =
  let h = ref 7 in
  Bytes.iter (fun c -> h := ((!h * 31) + Char.code c) land 0xFFFFFF) data;
  !h

let () =
  List.iter
    (fun size ->
      let data = prose size in
      let small = compress data in
      assert (Bytes.equal (decompress small) data);
      Printf.printf "%d %d %d\n" (Bytes.length data) (Bytes.length small) (checksum small))
    [ 100; 120_000; 200_000; 300_000 ]
