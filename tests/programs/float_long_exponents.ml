(* Exponents of more digits than some readers of numbers take. *)
let show s = match float_of_string s with
  | x -> Printf.printf "%s -> %h\n" s x
  | exception Failure m -> Printf.printf "%s -> failure %s\n" s m

let () =
  List.iter show
    [ "1e999999999999999999"; "1e-99999999999"; "-1e99999999999"; "0e99999999999"; "-0e-99999999999"; "1e99999"; "1e-99999";
      "1e00000000000000000005"; "1.5e-0000000000000000003"; "2E+000000000000"; " 1e1_000_000_000_000"; "1e"; "1e+"; "1e99999999999x";
      ".5e00000000000000000001"; "0x1p99999"; "0x1p-99999"; "1" ^ String.make 400 '0' ^ "e-400"; "0." ^ String.make 400 '0' ^ "1e401" ];
  show "1_e_9"
