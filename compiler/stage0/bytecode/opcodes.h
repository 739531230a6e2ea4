// The opcodes of OCaml's bytecode, 4.08 to 5.4 (one table serves all: see
// compiler/spec/opcodes.def).
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace loo {

// How the operands that follow an opcode are laid out, in 32-bit words.
enum class OperandShape : std::uint8_t {
  no_operands,
  int1,        // n
  int2,        // n p
  int3,        // n p q
  label,       // one offset, relative to the offset's own word
  int1_label,  // n, offset relative to its own word
  switch_table, // sizes, then offsets relative to the first offset's word
  closurerec,  // functions, variables, then code offsets relative to the first offset's word
};

enum class Op : std::uint8_t {
#define LOO_OPCODE(name, shape) name,
#include "opcodes.def"
#undef LOO_OPCODE
};

struct OpcodeInfo {
  const char* name;
  OperandShape shape;
};

inline constexpr int opcode_count = 153;
inline constexpr std::array<OpcodeInfo, opcode_count> opcode_table = {{
#define LOO_OPCODE(name, shape) {#name, OperandShape::shape},
#include "opcodes.def"
#undef LOO_OPCODE
}};
static_assert(static_cast<int>(Op::STOP) == 143 && static_cast<int>(Op::REPERFORMTERM) == opcode_count - 1);

[[nodiscard]] inline const OpcodeInfo& opcode_info(Op op) { return opcode_table[static_cast<std::size_t>(op)]; }

// Words taken by the instruction at `pc`, operands included; the code must be valid.
[[nodiscard]] inline std::uint32_t instruction_size(std::span<const std::int32_t> code, std::uint32_t pc) {
  switch (opcode_info(static_cast<Op>(code[pc])).shape) {
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
