#include "support/file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace loo {
namespace {

// A file descriptor that closes itself; the standard ones (0, 1) are left open.
class Descriptor {
public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { (void)close(); }
  [[nodiscard]] int get() const { return fd_; }
  // False if a delayed write error shows up.
  [[nodiscard]] bool close() {
    const int fd = std::exchange(fd_, -1);
    return fd <= STDERR_FILENO || ::close(fd) == 0;
  }

private:
  int fd_;
};

Diagnostic problem(ErrorKind kind, const std::string& path, const std::string& message) {
  return {kind, {path, "", std::nullopt}, message};
}

std::string reason(const char* what, int error) { return std::string(what) + ": " + std::strerror(error); }

Diagnostic too_long(const std::string& path, std::uint64_t limit) {
  return problem(ErrorKind::input, path, "the file is longer than " + std::to_string(limit) + " bytes");
}

// 0 or the errno of the failure.
int write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

Result<std::monostate> write_in_place(int fd, const std::string& path, std::string_view content) {
  if (const int error = write_all(fd, content)) {
    return problem(ErrorKind::output, path, reason("cannot write", error));
  }
  return std::monostate{};
}

mode_t umask_bits() {
  const mode_t mask = ::umask(0);
  (void)::umask(mask);
  return mask;
}

} // namespace

Result<std::vector<std::uint8_t>> read_file(const std::string& path, std::uint64_t limit) {
  const bool standard_input = path == "-";
  Descriptor file(standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) {
    const int error = errno;
    return problem(ErrorKind::input, path, error == ENOENT ? "no such file" : reason("cannot open", error));
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return problem(ErrorKind::input, path, reason("cannot read", errno));
  if (S_ISDIR(status.st_mode)) return problem(ErrorKind::input, path, "is a directory");
  const auto expected = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  if (expected > limit) return too_long(path, limit);

  // One spare byte tells the end of a regular file without a second buffer.
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(expected) + 1);
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) bytes.resize(std::max<std::size_t>(bytes.size() * 2, 1 << 16));
    const ssize_t n = ::read(file.get(), bytes.data() + used, bytes.size() - used);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return problem(ErrorKind::input, path, reason("cannot read", errno));
    if (n == 0) break;
    used += static_cast<std::size_t>(n);
    if (used > limit) return too_long(path, limit);
  }
  bytes.resize(used);
  return bytes;
}

Result<std::monostate> write_file_atomically(const std::string& path, std::string_view content, bool executable) {
  if (path == "-") return write_in_place(STDOUT_FILENO, "standard output", content);

  std::string target = path;
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return problem(ErrorKind::output, path, "is a directory");
    if (!S_ISREG(status.st_mode)) {
      Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
      if (device.get() < 0) return problem(ErrorKind::output, path, reason("cannot open", errno));
      return write_in_place(device.get(), path, content);
    }
    if (char* resolved = ::realpath(path.c_str(), nullptr)) {
      target = resolved;
      std::free(resolved);
    }
  }

  std::string temporary = target + ".XXXXXX";
  Descriptor file(::mkstemp(temporary.data()));
  if (file.get() < 0) return problem(ErrorKind::output, path, reason("cannot create", errno));
  int error = write_all(file.get(), content);
  const mode_t mode = (executable ? 0777U : 0666U) & ~umask_bits();
  if (error == 0 && ::fchmod(file.get(), mode) != 0) error = errno;
  if (!file.close() && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
  if (error != 0) {
    (void)::unlink(temporary.c_str());
    return problem(ErrorKind::output, path, reason("cannot write", error));
  }
  return std::monostate{};
}

} // namespace loo
