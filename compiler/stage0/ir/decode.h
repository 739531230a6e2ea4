// An instruction in its plain form: `ACC3`, `PUSHACC3` and `PUSHACC 3` are all
// ACC with operand 3, the last two with `push` set. Private to the builder.
#pragma once

#include "bytecode/opcodes.h"

namespace loo {

struct Plain {
  Op op;
  bool push;           // the accumulator is pushed first
  bool implied;        // `operand` comes from the opcode, not from the code
  std::int32_t operand;
};

[[nodiscard]] Plain plain_form(Op op);

} // namespace loo
