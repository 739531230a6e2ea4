-- Elementary functions of floats (answers to runtime/floats.c). Where C's libm is reached (through Lua's math library, or
-- ffi) its result is taken; the others are computed to within a few units in the last place by the formulas named below.

--: rt_libm
--- rt_libm(name, arity): C's function of doubles, through ffi, as a Lua function; nil where it can't be had.
local function rt_libm(name, arity)
  if not lua_ffi then return nil end
  local args = arity == 1 and "double" or "double, double"
  if arity == 3 then args = "double, double, double" end
  local f = rt_c_function(name, "double " .. name .. "(" .. args .. ");")
  if not f then return nil end
  if arity == 1 then return function(x) return f(x) end end
  if arity == 2 then return function(x, y) return f(x, y) end end
  return function(x, y, z) return f(x, y, z) end
end

--: caml_sqrt_float
local caml_sqrt_float = lua_math.sqrt

--: caml_exp_float
local caml_exp_float = lua_math.exp

--: caml_log_float
local function caml_log_float(x)
  return lua_math.log(x)
end

--: caml_sin_float
local caml_sin_float = lua_math.sin

--: caml_cos_float
local caml_cos_float = lua_math.cos

--: caml_tan_float
local caml_tan_float = lua_math.tan

--: caml_asin_float
local caml_asin_float = lua_math.asin

--: caml_acos_float
local caml_acos_float = lua_math.acos

--: caml_atan_float
local function caml_atan_float(x)
  return lua_math.atan(x)
end

--: caml_atan2_float
--- lua_math.atan takes two arguments where lua_math.atan2 is gone.
local caml_atan2_float = lua_mathtype and lua_math.atan or lua_math.atan2

--: caml_power_float
local caml_power_float = not lua_mathtype and rt_libm("pow", 2) or function(x, y) return x ^ y end

--: caml_exp2_float
local caml_exp2_float = rt_libm("exp2", 1) or function(x) return 2.0 ^ x end

--: caml_log10_float
local caml_log10_float = not lua_mathtype and lua_math.log10 or function(x) return lua_math.log(x, 10) end

--: caml_log2_float
--- Exact for powers of two: the exponent is split off, and the rest is kept around 1.
local caml_log2_float = rt_libm("log2", 1)
if not caml_log2_float then
  caml_log2_float = function(x)
    if not (x > 0 and x < lua_huge) then return lua_math.log(x) end
    local m, e = rt_frexp(x)
    if m < 0.70710678118654752 then m, e = m * 2, e - 1 end
    return e + lua_math.log(m) * 1.4426950408889634
  end
end

--: caml_expm1_float
--- Kahan: (u - 1) * x / log u with u = exp x.
local caml_expm1_float = rt_libm("expm1", 1)
if not caml_expm1_float then
  caml_expm1_float = function(x)
    if x > -1e-5 and x < 1e-5 then
      if x == 0 then return x end
      return x + x * x * 0.5 + x * x * x / 6
    end
    if x > 40 or x ~= x then return caml_exp_float(x) - 1 end
    local u = caml_exp_float(x)
    if u - 1 == -1 then return -1.0 end
    return (u - 1) * x / lua_math.log(u)
  end
end

--: caml_log1p_float
--- Kahan: log u * x / (u - 1) with u = 1 + x.
local caml_log1p_float = rt_libm("log1p", 1)
if not caml_log1p_float then
  caml_log1p_float = function(x)
    local u = 1 + x
    if u == 1 then return x end
    if not (u > 0 and u < lua_huge) then return lua_math.log(u) end
    return lua_math.log(u) * x / (u - 1)
  end
end

--: caml_sinh_float
local caml_sinh_float = rt_libm("sinh", 1)
if not caml_sinh_float then
  caml_sinh_float = function(x)
    if x ~= x or x == 0 then return x end
    local a = x < 0 and -x or x
    local r
    if a < 22 then
      local t = caml_expm1_float(a)
      r = (t + t / (t + 1)) * 0.5
    else
      local e = caml_exp_float(a * 0.5)
      r = e * 0.5 * e
    end
    if x < 0 then return -r end
    return r
  end
