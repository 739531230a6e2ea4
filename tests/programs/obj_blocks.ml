(* Obj: tags and sizes of blocks, immediates, field access and change, copies,
   magic between equal representations. No floats. *)

type t = A | B | C of int | D of int * string | E of { a : int; mutable b : int } | F
type r = { x : int; mutable y : string; z : int list }
type wrapped = W of int [@@unboxed]
type poly = [ `A | `B of int ]

let describe name v =
  let o = Obj.repr v in
  if Obj.is_int o then Printf.printf "%-12s int %d\n" name (Obj.obj o : int)
  else Printf.printf "%-12s block tag %d size %d\n" name (Obj.tag o) (Obj.size o)

(* A generic printer of values made of ints, strings and blocks. *)
let rec dump o =
  if Obj.is_int o then string_of_int (Obj.obj o)
  else if Obj.tag o = Obj.string_tag then Printf.sprintf "%S" (Obj.obj o : string)
  else
    Printf.sprintf "%d(%s)" (Obj.tag o) (String.concat " " (List.init (Obj.size o) (fun i -> dump (Obj.field o i))))

let () =
  describe "42" 42;
  describe "unit" ();
  describe "true" true;
  describe "'c'" 'c';
  describe "[]" [];
  describe "None" None;
  describe "A" A;
  describe "B" B;
  describe "F" F;
  describe "C" (C 1);
  describe "D" (D (1, "x"));
  describe "E" (E { a = 1; b = 2 });
  describe "tuple" (1, 2, 3);
  describe "record" { x = 1; y = "y"; z = [] };
  describe "list" [1; 2];
  describe "Some" (Some 1);
  describe "ref" (ref 1);
  describe "array" [| 1; 2; 3; 4 |];
  describe "empty array" [||];
  describe "unboxed" (W 5);
  describe "poly `B" (`B 1 : poly);
  Printf.printf "%d %d %d\n" (Obj.tag (Obj.repr "string")) Obj.string_tag (Obj.tag (Obj.repr (Bytes.of_string "b")));
  Printf.printf "%B %B\n" (Obj.tag (Obj.repr (lazy (print_string ""; 1))) = Obj.lazy_tag) (Obj.tag (Obj.repr (fun x -> x + 1)) = Obj.closure_tag);
  Printf.printf "%B %B\n" (Obj.tag (Obj.repr 5l) = Obj.custom_tag) (Obj.tag (Obj.repr (object method m = 1 end)) = Obj.object_tag);
  Printf.printf "%d\n" (Obj.tag (Obj.repr 7));
  print_endline (dump (Obj.repr { x = 1; y = "why"; z = [2; 3] }));
  print_endline (dump (Obj.repr [Some (1, "a"); None]));
  print_endline (dump (Obj.repr (C 5, D (6, "d"), [| A; F |])));
  let b = Obj.new_block 3 2 in
  Obj.set_field b 0 (Obj.repr 10);
  Obj.set_field b 1 (Obj.repr "new");
  print_endline (dump b);
  let v = { x = 1; y = "one"; z = [] } in
  let c : r = Obj.obj (Obj.dup (Obj.repr v)) in
  c.y <- "changed";
  Printf.printf "%s %s %B\n" v.y c.y (c == v);
  Obj.set_field (Obj.repr v) 1 (Obj.repr "by field");
  print_endline v.y;
  let tag1 = Obj.with_tag 1 (Obj.repr (7, "seven")) in
  (match (Obj.obj tag1 : t) with
   | D (n, s) -> Printf.printf "D %d %s\n" n s
   | C n -> Printf.printf "C %d\n" n
   | _ -> print_endline "other");
  let n : int = Obj.magic 'A' in
  let e : t = Obj.magic 1 in
  Printf.printf "%d %B %B\n" n (e = B) ((Obj.magic (1, 2) : int array) = [| 1; 2 |]);
  let l : int list = Obj.magic (Some 3, Obj.magic [4]) |> fun (a : int option * int list) -> snd a in
  Printf.printf "%d\n" (List.hd l);
  Printf.printf "%B %B\n" (Obj.repr v == Obj.repr v) (Obj.repr v == Obj.repr c);
  Printf.printf "%d %d\n" (Obj.size (Obj.repr (Array.make 100 0))) (Obj.size (Obj.repr (Obj.repr 1, 2)))
