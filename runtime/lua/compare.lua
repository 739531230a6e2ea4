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

--: rt_compare_odd
--- A pair of which not both are numbers, not both strings, not both plain blocks; neither is a forward.
local function rt_compare_odd(x, y, total)
  local kx, ky = lua_type(x), lua_type(y)
  if kx == "number" then return -1 end
  if ky == "number" then return 1 end
  local tx, ty = rt_tag(x), rt_tag(y)
  if tx ~= ty then return tx < ty and -1 or 1 end
  if tx == 252 then return rt_compare_bytes(x, y) end
  if tx == 247 then caml_invalid_argument("compare: functional value") end
  if tx == 248 then return x[3] == y[3] and 0 or x[3] < y[3] and -1 or 1 end
  if tx == 255 then return rt_compare_custom(x, y, total) end
  if tx == 245 then caml_invalid_argument("compare: continuation value") end
  caml_invalid_argument("compare: abstract value")
end

--: rt_compare
--- -1, 0, 1, or nil when unordered (total is false and a nan is met).
---@error Invalid_argument on functional and abstract values
local function rt_compare(x, y, total)
  -- The stack holds blocks with fields left: two blocks and the next slot.
  local stack, top = nil, 0
  while true do
    local equal = true
    local kx, ky = lua_type(x), lua_type(y)
    if kx == "table" and ky == "table" then
      local tx, ty = x[1], y[1]
      if total and x == y then
        -- Physically equal.
      elseif tx == ty and tx >= 0 and tx < 245 or (tx == 0 or tx == 254) and (ty == 0 or ty == 254)
        or tx == 246 and ty == 246 then
        local n, m = #x, #y
        if n ~= m then return n < m and -1 or 1 end
        if n > 1 then
          local i = 2
          local u, v = x[2], y[2]
          while i < n and u == v do
            if not total then
              local k = lua_type(u)
              if k == "table" or k == "function" then break end
            end
            i = i + 1
            u, v = x[i], y[i]
          end
          if i < n then
            -- What decides needs no way back.
            local k = lua_type(u)
            if k == lua_type(v) then
              if k == "number" then
                if u < v then return -1 end
                if u > v then return 1 end
              elseif k == "string" then
                return caml_string_compare(u, v)
              end
            end
            if not stack then
              stack = {}
            elseif top > 3145728 then
              lua_error(caml_exn_Out_of_memory)
            end
            stack[top + 1], stack[top + 2], stack[top + 3] = x, y, i + 1
            top = top + 3
          end
          x, y, equal = u, v, false
        end
      elseif tx == 250 then
        x, equal = x[2], false
      elseif ty == 250 then
        y, equal = y[2], false
      else
        local c = rt_compare_odd(x, y, total)
        if c ~= 0 then return c end
      end
    elseif kx == "number" and ky == "number" then
      if x < y then return -1 end
      if x > y then return 1 end
      if x ~= y then
        if not total then return nil end
        if x == x then return 1 end
        if y == y then return -1 end
      end
    elseif kx == "string" and ky == "string" then
      if x ~= y then return caml_string_compare(x, y) end
    elseif kx == "table" and x[1] == 250 then
      x, equal = x[2], false
    elseif ky == "table" and y[1] == 250 then
      y, equal = y[2], false
    elseif not (total and x == y) then
      local c = rt_compare_odd(x, y, total)
      if c ~= 0 then return c end
    end
    if equal then
      if top == 0 then return 0 end
      local a, b, i = stack[top - 2], stack[top - 1], stack[top]
      x, y = a[i], b[i]
      if a[i + 1] == nil then top = top - 3 else stack[top] = i + 1 end
    end
  end
end

--: caml_compare
local function caml_compare(a, b)
  if a == b then return 0 end
  local kind = lua_type(a)
  if kind == "number" then
    if lua_type(b) == "number" then
      if a < b then return -1 end
      if a > b then return 1 end
    end
  elseif kind == "string" and lua_type(b) == "string" then
    return caml_string_compare(a, b)
  end
  return rt_compare(a, b, true)
end

--: caml_equal
local function caml_equal(a, b)
  local kind = lua_type(a)
  if kind ~= "table" then
    if a == b then
      if kind ~= "function" then return 1 end
    elseif lua_type(b) == kind and kind ~= "function" then
      return 0
    end
  end
  if rt_compare(a, b, false) == 0 then return 1 end
  return 0
end

--: caml_notequal
local function caml_notequal(a, b)
  return 1 - caml_equal(a, b)
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
