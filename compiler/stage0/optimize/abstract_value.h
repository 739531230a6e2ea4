// The lattice of flow_analysis.h.
#pragma once

#include "ir/ir.h"

namespace loo {

inline constexpr std::uint32_t unknown_target = none;
inline constexpr std::uint32_t no_target = none - 1;

// A set of kinds plus, for functions and blocks, the one function or allocation
// site that it can be. kinds == 0: no value reaches here (yet).
struct AbstractValue {
  Kinds kinds = 0;
  std::uint32_t function = no_target; // when kinds has kind_function
  std::uint32_t site = no_target;     // when kinds has kind_block: the allocation

  [[nodiscard]] bool bottom() const { return kinds == 0; }
  // The one function that this must be.
  [[nodiscard]] bool is_function() const { return kinds == kind_function && function < no_target; }
  // The one function that a call of this reaches, the one block that a read of
  // its fields does: an int can be neither called nor read.
  [[nodiscard]] bool calls_function() const { return (kinds & ~kind_int) == kind_function && function < no_target; }
  [[nodiscard]] bool is_site() const { return (kinds & kind_block) != 0 && site < no_target; }
  bool operator==(const AbstractValue&) const = default;

  static AbstractValue of(Kinds kinds) {
    return {kinds, (kinds & kind_function) != 0 ? unknown_target : no_target,
            (kinds & kind_block) != 0 ? unknown_target : no_target};
  }
  static AbstractValue of_function(FuncId f) { return {kind_function, f, no_target}; }
  static AbstractValue of_site(std::uint32_t site) { return {kind_block, no_target, site}; }
};

} // namespace loo
