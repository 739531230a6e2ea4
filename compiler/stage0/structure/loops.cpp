#include "structure/loops.h"

namespace loo {

LoopNest loop_nest(const Function& f, const Predecessors& preds, const Dominators& dom) {
  LoopNest nest;
  nest.header.assign(f.blocks.size(), none);
  nest.outer.assign(f.blocks.size(), none);
  nest.is_header.assign(f.blocks.size(), false);
  std::vector<BlockId> work;
  for (std::size_t i = dom.order.size(); i-- > 0;) { // inner headers first
    const BlockId h = dom.order[i];
    for (const auto& [from, edge] : preds[h]) {
      if (dom.position[from] < dom.position[h]) continue;
      if (!dom.dominates(h, from)) nest.reducible = false;
      work.push_back(from);
    }
    if (work.empty()) continue;
    nest.is_header[h] = true;
    nest.header[h] = h;
    if (!nest.reducible) return nest;
    while (!work.empty()) {
      const BlockId b = work.back();
      work.pop_back();
      if (b == h) continue;
      if (nest.header[b] == none) {
        nest.header[b] = h;
        for (const auto& [from, edge] : preds[b]) work.push_back(from);
        continue;
      }
      BlockId top = nest.header[b];
      while (nest.outer[top] != none) top = nest.outer[top];
      if (top == h) continue;
      nest.outer[top] = h;
      for (const auto& [from, edge] : preds[top])
        if (dom.position[from] < dom.position[top]) work.push_back(from);
    }
  }
  return nest;
}

} // namespace loo
