-- luajit live.lua FILE.bc [ROUNDS]: compiles and runs a bytecode file whenever it changes.
-- package.path must lead to lua_of_ocaml.lua.
local loo = require("lua_of_ocaml")
local path, rounds = arg[1], tonumber(arg[2] or "inf")

local function read()
  local file = io.open(path, "rb")
  if not file then return nil end
  local bytes = file:read("*a")
  file:close()
  return bytes
end

local last
local round = 0
while round < rounds do
  local bytes = read()
  if bytes and bytes ~= last then
    last = bytes
    round = round + 1
    local program, wrong = loo.load(bytes, {file = path})
    if not program then print(wrong[1].text)
    elseif program.shout then print(program.shout({"hello", "from", "ocaml"})) end
  elseif os.execute then
    os.execute("sleep 0.2")
  end
end
