// libFuzzer entry of the whole compiler: a bytecode file of any content either
// gives Lua or a Diagnostic, for each target and level, and never a fault of the
// compiler (ErrorKind::internal). The first byte chooses target and level, the
// rest is the file.
#include "bytecode/image.h"
#include "link/compiler.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  auto image = loo::read_executable(std::span(data + 1, size - 1), "fuzz", {});
  if (!image) return 0;
  const auto targets = loo::target_names();
  loo::CompileOptions options;
  options.target = targets[data[0] % targets.size()];
  options.level = data[0] / 64 % 3;
  options.allow_missing = true;
  options.verify = true;
  const auto output = loo::compile_image(std::move(*image), options);
  if (!output && output.error().kind == loo::ErrorKind::internal) std::abort();
  return 0;
}
