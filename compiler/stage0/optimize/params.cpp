#include "optimize/params.h"

namespace loo {

namespace {

void keep(std::vector<ValueId>& args, const std::vector<bool>& used, std::size_t first) {
  std::size_t to = first;
  for (std::size_t i = first; i < args.size(); ++i)
    if (used[i - first]) args[to++] = args[i];
  args.resize(to);
}

} // namespace

std::vector<FuncId> remove_unused_params(Program& program) {
  // What is used, by function; empty when all are, or when callers are not known.
  std::vector<std::vector<bool>> used(program.functions.size());
  std::vector<bool> changed(program.functions.size(), false);
  bool any = false;
  for (FuncId id = 0; id < program.functions.size(); ++id) {
    auto& f = program.functions[id];
    const bool known = f.kind == FunctionKind::try_body || (f.kind == FunctionKind::closure && !f.escapes && f.captures == 0);
    if (f.dead || !known || f.params.empty()) continue;
    std::vector<bool> live(f.nodes.size(), false);
    const auto use = [&](ValueId v) { if (v != none) live[v] = true; };
    for (const auto& block : f.blocks) {
      for (const ValueId v : block.body) for (const ValueId a : f.args(v)) use(a);
      use(block.term.value);
      for (const ValueId a : block.term.args) use(a);
      for (const auto& edge : block.term.edges) for (const ValueId a : edge.args) use(a);
    }
    std::vector<bool> flags;
    bool all = true;
    for (const ValueId p : f.params) {
      flags.push_back(live[p]);
      all = all && live[p];
    }
    if (all) continue;
    changed[id] = any = true;
    std::vector<ValueId> params;
    for (std::size_t i = 0; i < flags.size(); ++i) {
      if (!flags[i]) continue;
      f.nodes[f.params[i]].imm = static_cast<std::uint32_t>(params.size());
      params.push_back(f.params[i]);
    }
    f.params = std::move(params);
    used[id] = std::move(flags);
  }
  if (!any) return {};
  std::vector<FuncId> result;
  for (FuncId id = 0; id < program.functions.size(); ++id) {
    auto& f = program.functions[id];
    for (auto& block : f.blocks) {
      for (const ValueId v : block.body) {
        if (f.nodes[v].op != Opcode::call_known || used[f.nodes[v].imm].empty()) continue;
        std::vector<ValueId> args(f.args(v).begin(), f.args(v).end());
        keep(args, used[f.nodes[v].imm], 1);
        f.set_args(v, args);
        changed[id] = true;
      }
      auto& term = block.term;
      if ((term.kind == TermKind::tail_known || term.kind == TermKind::try_) && !used[term.func].empty()) {
        keep(term.args, used[term.func], 0);
        changed[id] = true;
      }
    }
    if (changed[id]) result.push_back(id);
  }
  return result;
}

} // namespace loo
