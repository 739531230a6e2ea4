#include "optimize/demand.h"

#include "ir/build.h"
#include "optimize/compact.h"
#include "optimize/reach.h"
#include "optimize/simplify.h"
#include "optimize/statics.h"

namespace loo {

namespace {

Result<Program> build(Image& image, std::vector<PrimitiveUse> primitives, bool allocations) {
  ProgramBuilder builder(image, std::move(primitives), allocations);
  if (auto problem = builder.build_mains()) return *problem;
  Program& program = builder.program();
  for (const auto& unit : program.units) simplify(program.functions[unit.main]);
  Statics statics(program);
  std::optional<Diagnostic> error;
  const auto prepare = [&](FuncId id) {
    error = builder.build_closure(id);
    if (error) return false;
    auto& f = program.functions[id];
    if (f.kind != FunctionKind::unit_main) {
      simplify(f);
      compact(f);
    }
    statics.visit(id);
    return true;
  };
  if (!remove_unreachable(program, prepare)) return *error;
  return std::move(program);
}

} // namespace

Result<Program> build_program(Image& image, std::vector<PrimitiveUse> primitives) {
  const std::size_t count = primitives.size();
  auto program = build(image, std::move(primitives), false);
  if (!program || !program->asks) return program;
  // Once more, and nothing of what it allocates is left out.
  image.constants = std::move(program->constants);
  image.globals = std::move(program->globals);
  image.global_names = std::move(program->global_names);
  image.imported = std::move(program->imported);
  primitives = std::move(program->primitives);
  primitives.resize(count);
  return build(image, std::move(primitives), true);
}

} // namespace loo
