-- Nativeint: boxed {255, "_n", v} (answers to runtime/ints.c, native integers). 32 bits wide, or 64 under `int63`,
-- where v is a native Lua integer and every operation is one of Lua's own.

--: caml_nativeint_neg
local function caml_nativeint_neg(a)
  a = a[3]
  return {255, "_n", a == -2147483648 and a or 0 - a}
end

--: caml_nativeint_neg if int63
local function caml_nativeint_neg(a)
  return {255, "_n", -a[3]}
end

--: caml_nativeint_add
local function caml_nativeint_add(a, b)
  return {255, "_n", rt_w32(a[3] + b[3])}
end

--: caml_nativeint_add if int63
local function caml_nativeint_add(a, b)
  return {255, "_n", a[3] + b[3]}
end

--: caml_nativeint_sub
local function caml_nativeint_sub(a, b)
  return {255, "_n", rt_w32(a[3] - b[3])}
end

--: caml_nativeint_sub if int63
local function caml_nativeint_sub(a, b)
  return {255, "_n", a[3] - b[3]}
end

--: caml_nativeint_mul
local function caml_nativeint_mul(a, b)
  return {255, "_n", rt_mul32(a[3], b[3])}
end

--: caml_nativeint_mul if int63
local function caml_nativeint_mul(a, b)
  return {255, "_n", a[3] * b[3]}
end

--: caml_nativeint_div
---@error Division_by_zero
local function caml_nativeint_div(a, b)
  return {255, "_n", rt_div32(a[3], b[3])}
end

--: caml_nativeint_div if int63
local function caml_nativeint_div(a, b)
  return {255, "_n", rt_i64_div(a[3], b[3])}
end

--: caml_nativeint_mod
---@error Division_by_zero
local function caml_nativeint_mod(a, b)
  return {255, "_n", rt_int_mod(a[3], b[3])}
end

--: caml_nativeint_mod if int63
local function caml_nativeint_mod(a, b)
  return {255, "_n", rt_i64_mod(a[3], b[3])}
end

--: caml_nativeint_and
local function caml_nativeint_and(a, b)
  return {255, "_n", rt_and32(a[3], b[3])}
end

--: caml_nativeint_and if ints
local function caml_nativeint_and(a, b)
  return {255, "_n", a[3] & b[3]}
end

--: caml_nativeint_or
local function caml_nativeint_or(a, b)
  return {255, "_n", rt_or32(a[3], b[3])}
end

--: caml_nativeint_or if ints
local function caml_nativeint_or(a, b)
  return {255, "_n", a[3] | b[3]}
end

--: caml_nativeint_xor
local function caml_nativeint_xor(a, b)
  return {255, "_n", rt_xor32(a[3], b[3])}
end

--: caml_nativeint_xor if ints
local function caml_nativeint_xor(a, b)
  return {255, "_n", a[3] ~ b[3]}
end

--: caml_nativeint_shift_left
local function caml_nativeint_shift_left(a, n)
  return {255, "_n", rt_shl32(a[3], n % 32)}
end

--: caml_nativeint_shift_left if int63
local function caml_nativeint_shift_left(a, n)
  return {255, "_n", a[3] << (n & 63)}
end

--: caml_nativeint_shift_right
local function caml_nativeint_shift_right(a, n)
  return {255, "_n", rt_sar32(a[3], n % 32)}
end

--: caml_nativeint_shift_right if int63
local function caml_nativeint_shift_right(a, n)
  a, n = a[3], n & 63
  return {255, "_n", a >= 0 and a >> n or ~(~a >> n)}
end

--: caml_nativeint_shift_right_unsigned
local function caml_nativeint_shift_right_unsigned(a, n)
  return {255, "_n", rt_shr32(a[3], n % 32)}
end

--: caml_nativeint_shift_right_unsigned if int63
local function caml_nativeint_shift_right_unsigned(a, n)
  return {255, "_n", a[3] >> (n & 63)}
end

--: caml_nativeint_bswap
local function caml_nativeint_bswap(a)
  return {255, "_n", rt_bswap32(a[3])}
end

--: caml_nativeint_bswap if int63
local function caml_nativeint_bswap(a)
  return {255, "_n", rt_i64_bswap(a[3])}
end

--: caml_nativeint_of_int
local function caml_nativeint_of_int(n)
  return {255, "_n", n}
end

--: caml_nativeint_to_int
local function caml_nativeint_to_int(a)
  return a[3]
end

--: caml_nativeint_to_int if int63
local function caml_nativeint_to_int(a)
  return (a[3] << 1) // 2
end

--: caml_nativeint_of_float
local function caml_nativeint_of_float(x)
  return {255, "_n", rt_int32_of_double(x)}
end

--: caml_nativeint_of_float if int63
local function caml_nativeint_of_float(x)
  return {255, "_n", rt_i64_of_double(x)}
end

--: caml_nativeint_to_float
local function caml_nativeint_to_float(a)
  return a[3] + 0.0
end

--: caml_nativeint_of_int32
local function caml_nativeint_of_int32(a)
  return {255, "_n", a[3]}
end

--: caml_nativeint_to_int32
local function caml_nativeint_to_int32(a)
  return {255, "_i", a[3]}
end

--: caml_nativeint_to_int32 if int63
local function caml_nativeint_to_int32(a)
  return {255, "_i", ((a[3] & 0xffffffff) ~ 0x80000000) - 0x80000000}
end

--: caml_nativeint_compare
local function caml_nativeint_compare(a, b)
  a, b = a[3], b[3]
  if a < b then return -1 end
  if a > b then return 1 end
  return 0
end

--: caml_nativeint_format
---@param fmt string a conversion as "%d" or "%nx"
local function caml_nativeint_format(fmt, a)
  return rt_format32(fmt, a[3])
end

--: caml_nativeint_format if int63
local function caml_nativeint_format(fmt, a)
  return rt_format64(fmt, a[3])
end

--: caml_nativeint_of_string
---@error Failure "Nativeint.of_string"
local function caml_nativeint_of_string(s)
  return {255, "_n", rt_parse32(s, "Nativeint.of_string")}
end

--: caml_nativeint_of_string if int63
local function caml_nativeint_of_string(s)
  return {255, "_n", rt_parse64(s, 64, "Nativeint.of_string")}
end
