// How the driver speaks: one line per error, colour only on a terminal and
// never under NO_COLOR (https://no-color.org).
#pragma once

#include "support/diagnostic.h"

#include <string>

namespace loo {

// Prints `lua_of_ocaml: FILE: what (section, offset)`; returns the exit code.
[[nodiscard]] int report_error(const Diagnostic& diagnostic);
// Writes to the standard output; an error when it can't (a full disk, a closed pipe).
[[nodiscard]] int print(const std::string& text);

} // namespace loo
