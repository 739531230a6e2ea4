// Parameters that a function with known callers only does not use.
#pragma once

#include "ir/ir.h"

namespace loo {

// Removes them, and the arguments. True when there were any: the arguments may
// have been the only uses of other parameters.
bool remove_unused_params(Program& program);

} // namespace loo
