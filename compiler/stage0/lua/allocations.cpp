#include "lua/allocations.h"

#include "ir/cfg.h"

namespace loo {

namespace {

// Words of a block of OCaml's minor heap; a larger one is allocated by itself.
constexpr std::uint32_t max_young = 256;

class Finder {
public:
  Finder(const Program& program, const Function& f, const Folding& folding, const std::vector<bool>& external)
      : program_(program), f_(f), folding_(folding), external_(external), left_(folding.uses) {
    result_.joined.assign(f.nodes.size(), false);
    result_.cleared.resize(f.nodes.size());
  }

  Allocations run() {
    for (const BlockId b : reverse_postorder(f_)) {
      join(f_.blocks[b]);
      clear(b);
    }
    return std::move(result_);
  }

private:
  [[nodiscard]] bool allocates(const Node& node) const {
    if (node.effect != Effect::effect || node.count == 0 || node.count > max_young) return false;
    if (node.op == Opcode::closure) return program_.groups[node.imm].size() == 1;
    return (node.op == Opcode::make_block || node.op == Opcode::make_floats) && node.pc != none;
  }

  void join(const BasicBlock& block) {
    bool follows = false;
    for (std::size_t i = block.body.size(); i-- > 0;) {
      const Node& node = f_.nodes[block.body[i]];
      if (allocates(node)) {
        result_.joined[block.body[i]] = follows;
        follows = true;
      } else if (node.effect == Effect::effect || (node.op == Opcode::c_call && program_.primitives[node.imm].makes)) {
        follows = false;
      }
    }
  }

  void clear(BlockId b) {
    const auto& block = f_.blocks[b];
    std::size_t end = block.body.size(); // what follows it finds no value alive
    if (block.term.edges.empty())
      while (end > 0 && f_.nodes[block.body[--end]].effect != Effect::effect) {}
    for (std::size_t i = 0; i < end; ++i) {
      const ValueId v = block.body[i];
      if (folding_.form[v] == Form::variable || folding_.form[v] == Form::statement) use(v, v, b);
    }
  }

  [[nodiscard]] bool is_own(ValueId v, BlockId b) const {
    const Node& node = f_.nodes[v];
    return folding_.form[v] == Form::variable && !external_[v] && node.block == b && node.op != Opcode::block_param;
  }

  // The operands of v, which the statement of `user` evaluates.
  void use(ValueId v, ValueId user, BlockId b) {
    for (const ValueId a : f_.args(v)) {
      if (a == none) continue;
      if (folding_.form[a] == Form::folded) use(a, user, b);
      else if (is_own(a, b) && --left_[a] == 0) result_.cleared[user].push_back(a);
    }
  }

  const Program& program_;
  const Function& f_;
  const Folding& folding_;
  const std::vector<bool>& external_;
  std::vector<std::uint32_t> left_; // by node: uses that are still to come
  Allocations result_;
};

} // namespace

Allocations find_allocations(const Program& program, const Function& f, const Folding& folding,
                             const std::vector<bool>& external) {
  if (!program.allocations) return {};
  return Finder(program, f, folding, external).run();
}

} // namespace loo
