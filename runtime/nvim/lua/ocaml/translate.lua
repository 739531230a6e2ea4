-- The compiler, in a thread of its own beside the editor. The thread's Lua keeps the compiler loaded and LuaJIT's code for
-- it, so that only the first question waits for these.
local process = require("ocaml.process")
local files = require("ocaml.files")
local uv = vim.uv or vim.loop

local M = {}

--- Where the compiler is: a module of this folder.
function M.compiler()
  return vim.api.nvim_get_runtime_file("lua/lua_of_ocaml.lua", false)[1]
end

--- What all that it writes depends on: which compiler it is.
function M.stamp()
  return files.stamp(M.compiler() or "")
end

M.target = jit and "luajit" or "lua5.1"

-- The thread: no upvalues. A question is five strings, each behind its length; an answer one, of two parts: the kind of an
-- error, or nothing, and behind a line feed the text.
local function serve(path, questions, answers)
  local uv = vim.uv or vim.loop
  local function take(n)
    local pieces = {}
    while n > 0 do
      local piece = uv.fs_read(questions, math.min(n, 65536), -1)
      if not piece or piece == "" then return nil end
      pieces[#pieces + 1], n = piece, n - #piece
    end
    return table.concat(pieces)
  end
  local function give(kind, text)
    local rest = ("%08x%s\n%s"):format(#kind + 1 + #text, kind, text)
    while rest ~= "" do rest = rest:sub(1 + (uv.fs_write(answers, rest, -1) or #rest)) end
  end
  local compiler
  local function answer(what, file, text, target, names)
    if not compiler then
      -- Traces of a program as big as a compiler need more room than LuaJIT gives by default.
      if jit then jit.opt.start("maxtrace=20000", "maxmcode=65536") end
      compiler = assert(loadfile(path))("lua_of_ocaml")
    end
    if what == "runtime" then return compiler.link({{name = file, text = text}}, {runtime = true}) end
    if what ~= "program" and text == "" then
      local input = assert(io.open(file, "rb"))
      text = input:read("*a")
      input:close()
    end
    if what == "list" then
      local units, wrong = compiler.units(text, {file = file})
      local lines = {}
      for i, unit in ipairs(units or {}) do
        lines[i] = table.concat({unit.name, unit.library and "library" or "-", unit.always and "always" or "-", unpack(unit.needs)}, " ")
      end
      return units and table.concat(lines, "\n"), wrong
    end
    local only = {}
    for name in names:gmatch("%S+") do only[#only + 1] = name end
    return compiler.compile(text, {file = file, target = target, debug_info = true, unit = what == "units", only = only})
  end
  while true do
    local question = {}
    for i = 1, 5 do
      local length = take(8)
      if not length then return end -- the editor is gone
      question[i] = take(tonumber(length, 16))
    end
    local ok, text, wrong = pcall(answer, unpack(question))
    if not ok then give("internal", tostring(text))
    elseif text then give("", text)
    else give(wrong[1].kind, wrong[1].text) end
    collectgarbage() -- nobody waits now
  end
end

-- The thread, which luv would free while it runs; the editor's end of its pipe, and who waits for an answer, in the order of
-- the questions.
local thread, pipe
local waiting = {}

local function start(compiler)
  local questions = uv.pipe({nonblock = false}, {nonblock = true})
  local answers = uv.pipe({nonblock = true}, {nonblock = false})
  thread = uv.new_thread(serve, compiler, questions.read, answers.write)
  pipe = uv.new_pipe(false)
  pipe:open(questions.write)
  local input, text = uv.new_pipe(false), ""
  input:open(answers.read)
  input:read_start(function(_, data)
    text = text .. (data or "")
    local stop = 8 + (tonumber(text:sub(1, 8), 16) or 0)
    while #text >= math.max(stop, 8) do
      local kind, answer = text:sub(9, stop):match("^([%a_]*)\n(.*)$")
      text = text:sub(stop + 1)
      stop = 8 + (tonumber(text:sub(1, 8), 16) or 0)
      table.remove(waiting, 1)(kind, answer)
    end
  end)
end

--- Asks the compiler. Nil, the kind and the text of the error when there is no answer. In a task.
---@param what "program"|"units"|"list"|"runtime" a program's Lua; that of units of an object file; which units this has; the whole runtime for a unit
---@param file string names it in errors; of units, a file to read when `text` is empty
---@param text string
---@param names string? of units: these alone
---@return string?, string?, string?
function M.translate(what, file, text, names)
  local compiler = M.compiler()
  if not compiler then return nil, "internal", "lua_of_ocaml.lua is not in 'runtimepath': the plugin isn't built" end
  if not thread then start(compiler) end
  local kind, answer = process.await(function(done)
    waiting[#waiting + 1] = done
    local parts = {what, file, text, M.target, names or ""}
    for i, part in ipairs(parts) do parts[i] = ("%08x"):format(#part) .. part end
    pipe:write(table.concat(parts))
  end)
  if kind ~= "" then return nil, kind, answer end
  return answer
end

return M
