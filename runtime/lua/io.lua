-- Channels (answers to runtime/io.c). A channel is a custom block {255, "_chan", fd =, file =, ...} with named fields:
--   input:  buf (string), pos (index of the next byte in buf), off (file offset of the end of buf)
--   output: buf (table of pieces), n (pieces), size (bytes in them), limit (size that forces a write), off (bytes written)
-- `limit` is 0 for closed and unbuffered channels: every output then takes the slow path, which flushes or raises.
-- Cost: an output is one table store; pieces are joined once per 64 KB. Input is read in 64 KB strings.

--: rt_out_channels
--- Output channels that are not closed, oldest first.
local rt_out_channels = {}

--: rt_io_error
--- Raises what native raises for a failed read or write.
---@param msg string|nil strerror's text
local function rt_io_error(msg, errno)
  if errno == 11 then lua_error(caml_exn_Sys_blocked_io) end
  caml_raise_sys_error(msg and lua_tostring(msg) or "Input/output error")
end

--: rt_chan_chars
--- One-byte strings by code.
local rt_chan_chars = {}
for c = 0, 255 do rt_chan_chars[c] = lua_char(c) end

--: rt_chan_read_stream
--- Reads from a pipe or a terminal what is there, as read(2) does: waiting for 64 KB would stall a dialogue.
--- Without ffi: a line at a time, which Lua 5.1 and 5.2 can do byte-exactly by single bytes only.
local function rt_chan_read_stream(file)
  if lua_mathtype then return file:read("L") end
  local pieces, n = {}, 0
  while n < 65536 do
    local c, msg, errno = file:read(1)
    if not c then
      if n == 0 then return nil, msg, errno end
      break
    end
    n = n + 1
    pieces[n] = c
    if c == "\n" then break end
  end
  return lua_concat(pieces, "", 1, n)
end

--: rt_chan_fill
--- Reads the next chunk into an input channel whose buffer is used up; the chunk, or nil at end of file.
---@error Sys_error
local function rt_chan_fill(ch)
  local file = ch.file
  if not file then caml_raise_sys_error("Bad file descriptor") end
  local s, msg, errno
  if not ch.stream then
    s, msg, errno = file:read(65536)
  elseif ch.stream == true then
    s, msg, errno = rt_chan_read_stream(file)
  else
    local n = lua_tonumber(rt_libc.read(ch.fd, ch.stream, 65536))
    if n > 0 then
      s = lua_ffi.string(ch.stream, n)
    elseif n < 0 then
      errno = lua_ffi.errno()
      msg = rt_libc_error()
    end
  end
  if not s then
    if msg then rt_io_error(msg, errno) end
    return nil
  end
  if s == "" then return nil end
  ch.buf = s
  ch.pos = 1
  ch.off = ch.off + #s
  return s
end

--: rt_chan_write
--- Writes out what an output channel holds.
---@error Sys_error
local function rt_chan_write(ch)
  local file = ch.file
  local n = ch.n
  if not file then
    ch.n = 0
    ch.size = 0
    if n > 0 then caml_raise_sys_error("Bad file descriptor") end
    return
  end
  if n == 0 then return end
  local buf = ch.buf
  local s = n == 1 and buf[1] or lua_concat(buf, "", 1, n)
  if n > 16 then
    ch.buf = {}
  else
    for i = 1, n do buf[i] = nil end
  end
  ch.n = 0
  ch.off = ch.off + ch.size
  ch.size = 0
  local ok, msg, errno = file:write(s)
  if ok then ok, msg, errno = file:flush() end
  if not ok then
    ch.off = ch.off - #s
    rt_io_error(msg, errno)
  end
end

--: rt_chan_put
--- Appends a string to an output channel.
local function rt_chan_put(ch, s)
  local n = ch.n + 1
  ch.n = n
  ch.buf[n] = s
  local size = ch.size + #s
  ch.size = size
  if size >= ch.limit then rt_chan_write(ch) end
end

