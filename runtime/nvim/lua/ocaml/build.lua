-- From an OCaml buffer to bytecode: a file that is there already, dune, or ocamlc with the modules beside the buffer's;
-- a program, or its units.
local process = require("ocaml.process")
local files = require("ocaml.files")
local diagnostics = require("ocaml.diagnostics")
local task = require("ocaml.task")
local uv = vim.uv or vim.loop

local M = {}

---@class ocaml.Source
---@field text string
---@field path string full path of the buffer's file; the file need not exist
---@field whole boolean the text is all of the buffer

---@class ocaml.Bytecode
---@field bytes string
---@field file string

---@class ocaml.Object
---@field file string a .cmo or .cma; its path, where there are no bytes
---@field bytes string?

-- The libraries Lua and Vim, which are sources: compiled by whichever ocamlc the user has.
local function library_sources()
  local folder = vim.fn.fnamemodify(vim.api.nvim_get_runtime_file("ocaml/lua.ml", false)[1] or "", ":h")
  return vim.tbl_map(function(name) return folder .. "/" .. name end, {"lua.mli", "lua.ml", "vim.mli", "vim.ml"})
end

-- The OCaml files beside a source's, but for its own.
local function neighbours(source)
  local folder, found = vim.fn.fnamemodify(source.path, ":h"), {}
  for _, name in ipairs(files.names(folder)) do
    local path = folder .. "/" .. name
    if name:match("%.mli?$") and path ~= source.path then found[#found + 1] = path end
  end
  return found
end

-- Asked once for each compiler: it takes longer than all else that a hit of the cache takes.
local installed = {}
---@return {version: string, library: string}?, string? why
local function installation(settings)
  local path = vim.fn.exepath(settings.ocamlc)
  local key = path .. " " .. (files.time(path) or "")
  if not installed[key] then
    local found = {}
    for name, option in pairs({version = "-version", library = "-where"}) do
      local done, why = process.run({settings.ocamlc, option}, "/")
      if not done then return nil, why end
      if done.code ~= 0 then
        return nil, ("%s %s ends with status %d: %s"):format(settings.ocamlc, option, done.code, vim.trim(done.err))
      end
      found[name] = vim.trim(done.out)
    end
    installed[key] = found
  end
  return installed[key]
end

-- The flags, with folders and files as they are from the source's folder: ocamlc runs in another one.
local function flags_of(source, settings)
  local home = vim.fn.fnamemodify(source.path, ":h") .. "/"
  local flags = {}
  for i, word in ipairs(settings.flags) do
    local is_folder = settings.flags[i - 1] == "-I" and not word:match("^[+/]")
    flags[i] = (is_folder or word:match("^[^-/].*%.cm[ao]$") and files.time(home .. word)) and home .. word or word
  end
  return flags
end

-- The folders that the flags name, and OCaml's own.
local function folders(flags, library)
  local all = {}
  for i, word in ipairs(flags) do
    local folder = word == "-I" and flags[i + 1]
    if folder then all[#all + 1] = folder:gsub("^%+", function() return library .. "/" end) end
  end
  return vim.list_extend(all, {library})
end

-- The libraries and object files among the flags, by their paths; nil where one isn't found.
local function libraries(flags, library)
  local found = {}
  for _, word in ipairs(flags) do
    if word:match("%.cm[ao]$") then
      local path = word:match("^/") and word
      for _, folder in ipairs(folders(flags, library)) do
        path = path or files.time(folder .. "/" .. word) and folder .. "/" .. word
      end
      if not path then return nil end
      found[#found + 1] = {file = path}
    end
  end
  return found
end

--- What a translation depends on, as texts: the source, its neighbours, the libraries, the compilers.
function M.inputs(source, settings)
  local ocaml, why = installation(settings)
  if not ocaml then return nil, why end
  local texts = {ocaml.version, ocaml.library, files.stamp(ocaml.library .. "/stdlib.cma"), source.path, source.text}
  local flags = flags_of(source, settings)
  vim.list_extend(texts, flags)
  local others = folders(flags, ocaml.library)
  for _, folder in ipairs(#others > 1 and others or {}) do
    for _, name in ipairs(files.names(folder)) do
      if name:match("%.cm[iao]$") then texts[#texts + 1] = files.stamp(folder .. "/" .. name) end
    end
    task.breathe()
  end
  for _, path in ipairs(vim.list_extend(neighbours(source), library_sources())) do
    task.breathe()
    texts[#texts + 1] = path
    texts[#texts + 1] = files.read(path) or ""
  end
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

local function plain(message)
  return {{lnum = 0, col = 0, message = message, severity = vim.diagnostic.severity.ERROR, source = "ocaml"}}
end

-- Calls `f` with a new folder, which is gone afterwards.
local function in_folder(f, ...)
  local folder = vim.fn.tempname()
  local ok, why = pcall(vim.fn.mkdir, folder, "p")
  if not ok then return nil, plain(tostring(why)) end
  folder = uv.fs_realpath(folder) or folder
  local result, said = f(folder, ...)
  files.remove_folder(folder)
  return result, said
end

-- Puts a source into a folder, with those beside it and the libraries. The sources that it needs, in order; nil and the
-- diagnostics.
local function gather(folder, source, settings)
  local name = vim.fn.fnamemodify(source.path, ":t")
  -- Copies of all sources beside the buffer's, with the buffer's text in its place, and the libraries.
  local copies, wanted = {}, {}
  for _, path in ipairs(vim.list_extend(vim.list_extend({source.path}, neighbours(source)), library_sources())) do
    local base = vim.fn.fnamemodify(path, ":t")
    local text = path == source.path and source.text or files.read(path)
    if text and not copies[base] and (source.whole or path ~= source.path .. "i") then
      copies[base] = true
      wanted[#wanted + 1] = base
      task.breathe()
      local ok, why = files.write(folder .. "/" .. base, text)
      if not ok then return nil, plain(("%s can't be copied: %s"):format(base, why)) end
    end
  end
  local done, why = process.run(vim.list_extend({settings.ocamldep, "-modules"}, wanted), folder)
  if not done then return nil, plain(why) end
  local mentions, of_module = {}, {}
  for line in done.out:gmatch("[^\n]+") do
    local file, modules = line:match("^(.-): ?(.*)$")
    -- It puts a backslash before a blank.
    if file then mentions[(file:gsub("\\(.)", "%1"))] = vim.split(modules, " ", {trimempty = true}) end
  end
  table.sort(wanted, function(a, b) return a:match("%.mli$") and not b:match("%.mli$") or (a:sub(-1) == b:sub(-1) and a < b) end)
  for _, base in ipairs(wanted) do
    local module = capitalized(base)
    of_module[module] = of_module[module] or {}
    table.insert(of_module[module], base)
  end
  -- A file that ocamldep can't parse mentions nothing; ocamlc says why.
  return in_order(capitalized(name), of_module, mentions)
end

-- Runs ocamlc. Nil and the diagnostics when a source is wrong, else true and the warnings.
local function ocamlc(folder, source, settings, words, sources)
  -- Object files tell the folder, which is another one each time, and are known by what is in them.
  local mapped = vim.env.BUILD_PATH_PREFIX_MAP
  local map = (mapped and mapped .. ":" or "") .. "/=" .. folder:gsub("%%", "%%#"):gsub(":", "%%."):gsub("=", "%%+")
  words = vim.list_extend({settings.ocamlc, "-g", "-no-check-prims", unpack(words)}, flags_of(source, settings))
  local done, why = process.run(vim.list_extend(words, sources), folder, {BUILD_PATH_PREFIX_MAP = map})
  if not done then return nil, plain(why) end
  local said = diagnostics.parse(done.err .. done.out)
  if done.code == 0 then return true, said end
  return nil, #said > 0 and said or plain(vim.trim(done.err .. done.out))
end

local function compile(folder, source, settings)
  local sources, said = gather(folder, source, settings)
  local ok = sources
  if ok then ok, said = ocamlc(folder, source, settings, {"-o", "program.bc"}, sources) end
  if not ok then return nil, said end
  local bytes, why = files.read(folder .. "/program.bc")
  if not bytes then return nil, plain("ocamlc left no program: " .. tostring(why)) end
  return {bytes = bytes, file = vim.fn.fnamemodify(source.path, ":t")}, said
end

--- Compiles a source to a program by ocamlc. Nil and the diagnostics when it is wrong.
---@param source ocaml.Source
---@return ocaml.Bytecode?, table[]?
function M.compile(source, settings)
  return in_folder(compile, source, settings)
end

local function objects(folder, source, settings)
  local ocaml, why = installation(settings)
  if not ocaml then return nil, plain(why) end
  local sources, said = gather(folder, source, settings)
  if not sources then return nil, said end
  local given = libraries(flags_of(source, settings), ocaml.library)
  -- Where there are libraries, ocamlc links as well: it knows whether they fit, or are lacking.
  local ok
  ok, said = ocamlc(folder, source, settings, given and #given == 0 and {"-c"} or {"-o", "program.bc"}, sources)
  if not ok then return nil, said end
  local all = vim.list_extend({{file = ocaml.library .. "/stdlib.cma"}}, given or {})
  for _, name in ipairs(sources) do
    if name:match("%.ml$") then
      name = name:gsub("ml$", "cmo")
      all[#all + 1] = {file = name, bytes = files.read(folder .. "/" .. name)}
    end
  end
  all[#all + 1] = {file = ocaml.library .. "/std_exit.cmo"}
  return all, said
end

--- Compiles a source to object files by ocamlc: those of the program, in the order of linking, with the libraries.
---@param source ocaml.Source
---@return ocaml.Object[]?, table[]?
function M.objects(source, settings)
  return in_folder(objects, source, settings)
end

--- Whether a program with these flags is nothing but its units, one behind the other.
function M.has_units(settings)
  for _, word in ipairs(settings.flags) do
    if word:match("^%-linkall") or word:match("^%-pack") or word:match("^%-custom") or word:match("^%-output") then return false end
  end
  return true
end

--- Bytecode that is there already for a file: beside it, or where dune puts it; only when it is newer than the source.
---@return ocaml.Bytecode?
function M.found(path)
  local base = vim.fn.fnamemodify(path, ":r")
  local candidates = {base .. ".bc", base .. ".byte"}
  local root = files.above(path, "dune-project")
  if root then table.insert(candidates, 1, root .. "/_build/default/" .. base:sub(#root + 2) .. ".bc") end
  local changed = files.time(path) or 0
  for _, candidate in ipairs(candidates) do
    local time = files.time(candidate)
    if time and time >= changed then
      local bytes = files.read(candidate)
      if bytes then return {bytes = bytes, file = vim.fn.fnamemodify(candidate, ":t")} end
    end
  end
end

--- Lets dune build the bytecode of a file of its project. Nil and nothing where there is no project or no dune.
---@return ocaml.Bytecode?, table[]?
function M.dune(path, settings)
  local root = files.above(path, "dune-project")
  if not root or vim.fn.executable(settings.dune) == 0 then return nil end
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
