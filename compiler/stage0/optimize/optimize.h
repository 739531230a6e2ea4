// The optimiser: Program in, the same Program, better, out. Level 0 keeps the
// program as it was read (only what the later phases need is done), level 1 and
// up do everything.
#pragma once

#include "ir/ir.h"

namespace loo {

void optimize(Program& program, int level);

} // namespace loo
