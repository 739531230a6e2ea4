#include "link/program_text.h"

#include "link/runtime_section.h"
#include "link/unit_printer.h"
#include "lua/expression.h"
#include "lua/primitive_table.h"

#include <algorithm>
#include <set>

namespace loo {

namespace {

// "Stdlib__List" -> "List"; only what a Lua name may hold.
std::string short_name(const std::string& unit) {
  const std::size_t at = unit.rfind("__");
  std::string name = at == std::string::npos || at + 2 >= unit.size() ? unit : unit.substr(at + 2);
  for (char& c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '_';
  return name.empty() ? "Unit" : name;
}

// The whole name, as a Lua name.
std::string lua_name(const std::string& unit) {
  std::string name;
  for (const char c : unit) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (plain) name += c;
    else name += "_x" + std::to_string(static_cast<unsigned char>(c));
  }
  return name;
}

class ProgramPrinter {
public:
  ProgramPrinter(Program& program, const Dialect& dialect, bool dump_structure, const Origins* origins)
      : p_(program), d_(dialect), dump_structure_(dump_structure), origins_(origins) {}

  Result<ProgramText> run() {
    UnitState state{p_, d_, text_, origins_, {}, {}, {}, {}, {}};
    for (const auto& use : p_.primitives) state.atoms.push_back(wants_atoms(use.name));
    state.items_of.resize(p_.functions.size());
    for (std::uint32_t i = 0; i < p_.items.size(); ++i) {
      const auto& main = p_.functions[p_.items[i].main];
      const ValueId v = p_.items[i].value;
      if (main.dead || !live_value(main, v)) continue;
      auto& items = state.items_of[p_.items[i].main];
      items.resize(main.nodes.size(), none);
      items[v] = i;
    }
    state.functions_of.resize(p_.units.size());
    for (FuncId id = 0; id < p_.functions.size(); ++id) {
      const auto& f = p_.functions[id];
      if (!f.dead && f.kind != FunctionKind::unit_main) state.functions_of[f.unit].push_back(id);
    }
    state.literal_done.assign(p_.constants.size(), false);
    unit_names();
    std::vector<Section> units;
    for (std::uint32_t u = 0; u < p_.units.size(); ++u) {
      UnitPrinter printer(state, u, dump_structure_);
      auto section = printer.run();
      if (!section) return section.error();
      text_.structure_dump += printer.dump();
      section->name = unit_names_[u];
      if (nothing(*section)) continue;
      units.push_back(std::move(*section));
    }
    if (!p_.open()) text_.entry = text_.symbols.runtime("rt_main");
    text_.runtime = runtime_names(text_.symbols);
    if (!p_.open()) {
      auto runtime = runtime_section(text_.symbols, d_);
      text_.used = std::move(runtime.used);
      text_.missing = std::move(runtime.missing);
      missing_ = std::move(runtime.missing_symbols);
      text_.sections.push_back(std::move(runtime.section));
    }
    text_.sections.insert(text_.sections.end(), std::make_move_iterator(units.begin()), std::make_move_iterator(units.end()));
    name_symbols();
    return std::move(text_);
  }

private:
  static bool nothing(const Section& section) {
    for (const auto& chunk : section.chunks)
      if (!chunk.text.empty()) return false;
    return true;
  }

  // Items whose value is a constant are written out where they are used.
  static bool live_value(const Function& main, ValueId v) {
    switch (main.nodes[v].op) {
    case Opcode::integer: case Opcode::function: case Opcode::literal: case Opcode::global: case Opcode::item:
    case Opcode::atom:
      return false;
    default: return true;
    }
  }

  static bool wants_atoms(const std::string& name) {
    const Access access = access_of(name);
    return access != Access::no && access != Access::array_unsafe_get && access != Access::array_unsafe_set;
  }

  void unit_names() {
    if (p_.open()) {
      unit_names_.push_back(lua_name(p_.units[0].name));
      return;
    }
    std::set<std::string> taken;
    for (const auto& unit : p_.units) {
      std::string name = short_name(unit.name);
      for (int n = 2; !taken.insert(name).second; ++n) name = short_name(unit.name) + "x" + std::to_string(n);
      unit_names_.push_back(name);
    }
  }

  void name_symbols() {
    auto& names = text_.names;
    names.resize(text_.symbols.size());
    std::uint32_t literals = 0, tables = 0;
    std::vector<std::uint32_t> counter(p_.units.size(), 0);
    // What is in the shared table must have a name that no other unit has.
    const std::string prefix = p_.open() ? unit_names_[0] + "_" : "";
    const auto next = [&](std::uint32_t unit, const char* letter) {
      return unit_names_[unit] + "_" + letter + std::to_string(++counter[unit]);
    };
    for (std::uint32_t s = 0; s < names.size(); ++s) {
      const Symbol symbol = text_.symbols[s];
      switch (symbol.kind) {
      case SymbolKind::body: names[s] = next(p_.functions[symbol.id].unit, ""); break;
      case SymbolKind::entry: names[s] = next(p_.functions[symbol.id].unit, "e"); break;
      case SymbolKind::maker: names[s] = next(p_.functions[p_.groups[symbol.id][0]].unit, "m"); break;
      case SymbolKind::item: names[s] = next(p_.functions[p_.items[symbol.id].main].unit, "v"); break;
      case SymbolKind::global: names[s] = p_.open() ? "m_" + lua_name(p_.global_names[symbol.id]) : "M" + std::to_string(symbol.id); break;
      case SymbolKind::literal: names[s] = prefix + "K" + std::to_string(++literals); break;
      case SymbolKind::table: names[s] = prefix + "T" + std::to_string(++tables); break;
      case SymbolKind::runtime: names[s] = text_.symbols.name(symbol.id); break;
      }
    }
    // Their own names can be anything.
    for (std::size_t i = 0; i < missing_.size(); ++i) names[missing_[i]] = "X" + std::to_string(i + 1);
  }

  Program& p_;
  const Dialect& d_;
  bool dump_structure_;
  const Origins* origins_;
  ProgramText text_;
  std::vector<std::string> unit_names_;
  std::vector<std::uint32_t> missing_; // symbols of primitives without a fragment
};

} // namespace

Result<ProgramText> print_program(Program& program, const Dialect& dialect, bool dump_structure,
                                  const Origins* origins) {
  return ProgramPrinter(program, dialect, dump_structure, origins).run();
}

} // namespace loo
