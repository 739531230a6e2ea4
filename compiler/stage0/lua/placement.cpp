#include "lua/placement.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <set>

namespace loo {

namespace {

struct Range {
  std::uint32_t first = none, last = 0; // positions of statements in the order of the text
  std::uint32_t weight = 0;             // uses, by loop depth
};

class Placer {
public:
  explicit Placer(const PlacementInput& in) : in_(in), f_(in.f) {}

  Placement run() {
    const auto n = f_.nodes.size();
    p_.names.resize(n);
    p_.in_place.assign(n, false);
    home_.assign(n, none);
    index_.assign(n, 0);
    born_.assign(n, false);
    ranges_.resize(n);
    // The exception of a try comes in the variable of its result.
    same_.assign(n, none);
    for (const auto& block : f_.blocks)
      if (block.term.kind == TermKind::try_) same_[block.term.exception] = block.term.result;
    depths();
    sequence(in_.tree.root);
    for (const ValueId v : order_) p_.names[v] = "v" + std::to_string(++p_.variables);
    if (in_.share) share();
    else declare();
    return std::move(p_);
  }

private:
  void depths() {
    const auto& seqs = in_.tree.seqs;
    depth_.assign(seqs.size(), 0);
    for (SeqId s = 1; s < seqs.size(); ++s) depth_[s] = depth_[seqs[s].parent] + 1; // parents come first
  }

  // -- occurrences, in the order of the text

  void occurs(ValueId v, SeqId seq, std::uint32_t index, bool birth) {
    if (v != none && same_[v] != none) v = same_[v];
    if (v == none || in_.external[v]) return;
    auto& range = ranges_[v];
    if (home_[v] == none) {
      home_[v] = seq;
      index_[v] = index;
      born_[v] = birth;
      range.first = position_;
      order_.push_back(v);
    }
    SeqId other = seq;
    while (home_[v] != other) {
      if (depth_[home_[v]] >= depth_[other]) {
        index_[v] = in_.tree.seqs[home_[v]].index;
        home_[v] = in_.tree.seqs[home_[v]].parent;
        born_[v] = false;
      } else {
        other = in_.tree.seqs[other].parent;
      }
    }
    range.last = std::max(range.last, position_);
    range.weight += 1U << (2 * std::min<std::size_t>(loops_.size(), 6));
    for (const auto& loop : loops_)
      if (range.first < loop) live_through_.push_back({v, loop});
  }

  void uses(ValueId v, SeqId seq, std::uint32_t index) {
    if (v == none) return;
    switch (in_.folding.form[v]) {
    case Form::folded:
      for (const ValueId a : f_.args(v)) uses(a, seq, index);
      break;
    case Form::variable: occurs(v, seq, index, false); break;
    default: break;
    }
  }

  void condition(std::uint32_t c, SeqId seq, std::uint32_t index) {
    const auto& condition_node = in_.tree.conditions[c];
    if (condition_node.kind == Condition::Kind::leaf) return uses(condition_node.value, seq, index);
    condition(condition_node.left, seq, index);
    condition(condition_node.right, seq, index);
  }

  void body(const BasicBlock& block, SeqId seq, std::uint32_t index) {
    for (const ValueId v : block.body) {
      const Form form = in_.folding.form[v];
      if (form != Form::variable && form != Form::statement) continue;
      for (const ValueId a : f_.args(v)) uses(a, seq, index);
      if (form == Form::variable) occurs(v, seq, index, true);
      ++position_;
    }
  }

  void sequence(SeqId seq) {
    const auto stmts = in_.tree.seqs[seq].stmts;
    for (std::uint32_t i = 0; i < stmts.size(); ++i) {
      ++position_;
      statement(in_.tree.stmts[stmts[i]], seq, i);
    }
  }

