-- Addresses of the Unix library: IPv4 and IPv6 as text and as bytes (answers to addrofstr.c, strofaddr.c). There are no
-- sockets.

--: rt_unix_ipv4
--- The four bytes of an address in dotted form, or nil.
local function rt_unix_ipv4(s)
  local a, b, c, d = lua_match(s, "^(%d+)%.(%d+)%.(%d+)%.(%d+)$")
  a, b, c, d = lua_tonumber(a or 256), lua_tonumber(b or 256), lua_tonumber(c or 256), lua_tonumber(d or 256)
  if a > 255 or b > 255 or c > 255 or d > 255 then return nil end
  return lua_char(a, b, c, d)
end

--: rt_unix_ipv6_groups
--- The bytes of groups like `1:a2b`, of which the last may be an IPv4 address; nil when they are none.
local function rt_unix_ipv6_groups(s)
  if s == "" then return "" end
  local before, last = lua_match(s .. ":", "^(.-)([^:]*):$")
  local v4 = nil
  if lua_find(last, ".", 1, true) then
    s, v4 = before, rt_unix_ipv4(last)
    if not v4 then return nil end
  else
    s = s .. ":"
  end
  local out = {}
  for group in lua_gmatch(s, "([^:]*):") do
    if not lua_match(group, "^%x%x?%x?%x?$") then return nil end
    local value = lua_tonumber(group, 16)
    out[#out + 1] = lua_char(lua_floor(value / 256), value % 256)
  end
  return lua_concat(out) .. (v4 or "")
end

--: rt_unix_ipv6
--- The sixteen bytes of an IPv6 address, or nil (RFC 4291, 2.2).
local function rt_unix_ipv6(s)
  local first, last = lua_find(s, "::", 1, true)
  local head = rt_unix_ipv6_groups(first and lua_sub(s, 1, first - 1) or s)
  local tail = rt_unix_ipv6_groups(first and lua_sub(s, last + 1) or "")
  if not head or not tail or first and lua_find(s, "%..*::") then return nil end
  local missing = 16 - #head - #tail
  if first and missing < 2 or not first and missing ~= 0 then return nil end
  return head .. lua_rep("\0", missing) .. tail
end

--: caml_unix_inet_addr_of_string, unix_inet_addr_of_string
--- Four or sixteen bytes.
---@error Failure "inet_addr_of_string"
local function caml_unix_inet_addr_of_string(s)
  return rt_unix_ipv4(s) or rt_unix_ipv6(s) or caml_failwith("inet_addr_of_string")
end

--: caml_unix_string_of_inet_addr, unix_string_of_inet_addr
--- As inet_ntop: the longest run of zeros, the first of equals, becomes `::`; an IPv4 address in IPv6 stays dotted.
local function caml_unix_string_of_inet_addr(address)
  local function dotted(at) return lua_format("%d.%d.%d.%d", lua_byte(address, at, at + 3)) end
  if #address == 4 then return dotted(1) end
  local groups = {}
  for i = 1, 8 do
    local high, low = lua_byte(address, 2 * i - 1, 2 * i)
    groups[i] = high * 256 + low
  end
  local start, length, run = 0, 1, 0
  for i = 1, 8 do
    run = groups[i] == 0 and run + 1 or 0
    if run > length then start, length = i - run + 1, run end
  end
  local last = 8
  local tail = ""
  if start == 1 and (length == 6 or length == 7 and groups[8] ~= 1 or length == 5 and groups[6] == 65535) then
    last, tail = 6, dotted(13)
    if length > 6 then length = 6 end
  end
  local function text(from, to)
    local out = {}
    for i = from, to do out[#out + 1] = lua_format("%x", groups[i]) end
    if to == last and tail ~= "" then out[#out + 1] = tail end
    return lua_concat(out, ":")
  end
  if start == 0 then return text(1, 8) end
  return text(1, start - 1) .. "::" .. text(start + length, last)
end
