# Time, text and files.

# Microseconds since 1970.
function(loo_now out)
  string(TIMESTAMP now "%s%f")
  set(${out} "${now}" PARENT_SCOPE)
endfunction()

# Seconds with one digit.
function(loo_seconds_between began ended out)
  math(EXPR tenths "(${ended} - ${began} + 50000) / 100000")
  math(EXPR whole "${tenths} / 10")
  math(EXPR digit "${tenths} % 10")
  set(${out} "${whole}.${digit}" PARENT_SCOPE)
endfunction()

# `1m42s`, `8.3s`
function(loo_duration began ended out)
  math(EXPR seconds "(${ended} - ${began}) / 1000000")
  if(seconds LESS 60)
    loo_seconds_between(${began} ${ended} seconds)
    set(${out} "${seconds}s" PARENT_SCOPE)
  else()
    math(EXPR minutes "${seconds} / 60")
    math(EXPR seconds "${seconds} % 60")
    set(${out} "${minutes}m${seconds}s" PARENT_SCOPE)
  endif()
endfunction()

# `text` with blanks behind it, `width` wide.
function(loo_pad text width out)
  string(LENGTH "${text}" length)
  if(length LESS width)
    math(EXPR missing "${width} - ${length}")
    string(REPEAT " " ${missing} blanks)
    string(APPEND text "${blanks}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# A reader sees the old file or the whole new one.
function(loo_write_atomically file text)
  file(WRITE "${file}.part" "${text}")
  file(RENAME "${file}.part" "${file}")
endfunction()

# The words of `command` as a shell reads them.
function(loo_shell_words command out)
  set(words "")
  foreach(word IN LISTS command)
    if(NOT word MATCHES "^[A-Za-z0-9_./:=+,-]+$")
      string(REPLACE "'" "'\\''" word "${word}")
      set(word "'${word}'")
    endif()
    list(APPEND words "${word}")
  endforeach()
  list(JOIN words " " words)
  set(${out} "${words}" PARENT_SCOPE)
endfunction()

# A line to the standard output (message() writes to the standard error).
function(loo_print text)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "${text}")
endfunction()

# `text` as a JSON string, with its quotes.
function(loo_json_string text out)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  string(REPLACE "\n" "\\n" text "${text}")
  string(REPLACE "\t" "\\t" text "${text}")
  set(${out} "\"${text}\"" PARENT_SCOPE)
endfunction()
