// Debug events: the DBUG section of executables and the events of object files.
#pragma once

#include "bytecode/byte_reader.h"
#include "bytecode/image.h"

#include <vector>

namespace loo {

// All events of a DBUG section: u32 number of units, then for each of them u32
// offset of its code in bytes, marshalled list of events, marshalled list of
// directories. Sorted by pc. `code_words` is the length of the code.
// Memory: one unit's events at a time, and names up to 16 times the section.
[[nodiscard]] Result<std::vector<DebugEvent>> read_debug_section(const FileSection& section, OcamlVersion version,
                                                                 std::size_t code_words);

// Appends the events of one list, a marshalled value at the start of `section`,
// of code that starts at word `origin`; returns the bytes that it took.
[[nodiscard]] Result<std::size_t> read_event_list(const FileSection& section, OcamlVersion version, std::uint32_t origin,
                                                  std::size_t code_words, std::size_t& name_budget,
                                                  std::vector<DebugEvent>& events);

} // namespace loo
