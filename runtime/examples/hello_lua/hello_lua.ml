let () = print_endline "Hello from Lua_of_ocaml!"
