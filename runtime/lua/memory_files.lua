-- Files in memory: those that `--file` embeds, on every host, and all files where the host has no `io.open`. A path
-- belongs to memory when memory has it, when the host has no files at all, or when only memory has its directory; else it
-- is the host's. So an embedded file hides the host's of that name, until the program removes or renames it.
-- A node is {kind = "file", pieces =, n =, size =} or {kind = "directory"}, found by its path without `.`, `..` and double
-- slashes. Relative paths count from the directory in which the program started: /home where the host has none.
-- Permissions and times are not kept.
-- Cost: a write at the end of a file, and a read from anywhere, is linear in its own length; another write in the file's.

--: rt_host_files
--- Whether the host has files.
local rt_host_files = lua_io and lua_io.open and true or false

--: rt_embedded
--- NAME, contents, NAME, contents, ...: the compiler writes those of `--file` here (link/compiler).
local rt_embedded = {}

--: rt_memory_cwd
--- What relative paths are relative to; "." where only the host knows.
local rt_memory_cwd = {dir = rt_host_files and "." or "/home"}

--: rt_memory
--- The nodes, by path.
local rt_memory = {nodes = {}}
if not rt_host_files then
  rt_memory.nodes["/"] = {kind = "directory"}
  rt_memory.nodes["/home"] = {kind = "directory"}
  rt_memory.nodes["/tmp"] = {kind = "directory"}
