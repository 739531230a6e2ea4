// Dead code across the whole program: functions that nothing live calls or
// makes, values of units that nothing live reads, the blocks of units that are
// only read field by field. Linear.
#pragma once

#include "ir/ir.h"

#include <functional>

namespace loo {

// Called once for each live function before its code is looked at, the units'
// main code first; false ends the walk.
using Prepare = std::function<bool(FuncId)>;

// Marks dead functions (Function::dead), removes dead nodes everywhere. False,
// and nothing removed, when `prepare` ended it.
bool remove_unreachable(Program& program, const Prepare& prepare = nullptr);

} // namespace loo
