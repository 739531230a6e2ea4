-- require("lua_of_ocaml"): what it makes is what stage0 makes, it runs, it tells what is wrong, and it leaks nothing.
local plugin, compilations = arg[1], tonumber(arg[2])
package.path = plugin .. "/lua/?.lua;" .. package.path
local failures = 0
local function check(name, got, expected)
  if got ~= expected then
    failures = failures + 1
    print(("%s: %s, expected %s"):format(name, tostring(got):sub(1, 200), tostring(expected):sub(1, 200)))
  end
end
local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

local globals = {}
for key in pairs(_G) do globals[key] = true end
local loo = require("lua_of_ocaml")
check("once", require("lua_of_ocaml"), loo)
check("version", loo.version:match("^%d+%.%d+%.%d+$"), loo.version)
check("targets", table.concat(loo.targets, " "), "portable lua5.1 lua5.2 lua5.3 lua5.4 luajit")

-- The same bytes as stage0's.
for _, name in ipairs({"hello", "words"}) do
  local bytecode = read(name .. ".bc")
  for _, target in ipairs({"portable", "lua5.1", "lua5.4", "luajit"}) do
    check(name .. " for " .. target, loo.compile(bytecode, {target = target}), read(name .. "." .. target .. ".lua"))
  end
end
local libraries = {{name = "stdlib.cma", bytes = read("stdlib.cma")}}
check("units", (loo.compile(read("std_exit.cmo"), {
  libraries = {libraries[1], {name = "hello.cmo", bytes = read("hello.cmo")}}})), read("hello.linked.lua"))

-- Units by themselves, and what is linked of them.
local units = {}
for i, name in ipairs({"stdlib.cma", "hello.cmo", "std_exit.cmo"}) do
  units[i] = {name = name, text = loo.compile(read(name), {unit = true, file = name})}
