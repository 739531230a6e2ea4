#include "structure/structure.h"

#include "ir/cfg.h"
#include "structure/conditions.h"
#include "structure/counted_loops.h"
#include "structure/loops.h"

#include <algorithm>

namespace loo {

namespace {

// Lua's parsers stop at about 190 nested blocks and expressions together.
// Deeper code goes on further out (see `jump_out`).
constexpr std::uint32_t max_nesting = 80, hard_nesting = 150, max_recursion = 20000;

struct LoopContext {
  BlockId header;
  BlockId after; // where `break` leads without a state
};

// A block that follows one statement. An own one is a meeting point of the
// statement, reached by falling through as well; others come from code inside
// that nests too deep and are reached by the state only.
struct Follower {
  BlockId block;
  bool own;
};

// The followers of a statement under construction, in reverse postorder, so that
// each may lead to the ones behind it.
struct Frame {
  std::vector<Follower> followers;
  std::size_t next = 0;       // the first that is not placed yet
  std::size_t loop_depth = 0;
  std::uint32_t nesting = 0;
};

class Structurer {
public:
  Structurer(Function& f, const Folding& folding, bool has_goto) : f_(f), folding_(folding), has_goto_(has_goto) {}

  Result<Tree> run() {
    condition_ = combine_conditions(f_, folding_, tree_.conditions);
    auto order = reverse_postorder(f_);
    preds_ = predecessors(f_, order);
    dom_ = dominators(f_, preds_, std::move(order));
    nest_ = loop_nest(f_, preds_, dom_);
    if (!nest_.reducible)
      return Diagnostic{ErrorKind::input, {"", "CODE", std::uint64_t{f_.pc} * 4}, "control flow is irreducible"};
    classify();
    find_counted();
    tree_.root = new_seq(none, 0);
    emit_block(0, tree_.root, none, 1);
    if (error_) return *error_;
    drop_unused_labels();
    return std::move(tree_);
  }

private:
  // -- the place of each block

  void classify() {
    const auto n = f_.blocks.size();
    merges_.resize(n);
    deferred_.resize(n);
    inline_.assign(n, false);
    place_depth_.assign(n, none);
    late_.assign(n, false);
    label_used_.assign(2 * n, false);
    std::vector<std::uint32_t> children(n, 0);
    for (std::size_t i = 1; i < dom_.order.size(); ++i) children[dom_.parent[dom_.order[i]]]++;
    for (std::size_t i = 1; i < dom_.order.size(); ++i) {
      const BlockId b = dom_.order[i];
      const BlockId parent = dom_.parent[b];
      std::uint32_t forward = 0;
      for (const auto& [from, edge] : preds_[b]) if (dom_.position[from] < dom_.position[b]) forward++;
      // The outermost loop that holds the parent but not b.
      BlockId left = none;
      for (BlockId l = nest_.header[parent]; l != none; l = nest_.outer[l])
        if (l != b && !nest_.contains(l, b)) left = l;
      const auto kind = f_.blocks[b].term.kind;
      const bool leaf = forward == 1 && children[b] == 0 &&
                        (kind == TermKind::return_ || kind == TermKind::raise || kind == TermKind::exit ||
                         kind == TermKind::tail_call || kind == TermKind::tail_known);
      if (left != none && !leaf) deferred_[left].push_back(b);
      else if (forward == 1) inline_[b] = true;
      else merges_[parent].push_back(b);
    }
    // dom_.order is reverse postorder, so all lists are.
  }

  void find_counted() {
    if (std::ranges::find(nest_.is_header, true) == nest_.is_header.end()) return;
    tree_.counted = find_counted_loops({f_, folding_, dom_.order, preds_, nest_, tree_.conditions, condition_, inline_});
    if (tree_.counted.empty()) return;
    tree_.counted_by.assign(f_.blocks.size(), none);
    test_of_.assign(f_.blocks.size(), none);
    for (std::uint32_t i = 0; i < tree_.counted.size(); ++i) tree_.counted_by[tree_.counted[i].header] = test_of_[tree_.counted[i].test] = i;
  }

  // -- statements

  SeqId new_seq(SeqId parent, std::uint32_t index) {
    Seq seq;
    seq.parent = parent;
    seq.index = index;
    tree_.seqs.push_back(std::move(seq));
    return static_cast<SeqId>(tree_.seqs.size() - 1);
  }

