-- What users do besides writing one program in a plain folder: odd names, buffers without any, buffers that go away, two
-- programs at once, an editor that is closed at work.
local T = dofile(vim.fn.fnamemodify(debug.getinfo(1, "S").source:sub(2), ":h") .. "/helpers.lua")
local check, edit, prints = T.check, T.edit, T.prints
local ocaml = require("ocaml")
ocaml.setup({timeout = 1000})
local home = vim.fn.getcwd()

-- Names with blanks, with what Vim's patterns and lists of paths are made of, and beyond ASCII.
local odd = home .. "/a b, [c] {d} 'e' \"f\" $g *h* ünï % #"
vim.fn.mkdir(odd)
edit(odd .. "/words.ml", "let name = \"odd\"")
edit(odd .. "/my prög.ml", "let () = print_endline Words.name")
prints("odd names", {"odd"})
T.write(odd .. "/words.ml", "let name = \"changed\"")
prints("a module beside it changes", {"changed"})
vim.cmd("silent OCamlCompile " .. odd:gsub("[%%#]", "\\%0") .. "/out put.lua")
T.until_("a file", function() return vim.fn.filereadable(odd .. "/out put.lua") == 1 end)
edit(odd .. "/my prög.ml", "let () = print_endline Words.nome")
T.run("an error")
check("the error is said, not the warning", T.messages[#T.messages]:match("^ocaml: my prög.ml:1: Unbound value Words.nome") ~= nil, true)
check("an error in an odd place", T.diagnostics()[2], {0, "Unbound value Words.nome"}) -- [1]: the name is odd
vim.cmd("silent OCamlLua") -- which there is none of
vim.cmd("enew!")

-- A buffer that is no file, or none of OCaml's; another current folder while it's compiled.
vim.api.nvim_buf_set_lines(0, 0, -1, false, {"let () = print_endline Sys.argv.(1)"})
prints("no name", {"x"}, {arguments = {"x"}})
vim.cmd("cd /")
prints("no name, and a folder that can't be written", {"x"}, {arguments = {"x"}})
vim.cmd("cd " .. vim.fn.fnameescape(home))
edit("notes.txt", "let () = print_endline \"notes\"")
prints("no name of OCaml's", {"notes"})
vim.cmd("edit /no/such/folder/new.ml")
vim.api.nvim_buf_set_lines(0, 0, -1, false, {"let () = print_endline \"nowhere\""})
prints("a folder that isn't there", {"nowhere"})
vim.cmd("OCamlCompile")
T.until_("it can't be written", function() return T.messages[#T.messages]:match("^ocaml: /no/such/folder/new.lua can't be written") end)
vim.cmd("bwipeout!")
edit("cd.ml", "let () = print_endline \"cd\"")
local done
ocaml.run(0, {done = function(result) done = result and result.ok end})
vim.cmd("cd /")
T.until_(":cd", function() return done ~= nil end)
check("another current folder", {done, T.output()}, {true, {"cd"}})
vim.cmd("cd " .. vim.fn.fnameescape(home))

-- What is written to a link goes where it leads; what is no file stays what it is.
vim.fn.system({"sh", "-c", "echo >target.lua; ln -s target.lua link.lua; mkfifo pipe"})
local piped
vim.fn.jobstart({"cat", "pipe"}, {stdout_buffered = true, on_stdout = function(_, lines) piped = lines[1] end})
edit("cd.ml")
vim.cmd("OCamlCompile link.lua")
T.until_("a link", function() return vim.fn.getfsize("target.lua") > 1 end)
check("it is still one", vim.fn.getftype("link.lua"), "link")
vim.cmd("OCamlCompile pipe")
T.until_("a pipe", function() return piped end)
check("it is still one", vim.fn.getftype("pipe"), "fifo")
check("it gets the Lua", piped, vim.fn.readfile("target.lua")[1])

-- Folders among the flags are as seen from the source.
vim.fn.mkdir("deps")
T.write("deps/dep.ml", "let dep = \"dep\"")
vim.fn.system({"ocamlc", "-a", "-o", "deps/dep.cma", "deps/dep.ml"})
for _, flags in ipairs({{"-I", "deps", "dep.cma"}, {"-I", "deps", "deps/dep.cma"}}) do
  ocaml.setup({flags = flags})
  edit("uses.ml", "let () = print_endline Dep.dep")
  prints(table.concat(flags, " "), {"dep"})
end
ocaml.setup({flags = {}})

-- A program reads: there is nothing. Output of which the buffer has been unloaded, or wiped out.
edit("reads.ml", "let () = print_endline (try read_line () with End_of_file -> \"the end\")")
prints("stdin", {"the end"})
vim.cmd("bunload! " .. vim.fn.bufnr("^ocaml://output$"))
prints("an unloaded output", {"the end"})
vim.cmd("bwipeout! " .. vim.fn.bufnr("^ocaml://output$"))
prints("no output any more", {"the end"})
vim.api.nvim_feedkeys("q:", "xt", false)

-- Two programs at once; a newer run of the same; a buffer that is gone.
edit("second.ml", "let () = print_endline \"second\"")
local second = vim.api.nvim_get_current_buf()
edit("first.ml", "let () = Lua.export \"first\" (Lua.of_int 1)")
local first, results = vim.api.nvim_get_current_buf(), {}
for i, buffer in ipairs({first, second, first}) do
  ocaml.run(buffer, {done = function(result) results[i] = result and "ran" or "not" end})
end
T.until_("all end", function() return results[1] and results[2] and results[3] end)
check("the newest of each", results, {"not", "ran", "ran"})
check("exports", ocaml.exports(first).first, 1)
results = {}
ocaml.run(first, {done = function(result) results[1] = result and "ran" or "not" end})
vim.cmd("bwipeout! " .. first)
T.until_("the end", function() return results[1] end)
check("a buffer that is gone", results, {"not"})
edit("second.ml")
prints("the next", {"second"})
check("its program is forgotten", ocaml.exports(first), nil)

-- A program within a program's call of the editor: the clock of the outer one goes on.
edit("command.ml", "let () = Vim.Command.create \"Inner\" (fun _ -> ())")
T.run("a command")
edit("outer.ml", "let () = Vim.cmd \"Inner\"; while true do () done")
check("interrupted", T.run("outer").message:match("interrupted") ~= nil, true)

-- Callbacks in coroutines, whose callees yield; the clock stands still meanwhile. Main code runs in none.
edit("yields.ml", "let ask = Lua.get (Lua.global \"coroutine\") \"yield\"",
  "let twice f = Lua.(to_int (call f [ of_int 1 ]) + to_int (call f [ of_int 2 ]))",
  "let () = Lua.(export \"twice\" (make (value @-> returning int) twice))",
  "let () = if Array.length Sys.argv > 1 then print_int (twice ask)")
T.run("a program")
local co = coroutine.create(function() return ocaml.exports(0).twice(coroutine.yield) end)
check("yields", {coroutine.resume(co)}, {true, 2}) -- OCaml starts from the right
check("without a hook", debug.gethook(), nil)
vim.wait(1200) -- longer than the time for callbacks
check("yields again", {coroutine.resume(co, 20)}, {true, 1})
check("and ends", {coroutine.resume(co, 22)}, {true, 42})
check("outside a coroutine", select(2, pcall(ocaml.exports(0).twice, coroutine.yield)):match("attempt to yield"), "attempt to yield")
check("main code", T.run("main code", {arguments = {"x"}}).message:match("attempt to yield"), "attempt to yield")

-- Many modules beside it.
for i = 1, 100 do T.write("m" .. i .. ".ml", ("let n = %s + 1"):format(i > 90 and "M" .. (i - 1) .. ".n" or "0")) end
edit("many.ml", "let () = print_int M100.n")
prints("many modules", {"11"})

-- Closed at work, at different times.
edit("long.ml", "let () = print_string (String.concat \"\" (List.map string_of_int (List.init 10 Fun.id)))")
for _, after in ipairs({0, 20, 100, 300, 1000}) do
  local editor = T.editor("long.ml", {"OCamlRun", "lua vim.defer_fn(function() vim.cmd('qa!') end, " .. after .. ")"},
    {XDG_CACHE_HOME = home .. "/cache" .. after})
  T.until_("closed after " .. after .. " ms", function() return editor.status end)
  check("closed after " .. after .. " ms", editor.status, 0)
end

-- Threads that answer while it ends.
T.write("answers.lua", unpack(vim.split([[
local function main()
  local uv = vim.uv or vim.loop
  return function(ms)
    local stop = uv.hrtime() + tonumber(ms) * 1e6
    while uv.hrtime() < stop do uv.sleep(1) end
    return "", "late"
  end
end
for ms = 101, 200 do
  require("ocaml.task").start(function() require("ocaml.thread").start(main)(tostring(ms)) end)
end
vim.defer_fn(function() vim.cmd("qa!") end, 150)
]], "\n")))
for _ = 1, 5 do
  local editor = T.editor("long.ml", {"luafile answers.lua"})
  T.until_("threads answer", function() return editor.status end)
  check("threads answer", editor.status, 0)
end
T.finish()
