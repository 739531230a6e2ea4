-- compare.lua against OCaml; then depth, functional values, custom blocks, objects, bytes.

return function(rt, t)
  local names = {"caml_compare", "caml_equal", "caml_lessthan", "caml_lessequal", "caml_greaterthan", "caml_greaterequal"}
  local rows = t.expect("compare", rt.caml_int32_of_string, rt.caml_int64_of_string, rt.caml_nativeint_of_string, rt.lua_nan,
    rt.lua_huge, rt.lua_negzero)
  for i, r in ipairs(rows) do
    for k, n in ipairs(names) do t.eq(rt[n](r[1], r[2]), r[2 + k], n .. " row " .. i) end
    t.eq(rt.caml_notequal(r[1], r[2]), 1 - r[4], "caml_notequal row " .. i)
  end
  local compare, equal = rt.caml_compare, rt.caml_equal
  -- Both tags of a float array are alike.
  t.eq(equal({0, t.f(1), t.f(2)}, {254, t.f(1), t.f(2)}), 1)
  t.eq(compare({254, t.f(1), t.f(3)}, {0, t.f(1), t.f(2)}), 1)
  -- Depth: to the right, to the left, and both.
  local function right(n, last)
    local l = last
    for i = 1, n do l = {0, i, l} end
    return l
  end
  t.eq(compare(right(200000, 0), right(200000, 0)), 0, "long lists")
  t.eq(compare(right(200000, 1), right(200000, 2)), -1, "long lists")
  local function left(n, last)
    local l = last
    for i = 1, n do l = {0, l, i} end
    return l
  end
  t.eq(compare(left(200000, 0), left(200000, 0)), 0, "deep trees")
  t.eq(equal(left(200000, 1), left(200000, 2)), 0, "deep trees")
  t.raises_with("Out_of_memory", nil, compare, left(1100000, 0), left(1100000, 0))
  -- Functional and abstract values raise, when they are reached.
  local f = function() end
  t.raises_with("Invalid_argument", "compare: functional value", equal, f, f)
  t.eq(compare(f, f), 0, "physically equal")
  t.raises_with("Invalid_argument", "compare: functional value", compare, {0, 1, f}, {0, 1, print})
  t.eq(compare({0, 1, f}, {0, 2, print}), -1)
  t.eq(compare(1, f), -1)
  t.eq(compare(f, 1), 1)
  t.raises_with("Invalid_argument", "compare: abstract value", compare, {251, 1}, {251, 2})
  t.raises_with("Invalid_argument", "compare: abstract value", equal, {255, "_x"}, {255, "_x"})
  t.raises_with("Invalid_argument", "compare: continuation value", equal, {245, 1}, {245, 2})
  local ops = {compare = function(a, b, total) return a.k < b.k and -1 or a.k > b.k and 1 or total and 0 or nil end}
  t.eq(compare({255, "_x", k = 1, ops = ops}, {255, "_x", k = 2, ops = ops}), -1)
  t.eq(equal({255, "_x", k = 2, ops = ops}, {255, "_x", k = 2, ops = ops}), 0, "unordered")
  t.eq(compare({255, "_i", 5}, {255, "_n", 4}), -1)
  local chan = {255, "_chan", fd = 3}
  t.eq(equal(chan, chan), 1)
  t.eq(equal(chan, {255, "_chan", fd = 4}), 0)
  -- Objects by id, forward values by what they point to, bytes by content.
  t.eq(compare({248, {0}, 3}, {248, {0, 1}, 4}), -1)
  t.eq(equal({248, {0}, 3}, {248, {0, 1}, 3}), 1)
  t.eq(equal({0, {250, 5}}, {0, 5}), 1)
  t.eq(compare({0, "a"}, {0, {250, "b"}}), -1)
  local b, frozen = rt.rt_bytes_table, rt.caml_bytes_of_string
  t.eq(compare(b("abc"), b("abd")), -1)
  t.eq(compare(b("abc"), b("ab")), 1)
  t.eq(equal(b("abc"), b("abc")), 1)
  local less, more = rt.caml_lessthan, rt.caml_greaterequal
  for _, f in ipairs({b, frozen}) do
    for _, g in ipairs({b, frozen}) do
      local function nest(x) return {0, 1, {0, x, 2}} end
      t.eq(equal(f("abc"), g("abc")), 1, "equal bytes in either form")
      t.eq(compare(f("abc"), g("abc")), 0)
      t.eq(rt.caml_notequal(f(""), g("")), 0)
      t.eq(compare(nest(f("abc")), nest(g("abc"))), 0)
      t.eq(equal(nest(f("abc")), nest(g("abc"))), 1)
      t.eq(equal(nest(f("abc")), nest(g("abd"))), 0)
      for _, p in ipairs({{"abc", "abd"}, {"ab", "abc"}, {"", "a"}, {"a\127", "a\128"}, {"B", "a"}, {"Z\255", "_"}}) do
        t.eq({compare(f(p[1]), g(p[2])), compare(f(p[2]), g(p[1]))}, {-1, 1}, "order of bytes in either form")
        t.eq({compare(nest(f(p[1])), nest(g(p[2]))), compare(nest(f(p[2])), nest(g(p[1])))}, {-1, 1}, "nested")
        t.eq({less(f(p[1]), g(p[2])), less(f(p[2]), g(p[1])), more(f(p[1]), g(p[2])), more(f(p[2]), g(p[1]))}, {1, 0, 0, 1})
      end
    end
    t.eq(compare(f("a"), {0, 1}), 1)
    t.eq(compare({0, f("a")}, {0, 5}), 1)
  end
  t.eq(compare({0, 1}, "x"), -1)
  -- Unordered within a block: physical equality doesn't count for =.
  local n = {0, rt.lua_nan}
  t.eq(equal(n, n), 0)
  t.eq(compare(n, n), 0)
  t.eq(rt.caml_lessthan(n, n), 0)
  t.eq(rt.caml_greaterequal(n, n), 0)
end
