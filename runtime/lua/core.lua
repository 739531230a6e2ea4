-- Arithmetic that every other family stands on: rt_int_* follow the int width of the target (32 bits wrapping, or 63
-- under `int63`), rt_*32 are 32-bit whatever the width. Results of rt_*32 are signed unless said otherwise.
-- Invariants: an int stays of the integer subtype on 5.3+ (no `/`, no `^`), and no result is ever minus zero.
-- `if ints` and `if luajit` fragments use native operators; portable ones choose at load what the running Lua has.

--: rt_pow2
--- rt_pow2[n] = 2^n for 0 <= n <= 52, of the integer subtype where there is one.
local rt_pow2 = {}
do
  local p = 1
  for n = 0, 52 do rt_pow2[n] = p; p = p + p end
end

--: rt_w32
--- Wraps an integer-valued number within +-2^53 to signed 32 bits.
local function rt_w32(x)
  return (x + 2147483648) % 4294967296 - 2147483648
end

--: rt_w32 if ints
local function rt_w32(x)
  return ((x & 0xffffffff) ~ 0x80000000) - 0x80000000
end

--: rt_u32
--- Signed or unsigned 32-bit value to the unsigned number.
local function rt_u32(x)
  return x % 4294967296
end

--: rt_u32 if ints
local function rt_u32(x)
  return x & 0xffffffff
end

--: rt_mul32
--- Low 32 bits of a product, signed. The split keeps each partial product within 48 significant bits: exact in a double.
local function rt_mul32(a, b)
  local p = a * b
  if p >= -2147483648 and p <= 2147483647 then return p + 0 end
  local bl = b % 65536
  return (a * bl + a * (b - bl) % 4294967296 + 2147483648) % 4294967296 - 2147483648
end

--: rt_mul32 if luajit
--- The 64-bit product of ffi is one multiplication in a trace, but a cdata when interpreted: hence the choice.
local rt_mul32 = nil
do
  local tobit, band, rshift = lua_bit.tobit, lua_bit.band, lua_bit.rshift
  if lua_ffi and jit and jit.status() then
    local int64 = lua_ffi.typeof("int64_t")
    function rt_mul32(a, b) return tobit(int64(a) * b) end
  else
    function rt_mul32(a, b) return tobit(a * band(b, 0xffff) + tobit(a * rshift(b, 16) % 65536) * 65536) end
  end
end

--: rt_mul32 if ints
local function rt_mul32(a, b)
  return ((a * b & 0xffffffff) ~ 0x80000000) - 0x80000000
end

