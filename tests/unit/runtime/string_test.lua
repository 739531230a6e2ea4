-- string.lua, bytes.lua, md5.lua, blake2.lua.

return function(rt, t)
  local function s(n)
    local p = {}
    for i = 0, n - 1 do p[i + 1] = string.char((i * 7 + n) % 256) end
    return table.concat(p)
  end
  -- Bytes in their two forms: a table, and a string made into bytes.
  local bytes, str, frozen = rt.rt_bytes_table, rt.caml_string_of_bytes, rt.caml_bytes_of_string
  for _, n in ipairs({0, 1, 7, 8, 9, 100, 3999, 4000, 4001, 4007, 8000, 8001, 20000, 100003}) do
    local v = s(n)
    local b = bytes(v)
    t.eq(b[1], -1 - n, "length slot")
    t.eq(#b, n + 1)
    t.eq(rt.caml_ml_bytes_length(b), n)
    t.ok(frozen(v) == v and str(v) == v, "a string as bytes is itself")
    t.eq(rt.caml_ml_bytes_length(v), n)
    t.eq(rt.rt_bytes_length(b), n)
    t.eq({rt.caml_bytes_equal(b, v), rt.caml_bytes_equal(v, b), rt.caml_bytes_equal(v, v)}, {1, 1, 1}, "equal in both forms")
    t.eq(rt.caml_bytes_equal(b, v .. "x"), 0)
    t.ok(rt.rt_bytes_slice(b, 0, n) == v and rt.rt_bytes_slice(v, 0, n) == v, "slice")
    if n > 2 then t.ok(rt.rt_bytes_slice(b, 1, n - 2) == v:sub(2, -2) and rt.rt_bytes_slice(v, 1, n - 2) == v:sub(2, -2), "slice") end
    t.ok(str(b) == v, "bytes round trip of " .. n)
    local c = rt.caml_create_bytes(n)
    t.eq(rt.caml_ml_bytes_length(c), n, "create")
    rt.caml_blit_bytes(b, 0, c, 0, n)
    t.ok(str(c) == v, "blit of " .. n)
    t.eq(rt.caml_bytes_equal(b, c), 1)
    rt.caml_fill_bytes(c, 0, n, 65)
    t.ok(str(c) == string.rep("A", n), "fill")
    rt.caml_blit_string(v, 0, c, 0, n)
    t.ok(str(c) == v, "blit_string of " .. n)
    rt.caml_fill_bytes(c, 0, n, 66)
    rt.caml_blit_bytes(v, 0, c, 0, n)
    t.ok(str(c) == v and #c == n + 1, "blit from a string of " .. n)
    t.eq(rt.caml_ml_string_length(v), n)
  end
  local b = bytes("0123456789")
  rt.caml_blit_bytes(b, 0, b, 2, 6)
  t.eq(str(b), "0101234589", "overlap upward")
  rt.caml_blit_bytes(b, 3, b, 1, 6)
  t.eq(str(b), "0123458589", "overlap downward")
  rt.caml_blit_string("abcdefghijklmnop", 3, b, 1, 9)
  t.eq(str(b), "0defghijkl")
  t.raises_with("Invalid_argument", "Bytes.create", rt.caml_create_bytes, -1)
  t.raises_with("Invalid_argument", "Bytes.create", rt.caml_create_bytes, 2147483647)
  local bound = "index out of bounds"
  local v = "\1\2\3\4\5\6\7\248\255"
  b = bytes(v)
  for _, k in ipairs({{"string", v}, {"bytes", b}, {"bytes", frozen(v)}}) do
    local get = function(n) return rt["caml_" .. k[1] .. "_get" .. n] end
    t.eq(get("")(k[2], 0), 1)
    t.eq(get("")(k[2], 8), 255)
    t.eq(get("16")(k[2], 7), 65528)
    t.eq(get("32")(k[2], 0), {255, "_i", 67305985})
    t.eq(get("32")(k[2], 5)[3], -522490)
    t.eq(rt.caml_int64_format("%x", get("64")(k[2], 0)), "f807060504030201")
    t.eq(rt.caml_int64_format("%x", get("64")(k[2], 1)), "fff8070605040302")
    for n, last in pairs({[""] = 9, ["16"] = 8, ["32"] = 6, ["64"] = 2}) do
      t.raises_with("Invalid_argument", bound, get(n), k[2], last)
      t.raises_with("Invalid_argument", bound, get(n), k[2], -1)
      t.raises_with("Invalid_argument", bound, get(n), k[2], -2)
    end
  end
  -- what compiled code does when b[i + 2] gives nothing
  t.eq(v[3], nil, "a string indexed by a number")
  for _, x in ipairs({b, v}) do
    for i = 0, 8 do t.eq(x[i + 2] or rt.rt_byte_at(x, i), v:byte(i + 1)) end
    for _, i in ipairs({-1, -2, -100, 9, 10, 1000000}) do
      t.raises_with("Invalid_argument", bound, rt.rt_byte_at, x, i)
    end
  end
  local frozen_error = "Bytes: a string made into bytes is read-only"
  -- Bytes that are being filled, and what gives them slots.
  local function filled()
    local d = rt.caml_create_bytes(300)
    rt.caml_blit_string("abc", 0, d, 0, 3)
    rt.rt_bytes_put(d, 3, 100)
    rt.caml_blit_string(("x"):rep(200), 50, d, 4, 100)
    rt.caml_fill_bytes(d, 104, 6, 45)
    return d
  end
  local text = "abcd" .. ("x"):rep(100) .. "------"
  local whole = text .. ("\0"):rep(190)
  t.ok(rt.rt_bytes_slice(filled(), 0, 110) == text and rt.rt_bytes_slice(filled(), 100, 20) == whole:sub(101, 120), "slice of pieces")
  local parts = filled()
  t.ok(rt.rt_bytes_slice(parts, 0, 109) == whole:sub(1, 109) and rt.rt_bytes_slice(parts, 109, 1) == "-", "parts of pieces")
  rt.caml_blit_string(("y"):rep(30), 0, parts, 110, 30)
  t.ok(rt.rt_bytes_slice(parts, 1, 139) == (text .. ("y"):rep(30)):sub(2), "more behind parts of pieces")
  t.ok(rt.caml_string_of_bytes(filled()) == whole, "text of pieces")
  t.eq({rt.rt_byte_at(filled(), 1), rt.rt_byte_at(filled(), 299)}, {98, 0})
  t.raises_with("Invalid_argument", bound, rt.rt_byte_at, filled(), 300)
  t.raises_with("Invalid_argument", bound, rt.rt_bytes_store, filled(), 300)
  local d, e = filled(), filled()
  t.eq({rt.caml_bytes_equal(d, e), rt.rt_compare_bytes(filled(), whole), rt.rt_compare_bytes(filled(), filled())}, {1, 0, 0})
  t.ok(rt.caml_string_of_bytes(rt.caml_obj_dup(filled())) == whole, "a copy of pieces")
  d = filled()
  rt.caml_blit_string("yz", 0, d, 1, 2) -- not behind what is filled
  t.ok(rt.caml_string_of_bytes(d) == "ayz" .. whole:sub(4))
  e = rt.caml_create_bytes(400)
  rt.caml_blit_bytes(filled(), 0, e, 0, 110)
  rt.caml_blit_bytes(d, 0, e, 110, 3)
  t.ok(rt.rt_bytes_slice(e, 0, 114) == text .. "ayz\0", "pieces and slots into pieces")
  d = filled()
  rt.caml_blit_bytes(d, 0, d, 2, 108) -- onto itself
  t.ok(rt.caml_string_of_bytes(d) == "ab" .. text:sub(1, 108) .. whole:sub(111))
  for i = 110, 299 do rt.rt_bytes_put(d, i, 46) end
  t.ok(rt.caml_string_of_bytes(d) == "ab" .. text:sub(1, 108) .. ("."):rep(190))
  t.ok(rt.caml_hash(10, 100, 0, filled()) == rt.caml_hash(10, 100, 0, whole), "hash of pieces")
  t.raises_with("Invalid_argument", bound, rt.rt_bytes_store, b, rt.caml_ml_bytes_length(b))
  t.raises_with("Invalid_argument", frozen_error, rt.rt_bytes_store, v)
  for _, call in ipairs({{"caml_bytes_set", v, 0, 1}, {"caml_bytes_set", v, 100, 1}, {"caml_bytes_set16", v, 0, 1},
      {"caml_bytes_set32", v, 0, {255, "_i", 1}}, {"caml_bytes_set64", v, 0, rt.caml_int64_of_string("1")},
      {"caml_fill_bytes", v, 0, 1, 1}, {"caml_blit_string", "a", 0, v, 0, 1}, {"caml_blit_bytes", b, 0, v, 0, 1},
      {"caml_blit_bytes", v, 0, v, 1, 2}}) do
    t.raises_with("Invalid_argument", frozen_error, rt[call[1]], call[2], call[3], call[4], call[5], call[6])
  end
  t.eq(rt.caml_fill_bytes(v, 0, 0, 1), 0, "nothing can be filled in")
  t.eq(rt.caml_blit_string("a", 0, "", 0, 0), 0, "nothing can be copied")
  t.eq(rt.caml_blit_bytes(b, 3, v, 0, 0), 0)
  t.eq(rt.caml_blit_bytes(v, 3, v, 0, 0), 0)
  local zero = function(n) return bytes(string.rep("\0", n)) end
  b = zero(4)
  rt.caml_bytes_set(b, 3, 200)
  rt.caml_bytes_set16(b, 0, 0x1ff02)
  t.eq(b, {-5, 2, 255, 0, 200})
  rt.caml_bytes_set16(b, 1, -2)
  t.eq(b, {-5, 2, 254, 255, 200})
  rt.caml_bytes_set32(b, 0, {255, "_i", -522490})
  t.eq(rt.caml_bytes_get32(b, 0)[3], -522490)
  b = zero(9)
  for _, x in ipairs({"0", "-1", "-1234567890123456789", "9223372036854775807", "-9223372036854775808", "4294967295"}) do
    rt.caml_bytes_set64(b, 1, rt.caml_int64_of_string(x))
    t.eq(rt.caml_int64_format("%d", rt.caml_bytes_get64(b, 1)), x)
    for i = 2, 10 do t.ok(b[i] >= 0 and b[i] <= 255 and b[i] == math.floor(b[i]), "a byte") end
    if math.type then t.eq(math.type(b[9]), "integer") end
  end
  t.raises_with("Invalid_argument", bound, rt.caml_bytes_set, b, 9, 0)
  t.raises_with("Invalid_argument", bound, rt.caml_bytes_set, b, -1, 0)
  t.raises_with("Invalid_argument", bound, rt.caml_bytes_set16, b, 8, 0)
  t.raises_with("Invalid_argument", bound, rt.caml_bytes_set32, b, 6, {255, "_i", 0})
  t.raises_with("Invalid_argument", bound, rt.caml_bytes_set64, b, 2, rt.caml_int64_of_string("0"))
  local words = {"", "a", "ab", "b", "a\0", "\255", "B", "\128a", "_"}
  local order = {"compare", "equal", "notequal", "lessthan", "lessequal", "greaterthan", "greaterequal"}
  for _, x in ipairs(words) do
    for _, y in ipairs(words) do
      local c = x == y and 0 or nil
      for i = 1, math.min(#x, #y) do
        if not c and x:byte(i) ~= y:byte(i) then c = x:byte(i) < y:byte(i) and -1 or 1 end
      end
      c = c or (#x < #y and -1 or 1)
      local want = {c, c == 0 and 1 or 0, c ~= 0 and 1 or 0, c < 0 and 1 or 0, c <= 0 and 1 or 0, c > 0 and 1 or 0, c >= 0 and 1 or 0}
      for i, n in ipairs(order) do
        t.eq(rt["caml_string_" .. n](x, y), want[i], "string_" .. n)
        t.eq(rt["caml_bytes_" .. n](bytes(x), bytes(y)), want[i], "bytes_" .. n)
        t.eq(rt["caml_bytes_" .. n](bytes(x), frozen(y)), want[i], "bytes_" .. n .. ", table and string")
        t.eq(rt["caml_bytes_" .. n](frozen(x), bytes(y)), want[i], "bytes_" .. n .. ", string and table")
        t.eq(rt["caml_bytes_" .. n](frozen(x), frozen(y)), want[i], "bytes_" .. n .. ", strings")
      end
    end
  end
  local function hex(x) return (x:gsub(".", function(c) return string.format("%02x", c:byte()) end)) end
  for _, r in ipairs(t.expect("md5")) do
    local x = s(r[1])
    t.eq(hex(rt.caml_md5_string(x, 0, #x)), r[2], "md5 of " .. r[1])
    t.eq(hex(rt.caml_md5_string("ab" .. x .. "c", 2, #x)), r[2], "md5 of a part")
    for _, f in ipairs({bytes, frozen}) do
      t.eq(hex(rt.caml_md5_bytes(f(x), 0, #x)), r[2], "md5 of bytes")
      t.eq(hex(rt.caml_md5_bytes(f("ab" .. x .. "c"), 2, #x)), r[2], "md5 of a part of bytes")
    end
    local function chan(n) return {255, "_chan", fd = 9, file = {read = function() return nil end}, buf = x, pos = 1, off = n} end
    t.eq(hex(rt.caml_md5_chan(chan(#x), -1)), r[2], "md5 of a channel")
    t.eq(hex(rt.caml_md5_chan(chan(#x), #x)), r[2], "md5 of a channel")
    t.raises_with("End_of_file", nil, rt.caml_md5_chan, chan(#x), #x + 1)
  end
  local function mod251(n)
    local p = {}
    for i = 0, n - 1 do p[i + 1] = string.char(i % 251) end
    return table.concat(p)
  end
  for _, r in ipairs(t.expect("blake2")) do
    local x = mod251(r[1])
    t.eq(hex(rt.caml_blake2_string(r[2], r[3], x, 0, #x)), r[4], "blake2 of " .. r[1])
    for _, f in ipairs({bytes, frozen}) do
      local ctx, whole = rt.caml_blake2_create(r[2], r[3]), f(x)
      for i = 0, #x - 1, 100 do rt.caml_blake2_update(ctx, whole, i, math.min(100, #x - i)) end
      t.eq(hex(rt.caml_blake2_final(ctx, r[2])), r[4], "blake2 in parts of " .. r[1])
      t.eq(hex(rt.caml_blake2_bytes(r[2], r[3], whole, 0, #x)), r[4], "blake2 of bytes, " .. r[1])
    end
  end
end
