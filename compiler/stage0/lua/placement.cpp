#include "lua/placement.h"

#include "lua/live_ranges.h"

#include <algorithm>
#include <numeric>

namespace loo {

namespace {

class Placer {
public:
  explicit Placer(const PlacementInput& in)
      : in_(in), f_(in.f), all_(find_occurrences(in.f, in.folding, in.tree, in.external)), same_(in.f.nodes.size()) {}

  Placement run() {
    p_.shares = in_.share;
    p_.names.resize(f_.nodes.size());
    p_.in_place.assign(f_.nodes.size(), false);
    std::iota(same_.begin(), same_.end(), 0);
    // The exception of a try comes in the variable of its result.
    bool tries = false;
    for (const auto& block : f_.blocks) {
      if (block.term.kind != TermKind::try_) continue;
      same_[block.term.exception] = block.term.result;
      tries = true;
    }
    if (tries) rename();
    const bool moves = all_.places.size() > f_.blocks.size();
    if (moves) coalesce();
    number();
    if (in_.share) share();
    else declare();
    for (ValueId v = 0; v < same_.size(); ++v)
      if (same_[v] != v) p_.names[v] = p_.names[same_[v]];
    return std::move(p_);
  }

private:
  // Occurrences of a value become those of the value whose variable it shares.
  void rename() {
    for (auto& at : all_.list) at.value = same_[at.value];
  }

  // Variables in the order in which the text names them first.
  void number() {
    std::vector<bool> seen(f_.nodes.size(), false);
    for (const auto& at : all_.list) {
      if (seen[at.value]) continue;
      seen[at.value] = true;
      order_.push_back(at.value);
      p_.names[at.value] = "v" + std::to_string(++p_.variables);
    }
  }

  // -- one variable for a parameter and what is moved to it, unless both are
  // live at once; the moves of inner loops first

  struct Move {
    std::uint32_t loops;
    ValueId param, arg;
    // Where both are the same: from the moves to their end, of what a `for` moves in its last round, too.
    Segment common{1, 0};
  };

  [[nodiscard]] bool is_variable(ValueId v) const {
    return v != none && in_.folding.form[v] == Form::variable && !in_.external[v];
  }

  // The variable of a `for` is no other's.
  [[nodiscard]] bool counts(ValueId v) const {
    const CountedLoop* loop = f_.nodes[v].op == Opcode::block_param ? in_.tree.counted_loop(f_.nodes[v].block) : nullptr;
    return loop != nullptr && loop->counter == v;
  }

  std::vector<Move> find_moves() {
    std::vector<Move> moves;
    for (std::size_t place = f_.blocks.size(); place < all_.places.size(); ++place) {
      const auto& at = all_.places[place];
      const Edge& edge = f_.blocks[at.block].term.edges[at.edge];
      const auto& params = f_.blocks[edge.target].params;
      const CountedLoop* loop = in_.tree.counted_loop(edge.target);
      const bool last_too = loop != nullptr && !loop->tests_first && loop->test == at.block && loop->round == at.edge;
      const Segment common = last_too ? Segment{at.last, at.last} : Segment{1, 0};
      for (std::size_t i = 0; i < params.size(); ++i) {
        const ValueId param = params[i], arg = edge.args[i];
        if (!is_variable(param) || !is_variable(arg) || counts(param) || counts(arg)) continue;
        moves.push_back({at.loops, param, same_[arg], common});
      }
    }
    std::ranges::stable_sort(moves, std::greater(), &Move::loops);
    return moves;
  }

  ValueId find(ValueId v) {
    while (same_[v] != v) v = same_[v] = same_[same_[v]];
    return v;
  }

  void coalesce() {
    const auto moves = find_moves();
    if (moves.empty()) return;
    std::vector<bool> wanted(f_.nodes.size(), false);
    for (const auto& move : moves) wanted[move.param] = wanted[move.arg] = true;
    auto ranges = live_ranges(f_, all_, wanted);
    for (const auto& move : moves) {
      ValueId a = find(move.param), b = find(move.arg);
      if (a == b) continue;
      Segments others = move.common.first <= move.common.last ? without(ranges[b], move.common) : ranges[b];
      if (intersect(ranges[a], others)) continue;
      ranges[b] = std::move(others);
      if (ranges[b].front().first < ranges[a].front().first) std::swap(a, b);
      same_[b] = a;
      ranges[a] = united(ranges[a], ranges[b]);
      ranges[b] = {};
    }
    for (ValueId v = 0; v < same_.size(); ++v) same_[v] = find(v);
    rename();
  }

