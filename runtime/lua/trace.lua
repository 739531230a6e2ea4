-- `--trace-primitives`: each call of a primitive goes through a wrapper that writes it to the standard error, with its
-- arguments in short and its result: `caml_sys_file_exists("x") = 0`. What a primitive calls back is written in between,
-- indented; the result is then on a line of its own, behind the primitive's name. The compiler writes
-- `rt_traced_NAME = rt_trace(NAME, "NAME")` for each primitive that the program calls (link/runtime_section).

--: rt_trace_quote
--- At most 40 bytes of a string, as OCaml writes them.
local function rt_trace_quote(s, length)
  s = lua_gsub(lua_sub(s, 1, 40), "[%c\"\\\127-\255]", function(c)
    if c == "\n" then return "\\n" end
    if c == "\"" or c == "\\" then return "\\" .. c end
    return lua_format("\\%03d", lua_byte(c))
  end)
  return "\"" .. s .. (length > 40 and "\"..." or "\"")
end

--: rt_trace_value
--- A value in short: blocks to the second level, up to eight fields.
local function rt_trace_value(v, depth)
  local kind = lua_type(v)
  if kind == "string" then return rt_trace_quote(v, #v) end
  if kind == "function" then return "<fun>" end
  if kind == "number" then
    if v ~= lua_floor(v) or v == lua_huge or v == 0 - lua_huge then return lua_format("%.17g", v) end
    return lua_format(lua_mathtype and lua_mathtype(v) == "float" and "%.0f." or "%.0f", v)
  end
  local tag = kind == "table" and v[1]
  if lua_type(tag) ~= "number" then return "<" .. kind .. ">" end
  if tag < 0 then return "bytes " .. rt_trace_quote(rt_bytes_slice(v, 0, tag < -41 and 40 or -1 - tag), -1 - tag) end
  if tag == 255 then
    if v[2] == "_chan" then return lua_format("<channel %d>", v.fd) end
    if v[2] == "_j" then return caml_int64_format("%d", v) .. "L" end
    if v[2] == "_i" or v[2] == "_n" then return lua_format("%.0f", v[3]) .. (v[2] == "_i" and "l" or "n") end
    return "<" .. v[2] .. ">"
  end
  if tag == 248 and lua_type(v[2]) == "string" then return v[2] end
  local fields = {}
  for i = 2, #v do
    if depth == 0 or i > 9 then
      fields[#fields + 1] = "..."
      break
    end
    fields[#fields + 1] = rt_trace_value(v[i], depth - 1)
  end
  return (tag == 0 and "" or lua_format("tag %d ", tag)) .. "(" .. lua_concat(fields, ", ") .. ")"
end

--: rt_trace_state
--- depth: primitives under way; open: how deep the one is whose line has no end yet, or nil.
local rt_trace_state = {depth = 0, open = nil}

--: rt_trace_write
local function rt_trace_write(text)
  rt_fds[2]:write(text)
end

--: rt_trace
--- The primitive `f`, with a trace of its calls.
local function rt_trace(f, name)
  local state = rt_trace_state
  local function finish(depth, text)
    if state.open ~= depth then rt_trace_write((state.open and "\n" or "") .. lua_rep("  ", depth) .. name) end
    rt_trace_write(text .. "\n")
    state.depth, state.open = depth, nil
  end
  local function leave(depth, ok, result)
    if ok then
      finish(depth, " = " .. rt_trace_value(result, 2))
      return result
    end
    if lua_type(result) == "table" and result.rt_exit then finish(depth, " exits")
    else finish(depth, " raises " .. rt_format_exception(caml_wrap_exception(result))) end
    lua_error(result, 0)
  end
  return function(...)
    local arguments, depth = {}, state.depth
    for i = 1, lua_select("#", ...) do arguments[i] = rt_trace_value((lua_select(i, ...)), 2) end
    rt_trace_write((state.open and "\n" or "") .. lua_rep("  ", depth) .. name .. "(" .. lua_concat(arguments, ", ") .. ")")
    state.depth, state.open = depth + 1, depth
    return leave(depth, rt_try(f, ...))
  end
end
