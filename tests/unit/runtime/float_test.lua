-- float.lua, float_text.lua, float_math.lua and caml_format_float, against rows computed by OCaml.

return function(rt, t)
  local of_bits, bits = rt.rt_bits_double, rt.rt_double_bits
  local function h(s) return rt.caml_float_of_string(s) end
  for _, r in ipairs(t.expect("float_of_string")) do
    local want = r[2]
    if r[3] then want = of_bits(r[2], r[3]) elseif want == "nan" then want = rt.lua_nan else want = "Failure " .. want end
    t.eq(t.attempt(rt.caml_float_of_string, r[1]), want, "float_of_string " .. string.format("%q", r[1]))
  end
  for _, r in ipairs(t.expect("format_float")) do
    local x = of_bits(r[1], r[2])
    t.eq(rt.caml_format_float(r[3], x), r[4], "format_float " .. r[3])
  end
  for _, r in ipairs(t.expect("hexstring")) do
    t.eq(rt.caml_hexstring_of_float(of_bits(r[1], r[2]), r[3], r[4]), r[5], "hexstring " .. r[3])
  end
  t.eq(rt.caml_format_float("%a", t.f(-3)), "-0x1.8p+1")
  t.eq(rt.caml_format_float("%A", 0.5), "0X1P-1")
  t.eq(rt.caml_format_float("%12.2a", 1.5), "   0x1.80p+0")
  t.eq(rt.caml_format_float("%5.1f", rt.lua_nan), "  nan")
  t.eq(rt.caml_format_float("%-6g", -rt.lua_huge), "-inf  ")
  t.eq(rt.caml_format_float("%06g", rt.lua_huge), "   inf")
  for _, r in ipairs(t.expect("float_exact")) do
    t.eq(rt["caml_" .. r[1] .. "_float"](of_bits(r[2], r[3])), of_bits(r[4], r[5]), r[1])
  end
  for _, r in ipairs(t.expect("float_misc")) do
    local x = of_bits(r[1], r[2])
    local what = " of bits " .. r[1] .. " " .. r[2]
    local hi, lo = bits(x)
    t.eq(hi, r[1], "bits")
    t.eq(lo, r[2], "bits")
    local nan = x ~= x
    t.eq(rt.caml_frexp_float(x), {0, of_bits(r[3], r[4]), x - x ~= 0 and 0 or r[5]}, "frexp" .. what)
    t.eq(rt.caml_ldexp_float(of_bits(r[3], r[4]), r[5]), x, "ldexp" .. what)
    t.eq(rt.caml_modf_float(x), {0, of_bits(r[6], r[7]), of_bits(r[8], r[9])}, "modf" .. what)
    t.eq(rt.caml_classify_float(x), r[10], "classify" .. what)
    t.eq(rt.caml_int32_bits_of_float(x), {255, "_i", r[11]}, "int32 bits" .. what)
    t.eq(rt.caml_int32_float_of_bits({255, "_i", r[11]}), of_bits(r[12], r[13]), "single" .. what)
    t.eq(rt.caml_nextafter_float(x, rt.lua_huge), of_bits(r[14], r[15]), "succ" .. what)
    t.eq(rt.caml_nextafter_float(x, -rt.lua_huge), of_bits(r[16], r[17]), "pred" .. what)
    if t.subtypes or x ~= math.floor(x) then t.eq(rt.caml_hash(10, 100, 0, x), r[18], "hash" .. what) end
    local n = rt.caml_int_of_float(x)
    if t.intwidth == 63 then
      t.eq(string.format("%d", n), r[19], "int_of_float" .. what)
    elseif x - x == 0 and x > -4e18 and x < 4e18 then
      t.eq(n, rt.caml_int64_to_int(rt.caml_int64_of_string(r[19])), "int_of_float" .. what)
    end
    t.eq(rt.caml_int32_of_float(x)[3], r[20], "Int32.of_float" .. what)
    t.eq(rt.caml_int64_format("%d", rt.caml_int64_of_float(x)), r[21], "Int64.of_float" .. what)
    local b = rt.caml_int64_bits_of_float(x)
    t.eq(rt.caml_int64_float_of_bits(b), x, "bits round trip" .. what)
    t.eq(rt.caml_int64_format("%x", b), rt.caml_int64_format("%x", rt.caml_int64_of_string(
      "0x" .. string.format("%08x%08x", r[1] % 4294967296, r[2]))), "Int64.bits_of_float" .. what)
    t.eq(rt.caml_signbit_float(x), r[1] < 0 and 1 or 0, "signbit" .. what)
    t.ok(not nan)
  end
  for _, r in ipairs(t.expect("float_math")) do
    local got, want = rt["caml_" .. r[1] .. "_float"](h(r[2])), h(r[3])
    t.near(got, want, r[1] .. " " .. r[2], 8)
    if want == 0 then t.eq(got, want, r[1] .. " " .. r[2]) end
    if math.type then t.eq(math.type(got), "float", r[1] .. " " .. r[2]) end
  end
  for _, r in ipairs(t.expect("float_math2")) do
    t.near(rt["caml_" .. r[1] .. "_float"](h(r[2]), h(r[3])), h(r[4]), r[1] .. " " .. r[2] .. " " .. r[3], 1)
  end
  for _, r in ipairs(t.expect("fma")) do
    t.eq(rt.caml_fma_float(h(r[1]), h(r[2]), h(r[3])), h(r[4]), "fma " .. r[1] .. " " .. r[2] .. " " .. r[3])
  end
  local nan = rt.lua_nan
  t.eq(rt.caml_float_compare(nan, nan), 0)
  t.eq(rt.caml_float_compare(nan, -1e300), -1)
  t.eq(rt.caml_float_compare(1.5, nan), 1)
  t.eq(rt.caml_float_compare(0.5, 1.5), -1)
  for _, p in ipairs({{1.5, 2.5}, {2.5, 2.5}, {nan, 1.5}}) do
    local x, y = p[1], p[2]
    t.eq(rt.caml_eq_float(x, y), x == y and 1 or 0)
    t.eq(rt.caml_neq_float(x, y), x ~= y and 1 or 0)
    t.eq(rt.caml_lt_float(x, y), x < y and 1 or 0)
    t.eq(rt.caml_le_float(x, y), x <= y and 1 or 0)
    t.eq(rt.caml_gt_float(x, y), x > y and 1 or 0)
    t.eq(rt.caml_ge_float(x, y), x >= y and 1 or 0)
  end
  t.eq(rt.caml_float_of_int(3), t.f(3))
  t.eq(rt.caml_int_of_float(nan), 0)
  t.eq(rt.caml_add_float(1.5, 2.25), 3.75)
  t.eq(rt.caml_sub_float(1.5, 2.25), -0.75)
  t.eq(rt.caml_mul_float(1.5, 2.5), 3.75)
  t.eq(rt.caml_div_float(1.5, 0.5), t.f(3))
end
