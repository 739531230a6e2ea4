(* Polymorphic compare, equality and hash on every kind of structure: order of
   constructors, depth, cycles cut by inequality, abstract values. *)

type t = A | B | C of int | D of string * t | E of t list | F of { x : int; y : t option }

let sign n = if n < 0 then '<' else if n > 0 then '>' else '='
let check name l =
  Printf.printf "%s\n" name;
  List.iter
    (fun a ->
      print_string "  ";
      List.iter
        (fun b ->
          let c = compare a b in
          let consistent = (c < 0) = (a < b) && (c > 0) = (a > b) && (c = 0) = (a = b) && (c <= 0) = (a <= b) && (c >= 0) = (a >= b) && (c <> 0) = (a <> b) in
          print_char (if consistent then sign c else '!'))
        l;
      if List.exists (fun b -> a = b && Hashtbl.hash a <> Hashtbl.hash b) l then print_string " hash differs";
      print_newline ())
    l

let rec deep n = if n = 0 then A else D ("d", deep (n - 1))
let rec wide n = E (List.init n (fun i -> C i))

let () =
  check "variants" [A; B; C (-1); C 0; C 5; D ("", A); D ("a", A); D ("a", B); E []; E [A]; E [A; A]; E [B]; F { x = 1; y = None }; F { x = 1; y = Some A }; F { x = 0; y = Some B }];
  check "ints" [0; 1; -1; 1000000; -1000000];
  check "strings" [""; "a"; "b"; "ab"; "a\000"; "\255"; "A"; "aa"];
  check "bytes" (List.map Bytes.of_string [""; "a"; "b"; "ab"; "\255"]);
  check "tuples" [(1, "a"); (1, "b"); (0, "z"); (2, "")];
  check "lists" [[]; [1]; [1; 2]; [2]; [1; 2; 3]; [0; 9; 9]];
  check "arrays" [[||]; [| 1 |]; [| 0; 0 |]; [| 2 |]; [| 1; 2 |]];
  check "floats" [0.; -1.5; 1.5; infinity; neg_infinity; 0.1];
  check "float arrays" [[||]; [| 1.5 |]; [| 0.5; 0.5 |]; [| 1.5; 2.5 |]];
  check "int32" [0l; 1l; -1l; Int32.max_int; Int32.min_int];
  check "int64" [0L; 1L; -1L; Int64.max_int; Int64.min_int; 4294967296L];
  check "options" [None; Some None; Some (Some 1); Some (Some 0)];
  check "refs" [ref 1; ref 2; ref 1];
  check "bools" [true; false];
  check "poly variants" [`A 1; `A 2; `B; `A 1];
  check "nested" [([1], (Some "x", 'c')); ([1], (None, 'd')); ([], (Some "x", 'c'))];
  Printf.printf "%B %B %d\n" (deep 1000 = deep 1000) (deep 1000 = deep 999) (compare (deep 50) (deep 51));
  Printf.printf "%B %d\n" (wide 2000 = wide 2000) (compare (wide 100) (wide 101));
  let l = List.init 20000 Fun.id in
  Printf.printf "%B %B\n" (l = List.map Fun.id l) (l = 0 :: l);
  let rec cyc = 1 :: 2 :: cyc in
  Printf.printf "%B %c\n" (cyc = [1; 2; 3]) (sign (compare cyc [1; 3]));
  (try ignore ((fun x -> x) = (fun x -> x)) with Invalid_argument m -> print_endline m);
  (try ignore (compare [succ] [pred]) with Invalid_argument m -> print_endline m);
  Printf.printf "%B\n" ((1, succ) < (2, pred));
  let f = succ in
  Printf.printf "%B\n" (compare f f = 0);
  Printf.printf "%d %d %d %d\n" (min 3 2) (max 3 2) (String.length (min "b" "ab")) (List.length (max [1] [1; 0]));
  List.iter (fun v -> Printf.printf "%d " (Hashtbl.hash v)) [A; B; C 0; C 1; D ("a", A); E [A; B]; deep 100; wide 50];
  print_newline ();
  List.iter (fun v -> Printf.printf "%d " (Hashtbl.hash v)) ["" ; "a"; "ab"; "abc"; "abcd"; "abcde"; String.make 1000 'x'];
  print_newline ()
