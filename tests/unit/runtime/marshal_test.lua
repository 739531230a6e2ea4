-- marshal.lua: byte-compatible with OCaml 4.13 both ways (expect/marshal.lua), sharing, depth, errors.

local function unhex(h)
  return (h:gsub("..", function(x) return string.char(tonumber(x, 16)) end))
end

local function list(...)
  local l = 0
  local items = {...}
  for i = #items, 1, -1 do l = {0, items[i], l} end
  return l
end

return function(rt, t, variant)
  local expect = t.expect("marshal")
  local native64 = variant.name ~= "portable" and variant.name ~= "luajit"
  local f = t.f
  local function bytes(s)
    local b = {-1 - #s}
    for i = 1, #s do b[i + 1] = s:byte(i) end
    return b
  end
  local function i64(hi, lo, v)
    if native64 then return {255, "_j", v} end
    return {255, "_j", hi, lo}
  end
  local shared, cyc, pair = {0, 1, 2}, {0, 1, {0, 2, 0}}, {0, 0}
  cyc[3][3] = cyc
  local arr10, arr300, farr300 = {0}, {0}, {254}
  for i = 0, 9 do arr10[i + 2] = i end
  for i = 0, 299 do
    arr300[i + 2] = {0, i}
    farr300[i + 2] = f(i)
  end
  arr300[302], arr300[303] = pair, pair
  local values = {
    int0 = 0, int63 = 63, int64 = 64, intm1 = -1, int127 = 127, intm128 = -128, int128 = 128, int32767 = 32767,
    intm32768 = -32768, int32768 = 32768, int30m = 1073741823, int30 = 1073741824, intm30 = -1073741824,
    intm30m = -1073741825, intmax32 = 2147483647,
    float = 1.5, floattiny = 4.9406564584124654e-324, floatnorm = 2.2250738585072014e-308,
    floatsub = 2.2250738585072009e-308, floatmax = 1.7976931348623157e308, neginf = -math.huge, negzero = -1 / math.huge,
    pi = 3.141592653589793,
    str0 = "", str = "hello", str31 = ("x"):rep(31), str32 = ("y"):rep(32), str300 = ("z"):rep(300),
    tuple = {0, 1, "ab", 2.5}, list = list(1, 2, 3), variant = list(0, {0, 3}, {1, 4, "q"}, {2, 0.25}),
    farr = {254, f(1), 2.5, f(-3)}, arr0 = {0}, arr10 = arr10, farr300 = farr300,
    i32 = list({255, "_i", 1}, {255, "_i", -1}, {255, "_i", -2147483648}),
    nat = list({255, "_n", 1}, {255, "_n", -1}, {255, "_n", 2147483647}),
    i64 = list(i64(0, 1, 1), i64(-1, 4294967295, -1), i64(305419896, 2596069104, 1311768467463790320),
      i64(-2147483648, 0, math.mininteger)),
    shared = {0, shared, shared, shared}, sharedstr = {0, "a string", "a string"}, cyc = cyc, big = arr300,
    tag20 = {20, 1, 2}, lazyv = {250, 5}, fwd = {250, 2.5}, bytes = {0, bytes("by"), bytes("by")},
  }
  if t.subtypes then values.float1 = f(1) end
  local read_back = {lazyv = 5, bytes = {0, "by", "by"}, str0 = ""}
  for name, v in pairs(values) do
    local want = unhex(expect[name])
    local got = rt.rt_marshal(v, 0)
    t.eq(got, want, "write " .. name)
    if name ~= "cyc" then
      local want_back = v
      if read_back[name] ~= nil then want_back = read_back[name] end
      t.eq(rt.caml_input_value_from_bytes(want, 0), want_back, "read " .. name)
      t.eq(rt.caml_input_value_from_bytes(bytes("??" .. want .. "!"), 2), want_back, "read from bytes " .. name)
    end
  end
  t.eq(rt.rt_marshal({0, shared, shared}, {0, 0, 0}), unhex(expect.noshare), "No_sharing")
  local c = rt.caml_input_value_from_bytes(unhex(expect.cyc), 0)
  t.ok(c[3][3] == c and c[2] == 1 and c[3][2] == 2, "cycle")
  local s = rt.caml_input_value_from_bytes(unhex(expect.shared), 0)
  t.ok(s[2] == s[3] and s[3] == s[4], "sharing is kept")
  -- OCaml 5 marks the headers of 32 bits, which hold a block that the short form can't
  local rt51 = t.with("ocaml51")
  local function data51(v) return rt51.rt_marshal(v, 0):sub(21) end
  t.eq(data51({0, 1, 2}), unhex("a04142"), "short header of OCaml 5.1")
  t.eq(data51({0, 0, 1, 2, 3, 4, 5, 6, 7}), unhex("08000023004041424344454647"), "header of OCaml 5.1")
  t.eq(data51({20, 1}), unhex("080000071441"), "header of OCaml 5.1 with a high tag")
  t.eq(data51({16}), unhex("0800000310"), "atom of OCaml 5.1 with a high tag")
  t.eq(rt51.caml_input_value_from_bytes(rt51.rt_marshal(arr10, 0), 0), arr10, "OCaml 5.1 reads its own header")
  -- objects get a fresh id
  local obj = rt.caml_input_value_from_bytes(unhex(expect.obj), 0)
  local id = rt.caml_fresh_oo_id(0)
  t.eq(obj, {248, 0, id - 1, 6}, "object id")
  -- depth costs no stack
  local deep, long = 0, 0
  for i = 1, 300000 do
    deep = {0, deep}
    long = {0, i % 64, long}
  end
  local back = rt.caml_input_value_from_bytes(rt.rt_marshal({0, deep, long}, 0), 0)
  local n, d = 0, back[2]
  while d ~= 0 do
    n = n + 1
    d = d[2]
  end
  t.eq(n, 300000, "depth")
  -- errors
  local fail = t.raises_with
  fail("Invalid_argument", "output_value: functional value", rt.rt_marshal, {0, print}, 0)
  fail("Invalid_argument", "output_value: functional value", rt.rt_marshal, {0, print}, {0, 1, 0})
  fail("Invalid_argument", "output_value: abstract value (Abstract)", rt.rt_marshal, {251, 0}, 0)
  fail("Invalid_argument", "output_value: abstract value (Custom)", rt.rt_marshal, {255, "_chan"}, 0)
  fail("Failure", "output_value: integer cannot be read back on 32-bit platform", rt.rt_marshal, 1073741824, {0, 2, 0})
  fail("Failure", "input_val_from_string: bad object", rt.caml_input_value_from_bytes, ("x"):rep(30), 0)
  fail("Failure", "input_val_from_string: bad length", rt.caml_input_value_from_bytes, unhex(expect.str):sub(1, -2), 0)
  t.eq(rt.caml_marshal_data_size(unhex(expect.str), 0), 6, "data_size")
  t.eq(rt.caml_marshal_data_size(bytes("?" .. unhex(expect.str)), 1), 6, "data_size of bytes")
  t.eq(rt.caml_marshal_data_size("?" .. unhex(expect.str), 1), 6)
  -- a string made into bytes
  t.eq(rt.caml_input_value_from_bytes("??" .. unhex(expect.str) .. "!", 2), rt.caml_input_value_from_bytes(unhex(expect.str), 0))
  for _, x in ipairs({"", "by", ("long"):rep(20), ("very long"):rep(1000)}) do
    t.eq(rt.rt_marshal({0, bytes(x)}, 0), rt.rt_marshal({0, rt.caml_bytes_of_string(x)}, 0), "write bytes in either form")
  end
  local out = rt.caml_output_value_to_bytes("hello", 0)
  t.eq(out, bytes(rt.rt_marshal("hello", 0)), "to_bytes can be written to")
  fail("Invalid_argument", "Bytes: a string made into bytes is read-only", rt.caml_output_value_to_buffer, ("."):rep(40), 0, 40, 1, 0)
  fail("Failure", "input_val_from_string: bad object", rt.caml_input_value_from_bytes, bytes(("x"):rep(30)), 0)
  local buf = bytes(("."):rep(40))
  t.eq(rt.caml_output_value_to_buffer(buf, 3, 37, "hello", 0), 26, "to_buffer")
  t.eq(rt.caml_input_value_from_bytes(buf, 3), "hello", "from_buffer")
  fail("Failure", "Marshal.to_buffer: buffer overflow", rt.caml_output_value_to_buffer, buf, 3, 25, "hello", 0)
  if rt.features.int63 then
    local big = 4611686018427387903
    for _, x in ipairs({big, -big - 1, 1099511627776}) do
      t.eq(rt.caml_input_value_from_bytes(rt.rt_marshal(x, 0), 0), x, "63-bit int")
      t.eq(rt.caml_input_value_from_bytes(rt.rt_marshal({255, "_n", x}, 0), 0), {255, "_n", x}, "64-bit nativeint")
    end
  else
    fail("Failure", "input_value: integer too large", rt.caml_input_value_from_bytes,
      unhex("8495a6be000000090000000000000000000000000300000001ffffffff"), 0)
  end
  -- channels
  local name = os.tmpname()
  local fd = rt.caml_sys_open(name, {0, 1, {0, 4, {0, 3, 0}}}, 438)
  local oc = rt.caml_ml_open_descriptor_out(fd)
  rt.caml_output_value(oc, values.variant, 0)
  rt.caml_output_value(oc, arr300, 0)
  rt.caml_ml_output(oc, "\132\149\166", 0, 3)
  rt.caml_ml_flush(oc)
  rt.caml_ml_close_channel(oc)
  local ic = rt.caml_ml_open_descriptor_in(rt.caml_sys_open(name, {0, 0, 0}, 0))
  t.eq(rt.caml_input_value(ic), values.variant, "from channel")
  t.eq(rt.caml_input_value(ic), arr300, "from channel")
  fail("Failure", "input_value: truncated object", rt.caml_input_value, ic)
  t.eq(t.raises(rt.caml_input_value, ic)[2], "End_of_file")
  rt.caml_ml_close_channel(ic)
  os.remove(name)
end
