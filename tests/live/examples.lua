-- What the examples for plain Lua do: limiter.lua, game.lua and shout.bc are made of their sources; `arg`: the plugin's
-- folder, and that of the examples.
local plugin, examples = arg[1], arg[2]
package.path = plugin .. "/lua/?.lua;./?.lua;" .. package.path
local printed
local function capture(f)
  local old, lines = print, {}
  print = function(...) lines[#lines + 1] = table.concat({...}, "\t") end
  local ok, why = pcall(f)
  print = old
  if not ok then error(why, 0) end
  return table.concat(lines, "\n")
end
local function check(name, got, expected)
  if got ~= expected then error(("%s: %s, expected %s"):format(name, tostring(got), tostring(expected)), 0) end
end

arg = {[0] = "live.lua", "shout.bc", "1"}
check("live_loop", capture(function() dofile(examples .. "/live_loop/live.lua") end), "HELLO FROM OCAML!")

love = {event = {quit = function() printed = "quit" end}, graphics = {}}
local drawn = {}
function love.graphics.print(text) drawn[#drawn + 1] = text end
function love.graphics.circle(mode, x, y, radius) drawn[#drawn + 1] = ("%s %.0f %.0f %.0f"):format(mode, x, y, radius) end
dofile(examples .. "/love/main.lua")
for _ = 1, 240 do love.update(1 / 60) end
love.keypressed("left")
love.draw()
check("love", table.concat(drawn, ", "), "520, 380, fill 520 380 20")
love.keypressed("escape")
check("love quits", printed, "quit")

arg = {[0] = "sandbox.lua", "limiter.lua"}
-- The last one: afterwards there is no io.
check("sandbox", capture(function() dofile(examples .. "/sandbox/sandbox.lua") end), "the limiter is there\nyes yes no yes no")
print("ok")
