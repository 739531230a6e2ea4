#include "structure/conditions.h"

#include "ir/cfg.h"

namespace loo {

namespace {

constexpr std::uint32_t max_leaves = 40;

bool same(const Edge& a, const Edge& b) { return a.target == b.target && a.args == b.args; }

class Combine {
public:
  Combine(Function& f, const Folding& folding, std::vector<Condition>& conditions)
      : f_(f), folding_(folding), conditions_(conditions), root_(f.blocks.size(), none), leaves_(f.blocks.size(), 1) {}

  std::vector<std::uint32_t> run() {
    const auto order = reverse_postorder(f_);
    const auto preds = predecessors(f_, order);
    for (const BlockId b : order) {
      const auto& term = f_.blocks[b].term;
      if (term.kind != TermKind::branch) continue;
      root_[b] = static_cast<std::uint32_t>(conditions_.size());
      Condition leaf;
      leaf.block = b;
      leaf.value = term.value;
      conditions_.push_back(leaf);
    }
    for (std::size_t i = order.size(); i-- > 0;) absorb(order[i], preds);
    return std::move(root_);
  }

private:
  // Only a condition, all of it in one expression.
  bool pure_condition(BlockId b) const {
    const auto& block = f_.blocks[b];
    if (block.term.kind != TermKind::branch || !block.params.empty()) return false;
    for (const ValueId v : block.body)
      if (folding_.form[v] != Form::folded && folding_.form[v] != Form::constant) return false;
    for (const auto& edge : block.term.edges)
      for (const ValueId a : edge.args)
        if (f_.nodes[a].block == b) return false;
    return true;
  }

  void absorb(BlockId b, const Predecessors& preds) {
    for (;;) {
      auto& term = f_.blocks[b].term;
      if (term.kind != TermKind::branch) return;
      bool done = false;
      for (std::uint32_t side = 0; side < 2 && !done; ++side) {
        const BlockId next = term.edges[side].target;
        if (next == b || preds[next].size() != 1 || !pure_condition(next)) continue;
        if (leaves_[b] + leaves_[next] > max_leaves) continue;
        const Edge& other = term.edges[1 - side];
        auto& inner = f_.blocks[next].term;
        for (std::uint32_t shared = 0; shared < 2 && !done; ++shared) {
          if (!same(inner.edges[shared], other)) continue;
          // side 0: (b and next) when the shared way is the false one of both.
          std::uint32_t right = root_[next];
          if (shared == side) right = negate(right);
          Condition both;
          both.kind = side == 0 ? Condition::Kind::both : Condition::Kind::either;
          both.left = root_[b];
          both.right = right;
          Edge beyond = std::move(inner.edges[1 - shared]);
          term.edges[side] = std::move(beyond);
          root_[b] = static_cast<std::uint32_t>(conditions_.size());
          conditions_.push_back(both);
          leaves_[b] += leaves_[next];
          inner = Terminator{};
          done = true;
        }
      }
      if (!done) return;
    }
  }

  // De Morgan, in new nodes (the old ones are dropped).
  std::uint32_t negate(std::uint32_t c) {
    Condition copy = conditions_[c];
    if (copy.kind == Condition::Kind::leaf) copy.negated = !copy.negated;
    else {
      copy.kind = copy.kind == Condition::Kind::both ? Condition::Kind::either : Condition::Kind::both;
      copy.left = negate(copy.left);
      copy.right = negate(copy.right);
    }
    conditions_.push_back(copy);
    return static_cast<std::uint32_t>(conditions_.size() - 1);
  }

  Function& f_;
  const Folding& folding_;
  std::vector<Condition>& conditions_;
  std::vector<std::uint32_t> root_, leaves_;
};

} // namespace

std::vector<std::uint32_t> combine_conditions(Function& f, const Folding& folding, std::vector<Condition>& conditions) {
  return Combine(f, folding, conditions).run();
}

} // namespace loo
