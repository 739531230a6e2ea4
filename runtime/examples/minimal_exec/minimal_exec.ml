let () = print_string "test\n"
