#include "ir/build.h"

#include "ir/function_builder.h"

namespace loo {

namespace {

class ProgramBuilder {
public:
  explicit ProgramBuilder(const Image& image) : image_(image), state_(image, program_) {}

  Result<Program> run() {
    program_.version = image_.version;
    program_.constants = image_.constants;
    program_.globals = image_.globals;
    program_.global_names = image_.global_names;
    for (const auto& name : image_.primitives) program_.primitives.push_back({name, Effect::effect, kind_any});
    for (std::uint32_t u = 0; u < image_.units.size(); ++u) {
      const auto& unit = image_.units[u];
      Function main;
      main.kind = FunctionKind::unit_main;
      main.unit = u;
      main.pc = unit.begin;
      const auto id = static_cast<FuncId>(program_.functions.size());
      program_.functions.push_back(std::move(main));
      program_.units.push_back({unit.name, id});
      if (auto problem = build(id, unit.begin, unit.end)) return *problem;
      while (!state_.pending.empty()) {
        const PendingGroup pending = state_.pending.back();
        state_.pending.pop_back();
        for (std::size_t i = 0; i < pending.entries.size(); ++i)
          if (auto problem = build_closure(program_.groups[pending.group][i], pending.entries[i])) return *problem;
      }
    }
    return std::move(program_);
  }

private:
  std::optional<Diagnostic> build_closure(FuncId id, std::uint32_t entry) {
    const auto& code = image_.code;
    std::uint32_t arity = 1;
    if (static_cast<Op>(code[entry]) == Op::GRAB) arity += static_cast<std::uint32_t>(code[entry + 1]);
    program_.functions[id].arity = arity;
    return build(id, entry, none);
  }

  // A function is built again when slots turn out to need cells.
  std::optional<Diagnostic> build(FuncId id, std::uint32_t entry, std::uint32_t stop) {
    auto region = explore(state_.exploration, entry, stop);
    if (!region) return region.error();
    Cells cells;
    for (;;) {
      const Function blank = program_.functions[id];
      const std::size_t functions = program_.functions.size(), groups = program_.groups.size(),
                        pending = state_.pending.size();
      cells.grown = false;
      FunctionBuilder builder(state_, id, *region, cells);
      if (auto problem = builder.build()) return problem;
      if (!cells.grown) return std::nullopt;
      for (std::size_t g = groups; g < program_.groups.size(); ++g)
        state_.group_at.erase(program_.functions[program_.groups[g][0]].pc);
      program_.functions.resize(functions);
      program_.groups.resize(groups);
      state_.pending.resize(pending);
      program_.functions[id] = blank;
    }
  }

  const Image& image_;
  Program program_;
  BuildState state_;
};

} // namespace

Result<Program> build_program(const Image& image) { return ProgramBuilder(image).run(); }

} // namespace loo