  StmtId add(SeqId seq, StmtKind kind, BlockId block = none, std::uint32_t number = 0) {
    Stmt stmt;
    stmt.kind = kind;
    stmt.block = block;
    stmt.number = number;
    tree_.stmts.push_back(std::move(stmt));
    const auto id = static_cast<StmtId>(tree_.stmts.size() - 1);
    tree_.seqs[seq].stmts.push_back(id);
    return id;
  }

  SeqId part(SeqId seq, StmtId stmt) {
    const SeqId inner = new_seq(seq, static_cast<std::uint32_t>(tree_.seqs[seq].stmts.size() - 1));
    tree_.stmts[stmt].parts.push_back(inner);
    return inner;
  }

  void fail_limit(BlockId) {
    if (!error_) error_ = Diagnostic{ErrorKind::limit, {"", "CODE", std::uint64_t{f_.pc} * 4}, "code is nested too deep for Lua"};
  }

  // Emits b and all that it dominates. `next`: where falling off `seq` leads.
  void emit_block(BlockId b, SeqId seq, BlockId next, std::uint32_t nesting) {
    if (++recursion_ > max_recursion || nesting > hard_nesting) fail_limit(b);
    if (error_) { --recursion_; return; }
    if (nest_.is_header[b]) emit_loop(b, seq, next, nesting);
    else emit_node(b, seq, next, nesting);
    --recursion_;
  }

  void emit_loop(BlockId b, SeqId seq, BlockId next, std::uint32_t nesting) {
    const std::size_t mark = pending_.size();
    open_frame(deferred_[b], nesting);
    const BlockId after = deferred_[b].empty() ? next : deferred_[b][0];
    const StmtId loop = add(seq, StmtKind::loop, b);
    const SeqId body = part(seq, loop);
    loops_.push_back({b, after});
    place_depth_[b] = static_cast<std::uint32_t>(loops_.size());
    emit_node(b, body, b, nesting + 1);
    // The label is the body's last statement: a goto may enter a local's scope there.
    if (arrive(b, mark)) add(body, StmtKind::set_state, b, 0);
    add(body, StmtKind::label, b, round_of(b));
    loops_.pop_back();
    if (const CountedLoop* counted = tree_.counted_loop(b)) emit_edge(counted->test, 1 - counted->round, seq, after, nesting);
    else leave_loops(seq, mark);
    place_followers(seq, next, nesting, mark);
  }

  // A path that is on its way out of several loops.
  void leave_loops(SeqId seq, std::size_t mark) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = mark; i < pending_.size(); ++i)
      if (place_depth_[pending_[i]] < loops_.size()) numbers.push_back(pending_[i]);
    if (numbers.empty()) return;
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    tree_.stmts[add(seq, StmtKind::break_if_state)].numbers = numbers;
  }

  void emit_node(BlockId b, SeqId seq, BlockId next, std::uint32_t nesting) {
    const std::size_t mark = pending_.size();
    open_frame(merges_[b], nesting);
    const BlockId first = merges_[b].empty() ? next : merges_[b][0];
    add(seq, StmtKind::block, b);
    emit_terminator(b, seq, first, nesting);
    place_followers(seq, next, nesting, mark);
  }

  void open_frame(const std::vector<BlockId>& merges, std::uint32_t nesting) {
    Frame frame;
    for (const BlockId m : merges) {
      frame.followers.push_back({m, true});
      place_depth_[m] = static_cast<std::uint32_t>(loops_.size());
    }
    frame.loop_depth = loops_.size();
    frame.nesting = nesting;
    frames_.push_back(std::move(frame));
  }

  // The followers of the open frame, one behind the other; closes the frame.
  void place_followers(SeqId seq, BlockId next, std::uint32_t nesting, std::size_t mark) {
    const std::size_t frame = frames_.size() - 1;
    while (frames_[frame].next < frames_[frame].followers.size()) {
      const std::size_t i = frames_[frame].next++;
      const auto [m, own] = frames_[frame].followers[i];
      const bool last = i + 1 == frames_[frame].followers.size();
      BlockId then = next;
      for (std::size_t k = i + 1; k < frames_[frame].followers.size() && then == next; ++k)
        if (frames_[frame].followers[k].own) then = frames_[frame].followers[k].block;
      const bool passes_on = own && late_[m]; // placed further out now
      add(seq, StmtKind::label, m, m);
      if (pending_.size() > mark) {
        const StmtId guard = add(seq, StmtKind::if_state, m, m);
        tree_.stmts[guard].falls = own;
        if (!passes_on && arrive(m, mark)) tree_.stmts[guard].edge = 1; // the state names it: reset
        const SeqId inner = part(seq, guard);
        if (passes_on) to_state(m, inner);
        else emit_block(m, inner, then, nesting + 1);
      } else if (passes_on) {
        to_state(m, seq);
      } else if (!last) {
        const StmtId scope = add(seq, StmtKind::scope, m);
        const SeqId inner = part(seq, scope);
        emit_block(m, inner, then, nesting + 1);
      } else {
        frames_.pop_back();
        emit_block(m, seq, then, nesting);
        return;
      }
    }
    frames_.pop_back();
  }

