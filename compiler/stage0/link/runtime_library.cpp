#include "link/runtime_library.h"

#include "lua/expression.h"

#include <algorithm>

namespace loo {

namespace {

bool is_name_start(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }

// `F`, `not F`, joined by `and`.
bool holds(std::string_view condition, const Dialect& dialect) {
  bool negate = false;
  std::size_t at = 0;
  while (at < condition.size()) {
    const std::size_t end = std::min(condition.find(' ', at), condition.size());
    const std::string_view word = condition.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == "and") continue;
    if (word == "not") { negate = true; continue; }
    if (dialect.feature(word) == negate) return false;
    negate = false;
  }
  return true;
}

// Length of a `[[`, `[=[`, ... string or comment at `at`, or 0.
std::size_t long_bracket(std::string_view text, std::size_t at) {
  std::size_t level = at + 1;
  while (level < text.size() && text[level] == '=') ++level;
  if (at >= text.size() || text[at] != '[' || level >= text.size() || text[level] != '[') return 0;
  const std::string close = "]" + std::string(level - at - 1, '=') + "]";
  const std::size_t end = text.find(close, level + 1);
  return end == std::string_view::npos ? 0 : end + close.size() - at;
}

} // namespace

const Fragment* RuntimeLibrary::find(std::string_view name) const {
  const Fragment* found = nullptr;
  const auto all = embedded_runtime();
  for (auto it = std::ranges::lower_bound(all, name, {}, &Fragment::name); it != all.end() && it->name == name; ++it)
    if (holds(it->condition, dialect_)) found = &*it;
  return found;
}

std::vector<std::string> RuntimeLibrary::names() const {
  std::vector<std::string> names;
  for (const Fragment& fragment : embedded_runtime())
    if (holds(fragment.condition, dialect_) && (names.empty() || names.back() != fragment.name))
      names.emplace_back(fragment.name);
  return names;
}

RuntimeLibrary::Text RuntimeLibrary::render(const Fragment& fragment, SymbolTable& symbols) const {
  const std::string_view in = fragment.text;
  Text out;
  out.text.reserve(in.size());
  std::size_t from = 0; // what lies between here and `i` is taken over as it is
  const auto take = [&](std::size_t end) { out.text += in.substr(from, end - from); };
  bool line_blank = true; // nothing but spaces on the current line so far
  for (std::size_t i = 0; i < in.size();) {
    const char c = in[i];
    if (c == '-' && i + 1 < in.size() && in[i + 1] == '-') {
      take(i);
      const std::size_t block = long_bracket(in, i + 2);
      from = i = block > 0 ? i + 2 + block : std::min(in.find('\n', i), in.size());
      continue;
    }
    if (c == '"' || c == '\'') {
      std::size_t end = i + 1;
      while (end < in.size() && in[end] != c) end += in[end] == '\\' ? 2 : 1;
      i = std::min(end + 1, in.size());
      line_blank = false;
      continue;
    }
    if (c == '[') {
      const std::size_t length = long_bracket(in, i);
      if (length > 0) {
        i += length;
        line_blank = false;
        continue;
      }
    }
    if (is_name_start(c)) {
      std::size_t end = i;
      while (end < in.size() && is_name(in[end])) ++end;
      const std::string_view name = in.substr(i, end - i);
      const bool member = i > 0 && (in[i - 1] == '.' || in[i - 1] == ':') && !(i > 1 && in[i - 2] == '.');
      if (!member && name.find('_') != std::string_view::npos && find(name) != nullptr) {
        take(i);
        from = end;
        out.text += symbol_text(symbols.runtime(std::string(name)));
      }
      i = end;
      line_blank = false;
      continue;
    }
    if (c >= '0' && c <= '9') {
      while (i < in.size() && (is_name(in[i]) || in[i] == '.')) ++i;
      line_blank = false;
      continue;
    }
    if (c == '\n') {
      take(i);
      from = i + 1;
      while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
      if (!line_blank && !out.text.empty() && out.text.back() != '\n') out.text += '\n';
      line_blank = true;
      ++i;
      continue;
    }
    if (c != ' ' && c != '\t') line_blank = false;
    ++i;
  }
  take(in.size());
  while (!out.text.empty() && (out.text.back() == '\n' || out.text.back() == ' ')) out.text.pop_back();
  const std::size_t start = out.text.find_first_not_of(" \n");
  out.text.erase(0, start == std::string::npos ? out.text.size() : start);
  if (out.text.starts_with("local ")) out.text.erase(0, 6);
  out.is_function = out.text.starts_with("function ");
  out.text += '\n';
  return out;
}

} // namespace loo
