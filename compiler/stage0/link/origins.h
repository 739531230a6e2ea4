// Where the functions of a program are from, as comments of its Lua (--debug-info).
//
// A function's event is the first one at or after its first instruction, before the
// next function of its unit begins: ocamlc -g puts one at the start of each body.
// Main code goes on behind the functions of its unit. Building takes one pass over
// the code, a comment two binary searches.
#pragma once

#include "ir/ir.h"

#include <string>
#include <vector>

namespace loo {

class Origins {
public:
  // The image, whose code, units and events are looked at, must outlive it.
  explicit Origins(const Image& image);

  // "-- FILE:LINE DEFINITION, pc N\n", or "-- UNIT, pc N\n" for a function without an
  // event, or whose event has no line, since ocamlc made it up. Names come from files:
  // what isn't printable ASCII is shown as `?`, and they are cut at 200 bytes.
  [[nodiscard]] std::string comment(const Function& function) const;

private:
  [[nodiscard]] const DebugEvent* event_of(const Function& function) const;

  const Image& image_;
  std::vector<std::uint32_t> starts_; // of all closures and main code, ascending
};

} // namespace loo
