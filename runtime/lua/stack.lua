-- Depth. A Lua stack holds some thousand frames of OCaml and PUC Lua at most 196 nested pcalls; OCaml programs go deeper.
-- The program runs in a coroutine under a driver. Where the stack is nearly full, or pcalls are nested too deep, it
-- asks the driver, by a yield, to call a function on a fresh coroutine and to resume it with the outcome. Stacks so
-- hang below each other without nesting in C, and their number is bounded by memory alone. Effects ask the driver to
-- go on with another fiber (effect.lua): a fiber is such a pile of stacks.
-- Three variables of the chunk serve all code: D, slots in use on this stack, as recursive functions count them (it may
-- be too high after calls have returned); L, its limit; P, pcalls under way on this stack.

--: rt_request
--- Calls `f` on a fresh stack. Returns like pcall.
---@param size integer slots that this stack uses
---@param depth integer where `f` counts its depth from
---@param f function
---@return boolean, any, any
local function rt_request(size, depth, f, ...)
  if P > 0 and rt_pcall_bars_yield then
    local own_depth, pcalls, nested = D, P, rt_barred.nested
    D, P, rt_barred.nested = depth, 0, nested + 1
    local ok, a, b = rt_drive(f, ...)
    D, P, rt_barred.nested = own_depth, pcalls, nested
    return ok, a, b
  end
  local request = {...}
  request.f, request.n, request.size, request.depth = f, lua_select("#", ...), size, depth
  return rt_yield(request)
end

--: lua_coroutine
local lua_coroutine = coroutine

--: lua_coroutine if yields
--- The runtime's requests bear a mark. What else is yielded, by functions of the host that OCaml code has called, is the
--- host's, and what it resumes with theirs.
local lua_coroutine = {create = coroutine.create, running = coroutine.running}
do
  local mark, resume, yield = {}, coroutine.resume, coroutine.yield
  local function go_on(co, ok, first, ...)
    if not ok or first == rt_done then return ok, first, ... end
    if first == mark then return ok, ... end
    local state = rt_surface()
    return go_on(co, resume(co, rt_dive(state, yield(first, ...))))
  end
  function lua_coroutine.resume(co, ...) return go_on(co, resume(co, ...)) end
  function lua_coroutine.yield(...) return yield(mark, ...) end
end

--: rt_surface
--- Before a driver hands a yield on to the host: D, P and what else goes with the stacks are again as they were outside.
--- Returns what rt_dive gets. Where the host can't be reached by a yield, Lua raises the error; the stacks are lost.
---@return table
local function rt_surface()
  local frame = rt_exports.frame
  local state = {depth = D, pcalls = P, frame = frame}
  if frame and frame.level == rt_exports.entered then
    -- PUC Lua 5.1: another driver, inside a pcall, runs on a stack of ours.
    if frame.co ~= lua_coroutine.running() then lua_error("attempt to yield across metamethod/C-call boundary", 0) end
    rt_leave_frame(frame)
  else
    -- The program's main code.
    state.frame = nil
    rt_exports.entered = rt_exports.entered - 1
  end
  return state
end

--: rt_dive
--- The host has resumed, maybe from elsewhere.
local function rt_dive(state, ...)
  rt_exports.entered = rt_exports.entered + 1
  if state.frame then rt_enter_frame(state.frame) end
  D, P = state.depth, state.pcalls
  return ...
end

--: rt_enter_frame
--- A frame tells what there was outside when Lua entered OCaml code: D, P, how many entries there were with it, and the
--- frame below.
local function rt_enter_frame(frame)
  frame.depth, frame.pcalls, frame.level, frame.below = D, P, rt_exports.entered, rt_exports.frame
  frame.co = lua_coroutine.running()
  rt_exports.frame = frame
end

--: rt_leave_frame
local function rt_leave_frame(frame)
  D, P, rt_exports.entered, rt_exports.frame = frame.depth, frame.pcalls, frame.level - 1, frame.below
end

--: rt_yield
local rt_yield = lua_coroutine.yield

--: rt_pcall_bars_yield
--- PUC Lua 5.1: a coroutine can't yield from inside a pcall.
local rt_pcall_bars_yield = lua_version == "Lua 5.1" and not rt_is_luajit

