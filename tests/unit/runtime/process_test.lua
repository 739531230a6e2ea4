-- What only a process of its own can show: standard streams, exit codes, uncaught exceptions, hosts without io and os.
-- Each case runs a few lines with `rt` in a child of this same interpreter.

return function(rt, t, variant)
  local here = (arg[0] or ""):match("^(.*)/[^/]*$") or "."
  local lua = arg[-1]
  local i = -1
  while arg[i] do
    lua = arg[i]
    i = i - 1
  end
  local features = {}
  for name in pairs(rt.features) do features[#features + 1] = ("%q"):format(name) end
  local script = os.tmpname()
  --- Runs `code` with `input` through a pipe; stdout and stderr together, and the exit code.
  local function run(code, input)
    local f = assert(io.open(script, "wb"))
    f:write("package.path = '", here, "/?.lua;' .. package.path\n",
      "local rt = require('linker').new('", here, "/../../../runtime/lua', {", table.concat(features, ", "), "})\n", code)
    f:close()
    local p = assert(io.popen("{ printf '" .. (input or "") .. "'; } | '" .. lua .. "' '" .. script .. "' one 'two 2' 2>&1; printf '%d' $?"))
    local out = p:read("*a")
    p:close()
    return out:match("^(.*[^%d])(%d+)$") or "", tonumber(out:match("(%d+)$"))
  end
  local function check(what, code, want, status, input)
    local out, got = run(code, input)
    t.eq(out, want, what)
    t.eq(got, status, what .. ": exit code")
  end

  check("argv", [[
    local argv = rt.caml_sys_argv(0)
    io.write(#argv, argv[3], argv[4], rt.caml_sys_executable_name(0) == argv[2] and "!" or "?", "\n")]], "4onetwo 2!\n", 0)
  -- input from a pipe, in pieces, byte for byte
  check("stdin", [[
    local ic = rt.caml_ml_open_descriptor_in(0)
    local oc = rt.caml_ml_open_descriptor_out(1)
    while true do
      local n = rt.caml_ml_input_scan_line(ic)
      if n == 0 then break end
      local s = rt.rt_chan_take(ic, n < 0 and -n or n)
      rt.caml_ml_output(oc, "[" .. s:gsub("%z", "0") .. "]", 0, #s + 2)
    end
    rt.caml_ml_output(oc, rt.caml_sys_isatty(ic) .. "\n", 0, 2)
    rt.caml_ml_flush(oc)]], "[one\n][\n][t0o\r\n][last]0\n", 0, "one\\n\\nt\\000o\\r\\nlast")
  -- a dialogue: the first line arrives before the second one is sent
  check("dialogue", [[
    local ic = rt.caml_ml_open_descriptor_in(0)
    local function line()
      rt.rt_chan_take(ic, rt.caml_ml_input_scan_line(ic))
      local p = io.popen("date +%s.%N")
      local now = tonumber((p:read("*l")))
      p:close()
      return now
    end
    local first = line()
    io.write(line() - first > 0.1 and "apart\n" or "at once\n")]], "apart\n", 0, "a\\n'; sleep 0.3; printf 'b\\n")
  check("order", [[
    local out, err = rt.caml_ml_open_descriptor_out(1), rt.caml_ml_open_descriptor_out(2)
    rt.caml_ml_output(out, "late\n", 0, 5)
    rt.caml_ml_output(err, "early\n", 0, 6)
    rt.caml_ml_flush(err)
    rt.caml_ml_flush(out)
    rt.caml_ml_output(out, "lost", 0, 4)
    rt.caml_sys_exit(7)]], "early\nlate\n", 7)
  check("exit code", "io.write('x\\n') rt.caml_sys_exit(256 + 5)", "x\n", 5)
  -- uncaught exceptions
  check("fatal error", [[
    local out = rt.caml_ml_open_descriptor_out(1)
    rt.caml_register_named_value("Pervasives.do_at_exit", function() rt.caml_ml_flush(out) return 0 end)
    rt.caml_ml_output(out, "before\n", 0, 7)
    local ok, e = pcall(rt.caml_failwith, "so")
    rt.rt_main_error(e)]], "before\nFatal error: exception Failure(\"so\")\n", 2)
  check("handler", [[
    rt.caml_register_named_value("Printexc.handle_uncaught_exception", function(e, b)
      io.write("handled ", e[2], " ", b, "\n")
      return 0
    end)
    rt.rt_main_error(rt.caml_exn_Not_found)]], "handled Not_found 0\n", 2)
  check("an error of Lua", "rt.rt_main_error('some text')", "Fatal error: exception Lua.Error(\"some text\")\n", 2)
  -- a host without io, os, debug, package; not Neovim, whose print ends no line before the next one and which has libuv
  local bare = rawget(_G, "vim") and function() end or check
  bare("bare host", [[
    local write, leave = io.write, os.exit
    io, os, debug, package = nil, nil, nil, nil
    local oc = rt.caml_ml_open_descriptor_out(1)
    rt.caml_ml_output(oc, "by print\nrest", 0, 13)
    rt.caml_ml_flush(oc)
    rt.caml_ml_output(oc, "!\n", 0, 2)
    rt.caml_ml_flush(oc)
    local ic = rt.caml_ml_open_descriptor_in(0)
    write(rt.caml_ml_input_scan_line(ic), " ", #rt.caml_sys_random_seed(0) > 1 and 1 or 0, "\n")
    local function say(f, ...)
      local ok, e = pcall(f, ...)
      write(ok and "ok" or e.rt_exit and "exit " .. e.rt_exit or type(e[3]) == "string" and e[3] or e[2], "\n")
    end
    say(rt.caml_sys_open, "f", {0, 0, 0}, 0)
    say(rt.caml_sys_getenv, "HOME")
    say(rt.caml_sys_remove, "f")
    say(rt.caml_sys_is_directory, "d")
    say(rt.caml_sys_system_command, "ls")
    say(rt.caml_sys_time, 0)
    say(rt.caml_sys_exit, 3)
    say(rt.rt_main_error, {rt_exit = 4})
    leave(0)]], "by print\nrest!\n0 1\nf: No such file or directory\nNot_found\nf: No such file or directory\n"
    .. "d: No such file or directory\nls: this host has no os.execute\nthis host has no os.clock\nexit 3\nexit 4\n", 0)
  os.remove(script)
end
