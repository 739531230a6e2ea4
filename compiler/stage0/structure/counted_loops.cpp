#include "structure/counted_loops.h"

#include <algorithm>
#include <optional>

namespace loo {

namespace {

// How far up guards are looked for.
constexpr int max_guards = 8;
// A constant limit up to here isn't the largest int: the counter does get beyond it.
constexpr std::int32_t max_inclusive = 0x3fffffff;

// A comparison of ints, with the sense in which it was decided.
struct Fact {
  Opcode op;
  ValueId left, right;
};

class Finder {
public:
  explicit Finder(const CountedLoopsInput& in) : in_(in), f_(in.f), candidate_(f_.blocks.size(), none) {}

  std::vector<CountedLoop> run() {
    for (const BlockId b : in_.order)
      if (in_.nest.is_header[b]) look_at(b);
    if (found_.empty()) return {};
    mark_changed();
    reject_used_outside();
    reject_other_exits();
    std::vector<CountedLoop> kept;
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (!rejected_[i]) kept.push_back(found_[i]);
    return kept;
  }

private:
  [[nodiscard]] std::optional<std::int32_t> integer(ValueId v) const {
    if (f_.nodes[v].op != Opcode::integer) return std::nullopt;
    return static_cast<std::int32_t>(f_.nodes[v].imm);
  }

  [[nodiscard]] bool same(ValueId a, ValueId b) const { return a == b || (integer(a) && integer(a) == integer(b)); }

  // What the condition, a single comparison, says when it is `outcome`.
  [[nodiscard]] std::optional<Fact> fact(std::uint32_t c, bool outcome) const {
    const Condition& condition = in_.conditions[c];
    if (condition.kind != Condition::Kind::leaf) return std::nullopt;
    outcome = outcome != condition.negated;
    ValueId v = condition.value;
    for (; f_.nodes[v].op == Opcode::not_; v = f_.args(v)[0]) outcome = !outcome;
    const Opcode op = f_.nodes[v].op;
    if (op < Opcode::eq || op > Opcode::ge) return std::nullopt;
    return Fact{outcome ? op : negated(op), f_.args(v)[0], f_.args(v)[1]};
  }

  // Whether the condition, being `outcome`, says that a <= b.
  [[nodiscard]] bool says_le(std::uint32_t c, bool outcome, ValueId a, ValueId b) const {
    const Condition& condition = in_.conditions[c];
    if (condition.kind != Condition::Kind::leaf) {
      if ((condition.kind == Condition::Kind::both) != outcome) return false;
      return says_le(condition.left, outcome, a, b) || says_le(condition.right, outcome, a, b);
    }
    const auto known = fact(c, outcome);
    if (!known) return false;
    const bool less = known->op == Opcode::lt || known->op == Opcode::le || known->op == Opcode::eq;
    const bool greater = known->op == Opcode::gt || known->op == Opcode::ge || known->op == Opcode::eq;
    return (less && same(known->left, a) && same(known->right, b)) || (greater && same(known->left, b) && same(known->right, a));
  }

  [[nodiscard]] bool known_le(BlockId entered_by, std::uint32_t edge, ValueId a, ValueId b) const {
    if (integer(a) && integer(b)) return *integer(a) <= *integer(b);
    for (int k = 0; k < max_guards; ++k) {
      const auto& term = f_.blocks[entered_by].term;
      if (term.kind == TermKind::branch && says_le(in_.condition_of[entered_by], edge == 0, a, b)) return true;
      const auto ways = in_.preds[entered_by];
      if (ways.size() != 1) return false;
      edge = ways[0].edge;
      entered_by = ways[0].from;
    }
    return false;
  }

  // Evaluated when the loop begins, it is what it is each time.
  [[nodiscard]] bool invariant(ValueId v, BlockId header) const {
    if (in_.folding.form[v] == Form::constant) return true;
    return in_.folding.form[v] == Form::variable && f_.nodes[v].block != none && !in_.nest.contains(header, f_.nodes[v].block);
  }

