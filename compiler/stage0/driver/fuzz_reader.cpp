// libFuzzer entry of the reader: any bytes give an Image or a Diagnostic of the
// kind `input`, as an executable or, by their magic number, as an object file.
#include "bytecode/image.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span bytes(data, size);
  const loo::FileKind kind = loo::file_kind(bytes);
  const bool object = kind == loo::FileKind::cmo || kind == loo::FileKind::cma;
  const auto image = object ? loo::link_objects(std::vector<loo::ObjectFile>{{"fuzz", {data, data + size}}}, {true})
                            : loo::read_executable(bytes, "fuzz", {true});
  if (!image && image.error().kind != loo::ErrorKind::input) std::abort();
  return 0;
}
