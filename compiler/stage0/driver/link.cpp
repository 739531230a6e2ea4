#include "driver/commands.h"
#include "driver/terminal.h"
#include "link/separate.h"
#include "support/file.h"

namespace loo {

int link_command(const Arguments& arguments) {
  std::vector<UnitFile> files;
  for (const std::string& name : arguments.inputs) {
    auto bytes = read_file(name);
    if (!bytes) return report_error(bytes.error());
    files.push_back({name, std::string(bytes->begin(), bytes->end())});
  }
  const auto text = arguments.runtime ? link_runtime(files) : link_units(files, arguments.compile.allow_missing);
  if (!text) return report_error(text.error(), arguments.inputs.back());
  const auto written = write_file_atomically(arguments.output, *text);
  return written ? 0 : report_error(written.error());
}

} // namespace loo
