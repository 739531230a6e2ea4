-- A host without io, os and debug, in which no global may be written: lua sandbox.lua FILE. What the program prints
-- arrives by print.
local file = assert(io.open(arg[1], "rb"))
local source = file:read("*a")
file:close()
io, os, debug, arg = nil, nil, nil, nil
setmetatable(_G, {__newindex = function(_, name) error("the program writes the global " .. tostring(name), 2) end})
assert((loadstring or load)(source, "@program"))()
