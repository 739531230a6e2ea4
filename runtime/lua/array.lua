-- Arrays: {tag, v0, ...}, tag 0, or 254 for floats; the empty array is {0} (answers to runtime/array.c).
-- Without float subtypes an array made from an integral float has tag 0: reading and comparing treat both tags alike.
-- Bounds are tested by the nil past the end; a negative index is tested, since index -1 is the tag.

--: caml_array_get
---@error Invalid_argument "index out of bounds"
local function caml_array_get(a, i)
  return i >= 0 and a[i + 2] or caml_array_bound_error()
end

--: caml_array_get_addr
local caml_array_get_addr = caml_array_get

--: caml_array_get_float
local caml_array_get_float = caml_array_get

--: caml_floatarray_get
local caml_floatarray_get = caml_array_get

--: caml_array_set
---@error Invalid_argument "index out of bounds"
local function caml_array_set(a, i, v)
  if i < 0 or a[i + 2] == nil then caml_array_bound_error() end
  a[i + 2] = v
  return 0
end

--: caml_array_set_addr
local caml_array_set_addr = caml_array_set

--: caml_array_set_float
local caml_array_set_float = caml_array_set

--: caml_floatarray_set
local caml_floatarray_set = caml_array_set

--: caml_array_unsafe_get
local function caml_array_unsafe_get(a, i)
  return a[i + 2]
end

--: caml_array_unsafe_get_float
local caml_array_unsafe_get_float = caml_array_unsafe_get

--: caml_floatarray_unsafe_get
local caml_floatarray_unsafe_get = caml_array_unsafe_get

--: caml_array_unsafe_set
local function caml_array_unsafe_set(a, i, v)
  a[i + 2] = v
  return 0
end

--: caml_array_unsafe_set_addr
local caml_array_unsafe_set_addr = caml_array_unsafe_set

--: caml_array_unsafe_set_float
local caml_array_unsafe_set_float = caml_array_unsafe_set

--: caml_floatarray_unsafe_set
local caml_floatarray_unsafe_set = caml_array_unsafe_set

--: rt_fill_array
--- {tag, v, ... v}: n times v.
local function rt_fill_array(tag, n, v)
  -- A constructor takes all the room that small arrays need at once, and saves large ones from growing often.
  if n < 8 then
    if n == 1 then return {tag, v} end
    if n == 2 then return {tag, v, v} end
    if n == 3 then return {tag, v, v, v} end
    if n == 0 then return {tag} end
    local a = {tag, v, v, v, v, nil, nil, nil}
    for i = 6, n + 1 do a[i] = v end
    return a
  elseif n < 32 then
    local a = {tag, v, v, v, v, v, v, v, v, nil, nil, nil, nil, nil, nil, nil}
    for i = 10, n + 1 do a[i] = v end
    return a
  end
  local a = {tag, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v}
  for i = 33, n + 1 do a[i] = v end
  return a
end

--: rt_fill_array if luajit
local function rt_fill_array(tag, n, v)
  local a = lua_tablenew(n + 2, 0)
  a[1] = tag
  for i = 2, n + 1 do a[i] = v end
  return a
end

--: rt_check_length
--- Refuses what Sys.max_array_length refuses, with elements of `words` words; and what is too much for a table of Lua
--- (2^26 slots on 5.1, 2^27 on LuaJIT, 2^30 on the others).
---@error Invalid_argument, Out_of_memory
local function rt_check_length(n, words, name)
  if n < 0 or n * words > caml_sys_const_max_wosize(0) then caml_invalid_argument(name) end
  if n >= (rt_is_luajit and 134217727 or rt_pcall_bars_yield and 67108863 or 1073741823) then caml_raise_out_of_memory() end
end

--: rt_check_length if int63
--- A float takes one word there.
local function rt_check_length(n, words, name)
  if n < 0 or n > caml_sys_const_max_wosize(0) then caml_invalid_argument(name) end
  if n >= 1073741823 then caml_raise_out_of_memory() end
end

--: caml_array_make
---@error Invalid_argument "Array.make"
local function caml_array_make(n, v)
  if n <= 0 or n > 60000000 then -- 5.1 has no tables of more than 2^26
    rt_check_length(n, 1, "Array.make")
    if n == 0 then return {0} end
  end
  return rt_fill_array(lua_type(v) == "number" and rt_is_float(v) and 254 or 0, n, v)
