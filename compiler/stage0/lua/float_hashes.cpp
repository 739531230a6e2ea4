#include "lua/float_hashes.h"

namespace loo {

namespace {

Kinds kinds_of(const Program& program, const Function& f, ValueId v) {
  const Node& node = f.nodes[v];
  switch (node.op) {
  case Opcode::literal:
    switch (program.constants[node.imm].kind) {
    case Constant::Kind::integer: return kind_int;
    case Constant::Kind::floating: return kind_float;
    case Constant::Kind::string: return kind_string;
    default: return kind_block;
    }
  case Opcode::item: {
    const Item& item = program.items[node.imm];
    return kinds_of(program, program.functions[item.main], item.value);
  }
  case Opcode::c_call: return program.primitives[node.imm].result;
  case Opcode::call_known: return program.functions[node.imm].result;
  default: return op_info(node.op).result;
  }
}

} // namespace

void hash_floats(Program& program) {
  if (program.open()) return;
  std::vector<Node*> calls;
  for (auto& f : program.functions) {
    if (f.dead) continue;
    for (const auto& block : f.blocks)
      for (const ValueId v : block.body) {
        Node& node = f.nodes[v];
        if (node.op != Opcode::c_call || program.primitives[node.imm].name != "caml_hash") continue;
        const Kinds kinds = kinds_of(program, f, f.args(v)[3]);
        if (kinds == kind_float)
          calls.push_back(&node);
        else if ((kinds & kind_float) != 0)
          return;
      }
  }
  if (calls.empty()) return;
  PrimitiveUse use = program.primitives[calls[0]->imm];
  use.name = "rt_hash_float";
  program.primitives.push_back(std::move(use));
  for (Node* call : calls) call->imm = static_cast<std::uint32_t>(program.primitives.size() - 1);
}

} // namespace loo