  // May be evaluated behind the moves to the header as well as with them.
  [[nodiscard]] bool movable(ValueId v) const {
    if (in_.folding.form[v] != Form::folded) return true;
    return f_.nodes[v].effect == Effect::pure && std::ranges::all_of(f_.args(v), [&](ValueId a) { return movable(a); });
  }

  [[nodiscard]] bool silent(BlockId b) const {
    return std::ranges::all_of(f_.blocks[b].body, [&](ValueId v) {
      const Form form = in_.folding.form[v];
      return form == Form::folded || form == Form::constant || form == Form::unused;
    });
  }

  // 1 or -1 when v is the counter with that added, otherwise 0.
  [[nodiscard]] std::int32_t step(ValueId v, ValueId counter) const {
    if (f_.nodes[v].op != Opcode::add || f_.args(v)[0] != counter) return 0;
    const auto by = integer(f_.args(v)[1]);
    return by && (*by == 1 || *by == -1) ? *by : 0;
  }

  void look_at(BlockId h) {
    const EdgeRef* entry = nullptr;
    std::vector<EdgeRef> back;
    for (const auto& way : in_.preds[h]) {
      if (in_.nest.contains(h, way.from)) back.push_back(way);
      else if (entry != nullptr) return;
      else entry = &way;
    }
    if (entry == nullptr) return;
    const auto& term = f_.blocks[h].term;
    for (std::uint32_t slot = 0; slot < f_.blocks[h].params.size(); ++slot) {
      CountedLoop loop;
      loop.header = h;
      loop.slot = slot;
      loop.counter = f_.blocks[h].params[slot];
      loop.start = f_.blocks[entry->from].term.edges[entry->edge].args[slot];
      std::int32_t by = 0;
      const bool steady = std::ranges::all_of(back, [&](const EdgeRef& way) {
        const std::int32_t n = step(f_.blocks[way.from].term.edges[way.edge].args[slot], loop.counter);
        if (by == 0) by = n;
        return n != 0 && n == by;
      });
      if (!steady || !movable(loop.start)) continue;
      loop.down = by < 0;
      if (back.size() == 1 && tests_last(loop, back[0], *entry)) { keep(loop); return; }
      if (term.kind == TermKind::branch && silent(h) && tests_first(loop)) { keep(loop); return; }
    }
  }

  bool tests_last(CountedLoop& loop, const EdgeRef& back, const EdgeRef& entry) const {
    if (f_.blocks[back.from].term.kind != TermKind::branch) return false;
    const auto known = fact(in_.condition_of[back.from], back.edge == 0);
    if (!known || known->op != Opcode::ne) return false;
    if (known->left != loop.counter && known->right != loop.counter) return false;
    loop.limit = known->left == loop.counter ? known->right : known->left;
    loop.test = back.from;
    loop.round = back.edge;
    const ValueId low = loop.down ? loop.limit : loop.start, high = loop.down ? loop.start : loop.limit;
    return invariant(loop.limit, loop.header) && known_le(entry.from, entry.edge, low, high);
  }

  bool tests_first(CountedLoop& loop) const {
    for (std::uint32_t edge = 0; edge < 2; ++edge) {
      if (!in_.nest.contains(loop.header, f_.blocks[loop.header].term.edges[edge].target)) continue;
      auto known = fact(in_.condition_of[loop.header], edge == 0);
      if (!known) return false;
      if (known->right == loop.counter) known = Fact{mirrored(known->op), known->right, known->left};
      if (known->left != loop.counter || known->right == loop.counter) return false;
      loop.limit = known->right;
      loop.test = loop.header;
      loop.tests_first = true;
      loop.round = edge;
      loop.excluded = known->op == (loop.down ? Opcode::gt : Opcode::lt);
      const auto n = integer(loop.limit);
      if (n && (*n > max_inclusive || *n < -max_inclusive)) return false;
      const bool included = n && known->op == (loop.down ? Opcode::ge : Opcode::le);
      const bool other = !in_.nest.contains(loop.header, f_.blocks[loop.header].term.edges[1 - edge].target);
      return other && (loop.excluded || included) && invariant(loop.limit, loop.header);
    }
    return false;
  }

