(* Sorting: List.sort, stable_sort, fast_sort, sort_uniq, merge; stability,
   custom orders, polymorphic compare on structured data, sizes around the
   special cases of the merge sort. *)

type card = { rank : int; suit : suit }
and suit = Clubs | Diamonds | Hearts | Spades

let show l = String.concat " " (List.map string_of_int l)
let lcg seed n =
  let x = ref seed in
  List.init n (fun _ -> x := ((!x * 1103) + 12345) mod 32768; !x mod 100)

let rec sorted cmp = function a :: (b :: _ as l) -> cmp a b <= 0 && sorted cmp l | _ -> true

let rec insertion cmp = function
  | [] -> []
  | x :: l ->
    let rec insert x = function [] -> [x] | y :: r as all -> if cmp x y <= 0 then x :: all else y :: insert x r in
    insert x (insertion cmp l)

let by f a b = compare (f a) (f b)
let descending cmp a b = cmp b a
let lexico cmps a b = List.fold_left (fun c cmp -> if c <> 0 then c else cmp a b) 0 cmps

let () =
  for n = 0 to 12 do
    let l = lcg (n + 1) n in
    Printf.printf "%s | %s\n" (show l) (show (List.sort compare l))
  done;
  List.iter
    (fun n ->
      let l = lcg n n in
      let s = List.sort compare l in
      Printf.printf "%d: %B %B %B %d\n" n (sorted compare s) (s = List.fast_sort compare l)
        (s = List.rev (List.sort (descending compare) l))
        (List.length (List.sort_uniq compare l)))
    [2; 3; 4; 5; 6; 7; 15; 16; 17; 100; 2000];
  Printf.printf "%B\n" (insertion compare (lcg 3 100) = List.sort compare (lcg 3 100));
  let pairs = List.mapi (fun i x -> (x mod 5, i)) (lcg 9 25) in
  List.iter (fun (a, b) -> Printf.printf "%d/%d " a b) (List.stable_sort (by fst) pairs);
  print_newline ();
  Printf.printf "%B\n" (sorted compare (List.stable_sort (by fst) pairs));
  print_endline (show (List.merge compare [1; 3; 5; 9] [2; 3; 4]));
  print_endline (show (List.sort_uniq (fun a b -> compare (a / 10) (b / 10)) [12; 5; 17; 33; 31; 8]));
  let cards = [{ rank = 5; suit = Hearts }; { rank = 2; suit = Spades }; { rank = 5; suit = Clubs }; { rank = 14; suit = Diamonds }; { rank = 2; suit = Hearts }] in
  let name c = string_of_int c.rank ^ (match c.suit with Clubs -> "c" | Diamonds -> "d" | Hearts -> "h" | Spades -> "s") in
  let line l = print_endline (String.concat " " (List.map name l)) in
  line (List.sort compare cards);
  line (List.sort (by (fun c -> c.suit)) cards);
  line (List.sort (lexico [by (fun c -> c.suit); descending (by (fun c -> c.rank))]) cards);
  let words = String.split_on_char ' ' "the quick brown fox jumps over the lazy dog and runs" in
  print_endline (String.concat " " (List.sort compare words));
  print_endline (String.concat " " (List.sort (lexico [by String.length; compare]) words));
  print_endline (String.concat " " (List.sort_uniq (by String.length) words));
  (* Polymorphic comparison of structures. *)
  let lists = [[3]; []; [1; 2; 3]; [1; 2]; [2]; [1; 3]] in
  List.iter (fun l -> Printf.printf "[%s]" (show l)) (List.sort compare lists);
  print_newline ();
  let opts = [Some 3; None; Some 1; None; Some 2] in
  List.iter (function None -> print_string "- " | Some n -> Printf.printf "%d " n) (List.sort compare opts);
  print_newline ();
  List.iter (Printf.printf "%g ") (List.sort compare [2.5; -1.5; infinity; 0.25; neg_infinity; -0.125; 1e-10]);
  print_newline ();
  List.iter (fun (a, (b, c)) -> Printf.printf "%s%d%c " a b c) (List.sort compare [("b", (1, 'x')); ("a", (2, 'z')); ("a", (2, 'y')); ("a", (1, 'z'))]);
  print_newline ();
  List.iter (fun a -> Printf.printf "<%d:%s>" (Array.length a) (show (Array.to_list a))) (List.sort compare [[| 9 |]; [| 1; 1 |]; [||]; [| 1; 0 |]; [| 8 |]]);
  print_newline ();
  let comparisons = ref 0 in
  ignore (List.sort (fun a b -> incr comparisons; compare a b) (List.init 1000 Fun.id));
  Printf.printf "%d comparisons\n" !comparisons
