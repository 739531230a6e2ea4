#include "ir/build.h"

#include "ir/function_builder.h"

namespace loo {

namespace {

// How often CLOSURE and CLOSUREREC name the code at each pc as their first
// function's: 0, 1, or 2 for more.
std::vector<std::uint8_t> count_makers(const std::vector<std::int32_t>& code) {
  std::vector<std::uint8_t> makers(code.size(), 0);
  for (std::uint32_t pc = 0; pc < code.size(); pc += instruction_size(code, pc)) {
    const auto op = static_cast<Op>(code[pc]);
    if (op != Op::CLOSURE && op != Op::CLOSUREREC) continue;
    const std::uint32_t label = op == Op::CLOSURE ? pc + 2 : pc + 3;
    auto& count = makers[label + static_cast<std::uint32_t>(code[label])];
    if (count < 2) ++count;
  }
  return makers;
}

} // namespace

ProgramBuilder::ProgramBuilder(Image& image, std::vector<PrimitiveUse> primitives, bool allocations)
    : image_(image), state_(std::make_unique<BuildState>(image, program_, count_makers(image.code))) {
  program_.version = image.version;
  program_.constants = std::move(image.constants);
  program_.globals = std::move(image.globals);
  program_.global_names = std::move(image.global_names);
  program_.imported = std::move(image.imported);
  program_.primitives = std::move(primitives);
  program_.allocations = allocations;
  program_.backtraces = !image.events.empty();
}

ProgramBuilder::~ProgramBuilder() = default;

std::optional<Diagnostic> ProgramBuilder::build_mains() {
  for (std::uint32_t u = 0; u < image_.units.size(); ++u) {
    const auto& unit = image_.units[u];
    Function main;
    main.kind = FunctionKind::unit_main;
    main.unit = u;
    main.pc = unit.begin;
    const auto id = static_cast<FuncId>(program_.functions.size());
    program_.functions.push_back(std::move(main));
    program_.units.push_back({unit.name, id});
    if (auto problem = build(id, unit.begin, unit.end)) return problem;
  }
  return std::nullopt;
}

std::optional<Diagnostic> ProgramBuilder::build_closure(FuncId id) {
  auto& f = program_.functions[id];
  if (f.kind != FunctionKind::closure || !f.blocks.empty()) return std::nullopt;
  const auto& code = image_.code;
  f.arity = 1;
  if (static_cast<Op>(code[f.pc]) == Op::GRAB) f.arity += static_cast<std::uint32_t>(code[f.pc + 1]);
  return build(id, f.pc, none);
}

// A function is built again when slots turn out to need cells.
std::optional<Diagnostic> ProgramBuilder::build(FuncId id, std::uint32_t entry, std::uint32_t stop) {
  auto region = explore(state_->exploration, entry, stop);
  if (!region) return region.error();
  Cells cells;
  for (;;) {
    const Function blank = program_.functions[id];
    const std::size_t functions = program_.functions.size(), groups = program_.groups.size();
    cells.grown = false;
    FunctionBuilder builder(*state_, id, *region, cells);
    if (auto problem = builder.build()) return problem;
    if (!cells.grown) return std::nullopt;
    for (std::size_t g = groups; g < program_.groups.size(); ++g)
      state_->group_at.erase(program_.functions[program_.groups[g][0]].pc);
    program_.functions.resize(functions);
    program_.groups.resize(groups);
    program_.made_once.resize(groups);
    program_.functions[id] = blank;
  }
}

} // namespace loo
