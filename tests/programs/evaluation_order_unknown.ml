(* Effects stay in their order when functions that aren't known, fields that change and blocks that are built meet. *)
module type S = sig
  val a : string -> int
  val b : string -> int -> int
  val c : string -> int
  val cell : int ref
end

module F (X : S) = struct
  let pair s = let id = X.a s in let len = X.c s in (id, X.b s len)
  let sum s = let id = X.a s in let len = X.c s in let z = X.b s len in id + z
  let three s = let x = X.a s in let y = X.c s in let z = X.a (s ^ "'") in (X.b s y, x, z)
  let reads s = let x = !X.cell in let y = X.a s in let z = !X.cell in (x, y, z, z)
  let later s = let x = !X.cell in let y = X.a s in let z = !X.cell in if z > 2 then x + z else y + z
  let nested s = X.b (s ^ string_of_int (X.a s)) (X.b s (X.c s))
  let stored r s = let x = X.a s in let y = X.c s in r := X.b s y; (x, !r)
  let looped s = let x = ref 0 in for i = 1 to 2 do let u = X.a s in let v = X.c s in x := !x + u + X.b s (v + i) done; !x
  let caught s = try let x = X.a s in let y = X.c s in if y > 0 then raise Exit; (x, X.b s y) with Exit -> (0, X.c s)
  let chosen s = let x = X.a s in let y = X.c s in match X.b s y with 3 -> x | 4 -> y | n -> n + x
  let text s = let x = string_of_int (X.a s) in let y = X.c s in x ^ string_of_int (X.b s y)
end

let said = Buffer.create 100
let say x s = Buffer.add_string said (x ^ s ^ " ")

module Make (N : sig val n : string end) : S = struct
  let cell = ref 0
  let a s = incr cell; say (N.n ^ "a") s; !cell
  let b s n = say (N.n ^ "b") s; n + !cell
  let c s = cell := !cell + 10; say (N.n ^ "c") s; 3
  let cell = cell
end

module A = Make (struct let n = "x" end)
module B = Make (struct let n = "y" end)
module FA = F (A)
module FB = F (B)

let show name l =
  Printf.printf "%s: %s| %s\n" name (Buffer.contents said) (String.concat " " (List.map string_of_int l));
  Buffer.clear said

let run (pair, sum, three, reads, later) (nested, stored, looped, caught, chosen, text) =
  let x, y = pair "1" in show "pair" [ x; y ];
  show "sum" [ sum "2" ];
  let x, y, z = three "3" in show "three" [ x; y; z ];
  let x, y, z, w = reads "4" in show "reads" [ x; y; z; w ];
  show "later" [ later "5" ];
  show "nested" [ nested "6" ];
  let x, y = stored (ref 0) "7" in show "stored" [ x; y ];
  show "looped" [ looped "8" ];
  let x, y = caught "9" in show "caught" [ x; y ];
  show "chosen" [ chosen "10" ];
  show "text" [ int_of_string (text "11") ]

let () =
  run (FA.pair, FA.sum, FA.three, FA.reads, FA.later) (FA.nested, FA.stored, FA.looped, FA.caught, FA.chosen, FA.text);
  run (FB.pair, FB.sum, FB.three, FB.reads, FB.later) (FB.nested, FB.stored, FB.looped, FB.caught, FB.chosen, FB.text)
