-- caml_hash: MurmurHash3 as OCaml's (answers to runtime/hash.c), value for value the same results, with its queue and
-- its limits. The state is a 32-bit number; `ints` and `luajit` mix it with native operators.
-- Where floats have no subtype an integral float within the int range hashes as an int: the two look alike there.

--: rt_hash_mix
--- Mixes a 32-bit word (signed or unsigned) into the state h.
local function rt_hash_mix(h, d)
  -- Products by halves of the constants 0xcc9e2d51 and 0x1b873593, rotations by multiplication.
  d = (d * 11601 + d * 52382 % 65536 * 65536) % 4294967296
  local low = d % 131072
  d = low * 32768 + (d - low) / 131072
  h = rt_uxor32(h, (d * 13715 + d * 7047 % 65536 * 65536) % 4294967296)
  low = h % 524288
  return ((low * 8192 + (h - low) / 524288) * 5 + 3864292196) % 4294967296
end
-- Where `/` makes a float, the portable program takes the native form.
if lua_mathtype then
  rt_hash_mix = lua_load([[
    return function(h, d)
      d = d * 0xcc9e2d51 & 0xffffffff
      d = (d << 15 | d >> 17) * 0x1b873593 & 0xffffffff
      h = h ~ d
      h = h << 13 & 0xffffffff | h >> 19
      return h * 5 + 0xe6546b64 & 0xffffffff
    end]], "=hash")()
end

--: rt_hash_mix if luajit
local rt_hash_mix = nil
do
  local tobit, bxor, lshift, rol = lua_bit.tobit, lua_bit.bxor, lua_bit.lshift, lua_bit.rol
  -- By halves as well: 64-bit products are objects where this is interpreted.
  function rt_hash_mix(h, d)
    d = rol(d * 11601 + lshift(d * 52382, 16), 15)
    h = rol(bxor(h, d * 13715 + lshift(d * 7047, 16)), 13)
    return tobit(h * 5 + 3864292196)
  end
end

--: rt_hash_mix if ints
local function rt_hash_mix(h, d)
  d = d * 0xcc9e2d51 & 0xffffffff
  d = (d << 15 | d >> 17) * 0x1b873593 & 0xffffffff
  h = h ~ d
  h = h << 13 & 0xffffffff | h >> 19
  return h * 5 + 0xe6546b64 & 0xffffffff
end

--: rt_hash_final
--- Final mix, folded to 30 bits.
local function rt_hash_final(h)
  h = rt_uxor32(h, (h - h % 65536) / 65536)
  h = (h * 51819 + h * 34283 % 65536 * 65536) % 4294967296 -- by 0x85ebca6b
  h = rt_uxor32(h, (h - h % 8192) / 8192)
  h = (h * 44597 + h * 49842 % 65536 * 65536) % 4294967296 -- by 0xc2b2ae35
  return rt_uxor32(h, (h - h % 65536) / 65536) % 1073741824
end

--: rt_hash_final if luajit
local function rt_hash_final(h)
  local tobit, bxor, rshift, lshift = lua_bit.tobit, lua_bit.bxor, lua_bit.rshift, lua_bit.lshift
  h = bxor(h, rshift(h, 16))
  h = tobit(h * 51819 + lshift(h * 34283, 16))
  h = bxor(h, rshift(h, 13))
  h = tobit(h * 44597 + lshift(h * 49842, 16))
  return lua_bit.band(bxor(h, rshift(h, 16)), 1073741823)
end

--: rt_hash_final if ints
local function rt_hash_final(h)
  h = h & 0xffffffff
  h = (h ~ h >> 16) * 0x85ebca6b & 0xffffffff
  h = (h ~ h >> 13) * 0xc2b2ae35 & 0xffffffff
  return (h ~ h >> 16) & 0x3fffffff
end

--: rt_hash_mix_int
--- An OCaml int: its tagged form 2n + 1, folded from 64 to 32 bits so that 32-bit values hash alike everywhere.
local function rt_hash_mix_int(h, n)
  return rt_hash_mix(h, n + n + 1)
end

--: rt_hash_mix_int if int63
local function rt_hash_mix_int(h, n)
  n = n << 1 | 1
  if n < 0 then n = n ~ n >> 32 ~ 0xffffffff else n = n ~ n >> 32 end
  return rt_hash_mix(h, n & 0xffffffff)
end

--: rt_hash_mix_string
--- Words of four bytes, little endian, then the length.
local function rt_hash_mix_string(h, s)
  local n = #s
  local i = 1
  while i + 7 <= n do
    local a, b, c, d, e, f, g, k = lua_byte(s, i, i + 7)
    h = rt_hash_mix(h, a + b * 256 + c * 65536 + d * 16777216)
    h = rt_hash_mix(h, e + f * 256 + g * 65536 + k * 16777216)
    i = i + 8
  end
  if i + 3 <= n then
    local a, b, c, d = lua_byte(s, i, i + 3)
    h = rt_hash_mix(h, a + b * 256 + c * 65536 + d * 16777216)
    i = i + 4
  end
  if i <= n then
    local a, b, c = lua_byte(s, i, n)
    h = rt_hash_mix(h, a + (b or 0) * 256 + (c or 0) * 65536)
  end
  return rt_xor32(h, n) % 4294967296
end

--: rt_hash_mix_double
--- Minus zero hashes as zero, every nan alike.
local function rt_hash_mix_double(h, x)
  if x == 0 then
    return rt_hash_mix(rt_hash_mix(h, 0), 0)
  elseif x ~= x then
    return rt_hash_mix(rt_hash_mix(h, 1), 2146435072)
  end
  local hi, lo = rt_double_bits(x)
  return rt_hash_mix(rt_hash_mix(h, lo), hi % 4294967296)
