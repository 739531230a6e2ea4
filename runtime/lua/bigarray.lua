-- Bigarrays (answers to runtime/bigarray.c).
-- {255, "_bigarr02", kind =, layout =, dims = {n1, ...}, data =, at =}: element i of the row-major (C) or column-major
-- (Fortran) order is data[at + i], i from 1; sub, slice, reshape share `data`. Elements are OCaml values: numbers, boxed
-- Int32/Int64/Nativeint as they were stored, {254, re, im} for complex. So an array of one kind can't be read as another.
-- Kinds: 0 float32, 1 float64, 2 int8 signed, 3 int8, 4 int16 signed, 5 int16, 6 int32, 7 int64, 8 int, 9 nativeint,
-- 10 complex32, 11 complex64, 12 char, 13 float16. Layouts: 0 C, 1 Fortran.

--: rt_ba_ops
local rt_ba_ops = {
  compare = function(a, b, total) return rt_ba_compare(a, b, total) end,
  hash = function(b) return rt_ba_hash(b) end,
}

--: rt_ba_compare
--- Kinds and layouts, dimensions, then elements in order; nil when a nan makes the arrays unordered.
local function rt_ba_compare(a, b, total)
  if a.kind ~= b.kind or a.layout ~= b.layout then
    return (b.kind + 256 * b.layout) - (a.kind + 256 * a.layout) > 0 and 1 or -1
  end
  local n = #a.dims
  if n ~= #b.dims then return n < #b.dims and 1 or -1 end
  for i = 1, n do
    local x, y = a.dims[i], b.dims[i]
    if x ~= y then return x < y and -1 or 1 end
  end
  local p, i, q, j = a.data, a.at, b.data, b.at
  for k = 1, rt_ba_count(a) do
    local x, y = p[i + k], q[j + k]
    if lua_type(x) == "table" or x ~= y then
      local c = rt_compare(x, y, total)
      if c ~= 0 then return c end
    end
  end
  return 0
end

--: rt_ba_hash
--- As native: of the first 256 bytes' worth of elements.
local function rt_ba_hash(b)
  local kind, data, at, n, h = b.kind, b.data, b.at, rt_ba_count(b), 0
  local mix = rt_hash_mix
  if kind == 2 or kind == 3 or kind == 12 then
    if n > 256 then n = 256 end
    local w, scale = 0, 1
    for i = 1, n do
      w = w + data[at + i] % 256 * scale
      scale = scale * 256
      if i % 4 == 0 or i == n then
        h = mix(h, w)
        w, scale = 0, 1
      end
    end
  elseif kind == 4 or kind == 5 then
    if n > 128 then n = 128 end
    for i = 1, n, 2 do
      local w = data[at + i] % 65536
      if i < n then w = w + data[at + i + 1] % 65536 * 65536 end
      h = mix(h, w)
    end
  elseif kind == 7 then
    if n > 32 then n = 32 end
    for i = 1, n do
      local v = data[at + i]
      local hi, lo = v[3], v[4]
      if not lo then
        lo = hi % 4294967296
        hi = lua_floor((hi - lo) / 4294967296)
      end
      h = mix(mix(h, lo), hi % 4294967296)
    end
  elseif kind == 6 or kind == 9 then
    if n > 64 then n = 64 end
    for i = 1, n do h = rt_hash_mix_custom(h, data[at + i]) end
  elseif kind == 8 then
    if n > 64 then n = 64 end
    for i = 1, n do h = rt_ba_hash_int(h, data[at + i]) end
  else
    local most = (kind == 0 or kind == 10) and 64 or kind == 13 and 128 or 32
    local width = (kind == 10 or kind == 11) and 2 or 1
    n = n * width
    if n > most then n = most end
    for i = 1, n do
      local x
      if width == 2 then x = data[at + lua_floor((i + 1) / 2)][3 - i % 2] else x = data[at + i] end
      if kind == 1 or kind == 11 then
        h = rt_hash_mix_double(h, x)
      elseif x ~= x then
        h = mix(h, kind == 13 and 31745 or 2139095041)
      elseif kind == 13 then
        h = mix(h, x == 0 and 0 or rt_half_bits(x))
      else
        h = mix(h, x == 0 and 0 or rt_single_bits(x) % 4294967296)
      end
    end
  end
  return h
end

