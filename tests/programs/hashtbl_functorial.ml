(* Hashtbl.Make: custom equality and hash, everything in one bucket, seeded
   tables, case-insensitive keys, tables of tables, interned symbols. *)

module Insensitive = Hashtbl.Make (struct
    type t = string
    let equal a b = String.lowercase_ascii a = String.lowercase_ascii b
    let hash s = Hashtbl.hash (String.lowercase_ascii s)
  end)

module Colliding = Hashtbl.Make (struct type t = int let equal = Int.equal let hash _ = 3 end)
module Modular = Hashtbl.Make (struct type t = int let equal a b = (a - b) mod 10 = 0 let hash n = n mod 10 end)
module Negative = Hashtbl.Make (struct type t = int let equal = ( = ) let hash n = -n end)

module Seeded = Hashtbl.MakeSeeded (struct
    type t = string
    let equal = String.equal
    let hash seed s = (seed + String.length s) land 0xFFFF
    let seeded_hash = hash
  end)

module Point = struct type t = { x : int; y : int } let equal a b = a.x = b.x && a.y = b.y let hash p = (p.x * 31) + p.y end
module Points = Hashtbl.Make (Point)

let dump name iter show t =
  print_string (name ^ ":");
  iter (fun k v -> Printf.printf " %s=%s" (show k) v) t;
  print_newline ()

module Symbol : sig
  type t
  val make : string -> t
  val name : t -> string
  val id : t -> int
  val count : unit -> int
end = struct
  type t = { name : string; id : int }
  let table : (string, t) Hashtbl.t = Hashtbl.create 16
  let make name =
    match Hashtbl.find_opt table name with
    | Some s -> s
    | None -> let s = { name; id = Hashtbl.length table } in Hashtbl.add table name s; s
  let name s = s.name
  let id s = s.id
  let count () = Hashtbl.length table
end

let () =
  let t = Insensitive.create 4 in
  List.iter (fun (k, v) -> Insensitive.replace t k v) [("Hello", "1"); ("WORLD", "2"); ("hello", "3"); ("World", "4"); ("x", "5")];
  Printf.printf "%d %s %s\n" (Insensitive.length t) (Insensitive.find t "HELLO") (Insensitive.find t "wORLD");
  dump "insensitive" Insensitive.iter Fun.id t;
  let c = Colliding.create 2 in
  for i = 1 to 12 do Colliding.add c i (string_of_int (i * i)) done;
  dump "colliding" Colliding.iter string_of_int c;
  for i = 1 to 12 do if i mod 4 = 0 then Colliding.remove c i done;
  dump "removed" Colliding.iter string_of_int c;
  Printf.printf "%d %d\n" (Colliding.stats c).max_bucket_length (Colliding.stats c).num_buckets;
  let m = Modular.create 3 in
  List.iter (fun k -> Modular.add m k (string_of_int k)) [1; 11; 2; 21; 12];
  print_endline (String.concat "," (Modular.find_all m 101));
  dump "modular" Modular.iter string_of_int m;
  let n = Negative.create 8 in
  for i = 1 to 9 do Negative.add n i (String.make i '*') done;
  Printf.printf "%s %B\n" (Negative.find n 4) (Negative.mem n 10);
  let s = Seeded.create ~random:false 4 in
  List.iter (fun k -> Seeded.add s k (String.uppercase_ascii k)) ["a"; "bb"; "cc"; "ddd"];
  dump "seeded" Seeded.iter Fun.id s;
  let p = Points.create 16 in
  for x = 0 to 4 do for y = 0 to 4 do Points.replace p { Point.x; y } (x * y) done done;
  Printf.printf "%d %d\n" (Points.find p { x = 3; y = 4 }) (Points.fold (fun k v acc -> acc + (k.Point.x * v)) p 0);
  Points.filter_map_inplace (fun k v -> if k.Point.x = k.y then Some (v + 1) else None) p;
  Printf.printf "%d:" (Points.length p);
  Points.iter (fun k v -> Printf.printf " (%d,%d)%d" k.Point.x k.y v) p;
  print_newline ();
  let nested : (string, (int, string list) Hashtbl.t) Hashtbl.t = Hashtbl.create 4 in
  let add outer inner v =
    let t = match Hashtbl.find_opt nested outer with
      | Some t -> t
      | None -> let t = Hashtbl.create 4 in Hashtbl.add nested outer t; t in
    Hashtbl.replace t inner (v :: Option.value ~default:[] (Hashtbl.find_opt t inner))
  in
  List.iter (fun w -> add (String.sub w 0 1) (String.length w) w) ["apple"; "axe"; "ant"; "bat"; "bear"; "arm"; "boat"];
  List.iter
    (fun o ->
      let t = Hashtbl.find nested o in
      List.iter (fun k -> Printf.printf "%s%d:%s " o k (String.concat "/" (Hashtbl.find t k)))
        (List.sort compare (List.of_seq (Hashtbl.to_seq_keys t))))
    ["a"; "b"];
  print_newline ();
  let syms = List.map Symbol.make ["x"; "y"; "x"; "z"; "y"] in
  List.iter (fun s -> Printf.printf "%s%d " (Symbol.name s) (Symbol.id s)) syms;
  Printf.printf "%d %B\n" (Symbol.count ()) (List.nth syms 0 == List.nth syms 2)
