// Constants of the DATA section as Lua. Private to link.
#pragma once

#include "ir/ir.h"
#include "lua/dialect.h"
#include "lua/symbols.h"

#include <string>

namespace loo {

// Statements that define `symbol` as the constant: "SYMBOL = {...}", in pieces
// where it nests too deep for Lua's parser or is cyclic. Sharing is kept.
[[nodiscard]] std::string constant_text(const Program& program, const Dialect& dialect, SymbolTable& symbols,
                                        std::uint32_t symbol, ConstId id);

} // namespace loo
