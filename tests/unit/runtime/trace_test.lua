-- rt_trace: what is written of a call, of one that raises, and of those within.
return function(rt, t)
  local written = {}
  local err = rt.rt_fds[2]
  rt.rt_fds[2] = {write = function(_, text) written[#written + 1] = text end}
  local function trace(f, ...)
    written = {}
    rt.rt_drive(rt.rt_trace(f, "f"), ...)
    return table.concat(written)
  end
  local function show(v) return (trace(function() return 0 end, v):gsub("^f%((.*)%) = 0\n$", "%1")) end

  t.eq(trace(function(a, b) return a + b end, 1, 2), "f(1, 2) = 3\n")
  t.eq(trace(function() rt.caml_failwith("no") end), 'f() raises Failure("no")\n')
  t.eq(trace(function() rt.caml_raise_not_found() end, 0), "f(0) raises Not_found\n")
  t.eq(trace(function() error({["rt_exit"] = 3}) end, 3), "f(3) exits\n")
  local inner = rt.rt_trace(function(x) return x end, "g")
  t.eq(trace(function(x) return inner(x) end, 1), "f(1)\n  g(1) = 1\nf = 1\n")
  t.eq(trace(function(x) return inner(inner(x)) end, 1), "f(1)\n  g(1) = 1\n  g(1) = 1\nf = 1\n")

  t.eq(show(-1), "-1")
  t.eq(show(0.5), "0.5")
  t.eq(show(t.f(3)), t.subtypes and "3." or "3")
  t.eq(show("a\"\n\1\200"), '"a\\"\\n\\001\\200"')
  t.eq(show(("x"):rep(41)), '"' .. ("x"):rep(40) .. '"...')
  t.eq(show(rt.rt_bytes_table("ab")), 'bytes "ab"')
  t.eq(show(rt.rt_bytes_table(("x"):rep(41))), 'bytes "' .. ("x"):rep(40) .. '"...')
  t.eq(show({0, 1, {3, "a", {0, 2, {0, 1}}}}), '(1, tag 3 ("a", (...)))')
  t.eq(show({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}), "(1, 2, 3, 4, 5, 6, 7, 8, ...)")
  t.eq(show({0}), "()")
  t.eq(show({254, 0.5}), "tag 254 (0.5)")
  t.eq(show(rt.caml_exn_Not_found), "Not_found")
  t.eq(show(print), "<fun>")
  t.eq(show(rt.caml_int32_of_int(-5)), "-5l")
  t.eq(show(rt.caml_int64_of_int(-5)), "-5L")
  t.eq(show(rt.caml_nativeint_of_int(5)), "5n")
  t.eq(show({255, "_bigarr02"}), "<_bigarr02>")
  t.eq(show({255, "_chan", fd = 1}), "<channel 1>")
  t.eq(show(true), "<boolean>")
  rt.rt_fds[2] = err
end
