(* Constant indices that an int of 32 bits holds, far beyond any array. *)
let attempt name f = print_endline (name ^ match f () with _ -> ": fine" | exception Invalid_argument m -> ": " ^ m)
let () =
  let a = [| 1; 2 |] and s = "ab" and b = Bytes.make 2 'x' in
  attempt "a" (fun () -> a.(0x3fffffff));
  attempt "b" (fun () -> a.(0x3ffffffe));
  attempt "c" (fun () -> a.(-0x40000000));
  attempt "d" (fun () -> Char.code s.[0x3fffffff]);
  attempt "e" (fun () -> Char.code (Bytes.get b 0x3fffffff));
  attempt "f" (fun () -> a.(0x3fffffff) <- 1; 0);
  attempt "g" (fun () -> a.(0x7ffffffe));
  attempt "h" (fun () -> a.(0x7fffffff));
  attempt "i" (fun () -> Char.code s.[0x7fffffff]);
  attempt "j" (fun () -> Bytes.set b 0x7ffffffe 'y'; 0)
