// The optimiser: Program in, the same Program, better, out. Level 0 does what the
// later phases need and what makes the program readable, level 1 works within
// functions, level 2 over the whole program. `traces`: the target compiles traces.
#pragma once

#include "ir/ir.h"

namespace loo {

void optimize(Program& program, int level, bool traces);

} // namespace loo
