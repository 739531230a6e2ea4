-- MD5 (answers to runtime/md5.c): RFC 1321 over strings. One block at a time; the words of a block are numbers 0..2^32-1.
-- Cost: 64 steps of 32-bit arithmetic per 64 bytes; on a Lua 5.1 without bit operations those are sums of tables' entries.

--: rt_md5_k
--- The 64 sine constants, as signed 32-bit numbers.
local rt_md5_k = {}
for i = 1, 64 do
  local x = lua_math.sin(i)
  rt_md5_k[i] = rt_w32(lua_floor((x < 0 and -x or x) * 4294967296))
end

--: rt_md5_shift
local rt_md5_shift = {
  7, 12, 17, 22, 7, 12, 17, 22, 7, 12, 17, 22, 7, 12, 17, 22, 5, 9, 14, 20, 5, 9, 14, 20, 5, 9, 14, 20, 5, 9, 14, 20,
  4, 11, 16, 23, 4, 11, 16, 23, 4, 11, 16, 23, 4, 11, 16, 23, 6, 10, 15, 21, 6, 10, 15, 21, 6, 10, 15, 21, 6, 10, 15, 21,
}

--: rt_md5_above
--- 2^32 over 2^shift: what is above it gets to the other end when a word is rotated.
local rt_md5_above = {}
for i = 1, 64 do rt_md5_above[i] = rt_pow2[32 - rt_md5_shift[i]] end

--: rt_md5_words
--- The 16 little-endian words of the block of s that starts at byte i, into w[0..15].
local function rt_md5_words(w, s, i)
  for k = 0, 15, 2 do
    local a, b, c, d, e, f, g, h = lua_byte(s, i, i + 7)
    w[k] = a + b * 256 + c * 65536 + d * 16777216
    w[k + 1] = e + f * 256 + g * 65536 + h * 16777216
    i = i + 8
  end
end

--: rt_md5_block
--- One block: new state from (a, b, c, d) and the words w.
local function rt_md5_block(a, b, c, d, w)
  local a0, b0, c0, d0 = a, b, c, d
  local k, above, uand, uxor = rt_md5_k, rt_md5_above, rt_uand32, rt_uxor32
  for i = 0, 63 do
    local f, g
    -- What is chosen from two words by the bits of a third is disjoint: a sum.
    if i < 16 then
      f, g = uand(b, c) + uand(4294967295 - b, d), i
    elseif i < 32 then
      f, g = uand(d, b) + uand(4294967295 - d, c), (5 * i + 1) % 16
    elseif i < 48 then
      f, g = uxor(b, uxor(c, d)), (3 * i + 5) % 16
    else
      f, g = uxor(c, 4294967295 - uand(4294967295 - b, d)), 7 * i % 16
    end
    f = (f + a + k[i + 1] + w[g]) % 4294967296
    local p = above[i + 1]
    local low = f % p
    a, d, c, b = d, c, b, (b + low * (4294967296 / p) + (f - low) / p) % 4294967296
  end
  return (a0 + a) % 4294967296, (b0 + b) % 4294967296, (c0 + c) % 4294967296, (d0 + d) % 4294967296
end

--: rt_md5_block if luajit
local function rt_md5_block(a, b, c, d, w)
  local a0, b0, c0, d0 = a, b, c, d
  local k, shift = rt_md5_k, rt_md5_shift
  local band, bor, bxor, bnot, rol, tobit = lua_bit.band, lua_bit.bor, lua_bit.bxor, lua_bit.bnot, lua_bit.rol, lua_bit.tobit
  for i = 0, 15 do
    local f = bxor(d, band(b, bxor(c, d)))
    a, d, c, b = d, c, b, tobit(b + rol(tobit(f + a + k[i + 1] + w[i]), shift[i + 1]))
  end
  for i = 16, 31 do
    local f = bxor(c, band(d, bxor(b, c)))
    a, d, c, b = d, c, b, tobit(b + rol(tobit(f + a + k[i + 1] + w[band(5 * i + 1, 15)]), shift[i + 1]))
  end
  for i = 32, 47 do
    local f = bxor(b, c, d)
    a, d, c, b = d, c, b, tobit(b + rol(tobit(f + a + k[i + 1] + w[band(3 * i + 5, 15)]), shift[i + 1]))
  end
  for i = 48, 63 do
    local f = bxor(c, bor(b, bnot(d)))
    a, d, c, b = d, c, b, tobit(b + rol(tobit(f + a + k[i + 1] + w[band(7 * i, 15)]), shift[i + 1]))
  end
  return tobit(a0 + a), tobit(b0 + b), tobit(c0 + c), tobit(d0 + d)
