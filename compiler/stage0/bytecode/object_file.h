// Object files (.cmo) and libraries (.cma) as they are before linking, any
// version: relocations have one form here (the tags differ before and after 5.2).
// Names and code point into the file's bytes, which must outlive the contents.
#pragma once

#include "bytecode/byte_reader.h"
#include "bytecode/image.h"
#include "bytecode/marshal_reader.h"

#include <string_view>
#include <vector>

namespace loo {

struct Relocation {
  enum class Kind : std::uint8_t { literal, get_unit, get_predefined, set_unit, primitive };
  Kind kind;
  std::uint32_t word;    // of the unit's code, to be replaced by a number
  std::string_view name; // but for literals
  MarshalValue literal;  // a structured constant up to 5.0, the value itself from 5.1 on
};

struct ObjectUnit {
  std::string_view name;
  Bytes code; // whole words
  std::vector<Relocation> relocations;
  std::vector<std::string_view> required; // units that must come before
  bool force_link = false;
  FileSection events; // a marshalled list, perhaps compressed; empty if there is none
};

struct ObjectContents {
  OcamlVersion version;
  bool library = false;
  Marshalled descriptor; // what relocations' literals are in
  std::vector<ObjectUnit> units;
};

// Memory: what Marshalled takes, and 40 bytes for each relocation.
[[nodiscard]] Result<ObjectContents> read_object_file(Bytes bytes, const std::string& file);

} // namespace loo
