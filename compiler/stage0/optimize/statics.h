// Values that exist once per program. A closure of a unit's main code outside
// of loops is made once; its free variables are then values of the program
// ("items"), and the closure itself is a constant (`function`). The same holds
// for fields of a unit's block, read from anywhere, and, step by step, for
// closures inside whose free variables are all constants.
#pragma once

#include "ir/ir.h"

namespace loo {

// Linear. Functions are visited parents first (their ids ascend).
void resolve_statics(Program& program);

} // namespace loo
