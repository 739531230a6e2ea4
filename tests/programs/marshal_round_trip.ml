(* Marshal: round trips of ints, strings, structures, cycles, sharing, boxed
   integers, non-integral floats; headers, sizes and the bytes themselves. *)

type tree = Leaf | Node of tree * int * tree
type record = { name : string; mutable count : int; items : (int * string) list; opt : int option }
type ring = { value : int; mutable next : ring option }

let copy x = Marshal.from_string (Marshal.to_string x []) 0
let hex s = String.concat "" (List.map (fun c -> Printf.sprintf "%02x" (Char.code c)) (List.of_seq (String.to_seq s)))
let check name x = Printf.printf "%s %B\n" name (copy x = x)
let bytes_of name x = Printf.printf "%s %s\n" name (hex (Marshal.to_string x []))

let rec build n = if n = 0 then Leaf else Node (build (n - 1), n, build (n - 1))

let () =
  List.iter (fun n -> check (string_of_int n) n) [0; 1; -1; 63; 64; 127; 128; -128; -129; 32767; 32768; -32769; 1000000; 0x3FFFFFFF; -0x40000000];
  List.iter (fun n -> check (Printf.sprintf "string %d" n) (String.make n 'x')) [0; 1; 31; 32; 255; 256; 70000];
  check "all bytes" (String.init 256 Char.chr);
  check "list" (List.init 100 (fun i -> i * i));
  check "array" (Array.init 300 (fun i -> (i, string_of_int i)));
  check "tree" (build 6);
  check "record" { name = "r"; count = 3; items = [(1, "a"); (2, "b")]; opt = Some 7 };
  check "variants" [`A; `B 1; `C ("x", [2])];
  check "options" [Some [Some 1; None]; None];
  check "unit, bool, char" ((), true, 'z');
  check "int32" [0l; 1l; -1l; Int32.max_int; Int32.min_int];
  check "int64" [0L; 1L; -1L; Int64.max_int; Int64.min_int; 0x123456789ABCDEFL];
  check "nativeint" [0n; 1n; -1n; 1000000n];
  check "floats" [1.5; -2.25; 1e-300; 0.1; 5e-324; 123456.75];
  check "float array" [| 1.5; 2.5; -0.125 |];
  check "bytes" (Bytes.of_string "mutable");
  let m = List.fold_left (fun m i -> (i, string_of_int i) :: m) [] [1; 2; 3] in
  check "assoc" m;
  let h = Hashtbl.create 8 in
  List.iter (fun (k, v) -> Hashtbl.add h k v) m;
  Printf.printf "hashtbl %s\n" (Hashtbl.find (copy h) 2);
  let module M = Map.Make (String) in
  let sm = M.add "x" 1 (M.add "y" 2 M.empty) in
  Printf.printf "map %B\n" (M.equal ( = ) sm (copy sm));
  (* Sharing is kept, or lost with No_sharing. *)
  let shared = ref 5 in
  let a, b = copy (shared, shared) in
  a := 6;
  Printf.printf "sharing %d %B\n" !b (a == b);
  let a, b = Marshal.from_string (Marshal.to_string (shared, shared) [Marshal.No_sharing]) 0 in
  a := 7;
  Printf.printf "no sharing %d %B %d\n" !b (a == b) !shared;
  let rec ring = { value = 1; next = Some second } and second = { value = 2; next = None } in
  second.next <- Some ring;
  let r = copy ring in
  let next r = match r.next with Some n -> n | None -> assert false in
  Printf.printf "ring %d %d %B %B\n" (next r).value (next (next r)).value (next (next r) == r) (r == ring);
  let rec cyclic = 1 :: 2 :: cyclic in
  let c = copy cyclic in
  Printf.printf "cyclic %d %d %B\n" (List.nth c 10) (List.nth c 11) (List.tl (List.tl c) == c);
  (* The bytes. *)
  bytes_of "int" 1;
  bytes_of "small ints" [0; 63; 64; -1; 200; -200; 40000; 100000];
  bytes_of "string" ("abc", "");
  bytes_of "block" (Node (Leaf, 5, Leaf));
  bytes_of "shared" (let s = ref 7 in [s; s; s]);
  bytes_of "float" 1.5;
  bytes_of "int64" 258L;
  bytes_of "int32" (-2l);
  (* Several values in one buffer; header and size functions. *)
  let data = Marshal.to_bytes [1; 2; 3] [] in
  Printf.printf "%d %d %d\n" Marshal.header_size (Marshal.data_size data 0) (Marshal.total_size data 0);
  let buf = Bytes.make 200 '\000' in
  let n = Marshal.to_buffer buf 10 100 ("in", 1) [] in
  let m = Marshal.to_buffer buf (10 + n) 100 [2.5] [] in
  let (s, i) : string * int = Marshal.from_bytes buf 10 and l : float list = Marshal.from_bytes buf (10 + n) in
  Printf.printf "%d %d %s %d %g\n" n m s i (List.hd l);
  (try ignore (Marshal.to_buffer buf 0 10 "too long" []) with Failure m -> print_endline m);
  (try ignore (Marshal.to_string (fun x -> x + 1) []) with Invalid_argument m -> print_endline m);
  (try ignore (Marshal.from_string "short" 0) with Invalid_argument m -> print_endline m);
  let file = Filename.temp_file ~temp_dir:"." "marshal" ".tmp" in
  let oc = open_out_bin file in
  Marshal.to_channel oc (build 3) [];
  output_value oc "second";
  close_out oc;
  let ic = open_in_bin file in
  let t : tree = Marshal.from_channel ic in
  let s : string = input_value ic in
  Printf.printf "%B %s %B\n" (t = build 3) s (try (input_value ic : int) = 0 with End_of_file -> true);
  close_in ic;
  Sys.remove file
