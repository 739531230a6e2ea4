#include "lua/primitive_table.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace loo {

namespace {

constexpr std::array table = {
#define LOO_PRIMITIVE(name, effect, result, form, text) \
  PrimitiveInfo{#name, Effect::effect, static_cast<Kinds>(result), PrimitiveForm::form, text},
#include "primitives.def"
#undef LOO_PRIMITIVE
};

struct AccessName {
  std::string_view name;
  Access access;
};

constexpr std::array accesses = {
    AccessName{"caml_array_get", Access::array_get},
    AccessName{"caml_array_get_addr", Access::array_get},
    AccessName{"caml_array_get_float", Access::array_get},
    AccessName{"caml_floatarray_get", Access::array_get},
    AccessName{"caml_array_set", Access::array_set},
    AccessName{"caml_array_set_addr", Access::array_set},
    AccessName{"caml_array_set_float", Access::array_set},
    AccessName{"caml_floatarray_set", Access::array_set},
    AccessName{"caml_array_unsafe_get", Access::array_unsafe_get},
    AccessName{"caml_array_unsafe_get_float", Access::array_unsafe_get},
    AccessName{"caml_floatarray_unsafe_get", Access::array_unsafe_get},
    AccessName{"caml_array_unsafe_set", Access::array_unsafe_set},
    AccessName{"caml_array_unsafe_set_addr", Access::array_unsafe_set},
    AccessName{"caml_array_unsafe_set_float", Access::array_unsafe_set},
    AccessName{"caml_floatarray_unsafe_set", Access::array_unsafe_set},
    AccessName{"caml_string_get", Access::string_get},
    AccessName{"caml_bytes_get", Access::bytes_get},
    AccessName{"caml_bytes_set", Access::bytes_set},
};

} // namespace

const PrimitiveInfo* find_primitive(const std::string& name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const PrimitiveInfo& p) { return name == p.name; });
  return found == table.end() ? nullptr : &*found;
}

Access access_of(const std::string& name) {
  const auto found = std::find_if(accesses.begin(), accesses.end(), [&](const AccessName& a) { return name == a.name; });
  return found == accesses.end() ? Access::no : found->access;
}

void annotate_primitives(Program& program) {
  for (auto& use : program.primitives) {
    if (const auto* info = find_primitive(use.name)) {
      use.effect = info->effect;
      use.result = info->result;
    }
    switch (access_of(use.name)) {
    case Access::string_get: case Access::bytes_get: use.result = kind_int; break;
    case Access::array_set: case Access::array_unsafe_set: case Access::bytes_set:
      use.result = kind_int;
      use.store = true;
      break;
    case Access::array_unsafe_get: use.effect = Effect::read; break;
    default: break;
    }
  }
  for (auto& f : program.functions)
    for (auto& node : f.nodes)
      if (node.op == Opcode::c_call) node.effect = program.primitives[node.imm].effect;
}

} // namespace loo
