-- Int64 (answers to runtime/ints.c, 64-bit integers). Boxed {255, "_j", hi, lo}: hi signed, lo unsigned 32 bits; under
-- `int64native` {255, "_j", v} with v a native Lua integer. Unboxed forms are rt_i64_*: pairs go in and out as two values.
-- Where Luas without subtypes divide with `/`, a portable program on 5.3+ takes native operators instead, chosen at load.

--: rt_i64_box
local function rt_i64_box(hi, lo)
  return {255, "_j", hi, lo}
end

--: rt_i64_box if int64native
local function rt_i64_box(v)
  return {255, "_j", v}
end

--: rt_i64_native
--- {mul, div, mod, shl, shr, sar} on pairs by native 64-bit integers, or nil where the Lua has none.
local rt_i64_native = lua_mathtype and lua_load([[
  local function split(v) return v >> 63 == 0 and v >> 32 or (v >> 32) - 0x100000000, v & 0xffffffff end
  local function div(a, b)
    local q = a // b
    if q < 0 and q * b ~= a then q = q + 1 end
    return q
  end
  return {
    mul = function(ah, al, bh, bl) return split((ah << 32 | al) * (bh << 32 | bl)) end,
    div = function(ah, al, bh, bl)
      local a, b = ah << 32 | al, bh << 32 | bl
      if b == -1 then return split(-a) end
      return split(div(a, b))
    end,
    mod = function(ah, al, bh, bl)
      local a, b = ah << 32 | al, bh << 32 | bl
      if b == -1 then return 0, 0 end
      return split(a - div(a, b) * b)
    end,
    shl = function(ah, al, n) return split((ah << 32 | al) << n) end,
    shr = function(ah, al, n) return split((ah << 32 | al) >> n) end,
    sar = function(ah, al, n)
      local a = ah << 32 | al
      return split(a >= 0 and a >> n or ~(~a >> n))
    end,
  }]], "=int64")
if rt_i64_native then rt_i64_native = rt_i64_native() end

--: rt_i64_mul
local function rt_i64_mul(ah, al, bh, bl)
  local a0, b0 = al % 65536, bl % 65536
  local x, y = a0 * bl, (al - a0) / 65536 * bl
  local xl = x % 65536
  local z = y + (x - xl) / 65536
  local zl = z % 65536
  local hi = (z - zl) / 65536
  if ah ~= 0 or bh ~= 0 then hi = hi + rt_mul32(al, bh) + rt_mul32(ah, bl) end
  return (hi + 2147483648) % 4294967296 - 2147483648, zl * 65536 + xl
end
if rt_i64_native then rt_i64_mul = rt_i64_native.mul end

--: rt_i64_div
--- Truncating division: quotient as a pair. Estimates with doubles until the remainder is small: at most three rounds.
---@error Division_by_zero
local function rt_i64_div(ah, al, bh, bl)
  local b = bh * 4294967296 + bl
  if b == 0 then caml_raise_zero_divide() end
  if ah >= -2097152 and ah < 2097152 and bh >= -2097152 and bh < 2097152 then
    -- Both are exact doubles below 2^53: so is the truncated quotient.
    local q = (ah * 4294967296 + al) / b
    q = (q >= 0 and lua_floor(q) or lua_ceil(q)) + 0
    local ql = q % 4294967296
    return (q - ql) / 4294967296, ql
  end
  local rh, rl, qh, ql = ah, al, 0, 0
  while true do
    local est = (rh * 4294967296 + rl) / b
    if est >= 0 then est = lua_floor(est) else est = lua_ceil(est) end
    if est == 0 then break end
    local el = est % 4294967296
    local eh = (est - el) / 4294967296
    -- 2^63 is the one estimate that wraps: min_int / -1.
    if eh >= 2147483648 then eh = eh - 4294967296 end
    ql = ql + el
    qh = qh + eh
    if ql >= 4294967296 then ql, qh = ql - 4294967296, qh + 1 end
    local ph, pl = rt_i64_mul(eh, el, bh, bl)
    rl, rh = rl - pl, rh - ph
    if rl < 0 then rl, rh = rl + 4294967296, rh - 1 end
    rh = (rh + 2147483648) % 4294967296 - 2147483648
  end
  -- |r| < |b| now; its sign must be the dividend's.
  if (rh ~= 0 or rl ~= 0) and (rh < 0) ~= (ah < 0) then
    if (ah < 0) == (b < 0) then
      if ql == 0 then ql, qh = 4294967295, qh - 1 else ql = ql - 1 end
    elseif ql == 4294967295 then
      ql, qh = 0, qh + 1
    else
      ql = ql + 1
    end
  end
  return (qh + 2147483648) % 4294967296 - 2147483648, ql