--: rt_bitops
--- {band, bor, bxor, shl, shr, sar} on 32 bits, {uand, uxor} from and to unsigned ones, by what the running Lua has:
--- `bit`, operators, bit32, or tables of bytes whose rows are built on first use.
local rt_bitops = nil
do
  local bit, bit32 = lua_bit, lua_version == "Lua 5.2" and bit32 or nil
  local native = lua_mathtype and lua_load([[
    local function s(x) return ((x & 0xffffffff) ~ 0x80000000) - 0x80000000 end
    return {
      band = function(a, b) return (((a & b) & 0xffffffff) ~ 0x80000000) - 0x80000000 end,
      bor = function(a, b) return (((a | b) & 0xffffffff) ~ 0x80000000) - 0x80000000 end,
      bxor = function(a, b) return (((a ~ b) & 0xffffffff) ~ 0x80000000) - 0x80000000 end,
      shl = function(a, n) return (((a << n) & 0xffffffff) ~ 0x80000000) - 0x80000000 end,
      shr = function(a, n) return s((a & 0xffffffff) >> n) end,
      sar = function(a, n)
        a = ((a & 0xffffffff) ~ 0x80000000) - 0x80000000
        if a >= 0 then return a >> n end
        return ~(~a >> n)
      end,
      uand = function(a, b) return a & b end,
      uxor = function(a, b) return a ~ b end,
    }]], "=bits")
  if bit then
    local band, bxor = bit.band, bit.bxor
    rt_bitops = {
      band = band, bor = bit.bor, bxor = bxor, shl = bit.lshift, shr = bit.rshift, sar = bit.arshift,
      uand = function(a, b) return band(a, b) % 4294967296 end,
      uxor = function(a, b) return bxor(a, b) % 4294967296 end,
    }
  elseif native then
    rt_bitops = native()
  else
    local pow2, floor = rt_pow2, lua_floor
    -- By byte: its conjunctions with all bytes, made from those of its upper seven bits when it's first asked for.
    local ands = lua_setmetatable({}, {__index = function(rows, a)
      local row, low = {}, a % 2
      local half = a > 0 and rows[(a - low) / 2]
      for b = 0, 127 do
        local v = half and 2 * half[b] or 0
        row[2 * b], row[2 * b + 1] = v, v + low
      end
      rows[a] = row
      return row
    end})
    -- a + b = (a xor b) + 2 (a and b) = (a or b) + (a and b), so one table of a megabyte, when it's full, serves all three:
    -- sum * (a + b) + both * (a and b).
    local function by_bytes(sum, both)
      return function(a, b)
        local s = sum * (a + b)
        local a0, b0 = a % 256, b % 256
        a, b = (a - a0) / 256, (b - b0) / 256
        if a + b == 0 then return s + both * ands[a0][b0] end
        local a1, b1 = a % 256, b % 256
        a, b = (a - a1) / 256, (b - b1) / 256
        local a2, b2 = a % 256, b % 256
        local high = ands[a2][b2] * 65536 + ands[(a - a2) / 256][(b - b2) / 256] * 16777216
        return s + both * (ands[a0][b0] + ands[a1][b1] * 256 + high)
      end
    end
    local uand, uor, uxor = by_bytes(0, 1), by_bytes(1, -1), by_bytes(1, -2)
    if bit32 then uand, uor, uxor = bit32.band, bit32.bor, bit32.bxor end
    local function signed(op)
      return function(a, b)
        local v = op(a % 4294967296, b % 4294967296)
        if v >= 2147483648 then return v - 4294967296 end
        return v
      end
    end
    local function shl(a, n)
      local v = a * pow2[n] % 4294967296
      if v >= 2147483648 then return v - 4294967296 end
      return v
    end
    local function shr(a, n)
      if n == 0 then return (a + 2147483648) % 4294967296 - 2147483648 end
      return floor(a % 4294967296 / pow2[n])
    end
    local function sar(a, n)
      return floor(((a + 2147483648) % 4294967296 - 2147483648) / pow2[n])
    end
    rt_bitops = {band = signed(uand), bor = signed(uor), bxor = signed(uxor), shl = shl, shr = shr, sar = sar, uand = uand, uxor = uxor}
  end
end

--: rt_and32
local rt_and32 = rt_bitops.band

--: rt_and32 if luajit
local rt_and32 = lua_bit.band

--: rt_and32 if ints
local function rt_and32(a, b)
  return (((a & b) & 0xffffffff) ~ 0x80000000) - 0x80000000
end

--: rt_or32
local rt_or32 = rt_bitops.bor

--: rt_or32 if luajit
local rt_or32 = lua_bit.bor

--: rt_or32 if ints
local function rt_or32(a, b)
  return (((a | b) & 0xffffffff) ~ 0x80000000) - 0x80000000
end

--: rt_uand32
--- Of unsigned words, unsigned.
local rt_uand32 = rt_bitops.uand

--: rt_uxor32
local rt_uxor32 = rt_bitops.uxor

--: rt_xor32
local rt_xor32 = rt_bitops.bxor

--: rt_xor32 if luajit
local rt_xor32 = lua_bit.bxor

--: rt_xor32 if ints
local function rt_xor32(a, b)
  return (((a ~ b) & 0xffffffff) ~ 0x80000000) - 0x80000000
end

--: rt_shl32
--- 0 <= n <= 31, as for the two below.
local rt_shl32 = rt_bitops.shl

--: rt_shl32 if luajit
local rt_shl32 = lua_bit.lshift

--: rt_shl32 if ints
local function rt_shl32(a, n)
  return (((a << n) & 0xffffffff) ~ 0x80000000) - 0x80000000
end

--: rt_shr32
--- Logical shift; the result is signed (so n = 0 gives back a signed value).
local rt_shr32 = rt_bitops.shr

--: rt_shr32 if luajit
local rt_shr32 = lua_bit.rshift

