-- Translations by the hash of all that they depend on, in the editor's folder for caches. Files are written whole; the
-- ones used longest ago go when there are too many. A cache that can't be written is no error: everything works without.
local files = require("ocaml.files")
local uv = vim.uv or vim.loop

local M = {max_files = 200, max_bytes = 64 * 1024 * 1024}

function M.folder()
  return vim.fn.stdpath("cache") .. "/lua_of_ocaml"
end

--- The key of some texts: their order and their bounds count.
---@param parts string[]
function M.key(parts)
  local texts = {}
  for i, part in ipairs(parts) do
    -- Vim's strings end at a zero byte.
    texts[i] = #part .. ":" .. part:gsub("[%z\1]", {["\0"] = "\1a", ["\1"] = "\1b"})
  end
  return vim.fn.sha256(table.concat(texts, "\n"))
end

---@return string?
function M.get(key)
  local path = M.folder() .. "/" .. key .. ".lua"
  local text = files.read(path)
  if text then uv.fs_utime(path, os.time(), os.time()) end
  return text
end

---@return boolean, string?
function M.put(key, text)
  pcall(vim.fn.mkdir, M.folder(), "p")
  local ok, why = files.write(M.folder() .. "/" .. key .. ".lua", text)
  if ok then M.shrink() end
  return ok, why
end

--- Every cached file: path, bytes, time of the last use.
function M.list()
  local all = {}
  local entries = uv.fs_scandir(M.folder())
  while entries do
    local name = uv.fs_scandir_next(entries)
    if not name then break end
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