end
if rt_i64_native then
  rt_i64_div = function(ah, al, bh, bl)
    if bh == 0 and bl == 0 then caml_raise_zero_divide() end
    return rt_i64_native.div(ah, al, bh, bl)
  end
end

--: rt_i64_div if int64native
local function rt_i64_div(a, b)
  if b == 0 then caml_raise_zero_divide() end
  if b == -1 then return -a end
  local q = a // b
  if q < 0 and q * b ~= a then return q + 1 end
  return q
end

--: rt_i64_mod
---@error Division_by_zero
local function rt_i64_mod(ah, al, bh, bl)
  local qh, ql = rt_i64_div(ah, al, bh, bl)
  local ph, pl = rt_i64_mul(qh, ql, bh, bl)
  local h, l = ah - ph, al - pl
  if l < 0 then l, h = l + 4294967296, h - 1 end
  return (h + 2147483648) % 4294967296 - 2147483648, l
end
if rt_i64_native then
  rt_i64_mod = function(ah, al, bh, bl)
    if bh == 0 and bl == 0 then caml_raise_zero_divide() end
    return rt_i64_native.mod(ah, al, bh, bl)
  end
end

--: rt_i64_mod if int64native
local function rt_i64_mod(a, b)
  if b == 0 then caml_raise_zero_divide() end
  if b == -1 then return 0 end
  local r = a % b
  if r ~= 0 and (r ~ a) < 0 then return r - b end
  return r
end

--: rt_i64_shl
--- 0 <= n <= 63, as for the two below.
local function rt_i64_shl(ah, al, n)
  if n >= 32 then return rt_w32(al * rt_pow2[n - 32] % 4294967296), 0 end
  local p = rt_pow2[n]
  local full = al * p
  local lo = full % 4294967296
  return (ah * p % 4294967296 + (full - lo) / 4294967296 + 2147483648) % 4294967296 - 2147483648, lo
end
if rt_i64_native then rt_i64_shl = rt_i64_native.shl end

--: rt_i64_shl if luajit
local function rt_i64_shl(ah, al, n)
  if n >= 32 then return lua_bit.lshift(al, n - 32), 0 end
  if n == 0 then return ah, al end
  return lua_bit.bor(lua_bit.lshift(ah, n), lua_bit.rshift(al, 32 - n)), lua_bit.lshift(al, n) % 4294967296
end

--: rt_i64_shr
local function rt_i64_shr(ah, al, n)
  if n == 0 then return ah, al end
  local uh = ah % 4294967296
  if n >= 32 then
    local p = rt_pow2[n - 32]
    return 0, (uh - uh % p) / p
  end
  local p = rt_pow2[n]
  local low = uh % p
  return (uh - low) / p, (al - al % p) / p + low * rt_pow2[32 - n]
end
if rt_i64_native then rt_i64_shr = rt_i64_native.shr end

--: rt_i64_shr if luajit
local function rt_i64_shr(ah, al, n)
  if n >= 32 then return 0, lua_bit.rshift(ah, n - 32) % 4294967296 end
  if n == 0 then return ah, al end
  return lua_bit.rshift(ah, n), lua_bit.bor(lua_bit.rshift(al, n), lua_bit.lshift(ah, 32 - n)) % 4294967296