  void statement(const Stmt& stmt, SeqId seq, std::uint32_t index) {
    switch (stmt.kind) {
    case StmtKind::block: body(f_.blocks[stmt.block], seq, index); break;
    case StmtKind::moves: {
      const Edge& edge = f_.blocks[stmt.block].term.edges[stmt.edge];
      for (const ValueId a : edge.args) uses(a, seq, index);
      ++position_;
      for (const ValueId p : f_.blocks[edge.target].params) occurs(p, seq, index, false);
      break;
    }
    case StmtKind::if_: condition(stmt.condition, seq, index); break;
    case StmtKind::switch_: uses(f_.blocks[stmt.block].term.value, seq, index); break;
    case StmtKind::try_: {
      const auto& term = f_.blocks[stmt.block].term;
      for (const ValueId a : term.args) uses(a, seq, index);
      ++position_;
      occurs(term.result, seq, index, false);
      break;
    }
    case StmtKind::leave: {
      const auto& term = f_.blocks[stmt.block].term;
      uses(term.value, seq, index);
      for (const ValueId a : term.args) uses(a, seq, index);
      break;
    }
    default: break;
    }
    if (stmt.kind == StmtKind::loop) loops_.push_back(position_);
    for (const SeqId part : stmt.parts) sequence(part);
    if (stmt.kind == StmtKind::loop) {
      ++position_;
      const std::uint32_t begin = loops_.back();
      loops_.pop_back();
      // What was born before the loop and is used in it lives to its end.
      std::vector<std::pair<ValueId, std::uint32_t>> rest;
      for (const auto& entry : live_through_) {
        if (entry.second == begin) ranges_[entry.first].last = std::max(ranges_[entry.first].last, position_);
        else rest.push_back(entry);
      }
      live_through_ = std::move(rest);
    }
  }

  // -- a local each

  // Statements between one that holds gotos and the label behind it: a local
  // declared there would be in the way.
  std::vector<std::uint32_t> hoisting(SeqId seq) const {
    const auto& stmts = in_.tree.seqs[seq].stmts;
    std::vector<std::uint32_t> to(stmts.size());
    std::uint32_t source = none;
    for (std::uint32_t i = 0; i < stmts.size(); ++i) {
      to[i] = i;
      const auto kind = in_.tree.stmts[stmts[i]].kind;
      if (kind == StmtKind::if_ || kind == StmtKind::switch_ || kind == StmtKind::try_ || kind == StmtKind::loop) source = i;
      if (kind == StmtKind::label && source != none && i + 1 < stmts.size())
        for (std::uint32_t j = source; j < i; ++j) to[j] = source;
    }
    return to;
  }

  void declare() {
    std::map<SeqId, std::vector<std::uint32_t>> hoist;
    for (const ValueId v : order_) {
      const auto [at, fresh] = hoist.try_emplace(home_[v]);
      if (fresh) at->second = hoisting(home_[v]);
      const std::uint32_t index = at->second[index_[v]];
      if (born_[v] && index == index_[v]) p_.in_place[v] = true;
      else p_.declared[{home_[v], index}].push_back(v);
    }
  }

  // -- shared registers: linear scan over the ranges (Poletto and Sarkar, 1999)

  void share() {
    using Active = std::pair<std::uint32_t, ValueId>; // end, value
    std::set<Active> active;
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;
    std::vector<std::uint32_t> reg(f_.nodes.size(), none);
    // A spilled value lives in `_V` from its birth on.
    const auto spill = [&](ValueId v) { p_.names[v] = "_V[" + std::to_string(++p_.spilled) + "]"; };
    for (const ValueId v : order_) {
      while (!active.empty() && active.begin()->first < ranges_[v].first) {
        free.push(reg[active.begin()->second]);
        active.erase(active.begin());
      }
      if (!free.empty()) { reg[v] = free.top(); free.pop(); }
      else if (p_.registers < in_.budget) reg[v] = ++p_.registers;
      else {
        // The coldest of those alive gives way.
        ValueId coldest = v;
        for (const auto& [end, other] : active)
          if (ranges_[other].weight < ranges_[coldest].weight) coldest = other;
        if (coldest != v) {
          reg[v] = reg[coldest];
          active.erase({ranges_[coldest].last, coldest});
          reg[coldest] = none;
        }
        spill(coldest);
        if (coldest == v) continue;
      }
      active.insert({ranges_[v].last, v});
    }
    for (const ValueId v : order_)
      if (reg[v] != none) p_.names[v] = "r" + std::to_string(reg[v]);
  }

  const PlacementInput& in_;
  const Function& f_;
  Placement p_;
  std::vector<std::uint32_t> depth_;            // of sequences
  std::vector<ValueId> same_;                   // by exception: the result of its try
  std::vector<SeqId> home_;
  std::vector<std::uint32_t> index_;
  std::vector<bool> born_;
  std::vector<Range> ranges_;
  std::vector<ValueId> order_;                  // by first occurrence
  std::vector<std::uint32_t> loops_;            // positions where the open loops begin
  std::vector<std::pair<ValueId, std::uint32_t>> live_through_;
  std::uint32_t position_ = 0;
};

} // namespace

Placement place_variables(const PlacementInput& input) { return Placer(input).run(); }

} // namespace loo
