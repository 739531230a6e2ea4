-- What a Lua can do, as far as the compiler's output depends on it: one line
-- `PASS|FAIL|SKIP NAME: what was found` for each capability, in an order that doesn't
-- change. PASS: it's there; FAIL: it isn't, or its limit is too low; SKIP: this host
-- has no way to ask. Which of them a target needs is said in scripts/lua-port and README.md.
--   LUA probe.lua [-NAME...]    -NAME: leave NAME out (the interpreter dies of it)
-- It's in 5.1 syntax, needs no file beside it and stands any error; other syntax and
-- the limits are tried by loading text. Limits are sought below a bound where no known
-- Lua crashes: LuaJIT's process dies of some 30000 nested resumes.

local write = function(line) print(line) end
if io and io.stdout then
  write = function(line)
    io.stdout:write(line, "\n")
    io.stdout:flush()
  end
end
local compile = loadstring or load
local unpack = unpack or table.unpack
local rep, format, concat, floor = string.rep, string.format, table.concat, math.floor

local order, probes = {}, {}
local function probe(name, f)
  order[#order + 1] = name
  probes[name] = f
end

-- The first line of an error, without its place.
local function brief(e)
  if type(e) ~= "string" then return "an error of type " .. type(e) end
  local text = e:gsub("\n.*", ""):gsub("^t:%d+: ", ""):gsub("^[^:]*probe%.lua:%d+: ", "")
  return (text:sub(1, 90):gsub("[^\32-\126]", "?"))
end

-- What the chunk `text` returns, or raises.
local function run(text)
  local f, e = compile(text, "=t")
  if not f then error(brief(e), 0) end
  return f()
end

-- Texts in %q are the same on every Lua but for control characters.
local function show(v)
  if type(v) == "string" then return (format("%q", v):gsub("[%c\127-\255]", "?")) end
  if type(v) == "number" and v ~= floor(v) then return format("%.17g", v) end
  return tostring(v)
end

-- Passes when the chunk `text` loads; its result is shown. `want`: and only when it's that.
local function syntax(name, text, want)
  probe(name, function()
    local f, e = compile(text, "=t")
    if not f then return false, brief(e) end
    local value = f()
    return want == nil or value == want, value == nil and "yes" or show(value)
  end)
end

-- The largest n of 1 .. bound for which try(n) doesn't raise, and that it's `need` at least.
local function limit(name, need, bound, try)
  probe(name, function()
    local best, beyond = 0, bound + 1
    if pcall(try, bound) then
      best = bound
    else
      -- From below: what fails for a large n may be slow.
      local n = 8
      while n < bound and pcall(try, n) do
        best = n
        n = n * 2
      end
      if n < beyond then beyond = n end
      while beyond - best > 1 do
        local n = floor((best + beyond) / 2)
        if pcall(try, n) then best = n else beyond = n end
      end
    end
    return best >= need, best .. (best == bound and " or more" or "") .. " (" .. need .. " needed)"
  end)
end

-- f(1) .. f(n), with `between`.
local function list(n, f, between)
  local t = {}
  for i = 1, n do t[i] = f(i) end
  return concat(t, between or "")
end

-- A limit of the text: it must load.
local function loads(name, need, bound, text)
  limit(name, need, bound, function(n)
    local f, e = compile(text(n), "=t")
    if not f then error(e, 0) end
  end)
end

-- A limit of the machine: f(n) inside a coroutine, where every program runs.
local function depth(name, need, bound, f)
  limit(name, need, bound, function(n)
    local co = coroutine.create(f)
    local ok, e = coroutine.resume(co, n)
    if not ok then error(e, 0) end
    if e ~= n then error("wrong result", 0) end
  end)
end

-- The identity of this Lua.

probe("version", function() return true, tostring(_VERSION) .. (jit and " " .. tostring(jit.version):match("^%a* %d*%.%d*") or "") end)
probe("jit", function()
  if not jit then return false, "none" end
  return true, jit.status and jit.status() and "on" or "off"
end)

-- Numbers.

probe("doubles", function()
  local big = 2 ^ 53
  local ok = big + 1 == big and big - 1 ~= big and 0.1 + 0.2 ~= 0.3 and 2 ^ 1023 < math.huge and 2 ^ -1074 > 0
  return ok, ok and "64 bits" or "not IEEE doubles"
end)
probe("integer_width", function()
  if not math.type then return false, "no integer subtype" end
  local n, bits = 1, 1
  while n > 0 and bits < 200 do n, bits = n * 2, bits + 1 end
  return bits == 64, bits .. " bits"
end)
probe("integer_wraps", function()
  if not math.maxinteger then return nil, "no math.maxinteger" end
  return math.maxinteger + 1 == math.mininteger and math.maxinteger * 2 == -2, show(math.maxinteger + 1)
end)
probe("subtypes_kept", function()
  if not math.type then return nil, "no math.type" end
  local kinds = {math.type(3), math.type(3.0), math.type(6 / 2), math.type(7 % 2), math.type(2 ^ 2), math.type(floor(3.0)), math.type(2 - 2.0)}
  local found = concat(kinds, " ")
  return found == "integer float float integer float integer float", found
end)
probe("text_of_specials", function() -- the runtime writes them by hand
  local nan, inf = math.huge - math.huge, math.huge
  local sign = tostring(nan):gsub("^-", "")
  return true, concat({sign, tostring(inf), tostring(-inf), tostring(-1 / inf), tostring(2 ^ 53), tostring(1e15)}, " ")
end)
probe("nan_and_minus_zero", function()
  local nan, zero = math.huge - math.huge, -1 / math.huge
  local ok = nan ~= nan and not (nan < nan) and not (nan >= 1) and zero == 0 and 1 / zero == -math.huge
  return ok, ok and "as IEEE has them" or "wrong"
end)
syntax("minus_zero_literal", "local z = 0.0 return 1 / -0.0 < 0 and 1 / z > 0", true) -- 5.1 merges the constants
probe("format_17g", function()
  local values = {0.1, 1 / 3, 2 ^ 0.5, 5e-324, 1.7976931348623157e308, 2 ^ 63, 123456789.123456789, -2.5e-10}
  for i = 1, #values do
    local text = format("%.17g", values[i])
    if tonumber(text) ~= values[i] then return false, text .. " is read as another number" end
  end
  return format("%.17g", 0.1) == "0.10000000000000001", format("%.17g", 0.1)
end)
probe("format_c", function()
  local found = format("%d|%5.2f|%-4d|%05d|%x|%e|%g", 7, 3.14159, 8, 42, 255, 12345.678, 1e20)
  return found == "7| 3.14|8   |00042|ff|1.234568e+04|1e+20", found
end)
syntax("format_hex_float", "return string.format('%a', 1)")
syntax("format_d_of_fraction", "return string.format('%d', 3.5)")
syntax("format_s_of_nul", "return #string.format('%s', 'a\\0b')", 3)
syntax("number_hex", "return tonumber('0xff') == 255 and 0xffffffff", 4294967295)
syntax("number_hex_float", "return 0x1p4 == 16 and tonumber('0x1p4') == 16", true)
syntax("number_hex_long", "return string.format('%.17g', 0xffffffffffffffff)")
probe("number_long", function()
  local n = tonumber("123456789012345678901234567890")
  local digits = tonumber("0." .. rep("0", 150) .. "1" .. rep("0", 150) .. "1")
  return n == 123456789012345678901234567890 and n > 1.2e29 and digits == 1e-151, format("%.17g", n or 0)
end)
syntax("number_maxint", "return string.format('%.0f', 9007199254740993)")
probe("modulo", function()
  return -7 % 3 == 2 and 7 % -3 == -2 and -7.5 % 2 == 0.5 and math.fmod(-7, 3) == -1, concat({-7 % 3, 7 % -3, math.fmod(-7, 3)}, " ")
end)
syntax("modulo_by_zero", "local z = 0 return tostring(7 % z):gsub('-', '')")
syntax("log_base", "return math.log(8, 2)", 3)
syntax("integer_division", "return 7 // 2 == 3 and -7 // 2 == -4", true)
syntax("bit_operators", "return (7 & 2) | (1 ~ 3) | (1 << 4) | (256 >> 3) | (~0 & 64)", 114)
syntax("bit_library", "return require('bit').tobit(2 ^ 32 - 1)", -1)
syntax("bit32_library", "return bit32.band(-1, 255)", 255)
syntax("ffi", "return require('ffi').sizeof('int64_t')", 8)

-- Syntax.

syntax("escape_decimal", [[return "\065\0\200" == string.char(65, 0, 200)]], true)
syntax("escape_hex", [[return "\x41"]], "A")
syntax("escape_z", "return 'a\\z\n  b'", "ab")
syntax("escape_unicode", [[return #"\u{e9}"]], 2)
syntax("raw_bytes", "return #'\200\255\1'", 3)
syntax("goto_is_a_name", "local goto = 1 return goto")
syntax("goto", "local i = 0 ::a:: i = i + 1 if i < 3 then goto a end return i", 3)
syntax("goto_to_end_of_block", "for i = 1, 2 do if i == 1 then goto c end local x = i ::c:: end return true", true)
syntax("goto_same_label_in_siblings", "do goto a ::a:: end do goto a ::a:: end return true", true)
syntax("break_in_the_middle", "while true do break local x = 1 end return true", true)
syntax("constant_attribute", "local x <const> = 1 return x", 1)
syntax("do_return_end", "do return 1 end local x = 2", 1)

-- Limits of the text. The needs are what the compiler keeps to, with some room.

loads("locals", 190, 400, function(n) return list(n, function(i) return "local a" .. i .. " = 1\n" end) end)
loads("parameters", 100, 400, function(n) return "return function(" .. list(n, function(i) return "a" .. i end, ",") .. ") end" end)
loads("upvalues", 60, 400, function(n)
  local groups = floor((n + 99) / 100)
  local head = list(groups, function(g)
    return "local function f" .. g .. "()\n" .. list(100, function(i) return "local v" .. (g * 100 + i) .. "\n" end)
  end)
  local body = list(n, function(i) return "x = v" .. (100 + i) .. "\n" end)
  return head .. "local function g() local x\n" .. body .. "end " .. rep(" end ", groups)
end)
loads("constants_numbers", 50000, 150000, function(n) return "local x\n" .. list(n, function(i) return "x=" .. i .. ".5\n" end) end)
loads("constants_strings", 50000, 150000, function(n) return "local x\n" .. list(n, function(i) return "x='k" .. i .. "'\n" end) end)
loads("functions_in_a_function", 10000, 40000, function(n) return "local x\n" .. rep("x=function() end\n", n) end)
loads("nested_blocks", 160, 1000, function(n) return "local a " .. rep("if a then ", n) .. rep(" end", n) end)
loads("nested_loops", 160, 1000, function(n) return "local a " .. rep("while a do ", n) .. rep(" end", n) end)
loads("nested_functions", 30, 300, function(n) return rep("return function() ", n) .. rep(" end", n) end)
loads("nested_parentheses", 60, 1000, function(n) return "return " .. rep("(", n) .. "1" .. rep(")", n) end)
loads("nested_calls", 60, 1000, function(n) return "local f return " .. rep("f(", n) .. "1" .. rep(")", n) end)
loads("nested_tables", 60, 1000, function(n) return "return " .. rep("{", n) .. rep("}", n) end)
loads("concatenations", 60, 1000, function(n) return "local a return " .. list(n, function() return "a" end, "..") end)
loads("additions", 2000, 5000, function(n) return "local a return " .. list(n, function() return "a" end, "+") end)
loads("elseif_branches", 2000, 5000, function(n)
  return "local a if a == 0 then " .. list(n, function(i) return "elseif a == " .. i % 100 .. " then a = 1\n" end) .. " end"
end)
loads("arguments", 150, 400, function(n) return "local f f(" .. list(n, function(i) return i end, ",") .. ")" end)
loads("results", 150, 400, function(n) return "return " .. list(n, function(i) return "f(" .. i .. ")" end, ",") end)
loads("jump_over", 30000, 150000, function(n) return "local a, b if a then " .. rep("b=a\n", n) .. " end" end)
loads("jump_back", 30000, 150000, function(n) return "local a, b while a do " .. rep("b=a\n", n) .. " end" end)
loads("long_function", 200000, 300000, function(n) return "local a, b " .. rep("b=a\n", n) end)
loads("long_string", 4000000, 4000000, function(n) return "return '" .. rep("x", n) .. "'" end)
loads("long_table", 100000, 100000, function(n) return "return {" .. rep("1,", n) .. "}" end)

-- Limits of the machine.

depth("calls", 5000, 250000, function(n)
  local function f(k)
    if k == 1 then return 1 end
    return 1 + f(k - 1)
  end
  return f(n)
end)
depth("calls_of_100_locals", 400, 20000, function(n)
  local f = run("local f function f(k) if k == 1 then return 1 end local " .. list(100, function(i) return "a" .. i end, ",") ..
    " = k a100 = a1 return 1 + f(k - 1) end return f")
  return f(n)
end)
depth("tail_calls", 1000000, 1000000, function(n)
  local function f(k, m)
    if k == 1 then return m end
    return f(k - 1, m + 1)
  end
  return f(n, 1)
end)
depth("pcalls", 190, 2000, function(n)
  local function f(k)
    if k == 1 then return 1 end
    local ok, r = pcall(f, k - 1)
    if not ok then error(r, 0) end
    return r + 1
  end
  return f(n)
end)
depth("resumes", 150, 2000, function(n)
  local function f(k)
    if k == 1 then return 1 end
    local ok, r = coroutine.resume(coroutine.create(f), k - 1)
    if not ok then error(r, 0) end
    return r + 1
  end
  return f(n)
end)
depth("metamethods", 100, 2000, function(n) -- C calls within each other
  local t = {}
  setmetatable(t, {__index = function(_, k) return k == 1 and 1 or 1 + t[k - 1] end})
  return t[n]
end)
depth("sorts", 100, 2000, function(n)
  local function f(k)
    if k == 1 then return 1 end
    local r
    table.sort({1, 2}, function(a, b)
      r = r or f(k - 1)
      return a < b
    end)
    return r + 1
  end
  return f(n)
end)
limit("unpacked_values", 4000, 300000, function(n) return select("#", unpack({}, 1, n)) end)
limit("unpacked_arguments", 4000, 300000, function(n)
  local function f(...) return select("#", ...) end
  if f(unpack({}, 1, n)) ~= n then error("lost some") end
end)
limit("bytes_at_once", 4000, 300000, function(n) return select("#", string.byte(rep("x", n), 1, n)) end)
limit("coroutines_alive", 10000, 10000, function(n)
  local all = {}
  for i = 1, n do
    all[i] = coroutine.create(function() coroutine.yield() end)
    coroutine.resume(all[i])
  end
end)
probe("stack_overflow_is_caught", function()
  local function f() return 1 + f() end
  local ok, e = pcall(f)
  local again = pcall(f)
  return not ok and not again, brief(e):match("stack overflow") or brief(e)
end)

-- Errors and coroutines.

probe("errors_of_any_value", function()
  local t = {}
  local _, a = pcall(error, t)
  local _, b = pcall(error, t, 0)
  local _, c = pcall(error, 12, 0)
  local _, d = pcall(error, true)
  local _, e = pcall(error)
  local ok = a == t and b == t and c == 12 and d == true and (e == nil or type(e) == "string")
  return ok, ok and "tables keep their identity" or "another value arrives"
end)
probe("pcall_passes_results", function()
  local function count(...) return select("#", ...) end
  return count(pcall(function() return nil, 2, nil end)) == 4 and select(3, pcall(unpack, {1, 2})) == 2, "all, nil too"
end)
syntax("xpcall_arguments", "return select(2, xpcall(function(a) return a end, print, 5))", 5)
local function yields(f) -- what comes back of a yield inside of f
  local co = coroutine.create(f)
  local ok, a = coroutine.resume(co)
  if not ok then return false, brief(a) end
  local back, b = coroutine.resume(co, "back")
  return back and a == "out" and b == "back", back and show(b) or brief(b)
end
probe("yield", function() return yields(function() return coroutine.yield("out") end) end)
probe("yield_across_pcall", function() return yields(function() return select(2, pcall(coroutine.yield, "out")) end) end)
probe("error_after_yield_in_pcall", function()
  return yields(function()
    local ok, e = pcall(function() error({coroutine.yield("out")}, 0) end)
    return not ok and type(e) == "table" and e[1] or e
  end)
end)
probe("yield_across_metamethod", function()
  return yields(function() return (setmetatable({}, {__index = function() return coroutine.yield("out") end}).x) end)
end)
probe("yield_across_iterator", function()
  return yields(function() for v in function() return coroutine.yield("out") end do return v end end)
end)
probe("resume_gives_errors", function()
  local e = {}
  local ok, found = coroutine.resume(coroutine.create(function() error(e, 0) end))
  return not ok and found == e, "the value raised"
end)

-- The library.

syntax("load_text", "return load('return 1')()", 1)
syntax("load_environment", "return load('return x', '=t', 't', {x = 5})()", 5)
syntax("loadstring", "return loadstring('return 1')()", 1)
syntax("unpack", "return select(2, unpack({1, 2}))", 2)
syntax("table_unpack", "return select(2, table.unpack({1, 2}))", 2)
syntax("table_move", "return table.move({1, 2}, 1, 2, 2)[3]", 2)
syntax("table_new", "return #require('table.new')(3, 0)", 0)
syntax("string_pack", "return string.unpack('>i8', string.pack('>i8', -2))", -2)
syntax("math_frexp", "return math.frexp(8)", 0.5)
syntax("math_tointeger", "return math.tointeger(3.0)", 3)
syntax("globals_table", "return rawget(_G, '_G') == _G", true)
probe("strings_of_bytes", function()
  local s = {}
  for i = 0, 255 do s[i + 1] = string.char(i) end
  local all = concat(s)
  local ok = #all == 256 and all:byte(1) == 0 and all:find("\0", 1, true) == 1 and all:find("\255", 1, true) == 256 and all:rep(2):sub(257) == all
  return ok, #all .. " values"
end)
probe("order_of_strings", function() -- by byte, as OCaml's
  for i = 0, 254 do
    if not (string.char(i) < string.char(i + 1)) then return false, "byte " .. i .. " is not below the next" end
  end
  return "a" < "a\0" and "a\0a" < "a\0b" and "Z" < "a", "by byte"
end)
probe("length_of_constructors", function()
  local function none() end
  local a, b = {1, 2, 3}, {254, 1.5, {}}
  for i = 1, 40 do a[#a + 1] = i end
  local found = concat({#a, #b, #{1, none()}, #{1, (none()), 3}, #{n = 1, 2}, #{unpack({}, 1, 3), 4}}, " ")
  return #a == 43 and #b == 3 and #{1, none()} == 1, found
end)
probe("order_of_evaluation", function() -- operands and arguments from left to right
  local seen = {}
  local function f(n)
    seen[#seen + 1] = n
    return n
  end
  local t = {f(1) + f(2), f(3) .. f(4), [f(5)] = f(6)}
  f(f(7) * f(8) - f(9))
  t[f(10)] = f(11)
  local _ = f(12) < f(13) and f(14) == f(15)
  local found = concat(seen, " ")
  return found == "1 2 3 4 5 6 7 8 9 47 10 11 12 13 14 15", found
end)
probe("assignment_reads_first", function()
  local a, b = 1, 2
  a, b = b, a
  local t = {1, 2}
  t[1], t[2] = t[2], t[1]
  return a == 2 and b == 1 and t[1] == 2 and t[2] == 1, concat({a, b, t[1], t[2]}, " ")
end)
probe("weak_tables", function()
  local values, keys = setmetatable({}, {__mode = "v"}), setmetatable({}, {__mode = "k"})
  local function fill() values[1], keys[{}] = {}, 1 end
  fill()
  for _ = 1, 3 do collectgarbage() end
  return values[1] == nil and next(keys) == nil, "emptied by the collector"
end)
local function finalised(watch)
  local hit = false
  watch(function() hit = true end)
  for _ = 1, 3 do collectgarbage() end
  return hit, hit and "called" or "never called"
end
probe("gc_of_tables", function() return finalised(function(f) setmetatable({}, {__gc = f}) end) end)
probe("gc_of_userdata", function()
  if not newproxy then return nil, "no newproxy" end
  return finalised(function(f) getmetatable(newproxy(true)).__gc = f end)
end)
syntax("len_metamethod", "return #setmetatable({}, {__len = function() return 7 end})", 7)
probe("collectgarbage", function()
  local found = {}
  for _, mode in ipairs({"count", "collect", "step", "stop", "restart", "isrunning", "generational", "incremental"}) do
    if pcall(collectgarbage, mode) then found[#found + 1] = mode end
  end
  pcall(collectgarbage, "incremental")
  pcall(collectgarbage, "restart")
  local text = concat(found, " ")
  return text:find("^count collect step") ~= nil, text
end)

-- The host.

probe("binary_files", function()
  if not (io and io.open and os and os.tmpname) then return nil, "no io.open or os.tmpname" end
  local name, bytes = os.tmpname(), "a\r\n\0\26\255\n\r"
  local f = assert(io.open(name, "wb"))
  f:write(bytes)
  f:close()
  f = assert(io.open(name, "rb"))
  local found = f:read(100)
  local ended = f:read(100)
  f:seek("set", 3)
  local one = f:read(1)
  f:close()
  os.remove(name)
  return found == bytes and ended == nil and one == "\0", #found .. " bytes the same"
end)
probe("standard_streams", function()
  local ok = io and io.stdin and io.stdout and io.stderr and io.stdout.write and io.stdout.setvbuf
  return ok and true or false, ok and "stdin stdout stderr" or "missing"
end)
probe("popen", function()
  if not (io and io.popen) then return nil, "no io.popen" end
  local p = io.popen("echo hello", "r")
  local found = p:read("*l")
  p:close()
  return found == "hello", show(found)
end)
probe("os", function()
  if type(os) ~= "table" then return false, "none" end
  local found = {}
  for _, name in ipairs({"clock", "date", "execute", "exit", "getenv", "remove", "rename", "time", "tmpname"}) do
    if os[name] then found[#found + 1] = name end
  end
  return #found == 9, concat(found, " ")
end)
probe("execute_gives_status", function()
  if not (os and os.execute) then return nil, "no os.execute" end
  local a, b, c = os.execute("exit 3")
  return true, concat({show(a), show(b), show(c)}, " ")
end)
probe("arguments_of_the_script", function() return type(arg) == "table" and type(arg[0]) == "string", type(arg) end)
probe("debug", function()
  if not (debug and debug.getinfo) then return false, "no debug.getinfo" end
  local here = debug.getinfo(1, "Sl")
  return type(here.currentline) == "number" and debug.getinfo(100000, "l") == nil and type(debug.traceback("x")) == "string", "getinfo traceback"
end)

local left_out = {}
for i = 1, arg and #arg or 0 do
  local name = arg[i]:match("^%-(.*)")
  if name then left_out[name] = true end
end
for _, name in ipairs(order) do
  if left_out[name] then
    write("FAIL " .. name .. ": the interpreter doesn't survive it")
  else
    local ran, ok, found = pcall(probes[name])
    if not ran then ok, found = false, brief(ok) end
    write((ok == nil and "SKIP " or ok and "PASS " or "FAIL ") .. name .. ": " .. tostring(found))
    collectgarbage() -- the next limit isn't to suffer from this one
  end
end
write("END " .. #order .. " capabilities")