--: rt_barred
--- Protected calls and drivers of PUC Lua 5.1 that are nested in C, on all stacks together.
local rt_barred = {nested = 0}

--: rt_is_luajit
local rt_is_luajit = lua_rawget(lua_globals, "jit") ~= nil

--: rt_max_slots
--- Slots on all stacks together before Stack_overflow is raised: some hundred MB, or what OCAMLRUNPARAM's l says.
local rt_max_slots = 24000000
do
  local words = rt_run_parameter("l", rt_max_slots)
  if words < rt_max_slots then rt_max_slots = words end
end

--: rt_run_parameter
--- What OCAMLRUNPARAM sets under a letter (runtime/startup_aux.c): a number, maybe with a suffix k, M or G; 1 for the
--- letter alone; otherwise the default.
---@param letter string
---@param default integer
---@return integer
local function rt_run_parameter(letter, default)
  local text = lua_os and lua_os.getenv and (lua_os.getenv("OCAMLRUNPARAM") or lua_os.getenv("CAMLRUNPARAM"))
  local value = default
  lua_gsub(text or "", "[^,]+", function(word)
    local name, digits, unit = lua_match(word, "^(%a)=?(%d*)([kMG]?)$")
    if name == letter then
      value = digits == "" and 1 or lua_tonumber(digits)
      value = value * (unit == "k" and 1024 or unit == "M" and 1048576 or unit == "G" and 1073741824 or 1)
    end
  end)
  return value
end

--: rt_drive
--- Runs `f` and serves its requests. Returns like pcall. A request that is a function gets the fiber, the coroutine
--- that asks and what else it yields; it returns the fiber and the coroutine to go on with, and the values for that.
local function rt_drive(f, ...)
  local create, resume, unpack = lua_coroutine.create, lua_coroutine.resume, lua_unpack
  local fiber = rt_fiber()
  local co = create(rt_run)
  local ok, a, b, c, d, e = resume(co, f, ...)
  while true do
    if ok and a ~= rt_done then
      if lua_type(a) == "function" then
        fiber, co, a, b, c, d = a(fiber, co, b, c, d, e)
        ok, a, b, c, d, e = resume(co, a, b, c, d)
      else
        rt_push_stack(fiber, co, a.size)
        D, P = a.depth, 0
        co = create(rt_run)
        if fiber.slots > rt_max_slots then ok, a, b, c, d, e = resume(co, lua_error, caml_exn_Stack_overflow)
        else ok, a, b, c, d, e = resume(co, a.f, unpack(a, 1, a.n)) end
      end
    else
      if ok then a, b = b, c end
      if fiber.n > 0 then
        co = rt_pop_stack(fiber)
        ok, a, b, c, d, e = resume(co, ok, a, b)
      elseif fiber.parent then
        local ended = fiber
        fiber = ended.parent
        co = fiber.co
        D, P = fiber.depth, fiber.pcalls
        if ok then ok, a, b, c, d, e = resume(co, ended.on_value, a)
        elseif lua_type(a) == "table" and a.rt_exit then ok, a, b, c, d, e = resume(co, lua_error, a)
        else ok, a, b, c, d, e = resume(co, ended.on_exception, caml_wrap_exception(a)) end
      else
        return ok, a, b
      end
    end
  end
end

--: rt_run
--- What every stack begins with: its last values come behind `rt_done`, which no request is.
local function rt_run(f, ...)
  return rt_done, f(...)
end

--: rt_done
local rt_done = {}

--: rt_fiber
--- A pile of stacks. The one on top runs, or waits in `co` with its D and P in `depth` and `pcalls`; the `n` below it
--- wait in `stacks`, with what each had: D, P and the slots that it uses, `slots` together. An abstract block to OCaml.
--- `parent` is the fiber that waits for this one, under the handlers `on_value`, `on_exception` and `on_effect`.
local function rt_fiber()
  return {251, n = 0, slots = 0}
end

