#include "optimize/raises.h"

namespace loo {

namespace {

class Raises {
public:
  explicit Raises(Program& program) : p_(program), can_(program.functions.size(), false), callers_(program.functions.size()) {}

  void run() {
    for (FuncId id = 0; id < p_.functions.size(); ++id) {
      const auto& f = p_.functions[id];
      can_[id] = !f.dead && f.kind == FunctionKind::closure && !f.escapes && f.captures == 0;
    }
    for (FuncId id = 0; id < p_.functions.size(); ++id) gather(id);
    exclude_tail_called();
    auto wanted = called_in_try();
    for (FuncId id = 0; id < p_.functions.size(); ++id)
      if (wanted[id] && raises(p_.functions[id])) mark(id, wanted);
    for (FuncId id = 0; id < p_.functions.size(); ++id)
      if (!p_.functions[id].dead) rewrite(p_.functions[id]);
  }

private:
  struct Caller {
    FuncId id;
    bool tail;
  };

  void gather(FuncId id) {
    const auto& f = p_.functions[id];
    if (f.dead) return;
    for (const auto& block : f.blocks) {
      for (const ValueId v : block.body)
        if (f.nodes[v].op == Opcode::call_known) callers_[f.nodes[v].imm].push_back({id, false});
      if (block.term.kind == TermKind::tail_known) callers_[block.term.func].push_back({id, true});
    }
  }

  // A tail call hands on both results, so its function must be one that returns them.
  void exclude_tail_called() {
    std::vector<FuncId> work;
    for (FuncId id = 0; id < p_.functions.size(); ++id) {
      if (!can_[id]) continue;
      for (const Caller& caller : callers_[id])
        if (caller.tail && !can_[caller.id]) {
          can_[id] = false;
          work.push_back(id);
          break;
        }
    }
    while (!work.empty()) {
      const FuncId id = work.back();
      work.pop_back();
      for (const auto& block : p_.functions[id].blocks) {
        if (block.term.kind != TermKind::tail_known || !can_[block.term.func]) continue;
        can_[block.term.func] = false;
        work.push_back(block.term.func);
      }
    }
  }

  // What code in a `try` calls, and what that calls, and what shares a tail with it.
  std::vector<bool> called_in_try() {
    std::vector<bool> wanted(p_.functions.size(), false);
    std::vector<FuncId> work;
    const auto want = [&](FuncId id) {
      if (!can_[id] || wanted[id]) return;
      wanted[id] = true;
      work.push_back(id);
    };
    const auto want_callees = [&](const Function& f) {
      for (const auto& block : f.blocks) {
        for (const ValueId v : block.body)
          if (f.nodes[v].op == Opcode::call_known) want(f.nodes[v].imm);
        if (block.term.kind == TermKind::tail_known) want(block.term.func);
      }
    };
    for (const auto& f : p_.functions)
      if (!f.dead && f.kind == FunctionKind::try_body) want_callees(f);
    while (!work.empty()) {
      const FuncId id = work.back();
      work.pop_back();
      want_callees(p_.functions[id]);
      for (const Caller& caller : callers_[id]) if (caller.tail) want(caller.id);
    }
    return wanted;
  }

  static bool raises(const Function& f) {
    for (const auto& block : f.blocks)
      if (block.term.kind == TermKind::raise) return true;
    return false;
  }

  // The function, and those wanted ones that call it.
  void mark(FuncId id, const std::vector<bool>& wanted) {
    std::vector<FuncId> work{id};
    while (!work.empty()) {
      const FuncId at = work.back();
      work.pop_back();
      auto& f = p_.functions[at];
      if (f.returns_exceptions) continue;
      f.returns_exceptions = true;
      for (const Caller& caller : callers_[at]) if (wanted[caller.id]) work.push_back(caller.id);
    }
  }

  // Each call of such a function ends its block; the last one first, so that what follows moves once.
  void rewrite(Function& f) {
    const auto blocks = static_cast<BlockId>(f.blocks.size());
    for (BlockId b = 0; b < blocks; ++b) {
      for (auto at = static_cast<std::uint32_t>(f.blocks[b].body.size()); at-- > 0;) {
        const Node& node = f.nodes[f.blocks[b].body[at]];
        if (node.op == Opcode::call_known && p_.functions[node.imm].returns_exceptions) look_at_result(f, b, at);
      }
    }
  }

  void look_at_result(Function& f, BlockId b, std::uint32_t at) {
    const ValueId v = f.blocks[b].body[at];
    const Node call = f.nodes[v];
    std::vector<ValueId> args(f.args(v).begin() + 1, f.args(v).end());
    const BlockId rest = f.split(b, at), handler = rest + 1;
    f.blocks.emplace_back();
    auto& term = f.blocks[b].term;
    term.kind = TermKind::try_;
    term.func = call.imm;
    term.pc = call.pc;
    term.args = std::move(args);
    term.result = f.add(b, Opcode::try_value, 0, {}, call.pc);
    term.exception = f.add(b, Opcode::try_value, 1, {}, call.pc);
    term.edges = {{rest, {term.result}}, {handler, {}}};
    f.blocks[handler].term = f.raising(term.exception, call.pc);
  }

  Program& p_;
  std::vector<bool> can_;                    // return exceptions
  std::vector<std::vector<Caller>> callers_; // known ones
};

} // namespace

void return_exceptions(Program& program) { Raises(program).run(); }

} // namespace loo
