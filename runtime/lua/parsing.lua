-- The automaton of ocamlyacc (answers to runtime/parsing.c). Tables are decoded once and kept in the tables record's field
-- `yacc`. Cost per call: a few table reads for each shift up to the next token or reduction, no garbage.
-- Commands: 0 start, 1 token read, 2 stacks grown (shift), 3 stacks grown (reduce), 4 action computed, 5 error detected.
-- Answers: 0 read token, 1 raise Parse_error, 2 and 3 grow stacks, 4 compute the semantic action, 5 call the error function.

--: rt_parser_trace
local rt_parser_trace = {on = false}

--: rt_parser_print
--- A line of the trace, on stderr.
local function rt_parser_print(...)
  local err = rt_fds[2]
  err:write(lua_format(...) .. "\n")
  err:flush()
end

--: rt_parser_print_token
local function rt_parser_print_token(tables, state, token)
  local block = lua_type(token) == "table"
  local names = tables[block and 17 or 16]
  local start = 1
  for _ = 1, block and token[1] or token do
    if start > #names or lua_byte(names, start) == 0 then break end
    start = (lua_find(names, "\0", start, true) or #names) + 1
  end
  local name = "<unknown token>"
  if start <= #names and lua_byte(names, start) ~= 0 then
    name = lua_sub(names, start, (lua_find(names, "\0", start, true) or #names + 1) - 1)
  end
  if not block then return rt_parser_print("State %d: read token %s", state, name) end
  local v = token[2]
  local text = "_"
  if lua_type(v) == "string" then
    text = v
  elseif lua_type(v) == "number" then
    text = lua_format(rt_is_float(v) and "%g" or "%d", v)
  end
  rt_parser_print("State %d: read token %s(%s)", state, name, text)
end

--: rt_yacc_decode
--- defred, sindex, rindex, gindex, dgoto, table, check, lhs, len
local function rt_yacc_decode(tables)
  local yacc = {rt_shorts(tables[7]), rt_shorts(tables[9]), rt_shorts(tables[10]), rt_shorts(tables[11]), rt_shorts(tables[8]),
    rt_shorts(tables[13]), rt_shorts(tables[14]), rt_shorts(tables[5]), rt_shorts(tables[6])}
  tables.yacc = yacc
  return yacc
end

--: caml_parse_engine
--- Environment (Lua indices): state stack 2, value stack 3, starts 4, ends 5, size 6, base 7, current token 8, its value 9,
--- its start 10 and end 11, asp 12, rule length 13, rule 14, sp 15, state 16, error flag 17.
local function caml_parse_engine(tables, env, cmd, arg)
  local yacc = tables.yacc or rt_yacc_decode(tables)
  local check, size = yacc[7], tables[12]
  local trace = rt_parser_trace.on
  local char = env[8]
  local sp, state, errflag = env[15], env[16], env[17]
  local n, n2
  -- where to go on: 1 loop, 2 test shift, 3 reduce by n, 4 recover, 5 shift by n2, 6 push
  local go = 1
  if cmd == 4 then
    env[2][sp + 2] = state
    env[3][sp + 2] = arg
    local asp, ends = env[12], env[5]
    local stop = ends[asp + 2]
    ends[sp + 2] = stop
    -- an empty production starts where it ends
    if sp > asp then env[4][sp + 2] = stop end
  elseif cmd == 1 then
    if lua_type(arg) == "table" then
      char = tables[4][arg[1] + 2]
      env[9] = arg[2]
    else
      char = tables[3][arg + 2]
      env[9] = 0
    end
    env[8] = char
    if trace then rt_parser_print_token(tables, state, arg) end
    go = 2
  elseif cmd == 0 then
    state = 0
    errflag = 0
  elseif cmd == 2 then
    go = 6
  elseif cmd == 3 then
    return 4
  else
    go = 4
  end
  while true do
    if go == 1 then
      n = yacc[1][state + 1]
      if n ~= 0 then
        go = 3
      elseif char >= 0 then
        go = 2
      else
        env[15] = sp
        env[16] = state
        env[17] = errflag
        return 0
      end
    end
    if go == 2 then
      local n1 = yacc[2][state + 1]
      n2 = n1 + char
      if n1 ~= 0 and n2 >= 0 and n2 <= size and check[n2 + 1] == char then
        char = -1
        env[8] = -1
        if errflag > 0 then errflag = errflag - 1 end
        go = 5
      else
        n1 = yacc[3][state + 1]
        n2 = n1 + char
        if n1 ~= 0 and n2 >= 0 and n2 <= size and check[n2 + 1] == char then
          n = yacc[6][n2 + 1]
          go = 3
        elseif errflag > 0 then
          go = 4
        else
          env[15] = sp
          env[16] = state
          env[17] = errflag
          return 5
        end
      end
    end
    if go == 3 then
      if trace then rt_parser_print("State %d: reduce by rule %d", state, n) end
      local m = yacc[9][n + 1]
      env[12] = sp
      env[14] = n
      env[13] = m
      sp = sp - m + 1
      m = yacc[8][n + 1]
      local under = env[2][sp + 1]
      local n1 = yacc[4][m + 1]
      n2 = n1 + under
      if n1 ~= 0 and n2 >= 0 and n2 <= size and check[n2 + 1] == under then
        state = yacc[6][n2 + 1]
      else
        state = yacc[5][m + 1]
      end
      env[15] = sp
      env[16] = state
      env[17] = errflag
      if sp < env[6] then return 4 end
      return 3
    end
    if go == 4 then
      if errflag < 3 then
        errflag = 3
        while true do
          local top = env[2][sp + 2]
          local n1 = yacc[2][top + 1]
          n2 = n1 + 256
          if n1 ~= 0 and n2 >= 0 and n2 <= size and check[n2 + 1] == 256 then
            if trace then rt_parser_print("Recovering in state %d", top) end
            go = 5
            break
          end
          if trace then rt_parser_print("Discarding state %d", top) end
          if sp <= env[7] then
            if trace then rt_parser_print("No more states to discard") end
            return 1
          end
          sp = sp - 1
        end
      else
        if char == 0 then return 1 end
        if trace then rt_parser_print("Discarding last token read") end
        char = -1
        env[8] = -1
        go = 1
      end
    end
    if go == 5 then
      n = yacc[6][n2 + 1]
      if trace then rt_parser_print("State %d: shift to state %d", state, n) end
      state = n
      sp = sp + 1
      if sp >= env[6] then
        env[15] = sp
        env[16] = state
        env[17] = errflag
        return 2
      end
      go = 6
    end
    if go == 6 then
      env[2][sp + 2] = state
      env[3][sp + 2] = env[9]
      env[4][sp + 2] = env[10]
      env[5][sp + 2] = env[11]
      go = 1
    end
  end
end

--: caml_set_parser_trace
local function caml_set_parser_trace(on)
  local old = rt_parser_trace.on and 1 or 0
  rt_parser_trace.on = on ~= 0
  return old
end
