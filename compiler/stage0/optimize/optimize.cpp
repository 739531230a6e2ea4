#include "optimize/optimize.h"

#include "optimize/concats.h"
#include "optimize/depth.h"
#include "optimize/flow.h"
#include "optimize/inline.h"
#include "optimize/lift.h"
#include "optimize/params.h"
#include "optimize/raises.h"
#include "optimize/reach.h"
#include "optimize/simplify.h"
#include "optimize/tail_loops.h"

namespace loo {

void optimize(Program& program, int level, bool traces) {
  // Values of a unit's main code are named by items: that code stays as it is.
  const auto each_function = [&](auto&& pass) {
    for (FuncId id = 0; id < program.functions.size(); ++id) {
      auto& f = program.functions[id];
      if (!f.dead && f.kind != FunctionKind::unit_main) pass(id, f);
    }
  };
  if (level >= 2) {
    analyse_flow(program);
    lift_closures(program);
  }
  remove_unreachable(program);
  if (level >= 1)
    each_function([&](FuncId id, Function& f) {
      loop_self_tail_calls(f, id, traces, !program.backtraces);
      join_strings(program, f);
      simplify(f);
    });
  if (level >= 2 && !program.backtraces) {
    inline_calls(program, traces);
    lift_closures(program);
  }
  // At every level: try bodies take the whole stack as parameters, and would run
  // out of Lua's registers.
  for (int round = 0; round < 4; ++round) {
    const auto changed = remove_unused_params(program);
    if (changed.empty()) break;
    for (const FuncId id : changed)
      if (program.functions[id].kind != FunctionKind::unit_main) remove_dead_values(program.functions[id]);
  }
  remove_unreachable(program);
  if (level >= 2 && !program.backtraces) return_exceptions(program);
  analyse_depth(program);
}

} // namespace loo
