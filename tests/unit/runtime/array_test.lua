-- array.lua: bounds, tags, sharing, overlap.

return function(rt, t)
  local bound = "index out of bounds"
  local a = {0, 10, 20, 30}
  for _, n in ipairs({"caml_array_get", "caml_array_get_addr", "caml_floatarray_get"}) do
    t.eq(rt[n](a, 2), 30)
    for _, i in ipairs({-1, -2, 3, 1000}) do t.raises_with("Invalid_argument", bound, rt[n], a, i) end
  end
  for _, n in ipairs({"caml_array_set", "caml_array_set_addr", "caml_floatarray_set"}) do
    t.eq(rt[n](a, 1, 21), 0)
    for _, i in ipairs({-1, -2, 3, 1000}) do t.raises_with("Invalid_argument", bound, rt[n], a, i, 5) end
  end
  t.eq(a, {0, 10, 21, 30})
  t.eq(rt.caml_array_unsafe_get(a, 0), 10)
  t.eq(rt.caml_array_unsafe_set(a, 0, 11), 0)
  t.eq(a[2], 11)
  for _, n in ipairs({0, 1, 7, 8, 9, 100, 5000}) do
    local m = rt.caml_array_make(n, 3)
    t.eq(m[1], 0)
    t.eq(#m, n + 1)
    for i = 2, n + 1 do if m[i] ~= 3 then t.ok(false, "make") end end
    m = rt.caml_array_make(n, 2.5)
    t.eq(m[1], n == 0 and 0 or 254)
    t.eq(#m, n + 1)
    m = rt.caml_floatarray_create(n)
    t.eq(m[1], n == 0 and 0 or 254)
    t.eq(#m, n + 1)
    if n > 0 then t.eq(m[n + 1], t.f(0)) end
    for i = 1, n do m[i + 1] = i end
    if n > 2 then
      local s = rt.caml_array_sub(m, 1, n - 2)
      t.eq(#s, n - 1)
      t.eq(s[2], 2)
      t.eq(s[n - 1], n - 1)
      t.eq(s[1], 254)
    end
    t.eq(rt.caml_array_sub(m, n, 0), {0})
    local two = rt.caml_array_append(m, m)
    t.eq(#two, 2 * n + 1)
    if n > 0 then t.eq(two[2 * n + 1], n) end
  end
  if t.subtypes then t.eq(rt.caml_array_make(2, 1.0)[1], 254) end
  t.eq(rt.caml_uniform_array_make(2, 1.5)[1], 0)
  t.eq(rt.caml_floatarray_make(2, t.f(1)), {254, t.f(1), t.f(1)})
  t.raises_with("Invalid_argument", "Array.make", rt.caml_make_vect, -1, 0)
  t.raises_with("Invalid_argument", "Float.Array.create", rt.caml_floatarray_create, -1)
  local most = rt.caml_sys_const_max_wosize(0)
  t.raises_with("Invalid_argument", "Array.make", rt.caml_make_vect, most + 1, 0)
  t.raises_with("Invalid_argument", "Float.Array.create", rt.caml_floatarray_create, most + 1)
  if most > 536870911 or rt.rt_is_luajit or rt.rt_pcall_bars_yield then
    t.ok(t.raises(rt.caml_make_vect, most, 0) == rt.caml_exn_Out_of_memory)
  end
  t.eq(rt.caml_make_array({0, 1.5, 2.5})[1], 254)
  t.eq(rt.caml_make_array({0, 1, 2})[1], 0)
  t.eq(rt.caml_make_array({0, "a"})[1], 0)
  t.eq(rt.caml_make_array({0}), {0})
  t.eq(rt.caml_array_append({0}, {0, 1}), {0, 1})
  t.eq(rt.caml_array_append({0, 1}, {0}), {0, 1})
  t.eq(rt.caml_array_append({0}, {0}), {0})
  t.eq(rt.caml_array_append({0, 1}, {0, 2, 3}), {0, 1, 2, 3})
  t.eq(rt.caml_array_append({254, 1.5}, {254, 2.5}), {254, 1.5, 2.5})
  t.eq(rt.caml_array_concat(0), {0})
  t.eq(rt.caml_array_concat({0, {0}, {0, {0, 1, 2}, {0, {0}, {0, {0, 3}, 0}}}}), {0, 1, 2, 3})
  t.eq(rt.caml_array_concat({0, {254, 1.5}, {0, {254, 2.5}, 0}}), {254, 1.5, 2.5})
  a = {0, 0, 1, 2, 3, 4, 5, 6, 7}
  rt.caml_array_blit(a, 0, a, 2, 5)
  t.eq(a, {0, 0, 1, 0, 1, 2, 3, 4, 7})
  rt.caml_array_blit(a, 2, a, 1, 6)
  t.eq(a, {0, 0, 0, 1, 2, 3, 4, 7, 7})
  rt.caml_array_blit({0, 9, 8}, 0, a, 0, 2)
  t.eq(a, {0, 9, 8, 1, 2, 3, 4, 7, 7})
  rt.caml_array_blit(a, 0, a, 8, 0)
  rt.caml_array_fill(a, 6, 2, 5)
  t.eq(a, {0, 9, 8, 1, 2, 3, 4, 5, 5})
end