end

--: caml_make_vect
local caml_make_vect = caml_array_make

--: caml_uniform_array_make
---@error Invalid_argument "Array.make"
local function caml_uniform_array_make(n, v)
  rt_check_length(n, 1, "Array.make")
  return rt_fill_array(0, n, v)
end

--: caml_floatarray_make
---@error Invalid_argument "Float.Array.make"
local function caml_floatarray_make(n, v)
  rt_check_length(n, 2, "Float.Array.make")
  return rt_fill_array(n == 0 and 0 or 254, n, v)
end

--: caml_floatarray_make_unboxed
local caml_floatarray_make_unboxed = caml_floatarray_make

--: caml_floatarray_create
---@error Invalid_argument "Float.Array.create"
local function caml_floatarray_create(n)
  rt_check_length(n, 2, "Float.Array.create")
  return rt_fill_array(n == 0 and 0 or 254, n, 0.0)
end

--: caml_array_create_float
---@error Invalid_argument "Array.create_float"
local function caml_array_create_float(n)
  rt_check_length(n, 2, "Array.create_float")
  return rt_fill_array(n == 0 and 0 or 254, n, 0.0)
end

--: caml_make_float_vect
local caml_make_float_vect = caml_array_create_float

--: caml_make_array
--- Gives an array literal of unknown kind its tag, in place: nothing else refers to the literal yet.
local function caml_make_array(a)
  local v = a[2]
  if v ~= nil and a[1] == 0 and lua_type(v) == "number" and rt_is_float(v) then a[1] = 254 end
  return a
end

--: caml_array_of_uniform_array
local caml_array_of_uniform_array = caml_make_array

--: caml_array_sub
--- The caller has checked the bounds.
local function caml_array_sub(a, ofs, n)
  if n == 0 then return {0} end
  if n <= 4000 then return {a[1], lua_unpack(a, ofs + 2, ofs + n + 1)} end
  local r = {a[1], lua_unpack(a, ofs + 2, ofs + 4001)}
  for i = 4002, n + 1 do r[i] = a[ofs + i] end
  return r
end

--: caml_array_sub if luajit
local function caml_array_sub(a, ofs, n)
  if n == 0 then return {0} end
  local r = lua_tablenew(n + 2, 0)
  r[1] = a[1]
  for i = 2, n + 1 do r[i] = a[ofs + i] end
  return r
end

--: caml_floatarray_sub
local caml_floatarray_sub = caml_array_sub

--: caml_uniform_array_sub
local caml_uniform_array_sub = caml_array_sub

--: caml_array_append
local function caml_array_append(a, b)
  local n, m = #a, #b
  if n == 1 then return caml_array_sub(b, 0, m - 1) end
  local r = caml_array_sub(a, 0, n - 1)
  if b[1] == 254 then r[1] = 254 end
  rt_move(b, 2, m, n + 1, r)
  return r
end

--: caml_floatarray_append
local caml_floatarray_append = caml_array_append

--: caml_uniform_array_append
local caml_uniform_array_append = caml_array_append

--: caml_array_concat
---@param list any OCaml list of arrays
local function caml_array_concat(list)
  local r, n = {0}, 1
  while list ~= 0 do
    local a = list[2]
    local m = #a
    if m > 1 then
      if a[1] == 254 then r[1] = 254 end
      rt_move(a, 2, m, n + 1, r)
      n = n + m - 1
    end
    list = list[3]
  end
  return r
end

--: caml_array_blit
--- The caller has checked the bounds; source and destination may overlap.
local function caml_array_blit(from, ofs, to, at, n)
  rt_move(from, ofs + 2, ofs + n + 1, at + 2, to)
  return 0
end

--: caml_floatarray_blit
local caml_floatarray_blit = caml_array_blit

--: caml_uniform_array_blit
local caml_uniform_array_blit = caml_array_blit

--: caml_array_fill
local function caml_array_fill(a, ofs, n, v)
  for i = ofs + 2, ofs + n + 1 do a[i] = v end
  return 0
end

--: caml_floatarray_fill
local caml_floatarray_fill = caml_array_fill

--: caml_floatarray_fill_unboxed
local caml_floatarray_fill_unboxed = caml_array_fill

--: caml_uniform_array_fill
local caml_uniform_array_fill = caml_array_fill
