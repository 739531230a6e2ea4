#include "lua/ranges.h"

#include "lua/primitive_table.h"

#include <algorithm>
#include <span>

namespace loo {

namespace {

// Bounds are 31-bit ints whatever the width, so that all hosts of the compiler count alike.
// Up to `exactly` they are ints of the program. The `near` ones at the ends are counted
// from the ends of the width: greatest - 1 stands for max_int - 1. What lies between is
// rounded outwards.
constexpr std::int32_t greatest = 1 << 29, near = 1024, exactly = 1 << 28;

struct Range {
  std::int32_t low = -greatest, high = greatest;

  friend bool operator==(const Range&, const Range&) = default;
  [[nodiscard]] bool nothing() const { return low > high; }
  [[nodiscard]] bool constant() const { return low == high && low >= -exactly && low <= exactly; }
  [[nodiscard]] bool small() const { return low >= -exactly && high <= exactly; }
};

constexpr Range no_range{greatest, -greatest}, bool_range{0, 1}, byte_range{0, 255};
// Lengths are far from the end of the width.
constexpr Range length_range{0, greatest - near};

std::int32_t round_up(std::int32_t bound) {
  return bound > exactly ? std::max(bound, greatest - near) : std::max(bound, -exactly);
}
std::int32_t round_down(std::int32_t bound) { return -round_up(-bound); }

// The greatest sum; beyond `greatest` if it may leave the width.
std::int32_t add_high(std::int32_t a, std::int32_t b) {
  if (a < b) std::swap(a, b);
  if (a <= exactly) return round_up(a + b);
  if (b <= 0) return std::max(a + std::max(b, -near), greatest - near);
  return b <= exactly && a + b <= greatest ? a + b : greatest + 1;
}

Range add(const Range& a, const Range& b, bool& exact) {
  const std::int32_t high = add_high(a.high, b.high), low = -add_high(-a.low, -b.low);
  exact = high <= greatest && low >= -greatest;
  return exact ? Range{low, high} : Range{};
}

// The least int has no opposite: there is one more below zero than above.
Range negated(const Range& a) { return {-a.high, a.low < -exactly ? 1 - a.low : -a.low}; }

constexpr int max_rounds = 8;
constexpr std::size_t max_bounds = 16;
constexpr std::int32_t factor_limit = 1 << 14;

Range multiply(const Range& a, const Range& b, bool& exact) {
  const auto few = [](const Range& r) { return r.low >= -factor_limit && r.high <= factor_limit; };
  exact = few(a) && few(b);
  if (!exact) return {};
  const auto [low, high] = std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
  return {low, high};
}

Range joined(const Range& a, const Range& b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

class Finder {
public:
  Finder(const Program& program, const Function& f, const Folding& folding, const Tree& tree)
      : program_(program), f_(f), folding_(folding), tree_(tree) {}

  IntFacts run() {
    const auto n = f_.nodes.size();
    facts_ = no_facts(n);
    if (!asks()) return std::move(facts_);
    ranges_.assign(n, Range{});
    for (const auto& block : f_.blocks)
      for (const ValueId p : block.params) ranges_[p] = no_range;
    incoming_.assign(n, no_range);
    widens_.assign(f_.blocks.size(), false);
    for (const Stmt& stmt : tree_.stmts)
      if (stmt.kind == StmtKind::loop) widens_[stmt.block] = true;
    // A bound of a loop's parameter changes once and is widened then, so this ends soon.
    for (int round = 0; round < max_rounds; ++round) {
      changed_ = false;
      sequence(tree_.root);
      if (!changed_) return std::move(facts_);
      first_ = false;
    }
    return no_facts(n);
  }

private:
  static IntFacts no_facts(std::size_t n) {
    const std::vector<bool> none_of_them(n, false);
    return {none_of_them, none_of_them, none_of_them};
  }

  // Whether a fact would make a difference.
  [[nodiscard]] bool asks() const {
    return std::ranges::any_of(f_.blocks, [&](const BasicBlock& block) {
      return std::ranges::any_of(block.body, [&](ValueId v) {
        switch (f_.nodes[v].op) {
        case Opcode::neg: case Opcode::add: case Opcode::sub: case Opcode::mul: case Opcode::div: case Opcode::mod:
        case Opcode::shl: case Opcode::sar:
          return folding_.form[v] != Form::unused;
        default: return checked_index(v) != none;
        }
      });
    });
  }

  // -- what holds in a part of the text

  struct Undo {
    ValueId value;
    Range range;
  };

  void narrow(ValueId v, Range to) {
    Range& now = ranges_[v];
    to = {std::max(now.low, to.low), std::min(now.high, to.high)};
    if (to == now || to.nothing()) return;
    undo_.push_back({v, now});
    now = to;
  }

  // What is known where a part of the text begins, to forget the rest at its end.
  struct Mark {
    std::size_t undo, bounds;
  };
  [[nodiscard]] Mark mark() const { return {undo_.size(), bounds_.size()}; }

  void restore(Mark to) {
    for (; undo_.size() > to.undo; undo_.pop_back()) ranges_[undo_.back().value] = undo_.back().range;
    bounds_.resize(to.bounds);
  }

  void assume(Opcode op, ValueId a, ValueId b) {
    const Range x = ranges_[a], y = ranges_[b];
    if (x.nothing() || y.nothing()) return;
    switch (op) {
    case Opcode::eq:
      narrow(a, y);
      narrow(b, x);
      break;
    case Opcode::ne:
      if (y.constant()) narrow(a, {x.low == y.low ? x.low + 1 : x.low, x.high == y.low ? x.high - 1 : x.high});
      break;
    case Opcode::lt:
      narrow(a, {-greatest, round_up(y.high - 1)});
      narrow(b, {round_down(x.low + 1), greatest});
      break;
    case Opcode::le:
      narrow(a, {-greatest, y.high});
      narrow(b, {x.low, greatest});
      break;
    default: break;
    }
  }

  void assume(ValueId v, bool outcome) {
    for (; f_.nodes[v].op == Opcode::not_; v = f_.args(v)[0]) outcome = !outcome;
    const Opcode op = f_.nodes[v].op;
    if (op < Opcode::eq || op > Opcode::ge) return;
    const ValueId a = f_.args(v)[0], b = f_.args(v)[1];
    switch (op) {
    case Opcode::eq: case Opcode::ne:
      if ((op == Opcode::eq) == outcome) return assume(Opcode::eq, a, b);
      assume(Opcode::ne, a, b);
      return assume(Opcode::ne, b, a);
    case Opcode::lt: return outcome ? assume(Opcode::lt, a, b) : assume(Opcode::le, b, a);
    case Opcode::le: return outcome ? assume(Opcode::le, a, b) : assume(Opcode::lt, b, a);
    case Opcode::gt: return outcome ? assume(Opcode::lt, b, a) : assume(Opcode::le, a, b);
    default: return outcome ? assume(Opcode::le, b, a) : assume(Opcode::lt, a, b);
    }
  }

  void assume_condition(std::uint32_t c, bool outcome) {
    const Condition& condition = tree_.conditions[c];
    if (condition.kind == Condition::Kind::leaf) {
      if (folding_.form[condition.value] == Form::folded) passes(condition.value);
      return assume(condition.value, outcome != condition.negated);
    }
    if ((condition.kind == Condition::Kind::both) != outcome) return;
    assume_condition(condition.left, outcome);
    assume_condition(condition.right, outcome);
  }

  // The nodes of a condition's later parts are in blocks of their own that the tree doesn't hold.
  void condition(std::uint32_t c) {
    const Condition& condition_ = tree_.conditions[c];
    if (condition_.kind == Condition::Kind::leaf) {
      if (condition_.value != none) written(condition_.value);
      return;
    }
    condition(condition_.left);
    const Mark before = mark();
    assume_condition(condition_.left, condition_.kind == Condition::Kind::both);
    condition(condition_.right);
    restore(before);
  }

  // What is written where v is.
  void written(ValueId v) {
    if (folding_.form[v] != Form::folded) return;
    for (const ValueId a : f_.args(v)) written(a);
    ranges_[v] = evaluate(v);
  }

  void sequence(SeqId seq) {
    for (const StmtId s : tree_.seqs[seq].stmts) statement(tree_.stmts[s]);
  }

  void part(SeqId seq) {
    const Mark before = mark();
    sequence(seq);
    restore(before);
  }

  void statement(const Stmt& stmt) {
    switch (stmt.kind) {
    case StmtKind::block: return block(stmt.block);
    case StmtKind::moves: return moves(f_.blocks[stmt.block].term.edges[stmt.edge]);
    case StmtKind::if_:
      condition(stmt.condition);
      for (std::size_t i = 0; i < stmt.parts.size(); ++i) {
        const Mark before = mark();
        assume_condition(stmt.condition, i == 0);
        sequence(stmt.parts[i]);
        restore(before);
      }
      return;
    case StmtKind::loop:
      if (const CountedLoop* counted = tree_.counted_loop(stmt.block)) return count(stmt, *counted);
      break;
    default: break;
    }
    for (const SeqId inner : stmt.parts) part(inner);
  }

  // -- parameters

  void arrives(ValueId param, const Range& range, bool widen) {
    Range& known = incoming_[param];
    const Range all = joined(known, range);
    if (range.nothing() || all == known) return;
    Range next = all;
    if (widen && !known.nothing()) {
      if (all.low < known.low) next.low = -greatest;
      if (all.high > known.high) next.high = greatest;
    }
    known = next;
    changed_ = true;
  }

  void moves(const Edge& edge) {
    const auto& params = f_.blocks[edge.target].params;
    for (std::size_t i = 0; i < params.size(); ++i)
      if (!tree_.counts(edge.target, i)) arrives(params[i], range_of(edge.args[i]), widens_[edge.target] || !first_);
  }

  Range range_of(ValueId v) {
    written(v);
    if (f_.nodes[v].op == Opcode::integer) return constant(v);
    return ranges_[v];
  }

  [[nodiscard]] Range constant(ValueId v) const {
    const auto n = static_cast<std::int32_t>(f_.nodes[v].imm);
    if (n > exactly) return {exactly, greatest};
    if (n < -exactly) return {-greatest, -exactly};
    return {n, n};
  }

  void count(const Stmt& stmt, const CountedLoop& loop) {
    const Range start = range_of(loop.start), limit = range_of(loop.limit);
    bool exact = true;
    const Range last = !loop.excluded ? limit : add(limit, loop.down ? Range{1, 1} : Range{-1, -1}, exact);
    Range range = loop.down ? Range{last.low, start.high} : Range{start.low, last.high};
    if (range.nothing() || start.nothing() || limit.nothing()) range = {}; // never gets there
    const Mark before = mark();
    undo_.push_back({loop.counter, ranges_[loop.counter]});
    ranges_[loop.counter] = range;
    if (!loop.down) {
      const ValueId array = measured(loop.limit, !loop.excluded);
      if (array != none) bounds_.push_back({loop.counter, array});
    }
    sequence(stmt.parts[0]);
    restore(before);
  }

  // The block, or string, of which v is the length (`less_one`: that minus 1), or none.
  [[nodiscard]] ValueId measured(ValueId v, bool less_one) const {
    if (less_one) {
      if (f_.nodes[v].op != Opcode::add) return none;
      const Node& added = f_.nodes[f_.args(v)[1]];
      if (added.op != Opcode::integer || static_cast<std::int32_t>(added.imm) != -1) return none;
      v = f_.args(v)[0];
    }
    return is_length(v) ? f_.args(v)[0] : none;
  }

  [[nodiscard]] bool is_length(ValueId v) const {
    const Node& node = f_.nodes[v];
    if (node.op == Opcode::length) return true;
    if (node.op != Opcode::c_call) return false;
    const std::string& name = program_.primitives[node.imm].name;
    return name == "caml_ml_string_length" || name == "caml_ml_bytes_length";
  }

  // -- values

  void block(BlockId b) {
    for (const ValueId p : f_.blocks[b].params)
      if (!is_counter(b, p)) ranges_[p] = incoming_[p].nothing() ? Range{} : incoming_[p];
    for (const ValueId v : f_.blocks[b].body) {
      ranges_[v] = evaluate(v);
      if (folding_.form[v] != Form::folded) passes(v); // what folds is evaluated later
    }
  }

  // Behind v: the checks in it have been passed.
  void passes(ValueId v) {
    const Node& node = f_.nodes[v];
    for (const ValueId a : f_.args(v))
      if (folding_.form[a] == Form::folded) passes(a);
    const ValueId index = checked_index(v);
    if (index == none) return;
    narrow(index, length_range);
    if (!is_bytes(node)) bounds_.push_back({index, f_.args(v)[0]});
  }

  [[nodiscard]] bool is_counter(BlockId b, ValueId p) const {
    const CountedLoop* loop = tree_.counted_loop(b);
    return loop != nullptr && loop->counter == p;
  }

  [[nodiscard]] ValueId checked_index(ValueId v) const {
    const Node& node = f_.nodes[v];
    if (node.op != Opcode::c_call) return none;
    switch (access_of(program_.primitives[node.imm].name)) {
    case Access::array_get: case Access::array_set: case Access::string_get: case Access::bytes_get: case Access::bytes_set:
      return f_.args(v)[1];
    default: return none;
    }
  }

  // Bytes may be a string as yet, of which an index yields nil.
  [[nodiscard]] bool is_bytes(const Node& node) const {
    const Access access = access_of(program_.primitives[node.imm].name);
    return access == Access::bytes_get || access == Access::bytes_set;
  }

  // The range of v, and what else is known where it stands.
  Range evaluate(ValueId v) {
    const Node& node = f_.nodes[v];
    const auto args = f_.args(v);
    bool exact = false;
    Range result;
    const auto of = [&](std::size_t i) { return f_.nodes[args[i]].op == Opcode::integer ? constant(args[i]) : ranges_[args[i]]; };
    switch (node.op) {
    case Opcode::integer: return constant(v);
    case Opcode::length: return length_range;
    case Opcode::get_char: case Opcode::get_byte: return byte_range;
    case Opcode::add: result = add(of(0), of(1), exact); break;
    case Opcode::count_up: result = {of(0).low, greatest}; exact = true; break;
    case Opcode::sub: result = add(of(0), negated(of(1)), exact); break;
    // Where ints are doubles a zero may come out negative: that has to be wrapped, too.
    case Opcode::neg:
      result = add({0, 0}, negated(of(0)), exact);
      exact = exact && (of(0).low > 0 || of(0).high < 0);
      break;
    case Opcode::mul:
      result = multiply(of(0), of(1), exact);
      exact = exact && of(0).low >= 0 && of(1).low >= 0;
      break;
    case Opcode::shl: {
      const Range by = of(1);
      if (by.constant() && by.low >= 0 && by.low <= 14) result = multiply(of(0), {1 << by.low, 1 << by.low}, exact);
      break;
    }
    case Opcode::and_: result = masked(of(0), of(1)); break;
    case Opcode::or_: case Opcode::xor_:
      if (of(0).low >= 0 && of(1).low >= 0) result = {0, filled(std::max(of(0).high, of(1).high))};
      break;
    case Opcode::sar: case Opcode::shr: result = shifted(node.op, of(0), of(1)); break;
    case Opcode::div:
      if (of(0).low >= 0 && of(1).low > 0) result = {0, of(0).high};
      break;
    case Opcode::mod:
      if (of(1).constant() && of(1).low > 0) result = {of(0).low >= 0 ? 0 : 1 - of(1).low, of(1).low - 1};
      break;
    case Opcode::eq: case Opcode::ne: case Opcode::lt: case Opcode::le: case Opcode::gt: case Opcode::ge:
    case Opcode::ult: case Opcode::uge: case Opcode::not_: case Opcode::is_int:
      return bool_range;
    case Opcode::c_call: result = primitive(node); break;
    default: return result;
    }
    facts_.exact[v] = exact;
    const bool divides = node.op == Opcode::div || node.op == Opcode::mod || node.op == Opcode::sar;
    const ValueId index = checked_index(v);
    if (divides) facts_.not_negative[v] = of(0).low >= 0 && (node.op == Opcode::sar || of(1).low > 0);
    if (index != none) {
      facts_.not_negative[v] = of(1).low >= 0;
      facts_.within[v] = of(1).low >= 0 && !is_bytes(node) && in_bounds({index, args[0]});
    }
    return result;
  }

  [[nodiscard]] Range primitive(const Node& node) const {
    const std::string& name = program_.primitives[node.imm].name;
    if (name == "caml_ml_string_length" || name == "caml_ml_bytes_length") return length_range;
    return gets_byte(access_of(name)) ? byte_range : Range{};
  }

  // The greatest int of as many bits.
  static std::int32_t filled(std::int32_t bound) {
    if (bound > exactly) return greatest;
    std::int32_t all = 1;
    while (all < bound) all = 2 * all + 1;
    return all;
  }

  static Range masked(const Range& a, const Range& b) {
    if (a.low < 0 && b.low < 0) return {};
    return {0, a.low < 0 ? b.high : b.low < 0 ? a.high : std::min(a.high, b.high)};
  }

  static Range shifted(Opcode op, const Range& a, const Range& by) {
    if (!by.constant() || by.low < 0 || by.low > 28) return {};
    if (a.small() && (op == Opcode::sar || a.low >= 0)) return {a.low >> by.low, a.high >> by.low};
    return a.low >= 0 || (op == Opcode::shr && by.low > 0) ? Range{0, greatest} : Range{};
  }

  // An index that is known to be less than the block's length.
  struct Bound {
    ValueId index, block;
    friend bool operator==(const Bound&, const Bound&) = default;
  };

  // Among those that were found last: code that goes on and on without a branch isn't searched again and again.
  [[nodiscard]] bool in_bounds(Bound bound) const {
    const auto recent = std::span(bounds_).last(std::min(bounds_.size(), max_bounds));
    return std::ranges::find(recent, bound) != recent.end();
  }

  const Program& program_;
  const Function& f_;
  const Folding& folding_;
  const Tree& tree_;
  IntFacts facts_;
  std::vector<Range> ranges_;     // where the text is now
  std::vector<Range> incoming_;   // by block parameter: of all that was moved there
  std::vector<bool> widens_;      // by block: a loop's header
  std::vector<Undo> undo_;
  std::vector<Bound> bounds_;
  bool changed_ = false, first_ = true;
};

} // namespace

IntFacts find_int_facts(const Program& program, const Function& f, const Folding& folding, const Tree& tree) {
  return Finder(program, f, folding, tree).run();
}

} // namespace loo
