-- :checkhealth ocaml
local M = {}

function M.check()
  local health = vim.health or require("health")
  local start, ok = health.start or health.report_start, health.ok or health.report_ok
  local warn, wrong = health.warn or health.report_warn, health.error or health.report_error
  local settings = require("ocaml").settings
  start("lua_of_ocaml")
  local compiler = require("ocaml.translate").compiler()
  if compiler then ok("the compiler: " .. compiler)
  else wrong("lua_of_ocaml.lua is not in 'runtimepath'", {"Install the folder of a release, or build the target `nvim`."}) end
  if jit then ok(jit.version) else warn("no LuaJIT: programs run several times slower") end
  start("OCaml")
  for _, name in ipairs({"ocamlc", "ocamldep"}) do
    local path = vim.fn.exepath(settings[name])
    if path ~= "" then ok(name .. ": " .. path .. ", " .. vim.trim(vim.fn.system({path, "-version"})))
    else wrong(settings[name] .. " is not in PATH", {"Install OCaml 4.08 to 5.4, or set `" .. name .. "` in setup()."}) end
  end
  if vim.fn.executable(settings.dune) == 1 then ok("dune: " .. vim.fn.exepath(settings.dune))
  else warn("dune is not in PATH: only needed in projects that use it") end
  start("Cache")
  local cache = require("ocaml.cache")
  local done, why = cache.put("health", "")
  local bytes = 0
  local list = cache.list()
  for _, file in ipairs(list) do bytes = bytes + file.bytes end
  if done then ok(("%s: %d files, %.1f MB"):format(cache.folder(), #list, bytes / 1e6))
  else warn("the cache can't be written, so nothing is kept: " .. tostring(why)) end
end

return M
