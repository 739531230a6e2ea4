#include "driver/interpreters.h"

#include "driver/process.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace loo {
namespace {

// "Lua 5.4.4", "LuaJIT 2.1.0-beta3", "NVIM v0.7.2": the first two words of what
// `--version` or `-v` print first.
std::string version_of(std::string_view output) {
  const std::string_view line = output.substr(0, output.find('\n'));
  const auto first = line.find(' ');
  if (first == std::string_view::npos) return std::string(line);
  return std::string(line.substr(0, line.find(' ', first + 1)));
}

std::string target_for(std::string_view version) {
  if (version.starts_with("LuaJIT") || version.starts_with("NVIM")) return "luajit";
  for (const std::string_view known : {"5.1", "5.2", "5.3", "5.4"}) {
    if (version.starts_with(std::string("Lua ").append(known))) return std::string("lua").append(known);
  }
  return version.starts_with("Lua ") ? "portable" : "";
}

std::optional<Interpreter> ask(const std::string& name) {
  const auto path = find_program(name);
  if (!path) return std::nullopt;
  Interpreter found{.name = name, .path = *path, .version = "", .target = ""};
  found.neovim = std::filesystem::path(name).filename() == "nvim";
  const auto done = run_process({.argv = {*path, found.neovim ? "--version" : "-v"},
                                 .directory = "",
                                 .capture = true,
                                 .limit = std::chrono::seconds(10)});
  if (!done || done->status != 0) return std::nullopt;
  found.version = version_of(done->output);
  found.target = target_for(found.version);
  if (found.target.empty()) return std::nullopt;
  // A Neovim built without LuaJIT has PUC Lua 5.1.
  if (found.neovim && done->output.find("LuaJIT") == std::string::npos) found.target = "lua5.1";
  return found;
}

} // namespace

std::vector<Interpreter> find_interpreters() {
  std::vector<Interpreter> found;
  for (const char* name : {"lua5.4", "lua5.3", "luajit", "lua5.2", "lua5.1", "lua", "nvim"}) {
    auto interpreter = ask(name);
    if (!interpreter) continue;
    const bool known = std::ranges::any_of(found, [&](const Interpreter& other) {
      std::error_code error;
      return std::filesystem::equivalent(other.path, interpreter->path, error);
    });
    if (!known) found.push_back(std::move(*interpreter));
  }
  return found;
}

std::optional<Interpreter> find_interpreter(const std::string& name) { return ask(name); }

std::vector<std::string> command_for(const Interpreter& interpreter, const std::string& file,
                                     const std::vector<std::string>& arguments) {
  std::vector<std::string> command{interpreter.path};
  if (!interpreter.neovim) {
    command.push_back(file);
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
  }
  // Neovim sets no `arg`: a Lua literal each, by bytes, whatever they hold.
  std::string words = "arg={";
  for (const std::string& word : arguments) {
    words += '"';
    for (const char c : word) {
      std::string code = std::to_string(static_cast<unsigned char>(c));
      words += "\\" + std::string(3 - code.size(), '0') + code;
    }
    words += "\",";
  }
  words += "}";
  command.insert(command.end(), {"--headless", "-u", "NONE", "-i", "NONE", "-n", "+lua " + words, "+luafile " + file, "+qa!"});
  return command;
}

} // namespace loo
