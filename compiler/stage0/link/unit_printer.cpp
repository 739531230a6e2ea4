#include "link/unit_printer.h"

#include "link/constant_text.h"
#include "link/locations.h"
#include "lua/expression.h"
#include "structure/folding.h"
#include "structure/print_structure.h"
#include "structure/structure.h"

#include <algorithm>
#include <iterator>

namespace loo {

namespace {

template <class See> void for_each_symbol(const std::string& text, See see) {
  for_each_mark(text, [&](std::uint32_t symbol, bool exported, std::size_t, std::size_t) {
    if (!exported) see(symbol);
  });
}

} // namespace

UnitPrinter::UnitPrinter(UnitState& state, std::uint32_t unit, bool dump) : s_(state), unit_(unit), want_dump_(dump) {}

Result<Section> UnitPrinter::run() {
  auto& symbols = s_.text.symbols;
  std::vector<bool> group_done(s_.program.groups.size(), false);
  for (const FuncId id : s_.functions_of[unit_]) {
    const auto& f = s_.program.functions[id];
    if (f.kind == FunctionKind::closure && f.captures > 0) {
      if (group_done[f.group]) continue;
      group_done[f.group] = true;
      if (auto problem = print_group(f.group)) return *problem;
    } else if (auto problem = print_function(id)) {
      return *problem;
    }
  }
  auto main = body(s_.program.units[unit_].main, 0, "", "");
  if (!main) return main.error();
  note(s_.program.units[unit_].main, *main, 0);
  constants(main->text);
  order();
  section_.comment = comment(s_.program.units[unit_].main);
  section_.chunks = std::move(constants_);
  section_.chunks.insert(section_.chunks.end(), std::make_move_iterator(functions_.begin()), std::make_move_iterator(functions_.end()));
  Chunk code;
  code.text = std::move(main->text);
  section_.chunks.push_back(std::move(code));
  const auto marked = [](const Chunk& chunk) { return chunk.text.find(place_begins) != std::string::npos; };
  if (s_.program.backtraces && std::ranges::any_of(section_.chunks, marked)) {
    Chunk located;
    located.text = symbol_text(symbols.runtime("rt_located")) + "(" + Locations::table_mark + ")\n";
    section_.chunks.insert(section_.chunks.begin(), std::move(located));
  }
  // Values that the main code defines.
  const FuncId id = s_.program.units[unit_].main;
  const auto& f = s_.program.functions[id];
  const auto& items = s_.items_of[id];
  for (std::size_t v = 0; v < items.size(); ++v)
    if (items[v] != none) section_.values.push_back(symbols.intern(SymbolKind::item, items[v]));
  for (const auto& block : f.blocks)
    for (const ValueId v : block.body)
      if (f.nodes[v].op == Opcode::set_global) section_.values.push_back(symbols.intern(SymbolKind::global, f.nodes[v].imm));
  return std::move(section_);
}

void UnitPrinter::note(FuncId id, const Body& body, std::uint32_t upvalues) {
  std::vector<std::uint32_t> seen;
  for_each_symbol(body.text, [&](std::uint32_t symbol) { seen.push_back(symbol); });
  std::sort(seen.begin(), seen.end());
  const auto distinct = std::unique(seen.begin(), seen.end()) - seen.begin();
  s_.text.functions.push_back({id, body.instructions, body.locals, upvalues + static_cast<std::uint32_t>(distinct)});
}

std::string UnitPrinter::comment(FuncId id) const {
  return s_.origins == nullptr ? "" : s_.origins->comment(s_.program.functions[id]);
}

void UnitPrinter::add(ChunkKind kind, std::uint32_t symbol, std::string comment, std::string text, std::uint32_t upvalues,
                      std::uint32_t locals) {
  constants(text);
  Chunk chunk;
  chunk.kind = kind;
  chunk.symbol = symbol;
  chunk.comment = std::move(comment);
  chunk.text = std::move(text);
  chunk.upvalues = upvalues;
  chunk.locals = locals;
  functions_.push_back(std::move(chunk));
}

void UnitPrinter::constants(const std::string& text) {
  auto& symbols = s_.text.symbols;
  for_each_symbol(text, [&](std::uint32_t number) {
    const Symbol symbol = symbols[number];
    std::string definition;
    if (symbol.kind == SymbolKind::literal) {
      if (s_.literal_done[symbol.id]) return;
      s_.literal_done[symbol.id] = true;
      definition = constant_text(s_.program, s_.dialect, symbols, number, symbol.id);
    } else if (symbol.kind == SymbolKind::table) {
      if (s_.table_done.size() <= number) s_.table_done.resize(number + 1, false);
      if (s_.table_done[number]) return;
      s_.table_done[number] = true;
      definition = symbol_text(number) + " = " + symbols.name(symbol.id) + "\n";
    } else {
      return;
    }
    Chunk chunk;
    chunk.kind = ChunkKind::value;
    chunk.symbol = number;
    chunk.text = std::move(definition);
    constants_.push_back(std::move(chunk));
  });
}

// Functions before those that mention them, where there is no cycle.
void UnitPrinter::order() {
  std::vector<std::uint32_t> chunk_of;
  for (std::uint32_t c = 0; c < functions_.size(); ++c) {
    const std::uint32_t symbol = functions_[c].symbol;
    if (chunk_of.size() <= symbol) chunk_of.resize(symbol + 1, none);
    chunk_of[symbol] = c;
  }
  std::vector<std::vector<std::uint32_t>> needs(functions_.size());
  for (std::uint32_t c = 0; c < functions_.size(); ++c)
    for_each_symbol(functions_[c].text, [&](std::uint32_t symbol) {
      if (symbol < chunk_of.size() && chunk_of[symbol] != none && chunk_of[symbol] != c) needs[c].push_back(chunk_of[symbol]);
    });
  std::vector<Chunk> sorted;
  std::vector<bool> seen(functions_.size(), false);
  std::vector<std::pair<std::uint32_t, std::size_t>> stack;
  for (std::uint32_t c = 0; c < functions_.size(); ++c) {
    if (seen[c]) continue;
    seen[c] = true;
    stack.push_back({c, 0});
    while (!stack.empty()) {
      auto& [at, next] = stack.back();
      if (next < needs[at].size()) {
        const std::uint32_t to = needs[at][next++];
        if (!seen[to]) { seen[to] = true; stack.push_back({to, 0}); }
        continue;
      }
      sorted.push_back(std::move(functions_[at]));
      stack.pop_back();
    }
  }
  functions_ = std::move(sorted);
}

// Counts the frame; goes on with a fresh stack when this one is nearly full.
std::string UnitPrinter::count_depth(FuncId id, std::uint32_t indent, const std::string& self, std::uint32_t locals) {
  const auto& f = s_.program.functions[id];
  if (!f.recursive) return "";
  const std::string space(indent * 2, ' ');
  const std::string weight = std::to_string(locals + 8);
  std::string text = space + (takes_depth(f) ? "d = d + " : "local d = D + ") + weight + "\n";
  if (f.checks_depth) {
    std::string args = self + (packs_params(f) ? ", A" : "");
    for (std::size_t i = 0; i < f.params.size() && !packs_params(f); ++i) args += ", " + FunctionPrinter::param_name(f, i);
    text += space + "if d > " + s_.dialect.stack_limit() + " then return " +
            symbol_text(s_.text.symbols.runtime(takes_depth(f) ? "rt_grow_known" : "rt_grow")) + "(" + args + ") end\n";
  }
  if (f.shows_depth) text += space + "D = d\n";
  return text;
}

Result<UnitPrinter::Body> UnitPrinter::body(FuncId id, std::uint32_t indent, const std::string& check, const std::string& self) {
  auto& f = s_.program.functions[id];
  std::vector<bool> pinned(f.nodes.size(), false);
  const auto& items = s_.items_of[id];
  for (std::size_t v = 0; v < items.size(); ++v) pinned[v] = items[v] != none;
  const Folding folding = fold_values(s_.program, f, s_.atoms, pinned);
  auto tree = structure(f, folding, s_.dialect.has_goto);
  if (!tree) return tree.error();
  if (want_dump_) dump_ += "f" + std::to_string(id) + "\n" + print_tree(f, *tree);
  FunctionPrinter printer({s_.program, s_.dialect, s_.text.symbols, s_.atoms, s_.items_of}, id, folding, *tree);
  FunctionText text = printer.body(indent);
  std::string prologue = check + count_depth(id, indent, self, text.locals);
  Body result{std::move(prologue) + text.text, text.locals, f.size()};
  // Other functions look into main code, for constants, and into bodies of `try`, for their exits.
  if (f.kind == FunctionKind::closure) f.forget_code();
  return result;
}

std::string UnitPrinter::parameters(FuncId id, bool checked) const {
  const auto& f = s_.program.functions[id];
  std::string text;
  if (packs_params(f)) return takes_depth(f) ? "A, d" : "A";
  std::size_t count = f.params.size();
  if (checked && (f.result & kind_function) != 0) count = std::max<std::size_t>(count, max_unknown_args);
  for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? ", " : "") + FunctionPrinter::param_name(f, i);
  if (!checked && takes_depth(f)) text += text.empty() ? "d" : ", d";
  return text;
}

