-- Polymorphic comparison (answers to runtime/compare.c). Depth-first, left to right, sizes before contents; the last
-- field of a block is followed in a loop and the others wait on an explicit stack, so neither long lists nor deep trees
-- use Lua's stack. The stack of C has a limit of 2^20 items: beyond it Out_of_memory, as there.
-- `total` decides about nan: compare orders it below all floats, the relations find it unordered.

--: rt_tag
--- Tag of a Lua value as OCaml's header would have it; 1000 for an int or a float, which have none.
local function rt_tag(v)
  local kind = lua_type(v)
  if kind == "table" then
    local tag = v[1]
    if tag < 0 then return 252 end
    return tag
  end
  if kind == "string" then return 252 end
  if kind == "function" then return 247 end
  return 1000
end

--: rt_compare_custom
--- Two custom blocks: boxed integers by value, channels by identity, others by `ops.compare(a, b, total)`, which may give
--- nil for unordered.
---@error Invalid_argument "compare: abstract value"
local function rt_compare_custom(a, b, total)
  local name = a[2]
  if name ~= b[2] then return name < b[2] and -1 or 1 end
  if name == "_i" or name == "_n" or name == "_j" then
    local x, y = a[3], b[3]
    if x == y then
      x, y = a[4] or 0, b[4] or 0
      if x == y then return 0 end
    end
    return x < y and -1 or 1
  end
  if name == "_chan" then
    if a == b then return 0 end
    return a.fd < b.fd and -1 or 1
  end
  local ops = a.ops
  if ops and ops.compare then return ops.compare(a, b, total) end
  caml_invalid_argument("compare: abstract value")
end

--: rt_compare
--- -1, 0, 1, or nil when unordered (total is false and a nan is met).
---@error Invalid_argument on functional and abstract values
local function rt_compare(a, b, total)
  local stack, top = nil, 0
  while true do
    -- Each turn compares one pair and falls out with a, b equal, or returns.
    local descend = false
    local ka, kb = lua_type(a), lua_type(b)
    if ka == "number" and kb == "number" then
      if a < b then return -1 end
      if a > b then return 1 end
      if a ~= b then
        if not total then return nil end
        if a == a then return 1 end
        if b == b then return -1 end
      end
    elseif ka == "string" and kb == "string" then
      if a ~= b then return caml_string_compare(a, b) end
    elseif total and a == b then
      -- Physically equal.
    elseif ka == "table" and a[1] == 250 then
      a, descend = a[2], true
    elseif kb == "table" and b[1] == 250 then
      b, descend = b[2], true
    elseif ka == "number" then
      return -1
    elseif kb == "number" then
      return 1
    elseif ka == "table" and kb == "table" and a[1] >= 0 and b[1] >= 0 then
      local tag, other = a[1], b[1]
      if tag ~= other and not ((tag == 0 or tag == 254) and (other == 0 or other == 254)) then
        return tag < other and -1 or 1
      end
      if tag == 255 then
        local c = rt_compare_custom(a, b, total)
        if c ~= 0 then return c end
      elseif tag == 248 then
        if a[3] ~= b[3] then return a[3] < b[3] and -1 or 1 end
      elseif tag == 251 then
        caml_invalid_argument("compare: abstract value")
      elseif tag == 245 then
        caml_invalid_argument("compare: continuation value")
      else
        local n, m = #a, #b
        if n ~= m then return n < m and -1 or 1 end
        -- Equal leading numbers and strings need no turn of their own.
        local i = 2
        while i < n do
          local x, y = a[i], b[i]
          if x ~= y then break end
          local k = lua_type(x)
          if k ~= "number" and k ~= "string" then break end
          i = i + 1
        end
        if i < n then
          if not stack then
            stack = {}
          elseif top > 3145728 then
            lua_error(caml_exn_Out_of_memory)
          end
          stack[top + 1], stack[top + 2], stack[top + 3] = a, b, i + 1
          top = top + 3
        end
        if i <= n then a, b, descend = a[i], b[i], true end
      end
    else
      local ta, tb = rt_tag(a), rt_tag(b)
      if ta ~= tb then return ta < tb and -1 or 1 end
      if ta == 247 then caml_invalid_argument("compare: functional value") end
      local c = rt_compare_bytes(a, b)
      if c ~= 0 then return c end
    end
    if not descend then
      if top == 0 then return 0 end
      a, b = stack[top - 2], stack[top - 1]
      local i = stack[top]
      local x, y = a[i], b[i]
      if a[i + 1] == nil then top = top - 3 else stack[top] = i + 1 end
      a, b = x, y
    end
  end
end

--: caml_compare
local function caml_compare(a, b)
  if lua_type(a) == "number" and lua_type(b) == "number" then
    if a < b then return -1 end
    if a > b then return 1 end
    if a == b then return 0 end
  end
  return rt_compare(a, b, true)
end

--: caml_equal
local function caml_equal(a, b)
  if a == b then
    local kind = lua_type(a)
    if kind == "number" or kind == "string" then return 1 end
  else
    local kind = lua_type(a)
    if (kind == "number" or kind == "string") and lua_type(b) == kind then return 0 end
  end
  if rt_compare(a, b, false) == 0 then return 1 end
  return 0
end

--: caml_notequal
local function caml_notequal(a, b)
  if a == b then
    local kind = lua_type(a)
    if kind == "number" or kind == "string" then return 0 end
  else
    local kind = lua_type(a)
    if (kind == "number" or kind == "string") and lua_type(b) == kind then return 1 end
  end
  if rt_compare(a, b, false) == 0 then return 0 end
  return 1
end

--: caml_lessthan
local function caml_lessthan(a, b)
  if lua_type(a) == "number" and lua_type(b) == "number" then
    if a < b then return 1 end
    return 0
  end
  if rt_compare(a, b, false) == -1 then return 1 end
  return 0
end

--: caml_lessequal
local function caml_lessequal(a, b)
  if lua_type(a) == "number" and lua_type(b) == "number" then
    if a <= b then return 1 end
    return 0
  end
  local c = rt_compare(a, b, false)
  if c == 0 or c == -1 then return 1 end
  return 0
end

--: caml_greaterthan
local function caml_greaterthan(a, b)
  if lua_type(a) == "number" and lua_type(b) == "number" then
    if a > b then return 1 end
    return 0
  end
  if rt_compare(a, b, false) == 1 then return 1 end
  return 0
end

--: caml_greaterequal
local function caml_greaterequal(a, b)
  if lua_type(a) == "number" and lua_type(b) == "number" then
    if a >= b then return 1 end
    return 0
  end
  local c = rt_compare(a, b, false)
  if c == 0 or c == 1 then return 1 end
  return 0
end
