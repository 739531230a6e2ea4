// What generated code mentions beyond its own variables. Symbols are numbered
// in order of first mention, which is the same in every run.
#pragma once

#include "ir/ir.h"

#include <map>
#include <string>
#include <vector>

namespace loo {

enum class SymbolKind : std::uint8_t {
  body,    // id: function; called with exact arguments, no checks
  entry,   // id: function; its value, called by code that does not know it
  maker,   // id: group; makes its closures from their free variables
  item,    // id: item of the program
  literal, // id: constant of the program
  global,  // id: slot; a unit's block or a predefined exception
  runtime, // id: index into names
  table,   // id: index into names: the text of a constant table of ints
};

struct Symbol {
  SymbolKind kind;
  std::uint32_t id;
};

class SymbolTable {
public:
  std::uint32_t intern(SymbolKind kind, std::uint32_t id) {
    const auto [at, fresh] = numbers_.try_emplace({kind, id}, static_cast<std::uint32_t>(symbols_.size()));
    if (fresh) symbols_.push_back({kind, id});
    return at->second;
  }
  std::uint32_t runtime(const std::string& name) { return intern(SymbolKind::runtime, name_id(name)); }
  std::uint32_t table(const std::string& text) { return intern(SymbolKind::table, name_id(text)); }

  [[nodiscard]] const Symbol& operator[](std::uint32_t symbol) const { return symbols_[symbol]; }
  [[nodiscard]] std::size_t size() const { return symbols_.size(); }
  [[nodiscard]] const std::string& name(std::uint32_t id) const { return names_[id]; }

private:
  std::uint32_t name_id(const std::string& name) {
    const auto [at, fresh] = name_ids_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (fresh) names_.push_back(name);
    return at->second;
  }

  std::vector<Symbol> symbols_;
  std::map<std::pair<SymbolKind, std::uint32_t>, std::uint32_t> numbers_;
  std::vector<std::string> names_;
  std::map<std::string, std::uint32_t> name_ids_;
};

} // namespace loo
