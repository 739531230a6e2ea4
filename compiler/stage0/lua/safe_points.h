// Where a program may be interrupted. Lua's collector says at any time, even within a
// primitive, that a value is gone; its finaliser has to wait until the program calls a
// primitive that reads, writes or allocates much. In a program that registers any, those go
// by the name `rt_polled_NAME` (rt_poll in runtime/lua/weak.lua) from here on. Domains take
// turns where the program polls: in one that makes any, each loop does so, and each function
// that recurses or ends in a call. Other programs are as they were. Linear.
#pragma once

#include "ir/ir.h"

#include <string_view>

namespace loo {

constexpr std::string_view polled_prefix = "rt_polled_";

// Of a whole program, behind the optimizer; a unit by itself doesn't know of the others.
void add_safe_points(Program& program);

} // namespace loo
