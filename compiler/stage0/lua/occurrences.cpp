#include "lua/occurrences.h"

namespace loo {

namespace {

class Walker {
public:
  Walker(const Function& f, const Folding& folding, const Tree& tree, const std::vector<bool>& named_elsewhere)
      : f_(f), folding_(folding), tree_(tree), named_elsewhere_(named_elsewhere) {}

  Occurrences run() {
    out_.places.resize(f_.blocks.size());
    for (BlockId b = 0; b < f_.blocks.size(); ++b) {
      out_.places[b].block = b;
      out_.first_edge.push_back(static_cast<std::uint32_t>(out_.edge_places.size()));
      out_.edge_places.resize(out_.edge_places.size() + f_.blocks[b].term.edges.size(), none);
    }
    sequence(tree_.root);
    if (!tree_.counted.empty()) find_sources();
    return std::move(out_);
  }

private:
  void find_sources() {
    for (BlockId b = 0; b < f_.blocks.size(); ++b) out_.edge_sources.insert(out_.edge_sources.end(), f_.blocks[b].term.edges.size(), b);
    for (const CountedLoop& loop : tree_.counted) {
      const std::uint32_t edges = out_.first_edge[loop.test], moves = out_.edge_places[edges + loop.round];
      if (!loop.tests_first && moves != none) out_.edge_sources[edges + 1 - loop.round] = moves;
    }
  }

  // What follows belongs to the place.
  void enter(std::uint32_t place) {
    place_ = place;
    auto& at = out_.places[place];
    at.loops = loops_;
    if (at.first == none) at.first = position_;
    at.last = position_;
  }

  void step() { out_.places[place_].last = ++position_; }

  void occurs(ValueId v, SeqId seq, std::uint32_t index, bool assigned, bool born) {
    if (v == none || named_elsewhere_[v]) return;
    out_.list.push_back({v, v, seq, index, position_, place_, loops_, assigned, born});
  }

  void uses(ValueId v, SeqId seq, std::uint32_t index) {
    if (v == none) return;
    switch (folding_.form[v]) {
    case Form::folded:
      for (const ValueId a : f_.args(v)) uses(a, seq, index);
      break;
    case Form::variable: occurs(v, seq, index, false, false); break;
    default: break;
    }
  }

  void condition(std::uint32_t c, SeqId seq, std::uint32_t index) {
    const auto& test = tree_.conditions[c];
    if (test.kind != Condition::Kind::leaf) {
      condition(test.left, seq, index);
      condition(test.right, seq, index);
      return;
    }
    uses(test.value, seq, index);
  }

  void body(const BasicBlock& block, SeqId seq, std::uint32_t index) {
    for (const ValueId v : block.body) {
      const Form form = folding_.form[v];
      if (form != Form::variable && form != Form::statement) continue;
      // Closures that are made together are assigned together.
      const bool member = f_.nodes[v].op == Opcode::member;
      if (!member) {
        step();
        for (const ValueId a : f_.args(v)) uses(a, seq, index);
        step();
      }
      if (form == Form::variable) occurs(v, seq, index, true, true);
    }
  }

  void sequence(SeqId seq) {
    const auto& stmts = tree_.seqs[seq].stmts;
    for (std::uint32_t i = 0; i < stmts.size(); ++i) statement(tree_.stmts[stmts[i]], seq, i);
  }

  void moves(const Stmt& stmt, SeqId seq, std::uint32_t index) {
    const auto place = static_cast<std::uint32_t>(out_.places.size());
    out_.places.push_back({stmt.block, stmt.edge, 0, none, none});
    out_.edge_places[out_.first_edge[stmt.block] + stmt.edge] = place;
    enter(place);
    const Edge& edge = f_.blocks[stmt.block].term.edges[stmt.edge];
    const auto& params = f_.blocks[edge.target].params;
    for (std::size_t i = 0; i < params.size(); ++i)
      if (!tree_.counts(edge.target, i)) uses(edge.args[i], seq, index);
    step();
    for (std::size_t i = 0; i < params.size(); ++i)
      if (!tree_.counts(edge.target, i)) occurs(params[i], seq, index, true, false);
  }

  // A `for`: its start and its limit are taken as read each time round, which is safe.
  void count(const CountedLoop& loop, SeqId seq, std::uint32_t index, SeqId body) {
    enter(loop.header);
    uses(loop.start, seq, index);
    uses(loop.limit, seq, index);
    step();
    ++loops_;
    occurs(loop.counter, body, 0, true, false);
    --loops_;
  }

  void statement(const Stmt& stmt, SeqId seq, std::uint32_t index) {
    ++position_;
    switch (stmt.kind) {
    case StmtKind::block:
      enter(stmt.block);
      body(f_.blocks[stmt.block], seq, index);
      break;
    case StmtKind::moves: moves(stmt, seq, index); break;
    case StmtKind::if_:
      enter(stmt.block);
      condition(stmt.condition, seq, index);
      break;
    case StmtKind::switch_:
      enter(stmt.block);
      uses(f_.blocks[stmt.block].term.value, seq, index);
      break;
    case StmtKind::try_: {
      const auto& term = f_.blocks[stmt.block].term;
      enter(stmt.block);
      for (const ValueId a : term.args) uses(a, seq, index);
      step();
      occurs(term.result, seq, index, true, false);
      break;
    }
    case StmtKind::leave: {
      const auto& term = f_.blocks[stmt.block].term;
      enter(stmt.block);
      uses(term.value, seq, index);
      for (const ValueId a : term.args) uses(a, seq, index);
      break;
    }
    case StmtKind::loop:
      if (const CountedLoop* counted = tree_.counted_loop(stmt.block)) count(*counted, seq, index, stmt.parts[0]);
      break;
    default: break;
    }
    loops_ += stmt.kind == StmtKind::loop ? 1 : 0;
    for (const SeqId part : stmt.parts) sequence(part);
    loops_ -= stmt.kind == StmtKind::loop ? 1 : 0;
  }

  const Function& f_;
  const Folding& folding_;
  const Tree& tree_;
  const std::vector<bool>& named_elsewhere_;
  Occurrences out_;
  std::uint32_t place_ = none, position_ = 0, loops_ = 0;
};

} // namespace

Occurrences find_occurrences(const Function& f, const Folding& folding, const Tree& tree,
                             const std::vector<bool>& named_elsewhere) {
  return Walker(f, folding, tree, named_elsewhere).run();
}

} // namespace loo
