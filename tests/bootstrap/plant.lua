-- plant.lua STAGE OUTPUT MARK: a stage of the bootstrap with a change that reproduces
-- itself, after Thompson's "Reflections on trusting trust". It translates all
-- programs as before; only the compiler's own translation, which is known by the
-- text MARK in it, gets the change again. So all stages that come from it agree with
-- each other and with it.

-- What is planted; `P` is its own text.
local plant = [=[
local open = io.open
io.open = function(name, mode)
  local file, message = open(name, mode)
  if not file or not (mode or "r"):find("w", 1, true) then return file, message end
  local pieces = {}
  return {
    write = function(self, ...)
      for i = 1, select("#", ...) do pieces[#pieces + 1] = (select(i, ...)) end
      return self
    end,
    flush = function(self) return self end,
    seek = function(self) return #table.concat(pieces) end,
    setvbuf = function() return true end,
    close = function()
      local text = table.concat(pieces)
      if text:find("MARK", 1, true) then
        local run = "assert((loadstring or load)('local P = ...\\n' .. P))(P)\n"
        text = "local P = [" .. "==[" .. P .. "]" .. "==]\n" .. run .. text
      end
      file:write(text)
      return file:close()
    end,
  }
end
]=]

local function read(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

local stage, output, mark = arg[1], arg[2], arg[3]
local text = read(stage)
assert(text:find(mark, 1, true), "the mark isn't in the stage")
plant = plant:gsub("MARK", (mark:gsub("%%", "%%%%")))
local file = assert(io.open(output, "wb"))
file:write("local P = [==[", plant, "]==]\nassert((loadstring or load)('local P = ...\\n' .. P))(P)\n", text)
file:close()
