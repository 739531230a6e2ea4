-- core.lua: the int and 32-bit helpers against a slow model that works bit by bit.

local H, W = 2147483648, 4294967296

local function bits(x)
  local r = {}
  x = x % W
  for i = 1, 32 do
    r[i] = x % 2
    x = math.floor((x - r[i]) / 2)
  end
  return r
end

local function number(r)
  local v, p = 0, 1
  for i = 1, 32 do
    v, p = v + r[i] * p, p * 2
  end
  return (v + H) % W - H
end

local function zip(a, b, f)
  local x, y = bits(a), bits(b)
  for i = 1, 32 do x[i] = f(x[i], y[i]) end
  return number(x)
end

local VALUES = {0, 1, -1, 2, 3, 5, -7, 255, 256, -256, 65535, 65536, -65536, 16777215, 123456789, -987654321,
  2147483647, -2147483648, -2147483647, 1073741824, 305419896, -559038737}

return function(rt, t)
  local model = {
    rt_and32 = function(a, b) return zip(a, b, function(x, y) return x * y end) end,
    rt_or32 = function(a, b) return zip(a, b, function(x, y) return x + y - x * y end) end,
    rt_xor32 = function(a, b) return zip(a, b, function(x, y) return (x + y) % 2 end) end,
    rt_mul32 = function(a, b)
      local r = 0
      local y = bits(b)
      local p = a
      for i = 1, 32 do
        if y[i] == 1 then r = (r + p) % W end
        p = (p + p) % W
      end
      return (r + H) % W - H
    end,
  }
  for name, f in pairs(model) do
    local g = rt[name]
    for _, a in ipairs(VALUES) do
      for _, b in ipairs(VALUES) do
        t.eq(g(a, b), f(a, b), name .. " " .. a .. " " .. b)
        t.eq(g(a % W, b), f(a, b), name .. " unsigned " .. a .. " " .. b)
      end
    end
  end
  for _, a in ipairs(VALUES) do
    for n = 0, 31 do
      local x, y = bits(a), nil
      y = {}
      for i = 1, 32 do y[i] = x[i - n] or 0 end
      t.eq(rt.rt_shl32(a, n), number(y), "shl " .. a .. " " .. n)
      y = {}
      for i = 1, 32 do y[i] = x[i + n] or 0 end
      t.eq(rt.rt_shr32(a, n), number(y), "shr " .. a .. " " .. n)
      t.eq(rt.rt_shr32(a % W, n), number(y), "shr unsigned " .. a .. " " .. n)
      y = {}
      for i = 1, 32 do y[i] = x[i + n] or x[32] end
      t.eq(rt.rt_sar32(a, n), number(y), "sar " .. a .. " " .. n)
      t.eq(rt.rt_sar32(a % W, n), number(y), "sar unsigned " .. a .. " " .. n)
    end
    t.eq(rt.rt_w32(a + W), a)
    t.eq(rt.rt_w32(a - W), a)
    t.eq(rt.rt_u32(a), a % W)
  end
  local div, mod = rt.rt_int_div, rt.rt_int_mod
  for _, a in ipairs(VALUES) do
    for _, b in ipairs(VALUES) do
      if b ~= 0 and not (a == -H and b == -1) then
        local q = math.floor(math.abs(a) / math.abs(b))
        if (a < 0) ~= (b < 0) then q = 0 - q end
        t.eq(div(a, b), q, "div " .. a .. " " .. b)
        t.eq(mod(a, b), a - q * b, "mod " .. a .. " " .. b)
      end
    end
    t.raises_with("Division_by_zero", nil, div, a, 0)
    t.raises_with("Division_by_zero", nil, mod, a, 0)
  end
  t.eq(mod(-H, -1), 0)
  t.eq(rt.rt_int_mul(0, -5), 0)
  t.eq(rt.rt_int_mul(46341, 46341), t.intwidth == 63 and 2147488281 or -2147479015)
  if t.intwidth == 32 then
    t.eq(div(-H, -1), -H)
    t.eq(rt.rt_int_lsl(1, 31), -H)
    t.eq(rt.rt_int_lsl(1, 32), 0)
    t.eq(rt.rt_int_lsr(-1, 1), 2147483647)
    t.eq(rt.rt_int_lsr(-1, 32), 0)
    t.eq(rt.rt_int_asr(-5, 32), -1)
    t.eq(rt.rt_int_wrap(H), -H)
    t.eq(rt.rt_int_mul(2147483647, 2147483647), 1)
  else
    local min = math.tointeger(-2 ^ 62)
    t.eq(div(min, -1), min)
    t.eq(rt.rt_int_lsl(1, 62), min)
    t.eq(rt.rt_int_lsl(1, 61), math.tointeger(2 ^ 61))
    t.eq(rt.rt_int_lsl(1, 63), 0)
    t.eq(rt.rt_int_lsr(-1, 1), -(min + 1))
    t.eq(rt.rt_int_lsr(-1, 0), -1)
    t.eq(rt.rt_int_asr(-5, 63), -1)
    t.eq(rt.rt_int_asr(min, 61), -2)
    t.eq(rt.rt_int_wrap(-(min + 1) + 1), min)
    t.eq(rt.rt_int_mul(-(min + 1), 2), -2)
    t.eq(rt.rt_int_mul(0x1234567890abcde, 0x123456789), 3637766247708517582)
  end
  local wrap = rt.caml_wrap_exception
  local e = {248, "E", 3}
  t.ok(wrap(e) == e, "a table is itself")
  t.ok(wrap("x:1: stack overflow (message)") == rt.caml_exn_Stack_overflow, "stack overflow")
  t.ok(wrap("error in error handling") == rt.caml_exn_Stack_overflow, "error in error handling")
  t.ok(wrap("not enough memory") == rt.caml_exn_Out_of_memory, "not enough memory")
  t.eq(wrap("boom"), {0, {248, "Lua.Error", -13}, "boom"})
  t.raises_with("Failure", "f", rt.caml_failwith, "f")
  t.raises_with("Invalid_argument", "index out of bounds", rt.caml_array_bound_error)
end
