-- Weak arrays, ephemerons and finalisers (answers to runtime/weak.c, finalise.c).
-- An ephemeron is {251, 0, 0, 0...}: native's shape (link, data, keys), so that Obj.size tells the length. What it refers to
-- is held beside: `keys` (index -> key, a table with weak values), `full` (index -> true where a key was set), and the data
-- in a chain of weak-keyed tables, one for each key. 5.2+ treats those as ephemerons. 5.1 and LuaJIT don't: there the
-- first key that is a block holds the chain, so that a key that its data mentions can go; the others hold their part of it
-- up to the collection that finds them gone, and a key that only such data mentions stays. Strings and numbers are never
-- collected by Lua: such keys stay.

--: rt_weak_values
local rt_weak_values = {__mode = "v"}

--: rt_weak_keys
local rt_weak_keys = {__mode = "k"}

--: caml_ephe_create
---@error Invalid_argument
local function caml_ephe_create(len)
  if len < 0 then caml_invalid_argument("Weak.create") end
  local e = {251, 0, 0}
  for i = 4, len + 3 do e[i] = 0 end
  e.keys = lua_setmetatable({}, rt_weak_values)
  e.full = {}
  e.len = len
  return e
end

--: caml_weak_create
local function caml_weak_create(len)
  return caml_ephe_create(len)
end

--: rt_ephe_data
--- The data, or nil when there is none or one of its keys has died.
local function rt_ephe_data(e)
  local keys, full, holder, chain = e.keys, e.full, e.holder, e.chain
  if holder then
    local key = keys[holder]
    chain = key and key.held[e]
  end
  if not chain then return nil end
  for i = 0, e.len - 1 do
    if full[i] and i ~= holder then
      local key = keys[i]
      if key == nil then return nil end
      chain = chain[key]
      if chain == nil then return nil end
    end
  end
  return chain.data
end

--: rt_ephe_take
--- Leaves the ephemeron without its data, which it returns: keys change only in between.
local function rt_ephe_take(e)
  local v = rt_ephe_data(e)
  if e.holder then
    local key = e.keys[e.holder]
    if key then key.held[e] = nil end
  end
  e.holder, e.chain = nil, nil
  return v
end

--: rt_ephe_hold
--- Makes v (nil: nothing) the data of an ephemeron without any, held by the keys that are set now.
local function rt_ephe_hold(e, v)
  if v == nil then return end
  local keys, full, holder = e.keys, e.full, nil
  local chain = {}
  local at = chain
  for i = 0, e.len - 1 do
    if full[i] then
      local key = keys[i]
      if key == nil then return end
      if rt_newproxy and not holder and lua_type(key) == "table" and lua_type(lua_rawget(key, 1)) == "number" then
        holder = i
      else
        local below = {}
        lua_setmetatable(at, rt_weak_keys)[key] = below
        at = below
      end
    end
  end
  at.data = v
  if not holder then
    e.chain = chain
    return
  end
  local key = keys[holder]
  key.held = key.held or lua_setmetatable({}, rt_weak_keys)
  key.held[e] = chain
  e.holder = holder
  if at ~= chain then rt_chained[e] = true end
end
if rt_newproxy then
  rt_collected.settled = function()
    local settled = true
    for e in lua_next, rt_chained do
      if rt_ephe_data(e) == nil then
        rt_ephe_take(e)
        rt_chained[e], settled = nil, false
      end
    end
    return settled
  end
end

--: rt_chained
--- Ephemerons whose data waits for a key to be found gone.
local rt_chained = lua_setmetatable({}, rt_weak_keys)

--: rt_collected
--- `settled`: whether no ephemeron has lost its data since it was asked last.
local rt_collected = {}

--: rt_collect
--- A full collection, and as many as it takes for the data of ephemerons to go that keys of others were.
local function rt_collect()
  repeat lua_collectgarbage("collect") until not rt_collected.settled or rt_collected.settled()
end

--: caml_ephe_set_key
---@error Invalid_argument
local function caml_ephe_set_key(e, i, key)
  if i < 0 or i >= e.len then caml_invalid_argument("Weak.set") end
  local v = rt_ephe_take(e)
  e.keys[i] = key
  e.full[i] = true
  rt_ephe_hold(e, v)
  return 0
end

--: caml_ephe_unset_key
---@error Invalid_argument
local function caml_ephe_unset_key(e, i)
  if i < 0 or i >= e.len then caml_invalid_argument("Weak.set") end
  local v = rt_ephe_take(e)
  e.keys[i] = nil
  e.full[i] = nil
  rt_ephe_hold(e, v)
  return 0
end

--: caml_weak_set
local function caml_weak_set(e, i, opt)
  if opt == 0 then return caml_ephe_unset_key(e, i) end
  return caml_ephe_set_key(e, i, opt[2])
end

--: caml_ephe_get_key
---@error Invalid_argument
local function caml_ephe_get_key(e, i)
  if i < 0 or i >= e.len then caml_invalid_argument("Weak.get") end
  local key = e.keys[i]
  if key == nil then return 0 end
  return {0, key}
end

--: caml_weak_get
local function caml_weak_get(e, i)
  return caml_ephe_get_key(e, i)
end

--: rt_weak_copy
--- Some copy of v; custom blocks and callable tables are not copied.
local function rt_weak_copy(v)
  if lua_type(v) == "table" and v[1] ~= 255 and v[1] ~= 247 then return {0, caml_obj_dup(v)} end
  return {0, v}
end

