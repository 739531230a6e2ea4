// The runtime as fragments: the Lua text of each primitive, found by name for a
// dialect. The files of runtime/lua are embedded by the build; their format is
// described in runtime/lua/README.md.
#pragma once

#include "lua/dialect.h"
#include "lua/symbols.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace loo {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};
// In alphabetical order.
[[nodiscard]] const std::vector<EmbeddedFile>& embedded_runtime();

struct Fragment {
  std::string name;
  std::string_view text;     // with comments, as in the file
  std::uint32_t order = 0;   // among all fragments
};

// Fragments chosen for one dialect.
class RuntimeLibrary {
public:
  explicit RuntimeLibrary(const Dialect& dialect);
  [[nodiscard]] const Fragment* find(const std::string& name) const;

  // The fragment's text without comments, its own name and the names of other
  // fragments as symbols. `is_function`: the text begins with `function`.
  struct Text {
    bool is_function = false;
    std::string text;
  };
  [[nodiscard]] Text render(const Fragment& fragment, SymbolTable& symbols) const;

private:
  std::map<std::string, Fragment, std::less<>> fragments_;
};

} // namespace loo
