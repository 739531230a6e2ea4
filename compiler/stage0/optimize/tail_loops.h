// Self tail calls become jumps to a loop header, and so do self calls whose result
// only fills a field of a new block that is returned ("tail modulo cons": Leijen and
// Lorenzen, "Tail Recursion Modulo Context", 2023). Linear.
#pragma once

#include "ir/ir.h"

namespace loo {

// True when the function had one.
bool loop_self_tail_calls(Function& f, FuncId id);

} // namespace loo
