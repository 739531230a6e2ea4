// The control flow of one piece of bytecode: a function's body, a unit's main
// code, or the body of a `try` (from PUSHTRAP to its POPTRAPs), which becomes a
// function of its own. Basic blocks in reverse postorder; nested try bodies are
// nested regions. Linear in the instructions reached.
#pragma once

#include "bytecode/image.h"
#include "bytecode/opcodes.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace loo {

struct Region;

struct RegionBlock {
  std::uint32_t begin = 0, end = 0;         // pcs; `end` is where a fallthrough goes on
  std::vector<std::uint32_t> successors;    // indices of blocks; of a PUSHTRAP: the exits of the body, then the handler
  std::uint32_t predecessors = 0;
  std::unique_ptr<Region> body;             // when the last instruction is PUSHTRAP
};

struct Region {
  std::uint32_t entry = 0;                  // pc
  std::vector<RegionBlock> blocks;          // reverse postorder; 0 is the entry
  std::vector<std::uint32_t> exits;         // of a try body: pcs after its POPTRAPs, ascending
};

// Scratch shared by the explorations of one image, so that each is linear in
// what it visits. `budget` bounds the total: well-formed code is visited once.
struct Exploration {
  explicit Exploration(const Image& image);
  const Image& image;
  std::vector<std::uint32_t> stamp, leader, index; // by pc
  std::uint32_t next_stamp = 1;
  std::uint64_t budget;
};

// `stop`: the pc where a unit's main code ends (none for functions); reaching
// it is a return. Errors: ErrorKind::input when the code is malformed.
[[nodiscard]] Result<Region> explore(Exploration& state, std::uint32_t entry, std::uint32_t stop);

// The last instruction's pc of a block.
[[nodiscard]] std::uint32_t last_instruction(const Image& image, const RegionBlock& block);

} // namespace loo
