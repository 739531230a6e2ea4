// Whole files in and out. Reading has a limit, so that a device or a wrong path
// never fills the memory; writing is whole or not at all: a temporary file beside
// the target, renamed over it when every byte has been written.
#pragma once

#include "support/diagnostic.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace loo {

inline constexpr std::uint64_t default_file_limit = std::uint64_t{1} << 30;

// The bytes of the file at `path` ("-" is the standard input). Errors
// (ErrorKind::input): missing, not readable, a directory, longer than `limit` bytes.
[[nodiscard]] Result<std::vector<std::uint8_t>> read_file(const std::string& path,
                                                          std::uint64_t limit = default_file_limit);

// Writes `content` to `path`, with mode 0777 under the umask if `executable`,
// else 0666. "-" is the standard output; a device, pipe or the like is written in
// place; a symbolic link is followed. Errors: ErrorKind::output; the old file,
// if any, is then as it was.
[[nodiscard]] Result<std::monostate> write_file_atomically(const std::string& path, std::string_view content,
                                                           bool executable = false);

} // namespace loo
