// One unit's functions, constants and main code as a section. Private to
// program_text.
#pragma once

#include "link/program_text.h"
#include "lua/function_printer.h"

#include <optional>

namespace loo {

// Shared by all units of an output.
struct UnitState {
  Program& program;
  const Dialect& dialect;
  ProgramText& text;
  const Origins* origins;                              // null unless comments are wanted
  std::vector<bool> atoms;                             // by primitive
  std::vector<std::vector<std::uint32_t>> items_of;    // by function: item of each value
  std::vector<std::vector<FuncId>> functions_of;       // by unit, live ones but the main code
  std::vector<bool> literal_done;                      // by constant
  std::vector<bool> table_done;                        // by symbol
};

class UnitPrinter {
public:
  UnitPrinter(UnitState& state, std::uint32_t unit, bool dump);
  Result<Section> run();
  [[nodiscard]] const std::string& dump() const { return dump_; }

private:
  struct Body {
    std::string text;
    std::uint32_t locals = 0;
    std::uint32_t instructions = 0;
  };
  std::optional<Diagnostic> print_function(FuncId id);
  std::optional<Diagnostic> print_group(std::uint32_t group);
  Result<Body> body(FuncId id, std::uint32_t indent, const std::string& check, const std::string& self);
  std::string count_depth(FuncId id, std::uint32_t indent, const std::string& self, std::uint32_t locals);
  std::string arguments(FuncId id) const;
  std::string parameters(FuncId id, bool checked) const;
  std::string check(FuncId id, std::uint32_t indent, const std::string& self);
  // Where a function is from, as a line that goes before it; or nothing.
  [[nodiscard]] std::string comment(FuncId id) const;
  void add(ChunkKind kind, std::uint32_t symbol, std::string comment, std::string text, std::uint32_t upvalues,
           std::uint32_t locals);
  void note(FuncId id, const Body& body, std::uint32_t upvalues);
  // Constants that the text mentions and no section before defines.
  void constants(const std::string& text);
  void order();

  UnitState& s_;
  std::uint32_t unit_;
  bool want_dump_;
  std::string dump_;
  Section section_;
  std::vector<Chunk> constants_, functions_;
};

} // namespace loo