end

--: rt_i64_sar
local function rt_i64_sar(ah, al, n)
  if n == 0 then return ah, al end
  if n >= 32 then
    local p = rt_pow2[n - 32]
    return ah < 0 and -1 or 0, (ah - ah % p) / p % 4294967296
  end
  local p = rt_pow2[n]
  local low = ah % p
  return (ah - low) / p, (al - al % p) / p + low * rt_pow2[32 - n]
end
if rt_i64_native then rt_i64_sar = rt_i64_native.sar end

--: rt_i64_sar if luajit
local function rt_i64_sar(ah, al, n)
  if n >= 32 then return lua_bit.arshift(ah, 31), lua_bit.arshift(ah, n - 32) % 4294967296 end
  if n == 0 then return ah, al end
  return lua_bit.arshift(ah, n), lua_bit.bor(lua_bit.rshift(al, n), lua_bit.lshift(ah, 32 - n)) % 4294967296
end

--: rt_i64_bswap if int64native
local function rt_i64_bswap(v)
  return (lua_strunpack(">i8", lua_strpack("<i8", v)))
end

--: rt_i64_of_double
--- Truncates; nan and what is out of range give min_int, as amd64 does.
local function rt_i64_of_double(x)
  if not (x >= -9223372036854775808 and x < 9223372036854775808) then return -2147483648, 0 end
  -- math.floor and math.ceil give a float back outside the native range, never inside.
  x = x < 0 and lua_ceil(x) or lua_floor(x)
  local hi = lua_floor(x / 4294967296) + 0
  return hi, lua_floor(x % 4294967296) + 0
end

--: rt_i64_of_double if int64native
local function rt_i64_of_double(x)
  if not (x >= -0x1p63 and x < 0x1p63) then return -0x7fffffffffffffff - 1 end
  return x < 0 and lua_ceil(x) or lua_floor(x)
end

--: caml_int64_neg
local function caml_int64_neg(a)
  local h, l = a[3], a[4]
  if l == 0 then return {255, "_j", h == -2147483648 and h or 0 - h, 0} end
  return {255, "_j", -1 - h, 4294967296 - l}
end

--: caml_int64_neg if int64native
local function caml_int64_neg(a)
  return {255, "_j", -a[3]}
end

--: caml_int64_add
local function caml_int64_add(a, b)
  local h, l = a[3] + b[3], a[4] + b[4]
  if l >= 4294967296 then h, l = h + 1, l - 4294967296 end
  return {255, "_j", (h + 2147483648) % 4294967296 - 2147483648, l}
end

--: caml_int64_add if int64native
local function caml_int64_add(a, b)
  return {255, "_j", a[3] + b[3]}
end

--: caml_int64_sub
local function caml_int64_sub(a, b)
  local h, l = a[3] - b[3], a[4] - b[4]
  if l < 0 then h, l = h - 1, l + 4294967296 end
  return {255, "_j", (h + 2147483648) % 4294967296 - 2147483648, l}
end

--: caml_int64_sub if int64native
local function caml_int64_sub(a, b)
  return {255, "_j", a[3] - b[3]}
end

--: caml_int64_mul
local function caml_int64_mul(a, b)
  return rt_i64_box(rt_i64_mul(a[3], a[4], b[3], b[4]))
end

--: caml_int64_mul if int64native
local function caml_int64_mul(a, b)
  return {255, "_j", a[3] * b[3]}
end

--: caml_int64_div
---@error Division_by_zero
local function caml_int64_div(a, b)
  return rt_i64_box(rt_i64_div(a[3], a[4], b[3], b[4]))
end

--: caml_int64_div if int64native
local function caml_int64_div(a, b)
  return {255, "_j", rt_i64_div(a[3], b[3])}
end

