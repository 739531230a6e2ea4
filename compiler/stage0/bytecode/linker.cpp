#include "bytecode/image.h"

namespace loo {

Result<Image> link_objects(std::span<const ObjectFile>, const ReadOptions&) {
  return Diagnostic{ErrorKind::internal, {}, "linking object files is not there yet"};
}

} // namespace loo
