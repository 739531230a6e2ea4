#include "ir/cfg.h"

#include <algorithm>

namespace loo {

std::vector<BlockId> reverse_postorder(const Function& f) {
  if (f.blocks[0].term.edges.empty()) return {0};
  std::vector<BlockId> post, stack;
  post.reserve(f.blocks.size());
  stack.reserve(f.blocks.size());
  std::vector<std::uint32_t> next(f.blocks.size(), none); // edges gone along; none: not seen
  const auto enter = [&](BlockId b) {
    next[b] = 0;
    stack.push_back(b);
  };
  enter(0);
  while (!stack.empty()) {
    const BlockId b = stack.back();
    const auto& edges = f.blocks[b].term.edges;
    if (next[b] < edges.size()) {
      const BlockId to = edges[edges.size() - 1 - next[b]++].target;
      if (next[to] == none) enter(to);
    } else {
      post.push_back(b);
      stack.pop_back();
    }
  }
  std::reverse(post.begin(), post.end());
  return post;
}

Predecessors predecessors(const Function& f, std::span<const BlockId> order) {
  std::vector<bool> reachable(f.blocks.size(), false);
  for (const BlockId b : order) reachable[b] = true;
  Predecessors preds;
  auto& first = preds.first_;
  first.assign(f.blocks.size() + 1, 0);
  std::uint32_t total = 0;
  for (BlockId b = 0; b < f.blocks.size(); ++b) {
    if (!reachable[b]) continue;
    for (const auto& edge : f.blocks[b].term.edges) first[edge.target]++;
  }
  for (auto& count : first) total = count += total;
  // Filled from the back: afterwards each entry is the start of its part.
  preds.edges_.resize(total);
  for (BlockId b = static_cast<BlockId>(f.blocks.size()); b-- > 0;) {
    if (!reachable[b]) continue;
    const auto& edges = f.blocks[b].term.edges;
    for (auto e = static_cast<std::uint32_t>(edges.size()); e-- > 0;) preds.edges_[--first[edges[e].target]] = {b, e};
  }
  return preds;
}

bool Dominators::dominates(BlockId a, BlockId b) const {
  while (depth[b] > depth[a]) b = parent[b];
  return a == b;
}

Dominators dominators(const Function& f, const Predecessors& preds, std::vector<BlockId> order) {
  Dominators d;
  d.order = std::move(order);
  d.position.assign(f.blocks.size(), none);
  d.parent.assign(f.blocks.size(), none);
  d.depth.assign(f.blocks.size(), 0);
  for (std::uint32_t i = 0; i < d.order.size(); ++i) d.position[d.order[i]] = i;
  d.parent[0] = 0;
  const auto meet = [&](BlockId a, BlockId b) {
    while (a != b) {
      while (d.position[a] > d.position[b]) a = d.parent[a];
      while (d.position[b] > d.position[a]) b = d.parent[b];
    }
    return a;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 1; i < d.order.size(); ++i) {
      const BlockId b = d.order[i];
      BlockId parent = none;
      for (const auto& [from, edge] : preds[b]) {
        if (d.parent[from] == none) continue;
        parent = parent == none ? from : meet(parent, from);
      }
      if (d.parent[b] != parent) {
        d.parent[b] = parent;
        changed = true;
      }
    }
  }
  for (std::size_t i = 1; i < d.order.size(); ++i) d.depth[d.order[i]] = d.depth[d.parent[d.order[i]]] + 1;
  return d;
}

std::vector<bool> blocks_in_loops(const Function& f) {
  // Tarjan's strongly connected components, with an explicit stack.
  const auto n = f.blocks.size();
  std::vector<bool> in_loop(n, false), on_stack(n, false);
  std::vector<std::uint32_t> index(n, none), low(n, 0), next(n, 0);
  std::vector<BlockId> path, component;
  std::uint32_t counter = 0;
  path.push_back(0);
  while (!path.empty()) {
    const BlockId b = path.back();
    if (index[b] == none) {
      index[b] = low[b] = counter++;
      component.push_back(b);
      on_stack[b] = true;
    }
    const auto& edges = f.blocks[b].term.edges;
    if (next[b] < edges.size()) {
      const BlockId to = edges[next[b]++].target;
      if (to == b) in_loop[b] = true;
      if (index[to] == none) path.push_back(to);
      else if (on_stack[to]) low[b] = std::min(low[b], index[to]);
      continue;
    }
    path.pop_back();
    if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[b]);
    if (low[b] != index[b]) continue;
    const bool several = component.back() != b;
    for (;;) {
      const BlockId member = component.back();
      component.pop_back();
      on_stack[member] = false;
      if (several) in_loop[member] = true;
      if (member == b) break;
    }
  }
  return in_loop;
}

} // namespace loo
