-- Allocations (answers to runtime/memprof.c, and to what gc_ctrl.c tells of them). Lua doesn't tell of its allocations:
-- in a program that asks for them (`if allocations`) each block is handed to rt_allocated where it's made. Words are
-- OCaml's. Of what OCaml allocates there are no strings, floats and boxed integers, which Lua has otherwise, and no
-- closures that the compiler has done away with. Blocks that follow each other are one allocation, as in native code
-- (lua/allocations). A block is in the minor heap, to the program, until a collection finds it alive: one that was asked
-- for, or the one that is run when the words of a minor heap have been allocated and blocks are tracked. Elsewhere a
-- profile can be had that samples none.

--: rt_memprof
local rt_memprof = {running = false}

--: caml_memprof_start
--- Lua tells nothing about allocations: only a profile that samples none (rate 0) can be had.
---@error Failure
local function caml_memprof_start(rate, depth, tracker)
  if rate ~= 0 then caml_failwith("Gc.Memprof.start: this host can't sample allocations") end
  if rt_memprof.running then caml_failwith("Gc.Memprof.start: already started.") end
  rt_memprof.running = true
  return 0
end

--: caml_memprof_stop
---@error Failure
local function caml_memprof_stop(unit)
  if not rt_memprof.running then caml_failwith("Gc.Memprof.stop: no profile running.") end
  rt_memprof.running = false
  return 0
end

--: caml_memprof_discard
local function caml_memprof_discard(profile)
  return 0
end

--: rt_unmarshalled
--- What Marshal has read. `made`: its blocks, strings and floats, from index 0 to count - 1.
local function rt_unmarshalled(v, made, count)
  return v
end