  // Drops the paths under way to m; true when there were any.
  bool arrive(BlockId m, std::size_t mark) {
    const auto before = pending_.size();
    pending_.erase(std::remove(pending_.begin() + static_cast<std::ptrdiff_t>(mark), pending_.end(), m), pending_.end());
    return pending_.size() != before;
  }

  void emit_terminator(BlockId b, SeqId seq, BlockId next, std::uint32_t nesting) {
    const auto kind = f_.blocks[b].term.kind;
    const std::size_t count = f_.blocks[b].term.edges.size();
    switch (kind) {
    case TermKind::jump: emit_edge(b, 0, seq, next, nesting); return;
    case TermKind::branch: case TermKind::switch_: case TermKind::try_: {
      if (!test_of_.empty() && test_of_[b] != none) { emit_edge(b, tree_.counted[test_of_[b]].round, seq, next, nesting); return; }
      if (kind == TermKind::switch_ && count == 1) { emit_edge(b, 0, seq, next, nesting); return; }
      const auto stmt_kind = kind == TermKind::branch ? StmtKind::if_ : kind == TermKind::switch_ ? StmtKind::switch_ : StmtKind::try_;
      const StmtId stmt = add(seq, stmt_kind, b);
      if (kind == TermKind::try_ && hands_on(b)) {
        // No way goes on behind it but that of the value: no need to nest. (The handler stands there,
        // however deep that is: put elsewhere, it would be reached by going on.)
        part(seq, stmt);
        emit_block(f_.blocks[b].term.edges[1].target, part(seq, stmt), next, nesting + 1);
        emit_edge(b, 0, seq, next, nesting);
        return;
      }
      if (kind == TermKind::branch) tree_.stmts[stmt].condition = condition_[b];
      std::uint32_t inner = nesting + 1;
      if (kind == TermKind::switch_) for (std::size_t n = f_.blocks[b].term.cases.size(); n > 1; n /= 2) ++inner;
      for (std::uint32_t e = 0; e < count; ++e) {
        const SeqId to = part(seq, stmt);
        // `else` that holds nothing but an `if` is `elseif`: no deeper.
        const bool chain = kind == TermKind::branch && e == 1 && continues_chain(b);
        emit_edge(b, e, to, next, chain ? nesting : inner);
      }
      return;
    }
    default: add(seq, StmtKind::leave, b); return;
    }
  }

  // A call whose handler only hands the exception on.
  [[nodiscard]] bool hands_on(BlockId b) const {
    const auto& edges = f_.blocks[b].term.edges;
    if (edges.size() != 2 || !edges[1].args.empty() || !inline_[edges[1].target]) return false;
    const auto& handler = f_.blocks[edges[1].target];
    return handler.body.empty() && (handler.term.kind == TermKind::raise || handler.term.kind == TermKind::exit);
  }

  [[nodiscard]] bool continues_chain(BlockId b) const {
    const Edge& edge = f_.blocks[b].term.edges[1];
    const auto& block = f_.blocks[edge.target];
    if (!edge.args.empty() || !inline_[edge.target] || nest_.is_header[edge.target]) return false;
    if (block.term.kind != TermKind::branch || !merges_[edge.target].empty()) return false;
    for (const ValueId v : block.body)
      if (folding_.form[v] != Form::folded && folding_.form[v] != Form::constant) return false;
    return true;
  }

  void emit_edge(BlockId b, std::uint32_t e, SeqId seq, BlockId next, std::uint32_t nesting) {
    const BlockId target = f_.blocks[b].term.edges[e].target;
    if (!f_.blocks[b].term.edges[e].args.empty()) {
      const StmtId moves = add(seq, StmtKind::moves, b);
      tree_.stmts[moves].edge = e;
    }
    const bool back = dom_.position[target] <= dom_.position[b];
    if (back || !inline_[target]) { jump(target, seq, next, back ? round_of(target) : target); return; }
    if (nesting > max_nesting && jump_out(target, seq)) return;
    emit_block(target, seq, next, nesting);
  }