// What the entry passes on to the body.
std::string UnitPrinter::arguments(FuncId id) const {
  const auto& f = s_.program.functions[id];
  std::string text;
  for (std::size_t i = 0; i < f.params.size(); ++i) text += (i > 0 ? ", " : "") + FunctionPrinter::param_name(f, i);
  if (takes_depth(f)) text += ", D";
  return text;
}

// Calls with too few or too many arguments go through the runtime.
std::string UnitPrinter::check(FuncId id, std::uint32_t indent, const std::string& self) {
  const auto& f = s_.program.functions[id];
  if (!needs_check(f)) return "";
  const bool spare = (f.result & kind_function) != 0 && f.arity < max_unknown_args;
  std::string test;
  if (f.arity > 1) test = FunctionPrinter::param_name(f, f.arity - 1) + " == nil";
  if (spare) test += (test.empty() ? "" : " or ") + FunctionPrinter::param_name(f, f.arity) + " ~= nil";
  if (test.empty()) return "";
  const std::size_t passed = spare ? max_unknown_args : std::min(f.arity, max_unknown_args);
  std::string args;
  for (std::size_t i = 0; i < passed; ++i) args += ", " + FunctionPrinter::param_name(f, i);
  return std::string(indent * 2, ' ') + "if " + test + " then return " +
         symbol_text(s_.text.symbols.runtime("rt_adjust")) + "(" + self + ", " + std::to_string(f.arity) + args + ") end\n";
}