--: rt_memprof if allocations
--- `profile`: the one that samples now; `all`: those that have tracked blocks, as {253, rate, frames of callstacks, tracker,
--- status, left = words until the next sample, entries = tracked blocks}. `blocks`: of each entry {what the tracker
--- keeps, size, whether it's in the minor heap} the block, while it lives. `busy`: a callback runs. `unshared`: where the
--- program asks for it, the blocks made since the last minor collection. `joined`: sampled blocks that wait for the
--- next allocation, and what the tracker is told of them, by turns.
local rt_memprof = {minor_words = 0, promoted_words = 0, major_words = 0, collected = 0, young = 0, seed = 42, all = {},
  joined = {}}
rt_memprof.blocks = lua_setmetatable({}, {__mode = "v"})

--: rt_allocated
--- Counts a block of OCaml's, and samples it, behind those that are one allocation with it. Returns it.
---@param block any
---@param size integer? words without the header; the block's own
---@param source integer? of Gc.Memprof.allocation_source
local function rt_allocated(block, size, source)
  size = size or rt_words_of(block)
  if size == 0 then return block end
  local m = rt_memprof
  if size > 256 then m.major_words = m.major_words + size + 1
  else
    m.minor_words = m.minor_words + size + 1
    if m.unshared then m.unshared[block] = true end
    if (m.young > 0 or m.unshared) and m.minor_words - m.collected > rt_gc.control[2] and not m.busy then rt_minor_collection() end
  end
  local profile = m.profile
  if not profile or m.busy then return block end
  local info = lua_type(block) ~= "string" and rt_sample(profile, size, source or 0)
  local joined = m.joined
  if joined[1] then
    m.joined = {}
    for i = 1, #joined, 2 do
      rt_track(profile, joined[i], joined[i + 1])
      if m.profile ~= profile then return block end
    end
  end
  if info then rt_track(profile, block, info) end
  return block
end

--: rt_joined
--- The same of a block that native code allocates together with the next: the tracker is told of all behind the last. Where
--- it stops the profile, it's told of no more of them.
local function rt_joined(block, size)
  local m = rt_memprof
  m.minor_words = m.minor_words + size + 1
  if m.unshared then m.unshared[block] = true end
  local info = m.profile and not m.busy and rt_sample(m.profile, size, 0)
  if info then
    local joined = m.joined
    local n = #joined
    joined[n + 1], joined[n + 2] = block, info
  end
  return block
end

--: caml_obj_is_shared
--- Whether the value is no block of the minor heap. Strings, floats and boxed integers are never there.
local function caml_obj_is_shared(v)
  return 1
end

--: caml_obj_is_shared if allocations
local function caml_obj_is_shared(v)
  return rt_memprof.unshared[v] and 0 or 1
end
rt_memprof.unshared = lua_setmetatable({}, rt_weak_keys)

--: rt_words_of
--- Of a block on a machine of 64 bits, without the header.
local function rt_words_of(block)
  local tag = block[1]
  if not tag then return lua_floor(#block / 8) + 1 end
  if tag < 0 then return lua_floor((-1 - tag) / 8) + 1 end
  return tag == 255 and 2 or #block - 1
end

--: rt_unmarshalled if allocations
--- Counts them, at once where none can be sampled and no collection can run.
local function rt_unmarshalled(v, made, count)
  local m = rt_memprof
  local counts_only = not m.unshared and (m.busy or not m.profile and m.young == 0)
  local minor, major = 0, 0
  for i = 0, count - 1 do
    local block = made[i]
    if lua_type(block) == "number" then
    elseif not counts_only then
      rt_allocated(block, nil, 1)
    else
      local size = rt_words_of(block)
      if size > 256 then major = major + size + 1 elseif size > 0 then minor = minor + size + 1 end
    end
  end
  m.minor_words, m.major_words = m.minor_words + minor, m.major_words + major
  return v
end

--: rt_sample
--- Each word of a block, and its header, is a sample with the profile's probability; by geometric steps (Knuth).
---@return table? Gc.Memprof.allocation of a block with samples
local function rt_sample(profile, size, source)
  local samples, left = 0, profile.left - size - 1
  while left < 0 do
    samples = samples + 1
    left = left + 1 + rt_geometric(profile[2])
  end
  profile.left = left
  if samples > 0 then return {0, samples, size, source, caml_get_current_callstack(profile[3])} end
end

--: rt_track
--- Tells the tracker of a sampled block, and remembers what it says.
local function rt_track(profile, block, info)
  local size = info[3]
  local young = size <= 256
  local user = rt_memprof_callback(profile[4][young and 2 or 3], info)
  if user ~= 0 and profile[5] < 2 then
    local entry = {user[2], size, young}
    profile.entries[#profile.entries + 1] = entry
    rt_memprof.blocks[entry] = block
    if young then rt_memprof.young = rt_memprof.young + 1 end
  end
end

--: rt_geometric
--- How many words are no samples before the next one is.
local function rt_geometric(rate)
  if rate == 1 then return 0 end
  if rate == 0 then return lua_huge end
  local seed = rt_memprof.seed * 16807 % 2147483647
  rt_memprof.seed = seed
  return lua_floor(lua_math.log(seed / 2147483647) / lua_math.log(1 - rate))
end

--: rt_memprof_callback
--- Nothing is sampled, and no other callback runs, until it returns.
local function rt_memprof_callback(f, x)
  rt_memprof.busy = true
  local ok, result = rt_try(f, x)
  rt_memprof.busy = false
  if not ok then lua_throw(result, 0) end
  return result
end

--: rt_minor_collection
--- Finds out which tracked blocks live: those of the minor heap are promoted.
local function rt_minor_collection()
  local m = rt_memprof
  m.collected = m.minor_words
  if m.unshared then m.unshared = lua_setmetatable({}, rt_weak_keys) end
  if m.busy then return end
  lua_collectgarbage("collect")
  for i = #m.all, 1, -1 do
    local profile = m.all[i]
    local entries, tracker, at = profile.entries, profile[4], 0
    if #entries == 0 and profile[5] > 0 then lua_remove(m.all, i) end
    -- A callback that raises is not called again; what is behind it waits for the next collection.
    profile.entries = {}
    local ok, e = rt_try(function()
      while at < #entries do
        at = at + 1
        local entry, kept = entries[at], profile.entries
        local alive, young = m.blocks[entry] ~= nil, entry[3]
        if young then m.young = m.young - 1 end
        entry[3] = false
        if not alive then
          rt_memprof_callback(tracker[young and 5 or 6], entry[1])
        elseif not young then
          kept[#kept + 1] = entry
        else
          m.promoted_words = m.promoted_words + entry[2] + 1
          local user = rt_memprof_callback(tracker[4], entry[1])
          if user ~= 0 and profile[5] < 2 then
            entry[1] = user[2]
            kept[#kept + 1] = entry
          end
        end
      end
    end)
    if not ok then
      for k = at + 1, #entries do profile.entries[#profile.entries + 1] = entries[k] end
      lua_throw(e, 0)
    end
  end
end

--: caml_memprof_start if allocations
---@error Invalid_argument, Failure
local function caml_memprof_start(rate, frames, tracker)
  if frames < 0 or not (rate >= 0 and rate <= 1) then caml_invalid_argument("Gc.Memprof.start") end
  if rt_memprof.profile then caml_failwith("Gc.Memprof.start: already started.") end
  local profile = {253, rate, frames, tracker, 0, left = rt_geometric(rate), entries = {}}
  rt_memprof.all[#rt_memprof.all + 1] = profile
  rt_memprof.profile = profile
  return profile
end

--: caml_memprof_stop if allocations
--- OCaml 4 forgets what is tracked.
---@error Failure
local function caml_memprof_stop(unit)
  local profile = rt_memprof.profile
  if not profile then caml_failwith("Gc.Memprof.stop: not started.") end
  profile[5], rt_memprof.profile = 1, nil
  return caml_memprof_discard(profile)
end

--: caml_memprof_stop if allocations and ocaml52
--- Blocks that are tracked go on to be.
---@error Failure
local function caml_memprof_stop(unit)
  local profile = rt_memprof.profile
  if not profile then caml_failwith("Gc.Memprof.stop: no profile running.") end
  profile[5], rt_memprof.profile = 1, nil
  return 0
end

--: caml_memprof_discard if allocations
---@error Failure
local function caml_memprof_discard(profile)
  if profile[5] == 0 then caml_failwith("Gc.Memprof.discard: profile not stopped.") end
  if profile[5] == 2 then caml_failwith("Gc.Memprof.discard: profile already discarded.") end
  profile[5] = 2
  for i = 1, #profile.entries do
    if profile.entries[i][3] then rt_memprof.young = rt_memprof.young - 1 end
  end
  profile.entries = {}
  return 0
end
