-- Object files to translated units. Each unit is translated once for what its file holds, the compiler and the target; of a
-- library those alone that a program needs.
local task = require("ocaml.task")
local cache = require("ocaml.cache")
local files = require("ocaml.files")
local translate = require("ocaml.translate")

local M = {}

---@class ocaml.Unit
---@field name string
---@field key string of all that the text depends on
---@field target string the target, bits of int, and OCaml's magic number
---@field needs string[] names of other units
---@field runtime string[] names of fragments of the runtime
---@field text string

---@class ocaml.Units
---@field runtime ocaml.Unit the whole runtime, for them
---@field units ocaml.Unit[] in the order of linking

-- By key, while somebody has it; and what is of use to every program: the runtime, and units of libraries.
local known = setmetatable({}, {__mode = "v"})
local kept = {}

local start = "-- lua_of_ocaml unit: "

-- link/separate.h of the compiler has the form.
local function unit_of(key, text)
  local name, target, needs, runtime =
    text:match("^" .. vim.pesc(start) .. "(%S+)[^\n]*\n%-%- for: ([^\n]*)\n%-%- needs:([^\n]*)\n%-%- runtime:([^\n]*)\n")
  if not name then return {key = key, text = text} end
  local function words(line) return vim.split(line, " ", {trimempty = true}) end
  return {name = name, key = key, target = target, needs = words(needs), runtime = words(runtime), text = text}
end

-- A unit that has been translated before, or nil.
local function get(key, settings)
  if not known[key] then
    task.breathe()
    local text = settings.cache and cache.get(key)
    known[key] = text and unit_of(key, text)
  end
  return known[key]
end

local function put(key, text, settings)
  task.breathe()
  if settings.cache then cache.put(key, text) end
  local unit = unit_of(key, text)
  known[key] = unit
  return unit
end

-- By its path, size and time: what a library holds.
local indexes = {}

