#include "driver/commands.h"
#include "driver/interpreters.h"
#include "driver/terminal.h"

#include <algorithm>

namespace loo {

int targets_command(const Arguments&) {
  const auto found = find_interpreters();
  std::string out = "targets:";
  for (const std::string& name : target_names()) out += " " + name;
  out += found.empty() ? "\nno Lua found in PATH\n" : "\nLuas of this machine (name, version, own target, path):\n";

  std::size_t name_width = 0, version_width = 0, target_width = 0;
  for (const Interpreter& lua : found) {
    name_width = std::max(name_width, lua.name.size());
    version_width = std::max(version_width, lua.version.size());
    target_width = std::max(target_width, lua.target.size());
  }
  const auto column = [](const std::string& text, std::size_t width) {
    return text + std::string(width - text.size() + 2, ' ');
  };
  for (const Interpreter& lua : found) {
    out += "  " + column(lua.name, name_width) + column(lua.version, version_width) + column(lua.target, target_width) +
           lua.path + "\n";
  }
  return print(out);
}

} // namespace loo
