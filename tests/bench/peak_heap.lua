-- Runs a Lua file and tells on the standard error how much its heap held at most:
--   lua peak_heap.lua FILE [ARGUMENT...]
-- Sampled every 20,000 instructions, in every coroutine; LuaJIT counts those that it interprets.
local peak = 0
local function sample()
  local now = collectgarbage("count")
  if now > peak then peak = now end
end

local function report()
  debug.sethook()
  io.stderr:write(string.format("%.1f MiB\n", peak / 1024))
end

local create, exit = coroutine.create, os.exit
coroutine.create = function(f)
  local thread = create(f)
  debug.sethook(thread, sample, "", 20000)
  return thread
end
os.exit = function(...)
  report()
  exit(...)
end

debug.sethook(sample, "", 20000)
local file = table.remove(arg, 1)
arg[0] = file
dofile(file)
report()
