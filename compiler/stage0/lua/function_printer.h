// Prints one function: its tree of statements, its values as expressions. The
// text names other things by symbols (see expression.h). Linear in the
// function; expressions are bounded in depth by the folding.
#pragma once

#include "lua/allocations.h"
#include "lua/dialect.h"
#include "lua/expression.h"
#include "lua/placement.h"
#include "lua/ranges.h"
#include "lua/symbols.h"
#include "structure/structure.h"

#include <functional>

namespace loo {

// Calls of unknown functions pass at most this many arguments at once. A
// function of fewer parameters whose result may be a function has that many
// less spare ones, to notice over-application.
inline constexpr std::uint32_t max_unknown_args = 4;

// Lua allows 200 locals; some are needed for temporaries.
inline constexpr std::uint32_t max_locals = 180;
// A unit's main code shares them with the names of its functions and values.
inline constexpr std::uint32_t max_main_locals = 80, max_section_locals = 100;

struct FunctionText {
  std::string text;
  std::uint32_t locals = 0;           // most that are active at one point
  std::uint32_t spilled = 0;          // values in _V
};

// What all functions of one output share.
struct PrintContext {
  const Program& program;
  const Dialect& dialect;
  SymbolTable& symbols;
  const std::vector<bool>& atoms;               // by primitive, see fold_values
  const std::vector<std::vector<std::uint32_t>>& items_of; // by function: item of each value, or empty
};

// Functions of very many parameters, all callers known, take them in one table.
[[nodiscard]] inline bool packs_params(const Function& f) {
  return f.params.size() > 45 && (f.kind == FunctionKind::try_body || !f.escapes);
}

class FunctionPrinter {
public:
  FunctionPrinter(PrintContext context, FuncId id, const Folding& folding, const Tree& tree);

  // The statements between `function (...)` and `end`.
  FunctionText body(std::uint32_t indent);
  // Name of the i-th parameter.
  [[nodiscard]] static std::string param_name(const Function& f, std::size_t i) {
    return packs_params(f) ? "A[" + std::to_string(i + 1) + "]" : "a" + std::to_string(i + 1);
  }

private:
  // operations.cpp: values as expressions
  Expr value(ValueId v);                        // as an OCaml value
  Expr raw(ValueId v);                          // perhaps a Lua boolean
  Expr condition(ValueId v, bool negated);      // as a Lua boolean
  Expr condition_tree(std::uint32_t c);
  Expr operation(ValueId v);
  Expr constant(ValueId v);
  Expr literal(std::uint32_t id);
  Expr float_literal(double x);
  std::optional<Expr> fold_floats(const std::string& primitive_name, std::span<const ValueId> args);
  Expr primitive(ValueId v);
  Expr from_template(const char* text, std::span<const ValueId> args, bool truth);
  Expr call(Expr callee, std::span<const ValueId> args);
  Expr unknown_call(ValueId callee, std::span<const ValueId> args);
  Expr counted(ValueId v, Expr made, std::size_t words);
  Expr known_call(FuncId target, ValueId closure, std::span<const ValueId> args);
  [[nodiscard]] const char* depth() const { return f_.recursive ? "d" : "D"; }
  Expr checked_get(ValueId v, Expr read, const std::string& otherwise);
  std::string index_text(ValueId index, std::int32_t offset);
  std::string field_text(ValueId block, std::uint32_t field);
  Expr infix_of(ValueId a, const char* op, ValueId b, Precedence p);
  Expr item_of(ValueId block, ValueId index);
  Expr char_of(ValueId string, ValueId index);
  Expr byte_at(const std::string& block, ValueId index);
  Expr runtime_call(const std::string& name, std::span<const ValueId> args);
  std::string runtime(const std::string& name) { return symbol_text(context_.symbols.runtime(name)); }
  std::string maker_arguments(std::uint32_t group, std::span<const ValueId> args);
  std::string arguments(const Function& callee, std::span<const ValueId> args);
  std::string list(std::span<const ValueId> args);

