// The command line as a value. `parse_command_line` decides nothing beyond
// syntax: whether a target or a file exists is asked by whoever uses it.
// Errors: ErrorKind::usage, with the option in the message.
#pragma once

#include "link/compiler.h"
#include "support/diagnostic.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace loo {

enum class Subcommand : std::uint8_t { help, version, compile, link, run, info, check_runtime, targets };

struct Arguments {
  Subcommand subcommand = Subcommand::help;
  Subcommand topic = Subcommand::help;        // of help: the command it is about
  std::vector<std::string> inputs;
  std::vector<std::string> program_arguments; // of run: what follows `--`
  std::vector<std::string> include_folders;   // -I, for ocamlc
  std::vector<std::string> embedded;          // of compile and run: --file, PATH or PATH:NAME
  std::string output;                         // empty: beside the input; "-": standard output
  std::string lua;                            // of run: the interpreter's name or path
  CompileOptions compile;
  bool target_given = false;                  // else run takes the interpreter's own
  bool time = false;
  bool unit = false;                          // of compile: units by themselves
  std::vector<std::string> only;              // of compile: of these those of these names
  bool runtime = false;                       // of link: the runtime alone
};

// `arguments` without the program's name.
[[nodiscard]] Result<Arguments> parse_command_line(std::span<const std::string> arguments);
// The text of --help; Subcommand::help for the overview.
[[nodiscard]] std::string help_text(Subcommand topic);
[[nodiscard]] std::string version_text();

} // namespace loo
