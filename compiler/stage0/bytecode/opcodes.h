// The opcodes of OCaml's bytecode, 4.08 to 5.4 (one table serves all: see
// compiler/spec/opcodes.def).
#pragma once

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
[[nodiscard]] const OpcodeInfo& opcode_info(Op op);

// Words taken by the instruction at `pc`, operands included; the code must be valid.
[[nodiscard]] std::uint32_t instruction_size(std::span<const std::int32_t> code, std::uint32_t pc);

} // namespace loo
