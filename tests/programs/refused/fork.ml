(* uses unix: what no host can do. Not to be translated: see CMakeLists.txt *)
let () = match Unix.fork () with 0 -> exit 0 | pid -> Printf.printf "%b\n" (pid > 0)
