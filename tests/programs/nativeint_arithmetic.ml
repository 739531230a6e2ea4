(* int63 only *)
(* Nativeint with 64 bits: the limits, wrap-around, shifts, conversions. *)

let values = [0n; 1n; -1n; Nativeint.max_int; Nativeint.min_int; 0x123456789ABCDEFn; -77n; 4294967296n]

let () =
  Printf.printf "%d %nd %nd\n" Nativeint.size Nativeint.max_int Nativeint.min_int;
  List.iter
    (fun a ->
      Printf.printf "%nd:" a;
      List.iter
        (fun b ->
          let open Nativeint in
          Printf.printf " %nd,%nd,%nd" (add a b) (sub a b) (mul a b);
          if b <> 0n then Printf.printf ",%nd,%nd" (div a b) (rem a b);
          Printf.printf ",%d" (compare a b))
        values;
      print_newline ())
    values;
  List.iter
    (fun a ->
      let open Nativeint in
      Printf.printf "%nd: %nd %nd %nd %nd %nd %nx\n" a (neg a) (abs a) (succ a) (pred a) (lognot a) (logor a 0xF0F0n);
      List.iter (fun n -> Printf.printf " %nd/%nd/%nd" (shift_left a n) (shift_right a n) (shift_right_logical a n)) [0; 1; 32; 63];
      print_newline ())
    values;
  List.iter (fun a -> Printf.printf "%s %nu %h %ld %d\n" (Nativeint.to_string a) a (Nativeint.to_float a) (Nativeint.to_int32 a) (Nativeint.to_int a)) values;
  Printf.printf "%nd %nd %nd\n" (Nativeint.of_int max_int) (Nativeint.of_int32 (-1l)) (Nativeint.of_float (-2.5));
  List.iter
    (fun s -> match Nativeint.of_string_opt s with Some n -> Printf.printf "%s=%nd " s n | None -> Printf.printf "%s=none " s)
    ["9223372036854775807"; "9223372036854775808"; "0xFFFFFFFFFFFFFFFF"; "-1"; "abc"];
  print_newline ();
  Printf.printf "%nd %nd %d\n" (Nativeint.unsigned_div (-1n) 7n) (Nativeint.unsigned_rem (-1n) 7n) (Nativeint.unsigned_compare (-1n) 1n);
  Printf.printf "%d %d\n" (Hashtbl.hash 123456789012n) (Hashtbl.hash (-1n));
  Printf.printf "%Ld %nd\n" (Int64.of_nativeint Nativeint.min_int) (Int64.to_nativeint 0x7000000000000000L);
  (try ignore (Nativeint.rem 1n 0n) with Division_by_zero -> print_endline "Division_by_zero")
