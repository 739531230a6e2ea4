-- A small linker for the unit tests of the runtime: reads runtime/lua/*.lua, picks the fragments that a set of
-- features selects, finds requirements by lexing, and loads what a test asks for. The compiler has its own linker;
-- this one checks the same contract from outside: one declaration per fragment, no global written, no name missing.
-- Each strongly connected group of fragments is a chunk of its own, so no limit on locals or upvalues is met here.

local M = {}

local FAMILIES = nil

local function read(path)
  local f = assert(io.open(path, "rb"))
  local s = f:read("*a")
  f:close()
  return s
end

--- Family files, from a list kept beside the fragments' tests (plain Lua can't list a folder).
local function families(dir)
  if FAMILIES then return FAMILIES end
  FAMILIES = {}
  local p = io.popen('ls "' .. dir .. '"')
  for name in p:lines() do
    if name:match("%.lua$") then FAMILIES[#FAMILIES + 1] = name end
  end
  p:close()
  return FAMILIES
end

local function holds(cond, features)
  if cond == "" then return true end
  cond = cond:gsub("^if%s+", "")
  for term in (cond .. " and "):gmatch("(.-)%s+and%s+") do
    local neg = term:match("^not%s+(.+)$")
    local name = neg or term
    assert(name:match("^[%w_]+$"), "bad condition: " .. cond)
    if (features[name] or false) == (neg ~= nil) then return false end
  end
  return true
end

--- Identifiers of a piece of Lua, without those in strings and comments; calls f(name).
local function identifiers(s, f)
  local i, n = 1, #s
  while i <= n do
    local c = s:sub(i, i)
    if s:find("^%-%-%[=*%[", i) then
      local eq = s:match("^%-%-%[(=*)%[", i)
      local _, e = s:find("]" .. eq .. "]", i, true)
      i = assert(e, "unfinished comment") + 1
    elseif s:find("^%-%-", i) then
      i = (s:find("\n", i, true) or n) + 1
    elseif s:find("^%[=*%[", i) then
      local eq = s:match("^%[(=*)%[", i)
      local _, e = s:find("]" .. eq .. "]", i, true)
      i = assert(e, "unfinished string") + 1
    elseif c == '"' or c == "'" then
      i = i + 1
      while s:sub(i, i) ~= c do
        if s:sub(i, i) == "\\" then i = i + 1 end
        i = i + 1
        assert(i <= n, "unfinished string")
      end
      i = i + 1
    elseif c:match("[%a_]") then
      local w = s:match("^[%w_]+", i)
      f(w)
      i = i + #w
    elseif c:match("%d") then
      i = i + #s:match("^[%w%.]+", i)
    else
      i = i + 1
    end
  end
end

--- All fragments under `dir`: name -> {file, line, variants = {{cond, text}}}.
function M.parse(dir)
  local all = {}
  for _, file in ipairs(families(dir)) do
    local names, cond, buf, line, start
    local function add(name, text)
      local fr = all[name]
      if not fr then
        fr = {name = name, file = file, line = start, variants = {}}
        all[name] = fr
      end
      assert(fr.file == file, name .. " is defined in " .. fr.file .. " and " .. file)
      fr.variants[#fr.variants + 1] = {cond = cond, text = text, line = start}
    end
    local function flush()
      local first = nil
      for name in (names or ""):gmatch("[%w_]+") do
        add(name, first and "\nlocal " .. name .. " = " .. first .. "\n" or table.concat(buf, "\n"))
        first = first or name
      end
    end
    line = 0
    for l in (read(dir .. "/" .. file) .. "\n"):gmatch("(.-)\n") do
      line = line + 1
      local header = l:match("^%-%-:%s*(.-)%s*$")
      if header then
        flush()
        names, cond = header:match("^([%w_, ]-)%s+(if%s.*)$")
        names, cond, buf, start = names or header, cond or "", {}, line
      elseif names then
        buf[#buf + 1] = l
      end
    end
    flush()
  end
  return all
end

local function load_chunk(text, chunkname, env)
  if setfenv then
    local f, e = loadstring(text, chunkname)
    if not f then return nil, e end
    return setfenv(f, env)
  end
  return load(text, chunkname, "t", env)
end

--- A table of fragments, linked on demand, for a list of features.
function M.new(dir, feature_list)
  local features = {}
  for _, f in ipairs(feature_list) do features[f] = true end
  local all = M.parse(dir)
  local env = setmetatable({}, {
    __index = _G,
    __newindex = function(_, k) error("runtime writes global " .. tostring(k), 2) end,
  })
  local chosen, requires = {}, {}
  local function choose(name)
    if chosen[name] == nil then
      local pick = false
      for _, v in ipairs(all[name].variants) do
        if holds(v.cond, features) then pick = v end
      end
      chosen[name] = pick
      if pick then
        local seen, list = {}, {}
        identifiers(pick.text, function(w)
          if w ~= name and all[w] and not seen[w] then
            seen[w] = true
            list[#list + 1] = w
          end
        end)
        requires[name] = list
      end
    end
    return chosen[name]
  end
  local values, done = {}, {}
  local function link_group(group)
    local fr = all[group[1]]
    local inside, reqs, seen = {}, {}, {}
    for _, n in ipairs(group) do inside[n] = true end
    for _, n in ipairs(group) do
      for _, r in ipairs(requires[n]) do
        if not inside[r] and not seen[r] then
          seen[r] = true
          reqs[#reqs + 1] = r
        end
      end
    end
    -- The variables of a compiled chunk that stack.lua counts in.
    local out, args = {"local D, L, P = 0, 100000, 0 "}, {}
    if #reqs > 0 then
      out[#out + 1] = "local " .. table.concat(reqs, ", ") .. " = ... "
      for i, r in ipairs(reqs) do args[i] = values[r] end
    end
    out[#out + 1] = "local " .. table.concat(group, ", ") .. " "
    for _, n in ipairs(group) do
      local t, k = chosen[n].text, 0
      t, k = ("\n" .. t):gsub("\nlocal function " .. n .. "%(", function() return "\nfunction " .. n .. "(" end, 1)
      if k == 0 then t, k = t:gsub("\nlocal " .. n .. " =", function() return "\n" .. n .. " =" end, 1) end
      if k == 0 then error(fr.file .. ":" .. chosen[n].line .. ": fragment " .. n .. " doesn't define its name") end
      if t:find("\nlocal ", 1, true) then error(fr.file .. ":" .. chosen[n].line .. ": second top-level local in " .. n) end
      out[#out + 1] = t
    end
    out[#out + 1] = "\nreturn " .. table.concat(group, ", ")
    local label = "=" .. fr.file .. ":" .. chosen[group[1]].line .. "(" .. group[1] .. ")"
    local f = assert(load_chunk(table.concat(out), label, env))
    local unpack = table.unpack or unpack
    local res = {f(unpack(args, 1, #reqs))}
    for i, n in ipairs(group) do
      values[n] = res[i]
      done[n] = true
    end
  end
  -- Tarjan's algorithm, recursive: chains of requirements are short.
  local index, low, onstack, stack, counter = {}, {}, {}, {}, 0
  local function visit(n)
    assert(choose(n), "no variant of " .. n .. " holds for: " .. table.concat(feature_list, " "))
    counter = counter + 1
    index[n], low[n] = counter, counter
    stack[#stack + 1] = n
    onstack[n] = true
    for _, r in ipairs(requires[n]) do
      if not index[r] then
        visit(r)
        if low[r] < low[n] then low[n] = low[r] end
      elseif onstack[r] and index[r] < low[n] then
        low[n] = index[r]
      end
    end
    if low[n] == index[n] then
      local group = {}
      repeat
        local w = table.remove(stack)
        onstack[w] = false
        table.insert(group, 1, w)
      until w == n
      link_group(group)
    end
  end
  local rt = {features = features, all = all}
  return setmetatable(rt, {__index = function(_, name)
    if not all[name] then error("no fragment " .. tostring(name), 2) end
    if not done[name] then visit(name) end
    return values[name]
  end})
end

return M
