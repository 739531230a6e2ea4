-- OCaml in the editor: the commands, and what `require("ocaml")` offers. doc/ocaml.txt is its manual.
local process = require("ocaml.process")
local build = require("ocaml.build")
local cache = require("ocaml.cache")
local diagnostics = require("ocaml.diagnostics")
local translate = require("ocaml.translate")
local run = require("ocaml.run")

local M = {}

---@class ocaml.Settings
M.settings = {
  ocamlc = "ocamlc",
  ocamldep = "ocamldep",
  dune = "dune",
  flags = {}, ---@type string[] more words for ocamlc
  live = false, ---@type false|"save"|"enter" run *.ml when it is written, or when it is entered, too
  timeout = 5000, -- ms that a program, or a callback of one, may run for
  output = true, -- a window for what programs print
  cache = true,
}

-- By buffer: what its program exports, and the number of its latest run.
local running, latest = {}, {}

---@param settings ocaml.Settings?
function M.setup(settings)
  for key, value in pairs(settings or {}) do
    if M.settings[key] == nil then error("ocaml: unknown setting `" .. key .. "`") end
    M.settings[key] = value
  end
  local group = vim.api.nvim_create_augroup("ocaml", {clear = true})
  if not M.settings.live then return end
  local events = M.settings.live == "enter" and {"BufWritePost", "BufEnter"} or {"BufWritePost"}
  vim.api.nvim_create_autocmd(events, {group = group, pattern = "*.ml", callback = function(given)
    -- Other plugins may read a .ml into a buffer that is no file.
    if vim.bo[given.buf].buftype == "" then M.run(given.buf) end
  end})
end

-- One line on the screen, and no ERROR to vim.notify: else the editor waits for a key.
local function complain(text)
  text = "ocaml: " .. text:gsub("%s*\n%s*", " ")
  local room = vim.o.columns - 14
  if #text > room then text = text:sub(1, room) .. "..." end
  vim.cmd("redraw")
  vim.notify(text, vim.log.levels.WARN)
end

-- The buffer that shows what programs print.
local function output_buffer()
  local name = "ocaml://output"
  local buffer = vim.fn.bufnr("^" .. name .. "$")
  if buffer < 0 then
    buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(buffer, name)
  end
  return buffer
end

local function show_output(text)
  if not M.settings.output then return end
  local buffer = output_buffer()
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split((text:gsub("\n$", "")), "\n", {plain = true}))
  if text ~= "" and vim.fn.bufwinid(buffer) < 0 then
    local window = vim.api.nvim_get_current_win()
    vim.cmd("botright 8split")
    vim.api.nvim_win_set_buf(0, buffer)
    vim.api.nvim_set_current_win(window)
  end
end

---@return ocaml.Source
local function source_of(buffer, from, to)
  local count = vim.api.nvim_buf_line_count(buffer)
  local whole = (from or 1) == 1 and (to or count) == count
  local lines = vim.api.nvim_buf_get_lines(buffer, (from or 1) - 1, to or -1, false)
  local name = vim.api.nvim_buf_get_name(buffer)
  local path = name == "" and vim.fn.getcwd() .. "/buffer.ml" or vim.fn.fnamemodify(name, ":p")
  return {text = table.concat(lines, "\n") .. "\n", path = path, whole = whole}
end

-- The Lua of a source; nil and the diagnostics when there is none. In a task.
local function lua_of(source, saved)
  local settings = M.settings
  local bytecode, said
  if saved then
    bytecode, said = build.dune(source.path, settings)
    if not bytecode and said then return nil, said end
    bytecode = bytecode or build.found(source.path)
  end
  local inputs
  if bytecode then inputs = {bytecode.bytes}
  else
    local why
    inputs, why = build.inputs(source, settings)
    if not inputs then return nil, {{lnum = 0, col = 0, message = why, severity = vim.diagnostic.severity.ERROR, source = "ocaml"}} end
  end
  vim.list_extend(inputs, {table.concat(settings.flags, "\1"), tostring(vim.fn.getftime(translate.compiler() or "")), "luajit"})
  local key = cache.key(inputs)
  local lua = settings.cache and cache.get(key)
  if lua then return lua, said end
  if not bytecode then
    bytecode, said = build.compile(source, settings)
    if not bytecode then return nil, said end
  end
  local kind, text
  lua, kind, text = translate.translate(bytecode.bytes, bytecode.file, jit and "luajit" or "lua5.1", true)
  if not lua then
    return nil, {{lnum = 0, col = 0, message = text, code = kind, severity = vim.diagnostic.severity.ERROR, source = "lua_of_ocaml"}}
  end
  -- With a warning it is compiled again, so that it is said again.
  if settings.cache and #(said or {}) == 0 then cache.put(key, lua) end
  return lua, said
end