---@return {content: string, units: table[]}?, string? kind, string? text
local function index_of(path, settings)
  local key = cache.key({"index", files.stamp(path), translate.stamp()})
  if not indexes[key] then
    local text = settings.cache and cache.get(key)
    if not text then
      local bytes, sums = files.read(path), {}
      for at = 1, #(bytes or ""), 65536 do
        task.breathe()
        sums[#sums + 1] = cache.key({bytes:sub(at, at + 65535)})
      end
      local list, kind, wrong = translate.translate("list", path, "")
      if not list then return nil, kind, wrong end
      text = cache.key(sums) .. "\n" .. list
      if settings.cache then cache.put(key, text) end
    end
    local lines = vim.split(text, "\n", {plain = true})
    local index = {content = table.remove(lines, 1), units = {}}
    for i, line in ipairs(lines) do
      local needs = vim.split(line, " ", {plain = true})
      local name, library, always = table.remove(needs, 1), table.remove(needs, 1), table.remove(needs, 1)
      index.units[i] = {name = name, needs = needs, library = library == "library" and always ~= "always"}
    end
    indexes[key] = index
  end
  return indexes[key]
end

-- Of all units those that take part, as ocamlc links: of libraries what something behind needs.
local function select(all)
  local chosen, wanted = {}, {}
  for i = #all, 1, -1 do
    local unit = all[i]
    if not unit.library or wanted[unit.name] then
      for _, name in ipairs(unit.needs) do wanted[name] = true end
      table.insert(chosen, 1, unit)
    end
  end
  return chosen
end

-- The whole runtime for units like this one: it asks for nothing but what backtraces take.
local function runtime_of(unit, settings)
  local asking = start .. "Runtime\n-- for: " .. unit.target .. "\n-- needs:\n-- runtime: rt_located\n-- bytes: 0\n"
  local key = cache.key({"runtime", asking, translate.stamp()})
  kept[key] = kept[key] or get(key, settings)
  if kept[key] then return kept[key] end
  local text, kind, wrong = translate.translate("runtime", "runtime", asking)
  if not text then return nil, kind, wrong end
  kept[key] = put(key, text, settings)
  return kept[key]
end

-- By key: those of libraries that have been asked for.
local asked = {}
--- How many units `fill` is still to translate.
M.lacking = 0

--- Translates units of libraries that `of` has found lacking, one by one: other questions may come between. In a task.
---@param lacking table[]
function M.fill(lacking, settings)
  local mine = vim.tbl_filter(function(unit) return not asked[unit.key] end, lacking)
  for _, unit in ipairs(mine) do asked[unit.key] = true end
  M.lacking = M.lacking + #mine
  for _, unit in ipairs(mine) do
    -- What can't be translated is asked for once: its programs go on as a whole.
    local text = translate.translate("units", unit.path, "", unit.name)
    if text then
      kept[unit.key] = put(unit.key, text, settings)
      runtime_of(kept[unit.key], settings)
    end
    M.lacking = M.lacking - 1
  end
  -- Others may have asked for the rest.
  while M.lacking > 0 do task.await(function(done) vim.defer_fn(done, 10) end) end
end

--- The units of a program. Nil, the kind and the text of an error when there are none; or nil, "lacking", and for `fill`
--- what isn't translated yet of libraries. In a task.
---@param objects ocaml.Object[] in the order of linking
---@return ocaml.Units?, string?, string|table[]?
function M.of(objects, settings)
  local all, stamp = {}, translate.stamp()
  for _, object in ipairs(objects) do
    if object.file:match("%.cma$") then
      local index, kind, wrong = index_of(object.file, settings)
      if not index then return nil, kind, wrong end
      for _, unit in ipairs(index.units) do
        all[#all + 1] = vim.tbl_extend("error", unit, {path = object.file, content = index.content})
      end
    else
      local bytes = object.bytes or files.read(object.file) or ""
      local key = cache.key({"unit", bytes, stamp, translate.target})
      local unit = get(key, settings)
      if not unit then
        local text, kind, wrong = translate.translate("units", object.file, bytes)
        if not text then return nil, kind, wrong end
        unit = put(key, text, settings)
      end
      all[#all + 1] = {name = unit.name, needs = unit.needs, unit = unit}
    end
  end
  local units, lacking = {}, {}
  for i, unit in ipairs(select(all)) do
    if not unit.unit then
      unit.key = cache.key({"unit", unit.content, unit.name, stamp, translate.target})
      kept[unit.key] = kept[unit.key] or get(unit.key, settings)
      if not kept[unit.key] then lacking[#lacking + 1] = unit end
    end
    units[i] = unit.unit or kept[unit.key]
  end
  if #lacking > 0 then return nil, "lacking", lacking end
  local runtime, kind, wrong = runtime_of(units[1], settings)
  if not runtime then return nil, kind, wrong end
  return {runtime = runtime, units = units}
end

-- What a unit compiled by itself serves less well than a whole program: what is allocated, and finalisers.
local whole = {caml_memprof_start = true, caml_gc_minor_words = true, caml_gc_counters = true, caml_final_register = true}

--- Whether a program of units had better be translated as a whole: when it has the module Gc.
---@param program ocaml.Units
function M.want_whole(program)
  for _, unit in ipairs(program.units) do
    for _, name in ipairs(unit.runtime) do
      if whole[name] then return true end
    end
  end
  return false
end

--- What tells of units that they are there: for `find`.
---@param program ocaml.Units
function M.list(program)
  local keys = {program.runtime.key}
  for _, unit in ipairs(program.units) do keys[#keys + 1] = unit.key end
  return table.concat(keys, "\n")
end

--- The units that `list` was about, or nil when one is gone. In a task.
---@param text string
---@return ocaml.Units?
function M.find(text, settings)
  local units = {}
  for i, key in ipairs(vim.split(text, "\n", {plain = true})) do
    units[i] = get(key, settings)
    if not units[i] then return nil end
  end
  return {runtime = table.remove(units, 1), units = units}
end

return M