end

--: rt_hash_mix_custom
--- Int32, Int64, Nativeint, and customs with `ops.hash`. Returns the state, and whether the value counted.
local function rt_hash_mix_custom(h, v)
  local name = v[2]
  if name == "_i" or name == "_n" then return rt_hash_mix(h, v[3] % 4294967296), true end
  if name == "_j" then return rt_hash_mix(h, rt_xor32(v[3], v[4]) % 4294967296), true end
  local ops = v.ops
  if ops and ops.hash then return rt_hash_mix(h, ops.hash(v) % 4294967296), true end
  return h, false
end

--: rt_hash_mix_custom if ints
local function rt_hash_mix_custom(h, v)
  local name = v[2]
  if name == "_i" then return rt_hash_mix(h, v[3] & 0xffffffff), true end
  if name == "_j" then
    v = v[3]
    return rt_hash_mix(h, (v ~ v >> 32) & 0xffffffff), true
  end
  if name == "_n" then
    v = v[3]
    if v < 0 then v = v ~ v >> 32 ~ 0xffffffff else v = v ~ v >> 32 end
    return rt_hash_mix(h, v & 0xffffffff), true
  end
  local ops = v.ops
  if ops and ops.hash then return rt_hash_mix(h, ops.hash(v) & 0xffffffff), true end
  return h, false
end

--: rt_hash_is_float
--- Whether a number hashes as an OCaml float: by its subtype, or, where there is none, as what no int can be. There minus
--- zero counts as an int, as zero does: equal values must hash alike.
local function rt_hash_is_float(x)
  return x ~= lua_floor(x) or x > 2147483647 or x < -2147483648
end
if lua_mathtype then
  rt_hash_is_float = function(x) return lua_mathtype(x) == "float" end
end

--: rt_hash_mix_number
local function rt_hash_mix_number(h, x)
  if rt_hash_is_float(x) then return rt_hash_mix_double(h, x) end
  return rt_hash_mix_int(h, x)
end

--: rt_hash_mix_number if int63
local function rt_hash_mix_number(h, x)
  if lua_mathtype(x) == "float" then return rt_hash_mix_double(h, x) end
  -- rt_hash_mix_int without its calls: lists of ints are keys, too.
  local d = x << 1 | 1
  d = x < 0 and d ~ d >> 32 ~ 0xffffffff or d ~ d >> 32
  d = d * 0xcc9e2d51 & 0xffffffff
  d = (d << 15 | d >> 17) * 0x1b873593 & 0xffffffff
  h = h ~ d
  h = h << 13 & 0xffffffff | h >> 19
  return h * 5 + 0xe6546b64 & 0xffffffff
end

--: caml_hash
--- Breadth-first over at most `limit` queued values (256 when out of range), `count` of them meaningful.
---@return integer in [0, 2^30)
local function caml_hash(count, limit, seed, obj)
  local h = seed % 4294967296
  local kind = lua_type(obj)
  if count > 0 then
    if kind == "string" then return rt_hash_final(rt_hash_mix_string(h, obj)) end
    if kind == "number" then return rt_hash_final(rt_hash_mix_number(h, obj)) end
  end
  if limit < 0 or limit > 256 then limit = 256 end
  local queue, rd, wr = {obj, 0, 0, 0, 0, 0, 0, 0}, 1, 1 -- room for most
  while rd <= wr and count > 0 do
    local v = queue[rd]
    rd = rd + 1
    kind = lua_type(v)
    if kind == "table" and v[1] == 250 then
      -- Forward links may form a loop: follow a thousand at most.
      local i = 1000
      while i > 0 and kind == "table" and v[1] == 250 do
        v = v[2]
        kind = lua_type(v)
        i = i - 1
      end
      if kind == "table" and v[1] == 250 then kind = "loop" end
    end
    if kind == "number" then
      h = rt_hash_mix_number(h, v)
      count = count - 1
    elseif kind == "string" then
      h = rt_hash_mix_string(h, v)
      count = count - 1
    elseif kind == "table" then
      local tag = v[1]
      if tag < 0 then
        h = rt_hash_mix_string(h, caml_string_of_bytes(v))
        count = count - 1
      elseif tag == 255 then
        local counted
        h, counted = rt_hash_mix_custom(h, v)
        if counted then count = count - 1 end
      elseif tag == 254 and lua_mathtype then
        for i = 2, #v do
          h = rt_hash_mix_double(h, v[i])
          count = count - 1
          if count <= 0 then break end
        end
      elseif tag == 248 then
        h = rt_hash_mix(h, v[3] % 4294967296)
        count = count - 1
      elseif tag ~= 251 and tag ~= 245 then
        local n = #v
        -- Without subtypes one and the same float array may have either tag: both hash as 0.
        if tag == 254 then tag = 0 end
        -- The header: size and tag. It doesn't count.
        h = rt_hash_mix(h, (n - 1) * 1024 + tag)
        local i = 2
        while i <= n and wr < limit do
          wr = wr + 1
          queue[wr] = v[i]
          i = i + 1
        end
      end
    end
    -- Functions: nothing of them is stable, so they don't mix in.
  end
  return rt_hash_final(h)
end

--: rt_hash_float
--- caml_hash of what is known to be a float (lua/float_hashes).
local function rt_hash_float(count, limit, seed, x)
  local h = seed % 4294967296
  if count > 0 then h = rt_hash_mix_double(h, x) end
  return rt_hash_final(h)
end

--: caml_string_hash
---@param s string|table bytes are taken too
local function caml_string_hash(seed, s)
  return rt_hash_final(rt_hash_mix_string(seed % 4294967296, caml_string_of_bytes(s)))
end
