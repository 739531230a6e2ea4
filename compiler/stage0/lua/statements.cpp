// The tree of statements as text.
#include "lua/function_printer.h"
#include "lua/primitive_table.h"

#include <algorithm>

namespace loo {

bool numbers_exits(const Function& body) {
  for (const auto& block : body.blocks)
    if (block.term.kind == TermKind::exit && block.term.exit_index != 0) return true;
  return body.exits == 1; // only the handler: never left normally
}

FunctionPrinter::FunctionPrinter(PrintContext context, FuncId id, const Folding& folding, const Tree& tree)
    : context_(context), program_(context.program), f_(context.program.functions[id]), id_(id), folding_(folding),
      tree_(tree), facts_(find_int_facts(program_, f_, folding, tree)), external_(f_.nodes.size(), false) {
  const auto& items = context_.items_of[id];
  for (std::size_t v = 0; v < items.size(); ++v) external_[v] = items[v] != none;
  allocations_ = find_allocations(program_, f_, folding_, external_);
}

FunctionText FunctionPrinter::body(std::uint32_t indent) {
  const auto& items = context_.items_of[id_];
  std::uint32_t spilled = 0;
  // A local each; if they are too many, registers, and room for the names that statements declare.
  for (const std::uint32_t room : {0U, 4U, 20U}) {
    const auto params = (packs_params(f_) ? 1 : static_cast<std::uint32_t>(f_.params.size())) + max_unknown_args;
    const std::uint32_t limit = f_.kind == FunctionKind::unit_main ? max_main_locals : max_locals;
    const std::uint32_t budget = limit > params + 40 ? limit - params - room : 20;
    placement_ = place_variables({program_, f_, folding_, tree_, external_, room > 0, budget});
    for (std::size_t v = 0; v < items.size(); ++v)
      if (items[v] != none) placement_.names[v] = symbol_text(context_.symbols.intern(SymbolKind::item, items[v]));
    // The exception of a try comes in the variable of its result.
    for (const auto& block : f_.blocks)
      if (block.term.kind == TermKind::try_) {
        auto& result = placement_.names[block.term.result];
        if (result.empty()) result = "_";
        placement_.names[block.term.exception] = result;
      }
    out_.clear();
    active_ = most_active_ = params;
    temporaries_ = 0;
    if (tree_.uses_state) { line(indent, "local S = 0"); count_local(); }
    if (placement_.registers > 0) {
      std::string names = "local r1";
      for (std::uint32_t i = 2; i <= placement_.registers; ++i) names += ", r" + std::to_string(i);
      line(indent, names);
      count_local(placement_.registers);
    }
    if (placement_.spilled > 0) { line(indent, "local _V = {}"); count_local(); }
    sequence(tree_.root, indent);
    spilled = placement_.spilled;
    if (most_active_ <= limit) break;
  }
  return {std::move(out_), most_active_, spilled};
}

void FunctionPrinter::line(std::uint32_t indent, const std::string& text) {
  out_.append(indent * std::size_t{2}, ' ');
  if (place_ != none) out_ += place_mark(place_);
  out_ += text;
  out_ += '\n';
}

void FunctionPrinter::declare(const std::vector<ValueId>& values, std::uint32_t indent) {
  declare_names(values, indent);
  count_local(static_cast<std::uint32_t>(values.size()));
}

void FunctionPrinter::declare_names(const std::vector<ValueId>& values, std::uint32_t indent) {
  for (std::size_t begin = 0; begin < values.size(); begin += 20) {
    std::string text = "local ";
    for (std::size_t i = begin; i < values.size() && i < begin + 20; ++i) {
      if (i > begin) text += ", ";
      text += placement_.names[values[i]];
    }
    line(indent, text);
  }
}

void FunctionPrinter::sequence(SeqId seq, std::uint32_t indent) {
  const std::uint32_t before = active_;
  const auto& stmts = tree_.seqs[seq].stmts;
  for (std::uint32_t i = 0; i < stmts.size(); ++i) {
    const Stmt& stmt = tree_.stmts[stmts[i]];
    const auto declared = placement_.declared.find({seq, i});
    bool inline_moves = false;
    if (declared != placement_.declared.end()) {
      // `local a, b = x, y` when all that is declared here is assigned here.
      if (stmt.kind == StmtKind::moves) {
        inline_moves = moved_params(f_.blocks[stmt.block].term.edges[stmt.edge]) == declared->second;
      }
      const bool is_try = stmt.kind == StmtKind::try_ && declared->second.size() == 1 &&
                          declared->second[0] == f_.blocks[stmt.block].term.result;
      if (!inline_moves && !is_try) declare(declared->second, indent);
    }
    if (inline_moves) {
      count_local(static_cast<std::uint32_t>(declared->second.size()));
      moves(stmt, seq, 1, indent);
      continue;
    }
    statement(stmt, seq, i, indent);
  }
  active_ = before;
}

void FunctionPrinter::statement(const Stmt& stmt, SeqId seq, std::uint32_t index, std::uint32_t indent) {
  switch (stmt.kind) {
  case StmtKind::block: block_body(f_.blocks[stmt.block], indent); break;
  case StmtKind::moves: moves(stmt, seq, 0, indent); break;
  case StmtKind::if_: if_statement(stmt, indent); break;
  case StmtKind::switch_: switch_statement(stmt, indent); break;
  case StmtKind::try_: try_statement(stmt, seq, index, indent); break;
  case StmtKind::loop: loop(stmt, indent); break;
  case StmtKind::leave: leave(f_.blocks[stmt.block], indent); break;
  case StmtKind::break_: line(indent, "break"); break;
  case StmtKind::goto_: line(indent, "goto L" + std::to_string(stmt.number)); break;
  case StmtKind::label: line(indent, "::L" + std::to_string(stmt.number) + "::"); break;
  case StmtKind::scope:
    line(indent, "do");
    sequence(stmt.parts[0], indent + 1);
    line(indent, "end");
    break;
  case StmtKind::set_state: line(indent, "S = " + std::to_string(stmt.number)); break;
  case StmtKind::if_state: {
    const std::string number = std::to_string(stmt.number);
    const bool named = stmt.edge == 1;
    std::string test = !named ? "S == 0" : stmt.falls ? "S == 0 or S == " + number : "S == " + number;
    line(indent, "if " + test + " then");
    if (named) line(indent + 1, "S = 0");
    sequence(stmt.parts[0], indent + 1);
    line(indent, "end");
    break;
  }
  case StmtKind::break_if_state: {
    std::string test;
    for (const std::uint32_t n : stmt.numbers) test += (test.empty() ? "S == " : " or S == ") + std::to_string(n);
    line(indent, "if " + test + " then break end");
    break;
  }
  }
}

void FunctionPrinter::leave(const BasicBlock& block, std::uint32_t indent) {
  const auto& term = block.term;
  switch (term.kind) {
  case TermKind::return_: {
    if (f_.kind == FunctionKind::unit_main) {
      if (indent > 0) line(indent, "return");
      return;
    }
    const std::string result = value(term.value).text;
    // What a primitive might return behind its value isn't an exception.
    const bool folded = folding_.form[term.value] == Form::folded;
    const bool one = f_.returns_exceptions && folded && f_.nodes[term.value].op == Opcode::c_call;
    line(indent, one ? "return (" + result + ")" : "return " + result);
    return;
  }
  case TermKind::raise: {
    const std::string exception = value(term.value).text;
    // With backtraces an instruction before it has noted where this is, and `lua_error` is for primitives.
    const char* const thrower = program_.backtraces ? "lua_throw" : "lua_error";
    line(indent, f_.returns_exceptions ? "return nil, " + exception : runtime(thrower) + "(" + exception + ")");
    return;
  }
  case TermKind::exit:
    line(indent, numbers_exits(f_) ? "return " + std::to_string(term.exit_index) + ", " + value(term.value).text
                                   : "return " + value(term.value).text);
    return;
  case TermKind::tail_call: line(indent, "return " + unknown_call(term.value, term.args).text); return;
  case TermKind::tail_known: line(indent, "return " + known_call(term.func, term.value, term.args).text); return;
  default: return;
  }
}

// -- choices

bool FunctionPrinter::silent(BlockId b) const {
  for (const ValueId v : f_.blocks[b].body)
    if (folding_.form[v] == Form::variable || folding_.form[v] == Form::statement) return false;
  return true;
}

// Nothing would be printed: a block without statements, or moves between what is one variable.
bool FunctionPrinter::silent(const Stmt& stmt) const {
  if (stmt.kind == StmtKind::block) return silent(stmt.block);
  if (stmt.kind != StmtKind::moves) return false;
  const Edge& edge = f_.blocks[stmt.block].term.edges[stmt.edge];
  const auto& params = f_.blocks[edge.target].params;
  for (std::size_t i = 0; i < params.size(); ++i) {
    const ValueId param = params[i], arg = edge.args[i];
    const bool same = folding_.form[arg] == Form::variable && placement_.names[arg] == placement_.names[param] && !external_[param];
    if (!same && !tree_.counts(edge.target, i)) return false;
  }
  return true;
}

bool FunctionPrinter::empty(SeqId seq) const {
  return std::ranges::all_of(tree_.seqs[seq].stmts, [&](StmtId s) { return silent(tree_.stmts[s]); });
}

void FunctionPrinter::if_statement(const Stmt& stmt, std::uint32_t indent) {
  const Stmt* current = &stmt;
  std::string keyword = "if ";
  for (;;) {
    const Expr test = condition_tree(current->condition);
    SeqId yes = current->parts[0], no = current->parts[1];
    if (empty(yes)) {
      if (empty(no)) {
        line(indent, keyword + test.text + " then");
        break;
      }
      const auto& root = tree_.conditions[current->condition];
      Expr inverted{"not " + test.at(Precedence::unary), Precedence::unary, true};
      if (root.kind == Condition::Kind::leaf) inverted = condition(root.value, !root.negated);
      line(indent, keyword + inverted.text + " then");
      sequence(no, indent + 1);
      break;
    }
    line(indent, keyword + test.text + " then");
    sequence(yes, indent + 1);
    if (empty(no)) break;
    // `else` with nothing but an `if`: elseif.
    const auto& rest = tree_.seqs[no].stmts;
    const Stmt* next = nullptr;
    bool plain = true;
    for (std::uint32_t i = 0; i < rest.size() && plain; ++i) {
      const Stmt& s = tree_.stmts[rest[i]];
      if (placement_.declared.count({no, i}) != 0) plain = false;
      else if (silent(s)) continue;
      else if (s.kind == StmtKind::if_ && next == nullptr && i + 1 == rest.size()) next = &s;
      else plain = false;
    }
    if (plain && next != nullptr) {
      current = next;
      keyword = "elseif ";
      continue;
    }
    line(indent, "else");
    sequence(no, indent + 1);
    break;
  }
  line(indent, "end");
}

void FunctionPrinter::try_statement(const Stmt& stmt, SeqId seq, std::uint32_t index, std::uint32_t indent) {
  const auto& term = f_.blocks[stmt.block].term;
  const auto& body = program_.functions[term.func];
  const bool numbered = numbers_exits(body);
  // Where variables are registers, the names of this statement end with it.
  const bool scoped = placement_.registers > 0;
  const std::uint32_t before = active_, outer = indent;
  if (scoped) line(indent++, "do");
  const std::string id = std::to_string(++temporaries_);
  const auto declared = placement_.declared.find({seq, index});
  const bool local = declared != placement_.declared.end() && declared->second.size() == 1 && declared->second[0] == term.result;
  if (body.returns_exceptions) {
    look_statement(stmt, local, indent);
    if (scoped) { line(outer, "end"); active_ = before; }
    return;
  }
  const std::string& result = placement_.names[term.result];
  std::string head = "ok" + id + (numbered ? ", k" + id : "") + ", " + result;
  if (local || result == "_") head = "local " + head;
  else line(indent, "local ok" + id + (numbered ? ", k" + id : ""));
  count_local(numbered ? 3 : 2);
  std::string args = symbol_text(context_.symbols.intern(SymbolKind::body, term.func));
  if (!term.args.empty()) args += ", " + arguments(body, term.args);
  if (takes_depth(body)) args += std::string(", ") + depth();
  line(indent, head + " = " + runtime(f_.recursive ? "rt_try_deep" : "rt_try") + "(" + args + ")");
  const std::size_t handler = stmt.parts.size() - 1;
  const std::string caught = runtime("caml_wrap_exception") + "(" + (numbered ? "k" + id : result) + ")";
  if (!numbered) {
    line(indent, "if ok" + id + " then");
    sequence(stmt.parts[0], indent + 1);
    line(indent, "else");
    line(indent + 1, result + " = " + caught);
    sequence(stmt.parts[handler], indent + 1);
    line(indent, "end");
    if (scoped) { line(outer, "end"); active_ = before; }
    return;
  }
  line(indent, "if not ok" + id + " then k" + id + ", " + result + " = " + std::to_string(handler) + ", " + caught + " end");
  for (std::size_t i = 0; i < handler; ++i) {
    line(indent, (i == 0 ? "if k" : "elseif k") + id + " == " + std::to_string(i) + " then");
    sequence(stmt.parts[i], indent + 1);
  }
  line(indent, handler == 0 ? "do" : "else");
  sequence(stmt.parts[handler], indent + 1);
  line(indent, "end");
  if (scoped) { line(outer, "end"); active_ = before; }
}

void FunctionPrinter::loop(const Stmt& stmt, std::uint32_t indent) {
  if (const CountedLoop* counted = tree_.counted_loop(stmt.block)) return for_loop(stmt, *counted, indent);
  if (while_loop(stmt, indent)) return;
  line(indent, "while true do");
  sequence(stmt.parts[0], indent + 1);
  line(indent, "end");
}

void FunctionPrinter::for_loop(const Stmt& stmt, const CountedLoop& counted, std::uint32_t indent) {
  std::string limit = value(counted.limit).text;
  if (counted.excluded) {
    std::int32_t n = 0;
    if (small_constant(counted.limit, n)) limit = std::to_string(std::int64_t{n} + (counted.down ? 1 : -1));
    else limit = plus(value(counted.limit), counted.down ? 1 : -1).text;
  }
  // Lua's own variable must not be assigned to, and ends with the loop.
  const std::string& name = placement_.names[counted.counter];
  const bool own = !placement_.shares && !external_[counted.counter];
  const std::string control = own ? name : "i" + std::to_string(++temporaries_);
  const std::string start = value(counted.start).text;
  line(indent, "for " + control + " = " + start + ", " + limit + (counted.down ? ", -1" : "") + " do");
  const std::uint32_t before = active_;
  count_local(4);
  if (!own) {
    line(indent + 1, name + " = " + control);
    publish(counted.counter);
  }
  sequence(stmt.parts[0], indent + 1);
  active_ = before;
  line(indent, "end");
}

// A call of a function that returns its exceptions. `local`: its value's variable begins here.
void FunctionPrinter::look_statement(const Stmt& stmt, bool local, std::uint32_t indent) {
  const auto& term = f_.blocks[stmt.block].term;
  const std::string& result = placement_.names[term.result];
  const std::string exception = "e" + std::to_string(temporaries_);
  if (!local) line(indent, "local " + exception);
  count_local(local ? 2 : 1);
  line(indent, (local ? "local " : "") + result + ", " + exception + " = " + known_call(term.func, none, term.args).text);
  line(indent, "if " + exception + " then");
  line(indent + 1, result + " = " + exception);
  sequence(stmt.parts[1], indent + 1); // what comes of the value follows the statement
  line(indent, "end");
}

// A body that begins with `if not c then break end` is `while c do`.
bool FunctionPrinter::while_loop(const Stmt& stmt, std::uint32_t indent) {
  const SeqId body = stmt.parts[0];
  const auto& stmts = tree_.seqs[body].stmts;
  std::size_t i = 0;
  while (i < stmts.size() && tree_.stmts[stmts[i]].kind == StmtKind::block && silent(tree_.stmts[stmts[i]].block)) ++i;
  if (i >= stmts.size() || i + 1 != stmts.size()) return false;
  const Stmt& test = tree_.stmts[stmts[i]];
  if (test.kind != StmtKind::if_) return false;
  for (std::uint32_t k = 0; k <= i; ++k)
    if (placement_.declared.count({body, k}) != 0) return false;
  const auto only_breaks = [&](SeqId seq) {
    const auto& list = tree_.seqs[seq].stmts;
    return list.size() == 1 && tree_.stmts[list[0]].kind == StmtKind::break_;
  };
  if (!only_breaks(test.parts[1])) return false;
  line(indent, "while " + condition_tree(test.condition).text + " do");
  sequence(test.parts[0], indent + 1);
  line(indent, "end");
  return true;
}

// -- switch

void FunctionPrinter::switch_statement(const Stmt& stmt, std::uint32_t indent) {
  const auto& term = f_.blocks[stmt.block].term;
  const std::span<const std::uint32_t> cases(term.cases);
  const auto constants = cases.first(term.constants), blocks = cases.subspan(term.constants);
  const std::string subject = value(term.value).at(Precedence::primary);
  if (blocks.empty()) return decide_table(stmt, subject, constants, indent);
  const std::string tag = subject + "[1]";
  const auto tagged = [&](std::uint32_t at) {
    if (blocks.size() <= 2) return decide_table(stmt, tag, blocks, at);
    const std::string name = "t" + std::to_string(++temporaries_);
    line(at, "local " + name + " = " + tag);
    count_local();
    decide_table(stmt, name, blocks, at);
  };
  if (constants.empty()) {
    line(indent, "do");
    const std::uint32_t before = active_;
    tagged(indent + 1);
    active_ = before;
    line(indent, "end");
    return;
  }
  // One number for constants and tags together, so that each way out is printed once.
  std::vector<bool> of_constant(term.edges.size(), false), of_block(term.edges.size(), false);
  for (const std::uint32_t e : constants) of_constant[e] = true;
  for (const std::uint32_t e : blocks) of_block[e] = true;
  bool shared = false;
  for (std::size_t e = 0; e < term.edges.size(); ++e) shared = shared || (of_constant[e] && of_block[e]);
  const std::string is_constant =
      constants.size() == 1 ? subject + " == 0" : runtime("lua_type") + "(" + subject + ") == \"number\"";
  if (!shared) {
    const std::uint32_t before = active_;
    line(indent, "if " + is_constant + " then");
    decide_table(stmt, subject, constants, indent + 1);
    line(indent, "else");
    tagged(indent + 1);
    active_ = before;
    line(indent, "end");
    return;
  }
  const std::string name = "t" + std::to_string(++temporaries_);
  const std::uint32_t before = active_;
  line(indent, "do");
  line(indent + 1, "local " + name + " = " + subject);
  const std::string is_block = constants.size() == 1 ? subject + " ~= 0" : runtime("lua_type") + "(" + subject + ") ~= \"number\"";
  line(indent + 1, "if " + is_block + " then " + name + " = " + tag + " + " + std::to_string(constants.size()) + " end");
  count_local();
  decide_table(stmt, name, cases, indent + 1);
  active_ = before;
  line(indent, "end");
}

// Chooses among cases 0..n-1. Each edge is printed once: where its cases do not
// lie together, the case goes through a table of edges first.
void FunctionPrinter::decide_table(const Stmt& stmt, const std::string& subject, std::span<const std::uint32_t> cases,
                                   std::uint32_t indent) {
  std::vector<Run> runs;
  std::vector<std::uint32_t> seen;
  for (std::size_t i = 0; i < cases.size(); ++i)
    if (i == 0 || cases[i] != cases[i - 1]) runs.push_back({static_cast<std::int64_t>(i), cases[i]});
  for (const auto& run : runs)
    if (std::find(seen.begin(), seen.end(), run.edge) == seen.end()) seen.push_back(run.edge);
  if (runs.size() == seen.size()) return decide(stmt, subject, runs, static_cast<std::int64_t>(cases.size()), indent);
  if (seen.size() == 2) {
    // Two ways: name the cases of the rarer one.
    std::size_t first = 0;
    for (const std::uint32_t e : cases) first += e == seen[0] ? 1 : 0;
    const std::uint32_t rare = first * 2 <= cases.size() ? seen[0] : seen[1];
    std::size_t count = 0;
    std::string test;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (cases[i] != rare) continue;
      test += (count++ == 0 ? "" : " or ") + subject + " == " + std::to_string(i);
    }
    if (count <= 4) {
      line(indent, "if " + test + " then");
      sequence(stmt.parts[rare], indent + 1);
      line(indent, "else");
      sequence(stmt.parts[rare == seen[0] ? seen[1] : seen[0]], indent + 1);
      line(indent, "end");
      return;
    }
  }
  std::vector<std::uint32_t> number(f_.blocks[stmt.block].term.edges.size(), none);
  std::string text = "{";
  std::vector<Run> ways;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (number[cases[i]] == none) {
      number[cases[i]] = static_cast<std::uint32_t>(ways.size());
      ways.push_back({static_cast<std::int64_t>(ways.size()), cases[i]});
    }
    text += (i == 0 ? "" : ",") + std::to_string(number[cases[i]]);
  }
  const std::string name = "w" + std::to_string(++temporaries_);
  const std::uint32_t before = active_;
  line(indent, "do");
  line(indent + 1, "local " + name + " = " + symbol_text(context_.symbols.table(text + "}")) + "[" + subject + " + 1]");
  count_local();
  decide(stmt, name, ways, static_cast<std::int64_t>(ways.size()), indent + 1);
  active_ = before;
  line(indent, "end");
}

// A chain of tests up to four runs, halving above that.
void FunctionPrinter::decide(const Stmt& stmt, const std::string& subject, std::span<const Run> runs, std::int64_t end,
                             std::uint32_t indent) {
  if (runs.size() == 1) return sequence(stmt.parts[runs[0].edge], indent);
  if (runs.size() > 4) {
    const std::size_t half = runs.size() / 2;
    line(indent, "if " + subject + " < " + std::to_string(runs[half].begin) + " then");
    decide(stmt, subject, runs.first(half), runs[half].begin, indent + 1);
    line(indent, "else");
    decide(stmt, subject, runs.subspan(half), end, indent + 1);
    line(indent, "end");
    return;
  }
  for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
    const std::int64_t next = runs[i + 1].begin;
    const std::string test = next == runs[i].begin + 1 ? " == " + std::to_string(runs[i].begin) : " < " + std::to_string(next);
    line(indent, (i == 0 ? "if " : "elseif ") + subject + test + " then");
    sequence(stmt.parts[runs[i].edge], indent + 1);
  }
  line(indent, "else");
  sequence(stmt.parts[runs.back().edge], indent + 1);
  line(indent, "end");
}

} // namespace loo
