-- OCaml in the editor: the commands, and what `require("ocaml")` offers. doc/ocaml.txt is its manual.

-- A module that is loaded when something of it is used: `setup`, at the editor's start, uses none.
local function later(name)
  return setmetatable({}, {__index = function(_, key) return require("ocaml." .. name)[key] end})
end
local task, build, cache, files = later("task"), later("build"), later("cache"), later("files")
local diagnostics, translate, units, run = later("diagnostics"), later("translate"), later("units"), later("run")

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

-- By buffer: what its program exports and the session that it runs in, and the number of its latest run.
---@type table<integer, {exports: table, session: ocaml.Session}>
local running = {}
local latest = {}

---@param settings ocaml.Settings?
function M.setup(settings)
  for key, value in pairs(settings or {}) do
    if M.settings[key] == nil then error("ocaml: unknown setting `" .. key .. "`", 2) end
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
  if vim.fn.strdisplaywidth(text) > room then text = vim.fn.strcharpart(text, 0, room) .. "..." end
  vim.cmd("redraw")
  vim.notify(text, vim.log.levels.WARN)
end

-- The loaded buffer of that name, a new one if there is none.
local function buffer_named(name)
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_get_name(buffer) == name then
      if vim.api.nvim_buf_is_loaded(buffer) then return buffer end
      vim.api.nvim_buf_delete(buffer, {force = true})
    end
  end
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_name(buffer, name)
  return buffer
end

local function show_output(text)
  if not M.settings.output then return end
  local buffer = buffer_named("ocaml://output")
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split((text:gsub("\n$", "")), "\n", {plain = true}))
  -- No window can be opened while one for a command line is there.
  if text ~= "" and vim.fn.bufwinid(buffer) < 0 and vim.fn.getcmdwintype() == "" then
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
  local path = name == "" and vim.fn.getcwd() .. "/" or vim.fn.fnamemodify(name, ":p")
  -- What has no name of an OCaml file, or is no file at all, is compiled under one.
  if not path:match("%.mli?$") then path = (path:match("^/.*/") or vim.fn.getcwd() .. "/") .. "buffer.ml" end
  return {text = table.concat(lines, "\n") .. "\n", path = path, whole = whole}
end

local function wrong(message, kind)
  return {{lnum = 0, col = 0, message = message, code = kind, severity = vim.diagnostic.severity.ERROR, source = kind and "lua_of_ocaml" or "ocaml"}}
end

-- Looks `key` up in the cache, or makes it: `make` returns a text and what is said, or nil and the diagnostics.
local function cached(key, make)
  local text = M.settings.cache and cache.get(key)
  if text then return text end
  local said
  text, said = make()
  -- With a warning it is compiled again, so that it is said again.
  if text and M.settings.cache and #(said or {}) == 0 then cache.put(key, text) end
  return text, said
end

-- Bytecode that dune makes, or that is there; nil and the diagnostics, or nil.
local function built(source, saved)
  if not saved then return nil end
  local bytecode, said = build.dune(source.path, M.settings)
  if not bytecode and not said then bytecode = build.found(source.path) end
  return bytecode, said
end

-- The Lua of a source; nil and the diagnostics when there is none. In a task.
local function lua_of(source, bytecode, said)
  local inputs, why = {bytecode and bytecode.bytes}, nil
  if not bytecode then
    inputs, why = build.inputs(source, M.settings)
    if not inputs then return nil, wrong(why) end
  end
  vim.list_extend(inputs, {translate.stamp(), translate.target})
  local lua, said_now = cached(cache.key(inputs), function()
    local program, said_then = bytecode, said
    if not program then program, said_then = build.compile(source, M.settings) end
    if not program then return nil, said_then end
    local text, kind, what = translate.translate("program", program.file, program.bytes)
    return text, text and said_then or wrong(what, kind)
  end)
  return lua, said_now or said
end

-- The units of a source; nil and the diagnostics when there are none; or nil, nil, and what is lacking
-- of libraries. In a task.
local function units_of(source)
  local inputs, why = build.inputs(source, M.settings)
  if not inputs then return nil, wrong(why) end
  local key = cache.key(vim.list_extend({"units", translate.stamp(), translate.target}, inputs))
  local list = M.settings.cache and cache.get(key)
  local program, said = list and units.find(list, M.settings), nil
  if not program then
    local objects
    objects, said = build.objects(source, M.settings)
    if not objects then return nil, said end
    local kind, what
    program, kind, what = units.of(objects, M.settings)
    if kind == "lacking" then return nil, nil, what end
    if not program then return nil, wrong(what, kind) end
    if M.settings.cache and #said == 0 then cache.put(key, units.list(program)) end
  end
  return program, said
end

-- Makes something of a buffer, or of its lines `from` to `to`, and calls `done` with it, or with nil; diagnostics are shown.
local function make(buffer, done, from, to, of)
  for _, known in ipairs({latest, running}) do
    for other in pairs(known) do
      if not vim.api.nvim_buf_is_valid(other) then known[other] = nil end
    end
  end
  local number = (latest[buffer] or 0) + 1
  latest[buffer] = number
  local source, saved = source_of(buffer, from, to), not vim.bo[buffer].modified
  local name = vim.fn.fnamemodify(source.path, ":t")
  local function failed(message)
    complain(message)
    done(nil)
  end
  task.start(function()
    local result, said = nil, nil
    local bytecode
    bytecode, said = built(source, saved and source.whole)
    if bytecode or not said then result, said = of(source, bytecode, said) end
    -- The buffer may be gone, and a newer translation under way.
    if not vim.api.nvim_buf_is_valid(buffer) or latest[buffer] ~= number then return done(nil) end
    local here = vim.tbl_filter(function(d) return not d.file or vim.fn.fnamemodify(d.file, ":t") == name end, said or {})
    diagnostics.show(buffer, here, from or 1)
    if not result then
      local errors = vim.tbl_filter(function(d) return d.severity == vim.diagnostic.severity.ERROR end, said or {})
      local first = errors[1] or {message = "it can't be compiled"}
      local at = first.file and ("%s:%d: "):format(first.file, first.lnum + (vim.tbl_contains(here, first) and from or 1)) or ""
      complain(at .. first.message)
    end
    done(result, source)
  end, failed)
