(* Huffman coding: frequency table, tree by a sorted list, code table, encoding
   to packed bytes, decoding, canonical codes. *)

type tree = Leaf of int * char | Node of int * tree * tree

let weight = function Leaf (w, _) | Node (w, _, _) -> w
let rec least = function Leaf (_, c) -> c | Node (_, a, b) -> min (least a) (least b)
let order a b = match compare (weight a) (weight b) with 0 -> compare (least a) (least b) | n -> n

let frequencies s =
  let t = Array.make 256 0 in
  String.iter (fun c -> t.(Char.code c) <- t.(Char.code c) + 1) s;
  List.filter (fun (w, _) -> w > 0) (List.init 256 (fun i -> (t.(i), Char.chr i)))

let rec build = function
  | [] -> invalid_arg "build"
  | [t] -> t
  | a :: b :: rest -> build (List.merge order [Node (weight a + weight b, a, b)] rest)

let tree_of s = build (List.sort order (List.map (fun (w, c) -> Leaf (w, c)) (frequencies s)))

let codes tree =
  let table = Hashtbl.create 16 in
  let rec walk prefix = function
    | Leaf (_, c) -> Hashtbl.replace table c (if prefix = "" then "0" else prefix)
    | Node (_, a, b) -> walk (prefix ^ "0") a; walk (prefix ^ "1") b
  in
  walk "" tree;
  table

let encode table s =
  let bits = Buffer.create 64 in
  String.iter (fun c -> Buffer.add_string bits (Hashtbl.find table c)) s;
  let n = Buffer.length bits in
  let packed = Bytes.make ((n + 7) / 8) '\000' in
  for i = 0 to n - 1 do
    if Buffer.nth bits i = '1' then
      Bytes.set packed (i / 8) (Char.chr (Char.code (Bytes.get packed (i / 8)) lor (128 lsr (i land 7))))
  done;
  (n, Bytes.to_string packed)

let decode tree (n, packed) =
  let out = Buffer.create 64 in
  let bit i = Char.code packed.[i / 8] land (128 lsr (i land 7)) <> 0 in
  let rec go t i =
    match t with
    | Leaf (_, c) -> Buffer.add_char out c; if i < n then go_on tree i
    | Node (_, a, b) -> if i < n then go (if bit i then b else a) (i + 1)
  and go_on t i = match t with Leaf _ -> go t (i + 1) | Node _ -> go t i in
  (match tree with Leaf (w, c) -> Buffer.add_string out (String.make w c) | Node _ -> go tree 0);
  Buffer.contents out

let canonical table =
  let entries = List.sort compare (Hashtbl.fold (fun c s l -> (String.length s, c) :: l) table []) in
  let code = ref 0 and last = ref 0 in
  List.map
    (fun (len, c) ->
      code := !code lsl (len - !last);
      last := len;
      let s = String.init len (fun i -> if !code land (1 lsl (len - 1 - i)) <> 0 then '1' else '0') in
      incr code;
      (c, s))
    entries

let () =
  List.iter
    (fun text ->
      let tree = tree_of text in
      let table = codes tree in
      let n, packed = encode table text in
      Printf.printf "%d bytes -> %d bits, %d bytes, ok %B, %s\n" (String.length text) n (String.length packed)
        (decode tree (n, packed) = text) (Digest.to_hex (Digest.string packed));
      if String.length text < 60 then
        List.iter (fun (c, s) -> Printf.printf "  %C %s (%s)\n" c s (Hashtbl.find table c)) (canonical table))
    [ "abracadabra"; "aaaaaaa"; "she sells sea shells by the sea shore"; String.init 2000 (fun i -> Char.chr (97 + (i * i / 7 mod 26)));
      String.concat " " (List.init 300 string_of_int); String.init 256 Char.chr ]
