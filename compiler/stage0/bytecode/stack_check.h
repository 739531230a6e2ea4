// The stack discipline of the code, checked by following the flow of control
// through each function once: no instruction reaches below its frame, no read
// meets a trap frame or a return address, paths that meet agree on the height and
// the open traps, a function leaves with an empty frame, environments are as big
// as their accesses, and no instruction belongs to two functions.
#pragma once

#include "bytecode/image.h"

#include <optional>
#include <string>

namespace loo {

// Wants code that passed the linear checks of validate.h, and image.units.
// Cost: linear in the reachable code, 12 bytes per word of code.
[[nodiscard]] std::optional<Diagnostic> check_stack(const Image& image, const std::string& file);

} // namespace loo
