-- The Unix library beyond files: users and groups, the machine, processes, the environment (answers to otherlibs/unix). By
-- C's functions, libuv's, POSIX tools, or the tables of /etc, whichever the host has first.

--: rt_unix_id
--- A number that the system tells of this process.
local function rt_unix_id(name, uv, command)
  return lua_floor(lua_tonumber(rt_unix_do(name, "", "int " .. name .. "(void);", uv, command)))
end

--: caml_unix_getuid, unix_getuid
local function caml_unix_getuid(unit)
  return rt_unix_id("getuid", "getuid", "id -ru")
end

--: caml_unix_geteuid, unix_geteuid
local function caml_unix_geteuid(unit)
  return rt_unix_id("geteuid", nil, "id -u")
end

--: caml_unix_getgid, unix_getgid
local function caml_unix_getgid(unit)
  return rt_unix_id("getgid", "getgid", "id -rg")
end

--: caml_unix_getegid, unix_getegid
local function caml_unix_getegid(unit)
  return rt_unix_id("getegid", nil, "id -g")
end

--: caml_unix_getppid, unix_getppid
local function caml_unix_getppid(unit)
  return rt_unix_id("getppid", "os_getppid", "ps -o ppid= -p $PPID")
end

--: caml_unix_getgroups, unix_getgroups
--- By C, or Linux's /proc: `id -G` would add the process's own group.
local function caml_unix_getgroups(unit)
  local groups = {0}
  local getgroups = rt_c_function("getgroups", "int getgroups(int, unsigned int *);")
  if getgroups then
    local list = lua_ffi.new("unsigned int[65536]")
    for i = 0, getgroups(65536, list) - 1 do groups[i + 2] = lua_tonumber(list[i]) end
    return groups
  end
  local file = lua_io and lua_io.open and lua_io.open("/proc/self/status", "rb")
  local line = file and lua_match(file:read("*a"), "\nGroups:([^\n]*)")
  if file then file:close() end
  if not line then rt_unix_lacks("getgroups")() end
  for group in lua_gmatch(line, "%d+") do groups[#groups + 1] = lua_tonumber(group) end
  return groups
end

--: caml_unix_getlogin, unix_getlogin
local function caml_unix_getlogin(unit)
  local out, status = rt_capture("logname")
  if not out then rt_unix_lacks("getlogin")() end
  if status ~= 0 then rt_unix_error("No such file or directory", "getlogin", "") end
  return (lua_gsub(out, "\n$", ""))
end

--: caml_unix_gethostname, unix_gethostname
local function caml_unix_gethostname(unit)
  return rt_unix_do("gethostname", "", nil, "os_gethostname", "uname -n")
end

--: rt_unix_entry
--- The first line of a table of /etc that `wanted` takes: its fields, which `pattern` separates.
---@error Not_found
local function rt_unix_entry(table_name, pattern, wanted)
  local file = lua_io and lua_io.open and lua_io.open("/etc/" .. table_name, "rb")
  local text = file and file:read("*a") or ""
  if file then file:close() end
  for line in lua_gmatch(text, "[^\n]+") do
    local fields = {}
    for field in lua_gmatch(lua_gsub(line, "#.*", "") .. ":", pattern) do fields[#fields + 1] = field end
    if wanted(fields) then return fields end
  end
  caml_raise_not_found()
end

--: rt_unix_passwd
--- A Unix.passwd_entry: of the fields name, password, uid, gid, gecos, directory, shell.
local function rt_unix_passwd(wanted)
  local f = rt_unix_entry("passwd", "([^:]*):", wanted)
  return {0, f[1], f[2], lua_tonumber(f[3]), lua_tonumber(f[4]), f[5], f[6], f[7]}
end

--: caml_unix_getpwnam, unix_getpwnam
---@error Not_found
local function caml_unix_getpwnam(name)
  return rt_unix_passwd(function(f) return f[7] and f[1] == name end)
end

--: caml_unix_getpwuid, unix_getpwuid
---@error Not_found
local function caml_unix_getpwuid(id)
  return rt_unix_passwd(function(f) return f[7] and lua_tonumber(f[3]) == id end)
end

--: rt_unix_group
--- A Unix.group_entry: of the fields name, password, gid, members.
local function rt_unix_group(wanted)
  local f = rt_unix_entry("group", "([^:]*):", wanted)
  local members = {0}
  for member in lua_gmatch(f[4], "[^,]+") do members[#members + 1] = member end
  return {0, f[1], f[2], lua_tonumber(f[3]), members}
end

--: caml_unix_getgrnam, unix_getgrnam
---@error Not_found
local function caml_unix_getgrnam(name)
  return rt_unix_group(function(f) return f[4] and f[1] == name end)
end

--: caml_unix_getgrgid, unix_getgrgid
---@error Not_found
local function caml_unix_getgrgid(id)
  return rt_unix_group(function(f) return f[4] and lua_tonumber(f[3]) == id end)
end

--: caml_unix_kill, unix_kill
--- OCaml's signals have negative numbers, others are the system's.
local function caml_unix_kill(pid, signal)
  local names = {"ABRT", "ALRM", "FPE", "HUP", "ILL", "INT", "KILL", "PIPE", "QUIT", "SEGV", "TERM", "USR1", "USR2", "CHLD",
    "CONT", "STOP", "TSTP", "TTIN", "TTOU", "VTALRM", "PROF", "BUS", "POLL", "SYS", "TRAP", "URG", "XCPU", "XFSZ"}
  rt_unix_do("kill", "", nil, nil, "kill -s " .. (names[-signal] or lua_format("%d", signal)) .. lua_format(" -- %d", pid))
  return 0
end

--: caml_unix_exit, unix_exit
local function caml_unix_exit(code)
  rt_exit(code)
end

--: caml_unix_putenv, unix_putenv
--- As C's putenv takes `NAME=VALUE`: what is before the first `=`.
local function caml_unix_putenv(name, value)
  local variable, rest = lua_match(name .. "=" .. value, "^([^=%z]+)=([^%z]*)$")
  if not variable then rt_unix_error("Invalid argument", "putenv", name) end
  local setenv = rt_c_function("setenv", "int setenv(const char *, const char *, int);")
  if setenv then setenv(variable, rest, 1)
  elseif rt_uv and rt_uv.os_setenv then rt_uv.os_setenv(variable, rest)
  else rt_unix_lacks("putenv")() end
  return 0
end

--: caml_unix_times, unix_times
--- Seconds of this process: all of them as its own, none as the system's or its children's.
local function caml_unix_times(unit)
  return {254, caml_sys_time(0), 0.0, 0.0, 0.0}
end

--: caml_unix_select, unix_select
--- With no descriptor it waits; nothing tells which descriptors are ready.
local function caml_unix_select(reading, writing, failing, seconds)
  if reading ~= 0 or writing ~= 0 or failing ~= 0 or seconds < 0 then rt_unix_lacks("select")() end
  caml_unix_sleep(seconds)
  return {0, 0, 0, 0}
end
