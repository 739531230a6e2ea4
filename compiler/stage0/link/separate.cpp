#include "link/separate.h"

#include "link/assemble.h"
#include "link/runtime_section.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <sstream>

namespace loo {

namespace {

constexpr std::string_view first_line = "-- lua_of_ocaml unit: ", target_line = "-- for: ", needs_line = "-- needs:",
                           runtime_line = "-- runtime:", bytes_line = "-- bytes: ";

// A unit's text, as its comments describe it.
struct UnitText {
  const UnitFile* file;
  std::string name, target;
  std::vector<std::string> needs, runtime;
  bool library = false, always = false;
  std::string body;
};

// What stands between blanks.
std::vector<std::string> words(std::string_view line) {
  std::istringstream in{std::string(line)};
  std::vector<std::string> all;
  for (std::string word; std::getline(in, word, ' ');)
    if (!word.empty()) all.push_back(word);
  return all;
}

Diagnostic input_error(const std::string& file, std::string message) {
  return {ErrorKind::input, {file, "", std::nullopt}, std::move(message)};
}

std::string quoted(const std::string& name) { return "`" + name + "`"; }

// A number of up to nine digits, or -1.
int number(std::string_view word) {
  int n = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), n);
  return word.size() <= 9 && error == std::errc{} && end == word.data() + word.size() && n >= 0 ? n : -1;
}

// Adds the units of a file to `units`.
std::optional<Diagnostic> parse(const UnitFile& file, std::vector<UnitText>& units) {
  const std::string_view text = file.text;
  std::size_t at = 0;
  // The next line, without its end, if it starts like this.
  const auto line = [&](std::string_view start) -> std::optional<std::string_view> {
    if (!text.substr(at).starts_with(start)) return std::nullopt;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto rest = text.substr(at + start.size(), end - at - start.size());
    at = std::min(end + 1, text.size());
    return rest;
  };
  const Diagnostic wrong = input_error(file.name, "this is no unit that `compile --unit` has written");
  if (text.empty()) return wrong;
  while (at < text.size()) {
    UnitText unit;
    unit.file = &file;
    const auto name = line(first_line);
    const auto target = name ? line(target_line) : std::nullopt;
    const auto needs = target ? line(needs_line) : std::nullopt;
    const auto runtime = needs ? line(runtime_line) : std::nullopt;
    const auto bytes = runtime ? line(bytes_line) : std::nullopt;
    if (!bytes) return wrong;
    const auto described = words(*name);
    if (described.empty() || described.size() > 2) return wrong;
    unit.name = described[0];
    if (described.size() == 2) {
      unit.library = described[1] == "(library)" || described[1] == "(library,always)";
      unit.always = described[1] == "(library,always)";
      if (!unit.library) return wrong;
    }
    unit.target = *target;
    unit.needs = words(*needs);
    unit.runtime = words(*runtime);
    const int length = number(*bytes);
    const std::size_t end = length < 0 ? text.npos : at + static_cast<std::size_t>(length);
    if (end > text.size() || (end < text.size() && !text.substr(end).starts_with(first_line)))
      return input_error(file.name, "unit " + quoted(unit.name) + " doesn't end where it says");
    unit.body = text.substr(at, end - at);
    at = end;
    units.push_back(std::move(unit));
  }
  return std::nullopt;
}

// Those that take part, in their order.
Result<std::vector<const UnitText*>> select(const std::vector<UnitText>& units) {
  std::vector<const UnitText*> chosen;
  std::map<std::string, const UnitText*> provided, missing; // missing: and who needs it
  for (std::size_t i = units.size(); i-- > 0;) {
    const UnitText& unit = units[i];
    if (unit.library && !unit.always && missing.count(unit.name) == 0) continue;
    for (const auto& need : unit.needs) {
      const auto later = provided.find(need);
      if (later != provided.end())
        return input_error(unit.file->name, "unit " + quoted(unit.name) + " needs " + quoted(need) + " (" +
                                                later->second->file->name +
                                                "), which comes later in the order of linking");
      missing.try_emplace(need, &unit);
    }
    missing.erase(unit.name);
    const auto [other, fresh] = provided.try_emplace(unit.name, &unit);
    if (!fresh)
      return input_error(unit.file->name,
                         "unit " + quoted(unit.name) + " is defined here and again in " + other->second->file->name);
    chosen.push_back(&unit);
  }
  if (!missing.empty()) {
    const auto& [name, user] = *missing.begin();
    return input_error(user->file->name,
                       "no implementation of " + quoted(name) + ", which is needed by " + quoted(user->name));
  }
  std::reverse(chosen.begin(), chosen.end());
  return chosen;
}