end

--: caml_cosh_float
local caml_cosh_float = rt_libm("cosh", 1)
if not caml_cosh_float then
  caml_cosh_float = function(x)
    local a = x < 0 and -x or x
    if a < 22 then
      local t = caml_exp_float(a)
      return (t + 1 / t) * 0.5
    end
    local e = caml_exp_float(a * 0.5)
    return e * 0.5 * e
  end
end

--: caml_tanh_float
local caml_tanh_float = rt_libm("tanh", 1)
if not caml_tanh_float then
  caml_tanh_float = function(x)
    if x ~= x or x == 0 then return x end
    local a = x < 0 and -x or x
    local r = 1.0
    if a < 22 then
      local t = caml_expm1_float(2 * a)
      r = t / (t + 2)
    end
    if x < 0 then return -r end
    return r
  end
end

--: caml_asinh_float
local caml_asinh_float = rt_libm("asinh", 1)
if not caml_asinh_float then
  caml_asinh_float = function(x)
    if x ~= x or x == 0 then return x end
    local a = x < 0 and -x or x
    local r
    if a > 268435456 then
      r = lua_math.log(a) + 0.69314718055994531
    else
      r = caml_log1p_float(a + a * a / (1 + caml_sqrt_float(a * a + 1)))
    end
    if x < 0 then return -r end
    return r
  end
end

--: caml_acosh_float
local caml_acosh_float = rt_libm("acosh", 1)
if not caml_acosh_float then
  caml_acosh_float = function(x)
    if x > 268435456 then return lua_math.log(x) + 0.69314718055994531 end
    local t = x - 1
    return caml_log1p_float(t + caml_sqrt_float(2 * t + t * t))
  end
end

--: caml_atanh_float
local caml_atanh_float = rt_libm("atanh", 1)
if not caml_atanh_float then
  caml_atanh_float = function(x)
    if x == 0 then return x end
    local a = x < 0 and -x or x
    local r = 0.5 * caml_log1p_float(2 * a / (1 - a))
    if x < 0 then return -r end
    return r
  end
end

--: caml_cbrt_float
--- A first guess by powers, then two Newton steps on a mantissa in [1, 8).
local caml_cbrt_float = rt_libm("cbrt", 1)
if not caml_cbrt_float then
  caml_cbrt_float = function(x)
    if x == 0 or x - x ~= 0 then return x end
    local a = x < 0 and -x or x
    local m, e = rt_frexp(a)
    local k = e % 3
    m, e = rt_ldexp(m, k), e - k
    local y = m ^ (1 / 3)
    y = y - (y * y * y - m) / (3 * y * y)
    y = y - (y * y * y - m) / (3 * y * y)
    y = rt_ldexp(y, lua_floor(e / 3 + 0.5))
    if x < 0 then return -y end
    return y
  end
end

--: caml_hypot_float
--- Scaled by powers of two only where squares would leave the range.
local caml_hypot_float = rt_libm("hypot", 2)
if not caml_hypot_float then
  caml_hypot_float = function(x, y)
    local a, b = x < 0 and -x or x, y < 0 and -y or y
    if a == lua_huge or b == lua_huge then return lua_huge end
    if a ~= a or b ~= b then return lua_nan end
    if a < b then a, b = b, a end
    if b == 0 then return a + 0.0 end
    local s = 0
    if a > 1e150 then s = -600 elseif b < 1e-150 then s = 600 end
    if s == 0 then return caml_sqrt_float(a * a + b * b) end
    if s > 0 and a > 1 then return a end
    a, b = rt_ldexp(a, s), rt_ldexp(b, s)
    return rt_ldexp(caml_sqrt_float(a * a + b * b), 0 - s)
  end
end

