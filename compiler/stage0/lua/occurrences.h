// Where the text of a function names variables: each use and each assignment,
// in the order of the text, and how control goes from one to the next.
//
// A place is a basic block (by number), or an edge that moves arguments to
// parameters (numbered behind the blocks). Positions count what is evaluated:
// operands have a smaller one than the variable that gets the result.
#pragma once

#include "ir/cfg.h"
#include "structure/structure.h"

#include <vector>

namespace loo {

struct Occurrence {
  ValueId value;           // whose variable; several nodes may share one
  ValueId node;
  SeqId seq;               // the statement that holds it: number `index` of `seq`
  std::uint32_t index;
  std::uint32_t position;
  std::uint32_t place;
  std::uint32_t loops;     // around it
  bool assigned;
  bool born;               // by an assignment that may be a `local` statement
};

struct TextPlace {
  BlockId block = none;    // the edge's source
  std::uint32_t edge = none;
  std::uint32_t loops = 0;
  std::uint32_t first = none, last = none; // positions; none: it names nothing
};

struct Occurrences {
  std::vector<Occurrence> list;
  std::vector<TextPlace> places;
  std::vector<std::uint32_t> edge_places;  // by edge, in order of blocks: its place, or none
  // By edge: the place behind which it leads on; empty when that is its block, for all. A loop
  // that is a `for` has moved what goes round when it ends.
  std::vector<std::uint32_t> edge_sources;
  std::vector<std::uint32_t> first_edge;   // by block: where its edges start in edge_places

  [[nodiscard]] std::uint32_t source(BlockId from, std::uint32_t edge) const {
    return edge_sources.empty() ? from : edge_sources[first_edge[from] + edge];
  }
};

// `named_elsewhere`, by node: values that are no variables of this function's text.
[[nodiscard]] Occurrences find_occurrences(const Function& f, const Folding& folding, const Tree& tree,
                                           const std::vector<bool>& named_elsewhere);

} // namespace loo
