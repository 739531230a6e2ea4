#include "lua/safe_points.h"

#include "ir/cfg.h"

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

template <typename Test> bool calls(const Program& program, Test test) {
  for (const auto& f : program.functions) {
    if (f.dead) continue;
    for (const auto& block : f.blocks)
      for (const ValueId v : block.body)
        if (f.nodes[v].op == Opcode::c_call && test(program.primitives[f.nodes[v].imm])) return true;
  }
  return false;
}

// At the start of each loop, and of a function that could go round without one.
void add_polls(Function& f) {
  const auto order = reverse_postorder(f);
  std::vector<std::uint32_t> position(f.blocks.size(), none);
  for (std::uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
  std::vector<bool> polls(f.blocks.size(), false);
  polls[0] = f.recursive;
  for (const BlockId b : order) {
    const Terminator& term = f.blocks[b].term;
    if (term.kind == TermKind::tail_call || term.kind == TermKind::tail_known) polls[0] = true;
    for (const Edge& edge : term.edges)
      if (position[edge.target] <= position[b]) polls[edge.target] = true;
  }
  for (BlockId b = 0; b < f.blocks.size(); ++b) {
    if (!polls[b]) continue;
    auto& body = f.blocks[b].body;
    body.insert(body.begin(), f.add(b, Opcode::poll, 0, {}, none));
  }
}

} // namespace

void add_safe_points(Program& program) {
  if (program.open()) return;
  if (calls(program, registers_finaliser))
    for (auto& use : program.primitives)
      if (std::ranges::find(polled, use.name) != polled.end()) use.name.insert(0, polled_prefix);
  if (calls(program, [](const PrimitiveUse& use) { return use.name == "caml_domain_spawn"; }))
    for (auto& f : program.functions)
      if (!f.dead) add_polls(f);
}

} // namespace loo