--: rt_ba_hash_int
--- An int as bigarrays hold it: not tagged.
local function rt_ba_hash_int(h, v)
  return rt_hash_mix(h, v % 4294967296)
end

--: rt_ba_hash_int if int63
local function rt_ba_hash_int(h, v)
  return (rt_hash_mix_custom(h, {255, "_n", v}))
end

--: rt_half_bits
--- The 16 bits of a half-precision float that is not nan.
local function rt_half_bits(x)
  local sign = 0
  if x < 0 or x == 0 and 1 / x < 0 then
    sign = 32768
    x = -x
  end
  if x == lua_huge then return sign + 31744 end
  if x < 6.103515625e-05 then return sign + lua_floor(x * 16777216) end
  local e = 15
  while x >= 2 do
    x = x / 2
    e = e + 1
  end
  while x < 1 do
    x = x * 2
    e = e - 1
  end
  return sign + e * 1024 + lua_floor((x - 1) * 1024)
end

--: rt_half_of_bits
local function rt_half_of_bits(n)
  local sign = 1
  if n >= 32768 then
    sign = -1
    n = n - 32768
  end
  local m = n % 1024
  local e = lua_floor(n / 1024)
  if e == 31 then
    if m ~= 0 then return lua_nan end
    return sign * lua_huge
  end
  if e == 0 then
    if m == 0 and sign < 0 then return lua_negzero end
    return sign * (m / 16777216)
  end
  return sign * (1 + m / 1024) * 2.0 ^ (e - 15)
end

--: rt_ba_make
local function rt_ba_make(kind, layout, dims, data, at)
  return {255, "_bigarr02", ops = rt_ba_ops, kind = kind, layout = layout, dims = dims, data = data, at = at}
end

--: rt_ba_count
--- Number of elements.
local function rt_ba_count(b)
  local dims, n = b.dims, 1
  for i = 1, #dims do n = n * dims[i] end
  return n
end

--: rt_single
--- A float rounded to single precision.
local function rt_single(x)
  return rt_bits_single(rt_single_bits(x))
end

--: rt_half
--- A float rounded to half precision (11 bits, exponents -14 to 15), by way of single precision as native does.
local function rt_half(x)
  x = rt_single(x)
  if x ~= x or x == 0 or x == lua_huge or x == -lua_huge then return x end
  local a = x < 0 and -x or x
  if a >= 65520 then return x < 0 and -lua_huge or lua_huge end
  -- the distance of half-precision numbers around a
  local step = 5.9604644775390625e-08
  while a >= step * 2048 do step = step * 2 end
  local q = a / step
  local n = lua_floor(q)
  local rest = q - n
  if rest > 0.5 or rest == 0.5 and n % 2 == 1 then n = n + 1 end
  a = n * step
  return x < 0 and -a or a
end

--: rt_ba_store
--- What an element of each kind becomes when it is stored; kinds that are not here take the value as it is.
local rt_ba_store = {
  [0] = rt_single,
  [2] = function(v) return (v + 128) % 256 - 128 end,
  [3] = function(v) return v % 256 end,
  [4] = function(v) return (v + 32768) % 65536 - 32768 end,
  [5] = function(v) return v % 65536 end,
  [10] = function(v) return {254, rt_single(v[2]), rt_single(v[3])} end,
  [12] = function(v) return v % 256 end,
  [13] = rt_half,
}

--: rt_ba_zero
--- What a new array holds (native leaves it to chance).
local function rt_ba_zero(kind)
  if kind <= 1 or kind == 13 then return 0.0 end
  if kind == 6 then return {255, "_i", 0} end
  if kind == 7 then return rt_int64_of_offset(0) end
  if kind == 9 then return {255, "_n", 0} end
  if kind == 10 or kind == 11 then return {254, 0.0, 0.0} end
  return 0
end

--: caml_ba_create
---@error Invalid_argument
local function caml_ba_create(kind, layout, vdims)
  local dims, n = {}, 1
  if #vdims > 17 then caml_invalid_argument("Bigarray.create: bad number of dimensions") end
  for i = 2, #vdims do
    local d = vdims[i]
    if d < 0 then caml_invalid_argument("Bigarray.create: negative dimension") end
    dims[i - 1] = d
    n = n * d
  end
  if n > 1099511627776 then lua_error(caml_exn_Out_of_memory) end
  local data, zero = lua_tablenew(n, 0), rt_ba_zero(kind)
  for i = 1, n do data[i] = zero end
  return rt_ba_make(kind, layout, dims, data, 0)
