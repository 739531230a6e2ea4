// Chooses where each symbol lives and writes the final text.
//
// A section is a Lua function of its own. A symbol that is used in its own
// section only is a local there; what other sections use is stored in the table
// `G` as well, and a section that uses it more than once reads it into a local
// at its start. Sections hold at most max_section_locals such locals and a
// function at most the dialect's upvalues: beyond that, the least mentioned
// symbols are read from `G`.
#pragma once

#include "link/chunk.h"
#include "link/locations.h"
#include "lua/dialect.h"

namespace loo {

// The first section is the runtime. names: by symbol, unique. `entry`: symbol of
// the runtime's function that runs the others. `locations`: takes the marks of places out; null where
// there are none.
[[nodiscard]] std::string assemble(std::vector<Section> sections, const std::vector<std::string>& names,
                                   const Dialect& dialect, std::uint32_t entry, const Locations* locations);

// A unit by itself, a block of Lua that `assemble_linked` takes. It puts `exports` into
// `G`; symbols that aren't the section's are there before it runs.
[[nodiscard]] std::string assemble_unit(Section section, const std::vector<std::string>& names, const Dialect& dialect,
                                        const std::vector<std::uint32_t>& exports, const Locations* locations);

// A program of such units; `wanted`: symbols of the runtime that they use.
[[nodiscard]] std::string assemble_linked(Section runtime, const std::vector<std::string>& names, const Dialect& dialect,
                                          std::uint32_t entry, const std::vector<std::uint32_t>& wanted,
                                          const std::vector<std::string>& units);

// The runtime alone, of which all `symbols` are in G: a chunk that returns G.
[[nodiscard]] std::string assemble_runtime(Section runtime, const std::vector<std::string>& names,
                                           const Dialect& dialect, const std::vector<std::uint32_t>& symbols);

} // namespace loo
