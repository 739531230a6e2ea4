-- Whole files, read and written so that no reader ever sees half of one.
local uv = vim.uv or vim.loop

local M = {}

---@return string?, string?
function M.read(path)
  local file, why = io.open(path, "rb")
  if not file then return nil, why end
  local text = file:read("*a")
  file:close()
  return text
end

--- Under a name of its own first, then renamed: several editors may write the same file. What is no file, like a device,
--- is written as it is.
---@return boolean, string?
function M.write(path, text)
  path = uv.fs_realpath(path) or path
  local stat = uv.fs_stat(path)
  local fresh = stat and stat.type ~= "file" and path or ("%s.%d.%d"):format(path, uv.os_getpid(), uv.hrtime() % 1000000)
  local file, why = io.open(fresh, "wb")
  if not file then return false, why end
  local ok
  ok, why = file:write(text)
  local closed, late = file:close()
  if not ok or not closed then why = why or late
  elseif fresh == path then return true
  else
    ok, why = uv.fs_rename(fresh, path)
    if ok then return true end
  end
  if fresh ~= path then os.remove(fresh) end
  return false, tostring(why)
end

--- The time of the last change, or nil.
function M.time(path)
  local stat = uv.fs_stat(path)
  return stat and stat.mtime.sec + stat.mtime.nsec / 1e9
end

--- What a file is known by, short of looking into it.
function M.stamp(path)
  local stat = uv.fs_stat(path)
  return stat and ("%s %d %d.%d"):format(path, stat.size, stat.mtime.sec, stat.mtime.nsec) or path
end

--- The names of what is in a folder, sorted; none if there is no such folder.
---@return string[]
function M.names(folder)
  local names, entries = {}, uv.fs_scandir(folder)
  while entries do
    local name = uv.fs_scandir_next(entries)
    if not name then break end
    names[#names + 1] = name
  end
  table.sort(names)
  return names
end

--- Removes a folder and the files in it.
function M.remove_folder(folder)
  for _, name in ipairs(M.names(folder)) do os.remove(folder .. "/" .. name) end
  uv.fs_rmdir(folder)
end

--- The folder of a file, or the nearest above it, that has a file of this name, or nil.
---@param path string full path
---@return string?
function M.above(path, name)
  local folder = vim.fn.fnamemodify(path, ":h")
  while not uv.fs_stat(folder .. "/" .. name) do
    local next = vim.fn.fnamemodify(folder, ":h")
    if next == folder then return nil end
    folder = next
  end
  return folder
end

return M