end

--- Translates a buffer, or its lines `from` to `to`, and calls `done` with the Lua, or nil; diagnostics are shown.
---@param buffer integer
---@param done fun(lua: string?)
function M.translate(buffer, done, from, to)
  if buffer == 0 then buffer = vim.api.nvim_get_current_buf() end
  make(buffer, done, from, to, lua_of)
end

-- Calls the function that a program exports as `stop`, if it does, once.
local function stop(program)
  local exports = program and program.exports
  if exports and type(exports.stop) == "function" then
    local ok, why = pcall(exports.stop)
    exports.stop = nil
    if not ok then complain("stop: " .. tostring(why)) end
  end
end

--- Compiles and runs a buffer, or lines of it.
---@param buffer integer
---@param options {from: integer?, to: integer?, arguments: string[]?, reload: boolean?, done: fun(result: ocaml.Run?)?}?
function M.run(buffer, options)
  options = options or {}
  if buffer == 0 then buffer = vim.api.nvim_get_current_buf() end
  local finish = options.done or function() end
  local function of(source, bytecode, said)
    local lua, lacking
    if not bytecode and run.has_units and build.has_units(M.settings) then
      local program
      program, said, lacking = units_of(source)
      if lacking and options.reload and running[buffer] then
        units.fill(lacking, M.settings)
        program, said, lacking = units_of(source)
      end
      if not lacking and not (program and units.want_whole(program)) then return program, said end
    end
    lua, said = lua_of(source, bytecode, said)
    -- The first program that uses a unit of a library doesn't wait for it, unless it's to go on where it is.
    if lacking then task.start(function() units.fill(lacking, M.settings) end) end
    return lua and {text = lua}, said
  end
  local function prepared(...)
    local program, said = of(...)
    if not program then return nil, said end
    local ok, kind, why = run.prepare(program)
    if not ok then return nil, wrong(why, kind) end
    return program, said
  end
  make(buffer, function(program, source)
    if not program then return finish(nil) end
    local pieces, during, name = {}, true, vim.fn.fnamemodify(source.path, ":t")
    local run_options = {timeout = M.settings.timeout, arguments = options.arguments, write = function(text)
      pieces[#pieces + 1] = text
      -- What callbacks print later is shown with the rest, when the editor allows it.
      if not during then vim.schedule(function() show_output(table.concat(pieces)) end) end
    end}
    local old, result = running[buffer], nil
    if options.reload and old then
      old.session.options = run_options -- what it says now belongs to this run
      stop(old)
      running[buffer] = nil
    end
    if program.text then
      result = run.run(program, name, run_options)
    else
      -- Behind the buffer's own unit there is only the end of the program.
      local own = program.units[#program.units - 1]
      result = run.run_units(program, name, own, run_options, options.reload and old and old.session)
    end
    during = false
    show_output(table.concat(pieces))
    if result.ok or options.reload and result.session.runtime then
      running[buffer] = {exports = result.exports, session = result.session}
    end
    if not result.ok then
      local shown = vim.diagnostic.get(buffer, {namespace = diagnostics.namespace})
      shown = vim.list_extend({diagnostics.exception(result.message, result.place, options.from or 1)}, shown)
      vim.diagnostic.set(diagnostics.namespace, buffer, shown)
      complain(result.message)
    end
    finish(result)
  end, options.from, options.to, prepared)
end

--- Calls what the buffer's program exports as `stop`, if it does, and forgets the program.
function M.stop(buffer)
  if buffer == 0 then buffer = vim.api.nvim_get_current_buf() end
  local program = running[buffer]
  running[buffer] = nil
  stop(program)
end

--- What the buffer's running program exports, or nil.
---@return table?
function M.exports(buffer)
  local program = running[buffer == 0 and vim.api.nvim_get_current_buf() or buffer]
  return program and program.exports
end

-- The commands.

function M.command_run(given)
  local whole = given.range == 0
  M.run(0, {from = not whole and given.line1 or nil, to = not whole and given.line2 or nil, arguments = given.fargs})
end

function M.command_reload()
  M.run(0, {reload = true})
end

function M.command_stop()
  M.stop(0)
end

function M.command_compile(given)
  local path = vim.fn.fnamemodify(given.args ~= "" and given.args or source_of(0).path:gsub("%.mli?$", ".lua"), ":p")
  M.translate(0, function(lua)
    if not lua then return end
    local ok, why = files.write(path, lua)
    if ok then vim.notify("ocaml: " .. path .. " written")
    else complain(path .. " can't be written: " .. tostring(why)) end
  end)
end

function M.command_lua()
  local path = source_of(0).path
  M.translate(0, function(lua)
    if not lua then return end
    local buffer = buffer_named("ocaml://lua" .. path)
    vim.cmd("vertical split")
    vim.api.nvim_win_set_buf(0, buffer)
    vim.bo.modifiable = true
    vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(lua, "\n", {plain = true}))
    vim.bo.bufhidden, vim.bo.modifiable, vim.bo.filetype = "wipe", false, "lua"
    -- The program's own part is at the end.
    vim.fn.search("\\V\\^do local function unit_" .. vim.fn.fnamemodify(path, ":t:r"):gsub("^%l", string.upper) .. "()")
  end)
end

function M.command_clear_cache()
  cache.clear()
end

return M
