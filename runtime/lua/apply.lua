-- Application of functions that are not known when the program is compiled. A caller passes at most four arguments; the
-- callee notices that there are too few (its last parameter is nil) or too many (a spare parameter is not) and comes
-- here. Exact calls, nearly all, never do.

--: rt_adjust
--- Called by a function of `n` parameters with other than `n` arguments, 1 to 4 of them.
---@param f function the function itself
---@param n integer
local function rt_adjust(f, n, a, b, c, d)
  if n == 1 then
    f = f(a)
    if c == nil then return f(b) end
    if d == nil then return f(b, c) end
    return f(b, c, d)
  end
  if n == 2 then
    if b == nil then return rt_partial2(f, a) end
    f = f(a, b)
    if d == nil then return f(c) end
    return f(c, d)
  end
  if n == 3 and d ~= nil then return f(a, b, c)(d) end
  return rt_partial(f, n, {a, b, c, d})
end

--: rt_partial2
--- A function of two parameters with its first argument: the commonest partial application.
local function rt_partial2(f, a)
  return function(b, x, y, z)
    if x == nil then return f(a, b) end
    if y == nil then return f(a, b)(x) end
    if z == nil then return f(a, b)(x, y) end
    return f(a, b)(x, y, z)
  end
end

--: rt_partial
--- A function of `n` parameters with the arguments `args`, fewer than `n`.
local function rt_partial(f, n, args)
  local given = #args
  if n - given == 1 then
    if given == 1 then return rt_partial2(f, args[1]) end
    if given == 2 then
      local a, b = args[1], args[2]
      return function(c, x, y, z)
        if x == nil then return f(a, b, c) end
        return rt_apply(f(a, b, c), {x, y, z})
      end
    end
  end
  return function(a, b, c, d)
    local all = {lua_unpack(args)}
    local m = given
    local more = {a, b, c, d}
    for i = 1, #more do
      m = m + 1
      all[m] = more[i]
    end
    if m < n then return rt_partial(f, n, all) end
    if m == n then return f(lua_unpack(all)) end
    return rt_apply(f(lua_unpack(all, 1, n)), {lua_unpack(all, n + 1)})
  end
end

--: rt_apply
--- Applies a function to one to four arguments.
local function rt_apply(f, args)
  return f(args[1], args[2], args[3], args[4])
end

--: rt_atom
--- The empty block of tag 0, shared: `[||]`, an empty module.
local rt_atom = {0}

--: rt_int_ult
--- Unsigned comparison of ints of the target's width.
local function rt_int_ult(a, b)
  if (a < 0) == (b < 0) then return a < b end
  return b < 0
end

--: lua_tobit if luajit
local lua_tobit = lua_bit.tobit

--: lua_band if luajit
local lua_band = lua_bit.band

--: lua_bor if luajit
local lua_bor = lua_bit.bor

--: lua_bxor if luajit
local lua_bxor = lua_bit.bxor

--: lua_lshift if luajit
local lua_lshift = lua_bit.lshift

--: lua_rshift if luajit
local lua_rshift = lua_bit.rshift

--: lua_arshift if luajit
local lua_arshift = lua_bit.arshift

--: lua_abs
local lua_abs = math.abs

--: lua_sqrt
local lua_sqrt = math.sqrt

--: rt_is_int
--- Whether a value is an immediate. Where floats have no subtype, integral ones look like ints.
local function rt_is_int(v)
  return lua_type(v) == "number" and not rt_is_float(v)
end

--: rt_is_int if ints
local function rt_is_int(v)
  return lua_mathtype(v) == "integer"
end
