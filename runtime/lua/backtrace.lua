-- Backtraces (answers to runtime/backtrace.c, backtrace_byt.c). A program that keeps what they tell (`if backtraces`)
-- has a table of places for each unit: which of its lines are calls, and where in the source these are. A slot of a
-- backtrace is the number of a line of the output: whoever raises while backtraces are recorded walks Lua's stack up to
-- the handler, and notes the lines of its frames that the tables have. Only who asks for a place has it decoded.
-- Other programs have empty backtraces, as native's without -g: Printexc then prints none.

--: rt_backtrace
local rt_backtrace = {active = 0}

--: rt_backtrace if backtraces
--- `slots` of the exception that was raised last, `exn`. `units`: tables of places, see rt_located. `own`: by function,
--- whether it's of this file. `places`: what rt_place_at has found. On PUC Lua 5.1 each `try` is a stack of its own, so
--- that one can ask the driver for what lies below (rt_effects).
local rt_backtrace = {active = rt_run_parameter("b", 0) > 0 and 1 or 0, slots = {0, most = 1024}, units = {}, places = {}}
rt_backtrace.own = lua_setmetatable({}, {__mode = "k"})
rt_effects.used = true

--: rt_located
--- A unit begins: the table of the places that are on the lines below the call. link/locations.h of the compiler has
--- the form.
---@param names string of files and definitions, a line feed behind each
---@param codes string
local function rt_located(names, codes)
  local info = lua_debug and lua_debug.getinfo and lua_debug.getinfo(2, "Sl")
  if info then
    local units = rt_backtrace.units
    units[#units + 1] = {line = info.currentline, source = info.source, names = names, codes = codes}
  end
end

--: rt_located if open
--- The same where units come one by one, in no order of their lines, and some of them again.
local function rt_located(names, codes)
  local info = lua_debug and lua_debug.getinfo and lua_debug.getinfo(2, "Sl")
  if info then
    local units = rt_backtrace.units
    local at = #units + 1
    for i = 1, #units do
      if units[i].line == info.currentline then at = i end
    end
    units[at] = {line = info.currentline, source = info.source, names = names, codes = codes}
    lua_sort(units, function(a, b) return a.line < b.line end)
    rt_backtrace.places = {}
  end
end

--: rt_place_at
--- What a line of this file stands for: {raises, file, line, column, column of the end if it were on the first line,
--- line and column of the end, definition}, or {raises} alone where nothing is known, or false.
---@param line integer
local function rt_place_at(line)
  local place = rt_backtrace.places[line]
  if place ~= nil then return place end
  local units = rt_backtrace.units
  local low, high = 0, #units
  while low < high do
    local middle = lua_floor((low + high + 1) / 2)
    if units[middle].line <= line then low = middle else high = middle - 1 end
  end
  local unit = units[low]
  if unit and not unit.places then unit.places = rt_read_places(unit) end
  place = unit and unit.places[line] or false
  rt_backtrace.places[line] = place
  return place
end

--: rt_read_places
--- By line.
local function rt_read_places(unit)
  local names, codes, at, places = {}, unit.codes, 1, {}
  lua_gsub(unit.names, "([^\n]*)\n", function(name) names[#names + 1] = name end)
  local value = {}
  for i = 0, 63 do value[lua_byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", i + 1)] = i end
  local function number()
    local digit = value[lua_byte(codes, at)]
    local negative = digit % 2 == 1
    local n, weight = lua_floor(digit % 32 / 2), 16
    while digit >= 32 do
      at = at + 1
      digit = value[lua_byte(codes, at)]
      n, weight = n + digit % 32 * weight, weight * 32
    end
    at = at + 1
    return negative and -n or n
  end
  local below, file, definition, line = unit.line, 1, 1, 0
  while at <= #codes do
    local kind = number()
    below = below + lua_floor(kind / 4)
    if kind % 4 < 2 then
      places[below] = {kind % 2}
    else
      file, definition, line = file + number(), definition + number(), line + number()
      local column, lines, column_of_end = number(), number(), number()
      local offset_of_end = lines == 0 and column_of_end or number()
      places[below] = {kind % 2, names[file], line, column, offset_of_end, line + lines, column_of_end, names[definition]}
    end
  end
  return places
end

--: rt_walk
--- Appends the slots of the frames of a stack, innermost first, until there are `slots.most`. PUC Lua 5.1 counts each
--- tail call that a frame has made as one more level, forever, and a loop of tail calls has millions of them: from the
--- thousandth on the steps double, so frames next to one that made more may be missed.
---@param slots table as OCaml's array
---@param co thread
---@param level integer to begin with
---@param to_handler boolean no further than to the innermost pcall
local function rt_walk(slots, co, level, to_handler)
  local getinfo = lua_debug and lua_debug.getinfo
  local first, own, tail_calls = rt_backtrace.units[1], rt_backtrace.own, 0
  if not (getinfo and first and co) then return end
  while #slots <= slots.most do
    local info = getinfo(co, level, "lf")
    if not info or (to_handler and info.func == lua_pcall) then return end
    local line, f = info.currentline, info.func
    if not f then
      tail_calls = tail_calls + 1
      local step, beyond = 1, tail_calls > 1000 and getinfo(co, level + 1, "f")
      while beyond and not beyond.func do
        level, step = level + step, step + step
        beyond = getinfo(co, level + step, "f")
      end
    else
      tail_calls = 0
      if line > 0 and rt_place_at(line) then
        if own[f] == nil then own[f] = getinfo(f, "S").source == first.source end
        if own[f] then slots[#slots + 1] = line end
      end
    end
    level = level + 1
  end
end

--: rt_stash
--- An exception is raised: its backtrace is what is on the stack up to the handler.
local function rt_stash(exn)
  if rt_backtrace.active == 1 then
    rt_backtrace.exn, rt_backtrace.slots = exn, {0, most = 1024}
    rt_walk(rt_backtrace.slots, lua_coroutine.running(), 3, true)
  end
  return 0
end

--: rt_restash
--- An exception is raised again: its backtrace goes on.
local function rt_restash(exn)
  if rt_backtrace.active == 1 then
    if exn ~= rt_backtrace.exn then return rt_stash(exn) end
    rt_walk(rt_backtrace.slots, lua_coroutine.running(), 3, true)
  end
  return 0
end

--: rt_walk_fiber
--- Goes on with the stacks that wait below a fiber's topmost one.
local function rt_walk_fiber(slots, fiber)
  for i = fiber.n, 1, -1 do rt_walk(slots, fiber.stacks[i], 0) end
  if fiber.parent then
    rt_walk(slots, fiber.parent.co, 0)
    return rt_walk_fiber(slots, fiber.parent)
  end
end

--: rt_walk_below
--- The same for the fiber that runs: a request to the driver.
local function rt_walk_below(fiber, co, slots)
  rt_walk_fiber(slots, fiber)
  return fiber, co
end

--: rt_backtrace_line
--- A slot as text, or nil for a raise that the compiler has put in.
---@param index integer from 0
local function rt_backtrace_line(slot, index)
  local place = rt_place_at(slot) or {0}
  if not place[2] then
    if place[1] == 1 then return nil end
    return (index == 0 and "Raised by primitive operation at" or "Called from") .. " unknown location"
  end
  local what = place[1] == 1 and (index == 0 and "Raised at" or "Re-raised at")
    or (index == 0 and "Raised by primitive operation at" or "Called from")
  local range = rt_line_range(place)
  return what .. " " .. place[8] .. " in file \"" .. place[2] .. "\", " .. range
end

--: rt_line_range
local function rt_line_range(place)
  return lua_format("line %d, characters %d-%d", place[3], place[4], place[5])
end

--: rt_line_range if ocaml52
local function rt_line_range(place)
  if place[3] == place[6] then return lua_format("line %d, characters %d-%d", place[3], place[4], place[7]) end
  return lua_format("lines %d-%d, characters %d-%d", place[3], place[6], place[4], place[7])
end

--: rt_known_location
--- Printexc.backtrace_slot.Known_location
local function rt_known_location(place)
  return {0, place[1], place[2], place[3], place[4], place[5], 0, place[8]}
end

--: rt_known_location if ocaml52
local function rt_known_location(place)
  return {0, place[1], place[2], place[3], place[4], place[5], place[6], place[7], 0, place[8]}
end

--: caml_record_backtrace
local function caml_record_backtrace(on)
  rt_backtrace.active = on
  return 0
end

--: caml_record_backtrace if backtraces
local function caml_record_backtrace(on)
  if on ~= rt_backtrace.active then
    rt_backtrace.active, rt_backtrace.exn, rt_backtrace.slots = on, nil, {0, most = 1024}
  end
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

--: caml_get_exception_raw_backtrace if backtraces
local function caml_get_exception_raw_backtrace(unit)
  if rt_backtrace.active == 0 then return {0} end
  return {lua_unpack(rt_backtrace.slots)}
end

--: caml_get_exception_backtrace
local function caml_get_exception_backtrace(unit)
  return 0
end

--: caml_get_exception_backtrace if backtraces
local function caml_get_exception_backtrace(unit)
  return {0, caml_convert_raw_backtrace(caml_get_exception_raw_backtrace(0))}
end

--: caml_get_current_callstack
local function caml_get_current_callstack(max)
  return {0}
end

--: caml_get_current_callstack if backtraces
local function caml_get_current_callstack(max)
  local slots = {0, most = max}
  rt_walk(slots, lua_coroutine.running(), 2)
  rt_yield(rt_walk_below, slots)
  slots.most = nil
  return slots
end

--: caml_get_continuation_callstack
local function caml_get_continuation_callstack(cont, max)
  return {0}
end

--: caml_get_continuation_callstack if backtraces
local function caml_get_continuation_callstack(cont, max)
  local fiber = cont[2]
  if fiber == 0 then rt_raise_named("Effect.Continuation_already_resumed") end
  local slots = {0, most = max}
  rt_walk(slots, fiber.co, 0)
  rt_walk_fiber(slots, fiber)
  slots.most = nil
  return slots
end

--: caml_restore_raw_backtrace
local function caml_restore_raw_backtrace(exn, backtrace)
  return 0
end

--: caml_restore_raw_backtrace if backtraces
local function caml_restore_raw_backtrace(exn, backtrace)
  rt_backtrace.exn, rt_backtrace.slots = exn, {lua_unpack(backtrace, 1, 1025)}
  rt_backtrace.slots.most = 1024
  return 0
end

--: caml_convert_raw_backtrace
--- The slots of a backtrace; backtraces are empty.
local function caml_convert_raw_backtrace(backtrace)
  return {0}
end

--: caml_convert_raw_backtrace if backtraces
local function caml_convert_raw_backtrace(backtrace)
  local slots = {0}
  for i = 2, #backtrace do slots[i] = caml_convert_raw_backtrace_slot(backtrace[i]) end
  return slots
end

--: caml_convert_raw_backtrace_slot
---@error Failure
local function caml_convert_raw_backtrace_slot(slot)
  caml_failwith("No debug information available")
end

--: caml_convert_raw_backtrace_slot if backtraces
local function caml_convert_raw_backtrace_slot(slot)
  local place = rt_place_at(slot) or {0}
  return place[2] and rt_known_location(place) or {1, place[1]}
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

--: caml_raw_backtrace_slot if backtraces
---@error Invalid_argument
local function caml_raw_backtrace_slot(backtrace, i)
  return i >= 0 and backtrace[i + 2] or caml_invalid_argument("Printexc.get_raw_backtrace_slot: index out of bounds")
end

--: caml_raw_backtrace_next_slot
local function caml_raw_backtrace_next_slot(slot)
  return 0
end
