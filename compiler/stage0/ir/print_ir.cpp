#include "ir/print_ir.h"

#include "ir/cfg.h"

namespace loo {

namespace {

std::string value(ValueId v) { return v == none ? "-" : "%" + std::to_string(v); }

void values(std::string& out, std::span<const ValueId> list) {
  for (std::size_t i = 0; i < list.size(); ++i) out += (i == 0 ? "" : ", ") + value(list[i]);
}

const char* term_name(TermKind kind) {
  switch (kind) {
  case TermKind::unreachable: return "unreachable";
  case TermKind::jump: return "jump";
  case TermKind::branch: return "branch";
  case TermKind::switch_: return "switch";
  case TermKind::return_: return "return";
  case TermKind::raise: return "raise";
  case TermKind::tail_call: return "tail_call";
  case TermKind::tail_known: return "tail_known";
  case TermKind::try_: return "try";
  case TermKind::exit: return "exit";
  }
  return "?";
}

void function(std::string& out, const Program& program, FuncId id) {
  const auto& f = program.functions[id];
  const char* kind = f.kind == FunctionKind::unit_main ? "main" : f.kind == FunctionKind::closure ? "function" : "try_body";
  out += std::string(kind) + " f" + std::to_string(id) + " of " + program.units[f.unit].name + " pc " + std::to_string(f.pc) +
         " arity " + std::to_string(f.arity) + " captures " + std::to_string(f.captures) + (f.escapes ? " escapes" : "") + " (";
  values(out, f.params);
  out += ")\n";
  for (const BlockId b : reverse_postorder(f)) {
    const auto& block = f.blocks[b];
    out += "b" + std::to_string(b) + "(";
    values(out, block.params);
    out += "):\n";
    for (const ValueId v : block.body) {
      const Node& node = f.nodes[v];
      out += "  " + value(v) + " = " + op_info(node.op).name;
      if (node.op == Opcode::c_call) out += " " + program.primitives[node.imm].name;
      else out += " " + std::to_string(static_cast<std::int32_t>(node.imm));
      out += " (";
      values(out, f.args(v));
      out += ")\n";
    }
    const auto& term = block.term;
    out += std::string("  ") + term_name(term.kind);
    if (term.value != none) out += " " + value(term.value);
    if (term.func != none) out += " f" + std::to_string(term.func);
    if (term.kind == TermKind::exit) out += " exit " + std::to_string(term.exit_index);
    if (!term.args.empty()) {
      out += " (";
      values(out, term.args);
      out += ")";
    }
    for (const auto& edge : term.edges) {
      out += " b" + std::to_string(edge.target) + "(";
      values(out, edge.args);
      out += ")";
    }
    if (!term.cases.empty()) {
      out += " cases";
      for (const std::uint32_t c : term.cases) out += " " + std::to_string(c);
    }
    out += "\n";
  }
}

} // namespace

std::string print_ir(const Program& program) {
  std::string out;
  for (FuncId id = 0; id < program.functions.size(); ++id)
    if (!program.functions[id].dead) function(out, program, id);
  return out;
}

} // namespace loo
