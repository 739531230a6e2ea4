-- The Unix library, as far as a host reaches (answers to otherlibs/unix): clocks, files, directories, descriptors of
-- files. Names of OCaml 4 (unix_*) and 5 (caml_unix_*). What fails raises Unix_error with the code that C's errno would
-- have; what no host can do (fork, sockets, signals) raises Invalid_argument: unix_lacking.lua. Users and the machine:
-- unix_system.lua; processes: unix_process.lua.

--: rt_unix_messages
--- strerror's texts (of glibc), in the order of the constructors of Unix.error.
local rt_unix_messages = {
  "Argument list too long", "Permission denied", "Resource temporarily unavailable", "Bad file descriptor",
  "Device or resource busy", "No child processes", "Resource deadlock avoided", "Numerical argument out of domain",
  "File exists", "Bad address", "File too large", "Interrupted system call", "Invalid argument",
  "Input/output error", "Is a directory", "Too many open files", "Too many links", "File name too long",
  "Too many open files in system", "No such device", "No such file or directory", "Exec format error",
  "No locks available", "Cannot allocate memory", "No space left on device", "Function not implemented",
  "Not a directory", "Directory not empty", "Inappropriate ioctl for device", "No such device or address",
  "Operation not permitted", "Broken pipe", "Numerical result out of range", "Read-only file system", "Illegal seek",
  "No such process", "Invalid cross-device link", "Resource temporarily unavailable", "Operation now in progress",
  "Operation already in progress", "Socket operation on non-socket", "Destination address required",
  "Message too long", "Protocol wrong type for socket", "Protocol not available", "Protocol not supported",
  "Socket type not supported", "Operation not supported", "Protocol family not supported",
  "Address family not supported by protocol", "Address already in use", "Cannot assign requested address",
  "Network is down", "Network is unreachable", "Network dropped connection on reset",
  "Software caused connection abort", "Connection reset by peer", "No buffer space available",
  "Transport endpoint is already connected", "Transport endpoint is not connected",
  "Cannot send after transport endpoint shutdown", "Too many references: cannot splice", "Connection timed out",
  "Connection refused", "Host is down", "No route to host", "Too many levels of symbolic links",
  "Value too large for defined data type",
}

--: rt_unix_codes
--- The constructor by its text; of two with one text, the first.
local rt_unix_codes = {}
do
  for i = #rt_unix_messages, 1, -1 do rt_unix_codes[rt_unix_messages[i]] = i - 1 end
end

--: rt_unix_error
--- Raises Unix.Unix_error.
---@param reason string strerror's text
---@param name string of the function
---@param what string what it was about
local function rt_unix_error(reason, name, what)
  local exception = rt_named_values["Unix.Unix_error"]
  if not exception then caml_invalid_argument("Exception Unix.Unix_error not initialized, please link unix.cma") end
  lua_error({0, exception, rt_unix_codes[reason] or {0, 0}, name, what})
end

--: rt_unix_try
--- Calls a primitive of Sys; its Sys_error becomes a Unix_error.
local function rt_unix_try(name, what, f, ...)
  local ok, v = lua_pcall(f, ...)
  if ok then return v end
  if lua_type(v) == "table" and v[2] == caml_exn_Sys_error then
    rt_unix_error(lua_match(v[3], ": ([^:]+)$") or v[3], name, what)
  end
  lua_error(v, 0)
end

--: rt_unix_lacks
--- What no host of Lua can do: a function that raises what Unix raises on a system that lacks the call.
---@error Invalid_argument "Unix.NAME not implemented"
local function rt_unix_lacks(name)
  return function() caml_invalid_argument("Unix." .. name .. " not implemented") end
end

--: rt_unix_do
--- Does something by the first way that the host has: C's function of that name (-1 is a failure), libuv's function, a
--- POSIX tool, whose output it is then.
---@param name string of the function
---@param what string what Unix_error says that it was about
---@param declaration string|nil of C's function
---@param uv string|nil
---@param command string|nil
---@param ... any arguments of C's function and of libuv's
local function rt_unix_do(name, what, declaration, uv, command, ...)
  local f = declaration and rt_c_function(name, declaration)
  if f then
    local result = f(...)
    if result == -1 then rt_unix_error(rt_libc_error(), name, what) end
    return result
  end
  f = uv and rt_uv and rt_uv[uv]
  if f then
    local result, why = f(...)
    if result == nil then rt_unix_error(rt_uv_reason(why), name, what) end
    return result
  end
  local out, status = nil, nil
  if command then out, status = rt_capture("export LC_ALL=C; " .. command) end
  if not out then rt_unix_lacks(name)() end
  if status ~= 0 then rt_unix_error(lua_match(out, "^.*: ([^:\n]+)\n*$") or "Operation not permitted", name, what) end
  return (lua_gsub(out, "\n$", ""))
