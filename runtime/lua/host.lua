-- What the host offers below Lua's own libraries: libuv (Neovim), C functions through ffi (LuaJIT on POSIX), a shell.
-- Every other family reaches files, directories and processes through these fragments, so that each host has one place.
-- Everything is probed at load and may be missing; who calls must cope with nil and say so in an OCaml exception.

--: rt_uv
--- Neovim's libuv binding (vim.uv, vim.loop), or nil.
local rt_uv = nil
do
  local editor = lua_rawget(lua_globals, "vim")
  if lua_type(editor) == "table" then rt_uv = editor.uv or editor.loop end
  if lua_type(rt_uv) ~= "table" then rt_uv = nil end
end

--: rt_libc
--- C functions by name through ffi on POSIX systems ({} elsewhere). Declared one by one: a host may have declared some.
local rt_libc = {}
do
  if lua_ffi and lua_ffi.os ~= "Windows" then
    local function declare(name, text) rt_libc[name] = rt_c_function(name, text) end
    declare("read", "long read(int, void *, size_t);")
    declare("isatty", "int isatty(int);")
    declare("getcwd", "char *getcwd(char *, size_t);")
    declare("chdir", "int chdir(const char *);")
    declare("mkdir", "int mkdir(const char *, unsigned int);")
    declare("rmdir", "int rmdir(const char *);")
    declare("chmod", "int chmod(const char *, unsigned int);")
    declare("umask", "unsigned int umask(unsigned int);")
    declare("strerror", "char *strerror(int);")
    if not rt_libc.strerror then rt_libc = {} end
  end
end

--: rt_libc_error
--- Text of the last error of a C function called through rt_libc.
local function rt_libc_error()
  return lua_ffi.string(rt_libc.strerror(lua_ffi.errno()))
end

--: rt_windows
local rt_windows = false
do
  local package = lua_rawget(lua_globals, "package")
  local config = lua_type(package) == "table" and package.config
  if lua_type(config) == "string" and lua_sub(config, 1, 1) == "\\" then rt_windows = true end
end

--: rt_cwd
--- Sys.chdir where the process can't change its directory: `rt_cwd.dir` is then put before relative paths.
local rt_cwd = {}

--: rt_path
--- The path to hand to the host for an OCaml path.
local function rt_path(path)
  local dir = rt_cwd.dir
  if dir and lua_byte(path, 1) ~= 47 then return dir .. "/" .. path end
  return path
end

--: rt_check_path
--- Raises Sys_error as caml_sys_check_path does for a path that C can't hold.
local function rt_check_path(path)
  if lua_find(path, "\0", 1, true) then caml_raise_sys_error(path .. ": No such file or directory") end
end

--: rt_reason
--- Strips "path: " from a message of io.open, os.remove, ...: what is left is strerror's text.
local function rt_reason(msg, path)
  msg = lua_tostring(msg)
  local n = #path + 2
  if lua_sub(msg, 1, n) == path .. ": " then return lua_sub(msg, n + 1) end
  return msg
end

--: rt_uv_reason
--- libuv says "ENOENT: no such file or directory[: path]"; C says "No such file or directory".
local function rt_uv_reason(msg)
  local text = lua_match(msg, "^%u+: ([^:]*)") or msg
  if text == "file already exists" then return "File exists" end
  if text == "illegal operation on a directory" then return "Is a directory" end
  return lua_upper(lua_sub(text, 1, 1)) .. lua_sub(text, 2)
end

--: rt_quote
--- A string as one word of a POSIX shell.
local function rt_quote(s)
  return "'" .. lua_gsub(s, "'", "'\\''") .. "'"
end

