// Checks the invariants of ir.h: operands exist and are defined on every path
// to their use, edges carry one argument per parameter, calls of known functions
// have as many arguments as parameters, ids are in range.
#pragma once

#include "ir/ir.h"

#include <optional>

namespace loo {

// ErrorKind::internal, naming the function and the value, when one is broken.
[[nodiscard]] std::optional<Diagnostic> verify(const Program& program, const char* phase);

} // namespace loo
