// The Luas of this machine. Each is asked for its version (a process each, some
// milliseconds), never trusted by its name: `lua` may be any of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace loo {

struct Interpreter {
  std::string name;    // "lua5.4", "luajit", "nvim"
  std::string path;
  std::string version; // "Lua 5.4.4"
  std::string target;  // the target that suits it best
  bool neovim = false;
};

// In the order in which `run` prefers them.
[[nodiscard]] std::vector<Interpreter> find_interpreters();
// By a name of find_interpreters, or any command.
[[nodiscard]] std::optional<Interpreter> find_interpreter(const std::string& name);
// The command that runs a Lua file with arguments.
[[nodiscard]] std::vector<std::string> command_for(const Interpreter& interpreter, const std::string& file,
                                                   const std::vector<std::string>& arguments);

} // namespace loo
