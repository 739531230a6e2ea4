-- str.lua: every regexp and text of expect/str.lua, replacement texts, errors.

return function(rt, t)
  local expect = t.expect("str")
  for _, case in ipairs(expect) do
    for i, text in ipairs(expect.texts) do
      local got = {rt.re_string_match(case.re, text, 0), rt.re_partial_match(case.re, text, 0),
        rt.re_search_forward(case.re, text, 0), rt.re_search_forward(case.re, text, math.floor(#text / 2)),
        rt.re_search_backward(case.re, text, #text)}
      t.eq(got, case.results[i], case.name .. " on " .. text)
    end
  end
  local re = expect[1].re
  t.raises_with("Invalid_argument", "Str.search_forward", rt.re_search_forward, re, "abc", 4)
  t.raises_with("Invalid_argument", "Str.string_match", rt.re_string_match, re, "abc", -1)
  t.eq(rt.re_replacement_text("<\\0|\\1>\\\\\\n", {0, 1, 3, 2, 3}, "abcd"), "<bc|c>\\\\n")
  t.eq(rt.re_replacement_text("", {0, 1, 3}, "abcd"), "")
  t.raises_with("Failure", "Str.replace: illegal backslash sequence", rt.re_replacement_text, "a\\", {0, 1, 3}, "abcd")
  t.raises_with("Failure", "Str.replace: reference to unmatched group", rt.re_replacement_text, "\\1", {0, 1, 3}, "abcd")
  t.raises_with("Failure", "Str.replace: reference to unmatched group", rt.re_replacement_text, "\\1", {0, 1, 3, -1, -1}, "ab")

  -- BLAKE2b: the vector of RFC 7693, and others from Python's hashlib
  local function hex(s) return (s:gsub(".", function(c) return string.format("%02x", c:byte()) end)) end
  t.eq(hex(rt.caml_blake2_string(64, "", "abc", 0, 3)),
    "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
  t.eq(hex(rt.caml_blake2_string(16, "", "", 0, 0)), "cae66941d9efbd404e4d88758ea67670")
  t.eq(hex(rt.caml_blake2_string(32, "", ("x"):rep(128), 0, 128)), "164ffb7089bae6f5a62fb0795e751dc9e88eac92e1a5b2fafe93a25abf2d9c3b")
  t.eq(hex(rt.caml_blake2_string(32, "key", ("ab"):rep(500), 3, 900)), "e7b89447daba8249c580983907799df101b6268a67dc0a3d5e6b77f224d1e447")
  local ctx = rt.caml_blake2_create(32, "key")
  for i = 0, 8 do rt.caml_blake2_update(ctx, ("ab"):rep(500), 3 + 100 * i, 100) end
  t.eq(hex(rt.caml_blake2_final(ctx, 32)), "e7b89447daba8249c580983907799df101b6268a67dc0a3d5e6b77f224d1e447")
end
