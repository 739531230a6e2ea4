-- Number formatting: caml_format_int, caml_format_float and what Int32/Int64/Nativeint use (answers to caml_alloc_sprintf
-- in runtime/ints.c and floats.c). Integers are laid out by hand (Luas differ in the flags and ranges of %d, %x, %u);
-- finite floats go through string.format where its limits allow, else through an exact decimal expansion.
-- A conversion is parsed once: specs are cached by their text.

--: rt_spec
--- Parses one conversion "%[-+ 0#]*[width][.prec][lnL]conv" into a table; cached (the cache is emptied when it grows large).
---@error Invalid_argument "format_int: format too long"
local rt_spec = nil
do
  local cache, count = {}, 0
  function rt_spec(fmt)
    local s = cache[fmt]
    if s then return s end
    if #fmt > 31 then caml_invalid_argument("format_int: format too long") end
    local flags, width, dot, prec, conv = lua_match(fmt, "^%%([%-+ 0#]*)(%d*)(%.?)(%d*)[lnL]?(%a)$")
    if not flags then caml_invalid_argument("format: bad conversion " .. fmt) end
    s = {
      left = lua_find(flags, "-", 1, true) ~= nil,
      plus = lua_find(flags, "+", 1, true) and "+" or lua_find(flags, " ", 1, true) and " " or "",
      zero = lua_find(flags, "0", 1, true) ~= nil,
      alt = lua_find(flags, "#", 1, true) ~= nil,
      width = lua_tonumber(width) or 0,
      prec = dot == "." and (lua_tonumber(prec) or 0) or -1,
      conv = conv,
    }
    -- string.format of every Lua takes two digits of width and of precision.
    s.direct = #width <= 2 and #prec <= 2 and not (s.zero and s.left)
    count = count + 1
    if count > 500 then cache, count = {}, 0 end
    cache[fmt] = s
    return s
  end
end

--: rt_pad
--- Lays out sign or prefix `head` and `body` in the width of a spec; zeros go between them.
local function rt_pad(spec, head, body, zero)
  local n = spec.width - #head - #body
  if n <= 0 then return head .. body end
  if spec.left then return head .. body .. lua_rep(" ", n) end
  if zero then return head .. lua_rep("0", n) .. body end
  return lua_rep(" ", n) .. head .. body
end

--: rt_layout_int
--- Digits of a magnitude (no sign) under a spec. `neg` only for signed conversions.
local function rt_layout_int(spec, neg, digits)
  local conv, prec, head = spec.conv, spec.prec, ""
  if conv == "d" or conv == "i" then
    head = neg and "-" or spec.plus
  elseif spec.alt and digits ~= "0" then
    if conv == "x" then head = "0x" elseif conv == "X" then head = "0X" end
  end
  if prec >= 0 then
    if prec == 0 and digits == "0" then digits = "" end
    if #digits < prec then digits = lua_rep("0", prec - #digits) .. digits end
  end
  if spec.alt and conv == "o" and lua_byte(digits, 1) ~= 48 then digits = "0" .. digits end
  return rt_pad(spec, head, digits, spec.zero and prec < 0)
end

--: rt_format32
--- Formats a signed 32-bit number; %u %x %X %o take it as unsigned.
local function rt_format32(fmt, v)
  if fmt == "%d" then return lua_format("%.0f", v) end
  local spec = rt_spec(fmt)
  local conv = spec.conv
  if conv == "d" or conv == "i" then
    return rt_layout_int(spec, v < 0, lua_format("%.0f", v < 0 and 0 - v or v))
  end
  v = v % 4294967296
  if conv == "u" then return rt_layout_int(spec, false, lua_format("%.0f", v)) end
  if conv == "x" then return rt_layout_int(spec, false, lua_format("%x", v)) end
  if conv == "X" then return rt_layout_int(spec, false, lua_format("%X", v)) end
  if conv == "o" then return rt_layout_int(spec, false, lua_format("%o", v)) end
  caml_invalid_argument("format: bad conversion " .. fmt)
end

--: rt_format64
--- Formats a 64-bit pair (hi signed, lo unsigned).
local function rt_format64(fmt, hi, lo)
  local spec = rt_spec(fmt)
  local conv = spec.conv
  if conv == "d" or conv == "i" then
    local neg = hi < 0
    if neg then
      hi, lo = lo == 0 and 0 - hi or -1 - hi, lo == 0 and 0 or 4294967296 - lo
    end
    return rt_layout_int(spec, neg, rt_pair_dec(hi, lo))
  end
  hi = hi % 4294967296
  if conv == "u" then return rt_layout_int(spec, false, rt_pair_dec(hi, lo)) end
  if conv == "x" then
    return rt_layout_int(spec, false, hi == 0 and lua_format("%x", lo) or lua_format("%x%08x", hi, lo))
  end
  if conv == "X" then
    return rt_layout_int(spec, false, hi == 0 and lua_format("%X", lo) or lua_format("%X%08X", hi, lo))
  end
  if conv == "o" then
    -- 30 bits, 30 bits, 4 bits.
    local low = lo % 1073741824
    local rest = (lo - low) / 1073741824 + hi * 4
    local mid = rest % 1073741824
    local top = (rest - mid) / 1073741824
    local d = lua_format("%o%010o%010o", top, mid, low)
    d = lua_match(d, "^0*(.+)$")
    return rt_layout_int(spec, false, d)
  end
  caml_invalid_argument("format: bad conversion " .. fmt)
