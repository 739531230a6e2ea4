(* What operations of the standard library take for n and for 10 n elements:
   a line "NAME SECONDS SECONDS" each. *)

let file = Filename.temp_file "growth" ".txt"

let buffer n =
  let b = Buffer.create 16 in
  for i = 1 to n do Buffer.add_char b 'x'; if i land 7 = 0 then Buffer.add_string b "some text" done;
  String.length (Buffer.contents b)

let blit n =
  let a = Bytes.make n 'a' and b = Bytes.create n in
  for _ = 1 to 10 do Bytes.blit a 0 b 0 n done;
  Char.code (Bytes.get b (n - 1))

let concat n = String.length (String.concat ", " (List.init n string_of_int))
let sub n = let s = String.make n 's' in List.fold_left (fun sum i -> sum + String.length (String.sub s i 1)) 0 (List.init n Fun.id)

let hashtable n =
  let t = Hashtbl.create 8 in
  for i = 1 to n do Hashtbl.replace t (string_of_int i) i done;
  Hashtbl.fold (fun _ v sum -> (v + sum) land 0xFFFF) t 0

let marshal n = List.length (Marshal.from_string (Marshal.to_string (List.init n (fun i -> (i, string_of_int i))) []) 0 : (int * string) list)

let lines n =
  let out = open_out_bin file in
  for i = 1 to n do output_string out (string_of_int i); output_char out '\n' done;
  close_out out;
  let input = open_in_bin file in
  let rec count sum = match input_line input with line -> count (sum + String.length line) | exception End_of_file -> sum in
  let total = count 0 in
  close_in input;
  total

let whole_file n =
  let out = open_out_bin file in
  for _ = 1 to n do output_string out "0123456789" done;
  close_out out;
  let input = open_in_bin file in
  let text = really_input_string input (in_channel_length input) in
  close_in input;
  String.length text

let sort n = List.length (List.sort compare (List.init n (fun i -> i * 7919 mod n)))
let compare_lists n = compare (List.init n Fun.id) (List.init n Fun.id)
let format n = String.length (String.concat "" (List.init n (Printf.sprintf "%d;%s" |> fun f i -> f i "x")))
let maps n = let module M = Map.Make (Int) in M.cardinal (List.fold_left (fun m i -> M.add i i m) M.empty (List.init n Fun.id))
let queue n = let q = Queue.create () in for i = 1 to n do Queue.push i q done; Queue.fold ( + ) 0 q land 0xFFFF
let scan n = let s = String.concat " " (List.init n string_of_int) in
  let b = Scanf.Scanning.from_string s in let sum = ref 0 in (try while true do Scanf.bscanf b " %d" (fun i -> sum := !sum + i land 3) done with End_of_file | Scanf.Scan_failure _ -> ()); !sum
let arrays n = Array.length (Array.append (Array.init n Fun.id) (Array.of_list (Array.to_list (Array.make n 0))))
let digest n = String.length (Digest.string (String.make n 'd'))

let seconds f n =
  Gc.full_major ();
  let start = Sys.time () in
  ignore (Sys.opaque_identity (f n));
  Sys.time () -. start

let () =
  let each name f n =
    ignore (seconds f n);
    let few = List.fold_left min infinity (List.init 3 (fun _ -> seconds f n)) in
    Printf.printf "%s %.6f %.6f\n%!" name few (seconds f (10 * n))
  in
  each "Buffer.add" buffer 20_000;
  each "Bytes.blit" blit 50_000;
  each "String.concat" concat 10_000;
  each "String.sub" sub 20_000;
  each "Hashtbl.replace" hashtable 5_000;
  each "Marshal" marshal 3_000;
  each "input_line" lines 10_000;
  each "really_input_string" whole_file 10_000;
  each "List.sort" sort 5_000;
  each "compare" compare_lists 20_000;
  each "Printf.sprintf" format 3_000;
  each "Map.add" maps 3_000;
  each "Queue.push" queue 20_000;
  each "Scanf.bscanf" scan 1_000;
  each "Array.append" arrays 50_000;
  each "Digest.string" digest 30_000;
  Sys.remove file
