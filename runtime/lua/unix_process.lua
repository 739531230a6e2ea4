-- Processes of the Unix library (answers to otherlibs/unix/spawn.c, pipe.c, wait.c), by os.execute and io.popen: that is
-- enough for Unix.system, create_process with the standard streams, and open_process_in and _out. A process that has one
-- end of a pipe runs beside the program; any other has ended when it has been started. Two ways at once, as for
-- open_process, no host has.

--: rt_unix_pipe_end
--- One end of a pipe, in place of Lua's file: of no use until a process has the other. `pipe`: `handle` of the process that
--- runs, `given` = the end that it has, `rest` = what one that has been waited for has written and nobody read yet.
local function rt_unix_pipe_end(pipe)
  local function handle(name) return pipe.handle or rt_unix_lacks(name .. " of a pipe without a process")() end
  return {
    pipe = pipe,
    read = function(_, n)
      local rest = pipe.rest
      if not rest then return handle("read"):read(n) end
      if rest == "" then return nil end
      local piece = lua_type(n) == "number" and lua_sub(rest, 1, n) or lua_match(rest, "^[^\n]*\n?")
      pipe.rest = lua_sub(rest, #piece + 1)
      return piece
    end,
    write = function(self, s)
      local ok, why, code = handle("write"):write(s)
      return ok and self, why, code
    end,
    flush = function() return handle("flush"):flush() end,
    seek = function() return nil, "Illegal seek", 29 end,
    close = function(self)
      -- The end that the process has is closed by the program, too.
      if pipe.handle and self ~= pipe.given then rt_unix_reap(pipe) end
      return true
    end,
  }
end

--: rt_unix_fd
--- The lowest free descriptor, for what stands in place of Lua's file; it has no position.
local function rt_unix_fd(file)
  local fd = 3
  while rt_fds[fd] do fd = fd + 1 end
  rt_fds[fd], rt_fd_append[fd] = file, true
  return fd
end

--: caml_unix_pipe, unix_pipe
local function caml_unix_pipe(cloexec)
  local pipe = {}
  local reading = rt_unix_fd(rt_unix_pipe_end(pipe))
  return {0, reading, rt_unix_fd(rt_unix_pipe_end(pipe))}
end

--: caml_unix_dup, unix_dup
--- Of the standard streams.
---@error Unix_error, Invalid_argument for others
local function caml_unix_dup(cloexec, fd)
  local file = rt_unix_file(fd, "dup")
  local standard = fd <= 2 and fd or lua_type(file) == "table" and file.standard
  if not standard then rt_unix_lacks("dup")() end
  local function pass(name)
    return function(_, ...) return rt_fds[standard][name](rt_fds[standard], ...) end
  end
  return rt_unix_fd({standard = standard, read = pass("read"), write = pass("write"), flush = pass("flush"), seek = pass("seek"),
    close = function() return true end})
end

--: rt_unix_processes
--- By number: the Unix.process_status of one that has ended and not been waited for, or the pipe of one that runs.
local rt_unix_processes = {last = 1000000}

--: rt_unix_status
--- A Unix.process_status. A signal has OCaml's number, if it has one.
local function rt_unix_status(signaled, code)
  if not signaled then return {0, code} end
  local known = {6, 14, 8, 1, 4, 2, 9, 13, 3, 11, 15, 10, 12, 17, 18, 19, 20, 21, 22, 26, 27, 7, 29, 31, 5, 23, 24, 25}
  for i = 1, #known do
    if known[i] == code then return {1, -i} end
  end
  return {1, code}
end

--: rt_unix_reap
--- Waits until the process at a pipe has ended.
local function rt_unix_reap(pipe)
  local _, how, code = pipe.handle:close()
  pipe.handle = nil
  if lua_type(code) ~= "number" then
    -- 5.1 and LuaJIT don't tell: the shell has written it down.
    local file = lua_io.open(pipe.note, "rb")
    how, code = "exit", lua_tonumber(file and file:read("*a") or "") or 127
    if file then file:close() end
  end
  if pipe.note then lua_os.remove(pipe.note) end
  rt_unix_processes[pipe.pid] = rt_unix_status(how == "signal", code)
end

--: rt_unix_command
--- What a shell is to run for Unix.create_process: the environment's strings, or 0 for the program's own.
local function rt_unix_command(program, args, environment, search)
  local words = {}
  if environment ~= 0 then
    words[1] = "env -i"
    for i = 2, #environment[2] do words[i] = rt_quote(environment[2][i]) end
  end
  if not search and not lua_find(program, "/", 1, true) then program = "./" .. program end
  words[#words + 1] = rt_quote(program)
  for i = 3, #args do words[#words + 1] = rt_quote(args[i]) end
  return lua_concat(words, " ")
end

--: caml_unix_spawn, unix_spawn
--- `streams`: what the process is to have for 0, 1 and 2. The process's name, its argument 0, is the program's.
---@error Unix_error, Invalid_argument where the host has no such process
local function caml_unix_spawn(program, args, environment, search, streams)
  local lacks = rt_unix_lacks("create_process")
  local command, pipe, mode, given = rt_unix_command(program, args, environment, search ~= 0), nil, nil, nil
  for i = 0, 2 do
    local fd = streams[i + 2]
    local file = rt_unix_file(fd, "create_process")
    local stands_in = lua_type(file) == "table"
    if stands_in and file.standard then fd = file.standard end
    if stands_in and file.pipe then
      if pipe or i == 2 then lacks() end
      pipe, given, mode = file.pipe, file, i == 0 and "w" or "r"
    elseif i > 0 and (fd == 1 or fd == 2) then
      if fd ~= i then command = command .. lua_format(" %d>&%d", i, fd) end
    elseif fd ~= i then
      lacks()
    end
  end
  if program ~= "/bin/sh" and rt_execute("command -v " .. rt_quote(program) .. " >/dev/null 2>&1") ~= 0 then
    rt_unix_error("No such file or directory", "create_process", program)
  end
  if rt_cwd.dir then command = "cd " .. rt_quote(rt_cwd.dir) .. " && exec " .. command else command = "exec " .. command end
  local processes = rt_unix_processes
  local pid = processes.last + 1
  if not pipe then
    if rt_windows or not (lua_os and lua_os.execute) then lacks() end
    local status, how, code = lua_os.execute(command)
    if lua_type(status) == "number" then
      -- 5.1 and LuaJIT hand back what C's system() does: a wait status.
      local signal = status % 128
      how, code = signal ~= 0 and "signal" or "exit", signal ~= 0 and signal or lua_floor(status / 256)
    end
    processes[pid] = rt_unix_status(how == "signal", code)
  else
    if rt_windows or not (lua_io and lua_io.popen and lua_os and lua_os.tmpname) then lacks() end
    if not lua_mathtype and lua_version ~= "Lua 5.2" then
      pipe.note = lua_os.tmpname()
      command = "(" .. command .. "); echo $? >" .. rt_quote(pipe.note)
    end
    local handle, why = lua_io.popen(command, mode)
    if not handle then rt_unix_error(rt_reason(why, command), "create_process", program) end
    pipe.handle, pipe.given, pipe.reads, pipe.pid = handle, given, mode == "r", pid
    processes[pid] = pipe
  end
  processes.last = pid
  return pid
end

--: caml_unix_waitpid, unix_waitpid
--- Of the processes that caml_unix_spawn has made, by number.
---@error Unix_error ECHILD
local function caml_unix_waitpid(flags, pid)
  local processes = rt_unix_processes
  if not processes[pid] then rt_unix_error("No child processes", "waitpid", "") end
  if processes[pid].handle then
    if flags ~= 0 then rt_unix_lacks("waitpid with flags")() end
    local pipe = processes[pid]
    if pipe.reads then pipe.rest = pipe.handle:read("*a") end
    rt_unix_reap(pipe)
  end
  local status = processes[pid]
  processes[pid] = nil
  return {0, pid, status}
end
