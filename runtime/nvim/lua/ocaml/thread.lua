-- Threads beside the editor, each with a Lua state of its own: the editor never waits for what they do.
local task = require("ocaml.task")
local uv = vim.uv or vim.loop

local M = {}

-- What a thread runs, without upvalues. A question is some strings, behind their number, each behind its length; an answer
-- one, behind its length, of two parts: the kind of an error, or nothing, and behind a line feed the text.
local function serve(main, questions, answers, ...)
  local uv = vim.uv or vim.loop
  local made, answer = pcall(loadstring(main), ...)
  local function take(n)
    local pieces = {}
    while n > 0 do
      local piece = uv.fs_read(questions, math.min(n, 65536), -1)
      if not piece or piece == "" then return nil end
      pieces[#pieces + 1], n = piece, n - #piece
    end
    return table.concat(pieces)
  end
  local function give(kind, text)
    local rest = ("%08x%s\n%s"):format(#kind + 1 + #text, kind, text)
    while rest ~= "" do rest = rest:sub(1 + (uv.fs_write(answers, rest, -1) or #rest)) end
  end
  while true do
    local count, question = take(8), {}
    if not count then return end -- the editor is gone
    for i = 1, tonumber(count, 16) do question[i] = take(tonumber(take(8), 16)) end
    local ok, kind, text = made, answer, nil
    if made then ok, kind, text = pcall(answer, unpack(question)) end
    if ok then give(kind, text) else give("internal", tostring(kind)) end
  end
end

-- luv would free a thread that nobody knows while it runs.
local threads = {}

--- Starts a thread.
---@param main function without upvalues, called in the thread; returns a function, which answers the strings of a question by
---  the kind of an error, or "", and a text
---@param ... string its arguments
---@return fun(...: string): string, string ask waits for the answer, behind those of questions before. In a task.
function M.start(main, ...)
  local questions = uv.pipe({nonblock = false}, {nonblock = true})
  local answers = uv.pipe({nonblock = true}, {nonblock = false})
  threads[#threads + 1] = uv.new_thread(serve, string.dump(main), questions.read, answers.write, ...)
  -- A reader that is never closed: without one a thread that answers while the editor ends would die of SIGPIPE, and the
  -- editor with it.
  uv.fs_open("/dev/fd/" .. answers.read, "r", 0)
  local output, input = uv.new_pipe(false), uv.new_pipe(false)
  output:open(questions.write)
  input:open(answers.read)
  local waiting, text = {}, ""
  input:read_start(function(_, data)
    text = text .. (data or "")
    local stop = 8 + (tonumber(text:sub(1, 8), 16) or 0)
    while #text >= math.max(stop, 8) do
      local kind, answer = text:sub(9, stop):match("^([%a_]*)\n(.*)$")
      text = text:sub(stop + 1)
      stop = 8 + (tonumber(text:sub(1, 8), 16) or 0)
      table.remove(waiting, 1)(kind, answer)
    end
  end)
  return function(...)
    local parts = {("%08x"):format(select("#", ...))}
    for _, part in ipairs({...}) do parts[#parts + 1] = ("%08x"):format(#part) .. part end
    return task.await(function(done)
      waiting[#waiting + 1] = done
      output:write(table.concat(parts))
    end)
  end
end

return M