--: rt_chan_take
--- Up to n bytes of an input channel as a string: fewer only at end of file.
local function rt_chan_take(ch, n)
  local buf, pos = ch.buf, ch.pos
  local stop = pos + n - 1
  if stop <= #buf then
    ch.pos = stop + 1
    return lua_sub(buf, pos, stop)
  end
  local pieces, k = {lua_sub(buf, pos)}, 1
  local got = #pieces[1]
  ch.pos = #buf + 1
  while got < n do
    local s = rt_chan_fill(ch)
    if not s then break end
    local len = #s
    if len > n - got then
      ch.pos = n - got + 1
      s = lua_sub(s, 1, n - got)
      len = n - got
    else
      ch.pos = len + 1
    end
    k = k + 1
    pieces[k] = s
    got = got + len
  end
  return lua_concat(pieces, "", 1, k)
end

--: caml_ml_open_descriptor_in
---@param fd integer
local function caml_ml_open_descriptor_in(fd)
  local file = rt_fds[fd]
  local ch = rt_identity({255, "_chan", fd = fd, file = file, buf = "", pos = 1, off = 0})
  local at = file and not rt_fd_append[fd] and file:seek("cur")
  if at then
    ch.off = at
  elseif not rt_fd_append[fd] then
    ch.off = -1
    ch.stream = true
    if rt_libc.read and lua_io and file == lua_io.stdin then ch.stream = lua_ffi.new("char[65536]") end
  end
  return ch
end

