#include "structure/folding.h"

#include "ir/cfg.h"

#include <algorithm>

namespace loo {

namespace {

// Lua gives up on about 190 nested C calls in its parser, and text that is
// folded again and again would be copied again and again.
constexpr std::uint32_t max_depth = 24, max_pending = 64;

bool is_constant(Opcode op) {
  switch (op) {
  case Opcode::integer: case Opcode::literal: case Opcode::function: case Opcode::item: case Opcode::atom:
  case Opcode::global: case Opcode::capture: case Opcode::sibling: case Opcode::param:
    return true;
  default:
    return false;
  }
}

bool conflict(Effect a, Effect b) {
  return (a == Effect::effect && b != Effect::pure) || (b == Effect::effect && a != Effect::pure);
}

class Folder {
public:
  Folder(const Program& program, const Function& f, const std::vector<bool>& atoms, const std::vector<bool>& pinned)
      : program_(program), f_(f), atoms_(atoms), pinned_(pinned) {
    const auto n = f.nodes.size();
    result_.form.assign(n, Form::unused);
    result_.uses.assign(n, 0);
    result_.depth.assign(n, 0);
    effect_.assign(n, Effect::pure);
    place_.assign(n, none);
    user_.assign(n, none);
  }

  Folding run() {
    const auto order = reverse_postorder(f_);
    for (const BlockId b : order) count(b);
    for (const ValueId p : f_.params) result_.form[p] = Form::constant;
    for (const BlockId b : order) {
      const auto& term = f_.blocks[b].term;
      if (term.kind == TermKind::try_) result_.form[term.result] = result_.form[term.exception] = Form::variable;
    }
    for (const BlockId b : order) fold(b);
    return std::move(result_);
  }

private:
  void use(ValueId v, BlockId b) {
    if (v == none) return;
    result_.uses[v]++;
    user_[v] = b;
  }

  void count(BlockId b) {
    const auto& block = f_.blocks[b];
    for (const ValueId v : block.body) for (const ValueId a : f_.args(v)) use(a, b);
    use(block.term.value, b);
    for (const ValueId a : block.term.args) use(a, b);
    for (const auto& edge : block.term.edges) for (const ValueId a : edge.args) use(a, b);
  }

  void fold(BlockId b) {
    const auto& block = f_.blocks[b];
    pending_.clear();
    for (const ValueId p : block.params) result_.form[p] = Form::variable;
    for (const ValueId v : block.body) node(b, v);
    terminator(block.term);
  }

  void node(BlockId b, ValueId v) {
    const Node& n = f_.nodes[v];
    if (is_constant(n.op)) { result_.form[v] = Form::constant; return; }
    const auto args = f_.args(v);
    if (n.op == Opcode::member) { result_.form[v] = Form::variable; return; } // its group's statement sets it
    const bool twice = n.op == Opcode::offset_ref || n.op == Opcode::get_byte || n.op == Opcode::set_byte;
    const auto [depth, effect] = consume(args, twice || (n.op == Opcode::c_call && atoms_[n.imm]));
    const Effect whole = std::max(n.effect, effect);
    if (!foldable(b, v, depth)) {
      settle(whole);
      const bool named = v < pinned_.size() && pinned_[v];
      result_.form[v] = (result_.uses[v] == 0 && !named) || is_group(n) ? Form::statement : Form::variable;
      return;
    }
    result_.form[v] = Form::folded;
    result_.depth[v] = depth + 1;
    effect_[v] = whole;
    pending_.push_back(v);
    if (pending_.size() > max_pending) materialise(0);
  }

  [[nodiscard]] bool is_group(const Node& n) const {
    return n.op == Opcode::closure && program_.groups[n.imm].size() > 1;
  }

  [[nodiscard]] bool foldable(BlockId b, ValueId v, std::uint32_t depth) const {
    if (program_.backtraces && has_place(f_.nodes[v])) return false; // a line of its own
    switch (f_.nodes[v].op) {
    case Opcode::set_field: case Opcode::set_float_field: case Opcode::set_item: case Opcode::set_byte:
    case Opcode::set_global: case Opcode::offset_ref:
      return false; // statements in Lua
    case Opcode::c_call:
      if (program_.primitives[f_.nodes[v].imm].store) return false;
      break;
    default: break;
    }
    if (v < pinned_.size() && pinned_[v]) return false;
    return !is_group(f_.nodes[v]) && result_.uses[v] == 1 && user_[v] == b && depth + 1 < max_depth;
  }

