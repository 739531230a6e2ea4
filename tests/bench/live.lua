-- What the compiler as a module costs inside a running Lua:
--   lua live.lua PLUGIN FILE ROUNDS
-- FILE is a program, or a .cmo, which is compiled by itself.
-- PLUGIN is the folder of the Neovim plugin. Prints milliseconds to load the module, of the first compilation and of a
-- later one (the median), and MiB: of the loaded module, of the largest heap above that during a compilation, and of what
-- is left of it afterwards. On LuaJIT with the room that the plugin gives to the compiler.
local plugin, file, rounds = arg[1], arg[2], tonumber(arg[3])
if jit then jit.opt.start("maxtrace=20000", "maxmcode=65536") end
local function heap()
  collectgarbage()
  collectgarbage()
  return collectgarbage("count") / 1024
end
local options = {allow_missing = true, unit = file:match("%.cmo$") ~= nil}
local function milliseconds(f, ...)
  local start = os.clock()
  f(...)
  return (os.clock() - start) * 1000
end

local input = assert(io.open(file, "rb"))
local bytecode = input:read("*a")
input:close()
local loo
local load = milliseconds(function() loo = dofile(plugin .. "/lua/lua_of_ocaml.lua") end)
local base = heap()
local first = milliseconds(loo.compile, bytecode, options)
local times = {}
for i = 1, rounds do times[i] = milliseconds(loo.compile, bytecode, options) end
table.sort(times)
if jit then jit.flush() end
local left = heap() - base

-- The largest heap, with the collector as eager as a host that is short of memory would set it.
local peak = 0
local function sample() peak = math.max(peak, collectgarbage("count") / 1024) end
local create = coroutine.create
coroutine.create = function(f)
  local thread = create(f)
  debug.sethook(thread, sample, "", 5000)
  return thread
end
if jit then jit.off() end
loo = dofile(plugin .. "/lua/lua_of_ocaml.lua")
base = heap()
loo.compile(bytecode, options)
print(("%.0f %.0f %.0f %.1f %.1f %.2f"):format(load, first, times[math.ceil(rounds / 2)], base, peak - base, left))
