(* int63 only *)
(* The full range of 63-bit ints: wrap-around of sums and products, max_int and
   min_int, shifts across the word, hashes by multiplication, printing. *)

let fnv s =
  let h = ref 0x1bf29ce484222325 in
  String.iter (fun c -> h := (!h lxor Char.code c) * 0x100000001b3) s;
  !h

let lcg x = (x * 3935559000370003845) + 1442695040888963407

let rec fact n = if n <= 1 then 1 else n * fact (n - 1)

let values = [0; 1; -1; max_int; min_int; max_int - 1; min_int + 1; 1 lsl 32; -(1 lsl 32); 0x7fffffff; 0x80000000; 0xffffffff; 1 lsl 53; (1 lsl 53) + 1; 1 lsl 61; 123456789012345678]

let () =
  Printf.printf "%d %d %d\n" max_int min_int Sys.int_size;
  Printf.printf "%d %d %d %d\n" (max_int + 1) (min_int - 1) (-min_int) (abs min_int);
  Printf.printf "%d %d %d\n" (max_int * 2) (min_int * -1) (max_int * max_int);
  Printf.printf "%d %d %d %d\n" (min_int / -1) (min_int mod -1) (max_int / -1) (min_int / 2);
  List.iter (fun a -> Printf.printf "%d %x %u\n" a a a) values;
  List.iter
    (fun a -> Printf.printf "%d: +%d -%d *%d /%d mod %d\n" a (a + 123456789123) (a - 987654321987) (a * 1000003) (a / 1000003) (a mod 1000003))
    values;
  List.iter
    (fun a -> Printf.printf "%d: lsl %d %d lsr %d %d asr %d %d\n" a (a lsl 1) (a lsl 40) (a lsr 1) (a lsr 40) (a asr 1) (a asr 40))
    values;
  List.iter (fun a -> Printf.printf "%d %d %d %d\n" (a land 0xFFFF0000FFFF) (a lor 0x5555) (a lxor 0x123456789ABCDEF) (lnot a)) values;
  List.iter (fun s -> Printf.printf "%S %x\n" s (fnv s)) [""; "a"; "hello"; "The quick brown fox"];
  let x = ref 1 in
  for _ = 1 to 10 do x := lcg !x; Printf.printf "%d " (!x lsr 33) done;
  print_newline ();
  for i = 15 to 25 do Printf.printf "%d! = %d\n" i (fact i) done;
  List.iter (fun a -> List.iter (fun b -> Printf.printf "%d" (compare a b)) values; print_newline ()) values;
  List.iter
    (fun s -> match int_of_string_opt s with Some n -> Printf.printf "%s=%d\n" s n | None -> Printf.printf "%s=none\n" s)
    ["4611686018427387903"; "4611686018427387904"; "-4611686018427387904"; "-4611686018427387905"; "0x7fffffffffffffff"; "0x8000000000000000"; "0xffffffffffffffff"; "0u9223372036854775807"; "0b1111111111111111111111111111111111111111"];
  List.iter (fun f -> Printf.printf "%d " (int_of_float f)) [1e18; -1e18; 9007199254740993.; 4611686018427387000.];
  Printf.printf "%.1f %.1f\n" (float_of_int max_int) (float_of_int ((1 lsl 53) + 1));
  Printf.printf "%d %d %d\n" (Hashtbl.hash max_int) (Hashtbl.hash min_int) (Hashtbl.hash (1 lsl 40));
  List.iter (fun a -> Printf.printf "%B " (Marshal.from_string (Marshal.to_string a []) 0 = a)) values;
  print_newline ();
  Printf.printf "%s %s\n" (Int64.to_string (Int64.of_int min_int)) (Nativeint.to_string (Nativeint.of_int max_int));
  Printf.printf "%d %d\n" (Int64.to_int 0x7fffffffffffffffL) (Int64.to_int 0x4000000000000000L);
  let sum = ref 0 in
  for i = max_int - 3 to max_int - 1 do sum := !sum + i done;
  Printf.printf "%d\n" !sum
