-- Depth. A Lua stack holds some thousand frames of OCaml and PUC Lua at most 196 nested pcalls; OCaml programs go deeper.
-- The program runs in a coroutine under a driver. Where the stack is nearly full, or pcalls are nested too deep, it
-- asks the driver, by a yield, to call a function on a fresh coroutine and to resume it with the outcome. Stacks so
-- hang below each other without nesting in C, and their number is bounded by memory alone.
-- Three variables of the chunk serve all code: D, slots in use on this stack, as recursive functions count them (it may
-- be too high after calls have returned); L, its limit; P, pcalls under way on this stack.

--: rt_request
--- Calls `f` on a fresh stack. Returns like pcall.
---@param f function
---@return boolean, any, any
local function rt_request(f, ...)
  local request = {...}
  request.f, request.n = f, lua_select("#", ...)
  if P > 0 and rt_pcall_bars_yield then
    local depth, pcalls = D, P
    D, P = 0, 0
    local ok, a, b = rt_drive(f, ...)
    D, P = depth, pcalls
    return ok, a, b
  end
  return rt_yield(request)
end

--: rt_yield
local rt_yield = lua_coroutine.yield

--: rt_pcall_bars_yield
--- PUC Lua 5.1: a coroutine can't yield from inside a pcall.
local rt_pcall_bars_yield = lua_version == "Lua 5.1" and not rt_is_luajit

--: rt_is_luajit
local rt_is_luajit = lua_rawget(lua_globals, "jit") ~= nil

--: rt_max_slots
--- Slots on all stacks together before Stack_overflow is raised: some hundred MB.
local rt_max_slots = 24000000

--: rt_drive
--- Runs `f` and serves its requests. Returns like pcall.
local function rt_drive(f, ...)
  local create, resume, status = lua_coroutine.create, lua_coroutine.resume, lua_coroutine.status
  local stacks, depths, pcalls, n, total = {}, {}, {}, 0, 0
  local co = create(f)
  local ok, a, b = resume(co, ...)
  while true do
    if status(co) == "suspended" then
      n = n + 1
      stacks[n], depths[n], pcalls[n] = co, D, P
      total = total + D
      D, P = 0, 0
      if total > rt_max_slots then
        co = create(lua_error)
        ok, a, b = resume(co, caml_exn_Stack_overflow)
      else
        co = create(a.f)
        ok, a, b = resume(co, lua_unpack(a, 1, a.n))
      end
    elseif n == 0 then
      return ok, a, b
    else
      co, D, P = stacks[n], depths[n], pcalls[n]
      stacks[n] = nil
      total = total - D
      n = n - 1
      ok, a, b = resume(co, ok, a, b)
    end
  end
end

--: rt_pass
local function rt_pass(ok, a, b)
  if ok then return a, b end
  lua_error(a, 0)
end

--: rt_grow
--- Called by a recursive function `f` that finds its stack nearly full: calls it on a fresh one, unless D was merely too
--- high, when it is set right. `f` reads the depth from D.
---@param f function
local function rt_grow(f, ...)
  local frames = rt_stack_frames()
  if frames < 400 then
    D = frames * 40
    return f(...)
  end
  return rt_pass(rt_request(f, ...))
end

--: rt_grow_known
--- The same for a function that takes the depth as its last argument.
local function rt_grow_known(f, ...)
  local frames = rt_stack_frames()
  local n = lua_select("#", ...)
  local args = {...}
  if frames < 400 then
    D = frames * 40
    args[n + 1] = D
    return f(lua_unpack(args, 1, n + 1))
  end
  args[n + 1] = 0
  return rt_pass(rt_request(f, lua_unpack(args, 1, n + 1)))
end

--: rt_stack_frames
--- Frames on the current stack, up to 400.
local function rt_stack_frames()
  if not lua_debug or lua_debug.getinfo(400, "l") then return 400 end
  local low, high = 1, 400
  while low < high do
    local middle = lua_floor((low + high) / 2)
    if lua_debug.getinfo(middle, "l") then low = middle + 1 else high = middle end
  end
  return low
end

--: rt_leave
local function rt_leave(ok, a, b)
  P = P - 1
  return ok, a, b
end

--: rt_try
--- pcall for the `try` of a function that is not recursive.
local rt_try = nil
if rt_pcall_bars_yield then
  function rt_try(f, ...)
    P = P + 1
    return rt_leave(lua_pcall(f, ...))
  end
else
  rt_try = lua_pcall
end

--: rt_try if luajit
local rt_try = lua_pcall

--: rt_try if ints
local rt_try = lua_pcall

--: rt_try_deep
--- pcall for the `try` of a recursive function: nested as deep as the program likes.
local rt_try_deep = nil
if rt_pcall_bars_yield then
  rt_try_deep = rt_request
elseif rt_is_luajit then
  rt_try_deep = lua_pcall
else
  function rt_try_deep(f, ...)
    if P >= 120 then return rt_request(f, ...) end
    P = P + 1
    return rt_leave(lua_pcall(f, ...))
  end
end

--: rt_try_deep if luajit
local rt_try_deep = lua_pcall

--: rt_tune_jit
--- LuaJIT's defaults let big programs throw compiled code away and compile it again: with more room the compiler, run
--- by itself, takes 1.6 instead of 3.5 s. A few more unrolled calls (5 for 3) serve recursion that allocates: binary
--- trees 0.7 for 0.9 s; from 8 on, fib takes four times as long. Only where this file is the script of a stand-alone
--- LuaJIT: a host's settings are the host's.
local function rt_tune_jit()
  if not rt_is_luajit or lua_rawget(lua_globals, "vim") then return end
  local compiler, given = lua_rawget(lua_globals, "jit"), lua_rawget(lua_globals, "arg")
  local script = lua_type(given) == "table" and given[0]
  if not (compiler.opt and lua_debug and lua_debug.getinfo and lua_type(script) == "string") then return end
  if lua_debug.getinfo(1, "S").source == "@" .. script then
    compiler.opt.start("maxtrace=20000", "maxmcode=65536", "callunroll=5")
  end
end

--: rt_main
--- Runs the program; an exception that nobody catches ends it.
---@param main function
local function rt_main(main)
  rt_tune_jit()
  local ok, e = rt_drive(main)
  if ok then return end
  ok, e = rt_drive(rt_main_error, e)
  if not ok then lua_error(e, 0) end
end
