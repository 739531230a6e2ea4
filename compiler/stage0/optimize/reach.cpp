#include "optimize/reach.h"

#include "ir/cfg.h"
#include "optimize/simplify.h"

#include <map>

namespace loo {

namespace {

class Reach {
public:
  Reach(Program& program, const Prepare& prepare)
      : p_(program), prepare_(prepare), slot_live_(program.globals.size(), false) {}

  bool run() {
    for (const auto& unit : p_.units) {
      const auto& f = p_.functions[unit.main];
      for (const auto& block : f.blocks)
        for (const ValueId v : block.body)
          if (f.nodes[v].op == Opcode::set_global) {
            stores_.emplace(f.nodes[v].imm, std::pair{unit.main, v});
            if (p_.open()) slot_live_[f.nodes[v].imm] = true;
          }
    }
    // All units' code first: functions mention its values.
    for (const auto& unit : p_.units) function(unit.main);
    while (next_ < functions_.size())
      if (!enter(functions_[next_++])) return false;
    while (next_ < functions_.size() || !work_.empty()) {
      if (work_.empty()) {
        if (!enter(functions_[next_++])) return false;
        continue;
      }
      const auto [id, v] = work_.back();
      work_.pop_back();
      follow(id, v);
    }
    for (FuncId id = 0; id < p_.functions.size(); ++id) sweep(id);
    return true;
  }

private:
  struct State {
    bool live = false;
    std::vector<bool> values;
    Predecessors preds;
    std::vector<std::uint32_t> place; // of a block parameter in its block
    std::vector<bool> blocks;         // that control reaches
  };

  void function(FuncId id) {
    if (f_.size() <= id) f_.resize(std::max<std::size_t>(p_.functions.size(), id + 1));
    if (f_[id].live) return;
    f_[id].live = true;
    functions_.push_back(id);
  }

  bool enter(FuncId id) {
    if (prepare_ && !prepare_(id)) return false;
    const auto& f = p_.functions[id];
    auto& s = f_[id];
    s.values.assign(f.nodes.size(), false);
    s.place.assign(f.nodes.size(), none);
    const auto order = reverse_postorder(f);
    if (has_params(f)) s.preds = predecessors(f, order);
    s.blocks.assign(f.blocks.size(), false);
    std::vector<FuncId> called;
    for (const BlockId b : order) {
      const auto& block = f.blocks[b];
      s.blocks[b] = true;
      for (std::uint32_t i = 0; i < block.params.size(); ++i) s.place[block.params[i]] = i;
      for (const ValueId v : block.body) {
        const Node& node = f.nodes[v];
        if (node.effect == Effect::effect && (node.op != Opcode::set_global || slot_live_[node.imm])) mark(id, v);
      }
      mark(id, block.term.value);
      for (const ValueId a : block.term.args) mark(id, a);
      if (block.term.kind == TermKind::try_ || block.term.kind == TermKind::tail_known) called.push_back(block.term.func);
    }
    for (const FuncId callee : called) function(callee);
    return true;
  }

  void mark(FuncId id, ValueId v) {
    if (v == none || f_[id].values[v]) return;
    f_[id].values[v] = true;
    work_.push_back({id, v});
  }

  void follow(FuncId id, ValueId v) {
    const auto& f = p_.functions[id];
    const Node& node = f.nodes[v];
    for (const ValueId a : f.args(v)) mark(id, a);
    switch (node.op) {
    case Opcode::block_param:
      for (const auto& [from, edge] : f_[id].preds[node.block])
        mark(id, f.blocks[from].term.edges[edge].args[f_[id].place[v]]);
      break;
    case Opcode::function: case Opcode::call_known: function(node.imm); break;
    case Opcode::closure:
      for (const FuncId member : p_.groups[node.imm]) function(member);
      break;
    case Opcode::item: mark(p_.items[node.imm].main, p_.items[node.imm].value); break;
    case Opcode::global: {
      if (slot_live_[node.imm]) break;
      slot_live_[node.imm] = true;
      const auto [begin, end] = stores_.equal_range(node.imm);
      for (auto at = begin; at != end; ++at)
        if (f_[at->second.first].live) mark(at->second.first, at->second.second);
      break;
    }
    default: break;
    }
  }

  void sweep(FuncId id) {
    auto& f = p_.functions[id];
    if (id >= f_.size() || !f_[id].live) {
      f.dead = true;
      f.blocks.clear();
      f.nodes.clear();
      f.pool.clear();
      return;
    }
    const auto& s = f_[id];
    const auto live = [&](ValueId v) { return v < s.values.size() && s.values[v]; };
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
      auto& block = f.blocks[b];
      if (!s.blocks[b]) { block = BasicBlock{}; continue; }
      std::erase_if(block.body, [&](ValueId v) { return !live(v); });
      for (auto& edge : block.term.edges) {
        const auto& params = f.blocks[edge.target].params;
        std::vector<ValueId> args;
        for (std::size_t i = 0; i < edge.args.size(); ++i)
          if (live(params[i])) args.push_back(edge.args[i]);
        edge.args = std::move(args);
      }
    }
    for (auto& block : f.blocks) std::erase_if(block.params, [&](ValueId v) { return !live(v); });
  }

  Program& p_;
  const Prepare& prepare_;
  std::vector<State> f_;
  std::vector<FuncId> functions_;      // live ones, in the order in which they were met
  std::size_t next_ = 0;
  std::vector<bool> slot_live_;
  std::multimap<std::uint32_t, std::pair<FuncId, ValueId>> stores_;
  std::vector<std::pair<FuncId, ValueId>> work_;
};

} // namespace

bool remove_unreachable(Program& program, const Prepare& prepare) { return Reach(program, prepare).run(); }

} // namespace loo
