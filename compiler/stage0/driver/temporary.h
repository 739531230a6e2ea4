// A folder of its own under the system's temporary folder, removed with all it
// holds when the value goes.
#pragma once

#include "support/diagnostic.h"

#include <filesystem>
#include <utility>

namespace loo {

class TemporaryFolder {
public:
  // Errors: ErrorKind::output.
  [[nodiscard]] static Result<TemporaryFolder> create();

  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

} // namespace loo
