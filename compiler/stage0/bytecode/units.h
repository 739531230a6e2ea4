// Cuts linked code into its compilation units. ocamlc lays a unit out as
//   BRANCH init; function bodies; init: main code; SETGLOBAL slot of the unit
// one unit behind the other, and a STOP behind the last: the main code falls from
// a unit into the next. SETGLOBAL is used for nothing else, so the cuts need no
// debug information. Cost: one pass over the code.
#pragma once

#include "bytecode/image.h"

#include <vector>

namespace loo {

// Wants code whose instructions are whole and known, with SETGLOBALs to known
// slots. Fills nothing in for units without functions: they have no BRANCH.
// See CodeUnit in image.h for what the result guarantees.
[[nodiscard]] std::vector<CodeUnit> cut_units(const std::vector<std::int32_t>& code,
                                              const std::vector<std::string>& global_names);

} // namespace loo
