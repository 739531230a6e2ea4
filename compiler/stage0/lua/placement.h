// A function's variables, and where they are declared. Each value that needs one
// gets a variable of its own, but that the parameter of a block shares it with
// what is moved there, where that can be: a loop's counter is one variable. It is
// declared in the innermost Lua block that holds all its uses, where it is born
// when possible, and never between a goto and its label. A function that would
// hold more locals than Lua allows shares registers by liveness instead; what does
// not fit into registers either lives in a table `_V`, the least used first.
#pragma once

#include "structure/structure.h"

#include <map>
#include <string>
#include <vector>

namespace loo {

struct Placement {
  std::vector<std::string> names;     // by node: the text that names its variable
  std::vector<bool> in_place;         // by node: `local` at its definition
  std::map<std::pair<SeqId, std::uint32_t>, std::vector<ValueId>> declared; // before statement `index` of the sequence
  bool shares = false;                // variables are registers, or slots of _V
  std::uint32_t registers = 0;        // shared ones, declared at the top
  std::uint32_t spilled = 0;          // slots of _V
  std::uint32_t variables = 0;
};

struct PlacementInput {
  const Program& program;
  const Function& f;
  const Folding& folding;
  const Tree& tree;
  const std::vector<bool>& external;  // values that are named elsewhere (items, parameters)
  bool share = false;                 // registers instead of a local each
  std::uint32_t budget = 180;         // registers at most
};

[[nodiscard]] Placement place_variables(const PlacementInput& input);

} // namespace loo