end

--: rt_md5_block if ints
local function rt_md5_block(a, b, c, d, w)
  local a0, b0, c0, d0 = a, b, c, d
  local k, shift = rt_md5_k, rt_md5_shift
  for i = 0, 15 do
    local f = (d ~ b & (c ~ d)) + a + k[i + 1] + w[i] & 0xffffffff
    local s = shift[i + 1]
    a, d, c, b = d, c, b, b + (f << s | f >> 32 - s) & 0xffffffff
  end
  for i = 16, 31 do
    local f = (c ~ d & (b ~ c)) + a + k[i + 1] + w[5 * i + 1 & 15] & 0xffffffff
    local s = shift[i + 1]
    a, d, c, b = d, c, b, b + (f << s | f >> 32 - s) & 0xffffffff
  end
  for i = 32, 47 do
    local f = (b ~ c ~ d) + a + k[i + 1] + w[3 * i + 5 & 15] & 0xffffffff
    local s = shift[i + 1]
    a, d, c, b = d, c, b, b + (f << s | f >> 32 - s) & 0xffffffff
  end
  for i = 48, 63 do
    local f = (c ~ (b | ~d & 0xffffffff)) + a + k[i + 1] + w[7 * i & 15] & 0xffffffff
    local s = shift[i + 1]
    a, d, c, b = d, c, b, b + (f << s | f >> 32 - s) & 0xffffffff
  end
  return a0 + a & 0xffffffff, b0 + b & 0xffffffff, c0 + c & 0xffffffff, d0 + d & 0xffffffff
end

--: rt_word_le
--- The four bytes of a 32-bit number, least significant first.
local function rt_word_le(v)
  v = v % 4294967296
  local b0 = v % 256
  local b1 = v % 65536 - b0
  local b2 = v % 16777216 - b1 - b0
  return lua_char(b0, lua_floor(b1 / 256), lua_floor(b2 / 65536), lua_floor((v - b2 - b1 - b0) / 16777216))
end

--: rt_md5_finish
--- Digest from the state after `done` bytes (a multiple of 64) and the rest of the input.
local function rt_md5_finish(a, b, c, d, rest, done)
  local bits = (done + #rest) * 8
  local low = bits % 4294967296
  rest = rest .. "\128" .. lua_rep("\0", (55 - #rest) % 64) .. rt_word_le(low)
    .. rt_word_le(lua_floor((bits - low) / 4294967296))
  local w = {}
  for i = 1, #rest, 64 do
    rt_md5_words(w, rest, i)
    a, b, c, d = rt_md5_block(a, b, c, d, w)
  end
  return rt_word_le(a) .. rt_word_le(b) .. rt_word_le(c) .. rt_word_le(d)
end

--: caml_md5_string
---@return string 16 bytes
local function caml_md5_string(s, ofs, len)
  local a, b, c, d = 1732584193, 4023233417, 2562383102, 271733878
  local w = {}
  local whole = len - len % 64
  for i = ofs + 1, ofs + whole, 64 do
    rt_md5_words(w, s, i)
    a, b, c, d = rt_md5_block(a, b, c, d, w)
  end
  return rt_md5_finish(a, b, c, d, lua_sub(s, ofs + whole + 1, ofs + len), whole)
end

--: caml_md5_bytes
local function caml_md5_bytes(b, ofs, len)
  return caml_md5_string(rt_bytes_slice(b, ofs, len), 0, len)
end

--: caml_md5_chan
--- Reads len bytes of a channel, or all that is left when len < 0.
---@error End_of_file
local function caml_md5_chan(ch, len)
  local a, b, c, d = 1732584193, 4023233417, 2562383102, 271733878
  local w, done, rest = {}, 0, ""
  while len < 0 or done < len do
    local want = 65536
    if len >= 0 and len - done < want then want = len - done end
    local s = rt_chan_take(ch, want)
    if s == "" then
      if len >= 0 then caml_raise_end_of_file() end
      break
    end
    -- Whole pieces are multiples of 64: only the last one leaves a rest.
    local whole = #s - #s % 64
    for i = 1, whole, 64 do
      rt_md5_words(w, s, i)
      a, b, c, d = rt_md5_block(a, b, c, d, w)
    end
    done = done + whole
    rest = lua_sub(s, whole + 1)
    if rest ~= "" then
      if len >= 0 and done + #rest < len then caml_raise_end_of_file() end
      break
    end
  end
  return rt_md5_finish(a, b, c, d, rest, done)
end
