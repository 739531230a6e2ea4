-- hash.lua against hashes computed by OCaml. Floats only where the Lua tells them from ints.

return function(rt, t)
  local rows = t.expect("hash", rt.caml_int32_of_string, rt.caml_int64_of_string, rt.caml_nativeint_of_string, rt.lua_nan,
    rt.lua_huge, rt.lua_negzero)
  for i, r in ipairs(rows) do
    if t.subtypes or not r[6] then
      t.eq(rt.caml_hash(r[2], r[3], r[4], r[1]), r[5], "hash row " .. i)
      if type(r[1]) == "string" then
        t.eq(rt.caml_string_hash(r[4], r[1]), r[5], "string_hash row " .. i)
        t.eq(rt.caml_hash(r[2], r[3], r[4], rt.caml_bytes_of_string(r[1])), r[5], "hash of bytes, row " .. i)
        local b = rt.rt_bytes_table(r[1])
        t.eq(rt.caml_hash(r[2], r[3], r[4], b), r[5], "hash of a table of bytes, row " .. i)
        t.eq(rt.caml_hash(r[2], r[3], r[4], {0, b}), rt.caml_hash(r[2], r[3], r[4], {0, r[1]}), "nested bytes, row " .. i)
        t.eq(rt.caml_string_hash(r[4], b), r[5], "string_hash of bytes, row " .. i)
      end
    end
  end
  -- of what is known to be a float, on every Lua
  t.eq(rt.rt_hash_float(10, 100, 0, t.f(0)), 0x0f478b8c)
  t.eq(rt.rt_hash_float(10, 100, 0, 1 / 0), 0x23ea56fb)
  t.eq(rt.rt_hash_float(0, 100, 0, t.f(2)), rt.caml_hash(0, 100, 0, t.f(2)))
  local h = function(v) return rt.caml_hash(10, 100, 0, v) end
  t.eq(h(t.f(0)), h(rt.lua_negzero), "zeros hash alike")
  t.eq(h({0, rt.lua_negzero}), h({0, t.f(0)}))
  t.eq(h(h), h(print), "closures")
  local loop = {250}
  loop[2] = loop
  t.eq(h(loop), rt.caml_hash(0, 100, 0, 0), "a forward loop ends")
  t.eq(h({250, {250, "x"}}), h("x"), "forward links are followed")
  t.eq(h({248, {0}, 7}), rt.caml_hash(10, 100, 0, {248, {0, 1}, 7}), "objects hash by their id")
  local cyclic = {0, 1}
  cyclic[3] = cyclic
  t.ok(h(cyclic) >= 0, "cyclic values end")
  t.eq(h({255, "_x", ops = {hash = function() return 5 end}}), h({255, "_y", ops = {hash = function() return 5 end}}))
end
