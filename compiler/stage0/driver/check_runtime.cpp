#include "driver/commands.h"
#include "driver/input.h"
#include "driver/terminal.h"

namespace loo {

int check_runtime_command(const Arguments& arguments) {
  auto image = load_image(arguments);
  if (!image) return report_error(image.error());
  auto report = check_runtime(std::move(*image), arguments.compile);
  if (!report) return report_error(report.error(), arguments.inputs.back());
  std::string out;
  for (const std::string& name : report->missing) out += "missing: " + name + "\n";
  out += std::to_string(report->used.size()) + " primitives used, " + std::to_string(report->missing.size()) +
         " missing for " + arguments.compile.target + "\n";
  if (const int failed = print(out)) return failed;
  return report->missing.empty() ? 0 : exit_code(ErrorKind::missing_primitive);
}

} // namespace loo
