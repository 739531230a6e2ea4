-- Sys (answers to runtime/sys.c, signals.c, afl.c): arguments, environment, files and directories, processes, constants.
-- Errors carry native's messages: Sys_error "path: No such file or directory". Where plain Lua has no call for something
-- it is done through ffi, libuv or a shell (host.lua), in this order; where none of them is there an exception says so.

--: caml_sys_argv
local function caml_sys_argv(unit)
  return rt_sys_argv.value
end

--: rt_sys_argv
--- Holds Sys.argv: the toplevel replaces it.
local rt_sys_argv = {value = rt_argv}

--: caml_sys_get_argv
local function caml_sys_get_argv(unit)
  return {0, rt_argv[2], rt_sys_argv.value}
end

--: caml_sys_modify_argv
local function caml_sys_modify_argv(argv)
  rt_sys_argv.value = argv
  return 0
end

--: caml_sys_executable_name
local function caml_sys_executable_name(unit)
  return rt_argv[2]
end

--: caml_sys_exit
local function caml_sys_exit(code)
  rt_exit(code)
end

--: caml_sys_get_config
--- (os_type, word size, big endian)
local function caml_sys_get_config(unit)
  return {0, rt_windows and "Win32" or "Unix", caml_sys_const_word_size(unit), 0}
end

--: caml_sys_const_big_endian
local function caml_sys_const_big_endian(unit)
  return 0
end

--: caml_sys_const_word_size
local function caml_sys_const_word_size(unit)
  return 32
end

--: caml_sys_const_word_size if int63
local function caml_sys_const_word_size(unit)
  return 64
end

--: caml_sys_const_int_size
--- 32, not 31: ints wrap at 32 bits where they are not 63 wide.
local function caml_sys_const_int_size(unit)
  return 32
end

--: caml_sys_const_int_size if int63
local function caml_sys_const_int_size(unit)
  return 63
end

--: caml_sys_const_max_wosize
--- Sys.max_string_length = word_size / 8 * max_wosize - 1 must fit an int.
local function caml_sys_const_max_wosize(unit)
  return 536870911
end

--: caml_sys_const_max_wosize if int63
local function caml_sys_const_max_wosize(unit)
  return 18014398509481983
end

--: caml_sys_const_ostype_unix
local function caml_sys_const_ostype_unix(unit)
  return rt_windows and 0 or 1
end

--: caml_sys_const_ostype_win32
local function caml_sys_const_ostype_win32(unit)
  return rt_windows and 1 or 0
end

--: caml_sys_const_ostype_cygwin
local function caml_sys_const_ostype_cygwin(unit)
  return 0
end

--: caml_sys_const_backend_type
--- Sys.Other "lua_of_ocaml"
local function caml_sys_const_backend_type(unit)
  return {0, "lua_of_ocaml"}
end

--: caml_sys_const_naked_pointers_checked
local function caml_sys_const_naked_pointers_checked(unit)
  return 0
end

--: caml_sys_getenv
---@error Not_found
local function caml_sys_getenv(name)
  local value = lua_os and lua_os.getenv and not lua_find(name, "\0", 1, true) and lua_os.getenv(name)
  if not value then caml_raise_not_found() end
  return value
end

--: caml_sys_unsafe_getenv
local function caml_sys_unsafe_getenv(name)
  return caml_sys_getenv(name)
end

--: caml_sys_time
--- Processor time in seconds.
local function caml_sys_time(unit)
  if not (lua_os and lua_os.clock) then caml_raise_sys_error("this host has no os.clock") end
  return lua_os.clock() + 0.0
end

--: caml_sys_time_include_children
--- The time of child processes is not known to Lua.
local function caml_sys_time_include_children(children)
  return caml_sys_time(0)
end

