-- Programs run beside the editor. Everything that waits is called in a coroutine and resumed by the main loop.
local uv = vim.uv or vim.loop

local M = {}

--- Starts `f` as a task: it may call what waits.
---@param f function
---@param failed fun(message: string)? gets an error that nobody caught
function M.task(f, failed)
  local co = coroutine.create(f)
  local function step(...)
    local ok, why = coroutine.resume(co, ...)
    if not ok then
      local text = debug.traceback(co, tostring(why))
      if failed then failed(text) else vim.notify(text, vim.log.levels.ERROR) end
    end
  end
  step()
end

--- Waits until `start` has called back; what it was called with. Only in a task.
---@param start fun(done: function)
function M.await(start)
  local co = assert(coroutine.running(), "not in a task")
  local waiting, result = false, nil
  start(function(...)
    local given = {n = select("#", ...), ...}
    vim.schedule(function()
      if not waiting then
        result = given
        return
      end
      local ok, why = coroutine.resume(co, unpack(given, 1, given.n))
      if not ok then vim.notify(debug.traceback(co, tostring(why)), vim.log.levels.ERROR) end
    end)
  end)
  if result then return unpack(result, 1, result.n) end
  waiting = true
  return coroutine.yield()
end

-- When the editor was last awake.
local awake = 0

--- Lets the editor do what else there is to do, if this task has gone on for some ms. Only in a task.
function M.breathe()
  if uv.hrtime() - awake > 5e6 then
    -- What is scheduled at once runs before the editor looks at anything else.
    M.await(function(done) vim.defer_fn(done, 1) end)
    awake = uv.hrtime()
  end
end

---@class ocaml.Done
---@field code integer exit status
---@field out string
---@field err string

--- Runs a program to its end. Nil and why when it can't be started.
---@param words string[] the program and its arguments
---@param folder string where it runs
---@param variables table<string, string>? of its environment, beside the editor's
---@return ocaml.Done?, string?
function M.run(words, folder, variables)
  if vim.fn.executable(words[1]) == 0 then return nil, words[1] .. " is not in PATH" end
  return M.await(function(done)
    local pipes, texts, open, status = {uv.new_pipe(false), uv.new_pipe(false)}, {"", ""}, 3, nil
    local function closed()
      open = open - 1
      if open == 0 then done({code = status, out = texts[1], err = texts[2]}) end
    end
    local arguments = {}
    for i = 2, #words do arguments[i - 1] = words[i] end
    local environment
    if variables then
      environment = {}
      for name, value in pairs(vim.tbl_extend("force", vim.fn.environ(), variables)) do environment[#environment + 1] = name .. "=" .. value end
    end
    local process, why
    process, why = uv.spawn(words[1], {args = arguments, cwd = folder, env = environment, stdio = {nil, pipes[1], pipes[2]}}, function(code)
      status = code
      process:close()
      closed()
    end)
    if not process then
      pipes[1]:close()
      pipes[2]:close()
      return done(nil, words[1] .. " can't be started: " .. tostring(why))
    end
    for i = 1, 2 do
      local pieces = {}
      pipes[i]:read_start(function(_, data)
        if data then
          pieces[#pieces + 1] = data
        else
          texts[i] = table.concat(pieces)
          pipes[i]:close()
          closed()
        end
      end)
    end
  end)
end

return M
