#include "optimize/tail_loops.h"

#include "optimize/simplify.h"

namespace loo {

bool loop_self_tail_calls(Function& f, FuncId id) {
  // A closure that is not a constant must be called through itself: a call of
  // the same code with other free variables is not a loop.
  const auto self = [&](const Terminator& term) {
    if (term.kind != TermKind::tail_known || term.func != id) return false;
    if (term.value == none) return true;
    const Node& callee = f.nodes[term.value];
    return callee.op == Opcode::sibling && callee.imm == f.member;
  };
  bool any = false;
  for (const auto& block : f.blocks) any = any || self(block.term);
  if (!any) return false;
  // The old entry's code moves to `header`; captures stay in the entry.
  const auto header = static_cast<BlockId>(f.blocks.size());
  f.blocks.emplace_back();
  auto& entry = f.blocks[0];
  auto& loop = f.blocks[header];
  std::vector<ValueId> kept;
  for (const ValueId v : entry.body) {
    const Opcode op = f.nodes[v].op;
    const bool stays = op == Opcode::capture || op == Opcode::sibling;
    (stays ? kept : loop.body).push_back(v);
    if (!stays) f.nodes[v].block = header;
  }
  entry.body = std::move(kept);
  loop.term = std::move(entry.term);
  if (loop.term.result != none) f.nodes[loop.term.result].block = f.nodes[loop.term.exception].block = header;
  std::vector<ValueId> alias(f.nodes.size(), none);
  for (const ValueId p : f.params) {
    const ValueId q = f.add(header, Opcode::block_param, 0, {}, f.pc);
    f.blocks[header].params.push_back(q);
    alias[p] = q;
  }
  alias.resize(f.nodes.size(), none);
  substitute(f, alias);
  for (auto& block : f.blocks) {
    if (!self(block.term)) continue;
    Edge edge{header, std::move(block.term.args)};
    block.term = Terminator{};
    block.term.kind = TermKind::jump;
    block.term.edges.push_back(std::move(edge));
  }
  Terminator start;
  start.kind = TermKind::jump;
  start.edges.push_back({header, f.params});
  f.blocks[0].term = std::move(start);
  return true;
}

} // namespace loo
