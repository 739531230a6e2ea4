(* Int32: wrap-around, division, shifts, conversions, unsigned operations,
   parsing, comparison, and a few classic 32-bit hashes. *)

let values = [0l; 1l; -1l; Int32.max_int; Int32.min_int; 0x12345678l; -0x12345678l; 65536l; 100l; -7l]

let fnv1a s =
  let h = ref 0x811C9DC5l in
  String.iter (fun c -> h := Int32.mul (Int32.logxor !h (Int32.of_int (Char.code c))) 0x01000193l) s;
  !h

let crc32 =
  let table = Array.init 256 (fun n ->
      let c = ref (Int32.of_int n) in
      for _ = 0 to 7 do
        c := if Int32.logand !c 1l <> 0l then Int32.logxor 0xEDB88320l (Int32.shift_right_logical !c 1) else Int32.shift_right_logical !c 1
      done;
      !c) in
  fun s ->
    let c = ref 0xFFFFFFFFl in
    String.iter (fun ch ->
        let i = Int32.to_int (Int32.logand (Int32.logxor !c (Int32.of_int (Char.code ch))) 0xFFl) in
        c := Int32.logxor table.(i) (Int32.shift_right_logical !c 8)) s;
    Int32.logxor !c 0xFFFFFFFFl

let rotl x n = Int32.logor (Int32.shift_left x n) (Int32.shift_right_logical x (32 - n))
let xorshift x =
  let x = Int32.logxor x (Int32.shift_left x 13) in
  let x = Int32.logxor x (Int32.shift_right_logical x 17) in
  Int32.logxor x (Int32.shift_left x 5)

let () =
  Printf.printf "%ld %ld %ld %ld %ld\n" Int32.zero Int32.one Int32.minus_one Int32.max_int Int32.min_int;
  List.iter
    (fun a ->
      Printf.printf "%ld:" a;
      List.iter
        (fun b ->
          let open Int32 in
          Printf.printf " %ld,%ld,%ld" (add a b) (sub a b) (mul a b);
          if b <> 0l then Printf.printf ",%ld,%ld" (div a b) (rem a b);
          Printf.printf ",%d%B" (compare a b) (a < b))
        values;
      print_newline ())
    values;
  List.iter
    (fun a ->
      let open Int32 in
      Printf.printf "%ld: %ld %ld %ld %ld %ld %ld\n" a (neg a) (abs a) (succ a) (pred a) (lognot a) (logand a 0xFF00FF00l);
      List.iter (fun n -> Printf.printf " %ld/%ld/%ld" (shift_left a n) (shift_right a n) (shift_right_logical a n)) [0; 1; 15; 31];
      print_newline ())
    values;
  List.iter (fun a -> Printf.printf "%s %lx %lu %h " (Int32.to_string a) a a (Int32.to_float a)) values;
  print_newline ();
  List.iter (fun f -> Printf.printf "%ld " (Int32.of_float f)) [1.9; -1.9; 2147483647.; -2147483648.; 0.];
  List.iter (fun n -> Printf.printf "%ld %d " (Int32.of_int n) (Int32.to_int (Int32.of_int n))) [0; -1; 1000000; -1000000; 0x3FFFFFFF];
  print_newline ();
  List.iter
    (fun s -> match Int32.of_string_opt s with Some n -> Printf.printf "%s=%ld " s n | None -> Printf.printf "%s=none " s)
    ["123"; "-2147483648"; "2147483647"; "2147483648"; "0xFFFFFFFF"; "0x100000000"; "0u4294967295"; "0b101"; "1_0"; ""; "x"];
  print_newline ();
  Printf.printf "%d %d\n" (Int32.unsigned_compare (-1l) 1l) (Int32.unsigned_compare 5l 5l);
  Printf.printf "%ld %ld %s\n" (Int32.unsigned_div (-1l) 10l) (Int32.unsigned_rem (-1l) 10l) (match Int32.unsigned_to_int 77l with Some n -> string_of_int n | None -> "none");
  Printf.printf "%B %B %ld\n" (Int32.equal 5l 5l) (5l = Int32.add 2l 3l) (Int32.logor 0x0F0F0F0Fl 0x30303030l);
  List.iter (fun s -> Printf.printf "%08lx %08lx\n" (fnv1a s) (crc32 s)) [""; "a"; "123456789"; "The quick brown fox jumps over the lazy dog"];
  Printf.printf "%08lx %08lx\n" (rotl 0x80000001l 4) (rotl 0x12345678l 16);
  let x = ref 0x92D68CA2l in
  for _ = 1 to 6 do x := xorshift !x; Printf.printf "%lu " !x done;
  print_newline ();
  (try ignore (Int32.div 5l 0l) with Division_by_zero -> print_endline "Division_by_zero");
  let l = List.sort compare [3l; -1l; Int32.min_int; 0l; Int32.max_int; 2l] in
  List.iter (Printf.printf "%ld ") l;
  let module M = Map.Make (Int32) in
  let m = List.fold_left (fun m k -> M.add k (Int32.to_string k) m) M.empty l in
  Printf.printf "%s %d\n" (M.find 2l m) (Hashtbl.hash 12345l);
  Printf.printf "%lx %lx\n" (Int32.bits_of_float 1.5) (Int32.bits_of_float (-0.1));
  Printf.printf "%g %g\n" (Int32.float_of_bits 0x40490fdbl) (Int32.float_of_bits 0xff800000l)
