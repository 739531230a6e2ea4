-- The library Lua, seen from Lua: expectations are written here.
local failures = 0
local function check(name, got, expected)
  if got ~= expected then
    failures = failures + 1
    print(("%s: %s, expected %s"):format(name, tostring(got), tostring(expected)))
  end
end
local function message(f, ...)
  local ok, why = pcall(f, ...)
  return ok and "no error" or why
end

local globals = {}
for key in pairs(_G) do globals[key] = true end
local m = dofile("interop.lua")
for key in pairs(_G) do check("global " .. tostring(key), globals[key], true) end

check("shout", m.shout("hey"), "HEY!")
check("add", m.add(2, 3), 5)
check("half", m.half(3), 1.5)
check("negate", m.negate(true), false)
check("negate nil", m.negate(nil), true)
check("mirror", m.mirror({x = 1, y = 2.5}).x, 2.5)
check("default", m.default(nil), -1)
check("default 3", m.default(3), 3)
check("maybe", m.maybe(0), nil)
check("maybe 4", m.maybe(4), 4)
check("twice", m.twice(function(n) return n * 3 end, 5), 45)
check("adder", m.adder(3)(4), 7)
check("thunk", m.thunk(), "thunk")
check("reverse", select("#", m.reverse(1, nil, false)), 3)
check("reverse 1", (m.reverse(1, nil, false)), false)
check("count", m.count(nil, nil, nil), 3)
check("deep", m.deep(200000), 200000)
check("sorted", table.concat(m.sorted({3, 1, 2}), " "), "3 2 1")
check("number", m.number, 42)
check("no", m.no, false)
check("text", m.text, "a\0b\255")
local t = {}
check("same", m.same(t, t), true)
check("not same", m.same(t, {}), false)
check("all", m.all({1, 2, a = 3, b = false}), 4)
check("method", m.method_({name = function(self, ...) return select("#", ...) end}), 3)
check("kinds", m.kinds({true, false, 1, "", {}, print, coroutine.create(function() end)}), "boolean boolean number string table function thread")

-- Errors, both ways.
check("fail", message(m.fail), 'Failure("bad")')
check("mine", message(m.mine, 3), "Interop.Mine(3)")
check("too few", message(m.add, 1), "integer expected, got nil")
check("string", message(m.add, "1", 2), "integer expected, got string")
check("fraction", message(m.add, 1.5, 2), "integer expected, got number")
check("wide", message(m.add, 2 ^ 53, 2), "integer expected, got number")
check("throw", message(m.throw, "x"), "x")
check("index nil", message(m.mirror, nil):match("attempt to index"), "attempt to index")
check("error", m.caught(function() error("oops", 0) end), "Error oops")
check("value", m.caught(function() return 5 end), "value 5")
check("table", m.caught(function() error({}) end):match("^Error table"), "Error table")
check("through Lua", m.caught(function() m.mine(7) end), "Mine 7")
check("through sort", m.caught(function() m.sorted({1, 13, 2}) end), "Mine 13")
check("nested", m.caught(function() return m.caught(function() m.fail() end) end), "value Failure bad")
check("after errors", m.deep(100000), 100000)

-- What a function yields that OCaml code has called is the host's; `answer` is what it gets for it.
local function asks(name, f, answer)
  local yielded = {}
  local co = coroutine.create(function() return m[name](f) end)
  local ok, v = coroutine.resume(co)
  while ok and coroutine.status(co) ~= "dead" do
    yielded[#yielded + 1] = tostring(v)
    m.deep(1000) -- meanwhile
    ok, v = coroutine.resume(co, answer)
  end
  return ("%s: %s"):format(table.concat(yielded, " "), tostring(v))
end
local function ask(x) return (coroutine.yield(x)) end
check("yield", asks("asks", ask, "r"), "a b: rr")
check("yield far below", asks("asks_below", ask, "r"), "below: r!")
check("yield through Lua and OCaml", asks("asks_nested", ask, "r"), "nested: r")
check("yield of a method", asks("asks_method", {ask = function() return coroutine.yield() end}, "r"), "nil nil: rr")
check("yield a table", asks("asks_all", function(x) return (coroutine.yield({})) end, "r"):match(".*: (.*)"), "r,r,r")
check("yield a function", asks("asks_all", function(x) return (coroutine.yield(print)) end, "r"):match(".*: (.*)"), "r,r,r")
check("yield many", asks("asks_all", function(x) return (select(9, coroutine.yield(nil, 2, 3, 4, 5, 6, 7, 8, x))) end, nil):match(".*: (.*)"),
  "string expected, got nil")
check("yield in a try", asks("tries", ask, "r"), "try: r")
-- No Lua can yield through table.sort, or outside a coroutine.
check("yield in table.sort", asks("asks_in_sort", ask, "r"):match("attempt to yield"), "attempt to yield")
check("yield outside", message(m.asks, ask):match("attempt to yield"), "attempt to yield")
check("two at once", (function()
  local a = coroutine.wrap(function() return m.asks(ask) end)
  local b = coroutine.wrap(function() return m.asks_nested(ask) end)
  return table.concat({a(), b(), a("1"), b("2"), a("3")}, " ")
end)(), "a nested b 2 13")
-- A host that OCaml code runs in: it resumes one coroutine from there, and from outside.
local other = coroutine.wrap(function() return m.asks(ask) end)
check("resumed from OCaml", m.caught(function() return other() end), "value a")
check("and from outside", other("1"), "b")
check("and from far below", asks("asks_below", function() return other("2") end, "r"), ": 12!")
check("exceptions are what they were", m.caught(function() m.mine(7) end), "Mine 7")
check("after yields", m.deep(100000), 100000)

print(failures == 0 and "ok" or failures .. " failures")
if failures > 0 then error("failed", 0) end
