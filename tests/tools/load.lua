-- lua load.lua FILE: parses and compiles FILE without running it; exit code 1 with the message if this Lua refuses it.
local chunk, message = loadfile(arg[1])
if not chunk then io.stderr:write(message, "\n") end
os.exit(chunk and 0 or 1)