end

--: caml_ba_num_dims
local function caml_ba_num_dims(b)
  return #b.dims
end

--: caml_ba_dim
---@error Invalid_argument
local function caml_ba_dim(b, i)
  local d = i >= 0 and b.dims[i + 1]
  if not d then caml_invalid_argument("Bigarray.dim") end
  return d
end

--: caml_ba_dim_1
local function caml_ba_dim_1(b)
  return caml_ba_dim(b, 0)
end

--: caml_ba_dim_2
local function caml_ba_dim_2(b)
  return caml_ba_dim(b, 1)
end

--: caml_ba_dim_3
local function caml_ba_dim_3(b)
  return caml_ba_dim(b, 2)
end

--: caml_ba_kind
local function caml_ba_kind(b)
  return b.kind
end

--: caml_ba_layout
local function caml_ba_layout(b)
  return b.layout
end

--: rt_ba_index
--- Index into data of the element with the indices ix[from], ix[from + 1], ...
---@error Invalid_argument "index out of bounds"
local function rt_ba_index(b, ix, from)
  local dims, at = b.dims, 0
  local n = #dims
  if b.layout == 0 then
    for k = 1, n do
      local i, d = ix[from + k - 1], dims[k]
      if i < 0 or i >= d then caml_array_bound_error() end
      at = at * d + i
    end
  else
    for k = n, 1, -1 do
      local i, d = ix[from + k - 1], dims[k]
      if i < 1 or i > d then caml_array_bound_error() end
      at = at * d + i - 1
    end
  end
  return b.at + at + 1
end

--: rt_ba_index1
local function rt_ba_index1(b, i)
  i = i - b.layout
  if i < 0 or i >= b.dims[1] then caml_array_bound_error() end
  return b.at + i + 1
end

--: rt_ba_index2
local function rt_ba_index2(b, i, j)
  local dims, fortran = b.dims, b.layout
  local m, n = dims[1], dims[2]
  i = i - fortran
  j = j - fortran
  if i < 0 or i >= m or j < 0 or j >= n then caml_array_bound_error() end
  if fortran == 0 then return b.at + i * n + j + 1 end
  return b.at + j * m + i + 1
end

--: rt_ba_index3
local function rt_ba_index3(b, i, j, k)
  local dims, fortran = b.dims, b.layout
  local l, m, n = dims[1], dims[2], dims[3]
  i = i - fortran
  j = j - fortran
  k = k - fortran
  if i < 0 or i >= l or j < 0 or j >= m or k < 0 or k >= n then caml_array_bound_error() end
  if fortran == 0 then return b.at + (i * m + j) * n + k + 1 end
  return b.at + (k * m + j) * l + i + 1
end

--: caml_ba_get_1
---@error Invalid_argument "index out of bounds"
local function caml_ba_get_1(b, i)
  return b.data[rt_ba_index1(b, i)]
end

--: caml_ba_get_2
local function caml_ba_get_2(b, i, j)
  return b.data[rt_ba_index2(b, i, j)]
end

--: caml_ba_get_3
local function caml_ba_get_3(b, i, j, k)
  return b.data[rt_ba_index3(b, i, j, k)]
end

--: caml_ba_get_generic
---@error Invalid_argument
local function caml_ba_get_generic(b, ix)
  if #ix - 1 ~= #b.dims then caml_invalid_argument("Bigarray.get: wrong number of indices") end
  return b.data[rt_ba_index(b, ix, 2)]
end

--: caml_ba_set_1
---@error Invalid_argument "index out of bounds"
local function caml_ba_set_1(b, i, v)
  local store = rt_ba_store[b.kind]
  if store then v = store(v) end
  b.data[rt_ba_index1(b, i)] = v
  return 0
end

--: caml_ba_set_2
local function caml_ba_set_2(b, i, j, v)
  local store = rt_ba_store[b.kind]
  if store then v = store(v) end
  b.data[rt_ba_index2(b, i, j)] = v
  return 0
end

--: caml_ba_set_3
local function caml_ba_set_3(b, i, j, k, v)
  local store = rt_ba_store[b.kind]
  if store then v = store(v) end
  b.data[rt_ba_index3(b, i, j, k)] = v
  return 0
