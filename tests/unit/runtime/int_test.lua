-- int.lua and the integer half of format.lua: parsing and printing at every width, against rows computed by OCaml.

return function(rt, t)
  t.eq(rt.caml_int_compare(1, 2), -1)
  t.eq(rt.caml_int_compare(2, 2), 0)
  t.eq(rt.caml_int_compare(3, -3), 1)
  t.eq(rt.caml_bswap16(0x1234), 0x3412)
  t.eq(rt.caml_bswap16(-2), 65279)
  local int63 = t.intwidth == 63
  for _, r in ipairs(t.expect("int_of_string")) do
    local what = "of_string " .. string.format("%q", r[1]) .. " "
    local got = t.attempt(rt.caml_int_of_string, r[1])
    if int63 then
      t.eq(type(got) == "number" and string.format("%d", got) or got, r[2], what .. "int")
      got = t.attempt(function(s) return rt.caml_nativeint_format("%d", rt.caml_nativeint_of_string(s)) end, r[1])
      t.eq(got, (r[4]:gsub("Int64", "Nativeint")), what .. "nativeint")
    else
      t.eq(type(got) == "number" and string.format("%d", got) or got, (r[3]:gsub("Int32.", "int_")), what .. "int")
      got = t.attempt(function(s) return rt.caml_nativeint_format("%d", rt.caml_nativeint_of_string(s)) end, r[1])
      t.eq(got, (r[3]:gsub("Int32", "Nativeint")), what .. "nativeint")
    end
    got = t.attempt(function(s) return rt.caml_int32_format("%d", rt.caml_int32_of_string(s)) end, r[1])
    t.eq(got, r[3], what .. "int32")
    got = t.attempt(function(s) return rt.caml_int64_format("%d", rt.caml_int64_of_string(s)) end, r[1])
    t.eq(got, r[4], what .. "int64")
  end
  for _, r in ipairs(t.expect("format_int")) do
    local v = rt.caml_int64_of_string(r[2])
    local what = "format " .. r[1] .. " " .. r[2]
    local as32 = rt.caml_int64_to_int32(v)
    t.eq(rt.caml_int32_format(r[1], as32), r[4], what .. " int32")
    t.eq(rt.caml_int64_format(r[1], v), r[5], what .. " int64")
    if int63 then
      t.eq(rt.caml_format_int(r[1], rt.caml_int64_to_int(v)), r[3], what .. " int")
      t.eq(rt.caml_nativeint_format(r[1], rt.caml_int64_to_nativeint(v)), r[5], what .. " nativeint")
    else
      t.eq(rt.caml_format_int(r[1], rt.caml_int32_to_int(as32)), r[4], what .. " int")
      t.eq(rt.caml_nativeint_format(r[1], rt.caml_nativeint_of_int32(as32)), r[4], what .. " nativeint")
    end
  end
end
