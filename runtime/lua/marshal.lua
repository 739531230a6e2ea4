-- Marshal (answers to runtime/extern.c, intern.c): the format of native OCaml on 64-bit systems, byte for byte, whatever the
-- width of int here. Both directions keep an explicit stack, so depth costs no Lua frames.
-- Sharing: blocks and bytes by identity. Lua strings have none: equal strings of 5 bytes or more are written once (a
-- reference is then never longer than the string). Floats are never shared. `bytes` come back as strings, hence read-only:
-- the format does not tell them apart.

--: rt_marshal_custom
--- Code, identifier and data of a custom block, and its data's sizes in bytes on 32 and 64 bits.
---@error Invalid_argument
local function rt_marshal_custom(v)
  local id = v[2]
  if id == "_i" then return "\25_i\0" .. rt_be32(v[3]), 4, 4 end
  if id == "_j" then return "\25_j\0" .. rt_be32(v[3]) .. rt_be32(v[4]), 8, 8 end
  if id == "_n" then return "\25_n\0\1" .. rt_be32(v[3]), 4, 8 end
  if id ~= "_bigarr02" then caml_invalid_argument("output_value: abstract value (Custom)") end
  local data, size32, size64 = rt_ba_write(v)
  return "\24" .. id .. "\0" .. rt_be32(size32) .. rt_be64(size64) .. data, size32, size64
end

--: rt_marshal_custom if int64native
local function rt_marshal_custom(v)
  local id = v[2]
  if id == "_i" then return "\25_i\0" .. rt_be32(v[3]), 4, 4 end
  if id == "_j" then return "\25_j\0" .. rt_be64(v[3]), 8, 8 end
  if id == "_n" then
    local x = v[3]
    if x >= -2147483648 and x <= 2147483647 then return "\25_n\0\1" .. rt_be32(x), 4, 8 end
    return "\25_n\0\2" .. rt_be64(x), 4, 8
  end
  if id ~= "_bigarr02" then caml_invalid_argument("output_value: abstract value (Custom)") end
  local data, size32, size64 = rt_ba_write(v)
  return "\24" .. id .. "\0" .. rt_be32(size32) .. rt_be64(size64) .. data, size32, size64
end

--: rt_marshal_color
--- What a header of 32 or 64 bits holds between size and tag: nothing in OCaml 4, in 5 the color of what isn't collected.
local rt_marshal_color = 0

--: rt_marshal_color if ocaml51
local rt_marshal_color = 768

