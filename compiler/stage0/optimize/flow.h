// Value flow over the whole program: which function a call reaches, which
// functions escape to places that are not known, what a function may return.
//
// An abstract value is a set of kinds plus, for closures and blocks, the one
// function or allocation that it can be. Where two meet, the value is unknown
// and both escape. Only code that can be reached is analysed. A monotone
// worklist over functions; on real programs each is visited a few times.
#pragma once

#include "ir/ir.h"

namespace loo {

// Turns calls of known functions into call_known / tail_known (over-application
// is split), reads of fields that hold a known function into that function, and
// sets Function::{escapes, known_calls, result}.
void analyse_flow(Program& program);

} // namespace loo
