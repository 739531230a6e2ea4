-- Random's generator in OCaml 5 (answers to runtime/prng.c). Its state is a bigarray of four Int64.

--: caml_lxm_next
--- LXM (L64X128), state (a, s, x0, x1): an additive constant, a congruential generator, an xor-shift generator.
local function caml_lxm_next(b)
  local d, at = b.data, b.at
  local a, s, x0, x1 = d[at + 1], d[at + 2], d[at + 3], d[at + 4]
  local sh, sl = s[3], s[4]
  local xh, xl, yh, yl = x0[3], x0[4], x1[3], x1[4]
  -- z = mix(s + x0)
  local zl = sl + xl
  local zh = sh + xh
  if zl >= 4294967296 then
    zl = zl - 4294967296
    zh = zh + 1
  end
  zh = rt_w32(zh)
  for _ = 1, 2 do
    zl = rt_xor32(zl, zh) % 4294967296
    zh, zl = rt_i64_mul(zh, zl, -625341586, 2962432739)
  end
  zl = rt_xor32(zl, zh) % 4294967296
  -- s = s * M + a
  sh, sl = rt_i64_mul(sh, sl, -785111741, 3733122965)
  sl = sl + a[4]
  sh = sh + a[3]
  if sl >= 4294967296 then
    sl = sl - 4294967296
    sh = sh + 1
  end
  d[at + 2] = {255, "_j", rt_w32(sh), sl}
  -- q1 ^= q0; q0 = rotl(q0, 24) ^ q1 ^ q1 << 16; q1 = rotl(q1, 37)
  yh = rt_xor32(yh, xh)
  yl = rt_xor32(yl, xl) % 4294967296
  local rh = rt_or32(rt_shl32(xh, 24), rt_shr32(xl, 8))
  local rl = rt_or32(rt_shl32(xl, 24), rt_shr32(xh, 8))
  rh = rt_xor32(rt_xor32(rh, yh), rt_or32(rt_shl32(yh, 16), rt_shr32(yl, 16)))
  rl = rt_xor32(rt_xor32(rl, yl), rt_shl32(yl, 16))
  d[at + 3] = {255, "_j", rh, rl % 4294967296}
  -- rotl 37 = swap halves, then rotl 5
  local th = rt_or32(rt_shl32(yl, 5), rt_shr32(yh, 27))
  local tl = rt_or32(rt_shl32(yh, 5), rt_shr32(yl, 27))
  d[at + 4] = {255, "_j", th, tl % 4294967296}
  return {255, "_j", zh, zl}
end

--: caml_lxm_next if int64native
local function caml_lxm_next(b)
  local d, at = b.data, b.at
  local s, x0, x1 = d[at + 2][3], d[at + 3][3], d[at + 4][3]
  local z = s + x0
  z = (z ~ z >> 32) * 0xdaba0b6eb09322e3
  z = (z ~ z >> 32) * 0xdaba0b6eb09322e3
  z = z ~ z >> 32
  d[at + 2] = {255, "_j", s * 0xd1342543de82ef95 + d[at + 1][3]}
  x1 = x1 ~ x0
  x0 = (x0 << 24 | x0 >> 40) ~ x1 ~ x1 << 16
  x1 = x1 << 37 | x1 >> 27
  d[at + 3] = {255, "_j", x0}
  d[at + 4] = {255, "_j", x1}
  return {255, "_j", z}
end
