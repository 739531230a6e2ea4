-- strict.lua FILE: runs it where reading or writing a global that isn't there is an error.
local run = assert(loadfile(arg[1]))
local function refuse(what)
  return function(_, name) error(what .. " the global " .. tostring(name), 2) end
end
setmetatable(_G, {__index = refuse("reads"), __newindex = refuse("writes")})
run()
