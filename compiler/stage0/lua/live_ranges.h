// Where in the text of a function its variables are live, and which of them can
// be one.
#pragma once

#include "lua/occurrences.h"

namespace loo {

// Ascending and disjoint ranges of positions, both ends included.
struct Segment {
  std::uint32_t first, last;
};
using Segments = std::vector<Segment>;

[[nodiscard]] bool intersect(const Segments& a, const Segments& b);
// The union of two that don't intersect.
[[nodiscard]] Segments united(const Segments& a, const Segments& b);

[[nodiscard]] Segments without(const Segments& all, Segment part);

// By value; empty for those that do not occur. `wanted`, by value: those to look
// at. Each range is found from its uses backwards (Brandner and others,
// "Computing liveness sets for SSA-form programs", 2011), which takes as long as
// the range is wide.
[[nodiscard]] std::vector<Segments> live_ranges(const Function& f, const Occurrences& occurrences,
                                                const std::vector<bool>& wanted);

} // namespace loo
