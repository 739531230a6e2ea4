// Bytes that a program makes of a string and writes into. Bytes.unsafe_of_string is the
// string itself, which Lua can't change: OCaml's libraries call it on whole strings to read
// them, so it must cost nothing. Where a function stores into what it got from there itself,
// or into such a value of a unit, the program gets bytes of their own, by `rt_bytes_table`
// (runtime/lua/bytes.lua); the string stays as it is, where OCaml's changes. A store into
// bytes that a function was given, and that are a string, raises. Linear.
#pragma once

#include "ir/ir.h"

namespace loo {

// Behind the optimizer, which has put small functions where they are called.
void own_bytes(Program& program);

} // namespace loo
