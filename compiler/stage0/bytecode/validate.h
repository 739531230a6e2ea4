// The checks behind Image's invariant, so that no later phase needs its own.
#pragma once

#include "bytecode/image.h"

#include <optional>
#include <string>

namespace loo {

// Fills image.units and checks image.code against the other tables: opcodes known
// to the version, whole instructions, operands in range, branch and closure
// targets at instructions of the same unit. `file` is for messages.
// Cost: two linear passes over the code and one byte per word of it, then
// check_stack.
[[nodiscard]] std::optional<Diagnostic> cut_and_validate(Image& image, const std::string& file);

} // namespace loo