--: caml_sys_random_seed
--- Twelve bytes of /dev/urandom, or what the clock and the allocator give.
local function caml_sys_random_seed(unit)
  local f = lua_io and lua_io.open and lua_io.open("/dev/urandom", "rb")
  if f then
    if f.setvbuf then f:setvbuf("no") end
    local s = f:read(12)
    f:close()
    if s and #s == 12 then return {0, lua_byte(s, 1, 12)} end
  end
  local seed = {0}
  if lua_os and lua_os.time then seed[2] = lua_os.time() % 1073741824 end
  if lua_os and lua_os.clock then seed[#seed + 1] = lua_floor(lua_os.clock() * 1000000) % 1073741824 end
  local address = lua_match(lua_tostring({}), "(%x+)$") or "0"
  seed[#seed + 1] = (lua_tonumber(lua_sub(address, -7), 16) or 0) % 1073741824
  return seed
end

--: caml_sys_file_exists
local function caml_sys_file_exists(path)
  if lua_find(path, "\0", 1, true) then return 0 end
  return rt_file_kind(path) and 1 or 0
end

--: caml_sys_is_directory
---@error Sys_error
local function caml_sys_is_directory(path)
  rt_check_path(path)
  local kind, why = rt_file_kind(path)
  if not kind then caml_raise_sys_error(path .. ": " .. why) end
  return kind == "directory" and 1 or 0
end

--: caml_sys_is_regular_file
---@error Sys_error
local function caml_sys_is_regular_file(path)
  rt_check_path(path)
  local kind, why = rt_file_kind(path)
  if not kind then caml_raise_sys_error(path .. ": " .. why) end
  return kind == "file" and 1 or 0
end

--: caml_sys_remove
--- C's remove would take an empty directory too; unlink does not.
---@error Sys_error
local function caml_sys_remove(path)
  rt_check_path(path)
  if rt_memory_owns(path) then
    rt_memory_remove(path)
    return 0
  end
  if not (lua_os and lua_os.remove) then caml_raise_sys_error(path .. ": this host can't remove files (no os.remove)") end
  local name = rt_path(path)
  -- only a directory has a `.` in it; opening the path itself would wait at a pipe for who writes to it
  local directory = lua_io.open(name .. "/.", "rb")
  if directory then
    directory:close()
    caml_raise_sys_error(path .. ": Is a directory")
  end
  local ok, msg = lua_os.remove(name)
  if not ok then caml_raise_sys_error(path .. ": " .. rt_reason(msg, name)) end
  return 0
end

--: caml_sys_rename
---@error Sys_error, without a path as native's
local function caml_sys_rename(from, to)
  rt_check_path(from)
  rt_check_path(to)
  if not rt_host_files or rt_memory_node(from) then
    rt_memory_rename(from, to)
    return 0
  end
  if not (lua_os and lua_os.rename) then caml_raise_sys_error("this host can't rename files (no os.rename)") end
  local source = rt_path(from)
  local ok, msg = lua_os.rename(source, rt_path(to))
  if not ok then caml_raise_sys_error(rt_reason(msg, source)) end
  rt_memory.nodes[rt_memory_path(to)] = nil -- it was replaced
  return 0
end

--: caml_sys_getcwd
---@error Sys_error
local function caml_sys_getcwd(unit)
  if not rt_host_files then return rt_memory_cwd.dir end
  if rt_cwd.dir then return rt_cwd.dir end
  if rt_libc.getcwd then
    local buf = lua_ffi.new("char[4096]")
    if rt_libc.getcwd(buf, 4096) == nil then caml_raise_sys_error(rt_libc_error()) end
    return lua_ffi.string(buf)
  end
  if rt_uv then return rt_uv.cwd() end
  local out, status = rt_capture("pwd -P")
  if not out then caml_raise_sys_error("getcwd: " .. status) end
  if status ~= 0 then caml_raise_sys_error("No such file or directory") end
  return (lua_gsub(out, "\n$", ""))
end

--: caml_sys_chdir
--- Without a chdir call the directory is kept here and put before relative paths.
---@error Sys_error
local function caml_sys_chdir(path)
  rt_check_path(path)
  if not rt_host_files then
    if caml_sys_is_directory(path) == 0 then caml_raise_sys_error(path .. ": Not a directory") end
  elseif rt_libc.chdir then
    if rt_libc.chdir(path) ~= 0 then caml_raise_sys_error(path .. ": " .. rt_libc_error()) end
  elseif rt_uv then
    local ok, why = lua_pcall(rt_uv.chdir, path)
    if not ok then caml_raise_sys_error(path .. ": " .. rt_uv_reason(lua_match(why, "%u+: .*") or why)) end
  else
    local kind, why = rt_file_kind(path)
    if not kind then caml_raise_sys_error(path .. ": " .. why) end
    if kind ~= "directory" then caml_raise_sys_error(path .. ": Not a directory") end
    local out, status = rt_capture("cd -- " .. rt_quote(path) .. " && pwd -P")
    if not out then caml_raise_sys_error(path .. ": " .. status) end
    if status ~= 0 then caml_raise_sys_error(path .. ": Permission denied") end
    rt_cwd.dir = (lua_gsub(out, "\n$", ""))
  end
  rt_memory_cwd.dir = rt_memory_path(path)
  return 0
end

--: rt_sys_shell
--- Runs a POSIX tool on a path and raises Sys_error with the reason that the tool gives after its last ": ".
local function rt_sys_shell(path, command)
  local out, status = rt_capture("export LC_ALL=C; " .. command)
  if not out then caml_raise_sys_error(path .. ": " .. status) end
  if status ~= 0 then
    local reason = lua_match(out, "^.*: ([^:\n]+)\n*$") or "Operation not permitted"
    caml_raise_sys_error(path .. ": " .. reason)
  end
  return out
end

--: caml_sys_mkdir
---@error Sys_error
local function caml_sys_mkdir(path, perm)
  rt_check_path(path)
  if rt_memory_owns(path) then rt_memory_mkdir(path)
  elseif rt_libc.mkdir then
    if rt_libc.mkdir(path, perm) ~= 0 then caml_raise_sys_error(path .. ": " .. rt_libc_error()) end
  elseif rt_uv then
    local ok, why = rt_uv.fs_mkdir(path, perm)
    if not ok then caml_raise_sys_error(path .. ": " .. rt_uv_reason(why)) end
  else
    rt_sys_shell(path, "mkdir -m $(printf %o $((" .. lua_format("0%o", perm % 4096) .. " & ~0$(umask)))) -- " .. rt_quote(path))
  end
  return 0
end

--: caml_sys_rmdir
---@error Sys_error
local function caml_sys_rmdir(path)
  rt_check_path(path)
  if rt_memory_owns(path) then rt_memory_rmdir(path)
  elseif rt_libc.rmdir then
    if rt_libc.rmdir(path) ~= 0 then caml_raise_sys_error(path .. ": " .. rt_libc_error()) end
  elseif rt_uv then
    local ok, why = rt_uv.fs_rmdir(path)
    if not ok then caml_raise_sys_error(path .. ": " .. rt_uv_reason(why)) end
  else
    rt_sys_shell(path, "rmdir -- " .. rt_quote(path))
  end
  return 0
end

--: caml_sys_read_directory
--- The names in a directory, without . and ..: those in memory and the host's.
---@error Sys_error
local function caml_sys_read_directory(path)
  rt_check_path(path)
  local kind, why = rt_file_kind(path)
  local own = rt_memory_names(path)
  if not kind and not own[1] then caml_raise_sys_error(path .. ": " .. why) end
  if kind and kind ~= "directory" then caml_raise_sys_error(path .. ": Not a directory") end
  local names = {0}
  if rt_host_files and rt_host_file_kind(path) then names = rt_host_directory(path) end
  local seen = {}
  for i = 2, #names do seen[names[i]] = true end
  for i = 1, #own do
    if not seen[own[i]] then names[#names + 1] = own[i] end
  end
  return names
end

--: rt_host_directory
--- The names in a directory of the host's; through a shell a name with a newline in it can't be told from two.
---@error Sys_error
local function rt_host_directory(path)
  local names = {0}
  if rt_uv and rt_uv.fs_scandir then
    local dir, why = rt_uv.fs_scandir(rt_path(path))
    if not dir then caml_raise_sys_error(path .. ": " .. rt_uv_reason(why)) end
    while true do
      local name = rt_uv.fs_scandir_next(dir)
      if not name then return names end
      names[#names + 1] = name
    end
  end
  local out = rt_sys_shell(path, "cd -- " .. rt_quote(path) .. " && ls -a1")
  local start = 1
  while true do
    local stop = lua_find(out, "\n", start, true)
    if not stop then return names end
    local name = lua_sub(out, start, stop - 1)
    if name ~= "." and name ~= ".." then names[#names + 1] = name end
    start = stop + 1
  end
end

--: caml_sys_system_command
---@error Sys_error
local function caml_sys_system_command(command)
  if lua_find(command, "\0", 1, true) then caml_raise_sys_error(command .. ": Invalid argument") end
  local status, why = rt_execute(command)
  if not status then caml_raise_sys_error(command .. ": " .. why) end
  return status
end

--: caml_sys_isatty
local function caml_sys_isatty(ch)
  local fd = ch.fd
  if rt_libc.isatty then return rt_libc.isatty(fd) == 1 and 1 or 0 end
  if rt_uv and rt_uv.guess_handle then return rt_uv.guess_handle(fd) == "tty" and 1 or 0 end
  -- a child inherits the standard streams only
  if fd < 0 or fd > 2 or rt_windows then return 0 end
  return rt_execute("test -t " .. lua_format("%d", fd)) == 0 and 1 or 0
end

--: rt_signal_handlers
--- Handlers by OCaml's signal number. Lua is told of no signal: they are kept so that the old one can be given back.
local rt_signal_handlers = {}

--: caml_install_signal_handler
--- The old handler: 0 default, 1 ignore, {0, f}. No host delivers signals to Lua; the handler is never called.
---@error Invalid_argument for a number that is no signal
local function caml_install_signal_handler(signal, action)
  if signal < -28 or signal > 64 then caml_invalid_argument("Sys.signal: unavailable signal") end
  local old = rt_signal_handlers[signal] or 0
  rt_signal_handlers[signal] = action
  return old
end

--: caml_process_pending_actions_with_root
local function caml_process_pending_actions_with_root(root)
  return root
end

--: caml_reset_afl_instrumentation
--- No program is compiled with AFL instrumentation: native does nothing then.
local function caml_reset_afl_instrumentation(full)
  return 0
end

--: caml_xdg_defaults
--- Directories of configuration on Windows: none elsewhere.
local function caml_xdg_defaults(unit)
  return 0
end

--: caml_zstd_initialize
--- False: no compression, as a runtime that was configured without zstd.
local function caml_zstd_initialize(unit)
  return 0
end
