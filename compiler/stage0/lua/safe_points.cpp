#include "lua/safe_points.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace loo {

namespace {

constexpr std::array<std::string_view, 13> polled = {
    "caml_array_append", "caml_array_concat",    "caml_array_make",     "caml_array_sub",     "caml_create_bytes",
    "caml_make_vect",    "caml_ml_flush",        "caml_ml_input",       "caml_ml_input_char", "caml_ml_input_scan_line",
    "caml_ml_output",    "caml_ml_output_bytes", "caml_ml_output_char",
};

bool registers_finalisers(const Program& program) {
  for (const auto& f : program.functions) {
    if (f.dead) continue;
    for (const auto& block : f.blocks)
      for (const ValueId v : block.body)
        if (f.nodes[v].op == Opcode::c_call && registers_finaliser(program.primitives[f.nodes[v].imm])) return true;
  }
  return false;
}

} // namespace

void add_safe_points(Program& program) {
  if (program.open() || !registers_finalisers(program)) return;
  for (auto& use : program.primitives)
    if (std::ranges::find(polled, use.name) != polled.end()) use.name.insert(0, polled_prefix);
}

} // namespace loo
