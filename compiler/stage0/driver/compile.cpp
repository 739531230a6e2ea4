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

int write_result(const std::string& file, const std::string& text) {
  auto written = write_file_atomically(file, text);
  return written ? 0 : report_error(written.error());
}

} // namespace

int link_command(const Arguments& arguments) {
  std::vector<UnitFile> files;
  for (const std::string& name : arguments.inputs) {
    auto bytes = read_file(name);
    if (!bytes) return report_error(bytes.error());
    files.push_back({name, std::string(bytes->begin(), bytes->end())});
  }
  const auto text = link_units(files, arguments.compile.allow_missing);
  return text ? write_result(arguments.output, *text) : report_error(text.error(), arguments.inputs.back());
}

int compile_command(const Arguments& arguments) {
  if (arguments.unit) {
    auto bytes = read_file(arguments.inputs[0]);
    if (!bytes) return report_error(bytes.error());
    const auto text = compile_units({arguments.inputs[0], std::move(*bytes)}, arguments.compile);
    return text ? write_result(output_of(arguments), *text) : report_error(text.error());
  }
  PhaseClock clock;
  auto image = load_image(arguments);
  if (!image) return report_error(image.error());
  clock.note("read");
  auto compiled = compile_image(std::move(*image), arguments.compile);
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
