-- Effects (answers to runtime/fiber.c, and to RESUME, RESUMETERM, PERFORM and REPERFORMTERM of runtime/interp.c).
-- A stack of OCaml 5 is a fiber here, see stack.lua: handlers, and coroutines that wait. Who resumes, performs or
-- performs again yields to the driver, which goes on with another fiber; it gets a function with its arguments to call
-- in its place. A continuation is the block {245, fiber, last}: `last` is the outermost of the fibers that wait for each
-- other from `fiber` on.

--: caml_alloc_stack
--- A fiber without code, under these handlers.
local function caml_alloc_stack(on_value, on_exception, on_effect)
  local fiber = rt_fiber()
  fiber.on_value, fiber.on_exception, fiber.on_effect = on_value, on_exception, on_effect
  return fiber
end
rt_effects.used = true

--: rt_resume
--- Calls `f` with `x` on the fiber, above what runs; then one of the handlers of `last`.
---@param last any a fiber, or an int: not known
local function rt_resume(fiber, f, x, last)
  if fiber == 0 then rt_raise_named("Effect.Continuation_already_resumed") end
  local handler, a, b, c = rt_yield(rt_switch_to, fiber, f, x, last)
  return handler(a, b, c)
end

--: rt_switch_to
local function rt_switch_to(current, co, fiber, f, x, last)
  current.co, current.depth, current.pcalls = co, D, P
  if lua_type(last) ~= "table" then
    last = fiber
    while last.parent do last = last.parent end
  end
  last.parent = current
  D, P = fiber.depth or 0, fiber.pcalls or 0
  return fiber, fiber.co or lua_coroutine.create(rt_run), f, x
end

--: rt_perform
local function rt_perform(effect)
  local f, x = rt_yield(rt_switch_from, effect)
  return f(x)
end

--: rt_switch_from
local function rt_switch_from(current, co, effect)
  local parent = current.parent
  if not parent then return current, co, rt_unhandled, effect end
  current.co, current.depth, current.pcalls, current.parent = co, D, P, nil
  D, P = parent.depth, parent.pcalls
  return parent, parent.co, current.on_effect, effect, {245, current, current}, current
end

--: rt_reperform
--- Hands the effect on to the handlers around; nobody there: it is raised where it was performed.
local function rt_reperform(effect, continuation, last)
  local handler, a, b, c = rt_yield(rt_switch_further, effect, continuation, last)
  return handler(a, b, c)
end

--: rt_switch_further
local function rt_switch_further(current, co, effect, continuation, last)
  local parent = current.parent
  if not parent then
    local fiber = caml_continuation_use_noexc(continuation)
    if fiber == 0 then return current, co, rt_raise_named, "Effect.Continuation_already_resumed" end
    return rt_switch_to(current, co, fiber, rt_unhandled, effect, last)
  end
  current.co, current.depth, current.pcalls, current.parent = co, D, P, nil
  last.parent, continuation[3] = current, current
  D, P = parent.depth, parent.pcalls
  return parent, parent.co, current.on_effect, effect, continuation, current
end

--: rt_raise_named
---@param name string
local function rt_raise_named(name)
  lua_error(rt_named_exception(name))
end

--: rt_named_exception
--- An exception that the standard library has registered; where it is not linked the program ends, as in OCaml.
---@param name string
local function rt_named_exception(name)
  local exception = rt_named_values[name]
  if exception then return exception end
  local err = rt_fds[2] or lua_io and lua_io.stderr
  if err then
    err:write("Fatal error: exception " .. name .. "\n")
    err:flush()
  end
  rt_exit(2)
end

--: rt_unhandled
local function rt_unhandled(effect)
  lua_error({0, rt_named_exception("Effect.Unhandled"), effect})
end

--: caml_continuation_use_noexc
--- The continuation's fiber, for the one time that it may be resumed; 0 from then on.
local function caml_continuation_use_noexc(continuation)
  local fiber = continuation[2]
  continuation[2] = 0
  return fiber
end

--: caml_continuation_use_and_update_handler_noexc
local function caml_continuation_use_and_update_handler_noexc(continuation, on_value, on_exception, on_effect)
  local fiber = caml_continuation_use_noexc(continuation)
  if fiber == 0 then return 0 end
  local last = fiber
  while last.parent do last = last.parent end
  last.on_value, last.on_exception, last.on_effect = on_value, on_exception, on_effect
  return fiber
end

--: caml_ensure_stack_capacity
--- Recursion goes on where Lua's own stack ends: there is no capacity to ask for.
local function caml_ensure_stack_capacity(words)
  return 0
end
