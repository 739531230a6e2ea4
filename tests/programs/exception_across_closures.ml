(* Exceptions as control flow across closures, iterators of the stdlib, sort
   callbacks, hashtable iteration, objects, lazies and functors. *)

exception Found of string
exception Abort

let exists_in_table t p =
  try Hashtbl.iter (fun k v -> if p k v then raise (Found k)) t; None with Found k -> Some k

let sort_abort l =
  let steps = ref 0 in
  match List.sort (fun a b -> incr steps; if !steps > 5 then raise Abort; compare a b) l with
  | l -> Printf.sprintf "sorted %d" (List.length l)
  | exception Abort -> Printf.sprintf "aborted after %d" !steps

(* callcc for escaping only. *)
let escape (type a) (f : (a -> 'b) -> a) : a =
  let exception E of a in
  try f (fun x -> raise (E x)) with E x -> x

let product l =
  escape (fun k -> List.fold_left (fun acc x -> if x = 0 then k 0 else acc * x) 1 l)

let pair_product a b =
  escape (fun outer ->
      List.fold_left
        (fun acc x ->
          acc + escape (fun inner ->
              List.fold_left
                (fun acc y -> if y < 0 then inner (-1) else if x * y > 50 then outer 9999 else acc + (x * y))
                0 b))
        0 a)

class reader (s : string) = object (self)
  val mutable pos = 0
  method next = if pos >= String.length s then raise End_of_file else (pos <- pos + 1; s.[pos - 1])
  method word =
    let b = Buffer.create 8 in
    (try
       while true do
         match self#next with ' ' -> raise Exit | c -> Buffer.add_char b c
       done
     with Exit -> () | End_of_file when Buffer.length b > 0 -> ());
    Buffer.contents b
end

let words s =
  let r = new reader s in
  let rec go acc = match r#word with w -> go (w :: acc) | exception End_of_file -> List.rev acc in
  go []

module Guard (X : sig val limit : int end) = struct
  exception Too_much of int
  let check n = if n > X.limit then raise (Too_much (n - X.limit)) else n
end
module G5 = Guard (struct let limit = 5 end)
module G9 = Guard (struct let limit = 9 end)

let partial_effects () =
  let a = Array.make 6 0 in
  (try Array.iteri (fun i _ -> a.(i) <- i * i; if i = 3 then raise Abort) a with Abort -> ());
  Array.to_list a

let callbacks : (int -> unit) list ref = ref []
let fire n = List.iter (fun f -> try f n with Abort -> print_string "aborted ") !callbacks

let () =
  let t = Hashtbl.create 8 in
  List.iter (fun (k, v) -> Hashtbl.add t k v) [("one", 1); ("two", 2); ("three", 3)];
  let show = function Some k -> k | None -> "none" in
  Printf.printf "%s %s\n" (show (exists_in_table t (fun _ v -> v = 2))) (show (exists_in_table t (fun _ v -> v > 5)));
  print_endline (sort_abort [2; 1]);
  print_endline (sort_abort [5; 3; 8; 1; 9; 2; 7]);
  Printf.printf "%d %d\n" (product [1; 2; 3; 4]) (product [1; 0; 1000; 1000]);
  Printf.printf "%d %d %d\n" (pair_product [1; 2] [3; 4]) (pair_product [1; 2] [3; -4]) (pair_product [1; 20] [3; 4]);
  print_endline (String.concat "|" (words "the quick  brown fox"));
  (try ignore (G5.check (G9.check 8)) with G9.Too_much n -> Printf.printf "nine %d\n" n | G5.Too_much n -> Printf.printf "five %d\n" n);
  (try ignore (G5.check (G9.check 12)) with G9.Too_much n -> Printf.printf "nine %d\n" n | G5.Too_much n -> Printf.printf "five %d\n" n);
  List.iter (Printf.printf "%d ") (partial_effects ());
  print_newline ();
  callbacks := [(fun n -> Printf.printf "first %d " n); (fun n -> if n > 1 then raise Abort; print_string "second "); (fun _ -> print_string "third ")];
  fire 1;
  fire 2;
  print_newline ();
  let l = lazy (raise (Found "lazy")) in
  (try Lazy.force l with Found s -> print_endline s);
  (try ignore (String.map (fun c -> if c = 'x' then raise Exit else c) "abxc") with Exit -> print_endline "map left");
  let seq = Seq.map (fun x -> if x = 3 then raise Abort else x) (List.to_seq [1; 2; 3; 4]) in
  (try Seq.iter (Printf.printf "%d ") seq with Abort -> print_endline "seq left")
