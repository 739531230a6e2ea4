// The SYMB section: which global has which slot (symtable.ml, `global_map`).
// Literals have slots too, without a name.
#pragma once

#include "bytecode/byte_reader.h"
#include "bytecode/image.h"

#include <string>
#include <vector>

namespace loo {

// Names by slot, `slots` of them, "" where none is known (a program that was
// stripped of names, like the toplevel, has few). Predefined exceptions bear
// their OCaml name: "Not_found".
[[nodiscard]] Result<std::vector<std::string>> read_symbols(const FileSection& section, OcamlVersion version,
                                                            std::size_t slots);

// The names of the predefined exceptions, which have slots 0 to 11 in this order.
inline constexpr const char* predefined_exceptions[] = {
    "Out_of_memory",  "Sys_error",     "Failure",        "Invalid_argument", "End_of_file",    "Division_by_zero",
    "Not_found",      "Match_failure", "Stack_overflow", "Sys_blocked_io",   "Assert_failure", "Undefined_recursive_module",
};

} // namespace loo
