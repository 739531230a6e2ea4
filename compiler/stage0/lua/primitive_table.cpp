#include "lua/primitive_table.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <unordered_map>

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
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const PrimitiveInfo*> map;
    for (const auto& info : table) map.emplace(info.name, &info);
    return map;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

Access access_of(const std::string& name) {
  const auto found = std::find_if(accesses.begin(), accesses.end(), [&](const AccessName& a) { return name == a.name; });
  return found == accesses.end() ? Access::no : found->access;
}

namespace {

// Operands that the compiler's own text for a primitive names; 0: any number.
std::uint32_t arity_of(const std::string& name) {
  switch (access_of(name)) {
  case Access::array_get: case Access::array_unsafe_get: case Access::string_get: case Access::bytes_get: return 2;
  case Access::array_set: case Access::array_unsafe_set: case Access::bytes_set: return 3;
  default: break;
  }
  std::uint32_t arity = 0;
  if (const auto* info = find_primitive(name))
    for (const char* at = info->text; *at != 0; ++at)
      if (*at == '$') arity = std::max(arity, static_cast<std::uint32_t>(at[1] - '0'));
  return arity;
}

// What tells of allocations: statistics that sum up all of a run are zero without them.
constexpr std::array<std::string_view, 4> asking = {"caml_gc_counters", "caml_gc_minor_words", "caml_memprof_start",
                                                    "caml_obj_is_shared"};

// Primitives whose result is a new block that a program would look for.
constexpr std::array<std::string_view, 17> making = {
    "caml_array_append", "caml_array_concat",       "caml_array_create_float", "caml_array_make",
    "caml_array_sub",    "caml_create_bytes",       "caml_floatarray_append",  "caml_floatarray_create",
    "caml_floatarray_make", "caml_floatarray_sub",  "caml_make_float_vect",    "caml_make_vect",
    "caml_obj_block",    "caml_obj_dup",            "caml_obj_with_tag",       "caml_uniform_array_append",
    "caml_uniform_array_make",
};

bool any_of(std::span<const std::string_view> names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::vector<PrimitiveUse> primitive_uses(const std::vector<std::string>& names) {
  std::vector<PrimitiveUse> uses;
  for (const auto& name : names) {
    PrimitiveUse use;
    use.name = name;
    use.arity = arity_of(name);
    if (const auto* info = find_primitive(name)) {
      use.effect = info->effect;
      use.result = info->result;
    }
    switch (access_of(name)) {
    case Access::string_get: case Access::bytes_get: use.result = kind_int; break;
    case Access::array_set: case Access::array_unsafe_set: case Access::bytes_set:
      use.result = kind_int;
      use.store = true;
      break;
    case Access::array_unsafe_get: use.effect = Effect::read; break;
    default: break;
    }
    use.asks = any_of(asking, name);
    use.makes = any_of(making, name);
    uses.push_back(std::move(use));
  }
  return uses;
}

} // namespace loo
