// Strings that are put together: OCaml's `^` makes bytes, copies two strings into them and
// takes the bytes for a string. Lua has an operator for that, which copies once.
#pragma once

#include "ir/ir.h"

namespace loo {

// A function that does this becomes that operator. What isn't needed any more is left to
// `simplify`.
void join_strings(Program& program, Function& f);

} // namespace loo