end
for i = 1, #rt_embedded, 2 do
  local path = rt_memory_path(rt_embedded[i])
  local content = rt_embedded[i + 1]
  rt_memory.nodes[path] = {kind = "file", pieces = {content}, n = 1, size = #content}
  while true do
    path = rt_memory_parent(path)
    if path == "/" or path == "." or rt_memory.nodes[path] then break end
    rt_memory.nodes[path] = {kind = "directory"}
  end
end

--: rt_memory_path
--- The one spelling of a path that nodes are found by.
local function rt_memory_path(path)
  if lua_byte(path, 1) ~= 47 then path = rt_memory_cwd.dir .. "/" .. path end
  local root = lua_byte(path, 1) == 47 and "/" or ""
  local parts, n = {}, 0
  for part in lua_gmatch(path, "[^/]+") do
    if part == ".." and n > 0 and parts[n] ~= ".." then
      parts[n] = nil
      n = n - 1
    elseif part ~= "." and not (part == ".." and root == "/") then
      n = n + 1
      parts[n] = part
    end
  end
  if n == 0 and root == "" then return "." end
  return root .. lua_concat(parts, "/", 1, n)
end

--: rt_memory_parent
local function rt_memory_parent(path)
  local parent = lua_match(path, "^(.*)/[^/]+$")
  return parent == "" and "/" or parent or (path == "/" and "/" or ".")
end

--: rt_memory_node
--- The node of a path as the program writes it, or nil.
local function rt_memory_node(path)
  return rt_memory.nodes[rt_memory_path(path)]
end

--: rt_memory_owns
--- Whether memory is where a path is, or where something new of that name goes.
local function rt_memory_owns(path)
  if not rt_host_files then return true end
  local at = rt_memory_path(path)
  if rt_memory.nodes[at] then return true end
  if not rt_memory.nodes[rt_memory_parent(at)] then return false end
  local directory = lua_match(path, "^(.*)/[^/]+/*$") or "."
  return not rt_host_file_kind(directory == "" and "/" or directory)
end

--: rt_memory_fail
---@error Sys_error "PATH: REASON"
local function rt_memory_fail(path, reason)
  caml_raise_sys_error(path .. ": " .. reason)
end

--: rt_memory_add
--- A new node where memory owns the path.
---@error Sys_error
local function rt_memory_add(path, node)
  local at = rt_memory_path(path)
  local parent = rt_memory.nodes[rt_memory_parent(at)]
  if not parent then rt_memory_fail(path, "No such file or directory") end
  if parent.kind ~= "directory" then rt_memory_fail(path, "Not a directory") end
  rt_memory.nodes[at] = node
end

--: rt_memory_text
--- All of a file, as one string.
local function rt_memory_text(node)
  if node.n > 1 then
    node.pieces = {lua_concat(node.pieces, "", 1, node.n)}
    node.n = 1
  end
  return node.pieces[1] or ""
end

--: rt_memory_put
--- Replaces all of a file.
local function rt_memory_put(node, text)
  node.pieces, node.n, node.size = {text}, 1, #text
end

--: rt_memory_file
--- An open file with the methods of Lua's.
local function rt_memory_file(node, append)
  local at = 0
  local file = {}
  function file.read(_, count)
    if node.kind == "directory" then return nil, "Is a directory", 21 end
    if count == 0 then return at < node.size and "" or nil end
    local text = rt_memory_text(node)
    local stop = node.size
    if count == "L" then stop = lua_find(text, "\n", at + 1, true) or stop
    elseif count ~= "*a" then stop = at + count < stop and at + count or stop end
    if at >= node.size and count ~= "*a" then return nil end
    text = lua_sub(text, at + 1, stop)
    at = stop
    return text
  end
  function file.write(self, text)
    if append then at = node.size end
    if at == node.size then
      node.n = node.n + 1
      node.pieces[node.n] = text
      node.size = at + #text
    else
      local old = rt_memory_text(node)
      rt_memory_put(node, lua_sub(old, 1, at) .. lua_rep("\0", at - #old) .. text .. lua_sub(old, at + #text + 1))
    end
    at = at + #text
    return self
  end
  function file.seek(_, whence, offset)
    local to = (offset or 0) + (whence == "set" and 0 or whence == "end" and node.size or at)
    if to < 0 then return nil, "Invalid argument", 22 end
    at = to
    return at
  end
  function file.flush(self) return self end
  function file.setvbuf() return true end
  function file.close() return true end
  return file
end

--: rt_memory_open
--- A file as open(2) does with these flags.
---@error Sys_error
local function rt_memory_open(path, write, append, creat, trunc, excl)
  local node = rt_memory_node(path)
  if node and creat and excl then rt_memory_fail(path, "File exists") end
  if not node then
    if not creat then rt_memory_fail(path, "No such file or directory") end
    node = {kind = "file", pieces = {}, n = 0, size = 0}
    rt_memory_add(path, node)
  end
  if node.kind == "directory" and (write or trunc or creat) then rt_memory_fail(path, "Is a directory") end
  if trunc then rt_memory_put(node, "") end
  return rt_memory_file(node, append)
end

--: rt_memory_names
--- The names in a directory, sorted.
local function rt_memory_names(path)
  path = rt_memory_path(path)
  local names = {}
  for at in lua_next, rt_memory.nodes do
    if at ~= path and rt_memory_parent(at) == path then names[#names + 1] = lua_match(at, "[^/]+$") end
  end
  lua_sort(names)
  return names
end

--: rt_memory_remove
---@error Sys_error
local function rt_memory_remove(path)
  local node = rt_memory_node(path)
  if not node then rt_memory_fail(path, "No such file or directory") end
  if node.kind == "directory" then rt_memory_fail(path, "Is a directory") end
  rt_memory.nodes[rt_memory_path(path)] = nil
end

--: rt_memory_mkdir
---@error Sys_error
local function rt_memory_mkdir(path)
  if rt_memory_node(path) then rt_memory_fail(path, "File exists") end
  rt_memory_add(path, {kind = "directory"})
end

--: rt_memory_rmdir
---@error Sys_error
local function rt_memory_rmdir(path)
  local node = rt_memory_node(path)
  if not node then rt_memory_fail(path, "No such file or directory") end
  if node.kind ~= "directory" then rt_memory_fail(path, "Not a directory") end
  if rt_memory_names(path)[1] then rt_memory_fail(path, "Directory not empty") end
  rt_memory.nodes[rt_memory_path(path)] = nil
end

--: rt_memory_rename
--- Moves a node, and what is below a directory.
---@error Sys_error, without a path as native's
local function rt_memory_rename(from, to)
  local nodes, source, target = rt_memory.nodes, rt_memory_path(from), rt_memory_path(to)
  local node, old = nodes[source], nodes[target]
  if not node then caml_raise_sys_error("No such file or directory") end
  if source == target then return end
  local parent = nodes[rt_memory_parent(target)]
  if not parent and not rt_host_files then caml_raise_sys_error("No such file or directory") end
  if lua_sub(target, 1, #source + 1) == source .. "/" then caml_raise_sys_error("Invalid argument") end
  if old and old.kind == "directory" then
    if node.kind ~= "directory" then caml_raise_sys_error("Is a directory") end
    if rt_memory_names(to)[1] then caml_raise_sys_error("Directory not empty") end
  elseif old and node.kind == "directory" then
    caml_raise_sys_error("Not a directory")
  end
  local moved = {}
  for at in lua_next, nodes do
    if at == source or lua_sub(at, 1, #source + 1) == source .. "/" then moved[#moved + 1] = at end
  end
  for i = 1, #moved do
    local at = moved[i]
    nodes[at], nodes[target .. lua_sub(at, #source + 1)] = nil, nodes[at]
  end
end