--: rt_shr32 if ints
local function rt_shr32(a, n)
  return (((a & 0xffffffff) >> n) ~ 0x80000000) - 0x80000000
end

--: rt_sar32
local rt_sar32 = rt_bitops.sar

--: rt_sar32 if luajit
local rt_sar32 = lua_bit.arshift

--: rt_sar32 if ints
local function rt_sar32(a, n)
  a = ((a & 0xffffffff) ~ 0x80000000) - 0x80000000
  if a >= 0 then return a >> n end
  return ~(~a >> n)
end

--: rt_int_wrap
--- An integer-valued number (within +-2^53; any Lua integer under `ints`) to an int of the target's width.
local function rt_int_wrap(x)
  return (x + 2147483648) % 4294967296 - 2147483648
end

--: rt_int_wrap if ints
local function rt_int_wrap(x)
  return ((x & 0xffffffff) ~ 0x80000000) - 0x80000000
end

--: rt_int_wrap if int63
local function rt_int_wrap(x)
  return (x << 1) // 2
end

--: rt_int_mul
local rt_int_mul = rt_mul32

--: rt_int_mul if int63
local function rt_int_mul(a, b)
  return (a * b << 1) // 2
end

--: rt_int_div
--- Truncates toward zero; min_int / -1 wraps to min_int.
---@error Division_by_zero
local function rt_int_div(a, b)
  if b == 0 then caml_raise_zero_divide() end
  local q = a / b
  if q >= 0 then
    q = lua_floor(q) + 0
    if q > 2147483647 then return -2147483648 end
    return q
  end
  return lua_ceil(q) + 0
end

--: rt_int_div if ints
local function rt_int_div(a, b)
  if b == 0 then caml_raise_zero_divide() end
  local q = a // b
  if q < 0 then
    if q * b ~= a then return q + 1 end
  elseif q > 2147483647 then
    return -2147483648
  end
  return q
end

--: rt_int_div if int63
local function rt_int_div(a, b)
  if b == 0 then caml_raise_zero_divide() end
  local q = a // b
  if q < 0 then
    if q * b ~= a then return q + 1 end
  elseif q > 0x3fffffffffffffff then
    return -0x4000000000000000
  end
  return q
end

--: rt_int_mod
--- The sign is the dividend's.
---@error Division_by_zero
local function rt_int_mod(a, b)
  if b == 0 then caml_raise_zero_divide() end
  if b < 0 then b = -b end
  if a >= 0 then return a % b end
  return 0 - (-a) % b
end

--: rt_int_and
local rt_int_and = rt_and32

--: rt_int_and if ints
local function rt_int_and(a, b)
  return a & b
end

--: rt_int_or
local rt_int_or = rt_or32

--: rt_int_or if ints
local function rt_int_or(a, b)
  return a | b
end

--: rt_int_xor
local rt_int_xor = rt_xor32

--: rt_int_xor if ints
local function rt_int_xor(a, b)
  return a ~ b
end

--: rt_int_lsl
--- Shifts by the width or more give 0 (-1 for a negative number under asr).
local function rt_int_lsl(a, n)
  if n > 31 then return 0 end
  return rt_shl32(a, n)
end

--: rt_int_lsl if ints
local function rt_int_lsl(a, n)
  return (((a << n) & 0xffffffff) ~ 0x80000000) - 0x80000000
end

--: rt_int_lsl if int63
local function rt_int_lsl(a, n)
  return (a << n + 1) // 2
end

--: rt_int_lsr
local function rt_int_lsr(a, n)
  if n > 31 then return 0 end
  return rt_shr32(a, n)
end

--: rt_int_lsr if ints
local function rt_int_lsr(a, n)
  if n == 0 then return a end
  return (a & 0xffffffff) >> n
end

--: rt_int_lsr if int63
local function rt_int_lsr(a, n)
  if n == 0 then return a end
  return (a & 0x7fffffffffffffff) >> n
end

--: rt_int_asr
local function rt_int_asr(a, n)
  return rt_sar32(a, n > 31 and 31 or n)
end

--: rt_int_asr if ints
local function rt_int_asr(a, n)
  if a >= 0 then return a >> n end
  return ~(~a >> n)
end
