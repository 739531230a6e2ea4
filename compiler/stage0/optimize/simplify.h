// Local clean-up of one function, to a fixpoint: parameters of blocks that
// always get one value, constants, branches on constants, chains of blocks,
// dead code. Each round is linear; two or three rounds are the rule.
#pragma once

#include "ir/ir.h"

namespace loo {

// `named`: values that other functions name; they stay what they are. By id, may be short.
void simplify(Function& f, const std::vector<bool>& named = {});

// Whether a block has parameters. Predecessors matter only then.
[[nodiscard]] bool has_params(const Function& f);

// Replaces each operand v by alias[v] (followed to its end) where that is not
// `none`. Shared by the passes that substitute values.
void substitute(Function& f, std::vector<ValueId>& alias);

// Removes pure nodes and block parameters that nothing uses and that aren't `named`.
void remove_dead_values(Function& f, const std::vector<bool>& named = {});

} // namespace loo
