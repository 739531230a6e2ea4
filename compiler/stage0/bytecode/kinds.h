// What a file is by its magic numbers, and which OCaml it comes from.
#pragma once

#include "bytecode/byte_reader.h"
#include "bytecode/image.h"

namespace loo {

inline constexpr std::size_t magic_size = 12;
inline constexpr std::size_t trailer_size = 16; // of an executable: u32, magic
inline constexpr int newest_magic = 36;         // 5.4

// The number in "Caml1999Xnnn" at `offset` (of whatever letter), or -1.
[[nodiscard]] int magic_number(Bytes bytes, std::size_t offset, char letter);

// The version of a magic number; an error in words if it is not one of 4.08 to 5.4.
[[nodiscard]] Result<OcamlVersion> version_of_magic(int magic, const std::string& file);

// The version of an executable by its trailer. A file that is none gets the
// message that helps: what it is instead.
[[nodiscard]] Result<OcamlVersion> executable_version(Bytes bytes, const std::string& file);

} // namespace loo
