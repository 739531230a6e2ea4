-- What the tests in the editor share. The current folder is the test's.
local T = {messages = {}, failures = 0}
vim.notify = function(text) T.messages[#T.messages + 1] = text end

function T.check(name, got, expected)
  if vim.deep_equal(got, expected) then return end
  T.failures = T.failures + 1
  print(("%s: %s, expected %s\n"):format(name, vim.inspect(got), vim.inspect(expected)))
end

function T.write(name, ...) vim.fn.writefile({...}, name) end

-- Shows a file that holds these lines, or the one that is there.
function T.edit(name, ...)
  if select("#", ...) > 0 then T.write(name, ...) end
  vim.cmd("silent edit! " .. vim.fn.fnameescape(name))
end

function T.output()
  return vim.api.nvim_buf_get_lines(vim.fn.bufnr("^ocaml://output$"), 0, -1, false)
end

function T.diagnostics()
  return vim.tbl_map(function(d) return {d.lnum, (d.message:match("[^\n]*"))} end, vim.diagnostic.get(0))
end

-- Waits for a condition.
function T.until_(name, condition)
  if vim.wait(60000, condition, 5) then return end
  error(("%s: it does not happen; %d failures; messages: %s"):format(name, T.failures, vim.inspect(T.messages)), 0)
end

-- Runs the buffer: the result, or nil.
function T.run(name, options)
  local result, ended
  require("ocaml").run(0, vim.tbl_extend("force", options or {}, {done = function(r) result, ended = r, true end}))
  T.until_(name, function() return ended end)
  return result
end

-- Runs it, which prints these lines.
function T.prints(name, expected, options)
  local result = T.run(name, options)
  T.check(name, result and T.output() or T.messages[#T.messages], expected)
end

-- Starts another editor with this file, which runs these commands. Its `status` is there when it has ended.
function T.editor(file, commands, environment)
  local folder = vim.fn.fnamemodify(require("ocaml.translate").compiler(), ":h:h")
  local words = {"nvim", "--headless", "-u", "NORC", "-i", "NONE", "-n", "--cmd",
    "lua vim.opt.runtimepath:prepend('" .. folder .. "')", file}
  for _, command in ipairs(commands) do words[#words + 1] = "+" .. command end
  local editor = {}
  vim.fn.jobstart(words, {env = environment, on_exit = function(_, status) editor.status = status end})
  return editor
end

function T.finish()
  print(T.failures == 0 and "ok\n" or T.failures .. " failures\n")
  if T.failures > 0 then error("failed", 0) end
end

return T
