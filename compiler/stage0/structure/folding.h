// Which values become part of the expression that uses them, and which get a
// variable. Per block: a value folds when its only use is in the block and
// nothing between its definition and its use could tell the difference.
//
// Lua evaluates operands left to right; OCaml's bytecode has fixed the order of
// effects already, so a fold must never swap two of them, nor a read and a
// write.
#pragma once

#include "ir/ir.h"

namespace loo {

enum class Form : std::uint8_t {
  unused,    // not emitted at all
  constant,  // written anew at each use: no evaluation, no variable
  folded,    // written at its only use
  variable,  // assigned to a Lua variable
  statement, // evaluated for its effect
};

struct Folding {
  std::vector<Form> form;             // by node
  std::vector<std::uint32_t> uses;    // by node
  std::vector<std::uint32_t> depth;   // of the expression tree, by node
};

// `atoms`: primitives (by index) whose text names an operand twice or out of
// order: their operands are variables or constants. `pinned`: values that others
// name, which must have variables (empty: none).
[[nodiscard]] Folding fold_values(const Program& program, const Function& f, const std::vector<bool>& atoms,
                                  const std::vector<bool>& pinned);

} // namespace loo