  // Puts `target` behind a statement further out instead of here, and with it
  // the meeting points in between that are still to come: target may lead there.
  bool jump_out(BlockId target, SeqId seq) {
    for (std::size_t k = 0; k < frames_.size(); ++k) {
      if (frames_[k].loop_depth != loops_.size()) continue;
      if (frames_[k].nesting + 10 > max_nesting) return false;
      for (std::size_t inner = k + 1; inner < frames_.size(); ++inner)
        for (std::size_t i = frames_[inner].next; i < frames_[inner].followers.size(); ++i) {
          const Follower follower = frames_[inner].followers[i];
          if (!late_[follower.block]) put_late(k, follower.block);
        }
      put_late(k, target);
      to_state(target, seq);
      return true;
    }
    return false;
  }

  void put_late(std::size_t frame, BlockId b) {
    auto& followers = frames_[frame].followers;
    auto at = followers.begin() + static_cast<std::ptrdiff_t>(frames_[frame].next);
    while (at != followers.end() && dom_.position[at->block] < dom_.position[b]) ++at;
    followers.insert(at, {b, false});
    place_depth_[b] = static_cast<std::uint32_t>(loops_.size());
    late_[b] = true;
  }

  void to_state(BlockId target, SeqId seq) {
    tree_.uses_state = true;
    add(seq, StmtKind::set_state, target, target);
    pending_.push_back(target);
  }

  // The label at the end of a loop's body. A header that is a meeting point has its own before the loop.
  [[nodiscard]] std::uint32_t round_of(BlockId header) const {
    return inline_[header] ? header : header + static_cast<std::uint32_t>(f_.blocks.size());
  }

  // `label`: of the place of `target` that is meant.
  void jump(BlockId target, SeqId seq, BlockId next, std::uint32_t label) {
    if (target == next) return;
    const std::size_t depth = place_depth_[target];
    const bool direct = has_goto_ && !late_[target];
    const bool leaves = depth < loops_.size();
    if (leaves && depth + 1 == loops_.size() && loops_.back().after == target) {
      add(seq, StmtKind::break_);
      return;
    }
    if (direct) {
      label_used_[label] = true;
      add(seq, StmtKind::goto_, target, label);
      return;
    }
    to_state(target, seq);
    if (leaves) add(seq, StmtKind::break_);
  }

  void drop_unused_labels() {
    for (auto& seq : tree_.seqs) {
      std::vector<StmtId> kept;
      std::vector<std::uint32_t> moved(seq.stmts.size() + 1, 0);
      for (std::size_t i = 0; i < seq.stmts.size(); ++i) {
        moved[i] = static_cast<std::uint32_t>(kept.size());
        const Stmt& stmt = tree_.stmts[seq.stmts[i]];
        if (stmt.kind == StmtKind::label && !label_used_[stmt.number]) continue;
        kept.push_back(seq.stmts[i]);
      }
      for (std::size_t i = 0; i < seq.stmts.size(); ++i)
        for (const SeqId inner : tree_.stmts[seq.stmts[i]].parts) tree_.seqs[inner].index = moved[i];
      seq.stmts = std::move(kept);
    }
  }

  Function& f_;
  const Folding& folding_;
  bool has_goto_;
  Tree tree_;
  std::vector<std::uint32_t> condition_;
  std::vector<std::uint32_t> test_of_;                  // by block: the counted loop whose test it ends in
  Predecessors preds_;
  Dominators dom_;
  LoopNest nest_;
  std::vector<std::vector<BlockId>> merges_, deferred_; // by dominator / by loop header
  std::vector<bool> inline_, late_, label_used_;
  std::vector<std::uint32_t> place_depth_;              // loops around the place of a block
  std::vector<LoopContext> loops_;
  std::vector<Frame> frames_;
  std::vector<BlockId> pending_;                        // paths under way by state
  std::uint32_t recursion_ = 0;
  std::optional<Diagnostic> error_;
};

} // namespace

Result<Tree> structure(Function& f, const Folding& folding, bool has_goto) {
  return Structurer(f, folding, has_goto).run();
}

} // namespace loo
