// Dead code across the whole program: functions that nothing live calls or
// makes, values of units that nothing live reads, the blocks of units that are
// only read field by field. Linear.
#pragma once

#include "ir/ir.h"

namespace loo {

// Marks dead functions (Function::dead), removes dead nodes everywhere.
void remove_unreachable(Program& program);

} // namespace loo
