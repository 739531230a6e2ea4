// The way from bytecode to the IR of what a program needs. The units' main code
// is translated first; it says which closures exist once and what units export.
// Whatever is then reached from there is translated when it is met: of what a
// program links, most is never.
#pragma once

#include "ir/ir.h"

namespace loo {

// Takes the constants and the globals out of the image. `primitives`: by number of
// C_CALL. The functions are simplified, and values that
// are constants of the program are replaced.
// Errors: ErrorKind::input when the code is malformed, with the offset in CODE.
[[nodiscard]] Result<Program> build_program(Image& image, std::vector<PrimitiveUse> primitives);

} // namespace loo
