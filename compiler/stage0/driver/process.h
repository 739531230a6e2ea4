// Runs one command and waits for it. The command's standard streams are the
// driver's own, or its output is captured (both streams in one, as they come).
// With a time limit the command has a process group of its own, which is killed
// whole; without one it stays in the driver's group, so that it may read from
// the terminal. Errors: ErrorKind::input when the command can't be started.
#pragma once

#include "support/diagnostic.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace loo {

struct ProcessRequest {
  std::vector<std::string> argv;      // argv[0]: a path, or a name to find in PATH
  std::string directory;              // empty: the current one
  bool capture = false;               // else inherit; the standard input is empty when captured
  std::chrono::milliseconds limit{0}; // 0: none
};

struct ProcessResult {
  int status = 0;  // the exit status; 128 + signal when a signal ended it
  int signal = 0;
  bool timed_out = false;
  std::string output;
};

[[nodiscard]] Result<ProcessResult> run_process(const ProcessRequest& request);
// The absolute path of `name` in PATH (itself if it holds a slash).
[[nodiscard]] std::optional<std::string> find_program(const std::string& name);

} // namespace loo
