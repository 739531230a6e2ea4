-- For the unpacked archive of a release: luarocks make compiler/live/lua_of_ocaml-0.1.0-1.rockspec
rockspec_format = "3.0"
package = "lua_of_ocaml"
version = "0.1.0-1"
source = {url = "file://lua_of_ocaml-0.1.0.tar.gz", dir = "lua_of_ocaml-0.1.0"}
description = {
  summary = "Compiles OCaml bytecode to Lua",
  detailed = "The compiler of OCaml bytecode to Lua, itself in Lua: compile and load OCaml programs at run time.",
  license = "MIT",
}
dependencies = {"lua >= 5.1, < 5.5"}
build = {
  type = "builtin",
  modules = {lua_of_ocaml = "nvim/lua/lua_of_ocaml.lua"},
  install = {bin = {lua_of_ocaml = "lua_of_ocaml.lua"}},
}
