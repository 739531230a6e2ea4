#include "ir/verify.h"

#include "ir/cfg.h"

namespace loo {

namespace {

class Verifier {
public:
  Verifier(const Program& program, FuncId id, const char* phase)
      : p_(program), f_(program.functions[id]), id_(id), phase_(phase) {}

  std::optional<Diagnostic> run() {
    auto order = reverse_postorder(f_);
    preds_ = predecessors(f_, order);
    dom_ = dominators(f_, preds_, std::move(order));
    defined_.assign(f_.nodes.size(), none);
    place_.assign(f_.nodes.size(), 0);
    if (!preds_[0].empty() || !f_.blocks[0].params.empty()) broken(0, "the entry block has predecessors or parameters");
    for (const ValueId p : f_.params) defined_[p] = 0;
    for (const BlockId b : dom_.order) define(b);
    for (const BlockId b : dom_.order) uses(b);
    return problem_;
  }

private:
  void broken(ValueId v, const std::string& what) {
    if (problem_) return;
    problem_ = Diagnostic{ErrorKind::internal, {"", "CODE", std::uint64_t{f_.pc} * 4},
                          "after " + std::string(phase_) + ", function f" + std::to_string(id_) + ", value %" +
                              std::to_string(v) + ": " + what};
  }

  void define(BlockId b) {
    const auto& block = f_.blocks[b];
    for (const ValueId v : block.params) set(v, b, 0);
    for (std::uint32_t i = 0; i < block.body.size(); ++i) set(block.body[i], b, i + 1);
    if (block.term.kind == TermKind::try_) {
      const auto end = static_cast<std::uint32_t>(block.body.size()) + 1;
      set(block.term.result, b, end);
      set(block.term.exception, b, end);
    }
  }

  void set(ValueId v, BlockId b, std::uint32_t place) {
    if (v >= f_.nodes.size()) return broken(v, "is not a node");
    if (defined_[v] != none) return broken(v, "is defined twice");
    if (f_.nodes[v].block != b && f_.nodes[v].op != Opcode::param) return broken(v, "is in another block than it says");
    defined_[v] = b;
    place_[v] = place;
  }

  void use(ValueId v, BlockId b, std::uint32_t place) {
    if (v >= f_.nodes.size()) return broken(v, "is not a node");
    const BlockId at = defined_[v];
    if (at == none) return broken(v, std::string("is used, but not defined: ") + op_info(f_.nodes[v].op).name);
    const bool before = at == b ? place_[v] < place || f_.nodes[v].op == Opcode::param : dom_.dominates(at, b);
    if (!before) broken(v, "is used where it may be undefined");
  }

  void uses(BlockId b) {
    const auto& block = f_.blocks[b];
    const auto end = static_cast<std::uint32_t>(block.body.size()) + 1;
    for (std::uint32_t i = 0; i < block.body.size(); ++i) {
      const ValueId v = block.body[i];
      for (const ValueId a : f_.args(v)) use(a, b, i + 1);
      if (f_.nodes[v].op == Opcode::call_known) known_call(v, f_.nodes[v].imm, f_.nodes[v].count - 1);
    }
    const auto& term = block.term;
    if (term.value != none) use(term.value, b, end);
    for (const ValueId a : term.args) use(a, b, end);
    if (term.kind == TermKind::tail_known || term.kind == TermKind::try_) known_call(term.value, term.func, term.args.size());
    for (const auto& edge : term.edges) {
      if (edge.target >= f_.blocks.size()) { broken(0, "an edge leads nowhere"); continue; }
      if (edge.args.size() != f_.blocks[edge.target].params.size()) broken(0, "an edge has not one argument per parameter");
      for (const ValueId a : edge.args) use(a, b, end + 1);
    }
  }

  void known_call(ValueId v, FuncId target, std::size_t count) {
    if (target >= p_.functions.size() || p_.functions[target].dead) return broken(v, "calls a function that is gone");
    if (p_.functions[target].params.size() != count) broken(v, "calls with another number of arguments than parameters");
  }

  const Program& p_;
  const Function& f_;
  FuncId id_;
  const char* phase_;
  Predecessors preds_;
  Dominators dom_;
  std::vector<BlockId> defined_;
  std::vector<std::uint32_t> place_;
  std::optional<Diagnostic> problem_;
};

} // namespace

std::optional<Diagnostic> verify(const Program& program, const char* phase) {
  for (FuncId id = 0; id < program.functions.size(); ++id) {
    if (program.functions[id].dead) continue;
    if (auto problem = Verifier(program, id, phase).run()) return problem;
  }
  return std::nullopt;
}

} // namespace loo