--- Translates a buffer, or its lines `from` to `to`, and calls `done` with the Lua, or nil; diagnostics are shown.
---@param buffer integer
---@param done fun(lua: string?)
function M.translate(buffer, done, from, to)
  if buffer == 0 then buffer = vim.api.nvim_get_current_buf() end
  local number = (latest[buffer] or 0) + 1
  latest[buffer] = number
  local source, saved = source_of(buffer, from, to), not vim.bo[buffer].modified
  local name = vim.fn.fnamemodify(source.path, ":t")
  local function failed(message)
    complain(message)
    done(nil)
  end
  process.task(function()
    local lua, said = lua_of(source, saved and source.whole)
    -- The buffer may be gone, and a newer translation under way.
    if not vim.api.nvim_buf_is_valid(buffer) or latest[buffer] ~= number then return end
    local here = vim.tbl_filter(function(d) return not d.file or vim.fn.fnamemodify(d.file, ":t") == name end, said or {})
    diagnostics.show(buffer, here, from or 1)
    if not lua then
      local first = said and said[1] or {message = "it can't be compiled"}
      local at = first.file and ("%s:%d: "):format(first.file, first.lnum + (from or 1)) or ""
      complain(at .. first.message)
    end
    done(lua)
  end, failed)
end

--- Compiles and runs a buffer, or lines of it.
---@param buffer integer
---@param options {from: integer?, to: integer?, arguments: string[]?, done: fun(result: ocaml.Run?)?}?
function M.run(buffer, options)
  options = options or {}
  if buffer == 0 then buffer = vim.api.nvim_get_current_buf() end
  local finish = options.done or function() end
  M.translate(buffer, function(lua)
    if not lua then return finish(nil) end
    local pieces, name = {}, vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":t")
    if name == "" then name = "buffer.ml" end
    local during = true
    local result = run.run(lua, name, {timeout = M.settings.timeout, arguments = options.arguments, write = function(text)
      pieces[#pieces + 1] = text
      -- What callbacks print later is shown with the rest, when the editor allows it.
      if not during then vim.schedule(function() show_output(table.concat(pieces)) end) end
    end})
    during = false
    show_output(table.concat(pieces))
    if result.ok then
      running[buffer] = result.exports
    else
      local shown = vim.diagnostic.get(buffer, {namespace = diagnostics.namespace})
      shown = vim.list_extend({diagnostics.exception(result.message, result.place, options.from or 1)}, shown)
      vim.diagnostic.set(diagnostics.namespace, buffer, shown)
      complain(result.message)
    end
    finish(result)
  end, options.from, options.to)
end

--- Calls what the buffer's program exports as `stop`, if it does, and forgets the program.
function M.stop(buffer)
  if buffer == 0 then buffer = vim.api.nvim_get_current_buf() end
  local exports = running[buffer]
  running[buffer] = nil
  if exports and type(exports.stop) == "function" then
    local ok, why = pcall(exports.stop)
    if not ok then complain("stop: " .. tostring(why)) end
  end
end

--- What the buffer's running program exports, or nil.
---@return table?
function M.exports(buffer)
  return running[buffer == 0 and vim.api.nvim_get_current_buf() or buffer]
end

-- The commands.

function M.command_run(given)
  local whole = given.range == 0
  M.run(0, {from = not whole and given.line1 or nil, to = not whole and given.line2 or nil, arguments = given.fargs})
end

function M.command_reload()
  M.stop(0)
  M.run(0)
end

function M.command_stop()
  M.stop(0)
end

function M.command_compile(given)
  local path = given.args
  if path == "" then path = vim.api.nvim_buf_get_name(0):gsub("%.ml$", "") .. ".lua" end
  M.translate(0, function(lua)
    if not lua then return end
    local ok, why = require("ocaml.files").write(vim.fn.fnamemodify(path, ":p"), lua)
    if ok then vim.notify("ocaml: " .. path .. " written")
    else complain(path .. " can't be written: " .. tostring(why)) end
  end)
end

function M.command_lua()
  M.translate(0, function(lua)
    if not lua then return end
    local name = "ocaml://lua/" .. vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ":t")
    vim.cmd("vertical new")
    local old = vim.fn.bufnr("^" .. name .. "$")
    if old >= 0 then vim.cmd("bwipeout! " .. old) end
    vim.api.nvim_buf_set_name(0, name)
    vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(lua, "\n", {plain = true}))
    vim.bo.buftype, vim.bo.bufhidden, vim.bo.modifiable, vim.bo.filetype = "nofile", "wipe", false, "lua"
    -- The program's own part is at the end.
    vim.fn.search("^do local function unit_" .. vim.fn.fnamemodify(name, ":t:r"):gsub("^%l", string.upper) .. "()")
  end)
end

function M.command_clear_cache()
  cache.clear()
end

return M