// The units of all files, which must be for one target.
Result<std::vector<UnitText>> parse_all(const std::vector<UnitFile>& files) {
  std::vector<UnitText> units;
  for (const auto& file : files)
    if (auto error = parse(file, units)) return *error;
  for (const auto& unit : units)
    if (unit.target != units[0].target)
      return input_error(unit.file->name, "unit " + quoted(unit.name) + " is for " + unit.target + ", but " +
                                              quoted(units[0].name) + " (" + units[0].file->name + ") for " +
                                              units[0].target);
  return units;
}

Result<Dialect> dialect_of(const UnitText& unit) {
  const auto described = words(unit.target);
  int width = 0, magic = 0;
  if (described.size() == 3) {
    width = number(described[1]);
    magic = number(described[2]);
  }
  auto dialect = make_dialect(described.empty() ? "" : described[0], width);
  if (!dialect || width <= 0 || magic <= 0)
    return input_error(unit.file->name, "unknown target " + quoted(unit.target));
  dialect->set_version({magic});
  return *dialect;
}

// By symbol.
std::vector<std::string> names_of(const SymbolTable& symbols) {
  std::vector<std::string> names;
  for (std::uint32_t s = 0; s < symbols.size(); ++s) names.push_back(symbols.name(symbols[s].id));
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += " " + name;
  return text;
}

} // namespace

Result<std::string> compile_units(const ObjectFile& file, const std::vector<std::string>& only,
                                  const CompileOptions& options) {
  auto units = read_units(file, only, {options.debug_info});
  if (!units) return units.error();
  std::string out;
  for (auto& unit : *units) {
    const int magic = unit.image.version.magic;
    auto compiled = compile_unit(std::move(unit.image), options);
    if (!compiled) {
      Diagnostic error = compiled.error();
      if (error.place.file.empty()) error.place.file = file.name;
      return error;
    }
    out += std::string(first_line) + unit.name;
    if (unit.library) out += unit.force_link ? " (library,always)" : " (library)";
    out += "\n" + std::string(target_line) + options.target + " " + std::to_string(compiled->int_width) + " " +
           std::to_string(magic);
    out += "\n" + std::string(needs_line) + joined(unit.needs) + "\n" + std::string(runtime_line) +
           joined(compiled->runtime) + "\n";
    out += std::string(bytes_line) + std::to_string(compiled->lua.size()) + "\n";
    out += compiled->lua;
  }
  return out;
}

Result<std::string> link_units(const std::vector<UnitFile>& files, bool allow_missing) {
  const auto units = parse_all(files);
  if (!units) return units.error();
  const auto chosen = select(*units);
  if (!chosen) return chosen.error();
  auto dialect = dialect_of(units->front());
  if (!dialect) return dialect.error();

  std::set<std::string> names;
  for (const UnitText* unit : *chosen) names.insert(unit->runtime.begin(), unit->runtime.end());
  dialect->backtraces = names.count("rt_located") != 0;
  SymbolTable symbols;
  std::vector<std::uint32_t> wanted;
  for (const auto& name : names) wanted.push_back(symbols.runtime(name));
  const std::uint32_t entry = symbols.runtime("rt_main");
  wanted.push_back(entry);
  auto runtime = runtime_section(symbols, *dialect);
  if (!runtime.missing.empty() && !allow_missing) return missing_primitives(runtime.missing);
  std::vector<std::string> bodies;
  for (const UnitText* unit : *chosen) bodies.push_back(unit->body);
  return assemble_linked(std::move(runtime.section), names_of(symbols), *dialect, entry, wanted, bodies);
}

Result<std::string> link_runtime(const std::vector<UnitFile>& files) {
  const auto units = parse_all(files);
  if (!units) return units.error();
  auto dialect = dialect_of(units->front());
  if (!dialect) return dialect.error();
  dialect->open = true;
  for (const UnitText& unit : *units)
    if (std::ranges::find(unit.runtime, "rt_located") != unit.runtime.end()) dialect->backtraces = true;
  SymbolTable symbols;
  std::vector<std::uint32_t> wanted;
  for (const auto& name : RuntimeLibrary(*dialect).names()) wanted.push_back(symbols.runtime(name));
  return assemble_runtime(runtime_section(symbols, *dialect).section, names_of(symbols), *dialect, wanted);
}

} // namespace loo
