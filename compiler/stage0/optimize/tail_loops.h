// Self tail calls become jumps to a loop header. Linear.
#pragma once

#include "ir/ir.h"

namespace loo {

// True when the function had one.
bool loop_self_tail_calls(Function& f, FuncId id);

} // namespace loo
