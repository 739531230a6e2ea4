// lua_of_ocaml: see `lua_of_ocaml --help`.
#include "driver/commands.h"
#include "driver/terminal.h"

#include <exception>
#include <new>
#include <string>
#include <vector>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

int dispatch(const loo::Arguments& arguments) {
  switch (arguments.subcommand) {
  case loo::Subcommand::help: return loo::print(loo::help_text(arguments.topic));
  case loo::Subcommand::version: return loo::print(loo::version_text());
  case loo::Subcommand::compile: return loo::compile_command(arguments);
  case loo::Subcommand::link: return loo::link_command(arguments);
  case loo::Subcommand::run: return loo::run_command(arguments);
  case loo::Subcommand::info: return loo::info_command(arguments);
  case loo::Subcommand::check_runtime: return loo::check_runtime_command(arguments);
  case loo::Subcommand::targets: return loo::targets_command(arguments);
  }
  return loo::exit_code(loo::ErrorKind::internal);
}

// A compilation takes memory, then ends. By default glibc gives every large
// vector pages of its own and hands them back, to ask for new ones, which the
// kernel clears, a moment later: 5% of the time of a small program.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int mebibyte = 1 << 20;
  mallopt(M_TOP_PAD, mebibyte);
  mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
  mallopt(M_TRIM_THRESHOLD, 64 * mebibyte);
#endif
}

} // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  // Errors are values; what is thrown all the same comes from the standard library.
  try {
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto arguments = loo::parse_command_line(words);
    return arguments ? dispatch(*arguments) : loo::report_error(arguments.error());
  } catch (const std::bad_alloc&) {
    return loo::report_error({loo::ErrorKind::internal, {}, "out of memory"});
  } catch (const std::exception& error) {
    return loo::report_error({loo::ErrorKind::internal, {}, std::string("unexpected: ") + error.what()});
  }
}
