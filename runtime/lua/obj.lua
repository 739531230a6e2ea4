-- Obj, lazy values, objects and `let rec` (answers to runtime/obj.c, alloc.c, callback.c, and the atomics of memory.c).
-- A block's size is #block - 1; a closure has tag 247 and size 1 as far as Obj tells. Bytes in either form have tag 252 as
-- strings do: a table of length -1 - its first slot, or a Lua string.

--: rt_is_float
--- Whether a Lua number is an OCaml float. Without subtypes only what can't be an int of 32 bits is known to be one.
local rt_is_float = nil
do
  local mathtype, floor = lua_mathtype, lua_floor
  if mathtype then
    function rt_is_float(v) return mathtype(v) == "float" end
  else
    function rt_is_float(v)
      return v ~= floor(v) or v >= 2147483648 or v < -2147483648 or v == 0 and 1 / v < 0
    end
  end
end

--: rt_identity_ops
--- Comparison and hashing of custom blocks that are told apart by their field `id` alone (channels, mutexes).
local rt_identity_ops = {
  compare = function(a, b) return a.id == b.id and 0 or a.id < b.id and -1 or 1 end,
  hash = function(v) return v.id end,
  last = 0,
}

--: rt_identity
--- Makes a custom block comparable by identity; the block.
local function rt_identity(v)
  rt_identity_ops.last = rt_identity_ops.last + 1
  v.id = rt_identity_ops.last
  v.ops = rt_identity_ops
  return v
end

--: rt_oo_id
local rt_oo_id = {next = 0}

--: caml_fresh_oo_id
local function caml_fresh_oo_id(unit)
  local id = rt_oo_id.next
  rt_oo_id.next = id + 1
  return id
end

--: caml_set_oo_id
local function caml_set_oo_id(obj)
  local id = rt_oo_id.next
  rt_oo_id.next = id + 1
  obj[3] = id
  return obj
end

--: caml_get_public_method
--- The method of an object for a hashed label, 0 when there is none. Field 0 of the method table is the number of
--- methods, then (closure, label) pairs from field 2 on, sorted by label.
local function caml_get_public_method(obj, label)
  local meths = obj[2]
  local lo, hi = 1, meths[2]
  while lo < hi do
    local mid = lua_floor((lo + hi + 1) / 2)
    if label < meths[mid + mid + 3] then hi = mid - 1 else lo = mid end
  end
  if meths[lo + lo + 3] == label then return meths[lo + lo + 2] end
  return 0
end

--: caml_obj_tag
local function caml_obj_tag(v)
  local kind = lua_type(v)
  if kind == "table" then
    local tag = v[1]
    if tag < 0 then return 252 end
    return tag
  end
  if kind == "number" then return rt_is_float(v) and 253 or 1000 end
  if kind == "string" then return 252 end
  if kind == "function" then return 247 end
  return 1001
end

--: caml_obj_block
--- A string block of n words is a bytes table of 8n - 1 (4n - 1 with 32-bit words) zeros.
---@error Invalid_argument for tags that no block of ours can have
local function caml_obj_block(tag, size)
  if tag == 252 then
    if size == 0 then caml_invalid_argument("Obj.new_block") end
    local len = size * (caml_sys_const_word_size(0) == 64 and 8 or 4) - 1
    return caml_create_bytes(len)
  end
  if tag == 247 or tag == 249 or tag == 253 or tag == 255 then caml_invalid_argument("Obj.new_block") end
  local b, zero = {tag}, tag == 254 and 0.0 or 0
  for i = 2, size + 1 do b[i] = zero end
  return b
end

--: caml_obj_with_tag
local function caml_obj_with_tag(tag, v)
  if lua_type(v) ~= "table" then
    if caml_obj_tag(v) == tag then return v end
    caml_invalid_argument("Obj.with_tag: not a block")
  end
  local b = {}
  for i = 1, #v do b[i] = v[i] end
  if b[1] >= 0 then b[1] = tag end
  return b
end

--: caml_obj_dup
--- Strings, floats and closures can't be changed: a copy could not be told from the original.
local function caml_obj_dup(v)
  if lua_type(v) ~= "table" then return v end
  local b, tag = {}, v[1]
  if tag and tag < 0 then rt_settle(v) end
  for i = 1, #v do b[i] = v[i] end
  return b
end

--: caml_obj_set_tag
local function caml_obj_set_tag(v, tag)
  v[1] = tag
  return 0
end

--: caml_obj_truncate
---@error Invalid_argument
local function caml_obj_truncate(v, size)
  local old = #v - 1
  if size <= 0 or size > old then caml_invalid_argument("Obj.truncate") end
  for i = old + 1, size + 2, -1 do v[i] = nil end
  return 0
end

--: caml_obj_raw_field
--- The bits of a field that holds an int: 2n + 1. Others are addresses, which Lua does not give.
---@error Failure
local function caml_obj_raw_field(v, i)
  local x = v[i + 2]
  if lua_type(x) ~= "number" or rt_is_float(x) then caml_failwith("Obj.raw_field: a Lua value has no address") end
  return {255, "_n", rt_nativeint_wrap(x * 2 + 1)}
end

--: rt_nativeint_wrap
local function rt_nativeint_wrap(x)
  return rt_w32(x)
end

--: rt_nativeint_wrap if int63
local function rt_nativeint_wrap(x)
  return x
end

