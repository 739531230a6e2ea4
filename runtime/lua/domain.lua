-- Domains, mutexes, conditions of OCaml 5 (answers to runtime/domain.c, sync.c) on a host with one thread.
-- Domains take turns: one runs until it ends, waits (for a mutex, a condition, another domain), relaxes or has polled a
-- thousand times (lua/safe_points). A new domain runs at once. Each has a fiber of its own (stack.lua), and the driver goes
-- from one to the other. Where all wait, the main domain gets a Sys_error instead of waiting for ever.

--: rt_domains
--- A domain has an `id`, its local storage `dls`, its `fiber` once it has run, and before that its `body`. `ready` are
--- those that could go on, in order, from `first` to `last`; `live` counts those that have not ended, `next` is the next id.
local rt_domains = {ready = {}, first = 1, last = 0, live = 1, next = 1}
do
  rt_domains.main = {id = 0, dls = 0}
  rt_domains.running = rt_domains.main
end

--: rt_make_ready
local function rt_make_ready(domain)
  local last = rt_domains.last + 1
  rt_domains.last, rt_domains.ready[last] = last, domain
end

--: rt_switch_domain
--- To the domain `to`, or to the first that is ready.
local function rt_switch_domain(fiber, co, to)
  local domains = rt_domains
  fiber.co, fiber.depth, fiber.pcalls = co, D, P
  domains.running.fiber = fiber
  if not to then
    local first = domains.first
    to, domains.ready[first], domains.first = domains.ready[first], nil, first + 1
  end
  domains.running = to
  fiber = to.fiber
  if fiber then
    D, P = fiber.depth, fiber.pcalls
    return fiber, fiber.co
  end
  D, P = 0, 0
  return rt_fiber(), lua_coroutine.create(rt_run), to.body, to
end

--: rt_nobody_ready
local function rt_nobody_ready()
  return rt_domains.first > rt_domains.last
end

--: rt_wake_main
--- All wait: the main domain's waiting ends in an error.
local function rt_wake_main()
  rt_domains.main.deadlock = true
  rt_make_ready(rt_domains.main)
end

--: rt_wait_in
--- The running domain waits in the queue until rt_wake_first takes it from there.
---@error Sys_error when that can't be
local function rt_wait_in(queue, message)
  local domain = rt_domains.running
  queue[#queue + 1] = domain
  if rt_nobody_ready() then rt_wake_main() end
  rt_yield(rt_switch_domain)
  if domain.deadlock then
    domain.deadlock = nil
    for i = 1, #queue do
      if queue[i] == domain then lua_remove(queue, i) break end
    end
    caml_raise_sys_error(message)
  end
end

--: rt_wake_first
local function rt_wake_first(queue)
  if queue[1] then rt_make_ready(lua_remove(queue, 1)) end
end

--: caml_domain_spawn
--- In 5.2+ `sync` is the record {state; mutex; condition} that takes the result; before it is a mutex, which the domain
--- leaves locked for the runtime to unlock.
---@error Failure
local function caml_domain_spawn(f, sync)
  local domains = rt_domains
  if domains.live >= rt_run_parameter("d", 128) then caml_failwith("failed to allocate domain") end
  local id = domains.next
  domains.next, domains.live = id + 1, domains.live + 1
  local function body(domain)
    local ok, v = rt_try(f, 0)
    if not ok and lua_type(v) == "table" and v.rt_exit then lua_error(v) end
    domains.live = domains.live - 1
    if sync[1] == 255 then
      sync.owner = nil
      rt_wake_first(sync.waiting)
    else
      sync[2] = {0, ok and {0, v} or {1, caml_wrap_exception(v)}}
      caml_ml_condition_broadcast(sync[4])
    end
    if rt_nobody_ready() then rt_wake_main() end
    rt_yield(rt_switch_domain)
  end
  rt_make_ready(domains.running)
  rt_yield(rt_switch_domain, {id = id, dls = 0, body = body})
  return id
end
rt_effects.used = true

--: caml_ml_domain_id
local function caml_ml_domain_id(unit)
  return rt_domains.running.id
end

--: caml_ml_domain_index
local function caml_ml_domain_index(unit)
  return rt_domains.running.id == 0 and 0 or 1
end

--: caml_ml_domain_cpu_relax
--- The others' turn.
local function caml_ml_domain_cpu_relax(unit)
  if not rt_nobody_ready() then
    rt_make_ready(rt_domains.running)
    rt_yield(rt_switch_domain)
  end
  return 0
end

--: rt_turn
--- `left`: safe points that the running domain has before it polls whether others are ready.
local rt_turn = {left = 1000}

--: rt_next_turn
--- Not in code that Lua has called from OCaml: that can't yield.
local function rt_next_turn()
  rt_turn.left = 1000
  if rt_exports.entered < 2 then caml_ml_domain_cpu_relax(0) end
end

--: caml_recommended_domain_count
local function caml_recommended_domain_count(unit)
  return 1
end

--: caml_domain_dls_get
local function caml_domain_dls_get(unit)
  return rt_domains.running.dls
end

--: caml_domain_dls_set
local function caml_domain_dls_set(v)
  rt_domains.running.dls = v
  return 0
end

--: caml_domain_dls_compare_and_set
local function caml_domain_dls_compare_and_set(old, new)
  if rt_domains.running.dls == old then
    rt_domains.running.dls = new
    return 1
  end
  return 0
end

--: caml_ml_mutex_new
local function caml_ml_mutex_new(unit)
  return rt_identity({255, "_mutex", waiting = {}})
end

--: caml_ml_mutex_lock
---@error Sys_error when the domain has it already, or all wait
local function caml_ml_mutex_lock(mutex)
  local domain = rt_domains.running
  local message = "Mutex.lock: Resource deadlock avoided"
  if mutex.owner == domain then caml_raise_sys_error(message) end
  while mutex.owner do rt_wait_in(mutex.waiting, message) end
  mutex.owner = domain
  return 0
end

--: caml_ml_mutex_try_lock
local function caml_ml_mutex_try_lock(mutex)
  if mutex.owner then return 0 end
  mutex.owner = rt_domains.running
  return 1
end

--: caml_ml_mutex_unlock
---@error Sys_error
local function caml_ml_mutex_unlock(mutex)
  if mutex.owner ~= rt_domains.running then caml_raise_sys_error("Mutex.unlock: Operation not permitted") end
  mutex.owner = nil
  rt_wake_first(mutex.waiting)
  return 0
end

--: caml_ml_condition_new
local function caml_ml_condition_new(unit)
  return rt_identity({255, "_condition", waiting = {}})
end

--: caml_ml_condition_wait
---@error Sys_error
local function caml_ml_condition_wait(condition, mutex)
  caml_ml_mutex_unlock(mutex)
  rt_wait_in(condition.waiting, "Condition.wait: there is no other domain that could signal")
  caml_ml_mutex_lock(mutex)
  return 0
end

--: caml_ml_condition_signal
local function caml_ml_condition_signal(condition)
  rt_wake_first(condition.waiting)
  return 0
end

--: caml_ml_condition_broadcast
local function caml_ml_condition_broadcast(condition)
  while condition.waiting[1] do rt_wake_first(condition.waiting) end
  return 0
end
