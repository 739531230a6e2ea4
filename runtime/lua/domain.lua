-- Domains, mutexes, conditions of OCaml 5 (answers to runtime/domain.c, sync.c) on a host with one thread.
-- Domain.spawn runs the domain's function at once, to its end; Domain.join then finds the result. What would wait for ever
-- (a locked mutex, a condition) raises Sys_error instead.

--: rt_domain
--- The running domain: its id, its local storage, and the next id.
local rt_domain = {id = 0, next = 1, dls = 0}

--: caml_domain_spawn
--- In 5.2+ `sync` is the record {state; mutex; condition} that takes the result; before it is a mutex, which the domain
--- leaves locked for the runtime to unlock.
local function caml_domain_spawn(f, sync)
  local id = rt_domain.next
  rt_domain.next = id + 1
  local parent, dls = rt_domain.id, rt_domain.dls
  rt_domain.id, rt_domain.dls = id, 0
  local ok, v = rt_try(f, 0)
  rt_domain.id, rt_domain.dls = parent, dls
  if not ok and lua_type(v) == "table" and v.rt_exit then lua_error(v) end
  if sync[1] == 255 then
    sync.locked = false
  elseif ok then
    sync[2] = {0, {0, v}}
  else
    sync[2] = {0, {1, caml_wrap_exception(v)}}
  end
  return id
end

--: caml_ml_domain_id
local function caml_ml_domain_id(unit)
  return rt_domain.id
end

--: caml_ml_domain_index
local function caml_ml_domain_index(unit)
  return rt_domain.id == 0 and 0 or 1
end

--: caml_ml_domain_cpu_relax
local function caml_ml_domain_cpu_relax(unit)
  return 0
end

--: caml_recommended_domain_count
local function caml_recommended_domain_count(unit)
  return 1
end

--: caml_domain_dls_get
local function caml_domain_dls_get(unit)
  return rt_domain.dls
end

--: caml_domain_dls_set
local function caml_domain_dls_set(v)
  rt_domain.dls = v
  return 0
end

--: caml_domain_dls_compare_and_set
local function caml_domain_dls_compare_and_set(old, new)
  if rt_domain.dls == old then
    rt_domain.dls = new
    return 1
  end
  return 0
end

--: caml_ml_mutex_new
local function caml_ml_mutex_new(unit)
  return rt_identity({255, "_mutex", locked = false})
end

--: caml_ml_mutex_lock
---@error Sys_error when it is locked: nobody else could unlock it
local function caml_ml_mutex_lock(mutex)
  if mutex.locked then caml_raise_sys_error("Mutex.lock: Resource deadlock avoided") end
  mutex.locked = true
  return 0
end

--: caml_ml_mutex_try_lock
local function caml_ml_mutex_try_lock(mutex)
  if mutex.locked then return 0 end
  mutex.locked = true
  return 1
end

--: caml_ml_mutex_unlock
---@error Sys_error
local function caml_ml_mutex_unlock(mutex)
  if not mutex.locked then caml_raise_sys_error("Mutex.unlock: Operation not permitted") end
  mutex.locked = false
  return 0
end

--: caml_ml_condition_new
local function caml_ml_condition_new(unit)
  return rt_identity({255, "_condition"})
end

--: caml_ml_condition_wait
---@error Sys_error
local function caml_ml_condition_wait(condition, mutex)
  caml_raise_sys_error("Condition.wait: there is no other thread that could signal")
end

--: caml_ml_condition_signal
--- Nobody waits.
local function caml_ml_condition_signal(condition)
  return 0
end

--: caml_ml_condition_broadcast
local function caml_ml_condition_broadcast(condition)
  return 0
end
