#include "link/assemble.h"

#include "lua/expression.h"
#include "lua/function_printer.h"

#include <algorithm>

namespace loo {

namespace {

class Assembler {
public:
  Assembler(std::vector<Section> sections, const std::vector<std::string>& names, const Dialect& dialect,
            const Locations* locations)
      : sections_(std::move(sections)), names_(names), dialect_(dialect), locations_(locations),
        home_(names.size(), none), shared_(names.size(), false) {}

  std::string run(std::uint32_t entry) {
    share({entry});
    std::string out = head();
    out += "local function program()\n";
    for (std::uint32_t s = 1; s < sections_.size(); ++s) write(s, out);
    out += tail(entry);
    return out;
  }

  // A unit by itself: all that isn't its own comes from elsewhere.
  std::string run_unit(const std::vector<std::uint32_t>& exports) {
    open_ = true;
    share(exports);
    std::string out;
    out.reserve(size());
    write(0, out);
    return out;
  }

  std::string run_linked(std::uint32_t entry, const std::vector<std::uint32_t>& wanted, const std::vector<std::string>& units) {
    share(wanted);
    std::string out = head();
    out += "local function program()\n";
    for (const std::string& unit : units) out += unit;
    out += tail(entry);
    return out;
  }

  std::string run_runtime(const std::vector<std::uint32_t>& symbols) {
    share(symbols);
    return head() + "return G\n";
  }

private:
  void share(const std::vector<std::uint32_t>& symbols) {
    for (std::uint32_t s = 0; s < sections_.size(); ++s) {
      for (const auto& chunk : sections_[s].chunks)
        if (chunk.symbol != none) home_[chunk.symbol] = s;
      for (const std::uint32_t v : sections_[s].values) home_[v] = s;
    }
    for (const std::uint32_t symbol : symbols) shared_[symbol] = true;
    plans_.resize(sections_.size());
    for (std::uint32_t s = 0; s < sections_.size(); ++s) plan(s);
  }

  // Up to the runtime.
  std::string head() {
    // G: shared values. For the runtime's stack.lua: D, the depth of the stack where
    // it is not passed along; P, pcalls under way; L, the depth's limit.
    std::string out;
    out.reserve(size());
    out += "local G, D, P = {}, 0, 0\n";
    if (dialect_.name == "portable")
      out += "local L = _VERSION ~= \"Lua 5.1\" and 600000 or rawget(_G, \"jit\") and 40000 or 110000\n";
    write(0, out);
    return out;
  }

  [[nodiscard]] std::string tail(std::uint32_t entry) const { return "end\nreturn G." + names_[entry] + "(program)\n"; }

  struct Plan {
    std::vector<std::uint32_t> imports;      // symbols of earlier sections, read at the start
    std::vector<std::uint32_t> locals;       // own symbols that are locals
    std::vector<std::uint32_t> forward;      // of those: declared ahead
  };

  // Which of the symbols that the section mentions are locals in it.
  void plan(std::uint32_t s) {
    auto& section = sections_[s];
    std::vector<std::uint32_t> mentioned;
    for (const auto& chunk : section.chunks) {
      for_each_mark(chunk.text, [&](std::uint32_t symbol, bool exported, std::size_t, std::size_t) {
        if (exported) return;
        if (count_.size() <= symbol) count_.resize(names_.size(), 0);
        if (count_[symbol]++ == 0) mentioned.push_back(symbol);
      });
    }
    const auto rank = [&](std::uint32_t a, std::uint32_t b) { return count_[a] != count_[b] ? count_[a] > count_[b] : a < b; };
    std::sort(mentioned.begin(), mentioned.end(), rank);
    std::vector<std::uint32_t> chosen;
    for (const std::uint32_t symbol : mentioned) {
      const bool own = home_[symbol] == s;
      if (!own) shared_[symbol] = true;
      if (chosen.size() >= max_section_locals) { shared_[symbol] = true; continue; }
      // What a later section defines is not there yet when this one starts.
      if (!own && !open_ && (home_[symbol] == none || home_[symbol] > s)) continue;
      chosen.push_back(symbol);
    }
    for (const std::uint32_t symbol : mentioned) count_[symbol] = 0;
    auto& plan = plans_[s];
    for (const std::uint32_t symbol : chosen) (home_[symbol] == s ? plan.locals : plan.imports).push_back(symbol);
    std::sort(plan.locals.begin(), plan.locals.end());
    std::sort(plan.imports.begin(), plan.imports.end());
    limit_upvalues(s);
  }

