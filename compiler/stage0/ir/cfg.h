// Views of a function's control flow: predecessors, reverse postorder,
// dominators, loops. Each is computed in (near) linear time and owned by the
// caller; none survives a change of the graph.
#pragma once

#include "ir/ir.h"

namespace loo {

struct EdgeRef {
  BlockId from;
  std::uint32_t edge; // index into from's edges
};

// Incoming edges by block, from reachable blocks only, ordered by (from, edge).
class Predecessors {
public:
  [[nodiscard]] std::span<const EdgeRef> operator[](BlockId b) const {
    return {edges_.data() + first_[b], first_[b + 1] - first_[b]};
  }

private:
  friend Predecessors predecessors(const Function& f, std::span<const BlockId> order);
  std::vector<std::uint32_t> first_; // by block, in `edges_`; one more at the end
  std::vector<EdgeRef> edges_;
};
// Reachable blocks; the first successor's side comes first.
[[nodiscard]] std::vector<BlockId> reverse_postorder(const Function& f);

// `order`: the reachable blocks.
[[nodiscard]] Predecessors predecessors(const Function& f, std::span<const BlockId> order);

struct Dominators {
  std::vector<BlockId> order;                 // reverse postorder
  std::vector<std::uint32_t> position;        // block -> index in order, none if unreachable
  std::vector<BlockId> parent;                // immediate dominator; of the entry: itself
  [[nodiscard]] bool dominates(BlockId a, BlockId b) const;
  std::vector<std::uint32_t> depth;           // in the dominator tree
};
// Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm" (2001).
// `order`: reverse postorder.
[[nodiscard]] Dominators dominators(const Function& f, const Predecessors& preds, std::vector<BlockId> order);

// Blocks that lie on some cycle.
[[nodiscard]] std::vector<bool> blocks_in_loops(const Function& f);

} // namespace loo
