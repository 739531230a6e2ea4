-- int32.lua, int64.lua, nativeint.lua: arithmetic, shifts, conversions, against rows computed by OCaml.

return function(rt, t)
  local names = {"add", "sub", "mul", "div", "mod", "and", "or", "xor"}
  local function suite(kind, rows, of_string, format)
    local compare = rt["caml_" .. kind .. "_compare"]
    local function show(v) return format("%d", v) end
    for _, r in ipairs(rows) do
      local a, b = of_string(r[1]), of_string(r[2])
      for i, n in ipairs(names) do
        if r[2 + i] then
          local f = rt["caml_" .. kind .. "_" .. n]
          t.eq(t.attempt(function() return show(f(a, b)) end), r[2 + i], kind .. " " .. n .. " " .. r[1] .. " " .. r[2])
        end
      end
      if r[11] then t.eq(compare(a, b), r[11], kind .. " compare " .. r[1] .. " " .. r[2]) end
    end
  end
  local i32, i64, nat = rt.caml_int32_of_string, rt.caml_int64_of_string, rt.caml_nativeint_of_string
  suite("int32", t.expect("int32"), i32, rt.caml_int32_format)
  suite("int64", t.expect("int64"), i64, rt.caml_int64_format)
  local random = t.expect("int64_random")
  for _, r in ipairs(random) do
    local a, b = i64(r[1]), i64(r[2])
    for i, n in ipairs({"mul", "div", "mod"}) do
      t.eq(t.attempt(function() return rt.caml_int64_format("%d", rt["caml_int64_" .. n](a, b)) end), r[2 + i],
        "int64 " .. n .. " " .. r[1] .. " " .. r[2])
    end
  end
  suite("nativeint", t.expect(t.intwidth == 63 and "int64" or "int32"), nat, rt.caml_nativeint_format)

  -- Results keep their shape: a pair has its low half in [0, 2^32), of the integer subtype.
  local function shape(v)
    if v[2] == "_j" and #v == 4 then
      t.ok(v[4] >= 0 and v[4] < 4294967296 and v[3] >= -2147483648 and v[3] < 2147483648, "halves in range")
    end
    for i = 3, #v do
      if math.type then t.eq(math.type(v[i]), "integer", "subtype") end
      t.ok(v[i] ~= 0 or 1 / v[i] > 0, "no minus zero")
    end
    return v
  end
  local function s64(v) return rt.caml_int64_format("%d", shape(v)) end
  local function s32(v) return rt.caml_int32_format("%d", shape(v)) end
  local function snat(v) return rt.caml_nativeint_format("%d", shape(v)) end
  for _, r in ipairs(t.expect("shift")) do
    local a, n = i64(r[1]), r[2]
    t.eq(s64(rt.caml_int64_shift_left(a, n)), r[3], "shl " .. r[1] .. " " .. n)
    t.eq(s64(rt.caml_int64_shift_right(a, n)), r[4], "sar " .. r[1] .. " " .. n)
    t.eq(s64(rt.caml_int64_shift_right_unsigned(a, n)), r[5], "shr " .. r[1] .. " " .. n)
    local a32, m = rt.caml_int64_to_int32(a), n % 32
    t.eq(s32(rt.caml_int32_shift_left(a32, m)), r[6], "shl32 " .. r[1] .. " " .. m)
    t.eq(s32(rt.caml_int32_shift_right(a32, m)), r[7], "sar32 " .. r[1] .. " " .. m)
    t.eq(s32(rt.caml_int32_shift_right_unsigned(a32, m)), r[8], "shr32 " .. r[1] .. " " .. m)
    local an = rt.caml_int64_to_nativeint(a)
    if t.intwidth == 63 then
      t.eq(snat(rt.caml_nativeint_shift_left(an, n)), r[3])
      t.eq(snat(rt.caml_nativeint_shift_right(an, n)), r[4])
      t.eq(snat(rt.caml_nativeint_shift_right_unsigned(an, n)), r[5])
    else
      t.eq(snat(rt.caml_nativeint_shift_left(an, m)), r[6])
      t.eq(snat(rt.caml_nativeint_shift_right(an, m)), r[7])
      t.eq(snat(rt.caml_nativeint_shift_right_unsigned(an, m)), r[8])
    end
  end
  for _, r in ipairs(t.expect("unary64")) do
    local a = i64(r[1])
    t.eq(s64(rt.caml_int64_neg(a)), r[2], "neg")
    t.eq(s64(rt.caml_int64_bswap(a)), r[3], "bswap64 " .. r[1])
    t.eq(rt.caml_int64_to_float(a), rt.caml_float_of_string(r[4]), "to_float " .. r[1])
    local b = rt.caml_int64_to_int32(a)
    t.eq(s32(b), r[5], "to_int32 " .. r[1])
    t.eq(s32(rt.caml_int32_neg(b)), r[6], "neg32 " .. r[1])
    t.eq(s32(rt.caml_int32_bswap(b)), r[7], "bswap32 " .. r[1])
    t.eq(s64(rt.caml_int64_of_int32(b)), r[5], "of_int32")
    t.eq(s64(rt.caml_int64_of_int(rt.caml_int32_to_int(b))), r[5], "of_int")
    t.eq(snat(rt.caml_nativeint_of_int32(b)), r[5], "nativeint of_int32")
    t.eq(s32(rt.caml_nativeint_to_int32(rt.caml_int64_to_nativeint(a))), r[5], "nativeint to_int32")
    t.eq(s64(rt.caml_int64_of_nativeint(rt.caml_nativeint_of_int32(b))), r[5], "of_nativeint")
    t.eq(rt.caml_int32_to_float(b), rt.caml_float_of_string(r[5]), "int32 to_float")
    t.eq(rt.caml_nativeint_to_float(rt.caml_nativeint_of_int32(b)), rt.caml_float_of_string(r[5]), "nativeint to_float")
    if t.intwidth == 63 then
      t.eq(s64(rt.caml_int64_of_int(rt.caml_int64_to_int(a))), r[1] == "-9223372036854775808" and "0"
        or s64(rt.rt_i64_box(rt.rt_int_wrap(a[3]))))
      t.eq(snat(rt.caml_nativeint_of_int(rt.caml_nativeint_to_int(nat(r[1])))), s64({255, "_j", rt.rt_int_wrap(a[3])}))
      t.eq(snat(rt.caml_nativeint_bswap(nat(r[1]))), r[3], "nativeint bswap")
    else
      t.eq(s32(rt.caml_int32_of_int(rt.caml_int64_to_int(a))), r[5], "to_int")
      t.eq(rt.caml_nativeint_to_int(rt.caml_nativeint_of_int(rt.caml_int32_to_int(b))), rt.caml_int32_to_int(b))
      t.eq(snat(rt.caml_nativeint_bswap(rt.caml_nativeint_of_int32(b))), r[7], "nativeint bswap")
    end
  end
  t.eq(snat(rt.caml_nativeint_neg(nat("5"))), "-5")
  t.eq(snat(rt.caml_nativeint_of_float(t.f(-7) - 0.5)), "-7")
end
