-- Units in the editor: what is translated when, what a reload keeps, and what is wrong with units. The current folder is
-- this test's; the argument, if any, is the folder of another OCaml's programs.
local T = dofile(vim.fn.fnamemodify(debug.getinfo(1, "S").source:sub(2), ":h") .. "/helpers.lua")
local check, write, edit, output, diagnostics, messages = T.check, T.write, T.edit, T.output, T.diagnostics, T.messages
local ocaml = require("ocaml")
local cache, translate = require("ocaml.cache"), require("ocaml.translate")
ocaml.setup({timeout = 1000})

-- What the compiler is asked: the file, or its units; and the last unit's object file, with the answer.
local asked, object, answer = {}, nil, nil
local ask = translate.translate
translate.translate = function(what, file, text, names)
  for word in (names or vim.fn.fnamemodify(file, ":t")):gmatch("%S+") do asked[#asked + 1] = what .. " " .. word end
  local lua, kind, wrong = ask(what, file, text, names)
  if what == "units" and text ~= "" then object, answer = text, lua end
  return lua, kind, wrong
end
local function runs(name, expected, options)
  asked = {}
  local result = T.run(name, options)
  if expected then check(name, result and output() or messages[#messages], expected) end
  return result
end
-- Runs what may use units of libraries that nobody has used before: a whole program, while these are translated.
local function runs_at_first(name, expected)
  runs(name .. ", at first", expected)
  local units, first = require("ocaml.units"), asked
  T.until_(name .. ": nothing lacks", function() return units.lacking == 0 end)
  runs(name, expected)
  asked = vim.list_extend(first, asked)
end
local function reloads(name, expected) return runs(name, expected, {reload = true}) end

-- Reload: what neither changed nor needs what did keeps its state.
write("a.ml", "let count = ref 0", "let () = print_endline \"a starts\"", "let () = at_exit (fun () -> print_endline \"a at exit\")",
  "let next () = incr count; !count", "let () = Lua.export \"from_a\" (Lua.of_int 1)")
edit("b.ml", "let () = Printf.printf \"b %d\\n\" (A.next ())", "let () = Lua.export \"first\" (Lua.of_int 1)",
  "let () = Lua.(export \"stop\" (make (unit @-> returning unit) (fun () -> print_endline \"b stops\")))")
runs_at_first("run", {"a starts", "b 1", "a at exit"})
local function asked_for(name)
  return #vim.tbl_filter(function(word) return word == name end, asked)
end
check("a whole program, once", asked_for("program b.ml"), 1)
check("a unit of the library", asked_for("units CamlinternalFormat"), 1)
check("not all of them", asked_for("units Stdlib__Scanf"), 0)
check("the runtime", asked_for("runtime runtime"), 1)
check("exported", {ocaml.exports(0).from_a, ocaml.exports(0).first}, {1, 1})
reloads("nothing changed: the buffer's unit runs", {"b stops", "b 2"})
check("nothing is translated", asked, {})
edit("b.ml", "let () = Printf.printf \"b again %d\\n\" (A.next ())", "let () = Lua.export \"second\" (Lua.of_int 2)")
reloads("b changed: a keeps its state", {"b stops", "b again 3"})
check("b alone is translated", asked, {"units b.cmo"})
require("ocaml.files").write("b.cmo", object)
vim.fn.system({arg[2], "compile", "--unit", "b.cmo", "--target", translate.target, "--debug-info", "-o", "b.unit.lua"})
check("to what the compiler in C++ makes of it", answer == require("ocaml.files").read("b.unit.lua"), true)
vim.fn.delete("b.cmo")
check("what a has exported stays", {ocaml.exports(0).from_a, ocaml.exports(0).first, ocaml.exports(0).second}, {1, nil, 2})
local a = vim.fn.readfile("a.ml")
a[2] = "let () = print_endline \"a STARTS\""
write("a.ml", unpack(a))
reloads("a changed: b runs, too", {"a STARTS", "b again 1", "a at exit"})
check("a alone is translated", asked, {"units a.cmo"})
reloads("and keeps the new state", {"b again 2"})
runs("run starts afresh", {"a STARTS", "b again 1", "a at exit"})
check("without a translation", asked, {})
-- The library stays, with its channels and what it knows.
edit("b.ml", "let () = Random.init 7; print_string \"no line feed\"; Format.printf \"@[x@]\"; exit (A.next () - 2)")
check("exit", reloads("exit").ok, true)
check("its output", output(), {"no line feedx"})
reloads("a program that has ended starts afresh", nil)
check("afresh", output(), {"a STARTS", "no line feeda at exit", "x"})

-- What fails runs again when it is mended; what it needs has kept its state.
edit("b.ml", "let n = A.next ()", "let () = failwith (string_of_int n)")
local failed = runs("failure")
check("where it failed", {failed.ok, failed.message, diagnostics()}, {false, 'Failure("1")', {{1, 'Failure("1")'}}})
edit("b.ml", "let () = Printf.printf \"mended %d\\n\" (A.next ())")
runs("an old program", {"a STARTS", "mended 1", "a at exit"})
edit("b.ml", "let n = A.next ()", "let () = while n > 0 do () done")
check("interrupted", reloads("endless").message:match("interrupted") ~= nil, true)
edit("b.ml", "let () = Printf.printf \"mended %d\\n\" (A.next ())")
reloads("mended", {"mended 3"})
-- Deep recursion through units that were loaded apart.
write("deep.ml", "let rec sum f = function [] -> 0 | x :: rest -> let y = f x in y + sum f rest")
edit("c.ml", "let () = print_int (Deep.sum (fun x -> List.length [ x ]) (List.init 100000 (fun i -> i)))")
runs("deep", {"100000"})
reloads("deep again", {"100000"})
edit("c.ml", "let () = Printexc.record_backtrace true", "let f () = List.assoc 1 []",
  "let () = try ignore (f () + 1) with Not_found -> print_string (Printexc.get_backtrace ())")
local trace = {'Raised at Stdlib__List.assoc in file "list.ml"', 'Called from C in file "c.ml", line 3'}
for _, again in ipairs({runs, reloads}) do
  if again == runs then runs_at_first("backtrace") else again("backtrace") end
  check("a backtrace", vim.tbl_map(function(line) return line:match('^.* line 3') or line:match('^[^,]*') end, output()), trace)
end

-- Another editor, or this one after a start: translations are found in the cache.
local function forgets()
  collectgarbage()
  collectgarbage()
  for _, name in ipairs({"units", "run", "build"}) do package.loaded["ocaml." .. name] = nil end
  package.loaded.ocaml = nil
  ocaml = require("ocaml")
  ocaml.setup({timeout = 1000})
end
edit("b.ml", "let () = Printf.printf \"%d\\n\" (A.next ())")
runs("before", {"a STARTS", "1", "a at exit"})
forgets()
runs("a fresh start", {"a STARTS", "1", "a at exit"})
check("all is in the cache", asked, {})
-- Damaged files are as good as none: of each of them that is met, what it holds is translated again.
local function damage(of)
  for _, file in ipairs(cache.list()) do
    local text = table.concat(vim.fn.readfile(file.path, "b"), "\n")
    if text:find(of, 1, true) then
      local out = assert(io.open(file.path, "wb"))
      out:write(text:sub(1, 3000), "x", text:sub(3002))
      out:close()
    end
  end
end
damage("lua_of_ocaml unit: CamlinternalFormat (library)")
forgets()
runs_at_first("damaged", {"a STARTS", "1", "a at exit"})
check("one unit is translated", asked, {"program b.ml", "units CamlinternalFormat"})
for _, file in ipairs(cache.list()) do write(file.path, "-- damaged") end
forgets()
runs_at_first("all damaged", {"a STARTS", "1", "a at exit"})
check("all is translated", {asked_for("units CamlinternalFormat"), asked_for("runtime runtime"), asked_for("list stdlib.cma")}, {1, 1, 1})
ocaml.setup({cache = false})
runs("no cache", {"a STARTS", "1", "a at exit"})
ocaml.setup({cache = true})

-- A library: its units, its order; one that doesn't fit its interface, and one that isn't there.
local function ocamlc(...)
  local said = vim.fn.system({"ocamlc", ...})
  if vim.v.shell_error ~= 0 then error(said, 0) end
end
vim.fn.mkdir("library")
local folder = vim.fn.getcwd() .. "/library"
local function library(text)
  write("library/page.ml", "let size = 3", text)
  write("library/never.ml", "let () = print_endline \"never linked\"")
  ocamlc("-I", folder, "-a", "-o", folder .. "/book.cma", folder .. "/page.ml", folder .. "/never.ml")
end
library("let title = \"one\"")
ocaml.setup({flags = {"-I", folder, "book.cma"}})
edit("d.ml", "let () = Printf.printf \"%s %d\\n\" Page.title Page.size")
runs_at_first("a library", {"one 3"})
library("let title = \"two\"")
runs_at_first("which has changed", {"two 3"})
check("its unit is translated", asked_for("units Page"), 1)
write("library/page.ml", "let title = \"three\" let size = 4 let more = 5")
ocamlc("-c", folder .. "/page.ml")
runs("a stale library")
check("does not fit", vim.diagnostic.get(0)[1].message:match("inconsistent assumptions over interface Page") ~= nil, true)
ocaml.setup({flags = {"-I", folder, "missing.cma"}})
runs("a missing library")
check("is not there", messages[#messages]:match("Cannot find file \"?missing.cma") ~= nil, true)
local where = vim.trim(vim.fn.system({"ocamlc", "-where"}))
ocaml.setup({flags = {"-I", vim.fn.isdirectory(where .. "/str") == 1 and "+str" or "+.", "str.cma"}})
edit("e.ml", "let () = print_string (Str.global_replace (Str.regexp \"o+\") \"0\" \"foo boo\")")
runs_at_first("str", {"f0 b0"})
ocaml.setup({flags = {}})
edit("f.ml", "let x = Nowhere.y")
runs("a missing module")
check("a missing module", diagnostics(), {{0, "Unbound module Nowhere"}})
edit("f.ml", "external no_such : int -> int = \"caml_no_such\"", "let () = print_int (no_such 1)")
runs("a missing primitive")
check("a missing primitive", diagnostics(), {{0, "the runtime lacks the primitive `caml_no_such`"}})
edit("f.ml", "let _f ?(x = 1) = x", "let () = print_endline \"warned\"")
runs("a warning", {"warned"})
check("it is shown", #diagnostics(), 1)
runs("the warning again", {"warned"})
check("it is shown again", #diagnostics(), 1)

edit("f.ml", "let before = Gc.minor_words ()", "let list = List.init 100 string_of_int",
  "let () = Printf.printf \"%b\\n\" (Gc.minor_words () -. before > 200. && List.length list = 100)")
runs_at_first("allocations", {"true"})
check("of a whole program", asked_for("program f.ml"), 1)

-- Another OCaml.
local other = arg and arg[1]
if other and other ~= "" then
  edit("g.ml", "let () = Printf.printf \"%c\\n\" Sys.ocaml_version.[0]")
  runs_at_first("this OCaml")
  local this = output()[1]
  ocaml.setup({ocamlc = other .. "/ocamlc", ocamldep = other .. "/ocamldep"})
  reloads("another OCaml", {"5"})
  ocaml.setup({ocamlc = "ocamlc", ocamldep = "ocamldep"})
  reloads("this OCaml again", {this})
else
  print("SKIP another OCaml: not built (scripts/ocaml5)\n")
end

-- The cache is bounded: what was used longest ago goes.
local function bounded(name, files, bytes)
  local all, kept, size = cache.list(), {}, 0
  for i, file in ipairs(all) do
    vim.loop.fs_utime(file.path, 1000 - i, 1000 - i)
    size = size + file.bytes
    if i <= files and size <= bytes then kept[#kept + 1] = file.path end
  end
  local max_files, max_bytes = cache.max_files, cache.max_bytes
  cache.max_files, cache.max_bytes = files, bytes
  cache.shrink()
  cache.max_files, cache.max_bytes = max_files, max_bytes
  check(name, vim.tbl_map(function(file) return file.path end, cache.list()), kept)
end
bounded("at most so many files", #cache.list() - 3, math.huge)
bounded("at most so many bytes", math.huge, cache.list()[1].bytes + cache.list()[2].bytes)

-- Two more editors at once, whose caches are empty.
cache.clear()
edit("h.ml", "let () = Printf.printf \"%d\\n\" (Hashtbl.hash 1 * 0 + 7)")
local script = "lua require('ocaml').run(0, {done = function(r) vim.wait(60000, function() return require('ocaml.units').lacking == 0 end) "
  .. "vim.fn.writefile({r and r.ok and 'ok' or 'no'}, vim.env.RESULT) vim.cmd('qa!') end})"
local ended = {}
for i = 1, 2 do
  ended[i] = T.editor("h.ml", {script}, {RESULT = "result" .. i})
end
T.until_("the editors end", function() return ended[1].status and ended[2].status end)
check("the editors end", {ended[1].status, ended[2].status}, {0, 0})
for i = 1, 2 do check("editor " .. i, vim.fn.filereadable("result" .. i) == 1 and vim.fn.readfile("result" .. i), {"ok"}) end
forgets()
runs("the third", {"7"})
check("finds what they have left", asked, {})

T.finish()
