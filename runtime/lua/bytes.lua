-- Bytes (answers to runtime/str.c), in three forms:
--   {-1-n, b0, ..., b(n-1)}: mutable, a slot for each byte;
--   {-1-n, s = text}, or {-1-n, pieces = {...}, count =, filled =}: being filled from the start. What isn't filled is zero.
--     Long ones begin so, except on LuaJIT, and take no slots while they are put together (String.concat, Buffer), which
--     saves time (of the compiler's own 13% on 5.4, 5% on 5.1) and memory (16 bytes a byte). Whatever else happens to them
--     gives them slots (rt_settle);
--   a Lua string that was made into bytes: read-only.
-- A string indexed by a number gives nil: so b[1] == nil tells that form, b[2] == nil the second, and b[i + 2] == nil leads
-- out of every fast path, which is the first's. The unsafe accesses are the compiler's; it calls rt_byte_at,
-- rt_bytes_store and rt_bytes_put then.
-- Cost: Bytes.unsafe_of_string none; other conversions move eight bytes a step, or 4000 through the argument list of
-- string.char and table.unpack (limit: 7997 on 5.1 and LuaJIT).

--: rt_bytes_text
--- What is filled of bytes without slots.
local function rt_bytes_text(b)
  if b.pieces then
    b.s = lua_concat(b.pieces, "", 1, b.count)
    b.pieces = nil
  end
  return b.s or ""
end

--: rt_settle
--- Gives bytes slots.
local function rt_settle(b)
  local n = -1 - b[1]
  if n == 0 or b[2] then return end
  local s = rt_bytes_text(b)
  local filled = #s
  b.s, b.bytes = nil, nil
  for i = 1, filled, 8 do
    b[i + 1], b[i + 2], b[i + 3], b[i + 4], b[i + 5], b[i + 6], b[i + 7], b[i + 8] = lua_byte(s, i, i + 7)
  end
  for i = filled + 1, n do b[i + 1] = 0 end
end

--: rt_bytes_add
--- Puts a piece behind what is filled of bytes without slots, if that ends at `at`; whether it does.
local function rt_bytes_add(b, at, piece)
  local pieces = b.pieces
  if pieces then
    if at ~= b.filled then return false end
    local count = b.count + 1
    pieces[count] = piece
    b.count = count
    b.filled = at + #piece
    return true
  end
  local s = b.s or ""
  if #s ~= at then return false end
  -- Short ones, and what completes them, need no list.
  local filled = at + #piece
  if filled <= 64 or filled == -1 - b[1] then b.s = s .. piece
  else b.pieces, b.count, b.filled = {s, piece}, 2, filled end
  return true
end

--: rt_byte_at
--- Byte i of bytes where b[i + 2] gave nothing: of bytes without slots, or out of bounds.
---@error Invalid_argument "index out of bounds"
local function rt_byte_at(b, i)
  if lua_type(b) == "string" then return i >= 0 and lua_byte(b, i + 1) or caml_array_bound_error() end
  if i < 0 or i >= -1 - b[1] then caml_array_bound_error() end
  rt_settle(b)
  return b[i + 2]
end

--: rt_bytes_store
--- Before a store to slot i of bytes that lack it.
---@error Invalid_argument for a string, or out of bounds
local function rt_bytes_store(b, i)
  if lua_type(b) == "string" then caml_invalid_argument("Bytes: a string made into bytes is read-only") end
  if i < 0 or i >= -1 - b[1] then caml_array_bound_error() end
  rt_settle(b)
end

--: rt_bytes_put
--- Stores a byte into bytes without slots: within bounds, says the program. Some between pieces are pieces;
--- where they are many, slots are better.
---@error Invalid_argument for a string
local function rt_bytes_put(b, i, c)
  if lua_type(b) == "string" then caml_invalid_argument("Bytes: a string made into bytes is read-only") end
  local bytes = b.bytes or 0
  if i > 0 and bytes < 50 and not b[2] and rt_bytes_add(b, i, lua_char(c)) then
    b.bytes = bytes + 1
    return
  end
  rt_settle(b)
  b[i + 2] = c
end

--: rt_bytes_length
local function rt_bytes_length(b)
  local n = b[1]
  if n then return -1 - n end
  return #b
end

--: rt_bytes_slice
--- len bytes from ofs on as a string. Pieces of 4000: the number of arguments is limited.
local function rt_bytes_slice(b, ofs, len)
  if not b[1] then return lua_sub(b, ofs + 1, ofs + len) end
  -- Joining pieces for a part of them, and again after the next piece, would cost the square of the length.
  if not b[2] and (not b.pieces or ofs == 0 and len >= b.filled) then
    local s = rt_bytes_text(b)
    if #s < ofs + len then s = s .. lua_rep("\0", ofs + len - #s) end
    return lua_sub(s, ofs + 1, ofs + len)
  end
  rt_settle(b)
  if len <= 4000 then return lua_char(lua_unpack(b, ofs + 2, ofs + len + 1)) end
  local pieces, n = {}, 0
  local stop = ofs + len + 1
  for i = ofs + 2, stop, 4000 do
    local j = i + 3999
    if j > stop then j = stop end
    n = n + 1
    pieces[n] = lua_char(lua_unpack(b, i, j))
  end
  return lua_concat(pieces, "", 1, n)
end

--: rt_zeros
--- 256 zeros: room for a table in one step.
local rt_zeros = {}
do
  for i = 1, 256 do rt_zeros[i] = 0 end
end

--: caml_create_bytes
--- Short ones get slots at once: those that are written byte by byte are short as a rule.
---@error Invalid_argument "Bytes.create"
local function caml_create_bytes(n)
  if n <= 256 then
    if n < 0 then caml_invalid_argument("Bytes.create") end
    return {-1 - n, lua_unpack(rt_zeros, 1, n)}
  end
  if n > 1073741823 then caml_invalid_argument("Bytes.create") end
  return {-1 - n, s = ""}
end

--: caml_create_bytes if luajit
--- Its compiled loops over slots are faster than its strings.
local function caml_create_bytes(n)
  if n < 0 or n > 1073741823 then caml_invalid_argument("Bytes.create") end
  local b = lua_tablenew(n + 2, 0)
  b[1] = -1 - n
  for i = 2, n + 1 do b[i] = 0 end
  return b
end

--: caml_create_string
local caml_create_string = caml_create_bytes

--: caml_ml_bytes_length
local caml_ml_bytes_length = rt_bytes_length

--: caml_bytes_get
---@error Invalid_argument "index out of bounds"
local function caml_bytes_get(b, i)
  return i >= 0 and b[i + 2] or rt_byte_at(b, i)
end

--: caml_bytes_set
---@error Invalid_argument "index out of bounds"
local function caml_bytes_set(b, i, c)
  if i < 0 or b[i + 2] == nil then rt_bytes_store(b, i) end
  b[i + 2] = c
  return 0
end

--: caml_string_set
local caml_string_set = caml_bytes_set

--: caml_bytes_get16
---@error Invalid_argument "index out of bounds"
local function caml_bytes_get16(b, i)
  local n = b[1]
  if not n then return caml_string_get16(b, i) end
  if i < 0 or i + 2 >= 0 - n then caml_array_bound_error() end
  if not b[2] then rt_settle(b) end
  return b[i + 2] + b[i + 3] * 256
end

--: caml_bytes_get32
---@return table boxed int32
local function caml_bytes_get32(b, i)
  local n = b[1]
  if not n then return caml_string_get32(b, i) end
  if i < 0 or i + 4 >= 0 - n then caml_array_bound_error() end
  if not b[2] then rt_settle(b) end
  local d = b[i + 5]
  if d >= 128 then d = d - 256 end
  return {255, "_i", b[i + 2] + b[i + 3] * 256 + b[i + 4] * 65536 + d * 16777216}
end

--: caml_bytes_get64
---@return table boxed int64
local function caml_bytes_get64(b, i)
  local n = b[1]
  if not n then return caml_string_get64(b, i) end
  if i < 0 or i + 8 >= 0 - n then caml_array_bound_error() end
  if not b[2] then rt_settle(b) end
  local h = b[i + 9]
  if h >= 128 then h = h - 256 end
  return {255, "_j", b[i + 6] + b[i + 7] * 256 + b[i + 8] * 65536 + h * 16777216,
    b[i + 2] + b[i + 3] * 256 + b[i + 4] * 65536 + b[i + 5] * 16777216}
end

--: caml_bytes_get64 if int64native
local function caml_bytes_get64(b, i)
  local n = b[1]
  if not n then return caml_string_get64(b, i) end
  if i < 0 or i + 8 >= 0 - n then caml_array_bound_error() end
  if not b[2] then rt_settle(b) end
  return {255, "_j", b[i + 2] | b[i + 3] << 8 | b[i + 4] << 16 | b[i + 5] << 24
    | b[i + 6] << 32 | b[i + 7] << 40 | b[i + 8] << 48 | b[i + 9] << 56}
end

--: caml_bytes_set16
---@error Invalid_argument "index out of bounds"
local function caml_bytes_set16(b, i, v)
  local n = b[1]
  if not n or i < 0 or i + 2 >= 0 - n then rt_bytes_store(b, -1) end
  if not b[2] then rt_settle(b) end
  v = v % 65536
  local lo = v % 256
  b[i + 2], b[i + 3] = lo, lua_floor((v - lo) / 256)
  return 0
end

--: rt_set32
--- Stores the four bytes of a 32-bit number at slot k of a bytes table.
local function rt_set32(b, k, v)
  v = v % 4294967296
  local b0 = v % 256
  local b1 = v % 65536 - b0
  local b2 = v % 16777216 - b1 - b0
  b[k], b[k + 1], b[k + 2], b[k + 3] = b0, lua_floor(b1 / 256), lua_floor(b2 / 65536),
    lua_floor((v - b2 - b1 - b0) / 16777216)
end

--: rt_set32 if luajit
local function rt_set32(b, k, v)
  b[k], b[k + 1] = lua_bit.band(v, 255), lua_bit.band(lua_bit.rshift(v, 8), 255)
  b[k + 2], b[k + 3] = lua_bit.band(lua_bit.rshift(v, 16), 255), lua_bit.rshift(v, 24)
end

--: rt_set32 if ints
local function rt_set32(b, k, v)
  b[k], b[k + 1], b[k + 2], b[k + 3] = v & 255, v >> 8 & 255, v >> 16 & 255, v >> 24 & 255
end

--: caml_bytes_set32
---@param v table boxed int32
---@error Invalid_argument "index out of bounds"
local function caml_bytes_set32(b, i, v)
  local n = b[1]
  if not n or i < 0 or i + 4 >= 0 - n then rt_bytes_store(b, -1) end
  if not b[2] then rt_settle(b) end
  rt_set32(b, i + 2, v[3])
  return 0
end

--: caml_bytes_set64
---@param v table boxed int64
---@error Invalid_argument "index out of bounds"
local function caml_bytes_set64(b, i, v)
  local n = b[1]
  if not n or i < 0 or i + 8 >= 0 - n then rt_bytes_store(b, -1) end
  if not b[2] then rt_settle(b) end
  rt_set32(b, i + 2, v[4])
  rt_set32(b, i + 6, v[3])
  return 0
end

--: caml_bytes_set64 if int64native
local function caml_bytes_set64(b, i, v)
  local n = b[1]
  if not n or i < 0 or i + 8 >= 0 - n then rt_bytes_store(b, -1) end
  if not b[2] then rt_settle(b) end
  rt_set32(b, i + 2, v[3])
  rt_set32(b, i + 6, v[3] >> 32)
  return 0
end

--: rt_compare_bytes
--- memcmp, then length; each in any form.
local function rt_compare_bytes(a, b)
  local n, m = a[1], b[1]
  if n and not a[2] then rt_settle(a) end
  if m and not b[2] then rt_settle(b) end
  if not n then
    if not m then return caml_string_compare(a, b) end
    return 0 - rt_compare_bytes(b, a)
  end
  n = -1 - n
  if m then
    m = -1 - m
    for i = 2, (n < m and n or m) + 1 do
      local x, y = a[i], b[i]
      if x ~= y then return x < y and -1 or 1 end
    end
  else
    m = #b
    for i = 1, n < m and n or m do
      local x, y = a[i + 1], lua_byte(b, i)
      if x ~= y then return x < y and -1 or 1 end
    end
  end
  if n == m then return 0 end
  return n < m and -1 or 1
end

--: caml_bytes_equal
local function caml_bytes_equal(a, b)
  if a == b then return 1 end
  local n, m = a[1], b[1]
  if not n or not m then
    if (n or m) and rt_bytes_length(a) == rt_bytes_length(b) and rt_compare_bytes(a, b) == 0 then return 1 end
    return 0
  end
  if n ~= m then return 0 end
  if not a[2] then rt_settle(a) end
  if not b[2] then rt_settle(b) end
  for i = 2, 0 - n do
    if a[i] ~= b[i] then return 0 end
  end
  return 1
end

--: caml_bytes_notequal
local function caml_bytes_notequal(a, b)
  return 1 - caml_bytes_equal(a, b)
end

--: caml_bytes_compare
local function caml_bytes_compare(a, b)
  return rt_compare_bytes(a, b)
end

--: caml_bytes_lessthan
local function caml_bytes_lessthan(a, b)
  if rt_compare_bytes(a, b) < 0 then return 1 end
  return 0
end

--: caml_bytes_lessequal
local function caml_bytes_lessequal(a, b)
  if rt_compare_bytes(a, b) <= 0 then return 1 end
  return 0
end

--: caml_bytes_greaterthan
local function caml_bytes_greaterthan(a, b)
  if rt_compare_bytes(a, b) > 0 then return 1 end
  return 0
end

--: caml_bytes_greaterequal
local function caml_bytes_greaterequal(a, b)
  if rt_compare_bytes(a, b) >= 0 then return 1 end
  return 0
end

--: caml_blit_string
--- Copies n bytes of a string. The caller has checked the bounds, as for the other blits; nothing may go to any bytes.
---@error Invalid_argument for a read-only destination
local function caml_blit_string(s, ofs, b, at, n)
  if not b[2] then
    if n <= 0 then return 0 end
    if not b[1] then rt_bytes_store(b) end
    if rt_bytes_add(b, at, n == #s and s or lua_sub(s, ofs + 1, ofs + n)) then return 0 end
    rt_settle(b)
  end
  local i, k, stop = ofs + 1, at + 2, ofs + n
  while i + 7 <= stop do
    b[k], b[k + 1], b[k + 2], b[k + 3], b[k + 4], b[k + 5], b[k + 6], b[k + 7] = lua_byte(s, i, i + 7)
    i = i + 8
    k = k + 8
  end
  while i <= stop do
    b[k] = lua_byte(s, i)
    i = i + 1
    k = k + 1
  end
  return 0
end

--: rt_move
--- rt_move(from, first, last, at, to): copies slots, also within one table when they overlap.
local rt_move = lua_tablemove
if not rt_move then
  rt_move = function(from, first, last, at, to)
    local d = at - first
    if d <= 0 or at > last or from ~= to then
      for i = first, last do to[i + d] = from[i] end
    else
      for i = last, first, -1 do to[i + d] = from[i] end
    end
  end
end

--: caml_blit_bytes
---@error Invalid_argument for a read-only destination
local function caml_blit_bytes(from, ofs, to, at, n)
  if not from[2] and from ~= to then
    return caml_blit_string(from[1] and rt_bytes_slice(from, ofs, n) or from, from[1] and 0 or ofs, to, at, n)
  end
  if not to[2] then
    if n <= 0 then return 0 end
    if not to[1] then rt_bytes_store(to) end
    rt_settle(to)
  end
  rt_move(from, ofs + 2, ofs + n + 1, at + 2, to)
  return 0
end

--: caml_fill_bytes
---@error Invalid_argument when read-only
local function caml_fill_bytes(b, ofs, n, c)
  if not b[2] then
    if n <= 0 then return 0 end
    if not b[1] then rt_bytes_store(b) end
    if rt_bytes_add(b, ofs, lua_rep(lua_char(c), n)) then return 0 end
    rt_settle(b)
  end
  for i = ofs + 2, ofs + n + 1 do b[i] = c end
  return 0
end

--: caml_fill_string
local caml_fill_string = caml_fill_bytes

--: rt_bytes_table
--- New bytes of a string, with slots.
local function rt_bytes_table(s)
  local b = {-1 - #s, s = s}
  rt_settle(b)
  return b
end

--: caml_bytes_of_string
--- OCaml's libraries call it on whole strings, to read them or to copy from them: so it must cost nothing.
---@return string itself: bytes that are read-only
local function caml_bytes_of_string(s)
  return s
end

--: caml_string_of_bytes
local function caml_string_of_bytes(b)
  local n = b[1]
  if not n then return b end
  if not b[2] then return rt_bytes_slice(b, 0, -1 - n) end
  if n >= -4001 then return lua_char(lua_unpack(b, 2, 0 - n)) end
  return rt_bytes_slice(b, 0, -1 - n)
end
