#include "ir/ir.h"

#include <array>

namespace loo {

Opcode negated(Opcode comparison) {
  switch (comparison) {
  case Opcode::eq: return Opcode::ne;
  case Opcode::ne: return Opcode::eq;
  case Opcode::lt: return Opcode::ge;
  case Opcode::le: return Opcode::gt;
  case Opcode::gt: return Opcode::le;
  case Opcode::ge: return Opcode::lt;
  case Opcode::ult: return Opcode::uge;
  default: return Opcode::ult;
  }
}

Opcode mirrored(Opcode comparison) {
  switch (comparison) {
  case Opcode::lt: return Opcode::gt;
  case Opcode::le: return Opcode::ge;
  case Opcode::gt: return Opcode::lt;
  case Opcode::ge: return Opcode::le;
  default: return comparison;
  }
}

const OpInfo& op_info(Opcode op) {
  static constexpr std::array table = {
#define LOO_IR_OP(name, effect, result) OpInfo{#name, Effect::effect, result},
#include "ir_ops.def"
#undef LOO_IR_OP
  };
  return table[static_cast<std::size_t>(op)];
}

ValueId Function::add(BlockId block, Opcode op, std::uint32_t imm, std::span<const ValueId> operands,
                      std::uint32_t at) {
  Node node;
  node.op = op;
  node.effect = op_info(op).effect;
  node.imm = imm;
  node.args = static_cast<std::uint32_t>(pool.size());
  node.count = static_cast<std::uint32_t>(operands.size());
  node.block = block;
  node.pc = at;
  pool.insert(pool.end(), operands.begin(), operands.end());
  nodes.push_back(node);
  return static_cast<ValueId>(nodes.size() - 1);
}

void Function::set_args(ValueId v, std::span<const ValueId> operands) {
  // `operands` may be a view of the pool itself: copy before it grows.
  const std::vector<ValueId> copy(operands.begin(), operands.end());
  nodes[v].args = static_cast<std::uint32_t>(pool.size());
  nodes[v].count = static_cast<std::uint32_t>(copy.size());
  pool.insert(pool.end(), copy.begin(), copy.end());
}

BlockId Function::split(BlockId b, std::uint32_t at) {
  const auto rest = static_cast<BlockId>(blocks.size());
  blocks.emplace_back();
  auto& from = blocks[b];
  auto& to = blocks[rest];
  const ValueId v = from.body[at];
  to.params.push_back(v);
  to.body.assign(from.body.begin() + at + 1, from.body.end());
  from.body.resize(at);
  to.term = std::move(from.term);
  from.term = Terminator{};
  nodes[v].op = Opcode::block_param;
  nodes[v].effect = Effect::pure;
  nodes[v].imm = nodes[v].count = 0;
  nodes[v].block = rest;
  for (const ValueId moved : to.body) nodes[moved].block = rest;
  if (to.term.result != none) nodes[to.term.result].block = nodes[to.term.exception].block = rest;
  return rest;
}

Terminator Function::raising(ValueId exception, std::uint32_t at) const {
  const bool in_try = kind == FunctionKind::try_body;
  Terminator term;
  term.kind = in_try ? TermKind::exit : TermKind::raise;
  term.exit_index = in_try ? exits - 1 : 0;
  term.value = exception;
  term.pc = at;
  return term;
}

std::uint32_t Function::size() const {
  std::size_t count = 0;
  for (const auto& block : blocks) count += block.body.size();
  return static_cast<std::uint32_t>(count);
}

bool has_place(const Node& node) {
  switch (node.op) {
  case Opcode::call: case Opcode::call_known: case Opcode::div: case Opcode::mod: return true;
  case Opcode::c_call: case Opcode::make_block: case Opcode::make_floats: return node.effect == Effect::effect;
  default: return false;
  }
}

void Function::forget_code() {
  nodes = {};
  pool = {};
  blocks = {};
}

} // namespace loo
