#include "optimize/flow.h"

#include "optimize/flow_analysis.h"

namespace loo {

namespace {

// Rewrites a program by what the analysis found.
class Rewriter {
public:
  Rewriter(Program& program, std::vector<FunctionFlow> flow)
      : p_(program), flow_(std::move(flow)), constant_(program.functions.size(), false) {
    for (FuncId id = 0; id < p_.functions.size(); ++id) {
      const auto& f = p_.functions[id];
      if (f.captures == 0) constant_[id] = true;
      for (const auto& node : f.nodes)
        if (node.op == Opcode::function) constant_[node.imm] = true;
    }
  }

  void run() {
    for (FuncId id = 0; id < p_.functions.size(); ++id) rewrite(id);
  }

private:
  void rewrite(FuncId id) {
    auto& f = p_.functions[id];
    const auto& flow = flow_[id];
    f.escapes = flow.escapes || !flow.reached;
    f.result = flow.reached && flow.result.kinds != 0 ? flow.result.kinds : kind_any;
    if (!flow.reached) return;
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
      std::vector<ValueId> body;
      body.reserve(f.blocks[b].body.size());
      for (const ValueId v : f.blocks[b].body) {
        if (f.nodes[v].op == Opcode::field) known_field(f, v, flow.values[v]);
        if (f.nodes[v].op == Opcode::call) known_call(f, v, flow.values[f.args(v)[0]], body);
        body.push_back(v);
      }
      auto& term = f.blocks[b].term;
      if (term.kind == TermKind::tail_call) known_tail_call(f, b, flow.values[term.value], body);
      f.blocks[b].body = std::move(body);
    }
  }

  void known_field(Function& f, ValueId v, const AbstractValue& known) {
    if (!known.is_function() || !constant_[known.function]) return;
    f.nodes[v].op = Opcode::function;
    f.nodes[v].effect = Effect::pure;
    f.nodes[v].imm = known.function;
    f.nodes[v].count = 0;
  }

  // The function that a call of at least its arity reaches, or none.
  FuncId target_of(const AbstractValue& callee, std::size_t count) {
    if (!callee.calls_function() || count < p_.functions[callee.function].arity) return none;
    p_.functions[callee.function].known_calls = true;
    return callee.function;
  }

  // Operands of call_known: the closure, where the function needs one, and as
  // many arguments as it has parameters. New nodes go to `body`.
  std::vector<ValueId> exact(Function& f, BlockId b, FuncId target, ValueId callee, std::span<const ValueId> args,
                             std::vector<ValueId>& body) {
    if (constant_[target]) {
      callee = f.add(b, Opcode::integer, 0, {}, f.nodes[callee].pc);
      body.push_back(callee);
    }
    std::vector<ValueId> operands{callee};
    operands.insert(operands.end(), args.begin(), args.begin() + p_.functions[target].arity);
    return operands;
  }

  void known_call(Function& f, ValueId v, const AbstractValue& callee, std::vector<ValueId>& body) {
    const std::vector<ValueId> operands(f.args(v).begin(), f.args(v).end());
    const std::span args = std::span(operands).subspan(1);
    const FuncId target = target_of(callee, args.size());
    if (target == none) return;
    const BlockId b = f.nodes[v].block;
    const auto first = exact(f, b, target, operands[0], args, body);
    const std::uint32_t arity = p_.functions[target].arity;
    if (args.size() == arity) {
      f.nodes[v].op = Opcode::call_known;
      f.nodes[v].imm = target;
      f.set_args(v, first);
      return;
    }
    std::vector<ValueId> rest{f.add(b, Opcode::call_known, target, first, f.nodes[v].pc)};
    body.push_back(rest[0]);
    rest.insert(rest.end(), args.begin() + arity, args.end());
    f.set_args(v, rest);
  }

  void known_tail_call(Function& f, BlockId b, const AbstractValue& callee, std::vector<ValueId>& body) {
    auto& term = f.blocks[b].term;
    const FuncId target = target_of(callee, term.args.size());
    if (target == none) return;
    const std::uint32_t arity = p_.functions[target].arity;
    if (term.args.size() == arity) {
      term.kind = TermKind::tail_known;
      term.func = target;
      if (constant_[target]) term.value = none;
      return;
    }
    const auto first = exact(f, b, target, term.value, term.args, body);
    term.value = f.add(b, Opcode::call_known, target, first, term.pc);
    body.push_back(term.value);
    term.args.erase(term.args.begin(), term.args.begin() + arity);
  }

  Program& p_;
  std::vector<FunctionFlow> flow_;
  std::vector<bool> constant_; // functions whose calls need no closure
};

} // namespace

void analyse_flow(Program& program) { Rewriter(program, analyse_values(program)).run(); }

} // namespace loo
