-- Int32: boxed {255, "_i", v} with v a signed 32-bit number (answers to runtime/ints.c, 32-bit integers).
-- The arithmetic itself is rt_*32 of core.lua on the unboxed v; each function here allocates its result once.

--: caml_int32_neg
local function caml_int32_neg(a)
  a = a[3]
  return {255, "_i", a == -2147483648 and a or 0 - a}
end

--: caml_int32_add
local function caml_int32_add(a, b)
  return {255, "_i", (a[3] + b[3] + 2147483648) % 4294967296 - 2147483648}
end

--: caml_int32_add if luajit
local function caml_int32_add(a, b)
  return {255, "_i", rt_w32(a[3] + b[3])}
end

--: caml_int32_add if ints
local function caml_int32_add(a, b)
  return {255, "_i", ((a[3] + b[3] & 0xffffffff) ~ 0x80000000) - 0x80000000}
end

--: caml_int32_sub
local function caml_int32_sub(a, b)
  return {255, "_i", (a[3] - b[3] + 2147483648) % 4294967296 - 2147483648}
end

--: caml_int32_sub if luajit
local function caml_int32_sub(a, b)
  return {255, "_i", rt_w32(a[3] - b[3])}
end

--: caml_int32_sub if ints
local function caml_int32_sub(a, b)
  return {255, "_i", ((a[3] - b[3] & 0xffffffff) ~ 0x80000000) - 0x80000000}
end

--: caml_int32_mul
local function caml_int32_mul(a, b)
  return {255, "_i", rt_mul32(a[3], b[3])}
end

--: rt_div32
--- Truncating signed division; min_int / -1 wraps.
---@error Division_by_zero
local function rt_div32(a, b)
  if b == 0 then caml_raise_zero_divide() end
  local q = a / b
  if q >= 0 then
    q = lua_floor(q) + 0
    if q > 2147483647 then return -2147483648 end
    return q
  end
  return lua_ceil(q) + 0
end

--: rt_div32 if ints
local function rt_div32(a, b)
  if b == 0 then caml_raise_zero_divide() end
  local q = a // b
  if q < 0 then
    if q * b ~= a then return q + 1 end
  elseif q > 2147483647 then
    return -2147483648
  end
  return q
end

--: caml_int32_div
---@error Division_by_zero
local function caml_int32_div(a, b)
  return {255, "_i", rt_div32(a[3], b[3])}
end

--: caml_int32_mod
---@error Division_by_zero
local function caml_int32_mod(a, b)
  return {255, "_i", rt_int_mod(a[3], b[3])}
end

--: caml_int32_and
local function caml_int32_and(a, b)
  return {255, "_i", rt_and32(a[3], b[3])}
end

--: caml_int32_or
local function caml_int32_or(a, b)
  return {255, "_i", rt_or32(a[3], b[3])}
end

--: caml_int32_xor
local function caml_int32_xor(a, b)
  return {255, "_i", rt_xor32(a[3], b[3])}
end

--: caml_int32_shift_left
local function caml_int32_shift_left(a, n)
  return {255, "_i", rt_shl32(a[3], n % 32)}
end

--: caml_int32_shift_right
local function caml_int32_shift_right(a, n)
  return {255, "_i", rt_sar32(a[3], n % 32)}
end

--: caml_int32_shift_right_unsigned
local function caml_int32_shift_right_unsigned(a, n)
  return {255, "_i", rt_shr32(a[3], n % 32)}
end

--: rt_bswap32
--- Reverses the four bytes; takes signed or unsigned, gives signed.
local function rt_bswap32(x)
  x = x % 4294967296
  local b0 = x % 256
  local b1 = x % 65536 - b0
  local b2 = x % 16777216 - b1 - b0
  local b3 = x - b2 - b1 - b0
  local y = b0 * 16777216 + b1 * 256 + lua_floor(b2 / 256) + lua_floor(b3 / 16777216)
  if y >= 2147483648 then return y - 4294967296 end
  return y
end

--: rt_bswap32 if luajit
local rt_bswap32 = lua_bit.bswap

--: rt_bswap32 if ints
local function rt_bswap32(x)
  local y = (x & 0xff) << 24 | (x & 0xff00) << 8 | (x >> 8 & 0xff00) | (x >> 24 & 0xff)
  return (y ~ 0x80000000) - 0x80000000
end

--: caml_int32_bswap
local function caml_int32_bswap(a)
  return {255, "_i", rt_bswap32(a[3])}
end

--: caml_int32_of_int
local function caml_int32_of_int(n)
  return {255, "_i", n}
end

--: caml_int32_of_int if int63
local function caml_int32_of_int(n)
  return {255, "_i", ((n & 0xffffffff) ~ 0x80000000) - 0x80000000}
end

--: caml_int32_to_int
local function caml_int32_to_int(a)
  return a[3]
end

--: rt_int32_of_double
--- Truncates; out of range gives what amd64's conversion gives (min_int), nan too.
local function rt_int32_of_double(x)
  if x > -2147483649 and x < 2147483648 then
    return (x < 0 and lua_ceil(x) or lua_floor(x)) + 0
  end
  return -2147483648
end

--: caml_int32_of_float
local function caml_int32_of_float(x)
  return {255, "_i", rt_int32_of_double(x)}
end

--: caml_int32_to_float
local function caml_int32_to_float(a)
  return a[3] + 0.0
end

--: caml_int32_compare
local function caml_int32_compare(a, b)
  a, b = a[3], b[3]
  if a < b then return -1 end
  if a > b then return 1 end
  return 0
end

--: caml_int32_format
---@param fmt string a conversion as "%d" or "%08lx"
local function caml_int32_format(fmt, a)
  return rt_format32(fmt, a[3])
end

--: caml_int32_of_string
---@error Failure "Int32.of_string"
local function caml_int32_of_string(s)
  return {255, "_i", rt_parse32(s, "Int32.of_string")}
end

--: caml_int32_bits_of_float
local function caml_int32_bits_of_float(x)
  return {255, "_i", rt_single_bits(x)}
end

--: caml_int32_float_of_bits
local function caml_int32_float_of_bits(a)
  return rt_bits_single(a[3])
end
