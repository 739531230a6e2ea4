-- Descriptors (answers to caml_sys_open and caml_sys_close of runtime/sys.c): small ints for Lua's files, as Unix gives them.
-- Lua's fopen has no mode for each combination of open(2)'s flags: what it lacks is looked at before opening, so two
-- processes that race for one name can both win where native's O_EXCL would let one lose.

--: rt_fds
--- Open descriptors: number -> Lua file. A host without `io` prints whole lines by `print` and has an empty stdin.
local rt_fds = {}
if lua_io then
  rt_fds[0], rt_fds[1], rt_fds[2] = lua_io.stdin, lua_io.stdout, lua_io.stderr
else
  local function sink()
    local held = ""
    return {
      write = function(self, s)
        held = held .. s
        local last = 0
        while true do
          local i = lua_find(held, "\n", last + 1, true)
          if not i then break end
          lua_print(lua_sub(held, last + 1, i - 1))
          last = i
        end
        held = lua_sub(held, last + 1)
        return self
      end,
      flush = function(self) return self end,
      seek = function() return nil, "Illegal seek", 29 end,
    }
  end
  rt_fds[0] = {read = function() return nil end, seek = function() return nil, "Illegal seek", 29 end}
  rt_fds[1], rt_fds[2] = sink(), sink()
end

--: rt_fd_append
--- Descriptors opened for appending: native counts their positions from 0.
local rt_fd_append = {}

--: caml_sys_open
--- Flags in the order of Stdlib.open_flag: rdonly, wronly, append, creat, trunc, excl, binary, text, nonblock.
---@error Sys_error
local function caml_sys_open(path, flags, perm)
  rt_check_path(path)
  local wronly, append, creat, trunc, excl = false, false, false, false, false
  while flags ~= 0 do
    local flag = flags[2]
    if flag == 1 then wronly = true
    elseif flag == 2 then append = true; wronly = true
    elseif flag == 3 then creat = true
    elseif flag == 4 then trunc = true
    elseif flag == 5 then excl = true end
    flags = flags[3]
  end
  local file = nil
  if rt_memory_owns(path) then file = rt_memory_open(path, wronly, append, creat, trunc, excl)
  else file = rt_host_open(path, wronly, append, creat, trunc, excl, perm) end
  local fd = 3
  while rt_fds[fd] do fd = fd + 1 end
  rt_fds[fd] = file
  rt_fd_append[fd] = append or nil
  return fd
end

--: rt_host_open
--- A file of the host's. C's fopen has no mode for all flags: existence is looked at first where it matters.
---@error Sys_error
local function rt_host_open(path, wronly, append, creat, trunc, excl, perm)
  local name = rt_path(path)
  local mode, fresh = "rb", false
  if wronly or creat or trunc then
    local probe, msg, errno = lua_io.open(name, "rb")
    if probe then
      probe:close()
      if creat and excl then caml_raise_sys_error(path .. ": File exists") end
    elseif errno == 2 or errno == nil then
      if not creat then caml_raise_sys_error(path .. ": " .. rt_reason(msg, name)) end
      fresh = true
    end
    if append then mode = "ab"
    elseif trunc or fresh then mode = "wb"
    else mode = "r+b" end
  end
  local file, msg, errno = lua_io.open(name, mode)
  if not file and mode == "r+b" and errno == 13 then
    -- write-only permission: a file that can't be read can still be appended to or truncated, not overwritten in place
    caml_raise_sys_error(path .. ": Permission denied")
  end
  if not file then caml_raise_sys_error(path .. ": " .. rt_reason(msg, name)) end
  if fresh and perm % 512 ~= 438 then rt_chmod(name, perm % 512) end
  if fresh and not wronly then
    -- created, but to be read
    file:close()
    file, msg = lua_io.open(name, "rb")
    if not file then caml_raise_sys_error(path .. ": " .. rt_reason(msg, name)) end
  end
  -- channels have buffers of their own, and LuaJIT can lose the error of a flush that it compiled
  if wronly then file:setvbuf("no") end
  return file
end

--: rt_chmod
--- Gives a new file the permissions that open(2) would: perm without the umask. Best effort; 0o666 needs nothing.
local function rt_chmod(name, perm)
  if rt_libc.chmod and rt_libc.umask then
    local mask = lua_tonumber(rt_libc.umask(18))
    rt_libc.umask(mask)
    rt_libc.chmod(name, (rt_and32(perm, -1 - mask)))
  elseif rt_uv then
    -- libuv does not tell the umask; a file that fopen made shows it
    local st = rt_uv.fs_stat(name)
    if st then
      local mask = 438 - rt_and32(st.mode, 438)
      if rt_and32(mask, 146) ~= 0 then mask = rt_or32(mask, lua_floor(rt_and32(mask, 146) / 2)) end
      rt_uv.fs_chmod(name, rt_and32(perm, -1 - mask))
    end
  elseif not rt_windows and perm ~= 420 then
    rt_execute("chmod $(printf %o $((" .. lua_format("0%o", perm) .. " & ~0$(umask)))) " .. rt_quote(name) .. " 2>/dev/null")
  end
end

--: caml_sys_close
local function caml_sys_close(fd)
  local file = rt_fds[fd]
  rt_fds[fd] = nil
  rt_fd_append[fd] = nil
  -- Lua refuses to close the standard streams: they go with the process
  if file and fd > 2 then file:close() end
  return 0
end
