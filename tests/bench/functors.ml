(* functors over functors: maps and sets of strings, pairs, sets and chars, in an index, a grammar and automata *)
module type ORDERED = sig
  type t
  val compare : t -> t -> int
end

module Pair (A : ORDERED) (B : ORDERED) = struct
  type t = A.t * B.t
  let compare (a, b) (c, d) = match A.compare a c with 0 -> B.compare b d | order -> order
end

module Reverse (A : ORDERED) = struct
  type t = A.t
  let compare a b = A.compare b a
end

(* A map from a key to a set of values. *)
module Multimap (Key : ORDERED) (Value : ORDERED) = struct
  module Keys = Map.Make (Key)
  module Values = Set.Make (Value)

  type t = Values.t Keys.t

  let empty = Keys.empty
  let find key map = Option.value ~default:Values.empty (Keys.find_opt key map)
  let add key value map = Keys.update key (fun found -> Some (Values.add value (Option.value ~default:Values.empty found))) map
  let fold f map start = Keys.fold (fun key values acc -> Values.fold (f key) values acc) map start
  let cardinal map = Keys.fold (fun _ values n -> n + Values.cardinal values) map 0
  let union = Keys.union (fun _ a b -> Some (Values.union a b))
end

module Swap (A : ORDERED) (B : ORDERED) = struct
  module From = Multimap (A) (B)
  module To = Multimap (B) (A)
  let invert map = From.fold (fun a b acc -> To.add b a acc) map To.empty
end

module Index = Swap (String) (Int)
module Counted = Map.Make (Pair (Reverse (Int)) (String))
module Ints = Set.Make (Int)
module Int_map = Map.Make (Int)
module Set_map = Map.Make (Ints)
module Char_map = Map.Make (Char)
module Arrows = Multimap (Pair (Int) (Char)) (Int)

let seed = ref 5
let random n = seed := ((!seed * 25173) + 13849) land 0xFFFF; (!seed lsr 3) mod n

(* Which words lie on which pages, and the words that lie on the most. *)
let index pages =
  let word () = String.make 1 (Char.chr (97 + random 20)) ^ String.make 1 (Char.chr (97 + (random 20 * random 20 / 20))) in
  let page n = List.fold_left (fun map () -> Index.From.add (word ()) n map) Index.From.empty (List.init 60 ignore) in
  let all = List.fold_left (fun map n -> Index.From.union map (page n)) Index.From.empty (List.init pages Fun.id) in
  let by_page = Index.invert all in
  assert (Index.From.cardinal all = Index.To.cardinal by_page);
  let counted =
    Index.From.Keys.fold (fun word found map -> Counted.add (Index.From.Values.cardinal found, word) () map) all Counted.empty
  in
  let best = Counted.to_seq counted |> List.of_seq |> List.filteri (fun i _ -> i < 4) in
  Printf.printf "%d words, %d places:" (Index.From.Keys.cardinal all) (Index.From.cardinal all);
  List.iter (fun ((n, word), ()) -> Printf.printf " %s %d" word n) best;
  let common =
    Index.To.Keys.fold (fun _ words best -> if Index.To.Values.mem "aa" words then Index.To.Values.inter words best else best) by_page
      (Index.To.find 0 by_page)
  in
  Printf.printf ", %d\n" (Index.To.Values.cardinal common)

(* Subsets: an automaton with choices to one without. *)
let determine arrows finals start letters =
  let step states c =
    Ints.fold
      (fun s acc -> Ints.union (Arrows.find (s, c) arrows |> Arrows.Values.elements |> Ints.of_list) acc)
      states Ints.empty
  in
  let rec explore known rows = function
    | [] -> (known, rows)
    | states :: todo ->
      let id = Set_map.find states known in
      let known, row, todo =
        List.fold_left
          (fun (known, row, todo) c ->
            let target = step states c in
            match Set_map.find_opt target known with
            | Some t -> (known, Char_map.add c t row, todo)
            | None ->
              let t = Set_map.cardinal known in
              (Set_map.add target t known, Char_map.add c t row, target :: todo))
          (known, Char_map.empty, todo) letters
      in
      explore known (Int_map.add id row rows) todo
  in
  let first = Ints.singleton start in
  let known, rows = explore (Set_map.singleton first 0) Int_map.empty [ first ] in
  let accepting = Set_map.fold (fun states id acc -> if Ints.disjoint states finals then acc else Ints.add id acc) known Ints.empty in
  (rows, accepting)

let accepts (rows, accepting) text =
  let last = String.fold_left (fun state c -> Char_map.find c (Int_map.find state rows)) 0 text in
  Ints.mem last accepting

(* Words whose letter n before the last is an a: 2^n states. *)
let automaton n =
  let arrows = Arrows.add (0, 'a') 0 Arrows.empty |> Arrows.add (0, 'b') 0 |> Arrows.add (0, 'a') 1 in
  let arrows =
    List.fold_left (fun map i -> Arrows.add (i, 'a') (i + 1) map |> Arrows.add (i, 'b') (i + 1)) arrows (List.init (n - 1) succ)
  in
  let (rows, accepting) as result = determine arrows (Ints.singleton n) 0 [ 'a'; 'b' ] in
  let words = List.init 400 (fun i -> String.init (n + (i mod 7)) (fun _ -> if random 2 = 0 then 'a' else 'b')) in
  let wrong = List.filter (fun word -> accepts result word <> (word.[String.length word - n] = 'a')) words in
  Printf.printf "%d states, %d accept, %d wrong\n" (Int_map.cardinal rows) (Ints.cardinal accepting) (List.length wrong)

let () =
  index 800;
  automaton 5;
  automaton 11;
  index 900
