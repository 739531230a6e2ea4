#include "optimize/depth.h"

#include <algorithm>

namespace loo {

namespace {

struct Call {
  std::uint32_t to;
  bool tail;
};

class Depth {
public:
  explicit Depth(Program& program) : p_(program), unknown_(static_cast<std::uint32_t>(program.functions.size())) {}

  void run() {
    calls_.resize(unknown_ + 1);
    for (FuncId id = 0; id < unknown_; ++id) gather(id);
    for (FuncId id = 0; id < unknown_; ++id)
      if (!p_.functions[id].dead && p_.functions[id].escapes && p_.functions[id].kind == FunctionKind::closure)
        calls_[unknown_].push_back({id, false});
    components();
    std::vector<bool> recursive(component_count_, false);
    for (std::uint32_t from = 0; from <= unknown_; ++from)
      for (const Call& call : calls_[from])
        if (!call.tail && component_[from] == component_[call.to]) recursive[component_[from]] = true;
    for (FuncId id = 0; id < unknown_; ++id) {
      auto& f = p_.functions[id];
      if (f.dead || f.kind == FunctionKind::unit_main) continue;
      f.recursive = recursive[component_[id]];
      if (!f.recursive) continue;
      // A test on each cycle: where the search found its way back, and where
      // calls come from anywhere.
      f.checks_depth = entered_[id] || (f.escapes && component_[id] == component_[unknown_]);
      for (const Call& call : calls_[id])
        f.shows_depth = f.shows_depth || (component_[call.to] == component_[id] && (call.to == unknown_ || by_value(call.to)));
    }
  }

private:
  // Functions that are called through their closure take no depth as an argument.
  [[nodiscard]] bool by_value(FuncId id) const {
    const auto& f = p_.functions[id];
    return f.kind == FunctionKind::closure && f.captures > 0;
  }

  void gather(FuncId id) {
    const auto& f = p_.functions[id];
    if (f.dead) return;
    for (const auto& block : f.blocks) {
      for (const ValueId v : block.body) {
        const Node& node = f.nodes[v];
        if (node.op == Opcode::call) calls_[id].push_back({unknown_, false});
        if (node.op == Opcode::call_known) calls_[id].push_back({node.imm, false});
      }
      const auto& term = block.term;
      if (term.kind == TermKind::tail_call) calls_[id].push_back({unknown_, true});
      if (term.kind == TermKind::tail_known) calls_[id].push_back({term.func, true});
      if (term.kind == TermKind::try_) calls_[id].push_back({term.func, false});
    }
  }

  // Tarjan's algorithm with an explicit stack; `entered_` are the targets of
  // edges back to a function under way.
  void components() {
    const std::size_t n = calls_.size();
    component_.assign(n, none);
    entered_.assign(n, false);
    std::vector<std::uint32_t> index(n, none), low(n, 0), next(n, 0), path, stack;
    std::vector<bool> under_way(n, false);
    std::uint32_t counter = 0;
    for (std::uint32_t root = 0; root < n; ++root) {
      if (index[root] != none) continue;
      path.push_back(root);
      while (!path.empty()) {
        const std::uint32_t at = path.back();
        if (index[at] == none) {
          index[at] = low[at] = counter++;
          stack.push_back(at);
          under_way[at] = true;
        }
        if (next[at] < calls_[at].size()) {
          const std::uint32_t to = calls_[at][next[at]++].to;
          if (index[to] == none) path.push_back(to);
          else {
            if (component_[to] == none) low[at] = std::min(low[at], index[to]);
            if (under_way[to]) entered_[to] = true;
          }
          continue;
        }
        path.pop_back();
        under_way[at] = false;
        if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[at]);
        if (low[at] != index[at]) continue;
        for (;;) {
          const std::uint32_t member = stack.back();
          stack.pop_back();
          component_[member] = component_count_;
          if (member == at) break;
        }
        ++component_count_;
      }
    }
  }

  Program& p_;
  std::uint32_t unknown_;
  std::vector<std::vector<Call>> calls_;
  std::vector<std::uint32_t> component_;
  std::vector<bool> entered_;
  std::uint32_t component_count_ = 0;
};

} // namespace

void analyse_depth(Program& program) { Depth(program).run(); }

} // namespace loo