--: rt_marshal
--- A value as marshalled data with its header.
---@param flags table|integer list of No_sharing 0, Closures 1, Compat_32 2
---@error Invalid_argument for functions and abstract values, Failure under Compat_32
local function rt_marshal(v, flags)
  local sharing, compat = true, false
  while flags ~= 0 do
    if flags[2] == 0 then sharing = false elseif flags[2] == 2 then compat = true end
    flags = flags[3]
  end
  local seen, count, size32, size64 = {}, 0, 0, 0
  local out, n, joined, parts = {}, 0, {}, 0
  local objs, ats, stops, top = {}, {}, {}, 0
  local is_float, chars = rt_is_float, rt_chan_chars
  while true do
    local kind = lua_type(v)
    if kind == "table" and v[1] == 250 then
      -- a forced lazy value stands for its result, unless a reader could then not tell whether it is forced
      local f = v[2]
      local result = lua_type(f)
      local tag = result == "table" and f[1]
      if tag ~= 250 and tag ~= 246 and tag ~= 244 and not (result == "number" and is_float(f)) then
        v = f
        kind = result
      end
    end
    if n > 4000 then
      -- pieces are joined before they are many
      parts = parts + 1
      joined[parts] = lua_concat(out, "", 1, n)
      n = 0
    end
    n = n + 1
    if kind == "number" then
      if is_float(v) then
        out[n] = "\12" .. rt_double_le(v)
        count = count + 1
        size32 = size32 + 3
        size64 = size64 + 2
      elseif v >= 0 and v < 64 then
        out[n] = chars[64 + v]
      elseif v >= -128 and v < 128 then
        out[n] = "\0" .. chars[v % 256]
      elseif v >= -32768 and v < 32768 then
        out[n] = "\1" .. rt_be16(v)
      elseif v >= -1073741824 and v < 1073741824 then
        out[n] = "\2" .. rt_be32(v)
      else
        if compat then caml_failwith("output_value: integer cannot be read back on 32-bit platform") end
        out[n] = "\3" .. rt_be64(v)
      end
    elseif kind == "function" then
      caml_invalid_argument("output_value: functional value")
    else
      local size, tag, at = 0, 252, nil
      if kind == "string" then
        size = #v
        at = size >= 5 and seen[v]
      elseif kind == "table" then
        tag = v[1]
        size = #v - 1
        at = seen[v]
      else
        caml_invalid_argument("output_value: abstract value (outside heap)")
      end
      if at then
        at = count - at
        if at < 256 then
          out[n] = "\4" .. chars[at]
        elseif at < 65536 then
          out[n] = "\5" .. rt_be16(at)
        else
          out[n] = "\6" .. rt_be32(at)
        end
      elseif kind == "string" or tag < 0 then
        local len, s = size, v
        if tag < 0 then
          len = -1 - tag
          s = len == 0 and "" or rt_bytes_slice(v, 0, len)
        end
        if sharing and (len >= 5 or tag < 0) then seen[v] = count end
        count = count + 1
        size32 = size32 + 1 + (len + 4 - len % 4) / 4
        size64 = size64 + 1 + (len + 8 - len % 8) / 8
        if len < 32 then
          out[n] = chars[32 + len]
        elseif len < 256 then
          out[n] = "\9" .. chars[len]
        else
          if compat and len > 16777211 then
            caml_failwith("output_value: string cannot be read back on 32-bit platform")
          end
          out[n] = "\10" .. rt_be32(len)
        end
        n = n + 1
        out[n] = s
      elseif size == 0 then
        -- atoms are not objects: native does not allocate them
        if tag >= 16 and tag ~= 254 then
          out[n] = "\8" .. rt_be32(rt_marshal_color + tag)
        elseif tag == 254 then
          out[n] = chars[128]
        else
          out[n] = chars[128 + tag]
        end
      else
        if sharing then seen[v] = count end
        count = count + 1
        if tag == 254 then
          size32 = size32 + 1 + 2 * size
          size64 = size64 + 1 + size
          if compat and size > 2097151 then
            caml_failwith("output_value: float array cannot be read back on 32-bit platform")
          end
          out[n] = size < 256 and "\14" .. chars[size] or "\7" .. rt_be32(size)
          for i = 2, size + 1 do out[n + i - 1] = rt_double_le(v[i]) end
          n = n + size
        elseif tag == 255 then
          local data, bytes32, bytes64 = rt_marshal_custom(v)
          size32 = size32 + 2 + (bytes32 + 3 - (bytes32 + 3) % 4) / 4
          size64 = size64 + 2 + (bytes64 + 7 - (bytes64 + 7) % 8) / 8
          out[n] = data
        elseif tag == 251 then
          caml_invalid_argument("output_value: abstract value (Abstract)")
        elseif tag == 247 then
          caml_invalid_argument("output_value: functional value")
        elseif tag == 245 then
          caml_invalid_argument("output_value: continuation value")
        else
          size32 = size32 + 1 + size
          size64 = size64 + 1 + size
          if tag < 16 and size < 8 then
            out[n] = chars[128 + tag + 16 * size]
          elseif size < 4194304 then
            out[n] = "\8" .. rt_be32(size * 1024 + rt_marshal_color + tag)
          else
            if compat then caml_failwith("output_value: array cannot be read back on 32-bit platform") end
            out[n] = "\19" .. rt_be64(size * 1024 + rt_marshal_color + tag)
          end
          top = top + 1
          objs[top] = v
          ats[top] = 2
          stops[top] = size + 1
        end
      end
    end
    while top > 0 and ats[top] > stops[top] do
      objs[top] = nil
      top = top - 1
    end
    if top == 0 then break end
    local at = ats[top]
    ats[top] = at + 1
    v = objs[top][at]
  end
  joined[parts + 1] = lua_concat(out, "", 1, n)
  local data = lua_concat(joined, "", 1, parts + 1)
  return "\132\149\166\190" .. rt_be32(#data) .. rt_be32(sharing and count or 0) .. rt_be32(size32) .. rt_be32(size64) .. data
end

--: rt_marshal_header
--- Lengths of header and data, from the first bytes of a marshalled value; `who` names the caller in errors.
---@error Failure
local function rt_marshal_header(s, pos, who)
  local a, b, c, d = lua_byte(s, pos, pos + 3)
  if a == 132 and b == 149 and c == 166 then
    if d == 190 then return 20, rt_read_be32(s, pos + 4) % 4294967296 end
    if d == 191 then
      return 32, rt_read_be32(s, pos + 8) % 4294967296 * 4294967296 + rt_read_be32(s, pos + 12) % 4294967296
    end
    if d == 189 then caml_failwith(who .. ": compressed object, cannot decompress") end
  end
  caml_failwith(who .. ": bad object")
end

--: rt_read_custom
--- The custom block at pos (after its code) and the position after it.
---@error Failure
local function rt_read_custom(s, pos, code)
  local stop = lua_find(s, "\0", pos, true)
  local id = lua_sub(s, pos, (stop or pos) - 1)
  pos = (stop or pos) + 1
  if code == 24 then pos = pos + 12 end
  if id == "_i" then return {255, "_i", rt_read_be32(s, pos)}, pos + 4 end
  if id == "_j" then return rt_read_int64(s, pos), pos + 8 end
  if id == "_n" then
    if lua_byte(s, pos) == 1 then return {255, "_n", rt_read_be32(s, pos + 1)}, pos + 5 end
    return {255, "_n", rt_read_nativeint64(s, pos + 1)}, pos + 9
  end
  if id ~= "_bigarr02" then caml_failwith("input_value: unknown custom block identifier") end
  return rt_ba_read(s, pos)
end

--: rt_unmarshal
--- The value whose data (without header) starts at pos of s.
---@error Failure
local function rt_unmarshal(s, pos)
  local byte, sub = lua_byte, lua_sub
  local seen, count = {}, 0
  -- Fields `at` to `stop` of `obj` come next, then those of the blocks that wait; none waits for its last field.
  local obj, at, stop = nil, 1, 0
  local objs, ats, stops, top = {}, {}, {}, 0
  local root, v
  while true do
    local c = byte(s, pos)
    pos = pos + 1
    local size, tag = 0, nil
    if not c then
      caml_failwith("input_value: truncated object")
    elseif c >= 128 then
      tag = c % 16
      size = lua_floor(c / 16) - 8
    elseif c >= 64 then
      v = c - 64
    elseif c >= 32 then
      v = sub(s, pos, pos + c - 33)
      pos = pos + c - 32
      seen[count] = v
      count = count + 1
    elseif c == 0 then
      v = byte(s, pos)
      if v >= 128 then v = v - 256 end
      pos = pos + 1
    elseif c == 1 then
      local a, b = byte(s, pos, pos + 1)
      if a >= 128 then a = a - 256 end
      v = a * 256 + b
      pos = pos + 2
    elseif c == 2 then
      v = rt_read_be32(s, pos)
      pos = pos + 4
    elseif c == 3 then
      v = rt_read_int64code(s, pos)
      pos = pos + 8
    elseif c == 4 then
      v = seen[count - byte(s, pos)]
      pos = pos + 1
    elseif c == 5 then
      local a, b = byte(s, pos, pos + 1)
      v = seen[count - a * 256 - b]
      pos = pos + 2
    elseif c == 6 then
      v = seen[count - rt_read_be32(s, pos) % 4294967296]
      pos = pos + 4
    elseif c == 8 then
      local hd = rt_read_be32(s, pos) % 4294967296
      tag = hd % 256
      size = lua_floor(hd / 1024)
      pos = pos + 4
    elseif c == 19 then
      local hi, lo = rt_read_be32(s, pos), rt_read_be32(s, pos + 4) % 4294967296
      tag = lo % 256
      size = hi * 4194304 + lua_floor(lo / 1024)
      pos = pos + 8
    elseif c == 9 or c == 10 then
      local len
      if c == 9 then
        len = byte(s, pos)
        pos = pos + 1
      else
        len = rt_read_be32(s, pos) % 4294967296
        pos = pos + 4
      end
      v = sub(s, pos, pos + len - 1)
      pos = pos + len
      seen[count] = v
      count = count + 1
    elseif c == 11 or c == 12 then
      v = rt_read_double(s, pos, c == 11)
      pos = pos + 8
      seen[count] = v
      count = count + 1
    elseif c == 13 or c == 14 or c == 15 or c == 7 then
      local len
      if c >= 15 or c == 7 then
        len = rt_read_be32(s, pos) % 4294967296
        pos = pos + 4
      else
        len = byte(s, pos)
        pos = pos + 1
      end
      local big = c == 13 or c == 15
      v = {254}
      for i = 2, len + 1 do
        v[i] = rt_read_double(s, pos, big)
        pos = pos + 8
      end
      seen[count] = v
      count = count + 1
    elseif c == 18 or c == 24 or c == 25 then
      v, pos = rt_read_custom(s, pos, c)
      seen[count] = v
      count = count + 1
    elseif c == 16 or c == 17 then
      caml_failwith("input_value: code mismatch")
    else
      caml_failwith("input_value: ill-formed message")
    end
    if v == nil and not tag then caml_failwith("input_value: ill-formed message") end
    if tag then
      if size == 1 then v = {tag, 0} elseif size == 2 then v = {tag, 0, 0} else v = {tag} end
      if size > 0 then
        seen[count] = v
        count = count + 1
      end
    end
    if obj then
      obj[at] = v
      if at == 3 and obj[1] == 248 and lua_type(v) == "number" and v >= 0 then caml_set_oo_id(obj) end
      at = at + 1
    else
      root = v
    end
    if size > 0 then
      if at <= stop then
        top = top + 1
        objs[top], ats[top], stops[top] = obj, at, stop
      end
      obj, at, stop = v, 2, size + 1
    elseif at > stop then
      if top == 0 then return rt_unmarshalled(root, seen, count) end
      obj, at, stop = objs[top], ats[top], stops[top]
      top = top - 1
    end
    v = nil
  end
end

--: caml_output_value
local function caml_output_value(ch, v, flags)
  rt_chan_put(ch, rt_marshal(v, flags))
  return 0
end

--: caml_output_value_to_string
local function caml_output_value_to_string(v, flags)
  return rt_marshal(v, flags)
end

--: caml_output_value_to_bytes
local function caml_output_value_to_bytes(v, flags)
  return rt_bytes_table(rt_marshal(v, flags))
end

--: caml_output_value_to_buffer
--- The number of bytes written.
---@error Failure "Marshal.to_buffer: buffer overflow", Invalid_argument for a read-only buffer
local function caml_output_value_to_buffer(b, ofs, len, v, flags)
  if not b[1] then rt_bytes_store(b) end
  local s = rt_marshal(v, flags)
  if #s > len then caml_failwith("Marshal.to_buffer: buffer overflow") end
  caml_blit_string(s, 0, b, ofs, #s)
  return #s
end

--: caml_input_value
---@error End_of_file, Failure
local function caml_input_value(ch)
  local head = rt_chan_take(ch, 5)
  if head == "" then caml_raise_end_of_file() end
  if #head == 5 then head = head .. rt_chan_take(ch, 15) end
  if #head < 20 then caml_failwith("input_value: truncated object") end
  local hlen, dlen = rt_marshal_header(head, 1, "input_value")
  if hlen > 20 then rt_chan_take(ch, hlen - 20) end
  local data = rt_chan_take(ch, dlen)
  if #data < dlen then caml_failwith("input_value: truncated object") end
  return rt_unmarshal(data, 1)
end

--: caml_input_value_to_outside_heap
local function caml_input_value_to_outside_heap(ch)
  return caml_input_value(ch)
end

--: caml_input_value_from_bytes
---@error Failure
local function caml_input_value_from_bytes(b, ofs)
  local len = rt_bytes_length(b)
  local head = rt_bytes_slice(b, ofs, ofs + 20 <= len and 20 or len - ofs)
  local hlen, dlen = rt_marshal_header(head, 1, "input_val_from_string")
  if ofs + hlen + dlen > len then caml_failwith("input_val_from_string: bad length") end
  if not b[1] then return rt_unmarshal(b, ofs + hlen + 1) end
  return rt_unmarshal(rt_bytes_slice(b, ofs + hlen, dlen), 1)
end

--: caml_input_value_from_string
local function caml_input_value_from_string(s, ofs)
  return caml_input_value_from_bytes(s, ofs)
end

--: rt_marshal_prefix
--- Marshal.header_size: what Marshal.data_size does not count. 16 since OCaml 5.1.
local rt_marshal_prefix = 20

--: rt_marshal_prefix if ocaml51
local rt_marshal_prefix = 16

--: caml_marshal_data_size
---@error Failure
local function caml_marshal_data_size(b, ofs)
  local head = rt_bytes_slice(b, ofs, 16)
  local hlen, dlen = rt_marshal_header(head, 1, "Marshal.data_size")
  return hlen - rt_marshal_prefix + dlen
end
