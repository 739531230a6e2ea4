(* A function in C of a library's own. Not to be translated: see CMakeLists.txt *)
external stub : int -> int = "my_stub"

let () = Printf.printf "%d\n" (stub 1)
