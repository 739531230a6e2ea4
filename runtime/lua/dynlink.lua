-- What the toplevel and the linker of ocamlc ask of a bytecode machine (answers to runtime/dynlink.c, meta.c, startup_byt.c).
-- A program in Lua has no bytecode, no section and no shared library: each raises Failure that says so.

--: caml_dynlink_open_lib
---@error Failure
local function caml_dynlink_open_lib(mode, name)
  caml_failwith("shared libraries of C primitives can't be loaded into a program in Lua")
end

--: caml_dynlink_close_lib
---@error Failure
local function caml_dynlink_close_lib(handle)
  caml_failwith("no shared library was loaded")
end

--: caml_dynlink_lookup_symbol
---@error Failure
local function caml_dynlink_lookup_symbol(handle, name)
  caml_failwith("no shared library was loaded")
end

--: caml_dynlink_add_primitive
---@error Failure
local function caml_dynlink_add_primitive(handle)
  caml_failwith("primitives can't be added to a program in Lua")
end

--: caml_dynlink_get_current_libs
--- No shared library is loaded.
local function caml_dynlink_get_current_libs(unit)
  return {0}
end

--: caml_dynlink_get_bytecode_sections
---@error Failure
local function caml_dynlink_get_bytecode_sections(unit)
  caml_failwith("a program in Lua has no bytecode sections")
end

--: caml_get_section_table
---@error Failure
local function caml_get_section_table(unit)
  caml_failwith("a program in Lua has no bytecode sections")
end

--: caml_get_global_data
---@error Failure
local function caml_get_global_data(unit)
  caml_failwith("a program in Lua has no table of globals")
end

--: caml_realloc_global
---@error Failure
local function caml_realloc_global(size)
  caml_failwith("a program in Lua has no table of globals")
end

--: caml_reify_bytecode
---@error Failure
local function caml_reify_bytecode(code, events, digest)
  caml_failwith("a program in Lua can't run bytecode")
end

--: caml_static_release_bytecode
---@error Failure
local function caml_static_release_bytecode(code)
  caml_failwith("a program in Lua can't run bytecode")
end

--: caml_get_current_environment
---@error Failure
local function caml_get_current_environment(unit)
  caml_failwith("the environment of a Lua function can't be read")
end

--: caml_invoke_traced_function
---@error Failure
local function caml_invoke_traced_function(code, env, arg)
  caml_failwith("functions can't be traced in a program in Lua")
end
