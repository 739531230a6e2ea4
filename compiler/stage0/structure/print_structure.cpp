#include "structure/print_structure.h"

namespace loo {

namespace {

const char* stmt_name(StmtKind kind) {
  switch (kind) {
  case StmtKind::block: return "block";
  case StmtKind::moves: return "moves";
  case StmtKind::if_: return "if";
  case StmtKind::switch_: return "switch";
  case StmtKind::try_: return "try";
  case StmtKind::loop: return "loop";
  case StmtKind::leave: return "leave";
  case StmtKind::break_: return "break";
  case StmtKind::goto_: return "goto";
  case StmtKind::label: return "label";
  case StmtKind::scope: return "scope";
  case StmtKind::set_state: return "set_state";
  case StmtKind::if_state: return "if_state";
  case StmtKind::break_if_state: return "break_if_state";
  }
  return "?";
}

std::string condition(const Tree& tree, std::uint32_t c) {
  const auto& node = tree.conditions[c];
  if (node.kind == Condition::Kind::leaf) return (node.negated ? "not %" : "%") + std::to_string(node.value);
  return "(" + condition(tree, node.left) + (node.kind == Condition::Kind::both ? " and " : " or ") +
         condition(tree, node.right) + ")";
}

void sequence(std::string& out, const Function& f, const Tree& tree, SeqId seq, std::size_t indent) {
  for (const StmtId id : tree.seqs[seq].stmts) {
    const Stmt& stmt = tree.stmts[id];
    out.append(indent * 2, ' ');
    out += stmt_name(stmt.kind);
    if (stmt.kind == StmtKind::if_) out += " " + condition(tree, stmt.condition);
    else if (stmt.kind == StmtKind::moves) out += " b" + std::to_string(stmt.block) + " to b" +
                                                  std::to_string(f.blocks[stmt.block].term.edges[stmt.edge].target);
    else if (stmt.block != none) out += " b" + std::to_string(stmt.block);
    const CountedLoop* counted = stmt.kind == StmtKind::loop ? tree.counted_loop(stmt.block) : nullptr;
    if (counted != nullptr)
      out += " counts %" + std::to_string(counted->counter) + " from %" + std::to_string(counted->start) +
             (counted->down ? " down" : "") + (counted->excluded ? " before %" : " to %") + std::to_string(counted->limit);
    out += "\n";
    for (std::size_t i = 0; i < stmt.parts.size(); ++i) {
      if (stmt.parts.size() > 1) {
        out.append(indent * 2 + 1, ' ');
        out += "way " + std::to_string(i) + "\n";
      }
      sequence(out, f, tree, stmt.parts[i], indent + 1);
    }
  }
}

} // namespace

std::string print_tree(const Function& f, const Tree& tree) {
  std::string out;
  sequence(out, f, tree, tree.root, 1);
  return out;
}

} // namespace loo
