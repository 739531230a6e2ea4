#include "driver/temporary.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

namespace loo {

Result<TemporaryFolder> TemporaryFolder::create() {
  std::error_code error;
  const auto base = std::filesystem::temp_directory_path(error);
  std::string name = ((error ? std::filesystem::path("/tmp") : base) / "lua_of_ocaml.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    return Diagnostic{ErrorKind::output, {name, "", std::nullopt}, std::string("cannot create: ") + std::strerror(errno)};
  return TemporaryFolder(name);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

} // namespace loo
