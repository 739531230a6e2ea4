#include "driver/commands.h"
#include "driver/input.h"
#include "driver/phase_clock.h"
#include "driver/terminal.h"
#include "link/separate.h"
#include "support/file.h"

#include <filesystem>
#include <iostream>

namespace loo {
namespace {

// Where the Lua file goes: beside the last input, which is the main unit of a
// list; an input from the standard input goes to the standard output.
std::string output_of(const Arguments& arguments) {
  if (!arguments.output.empty()) return arguments.output;
  if (!arguments.compile.dump.empty() || arguments.inputs.back() == "-") return "-";
  return std::filesystem::path(arguments.inputs.back()).replace_extension(".lua").string();
}

} // namespace

int compile_command(const Arguments& arguments) {
  if (arguments.unit) {
    auto bytes = read_file(arguments.inputs[0]);
    if (!bytes) return report_error(bytes.error());
    const auto text = compile_units({arguments.inputs[0], std::move(*bytes)}, arguments.only, arguments.compile);
    if (!text) return report_error(text.error());
    const auto written = write_file_atomically(output_of(arguments), *text);
    return written ? 0 : report_error(written.error());
  }
  PhaseClock clock;
  auto image = load_image(arguments);
  if (!image) return report_error(image.error());
  clock.note("read");
  CompileOptions options = arguments.compile;
  auto files = load_embedded(arguments);
  if (!files) return report_error(files.error());
  options.files = std::move(*files);
  auto compiled = compile_image(std::move(*image), options);
  if (!compiled) return report_error(compiled.error(), arguments.inputs.back());
  clock.add(compiled->times);
  const std::string& text = arguments.compile.dump.empty() ? compiled->lua : compiled->dump;
  auto written = write_file_atomically(output_of(arguments), text);
  if (!written) return report_error(written.error());
  clock.note("write");
  if (arguments.time) std::cerr << clock.report();
  return 0;
}

} // namespace loo