  void materialise(std::size_t i) {
    result_.form[pending_[i]] = Form::variable;
    pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(i));
  }

  // Takes the pending operands out of the queue; `args` are in the order in
  // which Lua will evaluate them. One that would move past something that it
  // conflicts with gets a variable instead: it is then evaluated where it is
  // defined.
  std::pair<std::uint32_t, Effect> consume(std::span<const ValueId> args, bool atoms) {
    std::uint32_t depth = 0;
    Effect effect = Effect::pure;
    if (pending_.empty()) return {depth, effect};
    for (std::uint32_t i = 0; i < pending_.size(); ++i) place_[pending_[i]] = i;
    taken_.clear();
    for (const ValueId a : args)
      if (a != none && place_[a] != none) taken_.push_back(place_[a]);
    for (const ValueId p : pending_) place_[p] = none;
    if (taken_.empty()) return {depth, effect};
    consumed_.assign(pending_.size(), false);
    settled_.assign(pending_.size(), false);
    for (const std::uint32_t i : taken_) {
      consumed_[i] = true;
      settled_[i] = atoms;
    }
    for (std::size_t k = 0; k < taken_.size(); ++k) {
      const Effect mine = effect_[pending_[taken_[k]]];
      for (std::size_t j = taken_[k] + 1; j < pending_.size(); ++j)
        if (!consumed_[j] && conflict(mine, effect_[pending_[j]])) settled_[taken_[k]] = true;
      for (std::size_t m = k + 1; m < taken_.size(); ++m)
        if (taken_[m] < taken_[k] && conflict(mine, effect_[pending_[taken_[m]]])) settled_[taken_[m]] = true;
    }
    // A value that stays where it is must not be passed by an earlier one either, whoever uses that.
    Effect wall = Effect::pure; // of all that stay behind i
    for (std::size_t i = pending_.size(); i-- > 0;) {
      const Effect mine = effect_[pending_[i]];
      if (conflict(mine, wall)) settled_[i] = true;
      if (settled_[i]) wall = std::max(wall, mine);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      if (settled_[i]) { result_.form[pending_[i]] = Form::variable; continue; }
      if (!consumed_[i]) { pending_[kept++] = pending_[i]; continue; }
      depth = std::max(depth, result_.depth[pending_[i]]);
      effect = std::max(effect, effect_[pending_[i]]);
    }
    pending_.resize(kept);
    return {depth, effect};
  }

  // Something of this effect is evaluated here: what is pending and in conflict
  // is evaluated where it is defined, and so is what must not pass that.
  void settle(Effect effect) {
    for (std::size_t i = pending_.size(); i-- > 0;) {
      const Effect mine = effect_[pending_[i]];
      if (!conflict(effect, mine)) continue;
      effect = std::max(effect, mine);
      materialise(i);
    }
  }

  void terminator(const Terminator& term) {
    operands_.clear();
    if (term.value != none) operands_.push_back(term.value);
    operands_.insert(operands_.end(), term.args.begin(), term.args.end());
    if (term.kind == TermKind::jump) operands_.insert(operands_.end(), term.edges[0].args.begin(), term.edges[0].args.end());
    const auto [depth, effect] = consume(operands_, term.kind == TermKind::switch_);
    (void)depth;
    settle(effect);
    if (term.kind != TermKind::jump && term.kind != TermKind::try_) {
      // Arguments of the ways out are evaluated behind the condition: only pure ones can wait.
      std::erase_if(pending_, [&](ValueId p) { return effect_[p] == Effect::pure; });
    }
    while (!pending_.empty()) materialise(pending_.size() - 1);
  }

  const Program& program_;
  const Function& f_;
  const std::vector<bool>&atoms_, &pinned_;
  Folding result_;
  std::vector<Effect> effect_;        // of a pending value's whole tree
  std::vector<BlockId> user_;
  std::vector<ValueId> pending_;      // by order of definition
  std::vector<ValueId> operands_;            // scratch of terminator
  std::vector<std::uint32_t> place_, taken_; // scratch of consume: indices into pending_,
  std::vector<bool> consumed_, settled_;     // and by them
};

} // namespace

Folding fold_values(const Program& program, const Function& f, const std::vector<bool>& atoms,
                    const std::vector<bool>& pinned) {
  return Folder(program, f, atoms, pinned).run();
}

} // namespace loo