end

--: caml_ba_set_generic
---@error Invalid_argument
local function caml_ba_set_generic(b, ix, v)
  if #ix - 1 ~= #b.dims then caml_invalid_argument("Bigarray.set: wrong number of indices") end
  local at = rt_ba_index(b, ix, 2)
  local store = rt_ba_store[b.kind]
  if store then v = store(v) end
  b.data[at] = v
  return 0
end

--: rt_ba_bytes
--- Index into data of n bytes at i of a one-dimensional array of bytes.
---@error Invalid_argument "index out of bounds"
local function rt_ba_bytes(b, i, n)
  if i < 0 or i > b.dims[1] - n then caml_array_bound_error() end
  return b.data, b.at + i + 1
end

--: caml_ba_uint8_get16
local function caml_ba_uint8_get16(b, i)
  local d, at = rt_ba_bytes(b, i, 2)
  return d[at] % 256 + d[at + 1] % 256 * 256
end

--: rt_ba_get32
local function rt_ba_get32(d, at)
  return d[at] % 256 + d[at + 1] % 256 * 256 + d[at + 2] % 256 * 65536 + d[at + 3] % 256 * 16777216
end

--: rt_ba_set32
local function rt_ba_set32(b, at, v)
  local d, store = b.data, rt_ba_store[b.kind]
  d[at] = store(v % 256)
  d[at + 1] = store(lua_floor(v % 65536 / 256))
  d[at + 2] = store(lua_floor(v % 16777216 / 65536))
  d[at + 3] = store(lua_floor(v % 4294967296 / 16777216))
end

--: caml_ba_uint8_get32
local function caml_ba_uint8_get32(b, i)
  local d, at = rt_ba_bytes(b, i, 4)
  return {255, "_i", rt_w32(rt_ba_get32(d, at))}
end

--: caml_ba_uint8_get64
local function caml_ba_uint8_get64(b, i)
  local d, at = rt_ba_bytes(b, i, 8)
  return {255, "_j", rt_w32(rt_ba_get32(d, at + 4)), rt_ba_get32(d, at)}
end

--: caml_ba_uint8_get64 if int64native
local function caml_ba_uint8_get64(b, i)
  local d, at = rt_ba_bytes(b, i, 8)
  return {255, "_j", rt_ba_get32(d, at + 4) << 32 | rt_ba_get32(d, at)}
end

--: caml_ba_uint8_set16
local function caml_ba_uint8_set16(b, i, v)
  local d, at = rt_ba_bytes(b, i, 2)
  local store = rt_ba_store[b.kind]
  d[at] = store(v % 256)
  d[at + 1] = store(lua_floor(v % 65536 / 256))
  return 0
end

--: caml_ba_uint8_set32
local function caml_ba_uint8_set32(b, i, v)
  local _, at = rt_ba_bytes(b, i, 4)
  rt_ba_set32(b, at, v[3])
  return 0
end

--: caml_ba_uint8_set64
local function caml_ba_uint8_set64(b, i, v)
  local _, at = rt_ba_bytes(b, i, 8)
  rt_ba_set32(b, at, v[4])
  rt_ba_set32(b, at + 4, v[3])
  return 0
end

--: caml_ba_uint8_set64 if int64native
local function caml_ba_uint8_set64(b, i, v)
  local _, at = rt_ba_bytes(b, i, 8)
  rt_ba_set32(b, at, v[3] & 0xffffffff)
  rt_ba_set32(b, at + 4, v[3] >> 32)
  return 0
end

--: caml_ba_change_layout
local function caml_ba_change_layout(b, layout)
  if layout == b.layout then return b end
  local dims, n = {}, #b.dims
  for i = 1, n do dims[i] = b.dims[n + 1 - i] end
  return rt_ba_make(b.kind, layout, dims, b.data, b.at)
end