--: caml_int64_mod
---@error Division_by_zero
local function caml_int64_mod(a, b)
  return rt_i64_box(rt_i64_mod(a[3], a[4], b[3], b[4]))
end

--: caml_int64_mod if int64native
local function caml_int64_mod(a, b)
  return {255, "_j", rt_i64_mod(a[3], b[3])}
end

--: caml_int64_and
local function caml_int64_and(a, b)
  return {255, "_j", rt_and32(a[3], b[3]), rt_and32(a[4], b[4]) % 4294967296}
end

--: caml_int64_and if int64native
local function caml_int64_and(a, b)
  return {255, "_j", a[3] & b[3]}
end

--: caml_int64_or
local function caml_int64_or(a, b)
  return {255, "_j", rt_or32(a[3], b[3]), rt_or32(a[4], b[4]) % 4294967296}
end

--: caml_int64_or if int64native
local function caml_int64_or(a, b)
  return {255, "_j", a[3] | b[3]}
end

--: caml_int64_xor
local function caml_int64_xor(a, b)
  return {255, "_j", rt_xor32(a[3], b[3]), rt_xor32(a[4], b[4]) % 4294967296}
end

--: caml_int64_xor if int64native
local function caml_int64_xor(a, b)
  return {255, "_j", a[3] ~ b[3]}
end

--: caml_int64_shift_left
local function caml_int64_shift_left(a, n)
  return rt_i64_box(rt_i64_shl(a[3], a[4], n % 64))
end

--: caml_int64_shift_left if int64native
local function caml_int64_shift_left(a, n)
  return {255, "_j", a[3] << (n & 63)}
end

--: caml_int64_shift_right
local function caml_int64_shift_right(a, n)
  return rt_i64_box(rt_i64_sar(a[3], a[4], n % 64))
end

--: caml_int64_shift_right if int64native
local function caml_int64_shift_right(a, n)
  a, n = a[3], n & 63
  return {255, "_j", a >= 0 and a >> n or ~(~a >> n)}
end

--: caml_int64_shift_right_unsigned
local function caml_int64_shift_right_unsigned(a, n)
  return rt_i64_box(rt_i64_shr(a[3], a[4], n % 64))
end

--: caml_int64_shift_right_unsigned if int64native
local function caml_int64_shift_right_unsigned(a, n)
  return {255, "_j", a[3] >> (n & 63)}
end

--: caml_int64_bswap
local function caml_int64_bswap(a)
  return {255, "_j", rt_bswap32(a[4]), rt_bswap32(a[3]) % 4294967296}
end

--: caml_int64_bswap if int64native
local function caml_int64_bswap(a)
  return {255, "_j", rt_i64_bswap(a[3])}
end

--: caml_int64_of_int
local function caml_int64_of_int(n)
  return {255, "_j", n < 0 and -1 or 0, n % 4294967296}
end

--: caml_int64_of_int if int64native
local function caml_int64_of_int(n)
  return {255, "_j", n}
end

--: caml_int64_to_int
local function caml_int64_to_int(a)
  local l = a[4]
  if l >= 2147483648 then return l - 4294967296 end
  return l
end

--: caml_int64_to_int if int64native
local function caml_int64_to_int(a)
  return rt_int_wrap(a[3])
end

--: caml_int64_of_float
local function caml_int64_of_float(x)
  return rt_i64_box(rt_i64_of_double(x))
end

--: caml_int64_to_float
local function caml_int64_to_float(a)
  return a[3] * 4294967296 + a[4] + 0.0
end

--: caml_int64_to_float if int64native
local function caml_int64_to_float(a)
  return a[3] + 0.0
end

--: caml_int64_of_int32
local function caml_int64_of_int32(a)
  a = a[3]
  return {255, "_j", a < 0 and -1 or 0, a % 4294967296}
end

--: caml_int64_of_int32 if int64native
local function caml_int64_of_int32(a)
  return {255, "_j", a[3]}
end

