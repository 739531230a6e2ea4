// What is known of ints where they stand: which sums can't leave the width, which
// operands and indices can't be negative, which indices are within bounds.
//
// Intervals over the nesting of the text: a test holds in its branch, a checked access
// behind it, a counted loop bounds its counter. What a loop hands on is widened to the
// end of the type where it changes (Cousot and Cousot, "Abstract interpretation", 1977).
#pragma once

#include "structure/structure.h"

#include <vector>

namespace loo {

struct IntFacts {
  // By node.
  std::vector<bool> exact;        // add, sub, neg, mul, shl: the result is within the width, and no negative zero
  std::vector<bool> not_negative; // accesses: the index; div, mod, sar: the first operand, and the second is positive
  std::vector<bool> within;       // accesses: the index is less than the length
};

// Linear in the text, times a few rounds.
[[nodiscard]] IntFacts find_int_facts(const Program& program, const Function& f, const Folding& folding, const Tree& tree);

} // namespace loo