--: caml_ml_open_descriptor_out
---@param fd integer
local function caml_ml_open_descriptor_out(fd)
  local file = rt_fds[fd]
  local ch = rt_identity({255, "_chan", fd = fd, file = file, out = true, buf = {}, n = 0, size = 0, limit = 65536, off = 0})
  if file and not rt_fd_append[fd] then ch.off = file:seek("cur") or -1 end
  rt_out_channels[#rt_out_channels + 1] = ch
  return ch
end

--: caml_ml_open_descriptor_in_with_flags
local function caml_ml_open_descriptor_in_with_flags(fd, flags)
  return caml_ml_open_descriptor_in(fd)
end

--: caml_ml_open_descriptor_out_with_flags
local function caml_ml_open_descriptor_out_with_flags(fd, flags)
  return caml_ml_open_descriptor_out(fd)
end

--: caml_ml_out_channels_list
--- The newest channel first, as native lists them.
local function caml_ml_out_channels_list(unit)
  local list = 0
  for i = 1, #rt_out_channels do list = {0, rt_out_channels[i], list} end
  return list
end

--: caml_ml_set_channel_name
local function caml_ml_set_channel_name(ch, name)
  ch.name = name ~= "" and name or nil
  return 0
end

--: caml_channel_descriptor
---@error Sys_error on a closed channel
local function caml_channel_descriptor(ch)
  if not ch.file then caml_raise_sys_error("Bad file descriptor") end
  return ch.fd
end

--: caml_ml_close_channel
---@error Sys_error when the host fails to close
local function caml_ml_close_channel(ch)
  local file = ch.file
  if not file then return 0 end
  local fd = ch.fd
  ch.file = nil
  ch.fd = -1
  if ch.out then
    ch.buf, ch.n, ch.size, ch.limit = {}, 0, 0, 0
    local list = rt_out_channels
    local count = #list
    for i = count, 1, -1 do
      if list[i] == ch then
        for j = i, count do list[j] = list[j + 1] end
        break
      end
    end
  else
    ch.buf, ch.pos, ch.stream = "", 1, nil
  end
  if rt_fds[fd] == file then
    rt_fds[fd] = nil
    rt_fd_append[fd] = nil
    if fd > 2 then
      local ok, msg, errno = file:close()
      if not ok and msg then rt_io_error(msg, errno) end
    end
  else
    -- another channel on the same descriptor closed it before
    caml_raise_sys_error("Bad file descriptor")
  end
  return 0
end

--: caml_ml_channel_size
---@error Sys_error on what can't be seeked
local function caml_ml_channel_size(ch)
  local file = ch.file
  if not file then caml_raise_sys_error("Bad file descriptor") end
  local here, msg, errno = ch.off, nil, nil
  if here < 0 then
    here, msg, errno = file:seek("cur")
    if not here then rt_io_error(msg, errno) end
  end
  local size
  size, msg, errno = file:seek("end")
  if not size then rt_io_error(msg, errno) end
  file:seek("set", here)
  return size
end

--: caml_ml_channel_size_64
local function caml_ml_channel_size_64(ch)
  return rt_int64_of_offset(caml_ml_channel_size(ch))
end

--: rt_int64_of_offset
--- An integer-valued number within +-2^53 as an Int64.
local function rt_int64_of_offset(x)
  local hi = lua_floor(x / 4294967296)
  return {255, "_j", hi, x - hi * 4294967296}
end

--: rt_int64_of_offset if int64native
local function rt_int64_of_offset(x)
  return {255, "_j", x}
end

--: rt_offset_of_int64
local function rt_offset_of_int64(v)
  return v[3] * 4294967296 + v[4]
end

--: rt_offset_of_int64 if int64native
local function rt_offset_of_int64(v)
  return v[3]
end

--: caml_ml_set_binary_mode
--- Channels are opened in binary mode and stay so, as on every POSIX system.
local function caml_ml_set_binary_mode(ch, mode)
  return 0
end

--: caml_ml_is_binary_mode
local function caml_ml_is_binary_mode(ch)
  return 1
end

--: caml_ml_is_buffered
local function caml_ml_is_buffered(ch)
  return ch.unbuffered and 0 or 1
end

--: caml_ml_set_buffered
local function caml_ml_set_buffered(ch, mode)
  if mode ~= 0 then
    ch.unbuffered = nil
    if ch.out and ch.file then ch.limit = 65536 end
  else
    ch.unbuffered = true
    if ch.out then
      ch.limit = 0
      if ch.file then rt_chan_write(ch) end
    end
  end
  return 0
end

--: caml_ml_flush
--- Does nothing on a closed channel, as native.
local function caml_ml_flush(ch)
  if ch.n > 0 and ch.file then rt_chan_write(ch) end
  return 0
end

--: caml_ml_output_char
local function caml_ml_output_char(ch, c)
  local n = ch.n + 1
  ch.n = n
  ch.buf[n] = rt_chan_chars[c] or rt_chan_chars[c % 256]
  local size = ch.size + 1
  ch.size = size
  if size >= ch.limit then rt_chan_write(ch) end
  return 0
end

--: caml_ml_output_int
--- Four bytes, most significant first.
local function caml_ml_output_int(ch, v)
  local u = v % 4294967296
  local lo = u % 65536
  local hi = (u - lo) / 65536
  rt_chan_put(ch, lua_char(lua_floor(hi / 256), lua_floor(hi % 256), lua_floor(lo / 256), lo % 256))
  return 0
end

--: caml_ml_output
---@param s string
local function caml_ml_output(ch, s, ofs, len)
  if len == 0 then return 0 end
  if len ~= #s then s = lua_sub(s, ofs + 1, ofs + len) end
  local n = ch.n + 1
  ch.n = n
  ch.buf[n] = s
  local size = ch.size + len
  ch.size = size
  if size >= ch.limit then rt_chan_write(ch) end
  return 0
end

--: caml_ml_output_bytes
local function caml_ml_output_bytes(ch, b, ofs, len)
  if len == 0 then return 0 end
  if not b[1] then return caml_ml_output(ch, b, ofs, len) end
  rt_chan_put(ch, rt_bytes_slice(b, ofs, len))
  return 0
end

--: caml_ml_seek_out
---@error Sys_error
local function caml_ml_seek_out(ch, pos)
  local file = ch.file
  if not file then caml_raise_sys_error("Bad file descriptor") end
  rt_chan_write(ch)
  if pos < 0 then caml_raise_sys_error("Invalid argument") end
  local ok, msg, errno = file:seek("set", pos)
  if not ok then rt_io_error(msg, errno) end
  ch.off = pos
  return 0
end

--: caml_ml_seek_out_64
local function caml_ml_seek_out_64(ch, pos)
  return caml_ml_seek_out(ch, rt_offset_of_int64(pos))
end

--: caml_ml_pos_out
local function caml_ml_pos_out(ch)
  return ch.off + ch.size
end

--: caml_ml_pos_out_64
local function caml_ml_pos_out_64(ch)
  return rt_int64_of_offset(ch.off + ch.size)
end

--: caml_ml_input_char
---@error End_of_file, Sys_error
local function caml_ml_input_char(ch)
  local pos = ch.pos
  local c = lua_byte(ch.buf, pos)
  if c then
    ch.pos = pos + 1
    return c
  end
  local s = rt_chan_fill(ch)
  if not s then caml_raise_end_of_file() end
  ch.pos = 2
  return lua_byte(s, 1)
end

--: caml_ml_input_int
--- Four bytes, most significant first, signed.
---@error End_of_file, Sys_error
local function caml_ml_input_int(ch)
  local a, b, c, d = lua_byte(rt_chan_take(ch, 4), 1, 4)
  if not d then caml_raise_end_of_file() end
  if a >= 128 then a = a - 256 end
  return ((a * 256 + b) * 256 + c) * 256 + d
end

--: caml_ml_input
--- Copies what is in the buffer (after one read when it is empty) to bytes; the number of bytes, 0 at the end.
---@error Sys_error, Invalid_argument for read-only bytes: nothing is read then
local function caml_ml_input(ch, b, ofs, len)
  if len == 0 then return 0 end
  if not b[1] then rt_bytes_store(b) end
  local s, pos = ch.buf, ch.pos
  local avail = #s - pos + 1
  if avail <= 0 then
    s = rt_chan_fill(ch)
    if not s then return 0 end
    pos = 1
    avail = #s
  end
  if len > avail then len = avail end
  ch.pos = pos + len
  caml_blit_string(s, pos - 1, b, ofs, len)
  return len
end

--: caml_ml_input_scan_line
--- Length of the next line with its newline; minus what is buffered when there is no newline before 64 KB or the end.
local function caml_ml_input_scan_line(ch)
  local buf, pos = ch.buf, ch.pos
  local i = lua_find(buf, "\n", pos, true)
  if i then return i - pos + 1 end
  while true do
    local len = #buf - pos + 1
    if len >= 65536 then return -len end
    local rest = len > 0 and lua_sub(buf, pos) or ""
    local s = rt_chan_fill(ch)
    if not s then return 0 - len end
    buf = rest .. s
    pos = 1
    ch.buf = buf
    i = lua_find(buf, "\n", len + 1, true)
    if i then return i end
  end
end

--: caml_ml_seek_in
---@error Sys_error
local function caml_ml_seek_in(ch, pos)
  local file = ch.file
  local back = ch.off - pos
  local len = #ch.buf
  if file and back >= 0 and back <= len then
    ch.pos = len - back + 1
    return 0
  end
  if not file then caml_raise_sys_error("Bad file descriptor") end
  if pos < 0 then caml_raise_sys_error("Invalid argument") end
  local ok, msg, errno = file:seek("set", pos)
  if not ok then rt_io_error(msg, errno) end
  ch.buf, ch.pos, ch.off = "", 1, pos
  return 0
end

--: caml_ml_seek_in_64
local function caml_ml_seek_in_64(ch, pos)
  return caml_ml_seek_in(ch, rt_offset_of_int64(pos))
end

--: caml_ml_pos_in
local function caml_ml_pos_in(ch)
  return ch.off - (#ch.buf - ch.pos + 1)
end

--: caml_ml_pos_in_64
local function caml_ml_pos_in_64(ch)
  return rt_int64_of_offset(ch.off - (#ch.buf - ch.pos + 1))
end

--: caml_terminfo_rows
--- Number of rows of the terminal; -1 = unknown, as where the system has no TIOCGWINSZ.
local function caml_terminfo_rows(ch)
  return -1
end
