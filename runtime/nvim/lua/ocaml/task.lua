-- Tasks: coroutines that the main loop resumes, so that nobody waits for what they wait for.
local uv = vim.uv or vim.loop

local M = {}

-- Resumes a task; an error that nobody caught goes to `failed`.
local function resume(co, failed, ...)
  local ok, why = coroutine.resume(co, ...)
  if ok then return end
  failed(debug.traceback(co, tostring(why)))
end

-- By coroutine, who is told of its error.
local told = setmetatable({}, {__mode = "k"})

--- Starts `f` as a task: it may call what waits.
---@param f function
---@param failed fun(message: string)? gets an error that nobody caught
function M.start(f, failed)
  local co = coroutine.create(f)
  told[co] = failed or function(text) vim.notify(text, vim.log.levels.ERROR) end
  resume(co, told[co])
end

--- Waits until `start` has called back; what it was called with. Only in a task.
---@param start fun(done: function)
function M.await(start)
  local co = assert(coroutine.running(), "not in a task")
  start(function(...)
    local given = {n = select("#", ...), ...}
    vim.schedule(function() resume(co, told[co], unpack(given, 1, given.n)) end)
  end)
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

return M
