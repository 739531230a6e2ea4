// The tree of statements as text, for --dump=structure.
#pragma once

#include "structure/structure.h"

namespace loo {

[[nodiscard]] std::string print_tree(const Function& f, const Tree& tree);

} // namespace loo
