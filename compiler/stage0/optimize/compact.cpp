#include "optimize/compact.h"

#include "ir/cfg.h"

namespace loo {

namespace {

class Compactor {
public:
  explicit Compactor(Function& f) : f_(f), value_(f.nodes.size(), none), block_(f.blocks.size(), none) {}

  void run() {
    number();
    if (blocks_ > f_.blocks.size() / 4 * 3 && values_ > f_.nodes.size() / 4 * 3) return;
    for (BlockId b = 0; b < f_.blocks.size(); ++b)
      if (block_[b] != none) rename(f_.blocks[b]);
    rename(f_.params);
    move_nodes();
    for (BlockId b = 0; b < f_.blocks.size(); ++b)
      if (block_[b] != none && block_[b] != b) f_.blocks[block_[b]] = std::move(f_.blocks[b]);
    f_.blocks.resize(blocks_);
  }

private:
  void keep(ValueId v) {
    if (v != none) value_[v] = 0;
  }

  void number() {
    for (const BlockId b : reverse_postorder(f_)) {
      block_[b] = 0;
      const auto& block = f_.blocks[b];
      for (const ValueId v : block.params) keep(v);
      for (const ValueId v : block.body) keep(v);
      keep(block.term.result);
      keep(block.term.exception);
    }
    for (const ValueId v : f_.params) keep(v);
    for (auto& b : block_)
      if (b != none) b = blocks_++;
    for (auto& v : value_)
      if (v != none) v = values_++;
  }

  void rename(std::vector<ValueId>& values) const {
    for (auto& v : values) v = value_[v];
  }

  void rename(ValueId& v) const {
    if (v != none) v = value_[v];
  }

  void rename(BasicBlock& block) const {
    rename(block.params);
    rename(block.body);
    auto& term = block.term;
    rename(term.value);
    rename(term.result);
    rename(term.exception);
    rename(term.args);
    for (auto& edge : term.edges) {
      edge.target = block_[edge.target];
      rename(edge.args);
    }
  }

  void move_nodes() {
    std::vector<ValueId> pool;
    for (ValueId v = 0; v < f_.nodes.size(); ++v) {
      if (value_[v] == none) continue;
      Node node = f_.nodes[v];
      node.args = static_cast<std::uint32_t>(pool.size());
      for (const ValueId a : f_.args(v)) pool.push_back(value_[a]);
      if (node.block != none) node.block = block_[node.block];
      f_.nodes[value_[v]] = node;
    }
    f_.nodes.resize(values_);
    f_.nodes.shrink_to_fit();
    f_.pool = std::move(pool);
  }

  Function& f_;
  std::vector<ValueId> value_; // new numbers, or none
  std::vector<BlockId> block_;
  ValueId values_ = 0;
  BlockId blocks_ = 0;
};

} // namespace

void compact(Function& f) { Compactor(f).run(); }

} // namespace loo
