-- Programs run beside the editor. A thread starts them: the editor would have to copy its tables of pages for each, and wait
-- until the copy runs the program.
local task = require("ocaml.task")
local thread = require("ocaml.thread")

local M = {}

---@class ocaml.Done
---@field code integer exit status
---@field out string
---@field err string

-- The thread's: runs a command whose last line of output is its exit status, and whose errors are in a file.
local function runner()
  return function(command, errors)
    local pipe = assert(io.popen(command, "r"))
    local out, code = pipe:read("*a"):match("^(.*)\n(%d+)\n$")
    pipe:close()
    local file = io.open(errors, "rb")
    local err = file and file:read("*a") or ""
    if file then file:close() end
    os.remove(errors)
    return "", code .. " " .. #out .. "\n" .. out .. err
  end
end

-- Threads that have nothing to do: as many programs run at once as are asked for.
local idle = {}

local function quoted(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

--- Runs a program to its end. Nil and why when it can't be started. In a task.
---@param words string[] the program and its arguments
---@param folder string where it runs
---@param variables table<string, string>? of its environment, beside the editor's
---@return ocaml.Done?, string?
function M.run(words, folder, variables)
  local program = vim.fn.exepath(words[1])
  if program == "" then return nil, words[1] .. " is not in PATH" end
  local command = {}
  for name, value in pairs(variables or {}) do command[#command + 1] = name .. "=" .. quoted(value) end
  for i, word in ipairs(words) do command[#command + 1] = quoted(i == 1 and program or word) end
  local ask, errors = table.remove(idle) or thread.start(runner), vim.fn.tempname()
  local kind, text = ask(("{ cd %s && %s; } </dev/null 2>%s; printf '\\n%%d\\n' $?"):format(
    quoted(folder), table.concat(command, " "), quoted(errors)), errors)
  idle[#idle + 1] = ask
  if kind ~= "" then return nil, words[1] .. " can't be started: " .. text end
  local code, length, rest = text:match("^(%d+) (%d+)\n(.*)$")
  return {code = tonumber(code), out = rest:sub(1, length), err = rest:sub(length + 1)}
end

return M
