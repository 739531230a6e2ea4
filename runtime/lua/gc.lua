-- Gc (answers to runtime/gc_ctrl.c, runtime_events.c). Lua's collector is asked where it can tell something
-- (words in use, full collections); what it does not know is 0. Records have native's shapes, floats are floats.

--: rt_gc
--- Counters, and the parameters that Gc.set keeps and Gc.get gives back. Lua's collector takes one of them, space_overhead.
local rt_gc = {minor = 0, major = 0, forced = 0, compactions = 0, top = 0, warnings = 0}
do
  rt_gc.control = {0, 262144, 15, 120, 0, 500, 1048576, 2, 1, 44, 100, 70000}
end

--: rt_heap_words
--- Words of Lua's heap in use, as an int.
local function rt_heap_words()
  local words = lua_floor(lua_collectgarbage("count") * 128)
  if words > rt_gc.top then rt_gc.top = words end
  return words
end

--: rt_full_collection
--- Twice: objects with finalisers need a second cycle to go.
local function rt_full_collection()
  rt_collect()
  lua_collectgarbage("collect")
  rt_gc.major = rt_gc.major + 1
end

--: rt_full_collection if allocations
local function rt_full_collection()
  rt_collect()
  rt_minor_collection()
  rt_gc.major = rt_gc.major + 1
end

--: caml_gc_quick_stat
local function caml_gc_quick_stat(unit)
  local words = rt_heap_words()
  return {0, 0.0, 0.0, 0.0, rt_gc.minor, rt_gc.major, words, 1, 0, 0, 0, 0, 0, 0, rt_gc.compactions,
    rt_gc.top, 0, rt_gc.forced}
end

--: caml_gc_stat
local function caml_gc_stat(unit)
  local stat = caml_gc_quick_stat(unit)
  stat[9] = stat[7]
  stat[10] = 1
  return stat
end

--: caml_gc_counters
--- Lua does not count what is allocated.
local function caml_gc_counters(unit)
  return {0, 0.0, 0.0, 0.0}
end

--: caml_gc_counters if allocations
local function caml_gc_counters(unit)
  return {0, rt_memprof.minor_words + 0.0, rt_memprof.promoted_words + 0.0, rt_memprof.major_words + 0.0}
end

--: caml_gc_minor_words
local function caml_gc_minor_words(unit)
  return 0.0
end

--: caml_gc_minor_words if allocations
local function caml_gc_minor_words(unit)
  return rt_memprof.minor_words + 0.0
end

--: caml_gc_get
local function caml_gc_get(unit)
  return caml_obj_dup(rt_gc.control)
end

--: caml_gc_set
--- A space_overhead of n per cent is a pause of 100 + n, the heap's size at the next collection in per cent, and a
--- collection as much faster as that is below Lua's own pause of 200.
local function caml_gc_set(control)
  local new = caml_obj_dup(rt_gc.control)
  for i = 2, #control do new[i] = control[i] end
  if new[4] < 1 then new[4] = 1 end
  if new[4] ~= rt_gc.control[4] then
    local overhead = new[4] < 900 and new[4] or 900
    rt_pause.adapts = false
    lua_collectgarbage("setpause", 100 + overhead)
    if overhead > 100 then overhead = 100 end
    lua_collectgarbage("setstepmul", lua_floor((lua_version == "Lua 5.4" and 100 or 200) * 100 / overhead))
  end
  rt_gc.control = new
  return 0
end

--: caml_gc_minor
local function caml_gc_minor(unit)
  lua_collectgarbage("step")
  rt_gc.minor = rt_gc.minor + 1
  rt_run_finalisers()
  return 0
end

--: caml_gc_minor if allocations
local function caml_gc_minor(unit)
  rt_minor_collection()
  rt_gc.minor = rt_gc.minor + 1
  rt_run_finalisers()
  return 0
end

--: caml_gc_major
local function caml_gc_major(unit)
  rt_full_collection()
  rt_run_finalisers()
  return 0
end

--: caml_gc_full_major
local function caml_gc_full_major(unit)
  rt_full_collection()
  rt_run_finalisers()
  rt_full_collection()
  rt_gc.forced = rt_gc.forced + 1
  rt_run_finalisers()
  return 0
end

--: caml_gc_compaction
local function caml_gc_compaction(unit)
  caml_gc_full_major(unit)
  rt_gc.compactions = rt_gc.compactions + 1
  return 0
end

--: caml_gc_major_slice
local function caml_gc_major_slice(n)
  lua_collectgarbage("step")
  rt_run_finalisers()
  return 0
end

--: caml_gc_huge_fallback_count
local function caml_gc_huge_fallback_count(unit)
  return 0
end

--: caml_get_minor_free
--- Lua has no minor heap: all of the nominal one is free.
local function caml_get_minor_free(unit)
  return rt_gc.control[2]
end

--: caml_get_major_bucket
---@error Invalid_argument
local function caml_get_major_bucket(n)
  if n < 0 then caml_invalid_argument("Gc.get_bucket") end
  return 0
end

--: caml_get_major_credit
local function caml_get_major_credit(n)
  return 0
end

--: caml_runtime_variant
local function caml_runtime_variant(unit)
  return ""
end

--: caml_runtime_parameters
local function caml_runtime_parameters(unit)
  local c = rt_gc.control
  return lua_format("b=%d,c=0,e=16,l=%d,M=%d,m=%d,n=%d,o=%d,p=%d,s=%d,t=0,v=%d,V=0,W=%d", rt_backtrace.active, c[7], c[10],
    c[11], c[12], c[4], rt_parser_trace.on and 1 or 0, c[2], c[5], rt_gc.warnings)
end

--: caml_ml_enable_runtime_warnings
local function caml_ml_enable_runtime_warnings(on)
  rt_gc.warnings = on
  return 0
end

--: caml_ml_runtime_warnings_enabled
local function caml_ml_runtime_warnings_enabled(unit)
  return rt_gc.warnings
end

--: caml_eventlog_pause
--- No event log is written: as native when OCAML_EVENTLOG_ENABLED is not set.
local function caml_eventlog_pause(unit)
  return 0
end

--: caml_eventlog_resume
local function caml_eventlog_resume(unit)
  return 0
end

--: caml_ml_runtime_events_start
---@error Failure
local function caml_ml_runtime_events_start(unit)
  caml_failwith("Runtime_events.start: this host has no event ring")
end

--: caml_ml_runtime_events_pause
--- Does nothing while events are not active, as native.
local function caml_ml_runtime_events_pause(unit)
  return 0
end

--: caml_ml_runtime_events_resume
local function caml_ml_runtime_events_resume(unit)
  return 0
end

--: caml_ml_runtime_events_path
local function caml_ml_runtime_events_path(unit)
  return 0
end

--: caml_ml_runtime_events_are_active
local function caml_ml_runtime_events_are_active(unit)
  return 0
end

--: rt_user_events
local rt_user_events = {count = 0}

--: caml_runtime_events_user_register
--- The event: {index, name, type, tag}.
local function caml_runtime_events_user_register(name, tag, kind)
  local index = rt_user_events.count
  rt_user_events.count = index + 1
  return {0, index, name, kind, tag}
end

--: caml_runtime_events_user_write
--- Does nothing while events are not active, as native.
local function caml_runtime_events_user_write(buffer, event, value)
  return 0
end