--: caml_ephe_get_key_copy
---@error Invalid_argument
local function caml_ephe_get_key_copy(e, i)
  if i < 0 or i >= e.len then caml_invalid_argument("Weak.get") end
  local key = e.keys[i]
  if key == nil then return 0 end
  return rt_weak_copy(key)
end

--: caml_weak_get_copy
local function caml_weak_get_copy(e, i)
  return caml_ephe_get_key_copy(e, i)
end

--: caml_ephe_check_key
---@error Invalid_argument
local function caml_ephe_check_key(e, i)
  if i < 0 or i >= e.len then caml_invalid_argument("Weak.check") end
  return e.keys[i] ~= nil and 1 or 0
end

--: caml_weak_check
local function caml_weak_check(e, i)
  return caml_ephe_check_key(e, i)
end

--: caml_ephe_set_data
local function caml_ephe_set_data(e, v)
  rt_ephe_take(e)
  rt_ephe_hold(e, v)
  return 0
end

--: caml_ephe_unset_data
local function caml_ephe_unset_data(e)
  rt_ephe_take(e)
  return 0
end

--: caml_ephe_get_data
local function caml_ephe_get_data(e)
  local v = rt_ephe_data(e)
  if v == nil then return 0 end
  return {0, v}
end

--: caml_ephe_get_data_copy
local function caml_ephe_get_data_copy(e)
  local v = rt_ephe_data(e)
  if v == nil then return 0 end
  return rt_weak_copy(v)
end

--: caml_ephe_check_data
local function caml_ephe_check_data(e)
  return rt_ephe_data(e) ~= nil and 1 or 0
end

--: caml_ephe_blit_key
---@error Invalid_argument
local function caml_ephe_blit_key(from, i, to, j, n)
  if i < 0 or n < 0 or i + n > from.len or j < 0 or j + n > to.len then caml_invalid_argument("Weak.blit") end
  local v = rt_ephe_take(to)
  local first, last, step = 0, n - 1, 1
  if j >= i then first, last, step = n - 1, 0, -1 end
  for k = first, last, step do
    local key = from.keys[i + k]
    to.keys[j + k] = key
    to.full[j + k] = key ~= nil or nil
  end
  rt_ephe_hold(to, v)
  return 0
end

--: caml_weak_blit
local function caml_weak_blit(from, i, to, j, n)
  return caml_ephe_blit_key(from, i, to, j, n)
end

--: caml_ephe_blit_data
local function caml_ephe_blit_data(from, to)
  local v = rt_ephe_data(from)
  rt_ephe_take(to)
  rt_ephe_hold(to, v)
  return 0
end

--: rt_finalisers
--- watch: value -> list of sentinels whose __gc puts (f, value) in `ready`. Lua calls __gc anywhere, even in the middle of a
--- primitive: so finalisers run later, at the next safe point: a call of Gc, the registration of another, and before the
--- primitives of rt_poll.
local rt_finalisers = {watch = lua_setmetatable({}, {__mode = "k"}), ready = {}, first = 1, last = 0, running = false}

--: rt_run_finalisers
--- Runs those that are ready; none within another.
local function rt_run_finalisers()
  local q = rt_finalisers
  if q.running then return end
  while q.first <= q.last do
    local entry = q.ready[q.first]
    q.ready[q.first] = nil
    q.first = q.first + 1
    q.running = true
    local ok, e = rt_try(entry[1], entry[2])
    q.running = false
    if not ok then lua_error(e, 0) end
  end
end

--: rt_poll
--- A primitive that reads, writes or allocates much, in a program that registers finalisers (lua/safe_points).
local function rt_poll(f)
  local q = rt_finalisers
  return function(a, b, c, d, e)
    if q.first <= q.last then rt_run_finalisers() end
    return f(a, b, c, d, e)
  end
end

--: rt_newproxy
--- 5.1 and LuaJIT call __gc for userdata only.
local rt_newproxy = lua_rawget(lua_globals, "newproxy")

--: rt_watch
--- Has f(arg) queued once v is unreachable.
local function rt_watch(v, f, arg)
  rt_run_finalisers()
  local function dead()
    local q = rt_finalisers
    q.last = q.last + 1
    q.ready[q.last] = {f, arg}
  end
  local sentinel
  if rt_newproxy then
    sentinel = rt_newproxy(true)
    lua_getmetatable(sentinel).__gc = dead
  else
    sentinel = lua_setmetatable({}, {__gc = dead})
  end
  if rt_newproxy and arg == v and lua_type(v) == "table" then
    -- weak tables are no ephemerons there; but what a value in a cycle with its sentinel needs lives until __gc has run
    v.sentinels = {sentinel, v.sentinels}
    return
  end
  local list = rt_finalisers.watch[v]
  if not list then
    list = {}
    rt_finalisers.watch[v] = list
  end
  list[#list + 1] = sentinel
end

--: caml_final_register
--- On 5.1 and LuaJIT one of a function never runs: it gets the value, and so keeps it alive.
---@error Invalid_argument for an immediate value
local function caml_final_register(f, v)
  local kind = lua_type(v)
  if kind == "number" and not rt_is_float(v) then caml_invalid_argument("Gc.finalise") end
  if kind == "table" or kind == "function" then rt_watch(v, f, v) end
  return 0
end

--: caml_final_register_called_without_value
---@error Invalid_argument for an immediate value
local function caml_final_register_called_without_value(f, v)
  local kind = lua_type(v)
  if kind == "number" and not rt_is_float(v) then caml_invalid_argument("Gc.finalise_last") end
  if kind == "table" or kind == "function" then rt_watch(v, f, 0) end
  return 0
end

--: caml_final_release
local function caml_final_release(unit)
  return 0
end
