-- Runs translated programs inside the editor, whole or unit by unit. A program sees globals of its own: it can't end the
-- editor, its channels lead to `write`, and code that runs for longer than `timeout` is interrupted.
local task = require("ocaml.task")
local thread = require("ocaml.thread")
local uv = vim.uv or vim.loop

local M = {}

-- Calls OCaml code with the clock ticking, like pcall. LuaJIT's compiled loops don't look at hooks, so nothing is compiled
-- meanwhile. What it yields goes to the coroutine that calls, with the clock stopped; `alone`: that is none of its own.
local function guarded(timeout, alone, f, ...)
  local co = coroutine.create(f)
  local function go(...)
    local stop = uv.hrtime() + timeout * 1e6
    local jitted = jit and jit.status()
    local outer = {debug.gethook()} -- that of a program which has called the editor, which called this
    if jitted then jit.off() end
    debug.sethook(function()
      uv.update_time()
      -- Again and again: the program may catch it.
      if uv.hrtime() > stop then
        error("interrupted: it ran for longer than " .. timeout .. " ms", 0)
      end
    end, "", 100000)
    local function finish(...)
      debug.sethook(unpack(outer, 1, 3))
      if jitted then jit.on() end
      return ...
    end
    return finish(coroutine.resume(co, ...))
  end
  local function serve(ok, ...)
    if not ok or coroutine.status(co) == "dead" then return ok, ... end
    if alone then return false, "attempt to yield from outside a coroutine" end
    return serve(go(coroutine.yield(...)))
  end
  return serve(go(...))
end

-- What is written goes to `write`; there is nothing to read.
local function channel(write)
  local channel = {}
  function channel:write(text)
    write(text)
    return self
  end
  function channel:read() return nil end
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
-- raise stands behind the line that tells its place. `above`: how many lines of the chunk are above this Lua.
local function place(lua, above, trace, source)
  local lines = vim.split(lua, "\n", {plain = true})
  for text in trace:gmatch("\n%s*OCaml:(%d+):") do
    local line = tonumber(text) - above
    local first, arguments = line <= #lines and line or 0, nil
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

---@class ocaml.RunOptions
---@field write fun(text: string, error: boolean)
---@field timeout integer
---@field arguments string[]?

---@class ocaml.Session
---@field globals table
---@field options ocaml.RunOptions of the latest run: callbacks go by these
---@field errors string[] what was written to stderr; the last thing is what the program dies of
---@field trace string? where it died
---@field G table? of the runtime, when units were loaded
---@field runtime string? its key, while units may be loaded into it
---@field loaded table<string, ocaml.Unit> by name
---@field exported table<string, table> by the name of the unit that has exported it

