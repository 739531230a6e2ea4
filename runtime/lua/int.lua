-- int: comparison, parsing, small conversions (answers to runtime/ints.c, tagged integers).
-- Int width is 32 bits, or 63 under `int63`. Parsing is linear and shared with int32.lua, int64.lua and nativeint.lua.

--: caml_int_compare
local function caml_int_compare(a, b)
  if a < b then return -1 end
  if a > b then return 1 end
  return 0
end

--: caml_bswap16
local function caml_bswap16(x)
  local lo = x % 256
  return lo * 256 + (x % 65536 - lo) / 256
end
-- On a Lua with subtypes the division must not leave a float.
if lua_mathtype then
  caml_bswap16 = function(x)
    local lo = x % 256
    return lo * 256 + lua_floor((x % 65536 - lo) / 256)
  end
end

--: caml_bswap16 if ints
local function caml_bswap16(x)
  return (x & 0xff) << 8 | (x >> 8 & 0xff)
end

--: caml_bswap16 if luajit
local function caml_bswap16(x)
  return rt_or32(rt_shl32(rt_and32(x, 255), 8), rt_and32(rt_shr32(x, 8), 255))
end

--: rt_digit
--- Value of a digit by its byte, 0..15; nil for other bytes.
local rt_digit = {}
do
  for d = 0, 9 do rt_digit[48 + d] = d end
  for d = 10, 15 do
    rt_digit[55 + d] = d
    rt_digit[87 + d] = d
  end
end

--: rt_int_prefix
--- Reads sign and base: returns the position of the first digit, the base, whether the number is signed, whether negative.
local function rt_int_prefix(s)
  local i, neg = 1, false
  local c = lua_byte(s, 1)
  if c == 45 then
    neg, i = true, 2
  elseif c == 43 then
    i = 2
  end
  if lua_byte(s, i) == 48 then
    c = lua_byte(s, i + 1)
    if c == 120 or c == 88 then return i + 2, 16, false, neg end
    if c == 111 or c == 79 then return i + 2, 8, false, neg end
    if c == 98 or c == 66 then return i + 2, 2, false, neg end
    if c == 117 or c == 85 then return i + 2, 10, false, neg end
  end
  return i, 10, true, neg
end

--: rt_parse32
--- Parses a 32-bit integer as OCaml writes them (0x, 0o, 0b, 0u, underscores), signed result.
---@error Failure msg
local function rt_parse32(s, msg)
  local i, base, signed, neg = rt_int_prefix(s)
  local v = rt_digit[lua_byte(s, i)]
  if not v or v >= base then caml_failwith(msg) end
  for j = i + 1, #s do
    local c = lua_byte(s, j)
    if c ~= 95 then
      local d = rt_digit[c]
      if not d or d >= base then caml_failwith(msg) end
      v = v * base + d
      if v > 4294967295 then caml_failwith(msg) end
    end
  end
  if neg then
    if signed and v > 2147483648 then caml_failwith(msg) end
    return (2147483648 - v) % 4294967296 - 2147483648
  end
  if signed and v > 2147483647 then caml_failwith(msg) end
  return (v + 2147483648) % 4294967296 - 2147483648
end

--: rt_parse64 if int64native
--- Parses an integer of nbits (63 or 64) bits into a native Lua integer, not yet wrapped to 63 bits.
---@error Failure msg
local function rt_parse64(s, nbits, msg)
  local i, base, signed, neg = rt_int_prefix(s)
  local v = rt_digit[lua_byte(s, i)]
  if not v or v >= base then caml_failwith(msg) end
  -- Largest value that can take one more digit, as unsigned: (2^64 - 1) // base.
  local limit = base == 10 and 0x1999999999999999 or base == 16 and 0xfffffffffffffff
    or base == 8 and 0x1fffffffffffffff or 0x7fffffffffffffff
  for j = i + 1, #s do
    local c = lua_byte(s, j)
    if c ~= 95 then
      local d = rt_digit[c]
      if not d or d >= base or v < 0 or v > limit then caml_failwith(msg) end
      v = v * base + d
      -- Only base 10 can overflow in the addition: the sum is then smaller than the digit.
      if v >= 0 and v < d then caml_failwith(msg) end
    end
  end
  if signed then
    -- The bound is 2^(nbits-1); as unsigned when nbits is 64.
    local top = 1 << (nbits - 1)
    if neg then
      if nbits == 64 and v < 0 and v ~= top or nbits ~= 64 and (v < 0 or v > top) then caml_failwith(msg) end
    elseif v < 0 or nbits ~= 64 and v >= top then
      caml_failwith(msg)
    end
  elseif nbits == 63 and v < 0 then
    caml_failwith(msg)
  end
  return neg and -v or v
end

--: caml_int_of_string
---@error Failure "int_of_string"
local function caml_int_of_string(s)
  if #s < 10 and lua_find(s, "^%-?%d+$") then return lua_tonumber(s) + 0 end
  return rt_parse32(s, "int_of_string")
end

--: caml_int_of_string if int63
local function caml_int_of_string(s)
  if #s < 10 and lua_find(s, "^%-?%d+$") then return lua_tonumber(s) + 0 end
  return (rt_parse64(s, 63, "int_of_string") << 1) // 2
end

--: rt_pair_dec
--- Decimal digits of the unsigned 64-bit value hi * 2^32 + lo (hi unsigned). Divides by 10^6: every step is exact in a double.
local function rt_pair_dec(hi, lo)
  if hi == 0 then return lua_format("%.0f", lo) end
  local r = hi % 1000000
  local q1 = (hi - r) / 1000000
  local x = r * 4294967296 + lo
  r = x % 1000000
  local q0 = (x - r) / 1000000
  local low = lua_format("%06d", r)
  -- q1 * 2^32 + q0 is below 1.9e13: exact.
  return lua_format("%.0f", q1 * 4294967296 + q0) .. low
end

--: rt_dec64 if ints
--- Decimal digits of a native integer taken as unsigned.
local function rt_dec64(v)
  if v >= 0 then return lua_format("%d", v) end
  local q = (v >> 1) // 5
  return lua_format("%d%d", q, v - q * 10)
end
