// Passes leave behind what they don't need any more: nodes that no block holds, blocks that
// nothing leads to. Later ones have a slot for each.
#pragma once

#include "ir/ir.h"

namespace loo {

// Numbers what is left of a function anew, in its order, unless most of it is left. For
// functions whose values nothing names (see Item).
void compact(Function& f);

} // namespace loo
