(* Writes expect/bigarray.lua without its first and last lines; of `big` it keeps the ends. *)
open Bigarray
let hex s = String.concat "" (List.map (fun c -> Printf.sprintf "%02x" (Char.code c)) (List.of_seq (String.to_seq s)))
let p name v = Printf.printf "  %s = {hex = \"%s\", hash = %d},\n" name (hex (Marshal.to_string v [])) (Hashtbl.hash v)
let a1 k l = Array1.of_array k c_layout l
let () =
  p "f64" (a1 float64 [|1.5; -0.0; nan *. 0. +. 2.; infinity|]);
  p "f32" (a1 float32 [|1.1; -2.5; 1e40; 1e-42|]);
  p "i8s" (a1 int8_signed [|127; 128; -1; 300; 5|]);
  p "i8u" (a1 int8_unsigned [|127; 128; -1; 300; 5; 6; 7|]);
  p "i16s" (a1 int16_signed [|32767; 32768; -1|]);
  p "i16u" (a1 int16_unsigned [|32767; 32768; -1; 70000|]);
  p "i32" (a1 int32 [|1l; -1l; Int32.min_int|]);
  p "i64" (a1 int64 [|1L; -1L; 0x123456789abcdef0L|]);
  p "int" (a1 int [|1; -1; 100000|]);
  p "nat" (a1 nativeint [|1n; -1n; 100000n|]);
  p "c32" (a1 complex32 [|{Complex.re=1.1; im=2.}; {Complex.re=0.; im= -1.}|]);
  p "c64" (a1 complex64 [|{Complex.re=1.1; im=2.}|]);
  p "chr" (a1 char [|'a'; 'b'; '\255'|]);
  p "m2" (let m = Array2.create int8_unsigned fortran_layout 2 3 in for i = 1 to 2 do for j = 1 to 3 do m.{i,j} <- 10*i+j done done; m);
  p "big" (let m = Array1.create int8_unsigned c_layout 70000 in for i = 0 to 69999 do m.{i} <- i * 7 done; m)
