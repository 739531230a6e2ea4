-- Lua's own library functions, one fragment each, so that a program takes only those it needs and reaches
-- them as locals. What a host may lack (io, os, debug, ffi, math.type) is probed here: the fragment is nil then.
-- Nothing in this file writes a global, and nothing reads a global that is not part of that Lua.

--: lua_byte
local lua_byte = string.byte

--: lua_char
local lua_char = string.char

--: lua_sub
local lua_sub = string.sub

--: lua_rep
local lua_rep = string.rep

--: lua_find
local lua_find = string.find

--: lua_match
local lua_match = string.match

--: lua_gsub
local lua_gsub = string.gsub

--: lua_gmatch
local lua_gmatch = string.gmatch

--: lua_reverse
local lua_reverse = string.reverse

--: lua_lower
local lua_lower = string.lower

--: lua_upper
local lua_upper = string.upper

--: lua_format
local lua_format = string.format

--: lua_concat
local lua_concat = table.concat

--: lua_remove
local lua_remove = table.remove

--: lua_sort
local lua_sort = table.sort

--: lua_floor
local lua_floor = math.floor

--: lua_ceil
local lua_ceil = math.ceil

--: lua_fmod
local lua_fmod = math.fmod

--: lua_huge
local lua_huge = math.huge

--: lua_type
local lua_type = type

--: lua_error
local lua_error = error

--: lua_error if backtraces
--- What primitives raise: the backtrace begins where the primitive was called.
local function lua_error(e, level)
  rt_stash(e)
  lua_throw(e, level)
end

--: lua_throw
--- Raises what has its backtrace already, or wants none.
local lua_throw = error

--: lua_pcall
local lua_pcall = pcall

--: lua_select
local lua_select = select

--: lua_unpack
local lua_unpack = table.unpack or unpack

--: lua_tostring
local lua_tostring = tostring

--: lua_tonumber
local lua_tonumber = tonumber

--: lua_setmetatable
local lua_setmetatable = setmetatable

--: lua_getmetatable
local lua_getmetatable = getmetatable

--: lua_next
local lua_next = next

--: lua_io
local lua_io = io

--: lua_os
local lua_os = os

--: lua_debug
local lua_debug = debug

--: lua_tointeger
--- Nil before 5.3.
local lua_tointeger = math.tointeger

--: lua_mathtype
--- `math.type` where numbers have subtypes (5.3 and later), else nil.
local lua_mathtype = math.type

--: lua_tablemove
--- `table.move` where there is one (5.3, 5.4, LuaJIT 2.1), else nil.
local lua_tablemove = table.move

--: lua_version
local lua_version = _VERSION

--: lua_load
--- Loads a chunk from a string on every Lua: `lua_load(text, chunkname)`, nil and a message when it fails.
local lua_load = _VERSION == "Lua 5.1" and loadstring or load

--: lua_ffi
--- LuaJIT's `ffi`, or nil.
local lua_ffi = nil
do
  local ok, m = pcall(require, "ffi")
  if ok and type(m) == "table" and m.cast then lua_ffi = m end
end

--: rt_c_function
--- A function of C's libraries through ffi, or nil. Declared only if nobody has: what cdef reads stays for as long as the
--- state lives, also when it is the same again.
local function rt_c_function(name, text)
  if not lua_ffi then return nil end
  local function find() return lua_ffi.C[name] end
  local ok, f = lua_pcall(find)
  if not ok and lua_pcall(lua_ffi.cdef, text) then ok, f = lua_pcall(find) end
  return ok and f or nil
end

--: lua_bit
--- LuaJIT's `bit` module, or nil.
local lua_bit = nil
do
  local ok, m = pcall(require, "bit")
  if ok and type(m) == "table" and m.tobit then lua_bit = m end
end

--: lua_tablenew
--- `lua_tablenew(narr, nrec)`: a table with room; a plain `{}` where the Lua has no way to reserve it.
local lua_tablenew = function() return {} end
do
  local ok, f = pcall(require, "table.new")
  if ok and type(f) == "function" then lua_tablenew = f end
end

--: lua_nan
--- Computed, not written: constant folding of 0/0 differs between Luas.
local lua_nan = math.huge - math.huge
if lua_nan == lua_nan then lua_nan = tonumber("nan") end

--: lua_negzero
--- Minus zero as a float. Never write `-0.0`: Lua 5.1 merges that constant with `0`.
local lua_negzero = -1 / math.huge

--: lua_print
local lua_print = print

--: lua_collectgarbage
local lua_collectgarbage = collectgarbage

--: lua_rawget
local lua_rawget = rawget

--: lua_globals
--- The table of globals: read with `lua_rawget` only (a host may guard it), never written.
local lua_globals = _G

--: lua_frexp
--- math.frexp, or nil where the Lua has dropped it.
local lua_frexp = math.frexp

--: lua_stringpack
--- string.pack (5.3 and later), or nil.
local lua_stringpack = string.pack

--: lua_stringunpack
local lua_stringunpack = string.unpack

--: lua_strpack
--- `string.pack` (5.3 and later) or nil.
local lua_strpack = string.pack

--: lua_strunpack
--- `string.unpack` (5.3 and later) or nil.
local lua_strunpack = string.unpack

--: lua_math
--- The whole math library, for functions that only some Luas have.
local lua_math = math
