#include "link/runtime_section.h"

#include "lua/expression.h"
#include "lua/safe_points.h"

#include <algorithm>
#include <array>
#include <set>

namespace loo {

namespace {

// PREFIX_NAME is what FUNCTION makes of the primitive NAME.
struct Wrapper {
  std::string_view prefix, function;
};

constexpr std::array<Wrapper, 2> wrappers = {{{traced_prefix, "rt_trace"}, {polled_prefix, "rt_poll"}}};

const Wrapper* wrapper_of(std::string_view name) {
  const auto found = std::ranges::find_if(wrappers, [&](const Wrapper& w) { return name.starts_with(w.prefix); });
  return found == wrappers.end() ? nullptr : found;
}

// Without the prefix, if it has one.
std::string primitive_of(const std::string& name) {
  const Wrapper* wrapper = wrapper_of(name);
  return wrapper != nullptr ? name.substr(wrapper->prefix.size()) : name;
}

// Whether this primitive calls functions of the host, of the library Lua.
bool calls_host(const std::string& name) {
  const std::string primitive = primitive_of(name);
  return primitive == "caml_lua_call" || primitive == "caml_lua_call_all" || primitive == "caml_lua_method";
}

} // namespace

RuntimeSection runtime_section(SymbolTable& symbols, Dialect dialect) {
  RuntimeSection result;
  result.section.name = "runtime";
  const auto name = [&](std::uint32_t symbol) -> const std::string& { return symbols.name(symbols[symbol].id); };
  std::vector<std::uint32_t> wanted;
  for (std::uint32_t s = 0; s < symbols.size(); ++s)
    if (symbols[s].kind == SymbolKind::runtime) wanted.push_back(s);
  std::set<std::uint32_t> primitives(wanted.begin(), wanted.end());
  std::sort(wanted.begin(), wanted.end(), [&](std::uint32_t a, std::uint32_t b) { return name(a) < name(b); });
  dialect.yields = std::ranges::any_of(wanted, [&](std::uint32_t symbol) { return calls_host(name(symbol)); });
  const RuntimeLibrary library(dialect);
  std::set<std::uint32_t> seen;
  struct Visit { std::uint32_t symbol; Chunk chunk; std::vector<std::uint32_t> needs; std::size_t next; };
  std::vector<Visit> stack;
  const auto open = [&](std::uint32_t symbol) {
    if (!seen.insert(symbol).second) return;
    const Fragment* fragment = library.find(name(symbol));
    if (primitives.count(symbol) != 0 && name(symbol).starts_with("caml_")) result.used.push_back(name(symbol));
    Visit visit{symbol, {}, {}, 0};
    visit.chunk.symbol = symbol;
    const Wrapper* wrapper = wrapper_of(name(symbol));
    const std::string primitive = primitive_of(name(symbol));
    if (wrapper != nullptr && library.find(primitive) != nullptr) {
      visit.needs = {symbols.runtime(std::string(wrapper->function)), symbols.runtime(primitive)};
      visit.chunk.kind = ChunkKind::value;
      visit.chunk.text = symbol_text(symbol) + " = " + symbol_text(visit.needs[0]) + "(" + symbol_text(visit.needs[1]) +
                         ", " + quote(primitive) + ")\n";
    } else if (fragment == nullptr) {
      result.missing.push_back(primitive);
      result.missing_symbols.push_back(symbol);
      const std::uint32_t fail = symbols.runtime("caml_failwith");
      visit.chunk.kind = ChunkKind::function;
      visit.chunk.text = "function " + symbol_text(symbol) + "()\n" + symbol_text(fail) + "(" +
                         quote(primitive + ": primitive is not available") + ")\nend\n";
      visit.needs = {fail};
    } else {
      auto rendered = library.render(*fragment, symbols);
      visit.chunk.kind = rendered.is_function ? ChunkKind::function : ChunkKind::value;
      visit.chunk.text = std::move(rendered.text);
      for_each_mark(visit.chunk.text, [&](std::uint32_t other, bool, std::size_t, std::size_t) {
        if (other != symbol) visit.needs.push_back(other);
      });
    }
    stack.push_back(std::move(visit));
  };
  for (const std::uint32_t symbol : wanted) {
    open(symbol);
    while (!stack.empty()) {
      auto& top = stack.back();
      if (top.next < top.needs.size()) { open(top.needs[top.next++]); continue; }
      result.section.chunks.push_back(std::move(top.chunk));
      stack.pop_back();
    }
  }
  std::sort(result.missing.begin(), result.missing.end());
  std::sort(result.used.begin(), result.used.end());
  return result;
}

std::vector<std::string> runtime_names(const SymbolTable& symbols) {
  std::vector<std::string> names;
  for (std::uint32_t s = 0; s < symbols.size(); ++s)
    if (symbols[s].kind == SymbolKind::runtime) names.push_back(symbols.name(symbols[s].id));
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace loo
