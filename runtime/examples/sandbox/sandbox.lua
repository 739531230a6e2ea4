-- A host like Redis or OpenResty: no io, no os, no debug, and no new globals.
local file = assert(io.open(arg and arg[1] or "limiter.lua", "rb"))
local source = file:read("*a")
file:close()
io, os, debug = nil, nil, nil
setmetatable(_G, {__newindex = function(_, name) error("a script writes the global " .. tostring(name), 2) end})

local limiter = assert((loadstring or load)(source, "@limiter.lua"))()
local answers = {}
for i, now in ipairs({0, 0.1, 0.2, 1.5, 1.6}) do
  answers[i] = limiter.allow("client", 1, 2, now) and "yes" or "no"
end
print(table.concat(answers, " "))