end
check("a unit alone", units[2].text, read("hello.unit.lua"))
check("linked", (loo.link(units)), read("hello.separate.lua"))
local listed = loo.units(libraries[1].bytes, {file = "stdlib.cma"})
local some, order = {}, {}
for i = 1, #listed, 7 do some[#some + 1] = listed[i].name end
local texts = loo.compile(libraries[1].bytes, {unit = true, only = some})
for name in ("\n" .. texts):gmatch("\n%-%- lua_of_ocaml unit: (%S+) %(library%)") do order[#order + 1] = name end
check("some units", table.concat(order, " "), table.concat(some, " "))
check("what a unit needs", table.concat(loo.units(read("hello.cmo"))[1].needs, " "), texts and units[2].text:match("needs: ([^\n]*)"))
check("a unit of no library", loo.units(read("hello.cmo"))[1].library or loo.units(read("hello.cmo"))[1].always, false)
check("no units", select(2, loo.units("no", {file = "x.cma"}))[1].text, "x.cma: this is neither an object file (.cmo) nor a library (.cma)")
check("the runtime alone", (loo.link({units[2]}, {runtime = true})), read("hello.runtime.lua"))
local nothing, found = loo.link({units[2], units[3]})
check("not linked", nothing == nil and found[1].text, "std_exit.cmo: no implementation of `Stdlib`, which is needed by `Std_exit`")

-- Programs run, with their arguments and channels.
local function run(bytecode, arguments)
  local out, err = {}, {}
  local exports, diagnostics = loo.load(bytecode, {
    file = "words", arguments = arguments,
    stdout = function(text) out[#out + 1] = text end,
    stderr = function(text) err[#err + 1] = text end,
  })
  return table.concat(out), table.concat(err), exports, diagnostics
end
local words = read("words.bc")
check("run", (run(words, {"b", "a", "b"})), "a 1\nb 2\n")
local out, err, exports, diagnostics = run(words, {})
check("exit: stdout", out, "")
check("exit: stderr", err, "no words\n")
check("exit", exports, nil)
check("exit: kind", diagnostics[1].kind, "exit")
check("exit: status", diagnostics[1].status, 3)

-- A host may lack all that isn't the language.
do
  local bare, source, printed = {}, read(plugin .. "/lua/lua_of_ocaml.lua"), {}
  for key, value in pairs(_G) do bare[key] = value end
  for _, name in ipairs({"io", "os", "debug", "package", "require", "ffi", "bit", "jit", "utf8", "vim"}) do bare[name] = nil end
  bare._G, bare.print = bare, function(text) printed[#printed + 1] = text end
  local chunk = setfenv and setfenv(assert(loadstring(source)), bare) or assert(load(source, "=bare", "t", bare))
  local own = chunk("lua_of_ocaml")
  check("without io and os", (own.compile(words)), read("words.portable.lua"))
  check("load without io and os", type(own.load(read("hello.bc"))), "table")
  check("printed", table.concat(printed, "\n"), "Hello")
end

-- What is wrong is a returned value.
local function wrong(name, kind, text, bytecode, options)
  local lua, found = loo.compile(bytecode, options)
  check(name, lua, nil)
  check(name .. ": kind", found and found[1].kind, kind)
  -- One line, which names the file unless the options are to blame.
  local line = found and found[1].text or ""
  check(name .. ": one line", line:match("^[^\n]+$"), line)
  if text then check(name .. ": text", line, text) end
  if options.file then check(name .. ": file", line:sub(1, #options.file), options.file) end
end
local hello = read("hello.bc")
wrong("empty", "input", "x.bc: the file is empty", "", {file = "x.bc"})
wrong("text", "input", "x.bc: this is not OCaml bytecode: there is no trailer at its end", "let x = 1 in print x", {file = "x.bc"})
wrong("target", "usage", "unknown target `lua9`", hello, {target = "lua9"})
wrong("alone", "input", "hello.cmo: no implementation of `Stdlib`, which is needed by `Hello` (hello.cmo)", read("hello.cmo"), {file = "hello.cmo"})
wrong("interface", "input", nil, read("hello.cmi"), {file = "hello.cmi"})
wrong("source", "input", nil, read("hello.ml"), {file = "hello.ml"})
wrong("machine code", "input", nil, read("complete.exe"), {file = "complete.exe"})
wrong("library that isn't one", "input", "stdlib.cma: this is neither an object file (.cmo) nor a library (.cma)", read("hello.cmo"), { libraries = {{name = "stdlib.cma", bytes = "no"}}})
wrong("library that lacks it", "input", nil, read("hello.cmo"), { libraries = {{name = "std_exit.cmo", bytes = read("std_exit.cmo")}}})
wrong("missing primitive", "missing_primitive", "missing.bc: the runtime lacks the primitive `caml_no_such`", read("missing.bc"), {file = "missing.bc"})
wrong("newer", "input", nil, hello:gsub("Caml1999X%d%d%d", "Caml1999X999"), {file = "hello.bc"})
wrong("width", "usage", nil, hello, {target = "lua5.1", int_width = 63})
for _, length in ipairs({1, 10, 100, 1000, 10000, #hello - 1}) do
  local ok, lua, found = pcall(loo.compile, hello:sub(1, length))
  check("cut to " .. length, ok and lua == nil and found[1].kind, "input")
end
for at = 1, #hello, math.floor(#hello / 40) do
  local ok = pcall(loo.compile, hello:sub(1, at - 1) .. "\255" .. hello:sub(at + 1))
  check("damaged at " .. at, ok, true)
end

-- Misuse is an error.
local function misuse(name, text, ...)
  local ok, why = pcall(...)
  check(name, not ok and why, text)
end
misuse("no bytecode", "lua_of_ocaml: bytecode expected, got nothing", loo.compile)
misuse("number", "string expected, got number", loo.compile, 5)
misuse("unknown option", "lua_of_ocaml: unknown option `targat`", loo.compile, hello, {targat = "luajit"})
misuse("option", "lua_of_ocaml: option `target`: string expected, got number", loo.compile, hello, {target = 5})

-- Again and again, programs that differ: each is right, and the heap stays where it was.
local small = {}
for i = 1, 100 do small[i] = read("small" .. i .. ".bc") end
local function heap()
  -- LuaJIT's compiled code comes and goes, some hundred KB of it.
  if jit then jit.flush() end
  collectgarbage()
  collectgarbage()
  return collectgarbage("count")
end
local base, most = 0, 0
heap() -- what the checks above have left
for i = 1, compilations do
  local n = (i - 1) % 100 + 1
  check("small " .. i, (run(small[n])), tostring(2 * n))
  if i == 10 then base = heap() end
  most = math.max(most, collectgarbage("count") / 1024)
end
local growth = heap() / base
print(("heap: %.1f MB after 10 compilations, x%.3f after %d; at most %.1f MB"):format(base / 1024, growth, compilations, most))
check("leak", growth < 1.05, true)
check("peak under 50 MB", most < 50, true)
for key in pairs(_G) do check("global " .. tostring(key), globals[key] or key == "lua_of_ocaml", true) end
print(failures == 0 and "ok" or failures .. " failures")
if failures > 0 then error("failed", 0) end
