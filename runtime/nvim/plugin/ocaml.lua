-- The commands; what they do is loaded when the first one is used.
if vim.g.loaded_ocaml then return end
vim.g.loaded_ocaml = true
if vim.fn.has("nvim-0.7") == 0 then
  vim.notify("ocaml: Neovim 0.7 or later is needed", vim.log.levels.ERROR)
  return
end

local function command(name, call, options)
  vim.api.nvim_create_user_command(name, function(given)
    require("ocaml")[call](given)
  end, options)
end

command("OCamlRun", "command_run", {range = "%", nargs = "*", desc = "Compile and run the buffer, or a range of it"})
command("OCamlReload", "command_reload", {nargs = 0, desc = "Compile and run the buffer again, after its `stop`"})
command("OCamlCompile", "command_compile", {nargs = "?", complete = "file", desc = "Compile the buffer to a Lua file"})
command("OCamlLua", "command_lua", {nargs = 0, desc = "Show the buffer's Lua beside it"})
command("OCamlStop", "command_stop", {nargs = 0, desc = "Call what the running program exports as `stop`"})
command("OCamlClearCache", "command_clear_cache", {nargs = 0, desc = "Remove all cached translations"})
