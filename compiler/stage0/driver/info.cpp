#include "driver/commands.h"
#include "driver/input.h"
#include "driver/terminal.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace loo {
namespace {

std::string count(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

std::string pad(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

} // namespace

int info_command(const Arguments& arguments) {
  auto image = load_image(arguments);
  if (!image) return report_error(image.error());
  auto runtime = check_runtime(*image, arguments.compile);
  if (!runtime) return report_error(runtime.error(), arguments.inputs.back());
  auto functions = function_sizes(*image, arguments.compile);
  if (!functions) return report_error(functions.error(), arguments.inputs.back());

  std::string out = arguments.inputs.back() + ": bytecode of OCaml " + image->version.name() + "\n";
  out += "  code        " + count(image->code.size(), "word") + " in " + count(image->units.size(), "unit") + "\n";
  out += "  data        " + count(image->globals.size(), "global") + ", " + count(image->constants.size(), "constant") + "\n";
  out += "  primitives  " + std::to_string(runtime->used.size()) + " used, " + std::to_string(runtime->missing.size()) +
         " missing for " + arguments.compile.target + "\n";
  out += "  functions   " + std::to_string(functions->size()) + "\n";

  out += "units (words of code):\n";
  for (const CodeUnit& unit : image->units)
    out += pad(std::to_string(unit.end - unit.begin), 10) + "  " + (unit.name.empty() ? "?" : unit.name) + "\n";

  out += "biggest functions (instructions, locals, upvalues):\n";
  constexpr std::size_t shown = 20;
  for (std::size_t i = 0; i < std::min(shown, functions->size()); ++i) {
    const FunctionSize& f = (*functions)[i];
    out += pad(std::to_string(f.instructions), 10) + pad(std::to_string(f.locals), 6) + pad(std::to_string(f.upvalues), 5) +
           "  " + (f.name.empty() ? "?" : f.name) + " at " + std::to_string(f.pc) + "\n";
  }
  return print(out);
}

} // namespace loo