end

--: caml_unix_error_message, unix_error_message
local function caml_unix_error_message(code)
  if lua_type(code) == "table" then return lua_format("Unknown error %d", code[2]) end
  return rt_unix_messages[code + 1]
end

--: caml_unix_getcwd, unix_getcwd
local function caml_unix_getcwd(unit)
  return rt_unix_try("getcwd", "", caml_sys_getcwd, 0)
end

--: caml_unix_chdir, unix_chdir
local function caml_unix_chdir(path)
  return rt_unix_try("chdir", path, caml_sys_chdir, path)
end

--: caml_unix_mkdir, unix_mkdir
local function caml_unix_mkdir(path, perm)
  return rt_unix_try("mkdir", path, caml_sys_mkdir, path, perm)
end

--: caml_unix_rmdir, unix_rmdir
local function caml_unix_rmdir(path)
  return rt_unix_try("rmdir", path, caml_sys_rmdir, path)
end

--: caml_unix_unlink, unix_unlink
local function caml_unix_unlink(path)
  return rt_unix_try("unlink", path, caml_sys_remove, path)
end

--: caml_unix_rename, unix_rename
local function caml_unix_rename(from, to)
  return rt_unix_try("rename", from, caml_sys_rename, from, to)
end

--: caml_unix_access, unix_access
--- F_OK by looking; the others (R_OK, W_OK, X_OK: 0, 1, 2) by libuv or the shell's test.
local function caml_unix_access(path, modes)
  if caml_sys_file_exists(path) == 0 then rt_unix_error("No such file or directory", "access", path) end
  while modes ~= 0 and not rt_memory_node(path) do
    local letter = lua_sub("rwx", modes[2] + 1, modes[2] + 1)
    if letter ~= "" then
      local allowed
      if rt_uv then allowed = rt_uv.fs_access(rt_path(path), letter)
      else allowed = rt_execute("test -" .. letter .. " " .. rt_quote(path)) == 0 end
      if not allowed then rt_unix_error("Permission denied", "access", path) end
    end
    modes = modes[3]
  end
  return 0
end

--: caml_unix_opendir, unix_opendir
local function caml_unix_opendir(path)
  local names = rt_unix_try("opendir", path, caml_sys_read_directory, path)
  local all = {".", ".."}
  for i = 2, #names do all[i + 1] = names[i] end
  return {251, names = all, at = 1}
end

--: caml_unix_readdir, unix_readdir
---@error End_of_file
local function caml_unix_readdir(dir)
  if not dir.names then rt_unix_error("Bad file descriptor", "readdir", "") end
  local name = dir.names[dir.at]
  if not name then caml_raise_end_of_file() end
  dir.at = dir.at + 1
  return name
end

--: caml_unix_rewinddir, unix_rewinddir
local function caml_unix_rewinddir(dir)
  dir.at = 1
  return 0
end

--: caml_unix_closedir, unix_closedir
local function caml_unix_closedir(dir)
  if not dir.names then rt_unix_error("Bad file descriptor", "closedir", "") end
  dir.names = nil
  return 0
end

--: caml_unix_getpid, unix_getpid
--- By libuv, C, or Linux's /proc.
local function caml_unix_getpid(unit)
  local getpid = rt_uv and (rt_uv.os_getpid or rt_uv.getpid) or rt_c_function("getpid", "int getpid(void);")
  if getpid then return (getpid()) end
  local file = lua_io and lua_io.open and lua_io.open("/proc/self/stat", "rb")
  local pid = file and lua_match(file:read(32) or "", "^%d+")
  if file then file:close() end
  if not pid then rt_unix_error("Function not implemented", "getpid", "") end
  return lua_tonumber(pid)
end