  // ints.cpp
  struct Congruent {
    Expr e;
    int bits;                                   // its magnitude is below 2^bits, where Lua has no integers
    bool wrapped;                               // within the width
  };
  Congruent congruent(ValueId v, int room);
  Congruent unwrapped(ValueId v, int room);
  Congruent product(ValueId v, int room);
  Expr plus(const Expr& e, std::int64_t n);
  Expr length_plus(ValueId length, std::int64_t n);
  Expr arithmetic(ValueId v);
  Expr bits(const Node& node, std::span<const ValueId> args);
  Expr bit_call(const std::string& function, std::span<const ValueId> args);
  std::string byte_text(ValueId v);             // its low 8 bits
  Expr shift(ValueId v);
  Expr wrap(Expr e);
  Expr floor_of(const Expr& e);
  Expr compare(Opcode op, std::span<const ValueId> args);
  std::optional<Expr> between(ValueId v, std::int64_t high, bool inside);
  Expr compare_unsigned(Opcode op, std::span<const ValueId> args);
  bool small_constant(ValueId v, std::int32_t& result) const;

  // statements.cpp
  void sequence(SeqId seq, std::uint32_t indent);
  void statement(const Stmt& stmt, SeqId seq, std::uint32_t index, std::uint32_t indent);
  void block_body(const BasicBlock& block, std::uint32_t indent);
  void node_statement(ValueId v, std::uint32_t indent);
  void clear_variables(ValueId user, std::uint32_t indent);
  void assign(ValueId v, const std::string& text, std::uint32_t indent);
  void publish(ValueId v);
  std::string block_name(ValueId v, std::uint32_t indent);
  void store_statement(ValueId v, std::uint32_t indent);
  void moves(const Stmt& stmt, SeqId seq, std::uint32_t index, std::uint32_t indent);
  [[nodiscard]] std::vector<ValueId> moved_params(const Edge& edge) const;
  void if_statement(const Stmt& stmt, std::uint32_t indent);
  void try_statement(const Stmt& stmt, SeqId seq, std::uint32_t index, std::uint32_t indent);
  void look_statement(const Stmt& stmt, bool local, std::uint32_t indent);
  void switch_statement(const Stmt& stmt, std::uint32_t indent);
  void leave(const BasicBlock& block, std::uint32_t indent);
  void loop(const Stmt& stmt, std::uint32_t indent);
  void for_loop(const Stmt& stmt, const CountedLoop& counted, std::uint32_t indent);
  bool while_loop(const Stmt& stmt, std::uint32_t indent);
  void declare_names(const std::vector<ValueId>& values, std::uint32_t indent);
  void declare(const std::vector<ValueId>& values, std::uint32_t indent);
  bool silent(BlockId b) const;
  bool silent(const Stmt& stmt) const;
  bool empty(SeqId seq) const;
  struct Run { std::int64_t begin; std::uint32_t edge; };
  void decide(const Stmt& stmt, const std::string& subject, std::span<const Run> runs, std::int64_t end, std::uint32_t indent);
  void decide_table(const Stmt& stmt, const std::string& subject, std::span<const std::uint32_t> cases, std::uint32_t indent);
  void line(std::uint32_t indent, const std::string& text);
  void count_local(std::uint32_t n = 1) {
    active_ += n;
    most_active_ = std::max(most_active_, active_);
  }

  PrintContext context_;
  const Program& program_;
  const Function& f_;
  FuncId id_;
  const Folding& folding_;
  const Tree& tree_;
  Placement placement_;
  const IntFacts facts_;
  std::vector<bool> external_;
  Allocations allocations_;
  std::string out_;
  std::uint32_t active_ = 0, most_active_ = 0;
  std::uint32_t temporaries_ = 0;
  std::uint32_t place_ = none;        // pc of the node whose lines are marked, see place_mark
};

// How a try body tells its exits apart: one normal exit needs no number.
[[nodiscard]] bool numbers_exits(const Function& body);
// Closures of many free variables keep them in one table, for the limit on upvalues.
[[nodiscard]] bool packs_captures(const Function& f);
// Very many closures that know each other are in one table.
[[nodiscard]] bool packs_members(const std::vector<FuncId>& group);
// How they name number `member` of them, from 0.
[[nodiscard]] std::string member_name(const std::vector<FuncId>& group, std::uint32_t member);
// What OCaml allocates for them.
[[nodiscard]] std::size_t closure_words(const Program& program, std::uint32_t group);
// Whether known callers pass the depth of the stack as a last argument.
[[nodiscard]] bool takes_depth(const Function& f);
// Whether calls through the function's value must be checked.
[[nodiscard]] bool needs_check(const Function& f);
// Symbol of the function as a value.
[[nodiscard]] std::uint32_t entry_symbol(SymbolTable& symbols, const Program& program, FuncId id);

} // namespace loo
