// The loop nest of a reducible graph. Private to structure.
#pragma once

#include "ir/cfg.h"

namespace loo {

struct LoopNest {
  std::vector<BlockId> header;  // by block: header of the innermost loop it lies in, none outside
  std::vector<BlockId> outer;   // by header: header of the loop around it, or none
  std::vector<bool> is_header;
  bool reducible = true;

  // Header of the loop around `h`'s loop, or of b's own loop.
  [[nodiscard]] bool contains(BlockId h, BlockId b) const {
    for (BlockId l = header[b]; l != none; l = outer[l]) if (l == h) return true;
    return false;
  }
};

[[nodiscard]] LoopNest loop_nest(const Function& f, const Predecessors& preds, const Dominators& dom);

} // namespace loo