std::optional<Diagnostic> UnitPrinter::print_function(FuncId id) {
  auto& symbols = s_.text.symbols;
  const auto& f = s_.program.functions[id];
  const std::uint32_t own = symbols.intern(SymbolKind::body, id);
  const std::uint32_t entry = f.kind == FunctionKind::closure ? entry_symbol(symbols, s_.program, id) : own;
  const bool checked = entry == own && f.kind == FunctionKind::closure && needs_check(f);
  auto text = body(id, 1, checked ? check(id, 1, symbol_text(own)) : "", symbol_text(own));
  if (!text) return text.error();
  note(id, *text, 0);
  add(ChunkKind::function, own, comment(id),
      "function " + symbol_text(own) + "(" + parameters(id, checked) + ")\n" + text->text + "end\n", 0, text->locals);
  if (entry != own)
    add(ChunkKind::function, entry, comment(id),
        "function " + symbol_text(entry) + "(" + parameters(id, true) + ")\n" + check(id, 1, symbol_text(entry)) + "  return " +
            symbol_text(own) + "(" + arguments(id) + ")\nend\n",
        0, 0);
  return std::nullopt;
}

// A maker: takes the free variables, returns the closures.
std::optional<Diagnostic> UnitPrinter::print_group(std::uint32_t group) {
  auto& symbols = s_.text.symbols;
  const auto& members = s_.program.groups[group];
  const std::uint32_t maker = symbols.intern(SymbolKind::maker, group);
  const auto& first = s_.program.functions[members[0]];
  std::string captures;
  if (packs_captures(first)) captures = "C";
  else
    for (std::uint32_t i = 0; i < first.captures; ++i) captures += (i > 0 ? ", c" : "c") + std::to_string(i + 1);
  const bool packed = packs_members(members);
  const std::uint32_t siblings = members.size() == 1 ? 0 : packed ? 1 : static_cast<std::uint32_t>(members.size());
  const std::uint32_t upvalues = (packs_captures(first) ? 1 : first.captures) + siblings;
  std::string out = "function " + symbol_text(maker) + "(" + captures + ")\n";
  std::uint32_t locals = 0;
  const auto comment_within = [&](FuncId id) { return s_.origins == nullptr ? "" : "  " + comment(id); };
  if (members.size() == 1) {
    // The check makes the closure anew instead of keeping it in a free variable.
    bool recursive = false;
    for (const auto& node : first.nodes) recursive = recursive || node.op == Opcode::sibling;
    const std::string self = recursive ? "g1" : symbol_text(maker) + "(" + captures + ")";
    auto text = body(members[0], 2, check(members[0], 2, self), self);
    if (!text) return text.error();
    note(members[0], *text, upvalues);
    locals = text->locals;
    const std::string head = "(" + parameters(members[0], needs_check(first)) + ")\n" + text->text + "  end\n";
    out += comment_within(members[0]);
    out += recursive ? "  local function g1" + head + "  return g1\n" : "  return function " + head;
  } else {
    std::string names;
    if (packed) names = "g";
    else
      for (std::uint32_t i = 0; i < members.size(); ++i) names += (i > 0 ? ", " : "") + member_name(members, i);
    out += "  local " + names + (packed ? " = {}\n" : "\n");
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      const auto& f = s_.program.functions[members[i]];
      if (f.dead) continue;
      const std::string name = member_name(members, i);
      auto text = body(members[i], 2, check(members[i], 2, name), name);
      if (!text) return text.error();
      note(members[i], *text, upvalues);
      locals = std::max(locals, text->locals);
      out += comment_within(members[i]) + (packed ? "  " + name + " = function(" : "  function " + name + "(");
      out += parameters(members[i], needs_check(f)) + ")\n" + text->text + "  end\n";
    }
    out += "  return " + names + "\n";
  }
  add(ChunkKind::function, maker, "", out + "end\n", upvalues, locals);
  return std::nullopt;
}

} // namespace loo