  [[nodiscard]] bool is_local(std::uint32_t s, std::uint32_t symbol) const {
    const auto& list = home_[symbol] == s ? plans_[s].locals : plans_[s].imports;
    return std::binary_search(list.begin(), list.end(), symbol);
  }

  // Functions that would have too many upvalues read the least mentioned from G:
  // remembered per chunk.
  void limit_upvalues(std::uint32_t s) {
    auto& section = sections_[s];
    section_cold_.resize(sections_.size());
    section_cold_[s].resize(section.chunks.size());
    for (std::size_t c = 0; c < section.chunks.size(); ++c) {
      const auto& chunk = section.chunks[c];
      if (chunk.kind == ChunkKind::code) continue;
      std::vector<std::uint32_t> used;
      if (count_.size() < names_.size()) count_.resize(names_.size(), 0);
      for_each_mark(chunk.text, [&](std::uint32_t symbol, bool exported, std::size_t, std::size_t) {
        if (!exported && is_local(s, symbol) && count_[symbol]++ == 0) used.push_back(symbol);
      });
      const auto limit = static_cast<std::size_t>(dialect_.max_upvalues) - std::min<std::size_t>(chunk.upvalues + 3, 50);
      if (used.size() > limit) {
        std::sort(used.begin(), used.end(), [&](std::uint32_t a, std::uint32_t b) {
          return count_[a] != count_[b] ? count_[a] > count_[b] : a < b;
        });
        auto& cold = section_cold_[s][c];
        cold.assign(used.begin() + static_cast<std::ptrdiff_t>(limit), used.end());
        std::sort(cold.begin(), cold.end());
        for (const std::uint32_t symbol : cold) shared_[symbol] = true;
      }
      for (const std::uint32_t symbol : used) count_[symbol] = 0;
    }
  }

  // -- text

  // About what the output takes: marks are about as long as the names they stand for.
  [[nodiscard]] std::size_t size() const {
    std::size_t sum = 0;
    for (const auto& section : sections_)
      for (const auto& chunk : section.chunks) sum += chunk.comment.size() + chunk.text.size();
    return sum + sum / 4;
  }

  [[nodiscard]] std::string name_in(std::uint32_t s, const std::vector<std::uint32_t>& cold, std::uint32_t symbol) const {
    if (is_local(s, symbol) && !std::binary_search(cold.begin(), cold.end(), symbol)) return names_[symbol];
    return "G." + names_[symbol];
  }

  void write_text(std::uint32_t s, const std::vector<std::uint32_t>& cold, const std::string& text, std::string& out) const {
    std::size_t from = 0;
    for_each_mark(text, [&](std::uint32_t symbol, bool exported, std::size_t begin, std::size_t end) {
      out.append(text, from, begin - from);
      from = end;
      if (exported) publish(s, symbol, out);
      else out += name_in(s, cold, symbol);
    });
    out.append(text, from, std::string::npos);
  }

  // G.x = x, where x is a local that others need.
  void publish(std::uint32_t s, std::uint32_t symbol, std::string& out) const {
    if (shared_[symbol] && is_local(s, symbol)) out += "G." + names_[symbol] + " = " + names_[symbol] + "\n";
  }

  static void write_list(const char* keyword, const std::vector<std::string>& names, const char* prefix, std::string& out) {
    for (std::size_t begin = 0; begin < names.size(); begin += 20) {
      const std::size_t end = std::min(names.size(), begin + 20);
      std::string left, right;
      for (std::size_t i = begin; i < end; ++i) {
        left += (i == begin ? "" : ", ") + names[i];
        right += (i == begin ? "" : ", ") + std::string(prefix) + names[i];
      }
      out += keyword + left + (*prefix != 0 ? " = " + right : "") + "\n";
    }
  }

