(* Binary files: bytes of all values, big-endian ints, seeks in both modes,
   overwriting in the middle, a record file with an index, copying in chunks. *)

let temp = Filename.temp_file ~temp_dir:"." "binary" ".tmp"
let copy = temp ^ ".copy.tmp"

let write f = let oc = open_out_bin temp in f oc; close_out oc
let read f = let ic = open_in_bin temp in let r = f ic in close_in ic; r

type item = { id : int; label : string }

(* Format: magic, count, then (offset) table, then records of id, length, label. *)
let save items =
  write (fun oc ->
      output_string oc "ITEM";
      output_binary_int oc (List.length items);
      let table = pos_out oc in
      List.iter (fun _ -> output_binary_int oc 0) items;
      let offsets =
        List.map
          (fun { id; label } ->
            let at = pos_out oc in
            output_binary_int oc id;
            output_byte oc (String.length label);
            output_string oc label;
            at)
          items
      in
      seek_out oc table;
      List.iter (output_binary_int oc) offsets)

let load n =
  read (fun ic ->
      if really_input_string ic 4 <> "ITEM" then failwith "magic";
      let count = input_binary_int ic in
      if n >= count then invalid_arg "load";
      seek_in ic (8 + (4 * n));
      seek_in ic (input_binary_int ic);
      let id = input_binary_int ic in
      let len = input_byte ic in
      { id; label = really_input_string ic len })

let copy_file size =
  let ic = open_in_bin temp and oc = open_out_bin copy in
  let buf = Bytes.create size in
  let rec go n = match input ic buf 0 size with 0 -> n | k -> output oc buf 0 k; go (n + 1) in
  let chunks = go 0 in
  close_in ic;
  close_out oc;
  chunks

let () =
  write (fun oc -> for i = 0 to 255 do output_byte oc i done; output_byte oc 256; output_byte oc (-1));
  read (fun ic ->
      Printf.printf "%d\n" (in_channel_length ic);
      let ok = ref true in
      for i = 0 to 255 do if input_byte ic <> i then ok := false done;
      Printf.printf "%B %d %d " !ok (input_byte ic) (input_byte ic);
      (try ignore (input_byte ic) with End_of_file -> print_endline "End_of_file"));
  let ints = [0; 1; -1; 255; 256; 65536; 0x3FFFFFFF; -0x40000000; 123456789] in
  write (fun oc -> List.iter (output_binary_int oc) ints);
  Printf.printf "%d %B\n" (read in_channel_length) (read (fun ic -> List.map (fun _ -> input_binary_int ic) ints) = ints);
  read (fun ic -> for _ = 1 to 8 do Printf.printf "%02x " (input_byte ic) done; print_newline ());
  write (fun oc ->
      output_string oc (String.make 20 '.');
      seek_out oc 5;
      output_string oc "mid";
      seek_out oc 18;
      output_string oc "END";
      Printf.printf "%d %d\n" (pos_out oc) (out_channel_length oc));
  print_endline (read (fun ic -> really_input_string ic (in_channel_length ic)));
  save [{ id = 7; label = "seven" }; { id = 100; label = "" }; { id = -3; label = String.make 200 'z' }];
  List.iter (fun n -> let i = load n in Printf.printf "%d %d %S\n" i.id (String.length i.label) (String.sub i.label 0 (min 5 (String.length i.label)))) [2; 0; 1];
  (try ignore (load 3) with Invalid_argument m -> print_endline m);
  write (fun oc -> for i = 0 to 9999 do output_char oc (Char.chr (i * 7 land 255)) done);
  let chunks = copy_file 1000 in
  Printf.printf "%d %B\n" chunks (Digest.file temp = Digest.file copy);
  read (fun ic ->
      let sum = ref 0 in
      for k = 0 to 99 do seek_in ic ((k * 7919) mod 10000); sum := !sum + input_byte ic done;
      Printf.printf "%d\n" !sum;
      seek_in ic 9998;
      Printf.printf "%d %d " (input_byte ic) (pos_in ic);
      ignore (input_char ic);
      Printf.printf "%d\n" (in_channel_length ic - pos_in ic));
  let oc = open_out_gen [Open_wronly; Open_binary] 0o600 temp in
  output_string oc "over";
  close_out oc;
  read (fun ic -> Printf.printf "%S %d\n" (really_input_string ic 4) (in_channel_length ic));
  let oc = open_out_gen [Open_wronly; Open_trunc; Open_binary] 0o600 temp in
  close_out oc;
  Printf.printf "%d\n" (read in_channel_length);
  write (fun oc -> set_binary_mode_out oc true; output_value oc [1.5, "a"]; output_value oc (Some [| 1; 2 |]));
  read (fun ic ->
      set_binary_mode_in ic true;
      let l : (float * string) list = input_value ic in
      let o : int array option = input_value ic in
      Printf.printf "%g %s %d\n" (fst (List.hd l)) (snd (List.hd l)) (match o with Some a -> a.(1) | None -> 0));
  List.iter Sys.remove [temp; copy]
