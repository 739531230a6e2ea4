#include "optimize/demand.h"

#include "ir/build.h"
#include "optimize/reach.h"
#include "optimize/simplify.h"
#include "optimize/statics.h"

namespace loo {

Result<Program> build_program(Image& image, std::vector<PrimitiveUse> primitives) {
  ProgramBuilder builder(image, std::move(primitives));
  if (auto problem = builder.build_mains()) return *problem;
  Program& program = builder.program();
  for (const auto& unit : program.units) simplify(program.functions[unit.main]);
  Statics statics(program);
  std::optional<Diagnostic> error;
  const auto prepare = [&](FuncId id) {
    error = builder.build_closure(id);
    if (error) return false;
    auto& f = program.functions[id];
    if (f.kind != FunctionKind::unit_main) simplify(f);
    statics.visit(id);
    return true;
  };
  if (!remove_unreachable(program, prepare)) return *error;
  return std::move(program);
}

} // namespace loo
