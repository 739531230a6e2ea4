-- BLAKE2b (answers to runtime/blake2.c, RFC 7693), for Digest.BLAKE128/256/512 of OCaml 5.2+. A context is
-- {255, "_blake2", h =, size =, count =, tail =}. 64-bit words are pairs (signed high, unsigned low) of 32 bits.

--: rt_blake2_iv
--- Initial state: high and low words in turn.
local rt_blake2_iv = {1779033703, 4089235720, -1150833019, 2227873595, 1013904242, 4271175723, -1521486534, 1595750129,
  1359893119, 2917565137, -1694144372, 725511199, 528734635, 4215389547, 1541459225, 327033209}

--: rt_blake2_sigma
--- The order of message words in each round, from 1 on.
local rt_blake2_sigma = {
  {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16},
  {15, 11, 5, 9, 10, 16, 14, 7, 2, 13, 1, 3, 12, 8, 6, 4},
  {12, 9, 13, 1, 6, 3, 16, 14, 11, 15, 4, 7, 8, 2, 10, 5},
  {8, 10, 4, 2, 14, 13, 12, 15, 3, 7, 6, 11, 5, 1, 16, 9},
  {10, 1, 6, 8, 3, 5, 11, 16, 15, 2, 12, 13, 7, 9, 4, 14},
  {3, 13, 7, 11, 1, 12, 9, 4, 5, 14, 8, 6, 16, 15, 2, 10},
  {13, 6, 2, 16, 15, 14, 5, 11, 1, 8, 7, 4, 10, 3, 9, 12},
  {14, 12, 8, 15, 13, 2, 4, 10, 6, 1, 16, 5, 9, 7, 3, 11},
  {7, 16, 15, 10, 12, 4, 1, 9, 13, 3, 14, 8, 2, 5, 11, 6},
  {11, 3, 9, 5, 8, 7, 2, 6, 16, 12, 10, 15, 4, 13, 14, 1},
  {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16},
  {15, 11, 5, 9, 10, 16, 14, 7, 2, 13, 1, 3, 12, 8, 6, 4},
}

--: rt_blake2_mix
--- The quarter round on v[a], v[b], v[c], v[d] (pairs) with message words x and y.
local function rt_blake2_mix(v, a, b, c, d, xh, xl, yh, yl)
  local xor, shl, shr = rt_xor32, rt_shl32, rt_shr32
  a, b, c, d = 2 * a - 1, 2 * b - 1, 2 * c - 1, 2 * d - 1
  local ah, al, bh, bl, ch, cl, dh, dl = v[a], v[a + 1], v[b], v[b + 1], v[c], v[c + 1], v[d], v[d + 1]
  for turn = 1, 2 do
    al = al + bl + xl
    local low = al % 4294967296
    ah = rt_w32(ah + bh + xh + (al - low) / 4294967296)
    al = low
    if turn == 1 then
      -- d = (d xor a) rotated right by 32
      dh, dl = xor(dl, al), xor(dh, ah) % 4294967296
    else
      -- by 16
      local h, l = xor(dh, ah), xor(dl, al)
      dh = rt_or32(shr(h, 16), shl(l, 16))
      dl = rt_or32(shr(l, 16), shl(h, 16)) % 4294967296
    end
    cl = cl + dl
    low = cl % 4294967296
    ch = rt_w32(ch + dh + (cl - low) / 4294967296)
    cl = low
    local h, l = xor(bh, ch), xor(bl, cl)
    if turn == 1 then
      -- by 24
      bh = rt_or32(shr(h, 24), shl(l, 8))
      bl = rt_or32(shr(l, 24), shl(h, 8)) % 4294967296
      xh, xl = yh, yl
    else
      -- by 63
      bh = rt_or32(shl(h, 1), shr(l, 31))
      bl = rt_or32(shl(l, 1), shr(h, 31)) % 4294967296
    end
  end
  v[a], v[a + 1], v[b], v[b + 1], v[c], v[c + 1], v[d], v[d + 1] = ah, al, bh, bl, ch, cl, dh, dl
end

