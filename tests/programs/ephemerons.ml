(* Keys that only the data of ephemerons mention go, in chains and in circles. *)
module Key = struct
  type t = int ref
  let equal = ( == )
  let hash k = !k
end
module One = Ephemeron.K1.Make (Key)
module Two = Ephemeron.K2.Make (Key) (Key)

let[@inline never] keys n = Array.init n (fun i -> ref i)
let kept = ref [||]

(* Keeps the keys whose numbers satisfy the predicate. *)
let[@inline never] keep ks p = kept := Array.of_list (List.filter (fun k -> p !k) (Array.to_list ks))

let collected one =
  Gc.full_major ();
  Gc.full_major ();
  One.clean one;
  One.length one

let[@inline never] own_key p =
  let one = One.create 10 in
  let ks = keys 20 in
  Array.iter (fun k -> One.replace one k [ k ]) ks;
  keep ks p;
  one

(* The data of each key is the next one's. *)
let[@inline never] chain ~circle p =
  let one = One.create 10 in
  let ks = keys 20 in
  let next i = if circle then (i + 1) mod 20 else min 19 (i + 1) in
  Array.iteri (fun i k -> One.replace one k [ ks.(next i) ]) ks;
  keep ks p;
  one

let[@inline never] of_two p =
  let two = Two.create 10 in
  let ks = keys 20 in
  for i = 0 to 9 do Two.replace two (ks.(i), ks.(i + 10)) (ref i) done;
  keep ks p;
  two

let collected_two two =
  Gc.full_major ();
  Gc.full_major ();
  Two.clean two;
  Two.length two

let () =
  Printf.printf "own key: %d\n" (collected (own_key (fun i -> i mod 4 = 0)));
  Printf.printf "chain from its start: %d\n" (collected (chain ~circle:false (fun i -> i = 0)));
  Printf.printf "chain from the middle: %d\n" (collected (chain ~circle:false (fun i -> i = 12)));
  Printf.printf "circle: %d\n" (collected (chain ~circle:true (fun i -> i = 7)));
  let one = own_key (fun i -> i < 5) in
  ignore (Sys.opaque_identity (collected one));
  let k = !kept.(3) in
  (* The key is what it was. *)
  Printf.printf "%b %b %d %d\n" (k = ref 3) (compare k (ref 3) = 0) (Obj.size (Obj.repr k)) (Hashtbl.hash k - Hashtbl.hash (ref 3));
  Printf.printf "%b %b\n" (Marshal.to_string k [] = Marshal.to_string (ref 3) []) (One.find one k == One.find one k);
  (match One.find one k with [ l ] -> Printf.printf "%b\n" (l == k) | _ -> print_endline "other data");
  One.replace one k [];
  Printf.printf "%d\n" (List.length (One.find one k));
  One.remove one k;
  Printf.printf "%b %b\n" (One.mem one k) (One.mem one !kept.(1))
