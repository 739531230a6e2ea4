-- Backtraces (answers to runtime/backtrace.c, backtrace_byt.c): always empty, as native's in a program without -g.
-- Printexc then prints none, as for a program that recorded none.

--: rt_backtrace
local rt_backtrace = {active = 0}

--: caml_record_backtrace
local function caml_record_backtrace(on)
  rt_backtrace.active = on
  return 0
end

--: caml_backtrace_status
local function caml_backtrace_status(unit)
  return rt_backtrace.active
end

--: caml_ml_debug_info_status
local function caml_ml_debug_info_status(unit)
  return 0
end

--: caml_get_exception_raw_backtrace
local function caml_get_exception_raw_backtrace(unit)
  return {0}
end

--: caml_get_exception_backtrace
local function caml_get_exception_backtrace(unit)
  return 0
end

--: caml_get_current_callstack
local function caml_get_current_callstack(max)
  return {0}
end

--: caml_get_continuation_callstack
local function caml_get_continuation_callstack(cont, max)
  return {0}
end

--: caml_restore_raw_backtrace
local function caml_restore_raw_backtrace(exn, backtrace)
  return 0
end

--: caml_convert_raw_backtrace
--- The slots of a backtrace; backtraces are empty.
local function caml_convert_raw_backtrace(backtrace)
  return {0}
end

--: caml_convert_raw_backtrace_slot
---@error Failure
local function caml_convert_raw_backtrace_slot(slot)
  caml_failwith("No debug information available")
end

--: caml_raw_backtrace_length
local function caml_raw_backtrace_length(backtrace)
  return #backtrace - 1
end

--: caml_raw_backtrace_slot
---@error Invalid_argument
local function caml_raw_backtrace_slot(backtrace, i)
  caml_invalid_argument("Printexc.get_raw_backtrace_slot: index out of bounds")
end

--: caml_raw_backtrace_next_slot
local function caml_raw_backtrace_next_slot(slot)
  return 0
end
