(* Bit operations on ints that fit 31 bits: and, or, xor, not, shifts of
   negative numbers, masks, population counts, Gray codes, bit sets, CRC. *)

let values = [0; 1; -1; 5; -5; 255; -256; 0x1234567; -0x1234567; 0x3FFFFFFF; -0x40000000]

let popcount n =
  let rec go n c = if n = 0 then c else go (n land (n - 1)) (c + 1) in
  go (n land 0x3FFFFFFF) 0

let to_binary width n = String.init width (fun i -> if (n asr (width - 1 - i)) land 1 = 1 then '1' else '0')
let gray n = n lxor (n lsr 1)
let reverse_bits width n =
  let r = ref 0 in
  for i = 0 to width - 1 do if n land (1 lsl i) <> 0 then r := !r lor (1 lsl (width - 1 - i)) done;
  !r

let crc16 s =
  let crc = ref 0xFFFF in
  String.iter
    (fun c ->
      crc := !crc lxor (Char.code c lsl 8);
      for _ = 1 to 8 do
        crc := if !crc land 0x8000 <> 0 then ((!crc lsl 1) lxor 0x1021) land 0xFFFF else (!crc lsl 1) land 0xFFFF
      done)
    s;
  !crc

let xorshift seed =
  let x = ref seed in
  fun () ->
    x := (!x lxor (!x lsl 7)) land 0xFFFF;
    x := !x lxor (!x lsr 9);
    x := (!x lxor (!x lsl 8)) land 0xFFFF;
    !x

module Bitset = struct
  let create n = Array.make ((n + 15) / 16) 0
  let add s i = s.(i lsr 4) <- s.(i lsr 4) lor (1 lsl (i land 15))
  let remove s i = s.(i lsr 4) <- s.(i lsr 4) land lnot (1 lsl (i land 15))
  let mem s i = s.(i lsr 4) land (1 lsl (i land 15)) <> 0
  let cardinal = Array.fold_left (fun c w -> c + popcount w) 0
end

let subsets l =
  let a = Array.of_list l in
  let n = Array.length a in
  List.init (1 lsl n) (fun mask -> List.filteri (fun i _ -> mask land (1 lsl i) <> 0) l)

let () =
  List.iter
    (fun a ->
      Printf.printf "%d:" a;
      List.iter (fun b -> Printf.printf " %d/%d/%d" (a land b) (a lor b) (a lxor b)) [0; 1; -1; 0xFF; -16];
      Printf.printf " not %d\n" (lnot a))
    values;
  List.iter
    (fun a ->
      Printf.printf "%d:" a;
      List.iter (fun s -> Printf.printf " %d" (a asr s)) [0; 1; 4; 8; 30];
      if a >= 0 then List.iter (fun s -> Printf.printf " %d" (a lsr s)) [0; 1; 4; 8; 30];
      if abs a < 0x10000 then List.iter (fun s -> Printf.printf " %d" (a lsl s)) [0; 1; 4; 12];
      print_newline ())
    values;
  List.iter (fun n -> Printf.printf "%d " (popcount n)) [0; 1; 255; 0x12345678 land 0x3FFFFFFF; 0x3FFFFFFF];
  print_newline ();
  List.iter (fun n -> Printf.printf "%s " (to_binary 8 n)) [0; 1; 170; 255; -1; -2];
  print_newline ();
  for i = 0 to 15 do Printf.printf "%s " (to_binary 4 (gray i)) done;
  print_newline ();
  Printf.printf "%x %x %x\n" (reverse_bits 8 0b10110000) (reverse_bits 16 1) (reverse_bits 24 0xABCDEF);
  Printf.printf "%04x %04x %04x\n" (crc16 "123456789") (crc16 "") (crc16 "The quick brown fox");
  let next = xorshift 1 in
  for _ = 1 to 10 do Printf.printf "%d " (next ()) done;
  print_newline ();
  let b = Bitset.create 100 in
  List.iter (Bitset.add b) [0; 3; 15; 16; 31; 32; 64; 99];
  Bitset.remove b 31;
  Printf.printf "%d %B %B %B\n" (Bitset.cardinal b) (Bitset.mem b 16) (Bitset.mem b 31) (Bitset.mem b 98);
  List.iter (fun l -> Printf.printf "{%s}" (String.concat "" l)) (subsets ["a"; "b"; "c"]);
  print_newline ();
  let swap_bytes n = ((n land 0xFF) lsl 8) lor ((n lsr 8) land 0xFF) in
  Printf.printf "%x %x\n" (swap_bytes 0x1234) (swap_bytes 0xFF00);
  let pack r g b = (r lsl 16) lor (g lsl 8) lor b in
  let unpack c = ((c lsr 16) land 255, (c lsr 8) land 255, c land 255) in
  let r, g, bl = unpack (pack 18 200 255) in
  Printf.printf "%06x %d %d %d\n" (pack 18 200 255) r g bl;
  Printf.printf "%d %d %d\n" (1 lsl 29) (-1 lsl 29) ((-1) asr 10);
  Printf.printf "%B\n" (List.for_all (fun a -> a lxor (-1) = lnot a && -a = lnot a + 1 || a = -0x40000000) values)
