// Loops that count: one parameter of the header goes up or down by one each time round,
// until it meets a limit that doesn't change. Lua has a statement for them, `for`, whose
// test and step cost it a fifth of what they cost as code. Private to structure.
#pragma once

#include "structure/loops.h"
#include "structure/structure.h"

namespace loo {

struct CountedLoopsInput {
  const Function& f;
  const Folding& folding;
  const std::vector<BlockId>& order;              // the reachable blocks
  const Predecessors& preds;
  const LoopNest& nest;
  const std::vector<Condition>& conditions;
  const std::vector<std::uint32_t>& condition_of; // by block that ends in a branch
  const std::vector<bool>& placed_inside;         // by block: it stands where the one way to it leads
};

// A loop is counted when its test is its only way out but those that leave the function.
// Two shapes: the test comes at the end, `counter ~= limit`, behind a test `start <= limit`
// before the loop (OCaml's `for`), or first, `counter < limit` (functions that call
// themselves). No use of the counter may be outside. Linear.
[[nodiscard]] std::vector<CountedLoop> find_counted_loops(const CountedLoopsInput& input);

} // namespace loo