--: caml_obj_set_raw_field
---@error Failure
local function caml_obj_set_raw_field(v, i, bits)
  local x = bits[3]
  if x % 2 == 0 then caml_failwith("Obj.set_raw_field: a Lua value has no address") end
  v[i + 2] = lua_floor((x - 1) / 2)
  return 0
end

--: caml_obj_set_raw_field if ints
local function caml_obj_set_raw_field(v, i, bits)
  local x = bits[3]
  if x % 2 == 0 then caml_failwith("Obj.set_raw_field: a Lua value has no address") end
  v[i + 2] = x // 2
  return 0
end

--: caml_obj_add_offset
---@error Failure
local function caml_obj_add_offset(v, offset)
  caml_failwith("Obj.add_offset: a Lua value has no address")
end

--: caml_int_as_pointer
---@error Failure
local function caml_int_as_pointer(n)
  caml_failwith("int_as_pointer: a Lua value has no address")
end

--: caml_obj_compare_and_swap
local function caml_obj_compare_and_swap(v, i, old, new)
  if v[i + 2] == old then
    v[i + 2] = new
    return 1
  end
  return 0
end

--: caml_obj_make_forward
local function caml_obj_make_forward(blk, v)
  blk[1] = 250
  blk[2] = v
  return 0
end

--: caml_obj_reachable_words
--- Words that native's 64-bit heap would hold for a value: blocks, strings and floats with their headers.
local function caml_obj_reachable_words(root)
  local seen, stack, top, words = {}, {root}, 1, 0
  while top > 0 do
    local v = stack[top]
    stack[top] = nil
    top = top - 1
    local kind = lua_type(v)
    if kind == "string" then
      if not seen[v] then
        seen[v] = true
        words = words + 2 + (#v - #v % 8) / 8
      end
    elseif kind == "number" then
      if rt_is_float(v) then words = words + 2 end
    elseif kind == "table" and not seen[v] then
      seen[v] = true
      local tag = v[1]
      if tag < 0 then
        local len = -1 - tag
        words = words + 2 + (len - len % 8) / 8
      elseif tag == 255 then
        words = words + 3
      else
        local n = #v
        if n > 1 then words = words + n end
        if tag ~= 254 then
          for i = n, 2, -1 do
            top = top + 1
            stack[top] = v[i]
          end
        end
      end
    end
  end
  return lua_floor(words)
end

--: caml_lazy_make_forward
local function caml_lazy_make_forward(v)
  return {250, v}
end

--: caml_lazy_reset_to_lazy
local function caml_lazy_reset_to_lazy(v)
  if v[1] == 244 then v[1] = 246 end
  return 0
end

--: caml_lazy_update_to_forward
local function caml_lazy_update_to_forward(v)
  if v[1] == 244 then v[1] = 250 end
  return 0
end

--: caml_lazy_update_to_forcing
--- 0 when v was a suspension and is now marked as being forced, 1 otherwise.
local function caml_lazy_update_to_forcing(v)
  if lua_type(v) == "table" and v[1] == 246 then
    v[1] = 244
    return 0
  end
  return 1
end

--: caml_lazy_read_result
local function caml_lazy_read_result(v)
  if lua_type(v) == "table" and v[1] == 250 then return v[2] end
  return v
end

--: caml_alloc_dummy
--- The placeholder of a value that `let rec` defines; caml_update_dummy fills it in.
local function caml_alloc_dummy(size)
  local b = {0}
  for i = 2, size + 1 do b[i] = 0 end
  return b
end

--: caml_alloc_dummy_function
local function caml_alloc_dummy_function(size, arity)
  return {247}
end

--: caml_alloc_dummy_float
local function caml_alloc_dummy_float(size)
  local b = {254}
  for i = 2, size + 1 do b[i] = 0.0 end
  return b
end

--: caml_alloc_dummy_infix
local function caml_alloc_dummy_infix(size, offset)
  return {247}
end

--: caml_update_dummy
--- A table can't become a function: a placeholder of a closure becomes a callable table with tag 247.
---@error Failure
local function caml_update_dummy(dummy, v)
  local kind = lua_type(v)
  if kind == "function" then
    for i = #dummy, 2, -1 do dummy[i] = nil end
    dummy[1] = 247
    dummy.code = v
    lua_setmetatable(dummy, {__call = function(self, a, b, c, d) return v(a, b, c, d) end})
  elseif kind == "table" then
    local n = #v
    for i = #dummy, n + 1, -1 do dummy[i] = nil end
    for i = 1, n do dummy[i] = v[i] end
    if v.code then
      dummy.code = v.code
      lua_setmetatable(dummy, lua_getmetatable(v))
    end
  else
    caml_failwith("let rec: a string or a number can't be defined in place")
  end
  return 0
end

--: rt_named_values
local rt_named_values = {}

--: caml_register_named_value
local function caml_register_named_value(name, v)
  rt_named_values[name] = v
  return 0
end

--: caml_atomic_make_contended
local function caml_atomic_make_contended(v)
  return {0, v}
end

--: caml_atomic_load
local function caml_atomic_load(ref)
  return ref[2]
end

--: caml_atomic_exchange
local function caml_atomic_exchange(ref, v)
  local old = ref[2]
  ref[2] = v
  return old
end

--: caml_atomic_cas
local function caml_atomic_cas(ref, old, new)
  if ref[2] == old then
    ref[2] = new
    return 1
  end
  return 0
end

--: caml_atomic_fetch_add
local function caml_atomic_fetch_add(ref, n)
  local old = ref[2]
  ref[2] = rt_int_wrap(old + n)
  return old
end
