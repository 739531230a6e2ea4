// The IR as text, for --dump and for tests. Both compilers print the same text,
// so that the first phase in which they differ can be named.
#pragma once

#include "ir/ir.h"

namespace loo {

[[nodiscard]] std::string print_ir(const Program& program);

} // namespace loo
