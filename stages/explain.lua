-- explain.lua FILE FILE [COMMENTED]: where two texts part. Prints the byte, the line and
-- column in both with a line of context, and for Lua the enclosing functions and where
-- the innermost is from, if a comment before it tells (`--debug-info`). COMMENTED is the
-- first file with such comments, when it has none itself. Runs on any Lua from 5.1 on.
-- Exit status: 0 when they are equal, 1 when not.

local function read(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

-- Length of the common prefix, by halving.
local function common_prefix(a, b)
  local low, high = 0, math.min(#a, #b)
  while low < high do
    local middle = math.floor((low + high + 1) / 2)
    if a:sub(low + 1, middle) == b:sub(low + 1, middle) then low = middle else high = middle - 1 end
  end
  return low
end

-- Line and column (from 1, in bytes) of byte `at` (from 1), and where its line begins.
local function position(text, at)
  local line, start = 1, 1
  while true do
    local stop = text:find("\n", start, true)
    if not stop or stop >= at then return line, at - start + 1, start end
    line, start = line + 1, stop + 1
  end
end

-- The byte and 40 on either side of it, within its line; a caret goes below.
local function context(text, at, start)
  local from = math.max(start, at - 40)
  local stop = (text:find("\n", at, true) or #text + 1) - 1
  local function shown(s) return (s:gsub("[^\32-\126]", "?")) end
  return shown(text:sub(from, math.min(stop, at + 40))), at - from
end

-- What the comments say, by the number of the line below; and the text without them,
-- whose lines are counted if `left_out`.
local function origins(text, left_out)
  local by_line, lines, count, origin = {}, {}, 0, nil
  for line in text:gmatch("([^\n]*)\n") do
    local comment = line:match("^ *%-%- (.*, pc %d+)$")
    if not (comment and left_out) then count = count + 1 end
    if not comment then
      lines[#lines + 1] = line .. "\n"
      by_line[count] = origin
    end
    origin = comment
  end
  return by_line, table.concat(lines)
end

-- The functions whose text holds byte `at`, outermost first: name and line of each.
local function enclosing(text, at)
  local opened = {} -- per open block: the function's name, or false
  local opens = {["if"] = true, ["do"] = true, ["function"] = true, ["repeat"] = true}
  local i, last, line = 1, "", 1
  while i < at do
    local from = i
    local word = text:match("^[%a_][%w_]*", i)
    local long = text:match("^%[(=*)%[", i)
    local quote = text:match("^[\"']", i)
    if word then
      i = i + #word
      if word == "end" or word == "until" then
        opened[#opened] = nil
      elseif opens[word] then
        local name = false
        if word == "function" then
          name = text:match("^%s*([%w_.:]+)", i) or last:match("([%w_.]+)%s*=%s*$") or "(anonymous)"
          name = {name = name, line = line}
        end
        opened[#opened + 1] = name
      end
    elseif text:match("^%-%-", i) then
      local level = text:match("^%-%-%[(=*)%[", i)
      local _, stop = text:find(level and "]" .. level .. "]" or "\n", i, true)
      i = (stop or #text) + 1
    elseif long then
      local _, stop = text:find("]" .. long .. "]", i, true)
      i = (stop or #text) + 1
    elseif quote then
      i = i + 1
      while i <= #text do
        local c = text:sub(i, i)
        if c == "\\" then i = i + 1 elseif c == quote then break end
        i = i + 1
      end
      i = i + 1
    else
      i = i + 1
    end
    local piece = text:sub(from, i - 1)
    if piece:find("\n", 1, true) then
      line, last = line + select(2, piece:gsub("\n", "")), ""
    else
      last = (last .. piece):sub(-60)
    end
  end
  local names = {}
  for _, name in ipairs(opened) do
    if name then names[#names + 1] = name end
  end
  return names
end

-- A unit's first lines list what its functions mention: where they differ, some function
-- does. The byte in `a`, from `start` on, of the next line that isn't such a list and
-- differs; `start` when there is none.
local function beyond_lists(a, b, start)
  local function line_from(text, i)
    while true do
      local line = text:match("^[^\n]*", i)
      if not line:find("^local [%w_, ]+$") and not line:find("^local [%w_, ]+ = G%.") then return line, i end
      i = i + #line + 1
    end
  end
  local i, j = start, start
  while i <= #a and j <= #b do
    local line, other
    line, i = line_from(a, i)
    other, j = line_from(b, j)
    if line ~= other then return i end
    i, j = i + #line + 1, j + #other + 1
  end
  return start
end

local name_a, name_b, name_commented = arg[1], arg[2], arg[3]
local a, b = read(name_a), read(name_b)
local same = common_prefix(a, b)
if same == #a and same == #b then
  print("equal")
  os.exit(0)
end
print(string.format("first at byte %d (of %d and %d)", same + 1, #a, #b))
for _, file in ipairs({{name_a, a}, {name_b, b}}) do
  local name, text = file[1], file[2]
  if same == #text then
    print(string.format("%s ends there", name))
  else
    local line, column, start = position(text, same + 1)
    local shown, before = context(text, same + 1, start)
    print(string.format("%s:%d:%d", name, line, column))
    print("  " .. shown)
    print("  " .. string.rep(" ", before) .. "^")
  end
end
if name_a:match("%.lua$") then
  local function shown(functions)
    local names = {}
    for i, f in ipairs(functions) do names[i] = f.name .. ", line " .. f.line end
    return table.concat(names, " > ")
  end
  local functions = enclosing(a, same + 1)
  print(#functions > 0 and "inside " .. shown(functions) or "outside of all functions")
  local _, _, start = position(a, same + 1)
  local next_place = beyond_lists(a, b, start)
  if next_place > same + 1 then
    functions = enclosing(a, next_place)
    print("then inside " .. shown(functions))
  end
  local by_line, text = origins(name_commented and read(name_commented) or a, name_commented)
  if name_commented and text ~= a then by_line = {} end
  for i = #functions, 1, -1 do
    local origin = by_line[functions[i].line]
    if origin then
      print("from " .. origin)
      break
    end
  end
end
os.exit(1)
