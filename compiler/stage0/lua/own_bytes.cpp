#include "lua/own_bytes.h"

#include "ir/cfg.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace loo {

namespace {

struct Store {
  std::string_view primitive;
  std::uint32_t operand; // the bytes that it writes into
};

constexpr std::array stores = {
    Store{"caml_bytes_set", 0},   Store{"caml_bytes_set16", 0}, Store{"caml_bytes_set32", 0},
    Store{"caml_bytes_set64", 0}, Store{"caml_fill_bytes", 0},  Store{"caml_blit_bytes", 2},
    Store{"caml_blit_string", 2},
};

// By primitive: the operand that it writes into, or none.
std::vector<std::uint32_t> written_operands(const Program& program) {
  std::vector<std::uint32_t> operands;
  for (const auto& use : program.primitives) {
    const auto store = std::ranges::find(stores, use.name, &Store::primitive);
    operands.push_back(store == stores.end() ? none : store->operand);
  }
  return operands;
}

// The bytes that a node stores into, or none.
ValueId written(const Function& f, ValueId v, const std::vector<std::uint32_t>& operands) {
  const Node& node = f.nodes[v];
  if (node.op == Opcode::set_byte) return f.args(v)[0];
  if (node.op != Opcode::c_call || operands[node.imm] == none) return none;
  return f.args(v)[operands[node.imm]];
}

class Owner {
public:
  Owner(Program& program, std::uint32_t shared)
      : program_(program), shared_(shared), owned_(static_cast<std::uint32_t>(program.primitives.size())),
        operands_(written_operands(program)), preds_(program.functions.size()) {}

  void run() {
    for (FuncId id = 0; id < program_.functions.size(); ++id) {
      const auto& f = program_.functions[id];
      if (f.dead) continue;
      for (const auto& block : f.blocks)
        for (const ValueId v : block.body)
          if (const ValueId bytes = written(f, v, operands_); bytes != none) own(origin(id, bytes));
    }
  }

private:
  void own(Node& made) {
    if (made.op != Opcode::c_call || made.imm != shared_) return;
    if (program_.primitives.size() == owned_) {
      program_.primitives.push_back(program_.primitives[shared_]);
      program_.primitives.back().name = "rt_bytes_table";
    }
    made.imm = owned_;
    made.effect = Effect::effect;
  }

  // The node that defines the value: through the parameters of blocks that one way leads to,
  // and values of a unit's main code.
  Node& origin(FuncId id, ValueId v) {
    auto& f = program_.functions[id];
    Node& node = f.nodes[v];
    if (node.op == Opcode::item) return origin(program_.items[node.imm].main, program_.items[node.imm].value);
    if (node.op != Opcode::block_param) return node;
    if (!preds_[id]) preds_[id] = predecessors(f, reverse_postorder(f));
    const auto ways = (*preds_[id])[node.block];
    if (ways.size() != 1) return node;
    const auto& params = f.blocks[node.block].params;
    const auto place = static_cast<std::size_t>(std::ranges::find(params, v) - params.begin());
    return origin(id, f.blocks[ways[0].from].term.edges[ways[0].edge].args[place]);
  }

  Program& program_;
  std::uint32_t shared_, owned_;
  std::vector<std::uint32_t> operands_;
  std::vector<std::optional<Predecessors>> preds_; // by function, where they were asked for
};

} // namespace

void own_bytes(Program& program) {
  const auto shared = std::ranges::find(program.primitives, "caml_bytes_of_string", &PrimitiveUse::name);
  if (shared == program.primitives.end()) return;
  Owner(program, static_cast<std::uint32_t>(shared - program.primitives.begin())).run();
}

} // namespace loo
