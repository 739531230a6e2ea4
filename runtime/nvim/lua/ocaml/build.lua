-- From an OCaml buffer to bytecode: a file that is there already, dune, or ocamlc with the modules beside the buffer's.
local process = require("ocaml.process")
local files = require("ocaml.files")
local diagnostics = require("ocaml.diagnostics")

local M = {}

---@class ocaml.Source
---@field text string
---@field path string full path of the buffer's file; the file need not exist
---@field whole boolean the text is all of the buffer

---@class ocaml.Bytecode
---@field bytes string
---@field file string

-- The folder of the libraries Lua and Vim, which are sources: compiled by whichever ocamlc the user has.
local function library_sources()
  return vim.fn.fnamemodify(vim.api.nvim_get_runtime_file("ocaml/lua.ml", false)[1] or "", ":h")
end

-- Asked once for each compiler: it takes longer than all else that a hit of the cache takes.
local versions = {}
local function version(settings)
  local path = vim.fn.exepath(settings.ocamlc)
  local key = path .. " " .. (files.time(path) or "")
  if not versions[key] then
    local done, why = process.run({settings.ocamlc, "-version"}, vim.fn.getcwd())
    if not done then return nil, why end
    versions[key] = vim.trim(done.out)
  end
  return versions[key]
end

--- What a translation depends on, as texts: the source, its neighbours, the libraries, the compilers.
function M.inputs(source, settings)
  local number, why = version(settings)
  if not number then return nil, why end
  local texts = {number, source.path, source.text}
  local folder = vim.fn.fnamemodify(source.path, ":h")
  for _, path in ipairs(vim.fn.sort(vim.fn.globpath(folder, "*.ml*", true, true))) do
    if path:match("%.mli?$") and path ~= source.path then
      texts[#texts + 1] = path
      texts[#texts + 1] = files.read(path) or ""
    end
  end
  for _, name in ipairs({"lua.mli", "lua.ml", "vim.mli", "vim.ml"}) do texts[#texts + 1] = files.read(library_sources() .. "/" .. name) or "" end
  return texts
end

local function capitalized(path)
  local name = vim.fn.fnamemodify(path, ":t:r")
  return name:sub(1, 1):upper() .. name:sub(2)
end

-- The sources that `start` needs, each behind those that it needs itself: `mentions` tells by module which others a
-- file mentions.
local function in_order(start, of_module, mentions)
  local order, seen = {}, {}
  local function visit(module)
    if seen[module] or not of_module[module] then return end
    seen[module] = true
    for _, path in ipairs(of_module[module]) do
      for _, other in ipairs(mentions[path] or {}) do
        if other ~= module then visit(other) end
      end
    end
    for _, path in ipairs(of_module[module]) do order[#order + 1] = path end
  end
  visit(start)
  return order
end

--- Compiles a source by ocamlc. Nil and the diagnostics when it is wrong.
---@param source ocaml.Source
---@return ocaml.Bytecode?, table[]?
function M.compile(source, settings)
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder, "p")
  local bytecode, wrong = M.compile_in(folder, source, settings)
  files.remove_folder(folder)
  return bytecode, wrong
end

local function plain(message)
  return {{lnum = 0, col = 0, message = message, severity = vim.diagnostic.severity.ERROR, source = "ocaml"}}
end

function M.compile_in(folder, source, settings)
  local name = vim.fn.fnamemodify(source.path, ":t")
  if name == "" then name = "buffer.ml" end
  local home = vim.fn.fnamemodify(source.path, ":h")
  -- Copies of all sources beside the buffer's, with the buffer's text in its place, and the libraries.
  local copies, wanted = {}, {}
  local function add(from, text)
    local base = vim.fn.fnamemodify(from, ":t")
    if copies[base] then return end
    copies[base] = true
    wanted[#wanted + 1] = base
    local ok, why = files.write(folder .. "/" .. base, text or files.read(from) or "")
    if not ok then error(why, 0) end
  end
  add(source.path, source.text)
  for _, path in ipairs(vim.fn.sort(vim.fn.globpath(home, "*.ml*", true, true))) do
    local base = vim.fn.fnamemodify(path, ":t")
    if path:match("%.mli?$") and (source.whole or base ~= name .. "i") then add(path) end
  end
  for _, base in ipairs({"lua.mli", "lua.ml", "vim.mli", "vim.ml"}) do
    local path = library_sources() .. "/" .. base
    if vim.fn.filereadable(path) == 1 then add(path) end
  end
  local done, why = process.run(vim.list_extend({settings.ocamldep, "-modules"}, wanted), folder)
  if not done then return nil, plain(why) end
  local mentions, of_module = {}, {}
  for line in done.out:gmatch("[^\n]+") do
    local file, modules = line:match("^(.-): ?(.*)$")
    if file then mentions[file] = vim.split(modules, " ", {trimempty = true}) end
  end
  table.sort(wanted, function(a, b) return a:match("%.mli$") and not b:match("%.mli$") or (a:sub(-1) == b:sub(-1) and a < b) end)
  for _, base in ipairs(wanted) do
    local module = capitalized(base)
    of_module[module] = of_module[module] or {}
    table.insert(of_module[module], base)
  end
  local sources = in_order(capitalized(name), of_module, mentions)
  -- A file that ocamldep can't parse mentions nothing; ocamlc says why.
  local words = vim.list_extend({settings.ocamlc, "-g", "-no-check-prims", "-o", "program.bc"}, settings.flags)
  done, why = process.run(vim.list_extend(words, sources), folder)
  if not done then return nil, plain(why) end
  local said = diagnostics.parse(done.err .. done.out)
  if done.code ~= 0 then
    if #said == 0 then said = plain(vim.trim(done.err .. done.out)) end
    return nil, said
  end
  local bytes
  bytes, why = files.read(folder .. "/program.bc")
  if not bytes then return nil, plain("ocamlc left no program: " .. tostring(why)) end
  return {bytes = bytes, file = name}, said
end

--- Bytecode that is there already for a file: beside it, or where dune puts it; only when it is newer than the source.
---@return ocaml.Bytecode?
function M.found(path)
  local base = vim.fn.fnamemodify(path, ":r")
  local candidates = {base .. ".bc", base .. ".byte"}
  local project = vim.fn.findfile("dune-project", vim.fn.fnamemodify(path, ":h") .. ";")
  if project ~= "" then
    local root = vim.fn.fnamemodify(project, ":p:h")
    if base:sub(1, #root + 1) == root .. "/" then
      table.insert(candidates, 1, root .. "/_build/default/" .. base:sub(#root + 2) .. ".bc")
    end
  end
  local changed = files.time(path) or 0
  for _, candidate in ipairs(candidates) do
    local time = files.time(candidate)
    if time and time >= changed then
      local bytes = files.read(candidate)
      if bytes then return {bytes = bytes, file = candidate} end
    end
  end
end

--- Lets dune build the bytecode of a file of its project. Nil and nothing where there is no project or no dune.
---@return ocaml.Bytecode?, table[]?
function M.dune(path, settings)
  local project = vim.fn.findfile("dune-project", vim.fn.fnamemodify(path, ":h") .. ";")
  if project == "" or vim.fn.executable(settings.dune) == 0 then return nil end
  local root = vim.fn.fnamemodify(project, ":p:h")
  local target = vim.fn.fnamemodify(path, ":r"):sub(#root + 2) .. ".bc"
  local done, why = process.run({settings.dune, "build", "./" .. target, "--display=quiet"}, root)
  if not done then return nil, plain(why) end
  local said = diagnostics.parse(done.err .. done.out)
  if done.code ~= 0 then
    if done.err:find("Don't know how to build", 1, true) then return nil end
    return nil, #said > 0 and said or plain(vim.trim(done.err))
  end
  local bytes = files.read(root .. "/_build/default/" .. target)
  return bytes and {bytes = bytes, file = target} or nil, said
end

return M
