-- The Str library's matcher (answers to otherlibs/str/strstubs.c): a backtracking machine over the program that Str compiles.
-- A regexp is {0, program, constants, normalisation table, groups, registers, start characters}. It is decoded once, into the
-- record's field `machine`: opcodes and arguments in tables, sets as tables of booleans by character code.
-- Positions inside the machine are 1-based indices into the text; groups and registers share one table of positions.

--: rt_re_set
--- A set of characters from its 32 bytes.
local function rt_re_set(bits)
  local set = {}
  for i = 0, 31 do
    local b = lua_byte(bits, i + 1)
    for k = 0, 7 do
      set[i * 8 + k] = b % 2 == 1
      b = lua_floor(b / 2)
    end
  end
  return set
end

--: rt_re_words
--- Letters of Latin-1, digits, underscore.
local rt_re_words = rt_re_set("\0\0\0\0\0\0\255\3\254\255\255\135\254\255\255\7\0\0\0\0\0\0\0\0\255\255\127\255\255\255\127\255")

--: rt_re_decode
local function rt_re_decode(re)
  local prog, pool = re[2], re[3]
  local ops, args, sets = {}, {}, {}
  for i = 2, #prog do
    local instr = prog[i]
    local op = instr % 256
    local arg = lua_floor((instr - op) / 256)
    -- sets: CHARCLASS, SIMPLEOPT, SIMPLESTAR, SIMPLEPLUS; constants are referred to by their Lua index
    if op == 4 or op >= 12 and op <= 14 then
      sets[arg] = sets[arg] or rt_re_set(pool[arg + 2])
    end
    ops[i - 1] = op
    args[i - 1] = arg
  end
  local machine = {ops, args, sets, nil}
  if re[7] ~= -1 then
    local starts, s = {}, pool[re[7] + 2]
    for c = 0, 255 do starts[c] = lua_byte(s, c + 1) ~= 0 end
    machine[4] = starts
  end
  re.machine = machine
  return machine
end

--: rt_re_match
--- Matches at `txt`; an array of group positions, or nil. `partial`: reaching the end of the text counts as a match.
local function rt_re_match(re, text, txt, partial)
  local machine = re.machine or rt_re_decode(re)
  local ops, args, sets = machine[1], machine[2], machine[3]
  local pool, norm, groups = re[3], re[4], re[5]
  local stop = #text + 1
  -- vars[2g] and vars[2g + 1]: start and end of group g; registers after them
  local vars = {[0] = txt}
  local registers = 2 * groups
  -- backtracking: a program counter and a position, or minus (a variable + 1) and its old value
  local from, what, top = {}, {}, 0
  local byte = lua_byte
  local pc = 1
  while true do
    local op, arg = ops[pc], args[pc]
    -- fail: 0 goes on, 1 backtracks, 2 met the end of the text
    local fail = 0
    pc = pc + 1
    if op == 0 then
      local c = byte(text, txt)
      if c == arg then txt = txt + 1 elseif c then fail = 1 else fail = 2 end
    elseif op == 1 then
      local c = byte(text, txt)
      if not c then fail = 2 elseif byte(norm, c + 1) == arg then txt = txt + 1 else fail = 1 end
    elseif op == 2 then
      local s = pool[arg + 2]
      for i = 1, #s do
        local c = byte(text, txt)
        if c ~= byte(s, i) then
          fail = c and 1 or 2
          break
        end
        txt = txt + 1
      end
    elseif op == 3 then
      local s = pool[arg + 2]
      for i = 1, #s do
        local c = byte(text, txt)
        if not c then
          fail = 2
          break
        elseif byte(norm, c + 1) ~= byte(s, i) then
          fail = 1
          break
        end
        txt = txt + 1
      end
    elseif op == 4 then
      local c = byte(text, txt)
      if not c then fail = 2 elseif sets[arg][c] then txt = txt + 1 else fail = 1 end
    elseif op == 5 then
      if txt > 1 and byte(text, txt - 1) ~= 10 then fail = 1 end
    elseif op == 6 then
      if txt < stop and byte(text, txt) ~= 10 then fail = 1 end
    elseif op == 7 then
      local words = rt_re_words
      if txt == 1 then
        if txt == stop then fail = 2 elseif not words[byte(text, 1)] then fail = 1 end
      elseif txt == stop then
        if not words[byte(text, txt - 1)] then fail = 1 end
      elseif words[byte(text, txt - 1)] == words[byte(text, txt)] then
        fail = 1
      end
    elseif op == 8 or op == 9 or op == 17 then
      local slot = op == 17 and registers + arg or 2 * arg + op - 8
      top = top + 1
      from[top] = -1 - slot
      what[top] = vars[slot] or 0
      vars[slot] = txt
    elseif op == 10 then
      local s, e = vars[2 * arg] or 0, vars[2 * arg + 1] or 0
      if s == 0 or e == 0 then
        fail = 1
      else
        for i = s, e - 1 do
          local c = byte(text, txt)
          if c ~= byte(text, i) then
            fail = c and 1 or 2
            break
          end
          txt = txt + 1
        end
      end
    elseif op == 11 then
      break
    elseif op == 12 then
      local c = byte(text, txt)
      if c and sets[arg][c] then txt = txt + 1 end
    elseif op == 13 or op == 14 then
      local set = sets[arg]
      local c = byte(text, txt)
      if op == 14 then
        if not c then fail = 2 elseif not set[c] then fail = 1 end
      end
      if fail == 0 then
        while c and set[c] do
          txt = txt + 1
          c = byte(text, txt)
        end
      end
    elseif op == 15 then
      pc = pc + arg
    elseif op == 16 then
      top = top + 1
      from[top] = pc + arg
      what[top] = txt
    else
      if vars[registers + arg] == txt then fail = 1 end
    end
    if fail > 0 then
      if fail == 2 and partial then break end
      while true do
        if top == 0 then return nil end
        local p = from[top]
        top = top - 1
        if p > 0 then
          pc = p
          txt = what[top + 1]
          break
        end
        vars[-1 - p] = what[top + 1]
      end
    end
  end
  vars[1] = txt
  local result = {0}
  for g = 0, groups - 1 do
    local s, e = vars[2 * g] or 0, vars[2 * g + 1] or 0
    if s == 0 or e == 0 then s, e = 0, 0 end
    result[2 * g + 2] = s - 1
    result[2 * g + 3] = e - 1
  end
  return result