end

--: rt_format64 if ints
--- Formats a native 64-bit integer.
local function rt_format64(fmt, v)
  if fmt == "%d" then return lua_format("%d", v) end
  local spec = rt_spec(fmt)
  local conv = spec.conv
  if conv == "d" or conv == "i" then
    return rt_layout_int(spec, v < 0, rt_dec64(v < 0 and -v or v))
  end
  if conv == "u" then return rt_layout_int(spec, false, rt_dec64(v)) end
  if conv == "x" then return rt_layout_int(spec, false, lua_format("%x", v)) end
  if conv == "X" then return rt_layout_int(spec, false, lua_format("%X", v)) end
  if conv == "o" then return rt_layout_int(spec, false, lua_format("%o", v)) end
  caml_invalid_argument("format: bad conversion " .. fmt)
end

--: caml_format_int
---@param fmt string
---@param v integer
local function caml_format_int(fmt, v)
  if fmt == "%d" then return lua_format("%.0f", v) end
  return rt_format32(fmt, v)
end

--: caml_format_int if ints
local function caml_format_int(fmt, v)
  if fmt == "%d" then return lua_format("%d", v) end
  return rt_format32(fmt, v)
end

--: caml_format_int if int63
local function caml_format_int(fmt, v)
  if fmt == "%d" then return lua_format("%d", v) end
  local c = lua_byte(fmt, #fmt)
  -- d and i are signed; the others show 63 bits.
  if v < 0 and c ~= 100 and c ~= 105 then v = v & 0x7fffffffffffffff end
  return rt_format64(fmt, v)
end

--: rt_exact_digits
--- Every decimal digit of a finite x >= 0: digits without leading zeros, and the position of the decimal point in them
--- (may be <= 0). Base 10^7 limbs, quadratic in the number of limbs (at most 110).
local function rt_exact_digits(x)
  if x == 0 then return "0", 1 end
  local e = 0
  -- Scale to an integer by powers of two: exact for every double, denormals included.
  while x ~= lua_floor(x) do x, e = x * 2, e - 1 end
  while x >= 9007199254740992 do x, e = x / 2, e + 1 end
  local limbs = {}
  local n = 0
  while x > 0 do
    local r = x % 10000000
    n = n + 1
    limbs[n] = r
    x = lua_floor((x - r) / 10000000)
  end
  -- x * 2^-k = x * 5^k / 10^k: multiply by 5 (2 when e > 0) in steps that keep limbs exact.
  local base, k = 2, e
  if e < 0 then base, k = 5, 0 - e end
  while k > 0 do
    local m, s = 1, 0
    while s < k and m * base < 10000000 do m, s = m * base, s + 1 end
    k = k - s
    local carry = 0
    for i = 1, n do
      local t = limbs[i] * m + carry
      local r = t % 10000000
      limbs[i] = r
      carry = lua_floor((t - r) / 10000000)
    end
    if carry > 0 then
      n = n + 1
      limbs[n] = carry
    end
  end
  local out = {lua_format("%.0f", limbs[n])}
  for i = n - 1, 1, -1 do out[#out + 1] = lua_format("%07.0f", limbs[i]) end
  local d = lua_concat(out)
  return d, e < 0 and #d + e or #d
end

--: rt_round_digits
--- Rounds digits (with point) to n digits, half to even on the exact value; n may be <= 0. Returns digits and point.
local function rt_round_digits(d, point, n)
  if n >= #d then return d .. lua_rep("0", n - #d), point end
  if n < 0 then return "", point end
  local c = lua_byte(d, n + 1)
  local up = c > 53
  if c == 53 then
    if lua_find(d, "[1-9]", n + 2) then up = true else up = n > 0 and lua_byte(d, n) % 2 == 1 end
  end
  local kept = lua_sub(d, 1, n)
  if not up then return kept, point end
  local head, nines = lua_match(kept, "^(.-)(9*)$")
  if head == "" then return "1" .. lua_rep("0", #nines), point + 1 end
  return lua_sub(head, 1, -2) .. lua_char(lua_byte(head, #head) + 1) .. lua_rep("0", #nines), point
end

--: rt_float_body
--- %e, %f or %g of a finite x >= 0 with any precision, from its exact digits; lower case, no sign.
local function rt_float_body(conv, prec, alt, x)
  local d, point = rt_exact_digits(x)
  if conv == "f" then
    -- Digits before the point plus prec after it; with a leading 0 where the value is below 1.
    local r, p = rt_round_digits(d, point, point + prec)
    if point + prec < 0 then r = "" end
    local int = p > 0 and lua_sub(r, 1, p) or "0"
    local frac = p > 0 and lua_sub(r, p + 1) or lua_rep("0", (0 - p < prec) and 0 - p or prec) .. r
    if #frac < prec then frac = frac .. lua_rep("0", prec - #frac) end
    if #frac > prec then frac = lua_sub(frac, 1, prec) end
    return (prec > 0 or alt) and int .. "." .. frac or int
  end
  local function exponent(e)
    return lua_format(e < 0 and "e-%02d" or "e+%02d", e < 0 and 0 - e or e)
  end
  if conv == "e" then
    local r, p = rt_round_digits(d, point, prec + 1)
    local e = x == 0 and 0 or p - 1
    return lua_sub(r, 1, 1) .. ((prec > 0 or alt) and "." or "") .. lua_sub(r, 2, prec + 1) .. exponent(e)
  end
  if prec == 0 then prec = 1 end
  local r, p = rt_round_digits(d, point, prec)
  r = lua_sub(r, 1, prec)
  local e = x == 0 and 0 or p - 1
  if not alt then r = lua_match(r, "^(.-)0*$") end
  if e < -4 or e >= prec then
    if r == "" then r = "0" end
    return lua_sub(r, 1, 1) .. ((#r > 1 or alt) and "." or "") .. lua_sub(r, 2) .. exponent(e)
  end
  if e < 0 then return "0." .. lua_rep("0", 0 - e - 1) .. r end
  if #r <= e + 1 then r = r .. lua_rep("0", e + 1 - #r) end
  local frac = lua_sub(r, e + 2)
  return lua_sub(r, 1, e + 1) .. ((frac ~= "" or alt) and "." or "") .. frac
end

--: rt_may_tie
--- LuaJIT's string.format rounds halves away from zero, C's to even. On such a Lua: whether |x| may lie halfway between two
--- results of a spec (sometimes true when it doesn't: the exact path is right for all). Else nil.
local rt_may_tie = nil
if lua_format("%.0f", 0.5) == "1" then
  rt_may_tie = function(spec, x)
    if x == 0 then return false end
    if x < 0 then x = -x end
    local prec = spec.prec < 0 and 6 or spec.prec
    local conv = spec.conv
    -- x has exactly t binary digits after the point, so t decimal ones, the last a 5: a tie when one more than is kept.
    if conv == "f" then return rt_ldexp(x, prec + 1) % 2 == 1 end
    if conv == "g" or conv == "G" then prec = prec == 0 and 0 or prec - 1 end
    local kept = prec - lua_floor(lua_math.log10(x))
    if kept < 1 then return true end
    if kept > 1000 then return false end
    local y = rt_ldexp(x, kept + 2)
    return y == lua_floor(y) and y % 8 ~= 0
  end
end

--: caml_format_float
--- One C conversion (%e %f %g %E %G %F %a) of a float. Never prints the sign of a nan.
---@param fmt string
---@param x number
local function caml_format_float(fmt, x)
  local spec = rt_spec(fmt)
  local conv = spec.conv
  if x - x ~= 0 then
    local upper = conv == "E" or conv == "G" or conv == "F" or conv == "A"
    local body = x ~= x and (upper and "NAN" or "nan") or (upper and "INF" or "inf")
    return rt_pad(spec, x < 0 and "-" or spec.plus, body, false)
  end
  if spec.direct and (conv == "g" or conv == "f" or conv == "e" or conv == "G" or conv == "E")
    and not (rt_may_tie and rt_may_tie(spec, x)) then
    return lua_format(fmt, x)
  end
  local neg = x < 0 or x == 0 and 1 / x < 0
  local head = neg and "-" or spec.plus
  local body
  if conv == "a" or conv == "A" then
    body = caml_hexstring_of_float(neg and 0 - x or x, spec.prec, 45)
    if conv == "A" then body = lua_upper(body) end
    head = head .. lua_sub(body, 1, 2)
    body = lua_sub(body, 3)
  else
    local prec = spec.prec < 0 and 6 or spec.prec
    body = rt_float_body(lua_lower(conv), prec, spec.alt, neg and 0 - x or x)
    if conv == "E" or conv == "G" or conv == "F" then body = lua_upper(body) end
  end
  return rt_pad(spec, head, body, spec.zero)
end
