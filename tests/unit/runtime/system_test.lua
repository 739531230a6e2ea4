-- host.lua, sys.lua, obj.lua, weak.lua, gc.lua, domain.lua, dynlink.lua, backtrace.lua, printexc.lua: the host, the heap, errors.

return function(rt, t)
  local fails = t.raises_with
  -- directories and files
  local dir = os.tmpname()
  os.remove(dir)
  local sub = dir .. "/it's a dir"
  rt.caml_sys_mkdir(dir, 493)
  rt.caml_sys_mkdir(sub, 448)
  fails("Sys_error", dir .. ": File exists", rt.caml_sys_mkdir, dir, 493)
  fails("Sys_error", dir .. "/no/no: No such file or directory", rt.caml_sys_mkdir, dir .. "/no/no", 493)
  t.eq(rt.caml_sys_file_exists(sub), 1)
  t.eq(rt.caml_sys_file_exists(sub .. "x"), 0)
  t.eq(rt.caml_sys_file_exists("a\0b"), 0)
  t.eq(rt.caml_sys_is_directory(sub), 1)
  fails("Sys_error", sub .. "x: No such file or directory", rt.caml_sys_is_directory, sub .. "x")
  local file = dir .. "/file one"
  local f = assert(io.open(file, "wb"))
  f:write("x")
  f:close()
  assert(io.open(dir .. "/empty", "wb")):close()
  t.eq({rt.caml_sys_file_exists(file), rt.caml_sys_is_directory(file), rt.caml_sys_is_regular_file(file)}, {1, 0, 1})
  t.eq({rt.caml_sys_is_directory("/dev/null"), rt.caml_sys_is_regular_file("/dev/null")}, {0, 0})
  fails("Sys_error", file .. "/x: Not a directory", rt.caml_sys_mkdir, file .. "/x", 493)
  local names = rt.caml_sys_read_directory(dir)
  table.remove(names, 1)
  table.sort(names)
  t.eq(names, {"empty", "file one", "it's a dir"})
  fails("Sys_error", file .. ": Not a directory", rt.caml_sys_read_directory, file)
  fails("Sys_error", "/nowhere/x: No such file or directory", rt.caml_sys_read_directory, "/nowhere/x")
  fails("Sys_error", dir .. ": Is a directory", rt.caml_sys_remove, dir)
  fails("Sys_error", "/nowhere/x: No such file or directory", rt.caml_sys_remove, "/nowhere/x")
  fails("Sys_error", "No such file or directory", rt.caml_sys_rename, "/nowhere/x", file)
  rt.caml_sys_rename(file, sub .. "/moved")
  t.eq(rt.caml_sys_file_exists(file), 0)
  local old = rt.caml_sys_getcwd(0)
  t.eq(old:sub(1, 1), "/")
  rt.caml_sys_chdir(sub)
  t.eq(rt.caml_sys_getcwd(0), sub)
  t.eq(rt.caml_sys_file_exists("moved"), 1)
  t.eq(rt.caml_sys_system_command("test -f moved"), 0)
  t.eq(#rt.caml_sys_read_directory("."), 2)
  fails("Sys_error", "nothing: No such file or directory", rt.caml_sys_chdir, "nothing")
  fails("Sys_error", "nothing: No such file or directory", rt.caml_sys_open, "nothing", {0, 0, 0}, 0)
  rt.caml_sys_chdir("..")
  t.eq(rt.caml_sys_getcwd(0), dir)
  rt.caml_sys_chdir(old)
  t.eq(rt.caml_sys_getcwd(0), old)
  rt.rt_cwd.dir = nil
  fails("Sys_error", sub .. ": Directory not empty", rt.caml_sys_rmdir, sub)
  rt.caml_sys_remove(sub .. "/moved")
  rt.caml_sys_remove(dir .. "/empty")
  rt.caml_sys_rmdir(sub)
  rt.caml_sys_rmdir(dir)
  t.eq(rt.caml_sys_file_exists(dir), 0)
  -- processes, environment
  t.eq(rt.caml_sys_system_command("exit 3"), 3)
  t.eq(rt.caml_sys_system_command("kill -9 $$"), 255)
  t.eq(rt.caml_sys_system_command("true"), 0)
  t.ok(#rt.caml_sys_getenv("PATH") > 0)
  t.eq(t.raises(rt.caml_sys_getenv, "NO_SUCH_VARIABLE_HERE")[2], "Not_found")
  t.ok(rt.caml_sys_time(0) >= 0)
  t.ok(#rt.caml_sys_random_seed(0) >= 2)
  t.eq(rt.caml_sys_get_config(0), {0, "Unix", t.intwidth == 63 and 64 or 32, 0})
  t.eq(rt.caml_sys_const_int_size(0), t.intwidth)
  t.ok(rt.caml_sys_argv(0)[2]:find("run.lua", 1, true) ~= nil)
  t.eq(rt.caml_install_signal_handler(-6, {0, 1}), 0)
  t.eq(rt.caml_install_signal_handler(-6, 1), {0, 1})
  fails("Invalid_argument", "Sys.signal: unavailable signal", rt.caml_install_signal_handler, 1000, 0)

  -- Obj
  t.eq({rt.caml_obj_tag(1), rt.caml_obj_tag("s"), rt.caml_obj_tag({-1}), rt.caml_obj_tag(print), rt.caml_obj_tag({5, 1}),
    rt.caml_obj_tag(1.5), rt.caml_obj_tag({254, 1.5})}, {1000, 252, 252, 247, 5, 253, 254})
  t.eq(rt.caml_obj_block(3, 2), {3, 0, 0})
  t.eq(rt.caml_obj_block(254, 1), {254, t.f(0)})
  t.eq(rt.caml_obj_dup({4, 1, 2}), {4, 1, 2})
  local block = rt.caml_obj_block(252, 3)
  t.eq(rt.caml_string_of_bytes(block), ("\0"):rep(3 * rt.caml_sys_const_word_size(0) / 8 - 1), "a block of bytes")
  for _, b in ipairs({rt.rt_bytes_table("0123456789"), rt.caml_bytes_of_string("0123456789")}) do
    t.eq(rt.caml_obj_tag(b), 252)
    t.eq(rt.caml_obj_dup(b), b)
    t.eq(rt.caml_obj_with_tag(252, b), b)
    t.eq(rt.caml_obj_reachable_words(b), 3)
  end
  t.eq(rt.caml_obj_with_tag(7, {4, 1, 2}), {7, 1, 2})
  local b = {1, 2, 3, 4}
  rt.caml_obj_truncate(b, 1)
  t.eq(b, {1, 2})
  t.eq(rt.caml_obj_raw_field({0, 5}, 0), {255, "_n", 11})
  rt.caml_obj_set_raw_field(b, 0, {255, "_n", -13})
  t.eq(b[2], -7)
  t.eq(rt.caml_obj_reachable_words({0, "abc", {0, 1, 2}, 3}), 4 + 2 + 3)
  local id = rt.caml_fresh_oo_id(0)
  t.eq(rt.caml_set_oo_id({248, 0, 0}), {248, 0, id + 1})
  for n = 0, 6 do
    local meths = {0, n, 7}
    for i = 1, n do
      meths[2 * i + 2] = "m" .. i
      meths[2 * i + 3] = i * 10 - 30
    end
    for i = 1, n do t.eq(rt.caml_get_public_method({248, meths, 0}, i * 10 - 30), "m" .. i, "method") end
    t.eq(rt.caml_get_public_method({248, meths, 0}, 5), 0)
    t.eq(rt.caml_get_public_method({248, meths, 0}, -100), 0)
  end
  -- let rec
  local d = rt.caml_alloc_dummy(3)
  t.eq(d, {0, 0, 0, 0})
  rt.caml_update_dummy(d, {2, "a", "b", "c"})
  t.eq(d, {2, "a", "b", "c"})
  local df = rt.caml_alloc_dummy_function(3, 2)
  rt.caml_update_dummy(df, function(a, b2, c, x) return (a or 0) + (b2 or 100) + (c or 1000) + (x or 10000) end)
  t.eq(df(1, 2), 11003)
  t.eq(df(1, 2, 3, 4), 10)
  t.eq(rt.caml_obj_tag(df), 247)
  local again = rt.caml_alloc_dummy(1)
  rt.caml_update_dummy(again, df)
  t.eq(again(1, 2, 3, 4), 10)
  fails("Failure", "let rec: a string or a number can't be defined in place", rt.caml_update_dummy, again, "s")
  local lazy = {246, print}
  t.eq({rt.caml_lazy_update_to_forcing(lazy), lazy[1], rt.caml_lazy_update_to_forcing(lazy)}, {0, 244, 1})
  rt.caml_lazy_reset_to_lazy(lazy)
  t.eq(lazy[1], 246)
  local ref = rt.caml_atomic_make_contended(5)
  t.eq({rt.caml_atomic_fetch_add(ref, 3), rt.caml_atomic_cas(ref, 8, 1), rt.caml_atomic_cas(ref, 8, 2),
    rt.caml_atomic_exchange(ref, 9), rt.caml_atomic_load(ref)}, {5, 1, 0, 1, 9})

  -- weak arrays and ephemerons
  local w = rt.caml_weak_create(3)
  t.eq(#w - 1, 5, "Obj.size of a weak array of 3")
  local keep = {0, 1}
  rt.caml_weak_set(w, 0, {0, keep})
  rt.caml_weak_set(w, 1, {0, {0, 2}})
  rt.caml_weak_set(w, 2, {0, 42})
  rt.caml_gc_full_major(0)
  t.eq({rt.caml_weak_check(w, 0), rt.caml_weak_check(w, 1), rt.caml_weak_check(w, 2)}, {1, 0, 1})
  t.ok(rt.caml_weak_get(w, 0)[2] == keep)
  local copy = rt.caml_weak_get_copy(w, 0)[2]
  t.ok(copy ~= keep and copy[2] == 1)
  t.eq(rt.caml_weak_get(w, 1), 0)
  rt.caml_weak_blit(w, 0, w, 1, 2)
  t.ok(rt.caml_weak_get(w, 1)[2] == keep and rt.caml_weak_get(w, 2) == 0)
  fails("Invalid_argument", "Weak.get", rt.caml_weak_get, w, 3)
  local e = rt.caml_ephe_create(2)
  local k1, k2 = {0, 1}, {0, 2}
  rt.caml_ephe_set_key(e, 0, k1)
  rt.caml_ephe_set_data(e, "data")
  t.eq(rt.caml_ephe_get_data(e), {0, "data"})
  rt.caml_ephe_set_key(e, 1, k2)
  t.eq(rt.caml_ephe_get_data(e), {0, "data"})
  rt.caml_gc_full_major(0)
  t.eq(rt.caml_ephe_check_data(e), 1)
  k2 = nil
  rt.caml_gc_full_major(0)
  t.eq({rt.caml_ephe_check_key(e, 0), rt.caml_ephe_check_key(e, 1), rt.caml_ephe_check_data(e)}, {1, 0, 0})
  t.ok(k1 ~= nil)
  rt.caml_ephe_set_data(e, {0, 7})
  rt.caml_ephe_unset_key(e, 0)
  rt.caml_ephe_unset_key(e, 1)
  rt.caml_ephe_set_data(e, {0, 7})
  t.eq(rt.caml_ephe_get_data_copy(e), {0, {0, 7}})
  rt.caml_ephe_unset_data(e)
  t.eq(rt.caml_ephe_get_data(e), 0)
  -- a key that its data mentions goes, one of three does, too; and keys look as they did
  local function held(n, ...)
    local keys, eph = {...}, rt.caml_ephe_create(n)
    for i = 1, n do rt.caml_ephe_set_key(eph, i - 1, keys[i]) end
    rt.caml_ephe_set_data(eph, {0, keys[1]})
    return eph
  end
  local first, middle = {0, 1}, rt.caml_bytes_of_string("bytes")
  local own, three, text = held(1, {0, 5}), held(3, first, {0, 2}, "text"), held(2, "text", middle)
  t.eq({rt.caml_ephe_check_data(own), rt.caml_ephe_check_data(three), rt.caml_ephe_check_data(text)}, {1, 1, 1})
  rt.caml_gc_full_major(0)
  t.eq({rt.caml_ephe_check_data(own), rt.caml_ephe_check_data(three), rt.caml_ephe_check_data(text)}, {0, 0, 1})
  t.eq({#first, rt.caml_compare(first, {0, 1}), rt.caml_ephe_get_data(text)}, {2, 0, {0, {0, "text"}}})
  rt.caml_ephe_unset_key(text, 1)
  t.ok(middle and rt.caml_ephe_get_data(text) ~= 0)
  -- finalisers
  local log = {}
  do
    local v = {0, "v"}
    rt.caml_final_register_called_without_value(function(u) log[#log + 1] = u end, v)
    v = nil
  end
  rt.caml_gc_full_major(0)
  t.eq(log, {0}, "finalise_last")
  if not rawget(_G, "newproxy") then
    rt.caml_final_register(function(v) log[#log + 1] = v[2] end, {0, "gone"})
    rt.caml_gc_full_major(0)
    t.eq(log, {0, "gone"}, "finalise")
  end
  fails("Invalid_argument", "Gc.finalise", rt.caml_final_register, print, 3)
  -- Gc
  local stat = rt.caml_gc_stat(0)
  t.eq(#stat, 18)
  t.ok(stat[7] > 0)
  t.eq(#rt.caml_gc_get(0), 12)
  local pause, speed = collectgarbage("setpause", 200), collectgarbage("setstepmul", 200)
  local control = rt.caml_gc_get(0)
  control[4] = 60
  rt.caml_gc_set(control)
  t.eq(rt.caml_gc_get(0)[4], 60)
  t.eq(collectgarbage("setpause", 200), 160)
  t.ok(collectgarbage("setstepmul", 200) > 160)
  rt.caml_gc_set(control) -- as it was: the host's pause stays
  t.eq(collectgarbage("setpause", pause), 200)
  collectgarbage("setstepmul", speed)
  t.eq(#rt.caml_gc_counters(0), 4)
  t.ok(rt.caml_runtime_parameters(0):find("^b=0,"))
  fails("Failure", "Gc.Memprof.start: this host can't sample allocations", rt.caml_memprof_start, 0.5, 10, {0})

  -- domains
  local driven, failure = rt.rt_drive(function()
    local sync = {0, 0, rt.caml_ml_mutex_new(0), rt.caml_ml_condition_new(0)}
    rt.caml_domain_dls_set({0, 1})
    t.eq(rt.caml_domain_spawn(function()
      t.eq({rt.caml_ml_domain_id(0), rt.caml_domain_dls_get(0)}, {1, 0})
      return 33
    end, sync), 1)
    t.eq(sync[2], {0, {0, 33}})
    t.eq({rt.caml_ml_domain_id(0), rt.caml_domain_dls_get(0)}, {0, {0, 1}})
    rt.caml_domain_spawn(function() rt.caml_failwith("no") end, sync)
    t.eq(sync[2][2][2][3], "no")
    rt.caml_ml_mutex_lock(sync[3])
    t.eq(rt.caml_ml_mutex_try_lock(sync[3]), 0)
    fails("Sys_error", "Mutex.lock: Resource deadlock avoided", rt.caml_ml_mutex_lock, sync[3])
    rt.caml_ml_mutex_unlock(sync[3])
    fails("Sys_error", "Mutex.unlock: Operation not permitted", rt.caml_ml_mutex_unlock, sync[3])
    -- a poll is the others' turn, but not where Lua has called
    local log, entered = {}, rt.rt_exports.entered
    rt.caml_domain_spawn(function()
      log[#log + 1] = "new"
      rt.rt_next_turn()
      log[#log + 1] = "new again"
      return 0
    end, sync)
    rt.rt_exports.entered = 2
    rt.rt_next_turn()
    log[#log + 1] = "main"
    rt.rt_exports.entered = entered
    rt.rt_next_turn()
    t.eq(log, {"new", "main", "new again"})
    -- all wait: the main domain is told
    local function refused(f)
      local ok, e = rt.rt_try(f)
      return not ok and e[3]
    end
    rt.caml_ml_mutex_lock(sync[3])
    t.eq(refused(function() rt.caml_ml_condition_wait(sync[4], sync[3]) end),
      "Condition.wait: there is no other domain that could signal")
    local held, other = rt.caml_ml_mutex_new(0), rt.caml_ml_mutex_new(0)
    rt.caml_domain_spawn(function()
      rt.caml_ml_mutex_lock(held)
      rt.caml_ml_mutex_lock(other)
      rt.caml_ml_condition_wait(rt.caml_ml_condition_new(0), other)
    end, {0, 0, rt.caml_ml_mutex_new(0), rt.caml_ml_condition_new(0)})
    t.eq(refused(function() rt.caml_ml_mutex_lock(held) end), "Mutex.lock: Resource deadlock avoided")
    t.eq(held.waiting, {})
  end)
  t.ok(driven, failure)
  t.eq(rt.caml_convert_raw_backtrace({0}), {0})

  -- allocations of a program that asks for them
  for _, m in ipairs({t.with("allocations"), t.with("allocations", "ocaml52")}) do
    local done, failure = m.rt_drive(function()
      local log = {}
      local function note(name, result)
        return function(x)
          log[#log + 1] = name .. " " .. (type(x) == "table" and x[2] .. " " .. x[3] .. " " .. x[4] or x)
          return result or {0, name}
        end
      end
      local tracker = {0, note("minor"), note("major"), note("promote"), note("gone", 0), note("gone later", 0)}
      local before, is_shared = m.caml_gc_minor_words(0), m.caml_obj_is_shared
      t.raises_with("Failure", m.features.ocaml52 and "Gc.Memprof.stop: no profile running." or "Gc.Memprof.stop: not started.",
        m.caml_memprof_stop, 0)
      t.raises_with("Invalid_argument", "Gc.Memprof.start", m.caml_memprof_start, 0 / 0, 1, tracker)
      t.raises_with("Invalid_argument", "Gc.Memprof.start", m.caml_memprof_start, t.f(1), -1, tracker)
      local profile = m.caml_memprof_start(t.f(1), 1, tracker)
      local large = {0}
      for i = 2, 301 do large[i] = i end
      local kept = {m.rt_allocated({0, 1, 2}, 2), m.rt_allocated(large),
        m.caml_input_value_from_bytes(m.caml_output_value_to_string({0, {1, 5}, "12345678"}, 0), 0)}
      m.rt_allocated({-10, 0, 0, 0, 0, 0, 0, 0, 0, 0})
      m.rt_allocated({0})
      m.rt_allocated(function() end, 4)
      t.eq(log, {"minor 3 2 0", "major 301 300 0", "minor 3 2 1", "minor 2 1 1", "minor 3 2 0", "minor 5 4 0"})
      t.eq(m.caml_gc_minor_words(0) - before, t.f(3 + 3 + 2 + 3 + 3 + 5))
      t.eq(m.caml_gc_counters(0), {0, m.caml_gc_minor_words(0), 0.0, t.f(301)})
      t.eq({is_shared(kept[1]), is_shared({0, 1}), is_shared(1)}, {0, 1, 1})
      log = {}
      m.caml_gc_minor(0)
      t.eq(is_shared(kept[1]), 1)
      t.eq(log, {"promote minor", "promote minor", "promote minor", "gone minor", "gone minor"})
      kept[1], log = nil, {}
      m.caml_gc_full_major(0)
      t.eq(log, {"gone later promote"})
      if m.features.ocaml52 then
        t.raises_with("Failure", "Gc.Memprof.discard: profile not stopped.", m.caml_memprof_discard, profile)
        m.caml_memprof_stop(0)
        kept, log = nil, {}
        m.caml_gc_full_major(0)
        t.eq(#log, 2)
        m.caml_memprof_discard(profile)
      else
        m.caml_memprof_stop(0)
        kept, log = nil, {}
        m.caml_gc_full_major(0)
        t.eq(log, {})
      end
      t.raises_with("Failure", "Gc.Memprof.discard: profile already discarded.", m.caml_memprof_discard, profile)
      -- what a callback raises comes out where the block is made, which is then not tracked
      m.caml_memprof_start(t.f(1), 0, {0, function() m.rt_allocated({0, 1}, 1) m.caml_raise_not_found() end, 0, 0, 0, 0})
      t.eq(t.raises(m.rt_allocated, {0, 1}, 1), m.caml_exn_Not_found)
      m.caml_memprof_stop(0)
      m.caml_memprof_start(t.f(0), 0, tracker)
      log = {}
      m.rt_allocated({0, 1}, 1)
      t.eq(log, {})
      m.caml_memprof_stop(0)
      -- blocks that are one allocation: the tracker is told of them behind the last, of no more once it has stopped
      local told, words = {}, m.caml_gc_minor_words(0)
      m.caml_memprof_start(t.f(1), 0, {0, function(info)
        told[#told + 1] = info[3]
        if #told == 5 then m.caml_memprof_stop(0) end
        return 0
      end, 0, 0, 0, 0})
      for _ = 1, 2 do
        m.rt_joined({0, 1}, 1)
        m.rt_joined({0, 1, 2}, 2)
        t.eq(#told % 3, 0)
        m.rt_allocated({0, 1, 2, 3}, 3)
      end
      t.eq(told, {1, 2, 3, 1, 2})
      t.eq(m.caml_gc_minor_words(0) - words, t.f(18))
    end)
    t.ok(done, failure)
  end

  -- units that come one by one: tables of places in any order of their lines, and again; the runtime's D and P
  local open = t.with("backtraces", "open")
  for _, above in ipairs({9, 0, 9, 3}) do
    local source = ("\n"):rep(above) .. "local k, above = ... k.rt_located('', above)\n"
    assert((loadstring or load)(source, "@units"))(open, tostring(above))
  end
  t.eq(#open.rt_backtrace.units, 3)
  for i, above in ipairs({0, 3, 9}) do
    t.eq({open.rt_backtrace.units[i].line, open.rt_backtrace.units[i].codes}, {above + 1, tostring(above)})
  end
  if debug.upvaluejoin then
    local depths, D, P = {}, 7, 8
    local function unit()
      depths[#depths + 1], depths[#depths + 2] = D, P
      D, P = 5, 6
    end
    open.rt_run_unit(unit)
    t.eq({D, P}, {7, 8}, "D and P of the chunk")
    open.rt_run_unit(unit)
    t.eq(depths, {0, 0, 0, 0}, "D and P of the runtime")
    open.rt_exports.table = {}
    local ok, e = pcall(open.rt_run_unit, function() D, P = 5, 6 error(open.caml_exn_Not_found) end)
    t.eq({ok, e}, {false, "Not_found"})
    open.rt_exports.table = nil
    open.rt_run_unit(unit)
    t.eq(depths[5], 0, "D after an exception")
  end

  -- backtraces of a program that keeps places: these lines, by their distance from the call of rt_located
  local kept = t.with("backtraces")
  local known = t.with("backtraces", "ocaml52")
  local function places(k)
    local source = "local k, f = ...\nk.rt_located('a.ml\\nA.f\\nA\\n', 'MACCEAKOACUAAOIMADHIEMwC')\n" ..
      "local v = f()\nk.caml_failwith('no')\nlocal v = f()\nlocal v = f()\n"
    return assert((loadstring or load)(source, "@places"))(k, function() return 0 end)
  end
  for _, k in ipairs({kept, known}) do
    local slots
    local running = k.rt_drive(function()
      k.caml_record_backtrace(1)
      local ok, e = pcall(places, k)
      t.ok(not ok and e[3] == "no")
      slots = k.caml_get_exception_raw_backtrace(0)
      t.eq(k.caml_backtrace_status(0), 1)
    end)
    t.ok(running)
    t.eq(slots, {0, 4})
    t.eq(k.caml_raw_backtrace_length(slots), 1)
    t.eq(k.caml_raw_backtrace_slot(slots, 0), 4)
    t.raises_with("Invalid_argument", "Printexc.get_raw_backtrace_slot: index out of bounds", k.caml_raw_backtrace_slot, slots, 1)
    t.raises_with("Invalid_argument", "Printexc.get_raw_backtrace_slot: index out of bounds", k.caml_raw_backtrace_slot, slots, -1)
    t.eq(k.caml_convert_raw_backtrace_slot(5), {1, 0})
    t.eq(k.caml_convert_raw_backtrace_slot(99), {1, 0})
    t.eq(k.rt_backtrace_line(3, 0), 'Raised by primitive operation at A.f in file "a.ml", line 1, characters 2-5')
    t.eq(k.rt_backtrace_line(3, 1), 'Called from A.f in file "a.ml", line 1, characters 2-5')
    t.eq(k.rt_backtrace_line(4, 0), 'Raised at A in file "a.ml", line 11, characters 0-7')
    t.eq(k.rt_backtrace_line(4, 1), 'Re-raised at A in file "a.ml", line 11, characters 0-7')
    t.eq(k.rt_backtrace_line(5, 1), "Called from unknown location")
    k.caml_restore_raw_backtrace(e, {0, 6, 5})
    t.eq(k.caml_get_exception_raw_backtrace(0), {0, 6, 5})
    t.eq(k.caml_wrap_exception("a.lua:1: of Lua"), {0, k.caml_exn_Lua_error, "a.lua:1: of Lua"})
    t.eq(k.caml_get_exception_raw_backtrace(0), {0})
    k.caml_restore_raw_backtrace(e, {0, 6})
    k.caml_record_backtrace(0)
    t.eq(k.caml_get_exception_raw_backtrace(0), {0})
  end
  t.eq(kept.caml_convert_raw_backtrace({0, 3, 6}), {0, {0, 0, "a.ml", 1, 2, 5, 0, "A.f"}, {0, 0, "a.ml", 8, 4, 40, 0, "A.f"}})
  t.eq(known.caml_convert_raw_backtrace({0, 3, 6}),
    {0, {0, 0, "a.ml", 1, 2, 5, 1, 5, 0, "A.f"}, {0, 0, "a.ml", 8, 4, 40, 10, 6, 0, "A.f"}})
  t.eq(kept.rt_backtrace_line(6, 1), 'Called from A.f in file "a.ml", line 8, characters 4-40')
  t.eq(known.rt_backtrace_line(6, 1), 'Called from A.f in file "a.ml", lines 8-10, characters 4-6')
  fails("Failure", "a program in Lua has no bytecode sections", rt.caml_get_section_table, 0)
  fails("Invalid_argument", "Unix.fork not implemented", rt.caml_unix_fork, 0)
  -- a pipe is of no use without a process; two at once, or a file in place of a stream, no host has
  local ends = rt.caml_unix_pipe(0)
  fails("Invalid_argument", "Unix.read of a pipe without a process not implemented", rt.caml_unix_read, ends[2], {-2, 0}, 0, 1)
  fails("Invalid_argument", "Unix.create_process not implemented", rt.caml_unix_spawn, "/bin/sh", {0, "sh"}, 0, 0,
    {0, ends[2], ends[3], 2})
  fails("Invalid_argument", "Unix.dup not implemented", rt.caml_unix_dup, 0, ends[2])
  rt.caml_unix_close(ends[2])
  rt.caml_unix_close(ends[3])
  t.raises(rt.caml_unix_waitpid, 0, 12345)
  fails("Invalid_argument", "Unix.fstat not implemented", rt.unix_fstat_64, 0)
  fails("Invalid_argument", "Unix.select not implemented", rt.unix_select, {0, 0, 0}, 0, 0, 1.0)

  -- exceptions as text
  local function text(e2) return rt.rt_format_exception(e2) end
  t.eq(text(rt.caml_exn_Not_found), "Not_found")
  t.eq(text({0, rt.caml_exn_Failure, "a\"b"}), 'Failure("a"b")')
  t.eq(text({0, rt.caml_exn_Match_failure, {0, "f.ml", 1, -2}}), 'Match_failure("f.ml", 1, -2)')
  t.eq(text({0, {248, "M.E", 9}, {0, 1, 2}}), "M.E(_)")
  t.eq(text({0, {248, "M.E", 9}, 1, "x", 2.5}), 'M.E(1, "x", _)')
  t.eq(#text({0, rt.caml_exn_Failure, ("x"):rep(1000)}), 255)
end
