// compiler/spec/primitives.def as a table.
#pragma once

#include "ir/ir.h"

namespace loo {

enum class PrimitiveForm : std::uint8_t { call, value, truth };

struct PrimitiveInfo {
  const char* name;
  Effect effect;
  Kinds result;
  PrimitiveForm form;
  const char* text;
};

// nullptr when primitives.def does not list it.
[[nodiscard]] const PrimitiveInfo* find_primitive(const std::string& name);

// What the table says of primitives, by name.
[[nodiscard]] std::vector<PrimitiveUse> primitive_uses(const std::vector<std::string>& names);

// Arrays, strings and bytes: primitives that the compiler writes out itself.
enum class Access : std::uint8_t {
  no, array_get, array_set, array_unsafe_get, array_unsafe_set, string_get, bytes_get, bytes_set
};
[[nodiscard]] Access access_of(const std::string& name);
[[nodiscard]] inline bool gets_byte(Access access) { return access == Access::string_get || access == Access::bytes_get; }

} // namespace loo
