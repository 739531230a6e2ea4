-- Runs the unit tests of the runtime on the Lua that runs this file, for each set of features that this Lua can have.
-- Usage: lua tests/unit/runtime/run.lua [NAME...]      (NAME as in NAME_test.lua; all when none is given)
-- A test file returns function(rt, t): rt.<fragment> is linked on demand, t holds the checks below. Exit code 1 on failure.

local here = (arg[0] or ""):match("^(.*)/[^/]*$") or "."
local root = here .. "/../../.."
package.path = here .. "/?.lua;" .. package.path
local linker = require("linker")

local variants = {{name = "portable", features = {}}}
if math.type then
  variants[2] = {name = "int63", features = {"ints", "int64native", "int63"}}
  variants[3] = {name = "ints32", features = {"ints", "int64native"}}
elseif jit then
  variants[2] = {name = "luajit", features = {"luajit"}}
end

local names = {}
for i = 1, #arg do names[i] = arg[i] end
if #names == 0 then
  local p = io.popen('ls "' .. here .. '"')
  for f in p:lines() do
    local n = f:match("^(.*)_test%.lua$")
    if n then names[#names + 1] = n end
  end
  p:close()
end

local function show(v, depth)
  if type(v) == "string" then return string.format("%q", v) end
  if type(v) == "number" then
    if v ~= v then return "nan" end
    if v == 0 and 1 / v < 0 then return "-0.0" end
    return string.format("%.17g", v) .. (math.type and math.type(v) == "float" and v == math.floor(v) and ".0" or "")
  end
  if type(v) ~= "table" or (depth or 0) > 4 then return tostring(v) end
  local out = {}
  for i = 1, math.min(#v, 40) do out[i] = show(v[i], (depth or 0) + 1) end
  return "{" .. table.concat(out, ", ") .. "}"
end

local function same(a, b)
  if type(a) == "number" and type(b) == "number" then
    if a ~= a then return b ~= b end
    if math.type and math.type(a) ~= math.type(b) then return false end
    return a == b and (a ~= 0 or 1 / a == 1 / b)
  end
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  if rawequal(a, b) then return true end
  for k, v in pairs(a) do if not same(v, b[k]) then return false end end
  for k in pairs(b) do if a[k] == nil then return false end end
  return true
end

local total, failed = 0, 0
local function runner(label, rt)
  local t = {}
  local shown = 0
  local function fail(msg)
    failed = failed + 1
    shown = shown + 1
    if shown <= 20 then io.write(label, ": ", msg, "\n") end
  end
  --- Deep equality that tells 1 from 1.0 (where Lua does) and 0.0 from -0.0; nan equals nan.
  function t.eq(got, want, what)
    total = total + 1
    if not same(got, want) then fail((what or "value") .. ": got " .. show(got) .. ", want " .. show(want)) end
  end
  function t.ok(cond, what)
    total = total + 1
    if not cond then fail(what or "condition is false") end
  end
  --- |got - want| within a few units in the last place.
  function t.near(got, want, what, ulps)
    total = total + 1
    local tol = (ulps or 4) * math.abs(want) * 2.3e-16 + 5e-324
    if not (got == want or math.abs(got - want) <= tol or (got ~= got and want ~= want)) then
      fail((what or "value") .. ": got " .. show(got) .. ", want about " .. show(want))
    end
  end
  --- f(...) must raise; returns what it raised.
  function t.raises(f, ...)
    total = total + 1
    local ok, e = pcall(f, ...)
    if ok then fail("no exception") end
    return e
  end
  --- f(...) must raise Failure msg or Invalid_argument msg (kind: the slot's name).
  function t.raises_with(kind, msg, f, ...)
    local e = t.raises(f, ...)
    t.ok(type(e) == "table" and (e[1] == 248 and e[2] == kind or type(e[2]) == "table" and e[2][2] == kind and e[3] == msg),
      "expected " .. kind .. " " .. tostring(msg) .. ", got " .. show(e))
  end
  --- An OCaml float in this Lua: of the float subtype where there is one.
  function t.f(x)
    return x + 0.0
  end
  --- Rows that OCaml computed: expect/NAME.lua, written by expect/generate.ml.
  --- Further arguments are passed to the file.
  function t.expect(name, ...)
    return assert(loadfile(here .. "/expect/" .. name .. ".lua"))(...)
  end
  --- What f(...) returns, or "Failure msg", "Invalid msg", "zero", as the generator writes exceptions.
  function t.attempt(f, ...)
    local ok, r = pcall(f, ...)
    if ok then return r end
    if type(r) ~= "table" then return r end
    if r[1] == 248 then return r[2] == "Division_by_zero" and "zero" or r[2] end
    return (r[2][2] == "Invalid_argument" and "Invalid " or r[2][2] .. " ") .. tostring(r[3])
  end
  --- This runtime once more, linked with more features.
  function t.with(...)
    local features = {...}
    for name in pairs(rt.features) do features[#features + 1] = name end
    return linker.new(root .. "/runtime/lua", features)
  end
  t.intwidth = rt.features.int63 and 63 or 32
  t.subtypes = math.type ~= nil
  return t
end

for _, v in ipairs(variants) do
  local rt = linker.new(root .. "/runtime/lua", v.features)
  for _, n in ipairs(names) do
    local label = n .. " [" .. (jit and "LuaJIT" or _VERSION) .. " " .. v.name .. "]"
    local ok, e = xpcall(function()
      local test = assert(loadfile(here .. "/" .. n .. "_test.lua"))()
      test(rt, runner(label, rt), v)
    end, function(e) return type(e) == "table" and "exception " .. show(e) or debug.traceback(e, 2) end)
    if not ok then
      failed = failed + 1
      io.write(label, ": ", tostring(e), "\n")
    end
  end
  -- Every fragment must have a variant that loads here, whether a test asks for it or not.
  if #arg == 0 then
    for name in pairs(rt.all) do
      local ok, e = pcall(function() return rt[name] end)
      -- A helper of one family may exist for some features only; what it serves must not ask for it elsewhere.
      local helper = not name:match("^caml_") and type(e) == "string" and e:find("no variant of " .. name .. " ", 1, true)
      if not ok and not helper then
        failed = failed + 1
        io.write("link [", v.name, "]: ", name, ": ", type(e) == "table" and show(e) or tostring(e), "\n")
      end
    end
  end
end
io.write(string.format("runtime [%s]: %d checks, %d failed\n", jit and "LuaJIT" or _VERSION, total, failed))
os.exit(failed == 0 and 0 or 1)
