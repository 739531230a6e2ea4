-- The compiler, in a thread. That keeps it loaded, with LuaJIT's code for it, so that only the first question waits for these.
local files = require("ocaml.files")
local thread = require("ocaml.thread")

local M = {}

-- The one that the thread has loaded stays, whatever comes to its place.
local compiler, stamp

--- Where the compiler is: a module of this folder.
function M.compiler()
  compiler = compiler or vim.api.nvim_get_runtime_file("lua/lua_of_ocaml.lua", false)[1]
  return compiler
end

--- What all that it writes depends on: which compiler it is.
function M.stamp()
  stamp = stamp or M.compiler() and files.stamp(compiler)
  return stamp or ""
end

M.target = jit and "luajit" or "lua5.1"

-- The thread's: the compiler at `path` answers.
local function answers(path)
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
  return function(...)
    local text, wrong = answer(...)
    if text then return "", text end
    return wrong[1].kind, wrong[1].text
  end
end

local ask

--- Asks the compiler. Nil, the kind and the text of the error when there is no answer. In a task.
---@param what "program"|"units"|"list"|"runtime" a program's Lua; that of units of an object file; which units this has; the whole runtime for a unit
---@param file string names it in errors; of units, a file to read when `text` is empty
---@param text string
---@param names string? of units: these alone
---@return string?, string?, string?
function M.translate(what, file, text, names)
  if not M.compiler() then return nil, "internal", "lua_of_ocaml.lua is not in 'runtimepath': the plugin isn't built" end
  ask = ask or thread.start(answers, compiler)
  local kind, answer = ask(what, file, text, M.target, names or "")
  if kind ~= "" then return nil, kind, answer end
  return answer
end

return M
