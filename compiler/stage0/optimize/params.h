// Parameters that a function with known callers only does not use.
#pragma once

#include "ir/ir.h"

namespace loo {

// Removes them, and the arguments. Returns the functions that changed: the
// arguments may have been the only uses of other values there.
std::vector<FuncId> remove_unused_params(Program& program);

} // namespace loo
