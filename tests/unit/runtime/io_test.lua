-- files.lua, io.lua: channels on files, positions, flags of open, errors; stdin from a pipe and exit codes in a child Lua.

return function(rt, t)
  local RDONLY, WRONLY, APPEND, CREAT, TRUNC, EXCL = 0, 1, 2, 3, 4, 5
  local function list(...)
    local l, items = 0, {...}
    for i = #items, 1, -1 do l = {0, items[i], l} end
    return l
  end
  local function bytes(n)
    local b = {-1 - n}
    for i = 2, n + 1 do b[i] = 0 end
    return b
  end
  local function str(b, n) return rt.rt_bytes_slice(b, 0, n) end
  local name = os.tmpname()
  os.remove(name)
  local function open_out(...) return rt.caml_ml_open_descriptor_out(rt.caml_sys_open(name, list(...), 438)) end
  local function open_in() return rt.caml_ml_open_descriptor_in(rt.caml_sys_open(name, list(RDONLY), 0)) end
  local function close(ch)
    if ch.out then rt.caml_ml_flush(ch) end
    rt.caml_ml_close_channel(ch)
  end
  local function put(ch, s) rt.caml_ml_output(ch, s, 0, #s) end
  local function content()
    local f = assert(io.open(name, "rb"))
    local s = f:read("*a")
    f:close()
    return s
  end

  -- open
  t.raises_with("Sys_error", name .. ": No such file or directory", rt.caml_sys_open, name, list(RDONLY), 0)
  t.raises_with("Sys_error", name .. ": No such file or directory", rt.caml_sys_open, name, list(WRONLY), 0)
  t.raises_with("Sys_error", "a\0b: No such file or directory", rt.caml_sys_open, "a\0b", list(RDONLY), 0)
  local oc = open_out(WRONLY, CREAT, EXCL)
  t.eq(oc.fd, 3, "lowest descriptor")
  put(oc, "hello\nworld")
  t.eq(rt.caml_ml_pos_out(oc), 11)
  t.eq(content(), "", "nothing is written before a flush")
  close(oc)
  t.eq(content(), "hello\nworld")
  t.raises_with("Sys_error", name .. ": File exists", rt.caml_sys_open, name, list(WRONLY, CREAT, EXCL), 438)
  oc = open_out(WRONLY)
  put(oc, "J")
  close(oc)
  t.eq(content(), "Jello\nworld", "no truncation")
  t.eq({rt.rt_compare(oc, oc, true), rt.rt_compare({0, oc}, {0, open_out(WRONLY)}, true)}, {0, -1}, "channels are compared by identity")
  oc = open_out(APPEND)
  t.eq(rt.caml_ml_pos_out(oc), 0)
  put(oc, "!\0\255\n")
  close(oc)
  t.eq(content(), "Jello\nworld!\0\255\n")
  oc = open_out(WRONLY, TRUNC)
  close(oc)
  t.eq(content(), "")

  -- output
  oc = open_out(WRONLY, CREAT, TRUNC)
  local all = {}
  for i = 0, 255 do
    rt.caml_ml_output_char(oc, i)
    all[#all + 1] = string.char(i)
  end
  rt.caml_ml_output_int(oc, -2)
  rt.caml_ml_output_int(oc, 305419896)
  rt.caml_ml_output(oc, "abcdef", 2, 3)
  local b = bytes(5000)
  for i = 2, 5001 do b[i] = i % 256 end
  rt.caml_ml_output_bytes(oc, b, 1, 4500)
  for i = 3, 4502 do all[#all + 1] = string.char(i % 256) end
  rt.caml_ml_seek_out(oc, 256)
  put(oc, "\1\2\3\4")
  t.eq(rt.caml_ml_pos_out(oc), 260)
  t.eq(rt.caml_ml_channel_size(oc), 256 + 8 + 3 + 4500, "size without what is buffered")
  rt.caml_ml_seek_out(oc, 256 + 8 + 3 + 4500)
  rt.caml_ml_output_bytes(oc, "a string as bytes", 2, 6)
  rt.caml_ml_output_bytes(oc, "", 0, 0)
  close(oc)
  local want = table.concat(all, "", 1, 256) .. "\1\2\3\4\18\52\86\120cde" .. table.concat(all, "", 257) .. "string"
  t.eq(content(), want, "bytes")
  put(oc, "")
  t.raises_with("Sys_error", "Bad file descriptor", put, oc, "x")
  t.eq(rt.caml_ml_flush(oc), 0, "flush after close")
  t.eq(rt.caml_ml_close_channel(oc), 0, "close twice")
  t.raises_with("Sys_error", "Bad file descriptor", rt.caml_ml_channel_size, oc)

  -- a big output goes out by itself; unbuffered output at once
  oc = open_out(WRONLY, CREAT, TRUNC)
  local line = ("x"):rep(99) .. "\n"
  for _ = 1, 700 do put(oc, line) end
  t.eq(#content() >= 65536, true, "64 KB are written")
  rt.caml_ml_flush(oc)
  t.eq(#content(), 70000)
  rt.caml_ml_set_buffered(oc, 0)
  t.eq(rt.caml_ml_is_buffered(oc), 0)
  put(oc, "tail")
  t.eq(#content(), 70004)
  local chans = rt.caml_ml_out_channels_list(0)
  t.ok(chans[2] == oc, "newest first")
  close(oc)
  t.ok(rt.caml_ml_out_channels_list(0) == 0 or rt.caml_ml_out_channels_list(0)[2] ~= oc, "closed channels are not listed")

  -- input
  oc = open_out(WRONLY, CREAT, TRUNC)
  put(oc, "first\n\nthird line\n" .. ("y"):rep(100000) .. "\nlast")
  close(oc)
  local ic = open_in()
  t.eq(rt.caml_ml_channel_size(ic), 18 + 100001 + 4)
  t.eq(rt.caml_ml_input_scan_line(ic), 6)
  b = bytes(20)
  t.eq(rt.caml_ml_input(ic, b, 3, 5), 5)
  t.eq(str(b, 10), "\0\0\0first\0\0")
  t.raises_with("Invalid_argument", "Bytes: a string made into bytes is read-only", rt.caml_ml_input, ic, "abc", 0, 2)
  t.eq(rt.caml_ml_input(ic, "abc", 0, 0), 0)
  t.eq(rt.caml_ml_input_char(ic), 10)
  t.eq(rt.caml_ml_input_scan_line(ic), 1)
  t.eq(rt.caml_ml_input_char(ic), 10)
  t.eq(rt.caml_ml_pos_in(ic), 7)
  t.eq(rt.caml_ml_input(ic, b, 0, 11), 11)
  t.eq(str(b, 11), "third line\n")
  local n = rt.caml_ml_input_scan_line(ic)
  t.ok(n < -60000 or n == 100001, "a long line comes in parts or at once")
  local big = bytes(100001)
  local got = 0
  while got < 100001 do
    n = rt.caml_ml_input(ic, big, got, 100001 - got)
    t.ok(n > 0, "input")
    if n == 0 then break end
    got = got + n
  end
  t.eq(str(big, 100001), ("y"):rep(100000) .. "\n")
  t.eq(rt.caml_ml_input_scan_line(ic), -4)
  t.eq(rt.caml_ml_input_char(ic), 108)
  rt.caml_ml_seek_in(ic, 8)
  t.eq(rt.caml_ml_input_char(ic), 104)
  t.eq(rt.caml_ml_pos_in(ic), 9)
  t.eq(rt.caml_ml_pos_in_64(ic), rt.features.int64native and {255, "_j", 9} or {255, "_j", 0, 9})
  rt.caml_ml_seek_in_64(ic, rt.caml_ml_channel_size_64(ic))
  t.eq(rt.caml_ml_input(ic, b, 0, 5), 0, "end of file")
  t.eq(rt.caml_ml_input_scan_line(ic), 0)
  t.eq(t.raises(rt.caml_ml_input_char, ic)[2], "End_of_file")
  rt.caml_ml_seek_in(ic, 0)
  t.eq(rt.rt_chan_take(ic, 70000), content():sub(1, 70000))
  t.eq(#rt.rt_chan_take(ic, 70000), 100023 - 70000)
  close(ic)
  t.raises_with("Sys_error", "Bad file descriptor", rt.caml_ml_input_char, ic)
  oc = open_out(WRONLY, CREAT, TRUNC)
  put(oc, "\255\255\255\254\18\52\86\120\1")
  close(oc)
  ic = open_in()
  t.eq(rt.caml_ml_input_int(ic), -2)
  t.eq(rt.caml_ml_input_int(ic), 305419896)
  t.eq(t.raises(rt.caml_ml_input_int, ic)[2], "End_of_file")
  close(ic)
  ic = rt.caml_ml_open_descriptor_in(rt.caml_sys_open("/tmp", list(RDONLY), 0))
  t.raises_with("Sys_error", "Is a directory", rt.caml_ml_input_char, ic)
  close(ic)
  if io.open("/dev/full", "wb") then
    local full = rt.caml_ml_open_descriptor_out(rt.caml_sys_open("/dev/full", list(WRONLY), 0))
    put(full, "x")
    t.raises_with("Sys_error", "No space left on device", rt.caml_ml_flush, full)
    rt.caml_ml_close_channel(full)
  end
  -- permissions of a new file
  os.remove(name)
  oc = rt.caml_ml_open_descriptor_out(rt.caml_sys_open(name, list(WRONLY, CREAT), 448))
  close(oc)
  local p = io.popen("stat -c %a " .. name)
  t.eq(p:read("*l"), "700", "mode of a new file")
  p:close()
  os.remove(name)
end
