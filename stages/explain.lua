-- explain.lua FILE FILE: where two texts part. Prints the byte, the line and column
-- in both with a line of context, and for Lua the enclosing functions. Runs on any
-- Lua from 5.1 on. Exit status: 0 when they are equal, 1 when not.

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

-- Names of the functions whose text holds byte `at`, outermost first.
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
          name = name .. ", line " .. line
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

local name_a, name_b = arg[1], arg[2]
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
  local names = enclosing(a, same + 1)
  print(#names > 0 and "inside " .. table.concat(names, " > ") or "outside of all functions")
end
os.exit(1)
