-- Strings: Lua strings, immutable (answers to runtime/str.c). `==` and `<` are Lua's own; the order of `<` is strcoll's on
-- PUC Luas, so where the host has set a collation that isn't byte order the comparisons fall back to bytes, at load.

--: caml_ml_string_length
local function caml_ml_string_length(s)
  return #s
end

--: caml_string_get
---@error Invalid_argument "index out of bounds"
local function caml_string_get(s, i)
  -- A negative index would count from the end.
  return i >= 0 and lua_byte(s, i + 1) or caml_array_bound_error()
end

--: caml_string_get16
---@error Invalid_argument "index out of bounds"
local function caml_string_get16(s, i)
  if i < 0 then caml_array_bound_error() end
  local a, b = lua_byte(s, i + 1, i + 2)
  if not b then caml_array_bound_error() end
  return a + b * 256
end

--: caml_string_get32
---@return table boxed int32
local function caml_string_get32(s, i)
  if i < 0 then caml_array_bound_error() end
  local a, b, c, d = lua_byte(s, i + 1, i + 4)
  if not d then caml_array_bound_error() end
  if d >= 128 then d = d - 256 end
  return {255, "_i", a + b * 256 + c * 65536 + d * 16777216}
end

--: caml_string_get64
---@return table boxed int64
local function caml_string_get64(s, i)
  if i < 0 then caml_array_bound_error() end
  local a, b, c, d, e, f, g, h = lua_byte(s, i + 1, i + 8)
  if not h then caml_array_bound_error() end
  if h >= 128 then h = h - 256 end
  return {255, "_j", e + f * 256 + g * 65536 + h * 16777216, a + b * 256 + c * 65536 + d * 16777216}
end

--: caml_string_get64 if int64native
local function caml_string_get64(s, i)
  if i < 0 or i + 8 > #s then caml_array_bound_error() end
  return {255, "_j", (lua_strunpack("<i8", s, i + 1))}
end

--: caml_string_equal
local function caml_string_equal(a, b)
  if a == b then return 1 end
  return 0
end

--: caml_string_notequal
local function caml_string_notequal(a, b)
  if a == b then return 0 end
  return 1
end

--: rt_bytewise
--- Whether Lua's `<` on strings is byte order here.
local rt_bytewise = "B" < "a" and "Z" < "_" and "_" < "a" and "z" < "\128" and "\128" < "\255" and "a-b" < "ab"

--: caml_string_compare
local function caml_string_compare(a, b)
  if a == b then return 0 end
  if a < b then return -1 end
  return 1
end
if not rt_bytewise then
  caml_string_compare = function(a, b)
    local n, m = #a, #b
    for i = 1, n < m and n or m do
      local x, y = lua_byte(a, i), lua_byte(b, i)
      if x ~= y then return x < y and -1 or 1 end
    end
    return n == m and 0 or n < m and -1 or 1
  end
end

--: caml_string_lessthan
local function caml_string_lessthan(a, b)
  if caml_string_compare(a, b) < 0 then return 1 end
  return 0
end

--: caml_string_lessequal
local function caml_string_lessequal(a, b)
  if caml_string_compare(a, b) <= 0 then return 1 end
  return 0
end

--: caml_string_greaterthan
local function caml_string_greaterthan(a, b)
  if caml_string_compare(a, b) > 0 then return 1 end
  return 0
end

--: caml_string_greaterequal
local function caml_string_greaterequal(a, b)
  if caml_string_compare(a, b) >= 0 then return 1 end
  return 0
end
