// The code as text, for --dump=bytecode: one instruction a line, branch targets
// as pcs, primitives by name.
#pragma once

#include "bytecode/image.h"

namespace loo {

[[nodiscard]] std::string disassemble(const Image& image);

} // namespace loo