--: caml_ba_slice
---@error Invalid_argument
local function caml_ba_slice(b, ix)
  local n, k = #b.dims, #ix - 1
  if k > n then caml_invalid_argument("Bigarray.slice: too many indices") end
  -- indices that are not given are the lowest ones; so that an empty dimension is no error they are not checked
  local at, dims = 0, {}
  if b.layout == 0 then
    for i = 1, n do
      local d, x = b.dims[i], 0
      if i <= k then x = ix[i + 1] else dims[i - k] = d end
      if x < 0 or x >= d then caml_array_bound_error() end
      at = at * d + x
    end
  else
    for i = n, 1, -1 do
      local d, x = b.dims[i], 0
      if i > n - k then x = ix[i - n + k + 1] - 1 else dims[i] = d end
      if x < 0 or x >= d then caml_array_bound_error() end
      at = at * d + x
    end
  end
  return rt_ba_make(b.kind, b.layout, dims, b.data, b.at + at)
end

--: caml_ba_sub
--- Along the first dimension, the last one in Fortran layout.
---@error Invalid_argument
local function caml_ba_sub(b, ofs, len)
  local dims, n, step = {}, #b.dims, 1
  local changed = b.layout == 0 and 1 or n
  ofs = ofs - b.layout
  for i = 1, n do
    dims[i] = b.dims[i]
    if i ~= changed then step = step * dims[i] end
  end
  if ofs < 0 or len < 0 or ofs + len > (dims[changed] or 0) then caml_invalid_argument("Bigarray.sub: bad sub-array") end
  dims[changed] = len
  return rt_ba_make(b.kind, b.layout, dims, b.data, b.at + ofs * step)
end

--: caml_ba_blit
---@error Invalid_argument
local function caml_ba_blit(from, to)
  local n = #from.dims
  local same = n == #to.dims
  for i = 1, n do same = same and from.dims[i] == to.dims[i] end
  if not same then caml_invalid_argument("Bigarray.blit: dimension mismatch") end
  local a, i, b, j = from.data, from.at, to.data, to.at
  local count = rt_ba_count(from)
  if a ~= b or j <= i then
    for k = 1, count do b[j + k] = a[i + k] end
  else
    for k = count, 1, -1 do b[j + k] = a[i + k] end
  end
  return 0
end

--: caml_ba_fill
local function caml_ba_fill(b, v)
  local store, data = rt_ba_store[b.kind], b.data
  if store then v = store(v) end
  for i = b.at + 1, b.at + rt_ba_count(b) do data[i] = v end
  return 0
end

--: caml_ba_reshape
---@error Invalid_argument
local function caml_ba_reshape(b, vdims)
  local dims, n = {}, 1
  if #vdims > 17 then caml_invalid_argument("Bigarray.reshape: bad number of dimensions") end
  for i = 2, #vdims do
    local d = vdims[i]
    if d < 0 then caml_invalid_argument("Bigarray.reshape: negative dimension") end
    dims[i - 1] = d
    n = n * d
  end
  if n ~= rt_ba_count(b) then caml_invalid_argument("Bigarray.reshape: size mismatch") end
  return rt_ba_make(b.kind, b.layout, dims, b.data, b.at)
end

--: rt_ba_slice_text
--- n bytes of an array of bytes from byte `ofs` on, as a string.
local function rt_ba_slice_text(b, ofs, n)
  local out, data = {}, b.data
  for i = 1, n do out[i] = rt_chan_chars[data[b.at + ofs + i] % 256] end
  return lua_concat(out, "", 1, n)
end

--: caml_ml_output_bigarray
---@error Invalid_argument for arrays of larger elements: their bytes are not laid out in memory
local function caml_ml_output_bigarray(ch, b, ofs, len)
  if b.kind ~= 2 and b.kind ~= 3 and b.kind ~= 12 then caml_invalid_argument("output_bigarray: not an array of bytes") end
  if len > 0 then rt_chan_put(ch, rt_ba_slice_text(b, ofs, len)) end
  return 0
end

--: caml_ml_input_bigarray
---@error Invalid_argument for arrays of larger elements
local function caml_ml_input_bigarray(ch, b, ofs, len)
  if b.kind ~= 2 and b.kind ~= 3 and b.kind ~= 12 then caml_invalid_argument("input_bigarray: not an array of bytes") end
  if len == 0 then return 0 end
  local avail = #ch.buf - ch.pos + 1
  if avail <= 0 then
    local s = rt_chan_fill(ch)
    if not s then return 0 end
    avail = #s
  end
  if len > avail then len = avail end
  local s, store = rt_chan_take(ch, len), rt_ba_store[b.kind]
  for i = 1, len do b.data[b.at + ofs + i] = store(lua_byte(s, i)) end
  return len
end
