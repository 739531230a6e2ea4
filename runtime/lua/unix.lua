-- The Unix library, as far as `os` reaches (answers to otherlibs/unix/{time,gmtime,addrofstr}.c). Names of OCaml 4
-- (unix_*) and 5 (caml_unix_*).

--: caml_unix_time
--- Seconds since 1970.
---@return number
local function caml_unix_time(unit)
  if not lua_os then caml_failwith("Unix.time: this host has no clock") end
  return lua_os.time() + 0.0
end

--: unix_time
local unix_time = caml_unix_time

--: caml_unix_gettimeofday
local caml_unix_gettimeofday = caml_unix_time

--: unix_gettimeofday
local unix_gettimeofday = caml_unix_time

--: rt_unix_tm
--- A Unix.tm record of what os.date tells in the format "*t" or "!*t".
local function rt_unix_tm(format, t)
  local d = lua_os and lua_os.date(format, lua_floor(t))
  if not d then caml_failwith("Unix: this host has no calendar") end
  return {0, d.sec, d.min, d.hour, d.day, d.month - 1, d.year - 1900, d.wday - 1, d.yday - 1, d.isdst and 1 or 0}
end

--: caml_unix_gmtime
local function caml_unix_gmtime(t)
  return rt_unix_tm("!*t", t)
end

--: unix_gmtime
local unix_gmtime = caml_unix_gmtime

--: caml_unix_localtime
local function caml_unix_localtime(t)
  return rt_unix_tm("*t", t)
end

--: unix_localtime
local unix_localtime = caml_unix_localtime

--: caml_unix_inet_addr_of_string
--- IPv4 in dotted form, four bytes.
---@error Failure "inet_addr_of_string"
local function caml_unix_inet_addr_of_string(s)
  local a, b, c, d = lua_match(s, "^(%d+)%.(%d+)%.(%d+)%.(%d+)$")
  a, b, c, d = lua_tonumber(a or 256), lua_tonumber(b or 256), lua_tonumber(c or 256), lua_tonumber(d or 256)
  if a > 255 or b > 255 or c > 255 or d > 255 then caml_failwith("inet_addr_of_string") end
  return lua_char(a, b, c, d)
end

--: unix_inet_addr_of_string
local unix_inet_addr_of_string = caml_unix_inet_addr_of_string
