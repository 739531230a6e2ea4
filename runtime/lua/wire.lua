-- Numbers as bytes, for Marshal and bigarrays: big-endian integers, doubles of either order, 64-bit values of the several
-- int types. Each takes what the running Lua has: string.pack, ffi, or arithmetic.

--: rt_be16
--- Two bytes, most significant first. The quotients are exact, so the division needs no floor.
local function rt_be16(n)
  n = n % 65536
  local b = n % 256
  return lua_char((n - b) / 256, b)
end

--: rt_be16 if ints
local function rt_be16(n)
  return lua_stringpack(">I2", n & 0xffff)
end

--: rt_be32
--- Four bytes, most significant first, of a number in -2^31 .. 2^32 - 1.
local function rt_be32(n)
  n = n % 4294967296
  local d = n % 256
  n = (n - d) / 256
  local c = n % 256
  n = (n - c) / 256
  local b = n % 256
  return lua_char((n - b) / 256, b, c, d)
end

--: rt_be32 if ints
local function rt_be32(n)
  return lua_stringpack(">I4", n & 0xffffffff)
end

--: rt_be64
--- Eight bytes of a number within +-2^53.
local function rt_be64(n)
  local hi = lua_floor(n / 4294967296)
  return rt_be32(hi) .. rt_be32(n - hi * 4294967296)
end

--: rt_be64 if ints
local function rt_be64(n)
  return lua_stringpack(">i8", n)
end

--: rt_read_be32
--- Signed.
local function rt_read_be32(s, pos)
  local a, b, c, d = lua_byte(s, pos, pos + 3)
  if a >= 128 then a = a - 256 end
  return ((a * 256 + b) * 256 + c) * 256 + d
end

--: rt_double_le
--- The eight bytes of a double, least significant first.
local rt_double_le = nil
do
  if lua_stringpack then
    local pack = lua_stringpack
    function rt_double_le(x) return pack("<d", x) end
  elseif lua_ffi and lua_ffi.abi("le") then
    local cell, text = lua_ffi.new("double[1]"), lua_ffi.string
    function rt_double_le(x)
      cell[0] = x
      return text(cell, 8)
    end
  else
    local char, floor, frexp, huge = lua_char, lua_floor, lua_frexp, lua_huge
    function rt_double_le(x)
      if x ~= x then return "\1\0\0\0\0\0\248\127" end
      local sign, e, hi, lo = 0, 0, 0, 0
      if x < 0 or x == 0 and 1 / x < 0 then
        sign = 128
        x = -x
      end
      if x == huge then
        e = 2047
      elseif x > 0 then
        local m
        m, e = frexp(x)
        e = e + 1022
        if e > 0 then
          m = (m * 2 - 1) * 1048576
        else
          m = m * 2 ^ (e + 20)
          e = 0
        end
        hi = floor(m)
        lo = (m - hi) * 4294967296
      end
      return char(lo % 256, floor(lo / 256) % 256, floor(lo / 65536) % 256, floor(lo / 16777216), hi % 256,
        floor(hi / 256) % 256, floor(hi / 65536) + e % 16 * 16, sign + floor(e / 16))
    end
  end
end

--: rt_read_double
--- The double at pos, least significant byte first (`big`: last).
local rt_read_double = nil
do
  if lua_stringunpack then
    local unpack_double = lua_stringunpack
    function rt_read_double(s, pos, big) return (unpack_double(big and ">d" or "<d", s, pos)) end
  else
    local byte, huge, nan, negzero = lua_byte, lua_huge, lua_nan, lua_negzero
    function rt_read_double(s, pos, big)
      local a, b, c, d, e, f, g, h = byte(s, pos, pos + 7)
      if big then a, b, c, d, e, f, g, h = h, g, f, e, d, c, b, a end
      local sign = 1
      if h >= 128 then
        sign = -1
        h = h - 128
      end
      local low = g % 16
      local ex = h * 16 + (g - low) / 16
      local m = (((((low * 256 + f) * 256 + e) * 256 + d) * 256 + c) * 256 + b) * 256 + a
      if ex == 2047 then
        if m ~= 0 then return nan end
        return sign * huge
      end
      if ex == 0 then
        if m == 0 then return sign > 0 and 0.0 or negzero end
        -- in two steps: 2^-1074 alone is exact, but some C libraries lose it on the way
        return sign * m * 2 ^ -537 * 2 ^ -537
      end
      return sign * (m / 4503599627370496 + 1) * 2 ^ (ex - 1023)
    end
  end
end

--: rt_read_int64code
--- The int at pos written in 64 bits.
---@error Failure where ints have 32 bits and it needs more
local function rt_read_int64code(s, pos)
  local hi, lo = rt_read_be32(s, pos), rt_read_be32(s, pos + 4)
  if hi == 0 and lo >= 0 or hi == -1 and lo < 0 then return lo end
  caml_failwith("input_value: integer too large")
end

--: rt_read_int64code if int63
local function rt_read_int64code(s, pos)
  return (lua_stringunpack(">i8", s, pos) << 1) // 2
end

--: rt_read_int64
local function rt_read_int64(s, pos)
  return {255, "_j", rt_read_be32(s, pos), rt_read_be32(s, pos + 4) % 4294967296}
end

--: rt_read_int64 if int64native
local function rt_read_int64(s, pos)
  return {255, "_j", (lua_stringunpack(">i8", s, pos))}
end

--: rt_read_nativeint64
local function rt_read_nativeint64(s, pos)
  caml_failwith("input_value: native integer value too large")
end

--: rt_read_nativeint64 if int63
local function rt_read_nativeint64(s, pos)
  return (lua_stringunpack(">i8", s, pos))
end
