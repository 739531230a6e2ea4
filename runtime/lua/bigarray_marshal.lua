-- Marshalling of bigarrays (answers to the serialize and deserialize operations of runtime/bigarray.c).

--: rt_ba_write
--- Data, and its sizes in bytes on 32 and 64 bits.
local function rt_ba_write(b)
  local kind, data, at, n = b.kind, b.data, b.at, rt_ba_count(b)
  local dims = b.dims
  local out = {rt_be32(#dims), rt_be32(kind + 256 * b.layout)}
  for i = 1, #dims do
    local d = dims[i]
    out[i + 2] = d < 65535 and rt_be16(d) or "\255\255" .. rt_be64(d)
  end
  local k = #out
  if kind == 8 or kind == 9 then
    local limit, wide = kind == 8 and 1073741824 or 2147483648, false
    for i = 1, n do
      local v = data[at + i]
      if kind == 9 then v = v[3] end
      if v < -limit or v >= limit then wide = true end
    end
    k = k + 1
    out[k] = wide and "\1" or "\0"
    for i = 1, n do
      local v = data[at + i]
      if kind == 9 then v = v[3] end
      out[k + i] = wide and rt_be64(v) or rt_be32(v)
    end
  else
    for i = 1, n do
      local v, s = data[at + i], nil
      if kind == 1 then s = lua_reverse(rt_double_le(v))
      elseif kind == 0 then s = rt_be32(rt_single_bits(v))
      elseif kind == 2 or kind == 3 or kind == 12 then s = rt_chan_chars[v % 256]
      elseif kind == 4 or kind == 5 then s = rt_be16(v)
      elseif kind == 6 then s = rt_be32(v[3])
      elseif kind == 7 then s = v[4] and rt_be32(v[3]) .. rt_be32(v[4]) or rt_be64(v[3])
      elseif kind == 10 then s = rt_be32(rt_single_bits(v[2])) .. rt_be32(rt_single_bits(v[3]))
      elseif kind == 11 then s = lua_reverse(rt_double_le(v[2])) .. lua_reverse(rt_double_le(v[3]))
      else s = rt_be16(v ~= v and 32256 or rt_half_bits(v)) end
      out[k + i] = s
    end
  end
  return lua_concat(out, "", 1, k + n), (4 + #dims) * 4, (4 + #dims) * 8
end

--: rt_ba_read
--- A marshalled bigarray at pos and the position after it.
---@error Failure
local function rt_ba_read(s, pos)
  local count, flags = rt_read_be32(s, pos), rt_read_be32(s, pos + 4)
  if count < 0 or count > 16 then caml_failwith("input_value: wrong number of bigarray dimensions") end
  local kind = flags % 256
  if kind > 13 then caml_failwith("input_value: bad bigarray kind") end
  pos = pos + 8
  local dims, n = {}, 1
  for i = 1, count do
    local hi, lo = lua_byte(s, pos, pos + 1)
    local d = hi * 256 + lo
    pos = pos + 2
    if d == 65535 then
      d = rt_read_be32(s, pos) * 4294967296 + rt_read_be32(s, pos + 4) % 4294967296
      pos = pos + 8
    end
    dims[i] = d
    n = n * d
  end
  local data = {}
  if kind == 8 or kind == 9 then
    local wide = lua_byte(s, pos) == 1
    pos = pos + 1
    for i = 1, n do
      local v
      if not wide then
        v = rt_read_be32(s, pos)
        pos = pos + 4
      else
        v = kind == 8 and rt_read_int64code(s, pos) or rt_read_nativeint64(s, pos)
        pos = pos + 8
      end
      data[i] = kind == 9 and {255, "_n", v} or v
    end
  else
    for i = 1, n do
      local v
      if kind == 1 then
        v = rt_read_double(s, pos, true)
        pos = pos + 8
      elseif kind == 0 then
        v = rt_bits_single(rt_read_be32(s, pos))
        pos = pos + 4
      elseif kind == 2 or kind == 3 or kind == 12 then
        v = lua_byte(s, pos)
        if kind == 2 and v >= 128 then v = v - 256 end
        pos = pos + 1
      elseif kind == 4 or kind == 5 or kind == 13 then
        local hi, lo = lua_byte(s, pos, pos + 1)
        v = hi * 256 + lo
        if kind == 4 and v >= 32768 then v = v - 65536 elseif kind == 13 then v = rt_half_of_bits(v) end
        pos = pos + 2
      elseif kind == 6 then
        v = {255, "_i", rt_read_be32(s, pos)}
        pos = pos + 4
      elseif kind == 7 then
        v = rt_read_int64(s, pos)
        pos = pos + 8
      elseif kind == 10 then
        v = {254, rt_bits_single(rt_read_be32(s, pos)), rt_bits_single(rt_read_be32(s, pos + 4))}
        pos = pos + 8
      else
        v = {254, rt_read_double(s, pos, true), rt_read_double(s, pos + 8, true)}
        pos = pos + 16
      end
      data[i] = v
    end
  end
  return rt_ba_make(kind, flags >= 256 and 1 or 0, dims, data, 0), pos
end
