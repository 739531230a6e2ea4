#include "optimize/optimize.h"

#include "optimize/depth.h"
#include "optimize/flow.h"
#include "optimize/lift.h"
#include "optimize/params.h"
#include "optimize/reach.h"
#include "optimize/simplify.h"
#include "optimize/statics.h"
#include "optimize/tail_loops.h"

namespace loo {

void optimize(Program& program, int level) {
  for (auto& f : program.functions) simplify(program, f);
  resolve_statics(program);
  if (level >= 1) {
    analyse_flow(program);
    lift_closures(program);
  }
  remove_unreachable(program);
  if (level < 1) return analyse_depth(program);
  for (FuncId id = 0; id < program.functions.size(); ++id) {
    auto& f = program.functions[id];
    // Values of a unit's main code are named by items: they stay as they are.
    if (f.dead || f.kind == FunctionKind::unit_main) continue;
    loop_self_tail_calls(f, id);
    simplify(program, f);
  }
  for (int round = 0; round < 4 && remove_unused_params(program); ++round) {
    for (auto& f : program.functions)
      if (!f.dead && f.kind != FunctionKind::unit_main) remove_dead_values(f);
  }
  remove_unreachable(program);
  analyse_depth(program);
}

} // namespace loo
