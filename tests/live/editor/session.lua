-- What a user does in an afternoon. The current folder holds copies of the sources beside this file.
local loaded = package.loaded.ocaml
local T = dofile(vim.fn.fnamemodify(debug.getinfo(1, "S").source:sub(2), ":h") .. "/helpers.lua")
local check, until_, messages = T.check, T.until_, T.messages
check("nothing is loaded at the start", loaded, nil)
local ocaml = require("ocaml")
ocaml.setup({live = "save", timeout = 1000})
check("nor by the setup", package.loaded["ocaml.build"], nil)

local function lines(buffer) return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false) end
local function output()
  local buffer = vim.fn.bufnr("^ocaml://output$")
  return buffer >= 0 and lines(buffer) or nil
end
local function diagnostics()
  return vim.tbl_map(function(d) return {d.lnum, d.col, d.severity, (d.message:match("[^\n]*"))} end, vim.diagnostic.get(0))
end
local function type_text(keys) vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "xt", false) end
local function save() vim.cmd("silent write!") end
local function saves(name, expected)
  save()
  until_(name, function() return vim.deep_equal(output(), expected) end)
end

-- Save, see the effect; a module beside it is found. The editor stays awake.
vim.cmd("edit greet.ml")
local worst, last = 0, vim.loop.hrtime()
local clock = vim.loop.new_timer()
clock:start(0, 1, function()
  local now = vim.loop.hrtime()
  worst, last = math.max(worst, now - last), now
end)
saves("saved", {"Hello OCaml"})
clock:stop()
print(("the editor was away for %.0f ms at most\n"):format(worst / 1e6))
check("in a window", vim.fn.bufwinid("ocaml://output") > 0, true)
check("which isn't entered", vim.fn.expand("%:t"), "greet.ml")

