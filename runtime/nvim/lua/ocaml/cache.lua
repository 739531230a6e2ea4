-- Translations by the hash of all that they depend on, in the editor's folder for caches. Files are written whole, and what
-- has been damaged isn't taken; the ones used longest ago go when there are too many. A cache that can't be written is no
-- error: everything works without.
local files = require("ocaml.files")
local uv = vim.uv or vim.loop

local M = {max_files = 1000, max_bytes = 64 * 1024 * 1024}

function M.folder()
  return vim.fn.stdpath("cache") .. "/lua_of_ocaml"
end

--- The key of some texts: their order and their bounds count.
---@param parts string[]
function M.key(parts)
  local texts = {}
  for i, part in ipairs(parts) do
    -- Vim's strings end at a zero byte.
    texts[i] = #part .. ":" .. (part:find("\0", 1, true) and ("%q"):format(part) or part)
  end
  return vim.fn.sha256(table.concat(texts, "\n"))
end

local function path_of(key)
  return M.folder() .. "/" .. key .. ".lua"
end

--- A cached text; a file that isn't what was written is no such text.
---@return string?
function M.get(key)
  local path = path_of(key)
  local sum, text = (files.read(path) or ""):match("^%-%- (%x+)\n(.*)$")
  if not text or M.key({text}) ~= sum then return nil end
  uv.fs_utime(path, os.time(), os.time())
  return text
end

local shrinks = false

---@return boolean, string?
function M.put(key, text)
  pcall(vim.fn.mkdir, M.folder(), "p")
  local ok, why = files.write(path_of(key), "-- " .. M.key({text}) .. "\n" .. text)
  -- Once for all that is written now.
  if ok and not shrinks then
    shrinks = true
    vim.defer_fn(function()
      shrinks = false
      M.shrink()
    end, 1000)
  end
  return ok, why
end

--- Every cached file: path, bytes, time of the last use.
function M.list()
  local all = {}
  for _, name in ipairs(files.names(M.folder())) do
    local path = M.folder() .. "/" .. name
    local stat = uv.fs_stat(path)
    if stat and stat.type == "file" then all[#all + 1] = {path = path, bytes = stat.size, time = stat.mtime.sec} end
  end
  return all
end

function M.shrink()
  local all, bytes = M.list(), 0
  table.sort(all, function(a, b) return a.time > b.time or a.time == b.time and a.path < b.path end)
  for i, file in ipairs(all) do
    bytes = bytes + file.bytes
    if i > M.max_files or bytes > M.max_bytes then os.remove(file.path) end
  end
end

function M.clear()
  for _, file in ipairs(M.list()) do os.remove(file.path) end
end

return M