--: caml_fma_float
--- x * y + z rounded once: product and sum without error, the low part rounded to odd (Boldo and Melquiond), with
--- mantissas scaled to [0.5, 1) so that nothing under- or overflows on the way.
local function caml_fma_float(x, y, z)
  local plain = x * y + z
  if x == 0 or y == 0 or z == 0 and plain ~= 0 and plain - plain == 0 and (plain > 1e-270 or plain < -1e-270)
    or x - x ~= 0 or y - y ~= 0 then
    return plain
  end
  if z - z ~= 0 then return z end
  local mx, ex = rt_frexp(x)
  local my, ey = rt_frexp(y)
  local scale = ex + ey
  local mz, ez = 0.0, 0
  if z ~= 0 then
    mz, ez = rt_frexp(z)
    ez = ez - scale
    if ez > 120 then return z end
    -- Far below the product only the sign of z counts.
    mz = ez < -200 and (z > 0 and 1 or -1) * rt_ldexp(1.0, -200) or rt_ldexp(mz, ez)
  end
  local function split(a)
    local c = a * 134217729
    local h = c - (c - a)
    return h, a - h
  end
  local function two_sum(a, b)
    local s = a + b
    local t = s - a
    return s, (a - (s - t)) + (b - t)
  end
  local uh = mx * my
  local xh, xl = split(mx)
  local yh, yl = split(my)
  local ul = ((xh * yh - uh) + xh * yl + xl * yh) + xl * yl
  local th, tl = two_sum(mz, ul)
  local vh, vl = two_sum(uh, th)
  local low, err = two_sum(tl, vl)
  if err ~= 0 then
    -- Round to odd: toward the neighbour with an odd last bit.
    local _, lo = rt_double_bits(low)
    if lo % 2 == 0 then low = caml_nextafter_float(low, err > 0 and lua_huge or -lua_huge) end
  end
  local r = vh + low
  local _, er = rt_frexp(r)
  if vh == 0 or er + scale >= -1021 then return rt_ldexp(r, scale) end
  -- The result is denormal: round vh + low to a multiple of g in one go.
  local g = rt_ldexp(1.0, -1074 - scale)
  local c = vh < 0 and g * -4503599627370496 or g * 4503599627370496
  local hi = (vh + c) - c
  local rem = vh - hi
  -- Halfway as far as vh tells: low decides. Ties to even were settled by the addition.
  if rem == g / 2 and low > 0 then
    hi = hi + g
  elseif rem == -g / 2 and low < 0 then
    hi = hi - g
  end
  return rt_ldexp(hi, scale)
end

--: caml_erf_float
--- The series with positive terms below 2, one minus erfc above.
local caml_erf_float = rt_libm("erf", 1)
if not caml_erf_float then
  caml_erf_float = function(x)
    if x ~= x or x == 0 then return x end
    local a = x < 0 and -x or x
    local r
    if a < 2 then
      local term, sum, n = a, a, 0
      repeat
        n = n + 1
        term = term * 2 * a * a / (2 * n + 1)
        sum = sum + term
      until term <= sum * 1e-17
      r = 1.1283791670955126 * caml_exp_float(0 - a * a) * sum
    elseif a > 6 then
      r = 1.0
    else
      r = 1 - caml_erfc_float(a)
    end
    if x < 0 then return -r end
    return r
  end
end

--: caml_erfc_float
--- A continued fraction from 0.75 upward, evaluated backward; exp(-x^2) in two factors so that x^2 loses no bits.
local caml_erfc_float = rt_libm("erfc", 1)
if not caml_erfc_float then
  caml_erfc_float = function(x)
    if x ~= x then return x end
    if x < 0.75 then return 1 - caml_erf_float(x) end
    if x > 27.3 then return 0.0 end
    local t = 0.0
    for n = x < 2 and 600 or 60, 1, -1 do t = n * 0.5 / (x + t) end
    local h = lua_floor(x * 65536) / 65536
    return caml_exp_float(0 - h * h) * caml_exp_float((h - x) * (h + x)) / ((x + t) * 1.7724538509055160)
  end
end
