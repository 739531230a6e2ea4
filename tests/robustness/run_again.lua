-- run_again.lua FILE RUNS: runs a program that many times in one Lua state. Between the first tenth and the last run the
-- heap must not grow by more than some traces of LuaJIT's. Exit status 1 when it does.
local file, runs = arg[1], tonumber(arg[2])
local program = assert(loadfile(file))

local function heap()
  collectgarbage()
  collectgarbage()
  return collectgarbage("count")
end

local early
for i = 1, runs do
  program()
  if i == runs / 10 then early = heap() end
end
local late = heap()
local grown = late - early > 40
io.stderr:write(string.format("%s: %s: %.1f KiB after %d runs, %.1f after %d\n", grown and "FAIL" or "ok", file, early,
  runs / 10, late, runs))
os.exit(grown and 1 or 0)
