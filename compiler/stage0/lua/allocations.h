// What a program that asks for its allocations can tell of how a function is written.
// Allocations that follow each other in a block, with nothing between them that has an
// effect, are one, as native code's are (asmcomp/comballoc.ml): they are sampled
// together, behind the last. And a variable keeps its value alive until the function
// returns: one that is used in its own block alone is cleared behind its last use, if
// something follows there that could find the value alive. Linear.
#pragma once

#include "structure/folding.h"

namespace loo {

// By node; empty in programs that don't ask.
struct Allocations {
  std::vector<bool> joined;                  // is one allocation with the next
  std::vector<std::vector<ValueId>> cleared; // variables that the node's statement uses last
};

// `external`, by node: values that are named elsewhere.
[[nodiscard]] Allocations find_allocations(const Program& program, const Function& f, const Folding& folding,
                                           const std::vector<bool>& external);

} // namespace loo
