// The subcommands, a source each: from parsed arguments to the exit status.
#pragma once

#include "driver/command_line.h"

namespace loo {

[[nodiscard]] int compile_command(const Arguments& arguments);
[[nodiscard]] int link_command(const Arguments& arguments);
[[nodiscard]] int run_command(const Arguments& arguments);
[[nodiscard]] int info_command(const Arguments& arguments);
[[nodiscard]] int check_runtime_command(const Arguments& arguments);
[[nodiscard]] int targets_command(const Arguments& arguments);

} // namespace loo
