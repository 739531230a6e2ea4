#include "driver/process.h"

#include <boost/process.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace loo {
namespace {

namespace bp = boost::process;
using Clock = std::chrono::steady_clock;

class PidDescriptor {
public:
  explicit PidDescriptor(pid_t pid) : fd_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {}
  PidDescriptor(const PidDescriptor&) = delete;
  PidDescriptor& operator=(const PidDescriptor&) = delete;
  ~PidDescriptor() { if (fd_ >= 0) ::close(fd_); }
  [[nodiscard]] int get() const { return fd_; }

private:
  int fd_;
};

// Ctrl-C is for the command that has the terminal: meanwhile the driver only
// waits, and still removes its temporary files. A handler, unlike SIG_IGN, is
// not inherited through exec.
class WithoutInterrupts {
public:
  WithoutInterrupts() {
    struct sigaction nothing {};
    nothing.sa_handler = [](int) {};
    nothing.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &nothing, &previous_);
  }
  WithoutInterrupts(const WithoutInterrupts&) = delete;
  WithoutInterrupts& operator=(const WithoutInterrupts&) = delete;
  ~WithoutInterrupts() { ::sigaction(SIGINT, &previous_, nullptr); }

private:
  struct sigaction previous_ {};
};

int remaining_ms(std::optional<Clock::time_point> deadline) {
  if (!deadline) return -1;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - Clock::now()).count();
  return left <= 0 ? 0 : static_cast<int>(left) + 1;
}

// Reads until the pipe is closed (or, without one, waits until the process has
// ended). False: the deadline came first.
bool drain(int pipe, int pid, std::optional<Clock::time_point> deadline, std::string& output) {
  std::array<char, 65536> buffer;
  for (;;) {
    if (pid < 0 && pipe < 0) return true; // a kernel without pidfd (before 5.3): the caller's wait() blocks
    std::array<pollfd, 2> watched{pollfd{pid, POLLIN, 0}, pollfd{pipe, POLLIN, 0}};
    const int ready = ::poll(watched.data(), pipe >= 0 ? 2 : 1, remaining_ms(deadline));
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return false;
    if (pipe >= 0 && watched[1].revents != 0) {
      const ssize_t n = ::read(pipe, buffer.data(), buffer.size());
      if (n > 0) output.append(buffer.data(), static_cast<std::size_t>(n));
      if (n == 0 || (n < 0 && errno != EINTR)) pipe = -1;
    } else if (watched[0].revents != 0) {
      return true; // ended, and nothing left to read (a grandchild may hold the pipe: not waited for)
    }
  }
}

} // namespace

Result<ProcessResult> run_process(const ProcessRequest& request) {
  const auto fail = [&](const std::string& why) {
    return Diagnostic{ErrorKind::input, {request.argv.front(), "", std::nullopt}, why};
  };
  const auto program = find_program(request.argv.front());
  if (!program) return fail("no such program");
  const std::vector<std::string> rest(request.argv.begin() + 1, request.argv.end());
  const std::string directory = request.directory.empty() ? "." : request.directory;
  const auto deadline = request.limit.count() > 0 ? std::optional(Clock::now() + request.limit) : std::nullopt;

  std::unique_ptr<WithoutInterrupts> guard;
  if (!deadline) guard = std::make_unique<WithoutInterrupts>();
  ProcessResult result;
  try {
    bp::pipe pipe;
    bp::group group;
    const auto start = [&](auto&&... streams) {
      const auto exe = bp::exe = *program;
      return deadline ? bp::child(exe, bp::args = rest, bp::start_dir = directory, streams..., group)
                      : bp::child(exe, bp::args = rest, bp::start_dir = directory, streams...);
    };
    bp::child child = request.capture ? start(bp::std_in < bp::null, (bp::std_out & bp::std_err) > pipe) : start();
    const PidDescriptor pid(child.id());
    int source = -1;
    if (request.capture) {
      ::close(pipe.native_sink());
      pipe.assign_sink(-1);
      source = pipe.native_source();
    }
    if (!drain(source, pid.get(), deadline, result.output)) {
      result.timed_out = true;
      ::kill(-child.id(), SIGKILL);
    }
    child.wait();
    const int status = child.native_exit_code();
    if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
    result.status = result.signal != 0 ? 128 + result.signal : WEXITSTATUS(status);
  } catch (const bp::process_error& error) {
    return fail(error.code().message());
  }
  return result;
}

std::optional<std::string> find_program(const std::string& name) {
  if (name.find('/') != std::string::npos)
    return ::access(name.c_str(), X_OK) == 0 ? std::optional(boost::filesystem::absolute(name).string()) : std::nullopt;
  const auto path = bp::search_path(name);
  return path.empty() ? std::nullopt : std::optional(path.string());
}

} // namespace loo