--: rt_push_stack
--- The running stack `co` waits for one that is to be put on top of it.
local function rt_push_stack(fiber, co, size)
  if not fiber.stacks then fiber.stacks, fiber.depths, fiber.calls, fiber.sizes = {}, {}, {}, {} end
  local n = fiber.n + 1
  fiber.n, fiber.stacks[n], fiber.depths[n], fiber.calls[n], fiber.sizes[n] = n, co, D, P, size
  fiber.slots = fiber.slots + size
end

--: rt_pop_stack
--- The upper one of those that wait, to go on with.
local function rt_pop_stack(fiber)
  local n = fiber.n
  local co = fiber.stacks[n]
  D, P = fiber.depths[n], fiber.calls[n]
  fiber.n, fiber.stacks[n] = n - 1, nil
  fiber.slots = fiber.slots - fiber.sizes[n]
  return co
end

--: rt_pass
local function rt_pass(ok, a, b)
  if ok then return a, b end
  lua_error(a, 0)
end

--: rt_pass if backtraces
--- The backtrace of an exception goes on on this stack.
local function rt_pass(ok, a, b)
  if ok then return a, b end
  if rt_backtrace.active == 1 and a == rt_backtrace.exn then rt_walk(rt_backtrace.slots, lua_coroutine.running(), 2, true) end
  lua_throw(a, 0)
end

--: rt_grow
--- Called by a recursive function `f` that finds its stack nearly full: calls it on a fresh one, unless D was merely too
--- high, when it is set right. `f` reads the depth from D.
---@param f function
local function rt_grow(f, ...)
  local depth = rt_counted_depth()
  if depth and depth < D then
    D = depth
    return f(...)
  end
  return rt_pass(rt_request(depth or 16 * rt_all_frames(), 0, f, ...))
end

--: rt_grow_known
--- The same for a function that takes the depth as its last argument.
local function rt_grow_known(f, ...)
  local depth = rt_counted_depth()
  local n = lua_select("#", ...)
  local args = {...}
  if depth and depth < D then
    D = depth
    args[n + 1] = depth
    return f(lua_unpack(args, 1, n + 1))
  end
  args[n + 1] = 0
  return rt_pass(rt_request(depth or 16 * rt_all_frames(), 0, f, lua_unpack(args, 1, n + 1)))
end

--: rt_counted_depth
--- Slots in use on the current stack below the function that rt_grow is to call, or nil where that can't be told. It's the
--- `d` of the uppermost function that counts: a compiled one, whose parameters are `a1`, ... or `A`. LuaJIT's compiled code
--- doesn't keep a local that is used no more: there frames are counted, up to 400, and what calls unknown functions while
--- a deep recursion returns takes 30 us for each.
---@return integer?
local function rt_counted_depth()
  if not lua_debug then return nil end
  if rt_is_luajit then
    local frames = rt_stack_frames()
    return frames < 400 and frames * 40 or nil
  end
  local getlocal, level = lua_debug.getlocal, 3
  for _ = 1, 200 do
    level = rt_behind_tail_calls(level)
    if not lua_debug.getinfo(level, "l") then return 0 end
    local i, name, value = 1, getlocal(level, 1)
    if name == "a1" or name == "A" or name == "d" then
      repeat
        if name == "d" then return value end
        i = i + 1
        name, value = getlocal(level, i)
      until not name
    end
    level = level + 1
  end
  return nil
end

--: rt_behind_tail_calls
--- The caller's first level from this one on that is a frame. On PUC Lua 5.1 each tail call that a frame has made counts
--- as one more level, forever: a loop of tail calls has millions of them. Behind the first 100 the steps double, so
--- frames between such loops may be missed.
local function rt_behind_tail_calls(level)
  if not rt_pcall_bars_yield then return level end
  local getinfo, passed, step = lua_debug.getinfo, 0, 1
  while true do
    local info = getinfo(level + step, "S") -- one level more than the caller's
    if info and info.what == "tail" then
      level, passed = level + step, passed + step
      if passed >= 100 then step = step + step end
    elseif step == 1 then
      return level
    else
      step = step / 2
    end
  end
end

--: rt_stack_frames
--- Frames on the current stack, up to 400.
local function rt_stack_frames()
  if lua_debug.getinfo(400, "l") then return 400 end
  local low, high = 1, 400
  while low < high do
    local middle = lua_floor((low + high) / 2)
    if lua_debug.getinfo(middle, "l") then low = middle + 1 else high = middle end
  end
  return low
