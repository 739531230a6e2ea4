// What a program needs of the runtime, as a section.
#pragma once

#include "link/chunk.h"
#include "link/runtime_library.h"
#include "lua/dialect.h"

#include <string_view>

namespace loo {

struct RuntimeSection {
  Section section;                            // the fragments, each behind what it needs itself
  std::vector<std::string> used;              // primitives that are mentioned already, sorted
  std::vector<std::string> missing;           // primitives without a fragment, sorted: they raise
  std::vector<std::uint32_t> missing_symbols;
};

// A primitive is traced where the program calls it by this and its name.
constexpr std::string_view traced_prefix = "rt_traced_";

// For the runtime's symbols that are there; more may join them. They tell the feature `yields`.
[[nodiscard]] RuntimeSection runtime_section(SymbolTable& symbols, Dialect dialect);

// Their names, sorted.
[[nodiscard]] std::vector<std::string> runtime_names(const SymbolTable& symbols);

} // namespace loo
