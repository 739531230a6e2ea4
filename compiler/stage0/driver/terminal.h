// How the driver speaks: one line per error, colour only on a terminal and
// never under NO_COLOR (https://no-color.org).
#pragma once

#include "support/diagnostic.h"

#include <string>

namespace loo {

// Prints `lua_of_ocaml: FILE: what (section, offset)`; returns the exit code.
// Phases past the reader know no file names: `file` is for their errors.
[[nodiscard]] int report_error(Diagnostic diagnostic, const std::string& file = "");
// Writes to the standard output; an error when it can't (a full disk, a closed pipe).
[[nodiscard]] int print(const std::string& text);

} // namespace loo
