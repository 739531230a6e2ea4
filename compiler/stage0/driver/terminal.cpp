#include "driver/terminal.h"

#include "support/file.h"

#include <cstdlib>
#include <iostream>
#include <string_view>
#include <unistd.h>

namespace loo {
namespace {

bool use_colour(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  return ::isatty(descriptor) != 0 && term != nullptr && std::string_view(term) != "dumb";
}

} // namespace

int report_error(Diagnostic diagnostic, const std::string& file) {
  if (diagnostic.place.file.empty()) diagnostic.place.file = file;
  const bool colour = use_colour(STDERR_FILENO);
  std::cerr << (colour ? "\x1b[1;31mlua_of_ocaml:\x1b[0m " : "lua_of_ocaml: ") + to_string(diagnostic) + "\n";
  return exit_code(diagnostic.kind);
}

int print(const std::string& text) {
  if (auto written = write_file_atomically("-", text); !written) return report_error(written.error());
  return 0;
}

} // namespace loo