end

--: rt_effects
--- Whether the program can perform effects: then a `try` of PUC Lua 5.1 is no protected call, which would bar their yields.
local rt_effects = {used = false}

--: rt_effects if yields
--- Functions of the host may yield as well: no protected call of PUC Lua 5.1 may be in their way.
local rt_effects = {used = true}

--: rt_all_frames
--- Frames on a stack that holds 400 at least, to within a sixteenth.
local function rt_all_frames()
  if not lua_debug then return 20000 end
  local getinfo, most = lua_debug.getinfo, rt_is_luajit and 5000 or rt_pcall_bars_yield and 14000 or 75000
  local level = 400
  while level < most and getinfo(level, "l") do level = level + level end
  local step = lua_floor(level / 4)
  level = level - step
  while step > level / 16 do
    step = lua_floor(step / 2)
    if getinfo(level, "l") then level = level + step else level = level - step end
  end
  return level < most and level or most
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
    if rt_effects.used then return rt_request(100, D, f, ...) end
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
  local function leave(nested, ok, a, b)
    P, rt_barred.nested = P - 1, nested
    return ok, a, b
  end

  -- A fresh stack takes ten times as long as a protected call, but doesn't nest in C.
  -- Its body gets its maker's depth, and counts on from there.
  function rt_try_deep(f, ...)
    local nested = rt_barred.nested
    if nested >= 100 or rt_effects.used then return rt_request(100, D, f, ...) end
    P, rt_barred.nested = P + 1, nested + 1
    return leave(nested, lua_pcall(f, ...))
  end
elseif rt_is_luajit then
  rt_try_deep = lua_pcall
else
  function rt_try_deep(f, ...)
    if P >= 120 then return rt_request(5000, D, f, ...) end
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
    rt_adapt_pause()
  end
end

--: rt_adapt_pause
--- Lets a small heap grow to four times what lives before it is collected again; Lua's default is twice, and then lists
--- and trees spend half of their time in LuaJIT's collector: benchmarks of them take 0.5 to 0.9 of the time. From 64 MB
--- on the default is back. Looks again behind each collection, as the finaliser of an object that nobody keeps.
local function rt_adapt_pause()
  local new = lua_rawget(lua_globals, "newproxy")
  if not new then return end
  local object = new(true)
  lua_getmetatable(object).__gc = function()
    if not rt_pause.adapts then return end
    lua_collectgarbage("setpause", lua_collectgarbage("count") < 65536 and 400 or 200)
    new(object)
  end
  lua_collectgarbage("setpause", 400)
end

--: rt_pause
--- Gc.set has the last word.
local rt_pause = {adapts = true}

--: rt_main
--- Runs the program; an exception that nobody catches ends it. What exports something is no program but a module of the
--- Lua that loads it: that gets the exports, or the error.
---@param main function
---@return table?
local function rt_main(main)
  rt_tune_jit()
  rt_exports.entered = rt_exports.entered + 1
  local ok, e = rt_drive(main)
  rt_exports.entered = rt_exports.entered - 1
  if ok then return rt_exports.table end
  if rt_exports.table then rt_leave_by_error(e) end
  ok, e = rt_drive(rt_main_error, e)
  if not ok then lua_error(e, 0) end
end

--: rt_run_unit
--- Runs a unit that was compiled by itself, as rt_main runs a program: a function that a chunk of its own has made, with
--- locals G, this file's, D and P. The unit gets this file's D and P instead, by debug.upvaluejoin.
---@param unit function
---@return table?
local function rt_run_unit(unit)
  local function own() return D, P end
  for i = 1, 3 do
    local name = lua_debug.getupvalue(unit, i)
    if name == "D" then lua_debug.upvaluejoin(unit, i, own, 1)
    elseif name == "P" then lua_debug.upvaluejoin(unit, i, own, 2) end
  end
  local depth, pcalls = D, P
  D, P = 0, 0
  local ok, result = lua_pcall(rt_main, unit)
  D, P = depth, pcalls
  if not ok then lua_throw(result, 0) end
  return result
end
