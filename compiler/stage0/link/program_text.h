// All functions of a program as chunks of Lua, unit by unit, and the names of
// their symbols.
#pragma once

#include "ir/ir.h"
#include "link/chunk.h"
#include "link/origins.h"
#include "link/runtime_library.h"
#include "lua/dialect.h"

namespace loo {

struct PrintedFunction {
  FuncId id;
  std::uint32_t instructions;
  std::uint32_t locals;
  std::uint32_t upvalues;
};

struct ProgramText {
  SymbolTable symbols;
  std::vector<Section> sections;
  std::vector<std::string> names;          // by symbol
  std::vector<std::string> missing;        // primitives without a fragment, sorted
  std::vector<std::string> used;           // primitives that the program calls, sorted
  std::vector<std::string> runtime;        // fragments of the runtime that it mentions itself, sorted
  std::vector<PrintedFunction> functions;
  std::uint32_t entry = 0;                 // what runs the program
  std::string structure_dump;              // when asked for
};

// Structures and prints. A unit by itself gets no runtime. `origins`, where it's given, writes a comment before each
// function. Changes the control flow of the functions (conditions
// are combined). Errors: limit, input (irreducible control flow).
[[nodiscard]] Result<ProgramText> print_program(Program& program, const Dialect& dialect, bool dump_structure,
                                                const Origins* origins = nullptr);

} // namespace loo
