-- lua repeat.lua FILE RUNS: loads FILE once and runs it so often in this state. No global may be left behind, and the heap
-- must stay where it was: after all the runs as large as after half of them, up to what doesn't grow with their number.
local chunk, runs = assert(loadfile(arg[1])), tonumber(arg[2])
-- LuaJIT's compiler has tables of its own in the heap, which grow by doubling now and then.
if jit then jit.off() end
local function heap()
  for _ = 1, 4 do collectgarbage("collect") end
  return collectgarbage("count")
end
local globals = {}
for name in pairs(_G) do globals[name] = true end
local half = nil
for run = 1, runs do
  chunk()
  if run == runs / 2 then half = heap() end
end
local all = heap()
for name in pairs(_G) do assert(globals[name], "a global is left behind: " .. tostring(name)) end
io.stderr:write(("%.1f KB after half of the runs, %.1f KB after all\n"):format(half, all))
-- a word for each run would be 4 KB
if all - half > 2 then os.exit(1) end
