-- The end of a program that an exception escaped from (answers to runtime/printexc.c), and the plain text of an exception.

--: rt_format_exception
--- Text of an exception as the runtime prints it when Printexc is not there; 255 bytes at most.
---@param exn table
local function rt_format_exception(exn)
  local function c_string(s)
    s = lua_tostring(s)
    local stop = lua_find(s, "\0", 1, true)
    return stop and lua_sub(s, 1, stop - 1) or s
  end
  if exn[1] ~= 0 then return lua_sub(c_string(exn[2]), 1, 255) end
  local slot = exn[2]
  local text = c_string(slot[2]) .. "("
  local bucket, start = exn, 3
  local arg = exn[3]
  if #exn == 3 and lua_type(arg) == "table" and arg[1] == 0
    and (slot == caml_exn_Match_failure or slot == caml_exn_Assert_failure or slot == caml_exn_Undefined_recursive_module) then
    bucket, start = arg, 2
  end
  for i = start, #bucket do
    if i > start then text = text .. ", " end
    local v = bucket[i]
    local kind = lua_type(v)
    if kind == "number" and not rt_is_float(v) then
      text = text .. lua_format("%d", v)
    elseif kind == "string" then
      text = text .. '"' .. c_string(v) .. '"'
    else
      text = text .. "_"
    end
  end
  return lua_sub(text .. ")", 1, 255)
end

--: rt_main_error
--- Ends a program whose main code raised `e` (what pcall caught): Printexc's handler where it is registered, else flush
--- and "Fatal error: exception ..." on stderr; exit code 2. The `{["rt_exit"] = code}` of a host without os.exit goes on.
local function rt_main_error(e)
  if lua_type(e) == "table" and e.rt_exit then lua_error(e) end
  local exn = caml_wrap_exception(e)
  local ok, again
  local handler = rt_named_values["Printexc.handle_uncaught_exception"]
  if handler then
    ok, again = rt_try(handler, exn, 0)
    if not ok and lua_type(again) == "table" and again.rt_exit then lua_error(again) end
  end
  if not ok then
    local text = rt_uncaught_text(exn)
    local at_exit = rt_named_values["Pervasives.do_at_exit"]
    if at_exit and not handler then
      ok, again = rt_try(at_exit, 0)
      if not ok and lua_type(again) == "table" and again.rt_exit then lua_error(again) end
    end
    local err = rt_fds[2] or lua_io and lua_io.stderr
    if err then
      err:write("Fatal error: exception " .. text .. "\n")
      err:flush()
    end
  end
  rt_exit(2)
end

--: rt_uncaught_text
local rt_uncaught_text = rt_format_exception

--: rt_uncaught_text if backtraces
--- With the backtrace, but for the last line feed.
local function rt_uncaught_text(exn)
  local text = rt_format_exception(exn)
  if rt_backtrace.active == 0 then return text end
  local slots = rt_backtrace.slots
  for i = 2, #slots do
    local line = rt_backtrace_line(slots[i], i - 2)
    if line then text = text .. "\n" .. line end
  end
  return text
end

--: rt_leave_by_error
--- Hands what pcall caught to the Lua that called: as it is where OCaml code waits below it, else as a message.
local function rt_leave_by_error(e)
  if rt_exports.entered == 0 and not (lua_type(e) == "table" and e.rt_exit) then
    e = caml_wrap_exception(e)
    if e[2] == caml_exn_Lua_error then e = e[3] else e = rt_format_exception(e) end
  end
  lua_error(e, 0)
end

--: rt_exports
--- `table`: what the program hands to the Lua that loads it, once there is something. `entered`: calls of OCaml code by
--- Lua that are under way, the main code among them.
local rt_exports = {entered = 0}
