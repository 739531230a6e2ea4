-- Runs translated programs inside the editor. A program sees globals of its own: it can't end the editor, its channels
-- lead to `write`, and code that runs for longer than `timeout` is interrupted.
local uv = vim.uv or vim.loop

local M = {}

-- Calls OCaml code with the clock ticking. LuaJIT's compiled loops don't look at hooks, so nothing is compiled meanwhile.
local function guarded(timeout, f, ...)
  local stop = uv.hrtime() + timeout * 1e6
  local jitted = jit and jit.status()
  if jitted then jit.off() end
  debug.sethook(function()
    uv.update_time()
    -- Again and again: the program may catch it.
    if uv.hrtime() > stop then
      error("interrupted: it ran for longer than " .. timeout .. " ms", 0)
    end
  end, "", 100000)
  local function finish(...)
    debug.sethook()
    if jitted then jit.on() end
    return ...
  end
  return finish(pcall(f, ...))
end

local function channel(write)
  local channel = {}
  function channel:write(text)
    write(text)
    return self
  end
  function channel:flush() return self end
  function channel:setvbuf() return true end
  function channel:close() return true end
  function channel:seek() return nil, "Illegal seek", 29 end
  return channel
end

-- What a unit's table of places says of the lines below it (link/locations.h of the compiler has the form): an iterator
-- of a line's distance from the table, and file, line, column and end of the place, or nothing more.
local function places(names, codes)
  local files = vim.split(names, "\n", {plain = true})
  local digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  local at, below, file, line = 1, 0, 1, 0
  local function number()
    local n, weight = 0, 1
    repeat
      local digit = digits:find(codes:sub(at, at), 1, true) - 1
      n, weight, at = n + digit % 32 * weight, weight * 32, at + 1
    until digit < 32
    return n % 2 == 0 and n / 2 or -(n - 1) / 2
  end
  return function()
    if at > #codes then return nil end
    local kind = number()
    below = below + math.floor(kind / 4)
    if kind % 4 < 2 then return below end
    file = file + number()
    number() -- of the definition
    line = line + number()
    local column, lines, end_column = number(), number(), number()
    if lines ~= 0 then number() end
    return below, {file = files[file], line = line, column = column, end_line = line + lines, end_column = end_column}
  end
end

-- The place in the source of the innermost of its calls in a traceback: debug_info has put tables of places there. A
-- raise stands behind the line that tells its place.
local function place(lua, trace, source)
  local lines = vim.split(lua, "\n", {plain = true})
  for text in trace:gmatch("\n%s*OCaml:(%d+):") do
    local line = math.min(tonumber(text), #lines)
    local first, arguments = line, nil
    while first > 0 and not arguments do
      arguments = lines[first]:match("^[%w_.]*rt_located%((.*)%)$")
      first = first - 1
    end
    if arguments then
      local found
      for below, at in places(assert(loadstring("return " .. arguments))()) do
        if first + 1 + below <= line and first + 1 + below >= line - 1 then found = at end
      end
      if found and vim.fn.fnamemodify(found.file, ":t") == source then return found end
    end
  end
end

---@class ocaml.Run
---@field ok boolean
---@field exports table? what the program exports
---@field message string? what it died of
---@field line integer? of the program's source, when it is known
---@field place {line: integer, column: integer, end_line: integer, end_column: integer}? lines from 1, columns in bytes
---@field status integer? when it called `exit`

--- Runs a program.
---@param lua string
---@param name string names the chunk in errors
---@param source string the name of the source file that the Lua was made from, with debug_info
---@param options {write: fun(text: string, error: boolean), timeout: integer, arguments: string[]?}
---@return ocaml.Run
function M.run(lua, source, options)
  local globals = {}
  for key, value in pairs(_G) do globals[key] = value end
  globals._G = globals
  globals.os = vim.tbl_extend("force", {}, os)
  globals.os.exit = nil
  local errors = {} -- the last thing on stderr is what the program dies of
  globals.io = vim.tbl_extend("force", {}, io, {
    stdout = channel(function(text) options.write(text, false) end),
    stderr = channel(function(text)
      errors[#errors + 1] = text
      options.write(text, true)
    end),
  })
  globals.arg = vim.list_extend({[0] = source}, options.arguments or {})
  -- The runtime runs OCaml code in coroutines: one that fails tells where. `exit` fails with a table that has rt_exit.
  local trace
  globals.coroutine = vim.tbl_extend("force", {}, coroutine, {
    resume = function(co, ...)
      local function note(ok, why, ...)
        if not ok and not (type(why) == "table" and why.rt_exit) then trace = debug.traceback(co) end
        return ok, why, ...
      end
      return note(coroutine.resume(co, ...))
    end,
  })
  -- Callbacks that the program gives to the editor come through here.
  globals.lua_of_ocaml_enter = function(f, ...)
    local done = {guarded(options.timeout, f, ...)}
    if not done[1] then error(done[2], 0) end
    return unpack(done, 2, table.maxn(done))
  end
  local chunk, why = loadstring(lua, "=OCaml")
  if not chunk then return {ok = false, message = "the Lua doesn't load: " .. tostring(why)} end
  setfenv(chunk, globals)
  local ok, result = guarded(options.timeout, chunk)
  if ok then return {ok = true, exports = result or {}} end
  local found = trace and place(lua, trace, source)
  local line = found and found.line
  local status = type(result) == "table" and result.rt_exit
  if status == 0 then return {ok = true, exports = {}} end
  if status then
    local message = table.concat(errors):match("Fatal error: exception (.-)\n*$")
    return {ok = false, status = status, message = message or "the program ended with status " .. status, line = message and line,
      place = message and found}
  end
  return {ok = false, message = tostring(result), line = line, place = found}
end


return M
