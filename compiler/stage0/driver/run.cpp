#include "driver/commands.h"
#include "driver/input.h"
#include "driver/interpreters.h"
#include "driver/phase_clock.h"
#include "driver/process.h"
#include "driver/temporary.h"
#include "driver/terminal.h"
#include "support/file.h"

#include <filesystem>
#include <iostream>
#include <optional>

namespace loo {
namespace {

std::optional<Interpreter> choose_interpreter(const std::string& name) {
  if (!name.empty()) return find_interpreter(name);
  auto found = find_interpreters();
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

} // namespace

int run_command(const Arguments& arguments) {
  const auto interpreter = choose_interpreter(arguments.lua);
  if (!interpreter) {
    const std::string name = arguments.lua.empty() ? "Lua" : "`" + arguments.lua + "`";
    return report_error({ErrorKind::usage, {}, "no interpreter " + name + " on this machine; see `lua_of_ocaml targets`"});
  }
  PhaseClock clock;
  auto image = load_image(arguments);
  if (!image) return report_error(image.error());
  clock.note("read");
  CompileOptions options = arguments.compile;
  if (!arguments.target_given) options.target = interpreter->target;
  auto files = load_embedded(arguments);
  if (!files) return report_error(files.error());
  options.files = std::move(*files);
  auto compiled = compile_image(std::move(*image), options);
  if (!compiled) return report_error(compiled.error(), arguments.inputs.back());
  clock.add(compiled->times);

  auto folder = TemporaryFolder::create();
  if (!folder) return report_error(folder.error());
  const auto name = std::filesystem::path(arguments.inputs.back()).filename().replace_extension(".lua");
  const std::string file = (folder->path() / name).string();
  if (auto written = write_file_atomically(file, compiled->lua); !written) return report_error(written.error());
  clock.note("write");
  if (arguments.time) std::cerr << clock.report();
  const auto done = run_process({.argv = command_for(*interpreter, file, arguments.program_arguments), .directory = ""});
  if (!done) return report_error(done.error());
  return done->status;
}

} // namespace loo