--: rt_blake2_block
--- Compresses 128 bytes of s from pos on; `count` bytes were seen with this block, `last` marks the final one.
local function rt_blake2_block(ctx, s, pos, count, last)
  local h, m, v = ctx.h, {}, {}
  for i = 1, 16 do
    local a, b, c, d, e, f, g, k = lua_byte(s, pos, pos + 7)
    m[2 * i] = a + b * 256 + c * 65536 + d * 16777216
    m[2 * i - 1] = rt_w32(e + f * 256 + g * 65536 + k * 16777216)
    pos = pos + 8
  end
  for i = 1, 16 do v[i], v[i + 16] = h[i], rt_blake2_iv[i] end
  -- word 13 takes the low half of the counter, word 15 the final flag
  v[26] = rt_xor32(v[26], count % 4294967296) % 4294967296
  v[25] = rt_xor32(v[25], lua_floor(count / 4294967296))
  if last then
    v[29] = -1 - v[29]
    v[30] = 4294967295 - v[30]
  end
  local mix = rt_blake2_mix
  for round = 1, 12 do
    local o = rt_blake2_sigma[round]
    for i = 1, 8 do
      local x, y = 2 * o[2 * i - 1], 2 * o[2 * i]
      local a, b, c, d
      if i <= 4 then
        a, b, c, d = i, i + 4, i + 8, i + 12
      else
        a, b, c, d = i - 4, (i - 4) % 4 + 5, (i - 3) % 4 + 9, (i - 2) % 4 + 13
      end
      mix(v, a, b, c, d, m[x - 1], m[x], m[y - 1], m[y])
    end
  end
  for i = 1, 16 do
    local x = rt_xor32(rt_xor32(h[i], v[i]), v[i + 16])
    if i % 2 == 0 then x = x % 4294967296 end
    h[i] = x
  end
end

--: caml_blake2_create
---@param size integer of the digest, 1 to 64
---@param key string at most 64 bytes
local function caml_blake2_create(size, key)
  local h = {}
  for i = 1, 16 do h[i] = rt_blake2_iv[i] end
  local keylen = #key
  if keylen > 64 then
    key = lua_sub(key, 1, 64)
    keylen = 64
  end
  h[2] = rt_xor32(h[2], 16842752 + 256 * keylen + size) % 4294967296
  local ctx = {255, "_blake2", h = h, size = size, count = 0, tail = ""}
  if keylen > 0 then ctx.tail = key .. lua_rep("\0", 128 - keylen) end
  return ctx
end

--: rt_blake2_add
--- A block is compressed only once more bytes follow: the last one is special.
local function rt_blake2_add(ctx, s)
  s = ctx.tail .. s
  local pos, len = 1, #s
  while len - pos + 1 > 128 do
    ctx.count = ctx.count + 128
    rt_blake2_block(ctx, s, pos, ctx.count, false)
    pos = pos + 128
  end
  ctx.tail = lua_sub(s, pos)
end

--: caml_blake2_update
---@param s string|table bytes in either form
local function caml_blake2_update(ctx, s, ofs, len)
  rt_blake2_add(ctx, rt_bytes_slice(s, ofs, len))
  return 0
end

--: caml_blake2_final
--- The digest, a string of `size` bytes.
local function caml_blake2_final(ctx, size)
  local tail = ctx.tail
  rt_blake2_block(ctx, tail .. lua_rep("\0", 128 - #tail), 1, ctx.count + #tail, true)
  local out, h = {}, ctx.h
  for i = 1, 8 do
    out[i] = lua_reverse(rt_be32(h[2 * i])) .. lua_reverse(rt_be32(h[2 * i - 1]))
  end
  return lua_sub(lua_concat(out), 1, size)
end

--: caml_blake2_string
local function caml_blake2_string(size, key, s, ofs, len)
  local ctx = caml_blake2_create(size, key)
  rt_blake2_add(ctx, lua_sub(s, ofs + 1, ofs + len))
  return caml_blake2_final(ctx, size)
end

--: caml_blake2_bytes
local function caml_blake2_bytes(size, key, b, ofs, len)
  local ctx = caml_blake2_create(size, key)
  caml_blake2_update(ctx, b, ofs, len)
  return caml_blake2_final(ctx, size)
end
