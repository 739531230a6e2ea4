-- What can be wrong: each is said once, in one line, and at its place where it has one; and the next program runs.
-- `arg`: the folder of another OCaml's programs, or "".
local T = dofile(vim.fn.fnamemodify(debug.getinfo(1, "S").source:sub(2), ":h") .. "/helpers.lua")
local check, write, messages = T.check, T.write, T.messages
local ocaml, cache, files = require("ocaml"), require("ocaml.cache"), require("ocaml.files")
local defaults = vim.deepcopy(ocaml.settings)
local function ocamlc(...)
  local said = vim.fn.system({"ocamlc", ...})
  if vim.v.shell_error ~= 0 then error(said, 0) end
end
local function bytes(name, change)
  local text = change(assert(files.read(name)))
  files.write(name, text)
end

local count = 0
-- wrong(NAME, MESSAGE, LINE, LINES OF w.ml...): what is said begins like this, and stands at this line of the buffer, from 1.
local function wrong(name, message, line, ...)
  count = count + 1
  local before = #messages
  T.edit("w.ml", ...)
  T.run(name)
  check(name .. ": once", #messages - before, 1)
  check(name, messages[#messages]:sub(1, #message + 7), "ocaml: " .. message)
  check(name .. ": one line", messages[#messages]:find("\n", 1, true), nil)
  local lines = vim.tbl_map(function(d) return d.lnum + 1 end, vim.diagnostic.get(0, {severity = vim.diagnostic.severity.ERROR}))
  check(name .. ": where", lines, {line})
  vim.fn.delete("w.mli")
  vim.fn.delete("w.bc")
  ocaml.settings = vim.deepcopy(defaults)
  T.edit("right.ml", "let () = print_endline \"right\"")
  T.prints(name .. ": it goes on", {"right"})
end
local function set(settings) ocaml.setup(vim.tbl_extend("force", {timeout = 300}, settings or {})) end

-- OCaml.
wrong("syntax", "w.ml:2: Syntax error", 2, "let x = 1", "let y = )")
wrong("a comment without an end", "w.ml:1: Comment not terminated", 1, "(* it goes on")
wrong("a string without an end", "w.ml:2: String literal not terminated", 2, "", "let s = \"it goes on")
wrong("a character", "w.ml:1: Illegal character (\\001)", 1, "let x = \1 1")
wrong("a type", "w.ml:3: This expression has type string", 3, "", "", "let n = 1 + \"2\"")
wrong("a value", "w.ml:1: Unbound value prnt", 1, "let () = prnt 1")
wrong("a module", "w.ml:1: Unbound module Nowhere", 1, "let () = Nowhere.f ()")
write("w.mli", "val x : int")
wrong("an interface", "w.ml:1: The implementation w.ml", 1, "let x = \"no int\"")
write("other.ml", "let x = 1 +")
wrong("another module", "other.ml:2: Syntax error", nil, "let y = Other.x")
write("other.ml", "let x = W.y")
wrong("modules that need each other", "other.ml:1: Unbound module W", nil, "let y = Other.x")

-- Libraries, and the words for ocamlc.
vim.fn.mkdir("library")
write("library/page.ml", "let size = Helper.size")
write("library/helper.ml", "let size = 3")
ocamlc("-I", "library", "-a", "-o", "library/helper.cma", "library/helper.ml")
ocamlc("-I", "library", "-a", "-o", "library/page.cma", "library/page.ml")
local uses = "let () = print_int Page.size"
set({flags = {"-I", "library", "page.cma"}})
wrong("a library that another one needs", "w.ml:1: Module `Helper' is unavailable", 1, uses)
set({flags = {"-I", "library", "nowhere.cma"}})
wrong("no such library", "w.ml:1: Cannot find file", 1, uses)
set({flags = {"-no-such-flag"}})
wrong("no such flag", "", 1, uses)
write("library/helper.ml", "let size = 4 let more = 1")
ocamlc("-I", "library", "-a", "-o", "library/helper.cma", "library/helper.ml")
set({flags = {"-I", "library", "helper.cma", "page.cma"}})
wrong("interfaces that don't fit", "w.ml:1: Files ", 1, uses)
bytes("library/page.cma", function(text) return text:sub(1, 20) .. ("\255"):rep(#text - 20) end)
wrong("a damaged library", "", 1, uses)
bytes("library/page.cma", function() return "no library" end)
set({flags = {"-I", "library", "page.cma"}})
wrong("no library at all", "", 1, uses)
if arg and arg[1] and arg[1] ~= "" then
  vim.fn.system({arg[1] .. "/ocamlc", "-c", "library/helper.ml"})
  set({flags = {"-I", "library", "helper.cmo"}})
  wrong("a unit of another OCaml", "", 1, "let () = print_int Helper.size")
else
  print("SKIP a unit of another OCaml: not built (scripts/ocaml5)\n")
end
write("w.ml", "")
wrong("a primitive", "the runtime lacks the primitive `caml_no_such`", 1, "external f : int -> int = \"caml_no_such\"", "let () = print_int (f 1)")

-- Bytecode that is there.
write("hello.ml", "let () = print_endline \"hello\"")
local function bytecode(change)
  vim.fn.delete("w.ml")
  write("w.ml", "let () = ()")
  ocamlc("-o", "w.bc", "hello.ml")
  bytes("w.bc", change)
end
bytecode(function() return "" end)
wrong("empty bytecode", "w.bc: the file is empty", 1)
bytecode(function() return "let () = ()" end)
wrong("text", "w.bc: this is not OCaml bytecode", 1)
bytecode(function(text) return text:sub(1, #text / 2) end)
wrong("half of it", "w.bc: ", 1)
bytecode(function(text) return text:sub(1, 4000) .. ("\255"):rep(2000) .. text:sub(6001) end)
wrong("damage", "w.bc: ", 1)
bytecode(function(text) return (text:gsub("Caml1999X%d%d%d$", "Caml1999X999")) end)
wrong("a newer OCaml's", "w.bc: ", 1)

-- Programs.
wrong("an exception", 'Failure("bad")', 1, "let f () = 1 + failwith \"bad\"", "let () = print_int (1 + f ())")
wrong("an assertion", 'Assert_failure("w.ml", 3, 9)', 3, "", "", "let () = assert false")
wrong("an exit", "the program ended with status 3", 1, "let () = exit 3")
wrong("an error of Lua", "Lua.Error(\"bad\")", 1, "let () = Lua.(error (of_string \"bad\"))")
set()
wrong("no end", "Lua.Error(\"interrupted: it ran for longer than 300 ms\")", 1, "let () = while true do () done")
set({timeout = 20000})
wrong("no end of recursion", "Stack_overflow", 1, "let rec f n = 1 + f (n + 1)", "let () = print_int (f 0)")

-- The machine.
set({ocamlc = "no-ocamlc"})
wrong("no ocamlc", "no-ocamlc is not in PATH", 1, "let () = ()")
set({ocamldep = "no-ocamldep"})
wrong("no ocamldep", "no-ocamldep is not in PATH", 1, "let () = () (* 2 *)")
write("broken", "#!/bin/sh", "echo it is broken >&2", "exit 1")
vim.fn.system({"chmod", "+x", "broken"})
set({ocamlc = vim.fn.getcwd() .. "/broken"})
wrong("a broken ocamlc", vim.fn.getcwd() .. "/broken -", 1, "let () = ()")
local write_file = files.write
files.write = function()
  files.write = write_file
  return false, "No space left on device"
end
wrong("a full disk", "w.ml can't be copied: No space left on device", 1, "let () = () (* 3 *)")

-- A cache that can't be written, or not to its end, is no error.
for name, put in pairs({unwritable = cache.folder, full = cache.put}) do
  local folder = cache.folder
  if name == "unwritable" then cache.folder = function() return "/dev/null/cache" end
  else cache.put = function() return false, "No space left on device" end end
  local before = #messages
  T.edit("right.ml", ("let () = print_endline %q"):format(name))
  T.prints("a cache that is " .. name, {name})
  check("it says nothing", #messages, before)
  cache.folder = folder
  if name == "full" then cache.put = put end
end

-- Commands.
local function command(name, message)
  count = count + 1
  local before = #messages
  vim.cmd(name)
  T.until_(name, function() return #messages > before end)
  check(name, messages[#messages]:sub(1, #message), message)
end
command("OCamlCompile /dev/null/w.lua", "ocaml: /dev/null/w.lua can't be written: ")
T.edit("w.ml", "let () = Lua.(export \"stop\" (make (unit @-> returning unit) (fun () -> failwith \"no\")))")
T.run("a program to be stopped")
command("OCamlStop", "ocaml: stop: Failure(\"no\")")
local ok, why = pcall(ocaml.setup, {lives = true})
check("settings", {ok, why:match("ocaml: unknown setting `lives`$") ~= nil}, {false, true})
print(count .. " wrong inputs\n")
T.finish()
