// From the files on the command line to an Image: bytecode is read as it is,
// object files are linked with the standard library, and sources go through
// ocamlc, in a temporary folder so that nothing appears beside them.
#pragma once

#include "bytecode/image.h"
#include "driver/command_line.h"

namespace loo {

// Errors: ErrorKind::input (a file, ocamlc absent or failing).
[[nodiscard]] Result<Image> load_image(const Arguments& arguments);

// The files of --file. Errors: ErrorKind::input.
[[nodiscard]] Result<std::vector<EmbeddedFile>> load_embedded(const Arguments& arguments);

} // namespace loo
