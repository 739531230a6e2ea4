(* Writes expect/marshal.lua without its first and last lines: ocamlc marshal.ml -o m && ./m *)
let hex s = String.concat "" (List.map (fun c -> Printf.sprintf "%02x" (Char.code c)) (List.of_seq (String.to_seq s)))
let p name ?(flags=[]) v = Printf.printf "  %s = \"%s\",\n" name (hex (Marshal.to_string v flags))
type t = A | B of int | C of int * string | D of float
let rec cyc = 1 :: 2 :: cyc
let () =
  p "int0" 0; p "int63" 63; p "int64" 64; p "intm1" (-1); p "int127" 127; p "intm128" (-128); p "int128" 128;
  p "int32767" 32767; p "intm32768" (-32768); p "int32768" 32768; p "int30m" 1073741823; p "int30" 1073741824; p "intm30" (-1073741824); p "intm30m" (-1073741825);
  p "intmax32" 2147483647;
  p "float" 1.5; p "float1" 1.0; p "floattiny" 5e-324; p "floatnorm" 2.2250738585072014e-308; p "floatsub" 2.2250738585072009e-308; p "floatmax" max_float; p "neginf" neg_infinity; p "negzero" (-0.); p "pi" 3.141592653589793;
  p "str0" ""; p "str" "hello"; p "str31" (String.make 31 'x'); p "str32" (String.make 32 'y'); p "str300" (String.make 300 'z');
  p "tuple" (1, "ab", 2.5); p "list" [1;2;3]; p "variant" [A; B 3; C (4, "q"); D 0.25];
  p "farr" [|1.;2.5;-3.|]; p "arr0" [||]; p "arr10" (Array.init 10 (fun i -> i)); p "farr300" (Array.init 300 float_of_int);
  p "i32" [1l; -1l; Int32.min_int]; p "i64" [1L; -1L; 0x123456789abcdef0L; Int64.min_int]; p "nat" [1n; -1n; 0x7fffffffn];
  let sh = (1,2) in p "shared" (sh, sh, sh); p "noshare" ~flags:[Marshal.No_sharing] (sh, sh);
  let s = "a string" in p "sharedstr" (s, s);
  p "cyc" cyc;
  let b = ref 0 in p "big" (Array.append (Array.init 300 (fun i -> ref i)) [|b;b|]);
  p "tag20" (Obj.with_tag 20 (Obj.repr (1,2))); 
  p "lazyv" (Lazy.from_val 5); p "fwd" (let l = lazy (1.5 +. 1.) in ignore (Lazy.force l); l);
  p "obj" (Obj.with_tag Obj.object_tag (Obj.repr (0, 5, 6)));
  p "bytes" (Bytes.of_string "by", Bytes.of_string "by")