  // -- a local each

  struct Home {
    SeqId seq = none;          // the innermost sequence that holds all occurrences
    std::uint32_t index = 0;   // the statement of it that holds the first one
    ValueId born = none;       // what that statement defines, if it can be a `local` statement
  };

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

  std::vector<std::uint32_t> depths() const {
    const auto& seqs = in_.tree.seqs;
    std::vector<std::uint32_t> depth(seqs.size(), 0);
    for (SeqId s = 1; s < seqs.size(); ++s) depth[s] = depth[seqs[s].parent] + 1; // parents come first
    return depth;
  }

  std::vector<Home> homes() const {
    const auto& seqs = in_.tree.seqs;
    const auto depth = depths();
    std::vector<Home> homes(f_.nodes.size());
    for (const auto& at : all_.list) {
      auto& home = homes[at.value];
      if (home.seq == none) home = {at.seq, at.index, at.born ? at.node : none};
      for (SeqId other = at.seq; home.seq != other;) {
        if (depth[home.seq] >= depth[other]) home = {seqs[home.seq].parent, seqs[home.seq].index, none};
        else other = seqs[other].parent;
      }
    }
    return homes;
  }

  void declare() {
    const auto homes = this->homes();
    std::map<SeqId, std::vector<std::uint32_t>> hoist;
    for (const ValueId v : order_) {
      if (counts(v)) continue;
      const auto& home = homes[v];
      const auto [at, fresh] = hoist.try_emplace(home.seq);
      if (fresh) at->second = hoisting(home.seq);
      const std::uint32_t index = at->second[home.index];
      if (home.born != none && index == home.index) p_.in_place[home.born] = true;
      else p_.declared[{home.seq, index}].push_back(v);
    }
  }

  // -- shared registers: the first that is free wherever the variable is live

  // Registers of the values, in this order; whether they were enough.
  bool allocate(const std::vector<ValueId>& order, const std::vector<Segments>& ranges) {
    std::vector<Segments> taken;
    bool enough = true;
    for (const ValueId v : order) {
      std::uint32_t reg = 0;
      while (reg < taken.size() && intersect(ranges[v], taken[reg])) ++reg;
      if (reg < taken.size()) taken[reg] = united(ranges[v], taken[reg]);
      else if (reg < in_.budget) taken.push_back(ranges[v]);
      if (reg >= in_.budget) enough = false;
      p_.names[v] = reg < in_.budget ? "r" + std::to_string(reg + 1) : "";
    }
    p_.registers = static_cast<std::uint32_t>(taken.size());
    return enough;
  }

  // In the order of the text nearly no register is wasted (Poletto and Sarkar,
  // "Linear scan register allocation", 1999). When they are too few all the same,
  // those that are used most choose first, and what is left lives in `_V` (Chow and
  // Hennessy, "The priority-based coloring approach to register allocation", 1990).
  static constexpr std::uint32_t max_weight = 0x3fffffff;
  void share() {
    const auto ranges = live_ranges(f_, all_, std::vector<bool>(f_.nodes.size(), true));
    if (allocate(order_, ranges)) return;
    std::vector<std::uint32_t> weight(f_.nodes.size(), 0);
    for (const auto& at : all_.list) {
      auto& sum = weight[at.value];
      sum = std::min(sum + (1U << (3 * std::min(at.loops, 6U))), max_weight);
    }
    auto order = order_;
    std::ranges::stable_sort(order, [&](ValueId a, ValueId b) { return weight[a] > weight[b]; });
    (void)allocate(order, ranges);
    // Numbered as they are assigned, `_V` is an array to Lua: on 5.1, twice as fast as a hash.
    for (const ValueId v : order_)
      if (p_.names[v].empty()) p_.names[v] = "_V[" + std::to_string(++p_.spilled) + "]";
  }

  const PlacementInput& in_;
  const Function& f_;
  Occurrences all_;
  std::vector<ValueId> same_;          // by value: the one whose variable it shares
  std::vector<ValueId> order_;
  Placement p_;
};

} // namespace

Placement place_variables(const PlacementInput& input) { return Placer(input).run(); }

} // namespace loo