  void write(std::uint32_t s, std::string& out) {
    auto& section = sections_[s];
    const auto& plan = plans_[s];
    const std::string name = "unit_" + section.name;
    const std::size_t begin = out.size();
    out += section.comment + "do local function " + name + "()\n";
    std::vector<std::string> list;
    for (const std::uint32_t symbol : plan.imports) list.push_back(names_[symbol]);
    write_list("local ", list, "G.", out);
    // Declared ahead: values that code assigns, and functions used before their text.
    std::vector<bool> declared(names_.size(), false), ahead(names_.size(), false);
    for (const std::uint32_t v : section.values) ahead[v] = true;
    for (const auto& chunk : section.chunks) {
      for_each_mark(chunk.text, [&](std::uint32_t symbol, bool exported, std::size_t, std::size_t) {
        if (!exported && home_[symbol] == s && !declared[symbol] && symbol != chunk.symbol) ahead[symbol] = true;
      });
      if (chunk.symbol != none) declared[chunk.symbol] = true;
    }
    list.clear();
    for (const std::uint32_t symbol : plan.locals)
      if (ahead[symbol]) list.push_back(names_[symbol]);
    write_list("local ", list, "", out);
    for (std::size_t c = 0; c < section.chunks.size(); ++c) {
      auto& chunk = section.chunks[c];
      const bool local = chunk.symbol != none && is_local(s, chunk.symbol);
      out += chunk.comment;
      if (local && !ahead[chunk.symbol]) out += "local ";
      // The definition's own name is never cold.
      auto cold = section_cold_[s][c];
      std::erase(cold, chunk.symbol);
      write_text(s, cold, chunk.text, out);
      chunk.text = {};
      if (chunk.symbol != none) publish(s, chunk.symbol, out);
    }
    out += "end " + name + "() end\n";
    if (locations_ != nullptr) locations_->settle(out, begin);
  }

  std::vector<Section> sections_;
  const std::vector<std::string>& names_;
  const Dialect& dialect_;
  const Locations* locations_;
  std::vector<std::uint32_t> home_;        // by symbol: the section that defines it
  std::vector<bool> shared_;               // by symbol: lives in G too
  bool open_ = false;                      // symbols without a home are imported
  std::vector<std::uint32_t> count_;       // scratch, by symbol
  std::vector<Plan> plans_;
  std::vector<std::vector<std::vector<std::uint32_t>>> section_cold_;
};

} // namespace

std::string assemble(std::vector<Section> sections, const std::vector<std::string>& names, const Dialect& dialect,
                     std::uint32_t entry, const Locations* locations) {
  return Assembler(std::move(sections), names, dialect, locations).run(entry);
}

std::string assemble_unit(Section section, const std::vector<std::string>& names, const Dialect& dialect,
                          const std::vector<std::uint32_t>& exports, const Locations* locations) {
  std::vector<Section> sections;
  sections.push_back(std::move(section));
  return Assembler(std::move(sections), names, dialect, locations).run_unit(exports);
}

std::string assemble_linked(Section runtime, const std::vector<std::string>& names, const Dialect& dialect,
                            std::uint32_t entry, const std::vector<std::uint32_t>& wanted,
                            const std::vector<std::string>& units) {
  std::vector<Section> sections;
  sections.push_back(std::move(runtime));
  return Assembler(std::move(sections), names, dialect, nullptr).run_linked(entry, wanted, units);
}

std::string assemble_runtime(Section runtime, const std::vector<std::string>& names, const Dialect& dialect,
                             const std::vector<std::uint32_t>& symbols) {
  std::vector<Section> sections;
  sections.push_back(std::move(runtime));
  return Assembler(std::move(sections), names, dialect, nullptr).run_runtime(symbols);
}

} // namespace loo
