-- A host that loads units one by one into a runtime that `link --runtime` has made, and some of them again:
--   lua units.lua RUNTIME UNITS... [-- UNIT...]
-- UNITS are files that `compile --unit` has written; what follows `--` is run again, over what is loaded. Lines are
-- numbered on from file to file, so that backtraces tell them apart. Exit status 1 when a unit fails.
local load = loadstring or load
local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end
local lines = 0
local function chunk(text)
  local loaded = assert(load(("\n"):rep(lines) .. text, "=units"))
  lines = lines + select(2, text:gsub("\n", "\n"))
  return loaded
end
local G = chunk(read(arg[1]))()
for i = 2, #arg do
  if arg[i] ~= "--" then
    G.rt_run_unit(chunk("local G, D, P = ... local L = 600000 return function() " .. read(arg[i]) .. "end")(G))
  end
end
