// Value flow over the whole program: which function a call reaches, which
// functions escape to places that are not known, what a function may return.
// flow_analysis finds it, flow rewrites the program by it.
#pragma once

#include "ir/ir.h"

namespace loo {

// Turns calls of known functions into call_known / tail_known (over-application
// is split), reads of fields that hold a known function into that function, and
// sets Function::{escapes, known_calls, result}.
void analyse_flow(Program& program);

} // namespace loo
