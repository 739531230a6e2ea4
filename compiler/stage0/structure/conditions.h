// `a && b`, `a || b`: a branch whose one way leads to a block that only
// computes another condition, with one target in common. Private to structure.
#pragma once

#include "structure/structure.h"

namespace loo {

// Returns, by block, the condition its branch tests (none: not a branch).
std::vector<std::uint32_t> combine_conditions(Function& f, const Folding& folding, std::vector<Condition>& conditions);

} // namespace loo
