// Exceptions as second results. A throw costs Lua as much as a hundred calls (1.15 us on
// LuaJIT, 0.1 to 0.2 on the others), a second result next to nothing. So a function that
// raises, all of whose callers are known, and that code in a `try` may call, returns nil
// and the exception instead; its callers look, and hand it on or go to their handler.
//
// After: no call_known reaches such a function (Function::returns_exceptions), but
// try_ terminators with its id, whose exits are the call's value and the exception. Linear.
#pragma once

#include "ir/ir.h"

namespace loo {

void return_exceptions(Program& program);

} // namespace loo
