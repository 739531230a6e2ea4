let name = Words.name
let () = Printf.printf "Hello %s\n" name
