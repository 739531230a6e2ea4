// The runtime as fragments: the Lua text of each primitive, found by name for a
// dialect. The files of runtime/lua are embedded by the build, fragment by
// fragment; their format is described in runtime/lua/README.md.
#pragma once

#include "lua/dialect.h"
#include "lua/symbols.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loo {

struct Fragment {
  std::string_view name;
  std::string_view condition; // what follows `if` in its header, or ""
  std::string_view text;      // all behind the header, with comments
};
// In the order of the names; the variants of a name as in their file.
[[nodiscard]] std::span<const Fragment> embedded_runtime();

// Fragments chosen for one dialect.
class RuntimeLibrary {
public:
  explicit RuntimeLibrary(const Dialect& dialect) : dialect_(dialect) {}
  // Of the variants that hold, the last; nullptr when there is none.
  [[nodiscard]] const Fragment* find(std::string_view name) const;
  // Of all fragments that there are, sorted.
  [[nodiscard]] std::vector<std::string> names() const;

  // The fragment's text without comments, its own name and the names of other
  // fragments as symbols. `is_function`: the text begins with `function`.
  struct Text {
    bool is_function = false;
    std::string text;
  };
  [[nodiscard]] Text render(const Fragment& fragment, SymbolTable& symbols) const;

private:
  const Dialect& dialect_;
};

} // namespace loo
