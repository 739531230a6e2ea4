-- lexing.lua, parsing.lua: tables made by ocamllex and ocamlyacc, driven as Lexing and Parsing drive them.

return function(rt, t)
  local function bytes(s)
    local b = {-1 - #s}
    for i = 1, #s do b[i + 1] = s:byte(i) end
    return b
  end

  local lex = t.expect("lexing")
  -- A lexbuf that is refilled by `chunk` bytes at a time, without shifting what was read.
  local function lexbuf(text, chunk, form)
    local lb = {0, 0, form(text), 0, 0, 0, 0, 0, 0, 0, {0}, 0, 0}
    local function refill()
      lb[4] = math.min(lb[4] + chunk, #text)
      if lb[4] == #text and lb.full then lb[10] = 1 end
      lb.full = lb[4] == #text
    end
    return lb, refill
  end
  local form = bytes
  local function run(engine, start, text, chunk, record)
    local lb, refill = lexbuf(text, chunk, form)
    local out = {}
    while true do
      lb[11] = {0, -1, -1, -1, -1, -1, -1, -1, -1}
      local ok, n = pcall(engine, lex.tables, start, lb)
      while ok and n < 0 do
        refill()
        ok, n = pcall(engine, lex.tables, n, lb)
      end
      if not ok then
        out[#out + 1] = {n[3]}
        return out
      end
      local entry = record(n, text:sub(lb[6] + 1, lb[7]), lb)
      out[#out + 1] = entry
      if entry.stop then
        entry.stop = nil
        return out
      end
    end
  end
  for k, chunk in ipairs({1000, 1, 3, 1000, 3}) do
    -- the last ones on strings made into bytes
    form = k > 3 and rt.caml_bytes_of_string or bytes
    local got = run(rt.caml_lex_engine, 0, lex.text1, chunk, function(n, s) return {n, s, stop = n == 7 or nil} end)
    t.eq(got, lex.tokens, "tokens, chunks of " .. chunk)
    got = run(rt.caml_new_lex_engine, 17, lex.text2, chunk, function(n, s, lb)
      local mem = lb[11]
      local function cut(from, to) return lex.text2:sub(from + 1, to) end
      if n == 0 then return {n, s, cut(lb[6], mem[2]), cut(mem[2] + 1, mem[3]), mem[4] >= 0} end
      if n == 1 then return {n, s, cut(mem[2], lb[7] - 1)} end
      return {n, s, stop = true}
    end)
    t.eq(got, lex.pairs, "pairs, chunks of " .. chunk)
  end

  local yacc = t.expect("parsing")
  local PLUS, TIMES, LPAR, RPAR, SEMI, EOF = 0, 1, 2, 3, 4, 5
  local codes = {["+"] = PLUS, ["*"] = TIMES, ["("] = LPAR, [")"] = RPAR, [";"] = SEMI}
  local function parse(text)
    local log, at = {}, 0
    local function note(...) log[#log + 1] = string.format(...) end
    local env = {0, {0}, {0}, {0}, {0}, 4, 0, 0, 0, -1, -1, 0, 0, 0, 0, 0, 0}
    for i = 2, 5 do for j = 2, 5 do env[i][j] = i <= 3 and 0 or -1 end end
    env[7] = env[15] + 1
    env[8] = 1
    env[11] = 0
    local function grow()
      for i = 2, 5 do for j = env[6] + 2, 2 * env[6] + 1 do env[i][j] = i <= 3 and 0 or -1 end end
      env[6] = env[6] * 2
    end
    local function peek(n) return env[3][env[12] - n + 2] end
    local function symbol_start()
      for i = env[13], 1, -1 do
        local s, e = env[4][env[12] - i + 3], env[5][env[12] - i + 3]
        if s ~= e then return s end
      end
      return env[5][env[12] + 2]
    end
    local function rhs(stack, n) return env[stack][env[12] - (env[13] - n) + 2] end
    local actions = {
      [1] = function() note("main") return peek(1) end,
      [2] = function() note("empty") return 0 end,
      [3] = function() note("stmts") return {0, peek(0), peek(1)} end,
      [4] = function() note("stmt %d %d-%d", peek(1), symbol_start(), env[5][env[12] + 2]) return peek(1) end,
      [5] = function() note("error") return -1 end,
      [6] = function() note("num %d", peek(0)) return peek(0) end,
      [7] = function() note("plus %d %d-%d", peek(2) + peek(0), rhs(4, 3), rhs(5, 3)) return peek(2) + peek(0) end,
      [8] = function() note("times") return peek(2) * peek(0) end,
      [9] = function() note("paren") return peek(1) end,
    }
    local cmd, arg = 0, 0
    while true do
      local answer = rt.caml_parse_engine(yacc.tables, env, cmd, arg)
      if answer == 0 then
        local start = at
        cmd = 1
        if at >= #text then
          arg = EOF
          -- the lexer above leaves the last positions at the end
          start = #text > 0 and #text - 1 or 0
        else
          at = at + 1
          local c = text:sub(at, at)
          arg = codes[c] or {0, tonumber(c)}
        end
        env[10], env[11] = start, at
      elseif answer == 1 then
        note("Parse_error")
        return log
      elseif answer == 4 then
        if env[14] == 10 then
          local items, l = {}, peek(0)
          while l ~= 0 do
            items[#items + 1] = string.format("%d", l[2])
            l = l[3]
          end
          note("%s", table.concat(items, ","))
          return log
        end
        cmd, arg = 4, actions[env[14]]()
      elseif answer == 5 then
        cmd, arg = 5, 0
      else
        grow()
        cmd, arg = answer, 0
      end
    end
  end
  for _, case in ipairs(yacc) do t.eq(parse(case.text), case.log, "parse " .. case.text:sub(1, 20)) end
  t.eq(rt.caml_set_parser_trace(1), 0)
  t.eq(rt.caml_set_parser_trace(0), 1)
end