-- A type error, at its place; mended, it is gone.
vim.api.nvim_buf_set_lines(0, 1, 2, false, {"let () = print_string (name + 1)"})
save()
until_("type error", function() return #vim.diagnostic.get(0) == 1 end)
check("where it is", diagnostics(), {{1, 23, 1, "This expression has type string but an expression was expected of type"}})
check("the message", messages[#messages]:match("^ocaml: greet.ml:2: This expression"), "ocaml: greet.ml:2: This expression")
vim.api.nvim_buf_set_lines(0, 1, 2, false, {'let () = print_string (name ^ "!\\n")'})
saves("mended", {"OCaml!"})
check("no diagnostics", diagnostics(), {})

-- A syntax error; a warning; a range of the buffer.
vim.api.nvim_buf_set_lines(0, 1, 2, false, {"let () = (print_string"})
save()
until_("syntax error", function() return #vim.diagnostic.get(0) == 1 end)
vim.api.nvim_buf_set_lines(0, 1, 2, false, {'let () = print_string (match Some "one" with Some s -> s)', 'let () = print_endline "two"'})
save()
until_("warning", function() return vim.deep_equal(output(), {"onetwo"}) end)
check("its place", diagnostics(), {{1, 22, 2, "Warning 8 [partial-match]: this pattern-matching is not exhaustive."}})
vim.cmd("3OCamlRun")
until_("range", function() return vim.deep_equal(output(), {"two"}) end)
vim.cmd("silent undo")

-- An exception, at the call that raised it.
vim.cmd("edit! raises.ml")
vim.cmd("OCamlRun")
until_("exception", function() return #vim.diagnostic.get(0) > 0 end)
check("its place", diagnostics(), {{3, 20, 1, 'Failure("too much")'}})

-- A program without an end is interrupted, though it catches what interrupts it.
vim.cmd("edit endless.ml")
vim.cmd("OCamlRun")
until_("endless", function() return #vim.diagnostic.get(0) > 0 end)
check("interrupted", vim.diagnostic.get(0)[1].message, 'Lua.Error("interrupted: it ran for longer than 1000 ms")')
check("its output", output()[1], "it starts")

-- A plugin: its callbacks, their errors, reloading it.
vim.cmd("edit plugin.ml")
local source = vim.api.nvim_get_current_buf()
save()
until_("plugin", function() return ocaml.exports(source) ~= nil end)
vim.cmd("edit new.txt")
check("autocommand", lines(), {"new: new.txt"})
type_text("<F5><F5>")
check("key", lines(), {"pressed 2", "pressed 1", "new: new.txt"})
vim.cmd("Shout hey you")
check("command", lines()[1], "HEY YOU")
check("exports", ocaml.exports(source).pressed(), 2)
local ok, why = pcall(vim.cmd, "Fail")
check("an error in a callback", ok == false and why:match('Failure%("from a command"%)') ~= nil, true)
ok, why = pcall(vim.cmd, "Spin")
check("a callback without an end", ok == false and why:match("interrupted") ~= nil, true)
vim.cmd("Shout still there")
check("it goes on", lines()[1], "STILL THERE")
vim.cmd("bwipeout!")
vim.cmd("buffer " .. source)
local old = ocaml.exports(source)
vim.cmd("OCamlReload")
until_("reload", function() return ocaml.exports(source) ~= nil and ocaml.exports(source) ~= old end)
check("a fresh start", ocaml.exports(source).pressed(), 0)
vim.cmd("OCamlStop")
check("stopped", vim.fn.exists(":Shout"), 0)

-- Lua to look at, and as a file.
vim.cmd("edit! raises.ml")
vim.cmd("OCamlLua")
until_("Lua", function() return vim.bo.filetype == "lua" end)
check("at the program", vim.fn.getline("."), "do local function unit_Raises()")
vim.cmd("bwipeout!")
vim.cmd("edit! words.ml")
vim.cmd("OCamlCompile words.out.lua")
until_("a file", function() return vim.fn.filereadable("words.out.lua") == 1 end)
check("which loads", type(loadfile("words.out.lua")), "function")

-- The cache serves what is there; it needn't be writable.
local cache = require("ocaml.cache")
check("cached", #cache.list() > 3, true)
vim.cmd("edit! raises.ml")
local translate, calls = require("ocaml.translate"), 0
local translated = translate.translate
translate.translate = function(...)
  calls = calls + 1
  return translated(...)
end
local function again(name, expected)
  local done
  local before = calls
  ocaml.translate(0, function(lua) done = lua and "lua" or "none" end)
  until_(name, function() return done end)
  check(name .. ": translated", calls - before, expected)
  return done
end
check("hit", again("hit", 0), "lua")
vim.cmd("OCamlClearCache")
check("cleared", #cache.list(), 0)
check("miss", again("miss", 1), "lua")
local folder = cache.folder
cache.folder = function() return "/dev/null/cache" end
check("no cache", again("no cache", 1), "lua")
cache.folder = folder

-- No ocamlc; bytecode that is there already; bytecode that is damaged.
ocaml.setup({ocamlc = "ocamlc-that-is-not-there"})
cache.clear()
check("no ocamlc", again("no ocamlc", 0), "none")
check("it says so", messages[#messages], "ocaml: ocamlc-that-is-not-there is not in PATH")
vim.fn.system({"ocamlc", "-o", "raises.bc", "words.ml"})
check("bytecode beside it", again("beside", 1), "lua")
local file = io.open("raises.bc", "r+b")
file:seek("set", 5000)
file:write(("\255"):rep(2000))
file:close()
check("damaged", again("damaged", 1), "none")
check("it says so", messages[#messages]:match("raises.bc: .*") ~= nil, true)
os.remove("raises.bc")
ocaml.setup({ocamlc = "ocamlc"})
check("unknown setting", pcall(ocaml.setup, {lives = true}), false)

-- The examples: the picker, run live; the template, as its Makefile has compiled it.
vim.cmd("edit! picker.ml")
vim.cmd("OCamlRun")
local picker = vim.api.nvim_get_current_buf()
until_("picker", function() return ocaml.exports(picker) ~= nil end)
local score = ocaml.exports(picker).score
check("no match", score("xyz", "words.ml"), nil)
check("a start is better", score("w", "my_words") > score("w", "myw_ord"), true)
vim.fn.mkdir("tree/deep", "p")
for _, name in ipairs({"alpha.txt", "beta.txt", "deep/gamma.txt"}) do vim.fn.writefile({name}, "tree/" .. name) end
vim.cmd("cd tree")
vim.cmd("Pick")
check("the prompt is a float", vim.api.nvim_win_get_config(0).relative, "editor")
type_text("igam<CR>")
check("it opens what matches", vim.fn.expand("%:t"), "gamma.txt")
check("and leaves no window", #vim.tbl_filter(function(w) return vim.api.nvim_win_get_config(w).relative ~= "" end, vim.api.nvim_list_wins()), 0)
vim.cmd("cd ..")
vim.opt.runtimepath:append(vim.fn.getcwd() .. "/template")
vim.cmd("runtime plugin/hello.lua")
vim.cmd("Hello you")
check("template", messages[#messages], "Hello you!")

-- The buffer may be gone before its translation is there.
vim.cmd("edit! greet.ml")
vim.cmd("OCamlRun")
vim.cmd("bwipeout!")
vim.wait(500)

vim.cmd("checkhealth ocaml")
local report = table.concat(lines(), "\n")
check("checkhealth", report:find("ERROR", 1, true), nil)
T.finish()
