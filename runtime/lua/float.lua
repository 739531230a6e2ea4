-- float: arithmetic, comparison, rounding, the bits of a double (answers to runtime/floats.c).
-- A float is a Lua number, of the float subtype where there is one: every result here keeps that (`+ 0.0`), and keeps
-- the sign of zero. math.floor and math.ceil give integers on 5.3+ and are never the last word.

--: caml_float_of_int
local function caml_float_of_int(n)
  return n + 0.0
end

--: caml_int_of_float
--- Truncates, then wraps to the int width; nan and values beyond 64 bits give 0 (what amd64's conversion leaves).
local function caml_int_of_float(x)
  if x > -2147483649 and x < 2147483648 then
    return (x < 0 and lua_ceil(x) or lua_floor(x)) + 0
  end
  if not (x >= -9223372036854775808 and x < 9223372036854775808) then return 0 end
  return (lua_floor((x < 0 and lua_ceil(x) or lua_floor(x)) % 4294967296) + 2147483648) % 4294967296 - 2147483648
end

--: caml_int_of_float if ints
local function caml_int_of_float(x)
  if x >= -0x1p63 and x < 0x1p63 then return rt_int_wrap(x < 0 and lua_ceil(x) or lua_floor(x)) end
  return 0
end

--: caml_neg_float
local function caml_neg_float(x)
  return -x
end

--: caml_abs_float
local function caml_abs_float(x)
  if x > 0 then return x end
  if x == 0 then return 0.0 end
  return -x
end

--: caml_add_float
local function caml_add_float(x, y)
  return x + y
end

--: caml_sub_float
local function caml_sub_float(x, y)
  return x - y
end

--: caml_mul_float
local function caml_mul_float(x, y)
  return x * y
end

--: caml_div_float
local function caml_div_float(x, y)
  return x / y
end

--: caml_fmod_float
local function caml_fmod_float(x, y)
  return lua_fmod(x, y)
end

--: caml_eq_float
local function caml_eq_float(x, y)
  if x == y then return 1 end
  return 0
end

--: caml_neq_float
local function caml_neq_float(x, y)
  if x == y then return 0 end
  return 1
end

--: caml_lt_float
local function caml_lt_float(x, y)
  if x < y then return 1 end
  return 0
end

--: caml_le_float
local function caml_le_float(x, y)
  if x <= y then return 1 end
  return 0
end

--: caml_gt_float
local function caml_gt_float(x, y)
  if x > y then return 1 end
  return 0
end

--: caml_ge_float
local function caml_ge_float(x, y)
  if x >= y then return 1 end
  return 0
end

--: caml_float_compare
--- Total order: nan equals itself and is below everything else.
local function caml_float_compare(x, y)
  if x < y then return -1 end
  if x > y then return 1 end
  if x == y then return 0 end
  if x == x then return 1 end
  if y == y then return -1 end
  return 0
end

--: caml_signbit_float
--- The sign of a nan can't be seen on every Lua: it counts as positive.
local function caml_signbit_float(x)
  if x < 0 or x == 0 and 1 / x < 0 then return 1 end
  return 0
end

--: caml_signbit
local caml_signbit = caml_signbit_float

--: caml_copysign_float
local function caml_copysign_float(x, y)
  if (x < 0 or x == 0 and 1 / x < 0) ~= (y < 0 or y == 0 and 1 / y < 0) then return -x end
  return x
end

--: caml_floor_float
local function caml_floor_float(x)
  if x == 0 then return x end
  return lua_floor(x) + 0.0
end

--: caml_ceil_float
local function caml_ceil_float(x)
  if x > -1 and x <= 0 then return x == 0 and x or lua_negzero end
  return lua_ceil(x) + 0.0
end

--: caml_trunc_float
local function caml_trunc_float(x)
  if x < 0 then
    if x > -1 then return lua_negzero end
    return lua_ceil(x) + 0.0
  end
  if x == 0 then return x end
  return lua_floor(x) + 0.0
end

--: caml_round_float
--- To nearest, halves away from zero.
local function caml_round_float(x)
  if x ~= x or x >= 4503599627370496 or x <= -4503599627370496 then return x end
  if x < 0 then
    local t = lua_ceil(x) + 0.0
    if t - x >= 0.5 then return t - 1 end
    return t == 0 and lua_negzero or t
  end
  if x == 0 then return x end
  local t = lua_floor(x) + 0.0
  if x - t >= 0.5 then return t + 1 end
  return t
end

--: caml_modf_float
---@return table {0, fractional part, integral part}, both with the sign of x
local function caml_modf_float(x)
  if x - x ~= 0 then
    if x ~= x then return {0, x, x} end
    return {0, x > 0 and 0.0 or lua_negzero, x}
  end
  local t = caml_trunc_float(x)
  local f = x - t
  if f == 0 and (x < 0 or x == 0 and 1 / x < 0) then f = lua_negzero end
  return {0, f, t}
end

--: caml_classify_float
--- FP_normal 0, FP_subnormal 1, FP_zero 2, FP_infinite 3, FP_nan 4.
local function caml_classify_float(x)
  if x == 0 then return 2 end
  if x - x ~= 0 then return x == x and 3 or 4 end
  if x < 2.2250738585072014e-308 and x > -2.2250738585072014e-308 then return 1 end
  return 0
end

--: rt_double_box
--- A double and its bits in the same place, through ffi. Its type has a name, since each type without one that is written
--- down stays for as long as the state lives.
local function rt_double_box()
  local ok, box = lua_pcall(lua_ffi.new, "union loo_double")
  if ok then return box end
  lua_ffi.cdef("union loo_double { double d; struct { uint32_t lo; int32_t hi; } i; };")
  return lua_ffi.new("union loo_double")
end

--: rt_double_bits
--- Bits of a double: hi signed, lo unsigned 32-bit. A nan is OCaml's nan where the Lua can't show its bits.
local rt_double_bits = nil
do
  if lua_strpack then
    function rt_double_bits(x)
      local lo, hi = lua_strunpack("<I4i4", lua_strpack("<d", x))
      return hi, lo
    end
  elseif lua_ffi then
    local box = rt_double_box()
    function rt_double_bits(x)
      if x ~= x then return 2146959360, 1 end
      box.d = x
      return box.i.hi, box.i.lo
    end
  else
    local frexp, ldexp = lua_math.frexp, lua_math.ldexp
    function rt_double_bits(x)
      if x ~= x then return 2146959360, 1 end
      local neg = x < 0 or x == 0 and 1 / x < 0
      if neg then x = -x end
      local hi, lo
      if x == 0 then
        hi, lo = 0, 0
      elseif x == lua_huge then
        hi, lo = 2146435072, 0
      else
        local m, e = frexp(x)
        e = e + 1022
        -- 53 bits of mantissa; a denormal has exponent field 0 and no hidden bit.
        m = e > 0 and m * 9007199254740992 or ldexp(x, 1074)
        lo = m % 4294967296
        hi = (m - lo) / 4294967296
        if e > 0 then hi = hi + (e - 1) * 1048576 end
      end
      if neg then hi = hi - 2147483648 end
      return hi, lo
    end
  end
end

--: rt_bits_double
--- The double of 64 bits, hi signed or unsigned.
local rt_bits_double = nil
do
  if lua_strpack then
    function rt_bits_double(hi, lo)
      return (lua_strunpack("<d", lua_strpack("<I4I4", lo, hi % 4294967296)))
    end
  elseif lua_ffi then
    -- A nan with bits of its own would look like a tagged value to LuaJIT: it becomes the plain nan.
    local box = rt_double_box()
    function rt_bits_double(hi, lo)
      local e = hi % 2147483648
      if e > 2146435072 or e == 2146435072 and lo ~= 0 then return lua_nan end
      box.i.lo, box.i.hi = lo, (hi + 2147483648) % 4294967296 - 2147483648
      return box.d
    end
  else
    local ldexp = lua_math.ldexp
    function rt_bits_double(hi, lo)
      hi = hi % 4294967296
      local neg = hi >= 2147483648
      if neg then hi = hi - 2147483648 end
      local m = hi % 1048576
      local e = (hi - m) / 1048576
      m = m * 4294967296 + lo
      local x
      if e == 2047 then
        x = m == 0 and lua_huge or lua_nan
      elseif e == 0 then
        x = ldexp(m, -1074)
      else
        x = ldexp(m + 4503599627370496, e - 1075)
      end
      if neg then return -x end
      return x
    end
  end
end

--: rt_single_bits
--- Bits of x rounded to single precision, half to even; signed 32-bit.
local rt_single_bits = nil
do
  if lua_strpack then
    function rt_single_bits(x)
      return (lua_strunpack("<i4", lua_strpack("<f", x)))
    end
  else
    local frexp, ldexp = lua_math.frexp, lua_math.ldexp
    function rt_single_bits(x)
      if x ~= x then return 2143289344 end
      local neg = x < 0 or x == 0 and 1 / x < 0
      if neg then x = -x end
      local b = 0
      if x == lua_huge then
        b = 2139095040
      elseif x > 0 then
        local _, e = frexp(x)
        e = e + 126
        -- m counts units in the last place of a single, of a denormal one when e <= 0.
        local m = e > 0 and ldexp(x, 150 - e) or ldexp(x, 149)
        local r = lua_floor(m)
        local d = m - r
        if d > 0.5 or d == 0.5 and r % 2 == 1 then r = r + 1 end
        b = e > 0 and r + (e - 1) * 8388608 or r
        if b > 2139095040 then b = 2139095040 end
      end
      if neg then return b - 2147483648 end
      return b
    end
  end
end

--: rt_bits_single
--- The float of a single's 32 bits (signed).
local rt_bits_single = nil
do
  if lua_strpack then
    function rt_bits_single(b)
      return (lua_strunpack("<f", lua_strpack("<i4", b)))
    end
  else
    local ldexp = lua_math.ldexp
    function rt_bits_single(b)
      local neg = b < 0
      if neg then b = b + 2147483648 end
      local m = b % 8388608
      local e = (b - m) / 8388608
      local x
      if e == 255 then
        x = m == 0 and lua_huge or lua_nan
      elseif e == 0 then
        x = ldexp(m, -149)
      else
        x = ldexp(m + 8388608, e - 150)
      end
      if neg then return -x end
      return x
    end
  end
end

--: rt_frexp
--- x = m * 2^e with 0.5 <= |m| < 1, e an int; x itself and 0 for zeros, infinities, nan.
local rt_frexp = lua_math.frexp
if lua_strpack then
  rt_frexp = function(x)
    if x == 0 or x - x ~= 0 then return x, 0 end
    local bias = 1022
    if x < 2.2250738585072014e-308 and x > -2.2250738585072014e-308 then x, bias = x * 18014398509481984, 1076 end
    local lo, hi = lua_strunpack("<I4I4", lua_strpack("<d", x))
    local e = lua_floor(hi % 2147483648 / 1048576)
    return (lua_strunpack("<d", lua_strpack("<I4I4", lo, hi - (e - 1022) * 1048576))), e - bias
  end
end

--: rt_ldexp
--- x * 2^n, rounded once.
local rt_ldexp = lua_math.ldexp
if lua_strpack then
  local pow = {}
  do
    local p = 1.0
    for i = 0, 1023 do pow[i] = p; p = p * 2 end
    p = 0.5
    for i = -1, -1074, -1 do pow[i] = p; p = p * 0.5 end
  end
  rt_ldexp = function(x, n)
    local m, e = rt_frexp(x)
    if m == 0 or m - m ~= 0 then return x end
    e = e + n
    if e > 1024 then return m * lua_huge end
    -- A power of two below the smallest normal is still exact: one multiplication, one rounding.
    if e < -1074 then return m * 0.0 end
    if e > 0 then return m * 2 * pow[e - 1] end
    return m * pow[e]
  end
end

--: caml_frexp_float
---@return table {0, mantissa, exponent}
local function caml_frexp_float(x)
  local m, e = rt_frexp(x)
  return {0, m, e}
end

--: caml_ldexp_float
local function caml_ldexp_float(x, n)
  return rt_ldexp(x, n)
end

--: caml_nextafter_float
local function caml_nextafter_float(x, y)
  if x ~= x or y ~= y then return x + y end
  if x == y then return y end
  if x == 0 then return y > 0 and 4.9406564584124654e-324 or -4.9406564584124654e-324 end
  local hi, lo = rt_double_bits(x)
  if (x < y) == (x > 0) then
    if lo == 4294967295 then hi, lo = hi + 1, 0 else lo = lo + 1 end
  else
    if lo == 0 then hi, lo = hi - 1, 4294967295 else lo = lo - 1 end
  end
  return rt_bits_double(hi, lo)
end
