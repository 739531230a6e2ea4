-- The compiler, in a thread beside the editor: bytecode in, Lua out. The thread has a Lua state of its own, which keeps
-- the compiler loaded from one translation to the next.
local process = require("ocaml.process")
local uv = vim.uv or vim.loop

local M = {}

--- Where the compiler is: a module of this folder.
function M.compiler()
  return vim.api.nvim_get_runtime_file("lua/lua_of_ocaml.lua", false)[1]
end

-- Runs in the thread: no upvalues, strings and numbers only.
local function work(compiler, bytecode, file, target, debug_info)
  local ok, lua, kind, text = pcall(function()
    if not _G.lua_of_ocaml_compiler then
      -- Traces of a program as big as a compiler need more room than LuaJIT gives by default.
      if jit then jit.opt.start("maxtrace=20000", "maxmcode=65536") end
      _G.lua_of_ocaml_compiler = assert(loadfile(compiler))("lua_of_ocaml")
    end
    local found, diagnostics = _G.lua_of_ocaml_compiler.compile(bytecode, {file = file, target = target, debug_info = debug_info})
    if found then return found end
    return false, diagnostics[1].kind, diagnostics[1].text
  end)
  if not ok then return false, "internal", tostring(lua) end
  return lua, kind, text
end

--- Translates bytecode. Nil, the kind and the text of the error when it can't be. In a task.
---@param bytecode string
---@param file string names it in errors
---@param target string
---@param debug_info boolean comments tell where functions are from
---@return string?, string?, string?
function M.translate(bytecode, file, target, debug_info)
  local compiler = M.compiler()
  if not compiler then return nil, "internal", "lua_of_ocaml.lua is not in 'runtimepath': the plugin isn't built" end
  local lua, kind, text = process.await(function(done)
    uv.new_work(work, done):queue(compiler, bytecode, file, target, debug_info)
  end)
  return lua or nil, kind, text
end

return M