  void keep(const CountedLoop& loop) {
    candidate_[loop.header] = static_cast<std::uint32_t>(found_.size());
    found_.push_back(loop);
    rejected_.push_back(false);
  }

  // -- what must not be, for all candidates at once

  // The headers' parameters that aren't what they were any more when the loop is over.
  void mark_changed() {
    changed_.assign(f_.nodes.size(), false);
    for (const CountedLoop& loop : found_) {
      changed_[loop.counter] = true;
      if (loop.tests_first) continue;
      const auto& params = f_.blocks[loop.header].params;
      const auto& args = f_.blocks[loop.test].term.edges[loop.round].args;
      for (std::size_t slot = 0; slot < params.size(); ++slot)
        if (args[slot] != params[slot]) changed_[params[slot]] = true;
    }
  }

  // What is written as part of the text of block b.
  void used_in(ValueId v, BlockId b) {
    if (v == none) return;
    if (in_.folding.form[v] == Form::folded)
      for (const ValueId a : f_.args(v)) used_in(a, b);
    if (!changed_[v]) return;
    const std::uint32_t loop = candidate_[f_.nodes[v].block];
    if (!stands_in(found_[loop], b)) rejected_[loop] = true;
  }

  // In the loop, or placed there: a way that leaves the function.
  [[nodiscard]] bool stands_in(const CountedLoop& loop, BlockId b) const {
    if (in_.nest.contains(loop.header, b)) return true;
    if (!in_.placed_inside[b] || in_.preds[b].empty()) return false;
    const EdgeRef& way = in_.preds[b][0];
    return in_.nest.contains(loop.header, way.from) && (way.from != loop.test || way.edge == loop.round);
  }

  void used_in_condition(std::uint32_t c, BlockId b) {
    const Condition& condition = in_.conditions[c];
    if (condition.kind == Condition::Kind::leaf) return used_in(condition.value, b);
    used_in_condition(condition.left, b);
    used_in_condition(condition.right, b);
  }

  void reject_used_outside() {
    for (const BlockId b : in_.order) {
      for (const ValueId v : f_.blocks[b].body)
        if (in_.folding.form[v] != Form::folded)
          for (const ValueId a : f_.args(v)) used_in(a, b);
      const auto& term = f_.blocks[b].term;
      if (term.kind == TermKind::branch) used_in_condition(in_.condition_of[b], b);
      else used_in(term.value, b);
      for (const ValueId a : term.args) used_in(a, b);
      for (const Edge& edge : term.edges)
        for (const ValueId a : edge.args) used_in(a, b);
    }
    // What goes along on the way out stands behind the loop.
    for (const CountedLoop& loop : found_) {
      const Edge& out = f_.blocks[loop.test].term.edges[1 - loop.round];
      for (const ValueId a : out.args) used_in(a, out.target);
    }
  }

  void reject_unless_its_end(std::uint32_t loop, BlockId from, std::uint32_t edge) {
    if (loop != none && (found_[loop].test != from || found_[loop].round == edge)) rejected_[loop] = true;
  }

  void reject_other_exits() {
    for (const BlockId b : in_.order) {
      const auto& edges = f_.blocks[b].term.edges;
      for (std::uint32_t e = 0; e < edges.size(); ++e) {
        const BlockId to = edges[e].target;
        if (in_.placed_inside[to] && !in_.nest.is_header[to]) continue;
        for (BlockId l = in_.nest.header[b]; l != none && !in_.nest.contains(l, to); l = in_.nest.outer[l])
          reject_unless_its_end(candidate_[l], b, e);
      }
    }
  }

  const CountedLoopsInput& in_;
  const Function& f_;
  std::vector<CountedLoop> found_;
  std::vector<bool> rejected_;
  std::vector<std::uint32_t> candidate_; // by header
  std::vector<bool> changed_;            // by value
};

} // namespace

std::vector<CountedLoop> find_counted_loops(const CountedLoopsInput& input) { return Finder(input).run(); }

} // namespace loo
