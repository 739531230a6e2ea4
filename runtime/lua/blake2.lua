-- BLAKE2b for OCaml 5.2's Digest.BLAKE (answers to runtime/blake2.c): RFC 7693. A context is a custom block with fields
-- h (state), buf (string not yet compressed, at most 128 bytes), len (bytes compressed so far). 64-bit words are two
-- numbers, high and low, in arrays of their own; under `int64native` one integer.

--: rt_blake2_sigma
local rt_blake2_sigma = {
  {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
  {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
  {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
  {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
  {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

--: rt_blake2_lanes
--- The eight mixings of a round: indices of a, b, c, d (columns, then diagonals).
local rt_blake2_lanes = {
  {1, 5, 9, 13}, {2, 6, 10, 14}, {3, 7, 11, 15}, {4, 8, 12, 16}, {1, 6, 11, 16}, {2, 7, 12, 13}, {3, 8, 9, 14}, {4, 5, 10, 15},
}

--: rt_blake2_iv
--- High and low halves of the initial state.
local rt_blake2_iv = {
  {1779033703, -1150833019, 1013904242, -1521486534, 1359893119, -1694144372, 528734635, 1541459225},
  {4089235720, 2227873595, 4271175723, 1595750129, 2917565137, 725511199, 4215389547, 327033209},
}

--: rt_blake2_init
--- State {high halves, low halves} for a digest of n bytes and a key of k.
local function rt_blake2_init(n, k)
  local h, l = {}, {}
  for i = 1, 8 do h[i], l[i] = rt_blake2_iv[1][i], rt_blake2_iv[2][i] end
  l[1] = rt_xor32(l[1], 16842752 + k * 256 + n) % 4294967296
  return {h, l}
end

--: rt_blake2_init if int64native
local function rt_blake2_init(n, k)
  local h = {}
  for i = 1, 8 do h[i] = rt_blake2_iv[1][i] << 32 | rt_blake2_iv[2][i] end
  h[1] = h[1] ~ 0x01010000 ~ k << 8 ~ n
  return h
end

--: rt_blake2_compress
--- Mixes the 128-byte block at byte `at` of s into the state; `len` is the number of bytes so far, this block included.
local function rt_blake2_compress(state, s, at, len, last)
  local sh, sl = state[1], state[2]
  local vh, vl, mh, ml = {}, {}, {}, {}
  for i = 1, 8 do
    vh[i], vl[i] = sh[i], sl[i]
    vh[i + 8], vl[i + 8] = rt_blake2_iv[1][i], rt_blake2_iv[2][i]
  end
  local low = len % 4294967296
  vl[13] = rt_xor32(vl[13], low) % 4294967296
  vh[13] = rt_xor32(vh[13], lua_floor((len - low) / 4294967296))
  if last then vh[15], vl[15] = -1 - vh[15], 4294967295 - vl[15] end
  for i = 0, 15 do
    local a, b, c, d, e, f, g, h = lua_byte(s, at + i * 8, at + i * 8 + 7)
    ml[i] = a + b * 256 + c * 65536 + d * 16777216
    mh[i] = e + f * 256 + g * 65536 + h * 16777216
  end
  for round = 0, 11 do
    local sigma = rt_blake2_sigma[round % 10 + 1]
    for lane = 1, 8 do
      local p = rt_blake2_lanes[lane]
      local ia, ib, ic, id = p[1], p[2], p[3], p[4]
      local ah, al, bh, bl = vh[ia], vl[ia], vh[ib], vl[ib]
      local ch, cl, dh, dl = vh[ic], vl[ic], vh[id], vl[id]
      for half = 1, 2 do
        local m = sigma[lane * 2 - 2 + half]
        -- a = a + b + m; the carry of the low halves is 0, 1 or 2.
        local x = al + bl + ml[m]
        al = x % 4294967296
        ah = ah + bh + mh[m]
        if x >= 8589934592 then ah = ah + 2 elseif x >= 4294967296 then ah = ah + 1 end
        ah = rt_w32(ah)
        local xh, xl = rt_xor32(dh, ah), rt_xor32(dl, al) % 4294967296
        if half == 1 then
          dh, dl = xl >= 2147483648 and xl - 4294967296 or xl, xh % 4294967296
        else
          dh = rt_or32(rt_shr32(xh, 16), rt_shl32(xl, 16))
          dl = rt_or32(rt_shr32(xl, 16), rt_shl32(xh, 16)) % 4294967296
        end
        x = cl + dl
        ch = ch + dh
        if x >= 4294967296 then cl, ch = x - 4294967296, ch + 1 else cl = x end
        ch = rt_w32(ch)
        xh, xl = rt_xor32(bh, ch), rt_xor32(bl, cl) % 4294967296
        if half == 1 then
          bh = rt_or32(rt_shr32(xh, 24), rt_shl32(xl, 8))
          bl = rt_or32(rt_shr32(xl, 24), rt_shl32(xh, 8)) % 4294967296
        else
          bh = rt_or32(rt_shl32(xh, 1), rt_shr32(xl, 31))
          bl = rt_or32(rt_shl32(xl, 1), rt_shr32(xh, 31)) % 4294967296
        end
      end
      vh[ia], vl[ia], vh[ib], vl[ib] = ah, al, bh, bl
      vh[ic], vl[ic], vh[id], vl[id] = ch, cl, dh, dl
    end
  end
  for i = 1, 8 do
    sh[i] = rt_xor32(sh[i], rt_xor32(vh[i], vh[i + 8]))
    sl[i] = rt_xor32(sl[i], rt_xor32(vl[i], vl[i + 8])) % 4294967296
  end
end

--: rt_blake2_compress if int64native
local function rt_blake2_compress(state, s, at, len, last)
  local v = {}
  for i = 1, 8 do
    v[i] = state[i]
    v[i + 8] = rt_blake2_iv[1][i] << 32 | rt_blake2_iv[2][i]
  end
  v[13] = v[13] ~ len
  if last then v[15] = ~v[15] end
  local m = {lua_strunpack("<i8i8i8i8i8i8i8i8i8i8i8i8i8i8i8i8", s, at)}
  for round = 0, 11 do
    local sigma = rt_blake2_sigma[round % 10 + 1]
    for lane = 1, 8 do
      local p = rt_blake2_lanes[lane]
      local ia, ib, ic, id = p[1], p[2], p[3], p[4]
      local a, b, c, d = v[ia], v[ib], v[ic], v[id]
      a = a + b + m[sigma[lane * 2 - 1] + 1]
      d = d ~ a
      d = d >> 32 | d << 32
      c = c + d
      b = b ~ c
      b = b >> 24 | b << 40
      a = a + b + m[sigma[lane * 2] + 1]
      d = d ~ a
      d = d >> 16 | d << 48
      c = c + d
      b = b ~ c
      v[ia], v[ib], v[ic], v[id] = a, b >> 63 | b << 1, c, d
    end
  end
  for i = 1, 8 do state[i] = state[i] ~ v[i] ~ v[i + 8] end
end

--: rt_blake2_bytes
--- The state as 64 bytes.
local function rt_blake2_bytes(state)
  local out = {}
  for i = 1, 8 do out[i] = rt_word_le(state[2][i]) .. rt_word_le(state[1][i]) end
  return lua_concat(out)
end

--: rt_blake2_bytes if int64native
local function rt_blake2_bytes(state)
  return lua_strpack("<i8i8i8i8i8i8i8i8", lua_unpack(state, 1, 8))
end

--: caml_blake2_create
--- A context for a digest of n bytes (at most 64). A key is padded to a block and comes first.
local function caml_blake2_create(n, key)
  local k = #key
  if k > 64 then key = lua_sub(key, 1, 64) end
  local buf = k > 0 and key .. lua_rep("\0", 128 - #key) or ""
  return {255, "_blake2", h = rt_blake2_init(n, k), buf = buf, len = 0}
end

--: rt_blake2_update
local function rt_blake2_update(ctx, s)
  s = ctx.buf .. s
  local n, at = #s, 1
  -- The last block, even a full one, waits for the end.
  while n - at + 1 > 128 do
    ctx.len = ctx.len + 128
    rt_blake2_compress(ctx.h, s, at, ctx.len, false)
    at = at + 128
  end
  ctx.buf = lua_sub(s, at)
end

--: caml_blake2_update
---@param b string|table string or bytes
local function caml_blake2_update(ctx, b, ofs, len)
  if lua_type(b) ~= "string" then b = caml_string_of_bytes(b) end
  rt_blake2_update(ctx, lua_sub(b, ofs + 1, ofs + len))
  return 0
end

--: caml_blake2_final
---@return string n bytes
local function caml_blake2_final(ctx, n)
  local buf = ctx.buf
  ctx.len = ctx.len + #buf
  rt_blake2_compress(ctx.h, buf .. lua_rep("\0", 128 - #buf), 1, ctx.len, true)
  return lua_sub(rt_blake2_bytes(ctx.h), 1, n)
end

--: caml_blake2_string
local function caml_blake2_string(n, key, s, ofs, len)
  local ctx = caml_blake2_create(n, key)
  rt_blake2_update(ctx, lua_sub(s, ofs + 1, ofs + len))
  return caml_blake2_final(ctx, n)
end

--: caml_blake2_bytes
local function caml_blake2_bytes(n, key, b, ofs, len)
  return caml_blake2_string(n, key, caml_string_of_bytes(b), ofs, len)
end
