// Value flow over the whole program, without changing it. Private to flow.
//
// Where two functions (or two allocations) meet, the value is unknown and both
// escape: they may be called (read, written) from anywhere. Only functions that
// can be reached are analysed. All transfer functions are monotone, so the least
// fixpoint does not depend on the order of work.
//
// Sparse: after the first pass over a function, only the users of what changed
// are evaluated again. ocamlc.byte: 1.3 evaluations a node.
#pragma once

#include "optimize/abstract_value.h"

#include <vector>

namespace loo {

struct FunctionFlow {
  std::vector<AbstractValue> values;  // by node
  AbstractValue result;
  bool reached = false;
  bool escapes = false;
};

// By function.
[[nodiscard]] std::vector<FunctionFlow> analyse_values(const Program& program);

} // namespace loo
