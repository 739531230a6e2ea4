-- Predefined exceptions and the functions that raise them (answers to runtime/fail.c and startup_aux.c).
-- An exception slot is {248, name, id}; ids -1..-12 in the order of OCaml's predefined globals. Raise = error(block):
-- a table passes through `error` with its identity and without a position.

--: caml_exn_Out_of_memory
local caml_exn_Out_of_memory = {248, "Out_of_memory", -1}

--: caml_exn_Sys_error
local caml_exn_Sys_error = {248, "Sys_error", -2}

--: caml_exn_Failure
local caml_exn_Failure = {248, "Failure", -3}

--: caml_exn_Invalid_argument
local caml_exn_Invalid_argument = {248, "Invalid_argument", -4}

--: caml_exn_End_of_file
local caml_exn_End_of_file = {248, "End_of_file", -5}

--: caml_exn_Division_by_zero
local caml_exn_Division_by_zero = {248, "Division_by_zero", -6}

--: caml_exn_Not_found
local caml_exn_Not_found = {248, "Not_found", -7}

--: caml_exn_Match_failure
local caml_exn_Match_failure = {248, "Match_failure", -8}

--: caml_exn_Stack_overflow
local caml_exn_Stack_overflow = {248, "Stack_overflow", -9}

--: caml_exn_Sys_blocked_io
local caml_exn_Sys_blocked_io = {248, "Sys_blocked_io", -10}

--: caml_exn_Assert_failure
local caml_exn_Assert_failure = {248, "Assert_failure", -11}

--: caml_exn_Undefined_recursive_module
local caml_exn_Undefined_recursive_module = {248, "Undefined_recursive_module", -12}

--: caml_exn_Lua_error
--- Slot of the exception that carries an error of Lua itself or of a host function, with its message.
local caml_exn_Lua_error = {248, "Lua.Error", -13}

--: caml_failwith
---@param msg string
local function caml_failwith(msg)
  lua_error({0, caml_exn_Failure, msg})
end

--: caml_invalid_argument
---@param msg string
local function caml_invalid_argument(msg)
  lua_error({0, caml_exn_Invalid_argument, msg})
end

--: caml_raise_not_found
local function caml_raise_not_found()
  lua_error(caml_exn_Not_found)
end

--: caml_raise_end_of_file
local function caml_raise_end_of_file()
  lua_error(caml_exn_End_of_file)
end

--: caml_raise_zero_divide
local function caml_raise_zero_divide()
  lua_error(caml_exn_Division_by_zero)
end

--: caml_raise_sys_error
---@param msg string
local function caml_raise_sys_error(msg)
  lua_error({0, caml_exn_Sys_error, msg})
end

--: caml_raise_out_of_memory
local function caml_raise_out_of_memory()
  lua_error(caml_exn_Out_of_memory)
end

--: caml_array_bound_error
local function caml_array_bound_error()
  lua_error({0, caml_exn_Invalid_argument, "index out of bounds"})
end

--: caml_wrap_exception
--- What pcall caught, as an OCaml exception.
---@param e any
local function caml_wrap_exception(e)
  if lua_type(e) == "table" and (e[1] == 0 or e[1] == 248 or e.rt_exit) then return e end
  return rt_lua_exception(e)
end

--: caml_wrap_exception if backtraces
--- What Lua has raised itself has no backtrace.
---@param e any
local function caml_wrap_exception(e)
  if lua_type(e) == "table" and (e[1] == 0 or e[1] == 248 or e.rt_exit) then return e end
  rt_backtrace.exn, rt_backtrace.slots = nil, {0, most = 1024}
  return rt_lua_exception(e)
end

--: rt_lua_exception
--- Errors of Lua itself become Stack_overflow, Out_of_memory or `Lua.Error message`. 5.1 says "error in error handling"
--- when it overflows inside a C function.
---@param e any
local function rt_lua_exception(e)
  local msg = lua_type(e) == "string" and e or lua_tostring(e)
  if lua_find(msg, "stack overflow", 1, true) or lua_find(msg, "error in error handling", 1, true) then
    return caml_exn_Stack_overflow
  end
  if lua_find(msg, "not enough memory", 1, true) then return caml_exn_Out_of_memory end
  return {0, caml_exn_Lua_error, msg}
end
