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

-- The line of the source where the innermost of its functions in a traceback starts: debug_info has put a comment
-- before each function.
local function origin(lua, trace, source)
  local lines = vim.split(lua, "\n", {plain = true})
  for line in trace:gmatch("\n%s*OCaml:(%d+):") do
    for i = math.min(tonumber(line), #lines), 1, -1 do
      local file, at = lines[i]:match("^%-%- (.-):(%d+) %S")
      if file then
        if vim.fn.fnamemodify(file, ":t") == source then return tonumber(at) end
        break
      end
    end
  end
end

---@class ocaml.Run
---@field ok boolean
---@field exports table? what the program exports
---@field message string? what it died of
---@field line integer? of the program's source, when it is known
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
  local line = trace and origin(lua, trace, source)
  local status = type(result) == "table" and result.rt_exit
  if status == 0 then return {ok = true, exports = {}} end
  if status then
    local message = table.concat(errors):match("Fatal error: exception (.-)\n*$")
    return {ok = false, status = status, message = message or "the program ended with status " .. status, line = message and line}
  end
  return {ok = false, message = tostring(result), line = line}
end


return M
