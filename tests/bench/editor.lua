-- What a user of the Neovim plugin waits for, in the editor that runs this file on an OCaml buffer:
--   nvim --headless --cmd 'lua vim.opt.runtimepath:prepend("PLUGIN") rounds = ROUNDS' FILE +luafile editor.lua
-- Changes the buffer and saves it, ROUNDS times and once more. Prints, in ms, what the first save took until the program's
-- output was there, and of the others the median: of that, of dune, ocamldep and ocamlc, of translating, linking and
-- loading, and of the program itself; then of a save without a change; for how long at most the editor was away at a time,
-- but for the program, median and worst of the saves, and the same of as many equally long waits for nothing; and MiB, of
-- Lua's heap in the editor, and by how much the editor is larger than at the start. An empty cache makes it the first time
-- ever; between the first save and the others the units of the library are translated, which isn't counted.
local uv = vim.loop
local function now() return uv.hrtime() / 1e6 end
local function resident()
  for line in io.lines("/proc/self/status") do
    local kilobytes = line:match("^VmRSS:%s*(%d+)")
    if kilobytes then return tonumber(kilobytes) / 1024 end
  end
  return 0
end
local before = resident()
local ocaml = require("ocaml")
ocaml.setup({timeout = 60000})
-- Milliseconds spent in functions of the plugin, which may wait.
local spent = {}
local function measure(module, name)
  local t = require("ocaml." .. module)
  local f = t[name]
  t[name] = function(...)
    local start = now()
    local function finish(...)
      spent[module] = (spent[module] or 0) + now() - start
      return ...
    end
    return finish(f(...))
  end
end
measure("process", "run")
measure("run", "run_units")
-- The longest time, but for that of programs, between two calls of a timer while `f` runs.
local function away(f)
  local longest, last, programs = 0, now(), spent.run or 0
  local clock = uv.new_timer()
  clock:start(0, 1, function()
    local time, run = now(), spent.run or 0
    longest = math.max(longest, time - last - (run - programs))
    last, programs = time, run
  end)
  f()
  clock:stop()
  clock:close()
  return longest
end
local function save()
  spent = {}
  vim.cmd("silent write!")
  local start, ended = now(), nil
  ocaml.run(0, {done = function(result) ended = result and result.ok and now() end})
  if not vim.wait(60000, function() return ended end, 1) then error("no end") end
  local total, ocamlc, run = ended - start, spent.process or 0, spent.run or 0
  return {total, ocamlc, total - ocamlc - run, run}
end
local first, rest = save(), {}
vim.wait(60000, function() return require("ocaml.units").lacking == 0 end)
for i = 1, rounds do
  vim.api.nvim_buf_set_lines(0, -1, -1, false, {("let _changed%d = %d"):format(i, os.time())})
  spent = {}
  local longest = away(function() rest[i] = save() end)
  rest[i][5] = longest
  rest[i][6] = away(function() vim.wait(rest[i][1], function() return false end, 1) end)
end
-- Median and largest.
local function median(i)
  local all = vim.tbl_map(function(times) return times[i] end, rest)
  table.sort(all)
  return all[math.ceil(#all / 2)], all[#all]
end
local away_median, away_worst = median(5)
local idle_median, idle_worst = median(6)
local hit = save()
collectgarbage()
collectgarbage()
io.stdout:write(("%.0f %.0f %.0f %.0f %.0f %.0f %.1f %.1f %.1f %.1f %.1f %.1f\n"):format(first[1], (median(1)), (median(2)), (median(3)),
  (median(4)), hit[1] - hit[4], away_median, away_worst, idle_median, idle_worst, collectgarbage("count") / 1024, resident() - before))