--: caml_unix_sleep, unix_sleep
--- Seconds, with a fraction.
local function caml_unix_sleep(seconds)
  if seconds <= 0 then return 0 end
  local milliseconds = lua_ceil(seconds * 1000)
  local poll = rt_c_function("poll", "int poll(void *, unsigned long, int);")
  if rt_uv and rt_uv.sleep then rt_uv.sleep(milliseconds)
  elseif poll then poll(nil, 0, milliseconds)
  elseif not rt_execute("sleep " .. lua_format("%.3f", seconds)) then
    rt_unix_error("Function not implemented", "sleep", "")
  end
  return 0
end

--: caml_unix_environment, caml_unix_environment_unsafe, unix_environment, unix_environment_unsafe
--- By libuv, Linux's /proc or the shell.
local function caml_unix_environment(unit)
  local list = {0}
  if rt_uv and rt_uv.os_environ then
    for name, value in lua_next, rt_uv.os_environ() do list[#list + 1] = name .. "=" .. value end
    return list
  end
  local file = lua_io and lua_io.open and lua_io.open("/proc/self/environ", "rb")
  local text = file and file:read("*a")
  if file then file:close() end
  lua_gsub(text or rt_capture("env -0") or "", "[^%z]+", function(entry) list[#list + 1] = entry end)
  return list
end

--: caml_unix_mktime, unix_mktime
--- The time of a Unix.tm, and the tm put right.
local function caml_unix_mktime(tm)
  local t = lua_os and lua_os.time({sec = tm[2], min = tm[3], hour = tm[4], day = tm[5], month = tm[6] + 1,
    year = tm[7] + 1900})
  if not t then rt_unix_error("Numerical result out of range", "mktime", "") end
  return {0, t + 0.0, rt_unix_tm("*t", t)}
end

--: caml_unix_isatty, unix_isatty
local function caml_unix_isatty(fd)
  return caml_sys_isatty({fd = fd})
end

--: caml_unix_open, unix_open
--- Flags in the order of Unix.open_flag: rdonly, wronly, rdwr, nonblock, append, creat, trunc, excl, ...
local function caml_unix_open(path, flags, perm)
  local sys = {[1] = 1, [2] = 1, [4] = 2, [5] = 3, [6] = 4, [7] = 5}
  local list, both = 0, false
  while flags ~= 0 do
    local flag = sys[flags[2]]
    if flag then list = {0, flag, list} end
    both = both or flags[2] == 2
    flags = flags[3]
  end
  local fd = rt_unix_try("open", path, caml_sys_open, path, list, perm)
  if not both then return fd end
  -- What is there now can be opened for reading, too.
  caml_sys_close(fd)
  return rt_unix_try("open", path, caml_sys_open, path, {0, 1, 0}, perm)
end

--: rt_unix_file
--- Lua's file of a descriptor.
local function rt_unix_file(fd, name)
  return rt_fds[fd] or rt_unix_error("Bad file descriptor", name, "")
end

--: caml_unix_close, unix_close
local function caml_unix_close(fd)
  rt_unix_file(fd, "close")
  return caml_sys_close(fd)
end

--: caml_unix_read, unix_read
local function caml_unix_read(fd, bytes, offset, length)
  local file = rt_unix_file(fd, "read")
  if length == 0 then return 0 end
  local text = file:read(length)
  if not text then return 0 end
  caml_blit_string(text, 0, bytes, offset, #text)
  return #text
end

--: caml_unix_write, caml_unix_single_write, unix_write, unix_single_write
local function caml_unix_write(fd, bytes, offset, length)
  local file = rt_unix_file(fd, "write")
  local ok, why = file:write(rt_bytes_slice(bytes, offset, length))
  if not ok then rt_unix_error(rt_reason(why, ""), "write", "") end
  file:flush()
  return length
end

--: caml_unix_lseek, unix_lseek
--- Origins in the order of Unix.seek_command.
local function caml_unix_lseek(fd, offset, origin)
  local position = rt_unix_file(fd, "lseek"):seek(origin == 0 and "set" or origin == 1 and "cur" or "end", offset)
  if not position then rt_unix_error("Illegal seek", "lseek", "") end
  return position
end

--: caml_unix_inchannel_of_filedescr, unix_inchannel_of_filedescr
local function caml_unix_inchannel_of_filedescr(fd)
  rt_unix_file(fd, "in_channel_of_descr")
  return caml_ml_open_descriptor_in(fd)
end

--: caml_unix_outchannel_of_filedescr, unix_outchannel_of_filedescr
local function caml_unix_outchannel_of_filedescr(fd)
  rt_unix_file(fd, "out_channel_of_descr")
  return caml_ml_open_descriptor_out(fd)
end

--: rt_unix_stat
--- A Unix.stats record, by libuv or the shell's stat.
local function rt_unix_stat(name, path, follow)
  local node = rt_memory_node(path)
  if node or not rt_host_files then
    if not node then rt_unix_error("No such file or directory", name, path) end
    local file = node.kind == "file"
    return {0, 0, 0, file and 0 or 1, file and 420 or 493, 1, 0, 0, 0, node.size or 0, 0.0, 0.0, 0.0}
  end
  local kinds = {file = 0, directory = 1, char = 2, block = 3, link = 4, fifo = 5, socket = 6}
  if rt_uv then
    local st, why = (follow and rt_uv.fs_stat or rt_uv.fs_lstat)(rt_path(path))
    if not st then rt_unix_error(rt_uv_reason(why), name, path) end
    local function time(t) return t.sec + t.nsec / 1e9 end
    return {0, st.dev, st.ino, kinds[st.type] or 0, st.mode % 4096, st.nlink, st.uid, st.gid, st.rdev, st.size,
      time(st.atime), time(st.mtime), time(st.ctime)}
  end
  local out, status = rt_capture("stat " .. (follow and "-L " or "") ..
    "-c '%d %i %f %h %u %g 0 %s %.9X %.9Y %.9Z' -- " .. rt_quote(path))
  if not out then rt_unix_error("Function not implemented", name, path) end
  if status ~= 0 then rt_unix_error(lua_match(out, ": ([^:\n]+)%s*$") or "", name, path) end
  local fields = {}
  lua_gsub(out, "%S+", function(word) fields[#fields + 1] = word end)
  local mode = lua_tonumber(fields[3], 16)
  local types = {[8] = 0, [4] = 1, [2] = 2, [6] = 3, [10] = 4, [1] = 5, [12] = 6}
  local function int(i) return lua_tonumber(fields[i]) end
  return {0, int(1), int(2), types[lua_floor(mode / 4096)] or 0, mode % 4096, int(4), int(5), int(6), int(7), int(8),
    lua_tonumber(fields[9]) + 0.0, lua_tonumber(fields[10]) + 0.0, lua_tonumber(fields[11]) + 0.0}
end

--: caml_unix_stat, unix_stat
local function caml_unix_stat(path)
  return rt_unix_stat("stat", path, true)
end

--: caml_unix_lstat, unix_lstat
local function caml_unix_lstat(path)
  return rt_unix_stat("lstat", path, false)
end

--: rt_unix_stat_64
--- The same with a size of 64 bits.
local function rt_unix_stat_64(name, path, follow)
  local st = rt_unix_stat(name, path, follow)
  st[10] = rt_int64_of_offset(st[10])
  return st
end

--: caml_unix_stat_64, unix_stat_64
local function caml_unix_stat_64(path)
  return rt_unix_stat_64("stat", path, true)
end

--: caml_unix_lstat_64, unix_lstat_64
local function caml_unix_lstat_64(path)
  return rt_unix_stat_64("lstat", path, false)
end

--: caml_unix_lseek_64, unix_lseek_64
local function caml_unix_lseek_64(fd, offset, origin)
  return rt_int64_of_offset(caml_unix_lseek(fd, rt_offset_of_int64(offset), origin))
end

--: caml_unix_truncate, unix_truncate
local function caml_unix_truncate(path, length)
  local file = rt_quote(path)
  rt_unix_do("truncate", path, "int truncate(const char *, long);", nil,
    "ls -- " .. file .. " >/dev/null && truncate -s " .. lua_format("%d", length) .. " -- " .. file, path, length)
  return 0
end

--: caml_unix_truncate_64, unix_truncate_64
local function caml_unix_truncate_64(path, length)
  return caml_unix_truncate(path, rt_offset_of_int64(length))
end

--: caml_unix_chmod, unix_chmod
local function caml_unix_chmod(path, perm)
  rt_unix_do("chmod", path, "int chmod(const char *, unsigned int);", "fs_chmod",
    "chmod " .. lua_format("%o", perm) .. " -- " .. rt_quote(path), path, perm)
  return 0
end

--: caml_unix_chown, unix_chown
--- An id of -1 stays as it is.
local function caml_unix_chown(path, user, group)
  local function id(n) return n >= 0 and lua_format("%d", n) or "" end
  rt_unix_do("chown", path, "int chown(const char *, int, int);", "fs_chown",
    "chown " .. id(user) .. ":" .. id(group) .. " -- " .. rt_quote(path), path, user, group)
  return 0
end

--: caml_unix_umask, unix_umask
--- A process can change its own only: by C.
local function caml_unix_umask(mask)
  return rt_unix_do("umask", "", "unsigned int umask(unsigned int);", nil, nil, mask)
end

--: caml_unix_link, unix_link
---@param follow table|integer bool option: whether the target of a symbolic link is meant; the system's default only
local function caml_unix_link(follow, from, to)
  if follow ~= 0 then rt_unix_error("Function not implemented", "link", to) end
  rt_unix_do("link", to, "int link(const char *, const char *);", "fs_link",
    "ln -T -- " .. rt_quote(from) .. " " .. rt_quote(to), from, to)
  return 0
end

--: caml_unix_symlink, unix_symlink
local function caml_unix_symlink(directory, from, to)
  rt_unix_do("symlink", to, "int symlink(const char *, const char *);", "fs_symlink",
    "ln -s -T -- " .. rt_quote(from) .. " " .. rt_quote(to), from, to)
  return 0
end

--: caml_unix_has_symlink, unix_has_symlink
local function caml_unix_has_symlink(unit)
  return rt_windows and 0 or 1
end

--: caml_unix_readlink, unix_readlink
local function caml_unix_readlink(path)
  if rt_unix_stat("readlink", path, false)[4] ~= 4 then rt_unix_error("Invalid argument", "readlink", path) end
  return rt_unix_do("readlink", path, nil, "fs_readlink", "readlink -- " .. rt_quote(path), path)
end

--: caml_unix_realpath, unix_realpath
local function caml_unix_realpath(path)
  return rt_unix_do("realpath", path, nil, "fs_realpath", "realpath -e -- " .. rt_quote(path), path)
end

--: caml_unix_mkfifo, unix_mkfifo
local function caml_unix_mkfifo(path, perm)
  rt_unix_do("mkfifo", path, "int mkfifo(const char *, unsigned int);", nil,
    "mkfifo -m $(printf %o $((" .. lua_format("0%o", perm) .. " & ~0$(umask)))) -- " .. rt_quote(path), path, perm)
  return 0
end

--: caml_unix_utimes, unix_utimes
--- Times of access and of change in seconds; both 0: now.
local function caml_unix_utimes(path, accessed, changed)
  if accessed == 0 and changed == 0 then
    accessed = caml_unix_gettimeofday(0)
    changed = accessed
  end
  local file = rt_quote(path)
  rt_unix_do("utimes", path, nil, "fs_utime", "ls -d -- " .. file .. " >/dev/null && touch -a -d @" ..
    lua_format("%.6f", accessed) .. " -- " .. file .. " && touch -m -d @" .. lua_format("%.6f", changed) .. " -- " .. file,
    path, accessed, changed)
  return 0
end

--: caml_unix_time, unix_time
--- Seconds since 1970.
---@return number
local function caml_unix_time(unit)
  if not lua_os then caml_failwith("Unix.time: this host has no clock") end
  return lua_os.time() + 0.0
end

--: caml_unix_gettimeofday, unix_gettimeofday
--- The same with a fraction where libuv has it.
local function caml_unix_gettimeofday(unit)
  if rt_uv and rt_uv.gettimeofday then
    local seconds, microseconds = rt_uv.gettimeofday()
    return seconds + microseconds / 1e6
  end
  return caml_unix_time(unit)
end

--: rt_unix_tm
--- A Unix.tm record of what os.date tells in the format "*t" or "!*t".
local function rt_unix_tm(format, t)
  local d = lua_os and lua_os.date(format, lua_floor(t))
  if not d then caml_failwith("Unix: this host has no calendar") end
  return {0, d.sec, d.min, d.hour, d.day, d.month - 1, d.year - 1900, d.wday - 1, d.yday - 1, d.isdst and 1 or 0}
end

--: caml_unix_gmtime, unix_gmtime
local function caml_unix_gmtime(t)
  return rt_unix_tm("!*t", t)
end

--: caml_unix_localtime, unix_localtime
local function caml_unix_localtime(t)
  return rt_unix_tm("*t", t)
end
