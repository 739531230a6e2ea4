let () = print_endline "Hello"
