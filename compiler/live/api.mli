(** The compiler as a module of Lua: what [require("lua_of_ocaml")] returns. Its page
    for those who use it from Lua is [README.md]. There is nothing to call from
    OCaml: the module exports by the library [Lua]. *)
