-- Lua's values in OCaml: the primitives of the library Lua (runtime/ocaml/lua.mli), and the way from Lua into OCaml code.
-- A value crosses as it is. Only nil and false, which no OCaml value may be, have stand-ins on OCaml's side.

--: rt_lua_nil
local rt_lua_nil = {251, "nil"}

--: rt_lua_false
local rt_lua_false = {251, "false"}

--: rt_from_lua
local function rt_from_lua(v)
  if v == nil then return rt_lua_nil end
  if v == false then return rt_lua_false end
  return v
end

--: rt_to_lua
local function rt_to_lua(v)
  if v == rt_lua_nil then return nil end
  if v == rt_lua_false then return false end
  return v
end

--: rt_lua_list
--- An OCaml array of the arguments.
local function rt_lua_list(...)
  local n, list = lua_select("#", ...), {0, ...}
  for i = 2, n + 1 do
    if not list[i] then list[i] = rt_from_lua(list[i]) end
  end
  return list
end

--: rt_lua_values
--- The elements of an OCaml array, as several values.
local function rt_lua_values(array)
  local n, values = #array - 1, {}
  for i = 1, n do values[i] = rt_to_lua(array[i + 1]) end
  return lua_unpack(values, 1, n)
end

--: rt_lua_expected
---@param what string
local function rt_lua_expected(what, v)
  lua_error({0, caml_exn_Lua_error, what .. " expected, got " .. caml_lua_type(v)})
end

--: rt_enter
--- Calls an OCaml function from Lua, on a stack of its own: whoever called may stand in C, which no yield crosses. An
--- exception goes on as it is where OCaml code waits below, else as a message.
---@param f function
local function rt_enter(f, ...)
  if rt_host_enter and rt_exports.entered == 0 then return rt_host_enter(rt_enter_now, f, ...) end
  return rt_enter_now(f, ...)
end

--: rt_host_enter
--- A host that wants to know when its Lua calls OCaml code puts a function that calls its arguments among the globals of
--- the program.
local rt_host_enter = lua_rawget(lua_globals, "lua_of_ocaml_enter")

--: rt_enter_now
local function rt_enter_now(f, ...)
  local frame = {}
  rt_exports.entered = rt_exports.entered + 1
  rt_enter_frame(frame)
  D, P = 0, 0
  local ok, a = rt_drive(f, ...)
  rt_leave_frame(frame)
  if ok then return a end
  rt_leave_by_error(a)
end

--: caml_lua_export
---@param name string
local function caml_lua_export(name, v)
  if not rt_exports.table then rt_exports.table = {} end
  rt_exports.table[name] = rt_to_lua(v)
  return 0
end

--: caml_lua_nil
local function caml_lua_nil(unit)
  return rt_lua_nil
end

--: caml_lua_of_bool
local function caml_lua_of_bool(b)
  return b == 1 or rt_lua_false
end

--: caml_lua_to_bool
--- As Lua's `if` sees it.
local function caml_lua_to_bool(v)
  if v == rt_lua_nil or v == rt_lua_false then return 0 end
  return 1
end

--: caml_lua_to_int
--- Raises Lua.Error for what is no number, or no int of the program's width.
local function caml_lua_to_int(v)
  if lua_type(v) ~= "number" then rt_lua_expected("integer", v) end
  if v ~= lua_floor(v) or v < -2147483648 or v > 2147483647 then rt_lua_expected("integer", v) end
  return lua_floor(v)
end

--: caml_lua_to_int if int63
local function caml_lua_to_int(v)
  if lua_type(v) ~= "number" then rt_lua_expected("integer", v) end
  local i = lua_tointeger(v)
  if not i or i < -0x4000000000000000 or i > 0x3fffffffffffffff then rt_lua_expected("integer", v) end
  return i
end

--: caml_lua_to_float
local function caml_lua_to_float(v)
  if lua_type(v) ~= "number" then rt_lua_expected("number", v) end
  return v + 0.0
end

--: caml_lua_to_string
local function caml_lua_to_string(v)
  if lua_type(v) ~= "string" then rt_lua_expected("string", v) end
  return v
end

--: caml_lua_show
--- What Lua's tostring says.
local function caml_lua_show(v)
  return lua_tostring(rt_to_lua(v))
end

--: caml_lua_type
--- The name of the Lua type.
local function caml_lua_type(v)
  return lua_type(rt_to_lua(v))
end

--: caml_lua_equal
local function caml_lua_equal(a, b)
  return a == b and 1 or 0
end

--: caml_lua_table
local function caml_lua_table(unit)
  return {}
end

--: caml_lua_get
local function caml_lua_get(t, k)
  return rt_from_lua(rt_to_lua(t)[rt_to_lua(k)])
end

--: caml_lua_set
local function caml_lua_set(t, k, v)
  rt_to_lua(t)[rt_to_lua(k)] = rt_to_lua(v)
  return 0
end

--: caml_lua_length
local function caml_lua_length(t)
  return #rt_to_lua(t)
end

--: caml_lua_pairs
--- An array of keys and values in turn.
local function caml_lua_pairs(t)
  local list, n = {0}, 1
  for k, v in lua_next, rt_to_lua(t) do
    list[n + 1], list[n + 2] = k, v or rt_lua_false
    n = n + 2
  end
  return list
end

--: caml_lua_elements
--- The elements 1 to #t of a table, as an array.
local function caml_lua_elements(t)
  t = rt_to_lua(t)
  local list = {0}
  for i = 1, #t do list[i + 1] = rt_from_lua(t[i]) end
  return list
end

--: caml_lua_call
--- Calls with the elements of an array; the first result.
local function caml_lua_call(f, args)
  return rt_from_lua((rt_to_lua(f)(rt_lua_values(args))))
end

--: caml_lua_call_all
--- All results, as an array.
local function caml_lua_call_all(f, args)
  return rt_lua_list(rt_to_lua(f)(rt_lua_values(args)))
end

--: caml_lua_method
--- object:name(...); the first result.
local function caml_lua_method(object, name, args)
  object = rt_to_lua(object)
  return rt_from_lua((object[name](object, rt_lua_values(args))))
end

--: caml_lua_global
local function caml_lua_global(name)
  return rt_from_lua(lua_rawget(lua_globals, name))
end

--: caml_lua_function
--- A Lua function for one of OCaml that takes the array of its arguments and gives its result.
local function caml_lua_function(f)
  return function(...)
    return rt_to_lua(rt_enter(f, rt_lua_list(...)))
  end
end

--: caml_lua_function_all
--- For one that gives the array of its results.
local function caml_lua_function_all(f)
  return function(...)
    return rt_lua_values(rt_enter(f, rt_lua_list(...)))
  end
end

--: caml_lua_raise
--- Lua's error(v): what is raised is the value itself.
local function caml_lua_raise(v)
  lua_error(rt_to_lua(v), 0)
end

--: caml_lua_error_module
--- The block of a module that holds the exception Lua.Error, for the library to unpack.
local function caml_lua_error_module(unit)
  return {0, caml_exn_Lua_error}
end