--: caml_int64_to_int32
local function caml_int64_to_int32(a)
  local l = a[4]
  return {255, "_i", l >= 2147483648 and l - 4294967296 or l}
end

--: caml_int64_to_int32 if int64native
local function caml_int64_to_int32(a)
  return {255, "_i", rt_w32(a[3])}
end

--: caml_int64_of_nativeint
local function caml_int64_of_nativeint(a)
  a = a[3]
  return {255, "_j", a < 0 and -1 or 0, a % 4294967296}
end

--: caml_int64_of_nativeint if int64native
local function caml_int64_of_nativeint(a)
  return {255, "_j", a[3]}
end

--: caml_int64_to_nativeint
local function caml_int64_to_nativeint(a)
  local l = a[4]
  return {255, "_n", l >= 2147483648 and l - 4294967296 or l}
end

--: caml_int64_to_nativeint if int64native
local function caml_int64_to_nativeint(a)
  return {255, "_n", rt_w32(a[3])}
end

--: caml_int64_to_nativeint if int63
local function caml_int64_to_nativeint(a)
  return {255, "_n", a[3]}
end

--: caml_int64_compare
local function caml_int64_compare(a, b)
  local x, y = a[3], b[3]
  if x < y then return -1 end
  if x > y then return 1 end
  x, y = a[4], b[4]
  if x < y then return -1 end
  if x > y then return 1 end
  return 0
end

--: caml_int64_compare if int64native
local function caml_int64_compare(a, b)
  a, b = a[3], b[3]
  if a < b then return -1 end
  if a > b then return 1 end
  return 0
end

--: caml_int64_format
---@param fmt string a conversion as "%d" or "%016Lx"
local function caml_int64_format(fmt, a)
  return rt_format64(fmt, a[3], a[4])
end

--: caml_int64_format if int64native
local function caml_int64_format(fmt, a)
  return rt_format64(fmt, a[3])
end

--: rt_parse_pair
--- Parses a 64-bit integer into hi (signed) and lo.
---@error Failure msg
local function rt_parse_pair(s, msg)
  local i, base, signed, neg = rt_int_prefix(s)
  local l = rt_digit[lua_byte(s, i)]
  if not l or l >= base then caml_failwith(msg) end
  local h = 0
  for j = i + 1, #s do
    local c = lua_byte(s, j)
    if c ~= 95 then
      local d = rt_digit[c]
      if not d or d >= base then caml_failwith(msg) end
      local x = l * base + d
      l = x % 4294967296
      h = h * base + (x - l) / 4294967296
      if h > 4294967295 then caml_failwith(msg) end
    end
  end
  if signed and h >= 2147483648 and not (neg and h == 2147483648 and l == 0) then caml_failwith(msg) end
  if neg then
    h = 0 - h
    if l > 0 then h, l = h - 1, 4294967296 - l end
  end
  -- floor gives the integer subtype back where there is one.
  return lua_floor((h + 2147483648) % 4294967296 - 2147483648), lua_floor(l)
end

--: caml_int64_of_string
---@error Failure "Int64.of_string"
local function caml_int64_of_string(s)
  return rt_i64_box(rt_parse_pair(s, "Int64.of_string"))
end

--: caml_int64_of_string if int64native
local function caml_int64_of_string(s)
  return {255, "_j", rt_parse64(s, 64, "Int64.of_string")}
end

--: caml_int64_bits_of_float
local function caml_int64_bits_of_float(x)
  return rt_i64_box(rt_double_bits(x))
end

--: caml_int64_bits_of_float if int64native
local function caml_int64_bits_of_float(x)
  return {255, "_j", (lua_strunpack("<i8", lua_strpack("<d", x)))}
end

--: caml_int64_float_of_bits
local function caml_int64_float_of_bits(a)
  return rt_bits_double(a[3], a[4])
end

--: caml_int64_float_of_bits if int64native
local function caml_int64_float_of_bits(a)
  return (lua_strunpack("<d", lua_strpack("<i8", a[3])))
end