--: rt_execute
--- Runs a shell command; its exit status, 255 when it died of a signal, nil and why when the host can't.
local function rt_execute(command)
  if not (lua_os and lua_os.execute) then return nil, "this host has no os.execute" end
  if rt_cwd.dir then command = "cd " .. rt_quote(rt_cwd.dir) .. " && {\n" .. command .. "\n}" end
  local ok, status, how, code = lua_pcall(lua_os.execute, command)
  if not ok then return nil, lua_tostring(status) end
  if lua_type(status) == "number" then
    -- 5.1 and LuaJIT hand back what system() returned: a wait status on POSIX
    if rt_windows then return status end
    if status == -1 then return nil, "the command can't be started" end
    if status % 256 ~= 0 then return 255 end
    return lua_floor(status / 256)
  end
  if how == "signal" then return 255 end
  return code
end

--: rt_capture
--- Output (stderr included) and exit status of a POSIX shell command; nil and why when the host can't.
local function rt_capture(command)
  if rt_windows then return nil, "this needs a POSIX shell" end
  if not (lua_io and lua_io.popen) then return nil, "this host has no io.popen" end
  if rt_cwd.dir then command = "cd " .. rt_quote(rt_cwd.dir) .. " && " .. command end
  local ok, pipe, why = lua_pcall(lua_io.popen, "{ " .. command .. "\n} 2>&1; printf '\\n%d' $?", "r")
  if not ok or not pipe then return nil, lua_tostring(why or pipe) end
  local text = pipe:read("*a") or ""
  pipe:close()
  local out, status = lua_match(text, "^(.*)\n(%d+)$")
  if not status then return nil, "the shell gave no status" end
  return out, lua_tonumber(status)
end

--: rt_file_kind
--- "file", "directory" or "other" (pipe, device); nil and strerror's text when the path can't be looked at.
local function rt_file_kind(path)
  local node = rt_memory_node(path)
  if node then return node.kind end
  if not rt_host_files then return nil, "No such file or directory" end
  return rt_host_file_kind(path)
end

--: rt_host_file_kind
--- The same of the host's files. Plain Lua has no stat: a directory is what opens and then fails to read with EISDIR.
local function rt_host_file_kind(path)
  path = rt_path(path)
  if rt_uv then
    local st, why = rt_uv.fs_stat(path)
    if not st then return nil, rt_uv_reason(why) end
    if st.type == "file" or st.type == "directory" then return st.type end
    return "other"
  end
  local f, msg, errno = lua_io.open(path, "rb")
  if not f then
    -- 13 = EACCES: it may be there and not be readable
    if errno == 13 then
      local out, status = rt_capture("p=" .. rt_quote(path) ..
        "; if test -d \"$p\"; then echo d; elif test -f \"$p\"; then echo f; elif test -e \"$p\"; then echo o; fi")
      if status == 0 and out ~= "" then
        local c = lua_sub(out, 1, 1)
        return c == "d" and "directory" or c == "f" and "file" or "other"
      end
    end
    return nil, rt_reason(msg, path)
  end
  local kind = "file"
  if not f:seek("cur") then
    kind = "other"
  elseif lua_sub(path, 1, 5) == "/dev/" and not lua_find(path, "/", 6, true) then
    kind = "other"
    local data, _, code = f:read(0)
    if not data and code == 21 then kind = "directory" end
  else
    local data, _, code = f:read(1)
    if not data and code == 21 then kind = "directory" end
  end
  f:close()
  return kind
end

--: rt_exit
--- Ends the program. The C library's exit flushes the host's files; the Lua state is not torn down, which would only
--- free memory. A host without os.exit gets the Lua error `{["rt_exit"] = code}`, which its main chunk must let through.
local function rt_exit(code)
  if lua_os and lua_os.exit then lua_os.exit(code) end
  lua_error({["rt_exit"] = code})
end

--: rt_argv
--- Sys.argv, from the global `arg` that the stand-alone interpreters set: an OCaml array of strings.
local rt_argv = {0, "main"}
do
  local given = lua_rawget(lua_globals, "arg")
  if lua_type(given) == "table" then
    if given[0] ~= nil then rt_argv[2] = lua_tostring(given[0]) end
    for i = 1, #given do rt_argv[i + 2] = lua_tostring(given[i]) end
  end
end