---@param source string the name of the source file
---@param options ocaml.RunOptions
---@return ocaml.Session
local function new_session(source, options)
  local session = {options = options, errors = {}, loaded = {}, exported = {}}
  local globals = {}
  for key, value in pairs(_G) do globals[key] = value end
  globals._G = globals
  globals.os = vim.tbl_extend("force", {}, os)
  globals.os.exit = nil
  globals.io = vim.tbl_extend("force", {}, io, {
    stdout = channel(function(text) session.options.write(text, false) end),
    stderr = channel(function(text)
      session.errors[#session.errors + 1] = text
      session.options.write(text, true)
    end),
  })
  -- The editor's own is its terminal. One is as empty as the other, but the runtime would read from the descriptor of the
  -- one that `io.stdin` is.
  globals.io.stdin = nil
  setmetatable(globals.io, {__index = function(_, key) return key == "stdin" and channel() or nil end})
  globals.arg = vim.list_extend({[0] = source}, options.arguments or {})
  -- The runtime runs OCaml code in coroutines: one that fails tells where. `exit` fails with a table that has rt_exit.
  globals.coroutine = vim.tbl_extend("force", {}, coroutine, {
    resume = function(co, ...)
      local function note(ok, why, ...)
        if not ok and not (type(why) == "table" and why.rt_exit) then session.trace = debug.traceback(co) end
        return ok, why, ...
      end
      return note(coroutine.resume(co, ...))
    end,
  })
  -- Callbacks that the program gives to the editor come through here.
  globals.lua_of_ocaml_enter = function(f, ...)
    local done = {guarded(session.options.timeout, false, f, ...)}
    if not done[1] then error(done[2], 0) end
    return unpack(done, 2, table.maxn(done))
  end
  session.globals = globals
  return session
end

---@class ocaml.Run
---@field ok boolean
---@field exports table? what the program exports
---@field message string? what it died of
---@field line integer? of the program's source, when it is known
---@field place {line: integer, column: integer, end_line: integer, end_column: integer}? lines from 1, columns in bytes
---@field status integer? when it called `exit`
---@field died boolean? of an exception, with that status
---@field session ocaml.Session that it ran in

-- What a run came to: `ok` and `result` are pcall's; the Lua of the source file, and what is above it.
---@return ocaml.Run
local function outcome(session, ok, result, lua, above, source)
  local run = {ok = ok, session = session}
  local status = not ok and type(result) == "table" and result.rt_exit
  if ok or status == 0 then
    run.ok, run.exports = true, ok and result or {}
    return run
  end
  local found = session.trace and place(lua, above, session.trace, source)
  run.status, run.message = status or nil, tostring(result)
  if status then
    local message = table.concat(session.errors):match("Fatal error: exception (.-)\n*$")
    run.died = message ~= nil
    run.message = message or "the program ended with status " .. status
    if not message then return run end
  end
  run.line, run.place = found and found.line, found
  return run
end

-- The thread that parses Lua, for which the editor would be away: what it answers is loaded at once. All chunks together
-- have numbers of their own for their lines, by which backtraces tell them apart.
local function parser()
  local lines = 0
  return function(text)
    local chunk, why = loadstring(("\n"):rep(lines) .. text, "=OCaml")
    if not chunk then return "internal", "the Lua doesn't load: " .. why end
    local above = lines
    lines = lines + select(2, text:gsub("\n", ""))
    collectgarbage()
    return "", above .. "\n" .. string.dump(chunk)
  end
end

local parse

---@class ocaml.Whole a program that was translated as a whole
---@field text string its Lua

--- Loads the chunks of a program, each once. Nil, the kind and the text of the error when Lua refuses one. In a task.
---@param program ocaml.Whole|ocaml.Units
---@return boolean?, string? kind, string? text
function M.prepare(program)
  for _, part in ipairs(program.units and {program.runtime, unpack(program.units)} or {program}) do
    if not part.chunk then
      task.breathe()
      local text = part.text
      if part.name then text = "local G, D, P = ... return function() " .. text .. "end" end
      parse = parse or thread.start(parser)
      local kind, parsed = parse(text)
      if kind ~= "" then return nil, kind, parsed end
      local above, code = parsed:match("^(%d+)\n(.*)$")
      part.chunk, part.above = assert(loadstring(code, "=OCaml")), tonumber(above)
    end
  end
  return true
end

--- Runs a program whose chunk is there (`prepare`).
---@param program ocaml.Whole
---@param source string the name of the source file that the Lua was made from, with debug_info
---@param options ocaml.RunOptions
---@return ocaml.Run
function M.run(program, source, options)
  local session = new_session(source, options)
  setfenv(program.chunk, session.globals)
  local ok, result = guarded(options.timeout, true, program.chunk)
  return outcome(session, ok, result, program.text, program.above, source)
end

-- Units

--- Whether this Lua can load units into a program that runs.
M.has_units = debug.upvaluejoin ~= nil

-- The primitive that a unit lacks, or nil.
local function missing(G, units)
  for _, unit in ipairs(units) do
    for _, name in ipairs(unit.runtime) do
      if G[name] == nil then return name end
    end
  end
end

-- Runs the units that aren't loaded as they are, those that need one that runs, and those of `again`.
local function run_units(session, program, again, exports)
  local ran = {}
  for _, unit in ipairs(program.units) do
    local name = unit.name
    local stale = again[name] or not session.loaded[name] or session.loaded[name].key ~= unit.key
    for _, need in ipairs(unit.needs) do stale = stale or ran[need] end
    if stale then
      ran[name] = true
      session.loaded[name] = nil
      setfenv(unit.chunk, session.globals)
      -- What has exported something is no program that exceptions end.
      session.G.rt_exports.table = next(exports) and {} or nil
      session.G.rt_run_unit(unit.chunk(session.G))
      session.loaded[name] = unit
      session.exported[name] = session.G.rt_exports.table
    end
    for key, value in pairs(session.exported[name] or {}) do exports[key] = value end
  end
end

--- Runs a program whose chunks are there (`prepare`). In a session that goes on, those of its units stay as they are that
--- neither changed nor need one that does; the one of the source file runs in any case, and so does the end of the program.
---@param program ocaml.Units
---@param source string the name of the source file
---@param own ocaml.Unit the unit of the source file
---@param options ocaml.RunOptions
---@param session ocaml.Session?
---@return ocaml.Run
function M.run_units(program, source, own, options, session)
  if not session or session.runtime ~= program.runtime.key then
    session = new_session(source, options)
    setfenv(program.runtime.chunk, session.globals)
    session.G, session.runtime = program.runtime.chunk(), program.runtime.key
  end
  session.options, session.errors, session.trace = options, {}, nil
  local lacking = missing(session.G, program.units)
  if lacking then return {ok = false, message = "the runtime lacks the primitive `" .. lacking .. "`", session = session} end
  local exports = {}
  local ok, result = guarded(options.timeout, true, run_units, session, program, {[own.name] = true, Std_exit = true}, exports)
  session.G.rt_exports.table = exports
  local run = outcome(session, ok, ok and exports or result, own.text, own.above, source)
  -- A program that has called `exit` has ended; an exception ends no more than the units that it came through.
  if not ok and type(result) == "table" and result.rt_exit and not run.died then session.runtime = nil
  else run.exports = exports end
  return run
end

return M
