-- The automata of ocamllex (answers to runtime/lexing.c). Tables are strings of little-endian signed 16-bit numbers; they
-- are decoded once per tables record and kept in the record's field `lex`.
-- The buffer is bytes: a table, or a string that was made into bytes.
-- Cost: about ten table reads per character, no garbage.

--: rt_shorts
--- Decodes a string of 16-bit numbers, signed unless told: number i is at index i + 1.
local function rt_shorts(s, unsigned)
  local t, n = {}, 0
  for i = 1, #s - 1, 2 do
    local lo, hi = lua_byte(s, i, i + 1)
    if hi >= 128 and not unsigned then hi = hi - 256 end
    n = n + 1
    t[n] = lo + hi * 256
  end
  return t
end

--: rt_lex_decode
--- The ten short tables in the order of the record, then the bytes of `code`. Offsets into `code` (6 to 9) are unsigned.
local function rt_lex_decode(tables)
  local lex = {}
  for i = 1, 10 do lex[i] = rt_shorts(tables[i + 1], i >= 6 and i <= 9) end
  local code, s = {}, tables[12]
  for i = 1, #s do code[i] = lua_byte(s, i) end
  lex[11] = code
  tables.lex = lex
  return lex
end

--: caml_lex_engine
--- Lexbuf fields: buffer 3, length 4, start 6, current 7, last 8, last action 9, eof reached 10, memory 11 (Lua indices).
---@error Failure "lexing: empty token"
local function caml_lex_engine(tables, start, lexbuf)
  local lex = tables.lex or rt_lex_decode(tables)
  local bases, backtrks, defaults, trans, check = lex[1], lex[2], lex[3], lex[4], lex[5]
  local buf, len = lexbuf[3], lexbuf[4]
  if buf[1] and not buf[2] then rt_settle(buf) end
  local curr = lexbuf[7]
  local state, last, action = start, curr, -1
  if state >= 0 then
    lexbuf[6] = curr
  else
    state = -state - 1
    last = lexbuf[8]
    action = lexbuf[9]
  end
  while true do
    local base = bases[state + 1]
    if base < 0 then
      lexbuf[7] = curr
      lexbuf[8] = last
      lexbuf[9] = action
      return -base - 1
    end
    local back = backtrks[state + 1]
    if back >= 0 then
      last = curr
      action = back
    end
    if curr < len then
      local i = base + (buf[curr + 2] or lua_byte(buf, curr + 1)) + 1
      curr = curr + 1
      if check[i] == state then state = trans[i] else state = defaults[state + 1] end
    else
      if lexbuf[10] == 0 then
        lexbuf[7] = curr
        lexbuf[8] = last
        lexbuf[9] = action
        return -state - 1
      end
      local i = base + 257
      if check[i] == state then state = trans[i] else state = defaults[state + 1] end
      if state >= 0 then lexbuf[10] = 0 end
    end
    if state < 0 then
      lexbuf[7] = last
      lexbuf[8] = last
      lexbuf[9] = action
      if action == -1 then caml_failwith("lexing: empty token") end
      return action
    end
  end
end

--: rt_lex_memory
--- Runs the memory actions at pc: pairs (destination, source) until 255; the source 255 is `position`.
local function rt_lex_memory(code, pc, mem, position)
  while true do
    local to = code[pc + 1]
    if to == 255 then return end
    local from = code[pc + 2]
    pc = pc + 2
    if from == 255 then mem[to + 2] = position else mem[to + 2] = mem[from + 2] end
  end
end

--: caml_new_lex_engine
--- The engine for rules with `as`: it also keeps positions in lexbuf's memory.
---@error Failure "lexing: empty token"
local function caml_new_lex_engine(tables, start, lexbuf)
  local lex = tables.lex or rt_lex_decode(tables)
  local bases, backtrks, defaults, trans, check = lex[1], lex[2], lex[3], lex[4], lex[5]
  local base_codes, backtrk_codes, default_codes, trans_codes, check_codes = lex[6], lex[7], lex[8], lex[9], lex[10]
  local code = lex[11]
  local buf, len, mem = lexbuf[3], lexbuf[4], lexbuf[11]
  if buf[1] and not buf[2] then rt_settle(buf) end
  local curr = lexbuf[7]
  local state, last, action = start, curr, -1
  if state >= 0 then
    lexbuf[6] = curr
  else
    state = -state - 1
    last = lexbuf[8]
    action = lexbuf[9]
  end
  while true do
    local base = bases[state + 1]
    if base < 0 then
      rt_lex_memory(code, base_codes[state + 1], mem, -1)
      lexbuf[7] = curr
      lexbuf[8] = last
      lexbuf[9] = action
      return -base - 1
    end
    local back = backtrks[state + 1]
    if back >= 0 then
      rt_lex_memory(code, backtrk_codes[state + 1], mem, -1)
      last = curr
      action = back
    end
    local c = 256
    if curr < len then
      c = buf[curr + 2] or lua_byte(buf, curr + 1)
      curr = curr + 1
    elseif lexbuf[10] == 0 then
      lexbuf[7] = curr
      lexbuf[8] = last
      lexbuf[9] = action
      return -state - 1
    end
    local i, from = base + c + 1, state
    if check[i] == state then state = trans[i] else state = defaults[state + 1] end
    if state < 0 then
      lexbuf[7] = last
      lexbuf[8] = last
      lexbuf[9] = action
      if action == -1 then caml_failwith("lexing: empty token") end
      return action
    end
    i = base_codes[from + 1] + c + 1
    local pc
    if check_codes[i] == from then pc = trans_codes[i] else pc = default_codes[from + 1] end
    if pc > 0 then rt_lex_memory(code, pc, mem, curr) end
    if c == 256 then lexbuf[10] = 0 end
  end
end
