// The output before names are chosen: sections (the runtime, then a unit each)
// of chunks of text, in which symbols are numbers.
#pragma once

#include "lua/symbols.h"

#include <string>
#include <vector>

namespace loo {

enum class ChunkKind : std::uint8_t {
  function, // "function SYMBOL(...) ... end": defines a function
  value,    // "SYMBOL = ...": defines a value, perhaps by several statements
  code,     // statements; the unit's values that they define are declared by the section
};

struct Chunk {
  ChunkKind kind = ChunkKind::code;
  std::uint32_t symbol = none;          // what it defines
  std::string comment;                  // a line that goes before the definition, or empty
  std::string text;
  std::uint32_t upvalues = 0;           // free variables of the innermost functions, beside symbols
  std::uint32_t locals = 0;
};

struct Section {
  std::string name;
  std::string comment;                  // a line that goes before the section, or empty
  std::vector<Chunk> chunks;            // in the order in which they must run, but for functions that call each other
  std::vector<std::uint32_t> values;    // symbols that `code` assigns
};

} // namespace loo
