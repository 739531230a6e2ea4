-- What ocamlc prints, and what a program dies of, as diagnostics of the editor.
local M = {}

M.namespace = vim.api.nvim_create_namespace("ocaml")

local severities = {Error = vim.diagnostic.severity.ERROR, Warning = vim.diagnostic.severity.WARN, Alert = vim.diagnostic.severity.WARN}

-- `File "x.ml", line 3, characters 10-15:` and `lines 3-5`; lines from 1, characters are bytes from 0.
local function place(line)
  local file, rest = line:match('^File "([^"]*)", (lines? .*):$')
  if not file then
    file = line:match('^File "([^"]*)":$') -- the file as a whole
    if file then return {file = file, lnum = 0, end_lnum = 0, col = 0, end_col = 0} end
    return nil
  end
  local first, last = rest:match("^lines? (%d+)%-?(%d*)")
  if not first then return nil end
  local from, to = rest:match("characters (%d+)%-(%d+)")
  first = tonumber(first)
  return {file = file, lnum = first - 1, end_lnum = (tonumber(last) or first) - 1, col = tonumber(from) or 0, end_col = tonumber(to) or 0}
end

--- The diagnostics in ocamlc's output; those of other files have another `file`.
---@param text string
function M.parse(text)
  local all, current, message = {}, nil, nil
  local function finish()
    if current and message then
      current.message = table.concat(message, "\n")
      all[#all + 1] = current
    end
    message = nil
  end
  for line in (text .. "\n"):gmatch("(.-)\r?\n") do
    local found = place(line)
    if found then
      finish()
      current = found
    else
      local kind, rest = line:match("^(%a+)[^:]*: (.*)$")
      if current and kind and severities[kind] then
        finish()
        current = vim.deepcopy(current)
        current.severity = severities[kind]
        message = {kind == "Error" and rest or line}
      elseif message and line ~= "" then
        message[#message + 1] = vim.trim(line)
      end
    end
  end
  finish()
  for _, diagnostic in ipairs(all) do diagnostic.source = "ocamlc" end
  return all
end

--- A diagnostic for an exception that nobody caught.
---@param message string
---@param place {line: integer, column: integer, end_line: integer, end_column: integer}? where it was raised
---@param first integer the buffer's line that is line 1 of the source
function M.exception(message, place, first)
  local diagnostic = {lnum = 0, col = 0, message = message, severity = vim.diagnostic.severity.ERROR, source = "ocaml"}
  local asserted = message:match('"[^"]*", (%d+), %d+') -- Assert_failure and Match_failure tell their place
  if asserted then
    diagnostic.lnum = tonumber(asserted) + first - 2
  elseif place then
    diagnostic.lnum, diagnostic.col = place.line + first - 2, place.column
    diagnostic.end_lnum, diagnostic.end_col = place.end_line + first - 2, place.end_column
  end
  return diagnostic
end

--- Shows those of the buffer, and nothing of before.
---@param first integer the buffer's line that is line 1 of the source
function M.show(buffer, diagnostics, first)
  local here, lines = {}, vim.api.nvim_buf_line_count(buffer)
  for _, d in ipairs(diagnostics) do
    d = vim.deepcopy(d)
    d.lnum = math.min(d.lnum + first - 1, lines - 1)
    if d.end_lnum then d.end_lnum = math.min(d.end_lnum + first - 1, lines - 1) end
    here[#here + 1] = d
  end
  if #here > 0 or #vim.diagnostic.get(buffer, {namespace = M.namespace}) > 0 then vim.diagnostic.set(M.namespace, buffer, here) end
end

return M