end

--: re_string_match
---@error Invalid_argument
local function re_string_match(re, text, pos)
  if pos < 0 or pos > #text then caml_invalid_argument("Str.string_match") end
  return rt_re_match(re, text, pos + 1, false) or {0}
end

--: re_partial_match
---@error Invalid_argument
local function re_partial_match(re, text, pos)
  if pos < 0 or pos > #text then caml_invalid_argument("Str.string_partial_match") end
  return rt_re_match(re, text, pos + 1, true) or {0}
end

--: re_search_forward
---@error Invalid_argument
local function re_search_forward(re, text, pos)
  local stop = #text + 1
  if pos < 0 or pos >= stop then caml_invalid_argument("Str.search_forward") end
  local starts = (re.machine or rt_re_decode(re))[4]
  for txt = pos + 1, stop do
    if not starts or txt == stop or starts[lua_byte(text, txt)] then
      local result = rt_re_match(re, text, txt, false)
      if result then return result end
    end
  end
  return {0}
end

--: re_search_backward
---@error Invalid_argument
local function re_search_backward(re, text, pos)
  local stop = #text + 1
  if pos < 0 or pos >= stop then caml_invalid_argument("Str.search_backward") end
  local starts = (re.machine or rt_re_decode(re))[4]
  for txt = pos + 1, 1, -1 do
    if not starts or txt == 1 or starts[lua_byte(text, txt) or 0] then
      local result = rt_re_match(re, text, txt, false)
      if result then return result end
    end
  end
  return {0}
end

--: re_replacement_text
---@error Failure
local function re_replacement_text(repl, groups, orig)
  local out, n, i, len = {}, 0, 1, #repl
  while i <= len do
    local slash = lua_find(repl, "\\", i, true)
    n = n + 1
    if not slash then
      out[n] = lua_sub(repl, i)
      break
    end
    if slash == len then caml_failwith("Str.replace: illegal backslash sequence") end
    out[n] = lua_sub(repl, i, slash - 1)
    local c = lua_byte(repl, slash + 1)
    n = n + 1
    if c == 92 then
      out[n] = "\\"
    elseif c >= 48 and c <= 57 then
      c = c - 48
      local s = groups[2 * c + 2]
      if not s or s == -1 then caml_failwith("Str.replace: reference to unmatched group") end
      out[n] = lua_sub(orig, s + 1, groups[2 * c + 3])
    else
      out[n] = lua_sub(repl, slash, slash + 1)
    end
    i = slash + 2
  end
  return lua_concat(out, "", 1, n)
end
