#include "bytecode/opcodes.h"

#include <array>

namespace loo {
namespace {

constexpr std::array<OpcodeInfo, opcode_count> table = {{
#define LOO_OPCODE(name, shape) {#name, OperandShape::shape},
#include "opcodes.def"
#undef LOO_OPCODE
}};

static_assert(static_cast<int>(Op::STOP) == 143 && static_cast<int>(Op::REPERFORMTERM) == opcode_count - 1);

} // namespace

const OpcodeInfo& opcode_info(Op op) { return table[static_cast<std::size_t>(op)]; }

std::uint32_t instruction_size(std::span<const std::int32_t> code, std::uint32_t pc) {
  switch (table[static_cast<std::size_t>(code[pc])].shape) {
  case OperandShape::no_operands:
    return 1;
  case OperandShape::int1:
  case OperandShape::label:
    return 2;
  case OperandShape::int2:
  case OperandShape::int1_label:
    return 3;
  case OperandShape::int3:
    return 4;
  case OperandShape::switch_table: {
    const auto sizes = static_cast<std::uint32_t>(code[pc + 1]);
    return 2 + (sizes & 0xffff) + (sizes >> 16);
  }
  case OperandShape::closurerec:
    return 3 + static_cast<std::uint32_t>(code[pc + 1]);
  }
  return 1;
}

} // namespace loo
