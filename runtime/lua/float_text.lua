-- Floats to and from text, but for the printf conversions of format.lua (answers to runtime/floats.c).
-- Decimal parsing is the Lua's own (correctly rounded); hexadecimal both ways is by hand: Lua 5.1 has neither.

--: caml_hexstring_of_float
--- OCaml's %h: prec < 0 prints the digits that are needed; style is the byte of '-', '+' or ' '.
local function caml_hexstring_of_float(x, prec, style)
  local neg = x < 0 or x == 0 and 1 / x < 0
  local sign = neg and "-" or style == 43 and "+" or style == 32 and " " or ""
  if x ~= x then return sign .. "nan" end
  if x - x ~= 0 then return sign .. "infinity" end
  local hi, lo = rt_double_bits(x)
  hi = hi % 2147483648
  local e = lua_floor(hi / 1048576)
  hi = hi % 1048576
  local lead = 1
  if e == 0 then
    lead = 0
    if hi ~= 0 or lo ~= 0 then e = -1022 end
  else
    e = e - 1023
  end
  local digits = lua_format("%05x%08x", hi, lo)
  if prec >= 13 then
    digits = digits .. lua_rep("0", prec - 13)
  elseif prec >= 0 then
    -- Round to nearest, ties to even, on the text: a carry may run into the leading digit.
    local rest = lua_sub(digits, prec + 1)
    digits = lua_sub(digits, 1, prec)
    local c = lua_byte(rest, 1)
    local odd = lua_tonumber(prec > 0 and lua_sub(digits, prec) or lua_tostring(lead), 16) % 2 == 1
    if c > 56 or c == 56 and (odd or lua_find(rest, "[^0]", 2)) then
      local head, fs = lua_match(digits, "^(.-)(f*)$")
      digits = lua_rep("0", #fs)
      if head == "" then
        lead = lead + 1
      else
        digits = lua_sub(head, 1, -2) .. lua_format("%x", lua_tonumber(lua_sub(head, -1), 16) + 1) .. digits
      end
    end
  else
    digits = lua_match(digits, "^(.-)0*$")
  end
  if digits ~= "" then digits = "." .. digits end
  return sign .. "0x" .. lua_format("%d", lead) .. digits .. "p" .. lua_format(e < 0 and "-%d" or "+%d", e < 0 and 0 - e or e)
end

--: rt_float_of_hex
--- The digits after 0x; nil when ill-formed. 60 significant bits are kept, the last one sticky, and rounded once.
local function rt_float_of_hex(s)
  local mant, exp = lua_match(s, "^([%x%.]+)[pP]([+-]?%d+)$")
  if not mant then mant, exp = lua_match(s, "^[%x%.]+$"), "0" end
  if not mant then return nil end
  local int, frac = lua_match(mant, "^(%x*)%.?(%x*)$")
  if not int or #int + #frac == 0 then return nil end
  local digits = lua_match(int .. frac, "^0*(.-)$")
  if digits == "" then return 0.0 end
  exp = lua_tonumber(exp)
  if exp > 100000000 then exp = 100000000 elseif exp < -100000000 then exp = -100000000 end
  exp = exp - 4 * #frac
  if #digits > 15 then
    exp = exp + 4 * (#digits - 15)
    local sticky = lua_find(digits, "[^0]", 16)
    digits = lua_sub(digits, 1, 15)
    if sticky then
      local d = lua_tonumber(lua_sub(digits, 15), 16)
      if d % 2 == 0 then digits = lua_sub(digits, 1, 14) .. lua_format("%x", d + 1) end
    end
  end
  local low = lua_sub(digits, -7)
  local high = lua_sub(digits, 1, -8)
  local m = (high == "" and 0.0 or lua_tonumber(high, 16) * 268435456.0) + lua_tonumber(low, 16)
  return rt_ldexp(m, exp)
end

--: rt_decimal
--- The float of decimal text, or nil. LuaJIT reads no exponent of many digits: without its leading zeros, and cut to
--- six digits, it says the same.
local function rt_decimal(text)
  local v = lua_tonumber(text)
  if not v then
    text = lua_gsub(text, "([eE][+-]?)0+(%d)", "%1%2")
    v = lua_tonumber((lua_gsub(text, "([eE][+-]?%d%d%d%d%d%d)%d+$", "%1")))
  end
  return v
end

--: caml_float_of_string
--- Decimal, hexadecimal, "nan", "inf", "infinity"; underscores are dropped; leading white space is allowed, as in strtod.
---@error Failure "float_of_string"
local function caml_float_of_string(s)
  if lua_find(s, "^%-?%d+%.%d*$") then return lua_tonumber(s) end
  if lua_find(s, "^%-?%d+%.?%d*e[+-]?%d+$") then return rt_decimal(s) end
  local t = s
  if lua_find(t, "_", 1, true) then t = lua_gsub(t, "_", "") end
  if lua_find(t, "^[+-]?%d+$") then return lua_tonumber(t .. ".0") end
  if lua_find(t, "^%s*[+-]?%d+%.?%d*[eE]?[+-]?%d*$") or lua_find(t, "^%s*[+-]?%.%d+[eE]?[+-]?%d*$") then
    if lua_find(t, "[eE]") then
      if not lua_find(t, "%d$") then caml_failwith("float_of_string") end
    else
      if lua_find(t, "[%d%.][+-]") then caml_failwith("float_of_string") end
      if not lua_find(t, ".", 1, true) then t = t .. ".0" end
    end
    local v = rt_decimal(lua_sub(t, 1, 1) == "+" and lua_sub(t, 2) or lua_match(t, "^%s*%+?(.*)$"))
    if v then return v end
    caml_failwith("float_of_string")
  end
  local sign, hex = lua_match(t, "^([+-]?)0[xX](.*)$")
  if hex then
    local v = rt_float_of_hex(hex)
    if not v then caml_failwith("float_of_string") end
    if sign == "-" then return -v end
    return v
  end
  local name
  sign, name = lua_match(lua_lower(t), "^%s*([+-]?)(%a+)$")
  if name == "nan" then return lua_nan end
  if name == "inf" or name == "infinity" then
    if sign == "-" then return -lua_huge end
    return lua_huge
  end
  if lua_find(lua_lower(t), "^%s*[+-]?nan%([%w_]*%)$") then return lua_nan end
  caml_failwith("float_of_string")
end
