#include "optimize/inline.h"

#include "optimize/compact.h"
#include "optimize/simplify.h"

#include <algorithm>

namespace loo {

namespace {

// What is copied, in instructions and ends of blocks: a function as small as a call of
// it; one that calls what it's given, when that is known; the only call of a function;
// one in itself.
constexpr std::uint32_t max_small = 7, max_applied = 60, max_once = 300, max_unrolled = 20;
// What one caller may grow by, in each round: by copies, by all that comes in.
constexpr std::uint32_t max_copied = 600, max_growth = 2000;
constexpr int max_rounds = 3;

struct Shape {
  std::uint32_t size = 0;
  bool copies = true;                // not with a closure or a try body: these are made in one place
  bool movable = true;
  std::vector<bool> applies;         // by parameter: it's called
};

class Inliner {
public:
  Inliner(Program& program, bool traces)
      : p_(program), traces_(traces), shape_(program.functions.size()), ready_(program.functions.size(), false),
        on_cycle_(program.functions.size(), false), mentions_(program.functions.size(), 0), named_(program.functions.size()) {
    for (const Item& item : p_.items) {
      auto& named = named_[item.main];
      named.resize(p_.functions[item.main].nodes.size(), false);
      named[item.value] = true;
    }
  }

  void run() {
    for (FuncId id = 0; id < p_.functions.size(); ++id)
      each_mention(p_.functions[id], [&](FuncId to) { ++mentions_[to]; });
    for (const FuncId id : callees_first()) {
      auto& f = p_.functions[id];
      // What comes in may return a function that is called here: that is seen in the next round.
      for (int round = 0; round < max_rounds && expand(f, named_[id]); ++round) simplify(f, named_[id]);
      look(id);
      if (!traces_ && unroll(id)) simplify(f, named_[id]);
      if (f.kind != FunctionKind::unit_main) compact(f);
    }
    forget_escapes();
  }

private:
  // Functions that the code of `f` calls by name or makes a value of, once for each place.
  template <class Visit> void each_mention(const Function& f, const Visit& visit) const {
    if (f.dead) return;
    for (const auto& block : f.blocks) {
      for (const ValueId v : block.body) {
        const Node& node = f.nodes[v];
        if (node.op == Opcode::function || by_name(f, v)) visit(node.imm);
        if (node.op == Opcode::sibling) visit(p_.groups[f.group][node.imm]);
        if (node.op == Opcode::closure)
          for (const FuncId member : p_.groups[node.imm]) visit(member);
      }
      const auto& term = block.term;
      if (term.kind == TermKind::try_ || (term.kind == TermKind::tail_known && term.value == none)) visit(term.func);
    }
  }

  // A known call that needs no closure.
  static bool by_name(const Function& f, ValueId v) {
    return f.nodes[v].op == Opcode::call_known && f.nodes[f.args(v)[0]].op == Opcode::integer;
  }

  // Postorder of what mentions what. A function that a search from it finds again is `on_cycle_`.
  std::vector<FuncId> callees_first() {
    enum : std::uint8_t { fresh, open, done };
    std::vector<std::uint8_t> state(p_.functions.size(), fresh);
    std::vector<std::vector<FuncId>> next(p_.functions.size());
    std::vector<FuncId> order, path;
    const auto enter = [&](FuncId id) {
      if (state[id] == open) on_cycle_[id] = true;
      if (state[id] != fresh) return;
      state[id] = open;
      each_mention(p_.functions[id], [&](FuncId to) { next[id].push_back(to); });
      std::ranges::reverse(next[id]);
      path.push_back(id);
    };
    for (FuncId root = 0; root < p_.functions.size(); ++root) {
      if (p_.functions[root].dead) continue;
      enter(root);
      while (!path.empty()) {
        const FuncId id = path.back();
        if (!next[id].empty()) {
          const FuncId to = next[id].back();
          next[id].pop_back();
          enter(to);
          continue;
        }
        state[id] = done;
        order.push_back(id);
        path.pop_back();
      }
    }
    return order;
  }

  // Fills in the shape of a function that is in its last form.
  void look(FuncId id) {
    const auto& f = p_.functions[id];
    auto& shape = shape_[id];
    if (f.kind != FunctionKind::closure) return;
    std::vector<std::uint32_t> place(f.nodes.size(), none);
    for (std::uint32_t i = 0; i < f.params.size(); ++i) place[f.params[i]] = i;
    shape.applies.assign(f.params.size(), false);
    const auto called = [&](ValueId callee) { if (place[callee] != none) shape.applies[place[callee]] = true; };
    for (const auto& block : f.blocks) {
      shape.size += static_cast<std::uint32_t>(block.body.size()) + 1;
      for (const ValueId v : block.body) {
        const Opcode op = f.nodes[v].op;
        if (op == Opcode::call) called(f.args(v)[0]);
        if (op == Opcode::closure) shape.copies = false;
        if (op == Opcode::sibling) shape.movable = false;
        // Its variables go when it returns: in its caller they would keep what is to be finalised.
        if (op == Opcode::c_call && registers_finaliser(p_.primitives[f.nodes[v].imm])) shape.movable = false;
      }
      if (block.term.kind == TermKind::tail_call) called(block.term.value);
      if (block.term.kind == TermKind::try_) shape.copies = false;
    }
    ready_[id] = !on_cycle_[id];
  }

  // The function whose code a call of `callee` runs, where that is seen from here, or none.
  FuncId target_of(const Function& f, ValueId callee, std::size_t count) const {
    const Node& node = f.nodes[callee];
    FuncId target = none;
    if (node.op == Opcode::function) target = node.imm;
    if (node.op == Opcode::closure && p_.groups[node.imm].size() == 1) target = p_.groups[node.imm][0];
    return target != none && p_.functions[target].arity == count && p_.functions[target].params.size() == count ? target : none;
  }

  // Whether `callee` is seen to be another function than the one that is known to be called.
  // What is known holds where control gets, and code that it never gets to is copied, too.
  bool differs(const Function& f, ValueId callee, FuncId known) const {
    const Node& node = f.nodes[callee];
    if (node.op == Opcode::function) return node.imm != known;
    return node.op == Opcode::closure && p_.groups[node.imm][0] != known;
  }

  // Whether the call of `target` through `callee` (none: by name) is to be replaced.
  // `moves`: the function's code is needed nowhere else.
  bool worthwhile(const Function& f, FuncId target, ValueId callee, std::span<const ValueId> args, bool& moves) const {
    if (!ready_[target] || args.size() != p_.functions[target].params.size()) return false;
    const Shape& shape = shape_[target];
    if (!shape.movable || (p_.functions[target].captures > 0 && (callee == none || f.nodes[callee].op != Opcode::closure)))
      return false;
    if (grown_ + shape.size > max_growth) return false;
    moves = mentions_[target] == 1 && (callee == none || uses_[callee] == 1);
    if (moves && shape.size <= max_once) return true;
    if (!shape.copies || grown_ + shape.size > max_copied) return false;
    moves = false;
    if (shape.size <= max_small) return true;
    if (shape.size > max_applied) return false;
    for (std::size_t i = 0; i < args.size(); ++i) {
      const Opcode op = f.nodes[args[i]].op;
      if (shape.applies[i] && (op == Opcode::function || op == Opcode::closure)) return true;
    }
    return false;
  }

  // Replaces calls in `f`, those in code that comes in, too.
  bool expand(Function& f, const std::vector<bool>& named) {
    count_uses(f, named);
    grown_ = 0;
    bool any = false;
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
      std::uint32_t at = 0;
      do {
        while (at < f.blocks[b].body.size())
          if (expand_call(f, b, at)) any = true; // what came in starts there
          else ++at;
      } while (expand_end(f, b) && (any = true));
    }
    return any;
  }

  // Puts a small function's own code in place of its calls of itself, once: half of the calls,
  // and of the looks at the depth, are left.
  bool unroll(FuncId id) {
    Function& f = p_.functions[id];
    const Shape& shape = shape_[id];
    if (!on_cycle_[id] || f.captures > 0 || !shape.copies || !shape.movable || shape.size > max_unrolled) return false;
    count_uses(f, named_[id]);
    const Function once = f;
    bool any = false;
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
      const auto& body = f.blocks[b].body;
      const auto calls = [&](ValueId v) {
        const Node& node = f.nodes[v];
        return v < once.nodes.size() && node.op == Opcode::call_known && node.imm == id && node.count == f.params.size() + 1;
      };
      const auto call = std::ranges::find_if(body, calls);
      if (call == body.end()) continue;
      const std::vector<ValueId> args(f.args(*call).begin() + 1, f.args(*call).end());
      for (const ValueId a : f.args(*call)) drop_use(f, a);
      const BlockId rest = f.split(b, static_cast<std::uint32_t>(call - body.begin()));
      place(f, b, id, once, none, args, rest, false);
      any = true;
    }
    return any;
  }

  // The call that is instruction `at` of a block, if it's one.
  bool expand_call(Function& f, BlockId b, std::uint32_t& at) {
    const ValueId v = f.blocks[b].body[at];
    if (f.nodes[v].op == Opcode::call_known && differs(f, f.args(v)[0], f.nodes[v].imm)) f.nodes[v].op = Opcode::call;
    if (f.nodes[v].op == Opcode::call) name_call(f, v, at);
    if (f.nodes[v].op != Opcode::call_known) return false;
    const std::vector<ValueId> args(f.args(v).begin() + 1, f.args(v).end());
    const ValueId callee = f.nodes[f.args(v)[0]].op == Opcode::integer ? none : f.args(v)[0];
    const FuncId target = f.nodes[v].imm;
    bool moves = false;
    if (!worthwhile(f, target, callee, args, moves)) return false;
    for (const ValueId a : f.args(v)) drop_use(f, a);
    const BlockId rest = f.split(b, at);
    place(f, b, target, p_.functions[target], callee, args, rest, moves);
    return true;
  }

  // The tail call that ends a block.
  bool expand_end(Function& f, BlockId b) {
    auto& term = f.blocks[b].term;
    if (term.kind == TermKind::tail_known && term.value != none && differs(f, term.value, term.func)) term.kind = TermKind::tail_call;
    if (term.kind == TermKind::tail_call) name_tail_call(f, term);
    bool moves = false;
    if (term.kind != TermKind::tail_known || !worthwhile(f, term.func, term.value, term.args, moves)) return false;
    const Terminator call = std::move(term);
    term = Terminator{};
    if (call.value != none) drop_use(f, call.value);
    for (const ValueId a : call.args) drop_use(f, a);
    place(f, b, call.func, p_.functions[call.func], call.value, call.args, none, moves);
    return true;
  }

  // Being named is a use.
  void count_uses(const Function& f, const std::vector<bool>& named) {
    uses_.assign(f.nodes.size(), 0);
    for (ValueId v = 0; v < named.size(); ++v) if (named[v]) ++uses_[v];
    for (const auto& block : f.blocks) {
      for (const ValueId v : block.body) for (const ValueId a : f.args(v)) ++uses_[a];
      if (block.term.value != none) ++uses_[block.term.value];
      for (const ValueId a : block.term.args) ++uses_[a];
      for (const auto& edge : block.term.edges) for (const ValueId a : edge.args) ++uses_[a];
    }
  }

  void drop_use(const Function& f, ValueId v) {
    if (--uses_[v] > 0) return;
    if (f.nodes[v].op == Opcode::function) --mentions_[f.nodes[v].imm];
  }

  // A call of what another call, with too few arguments for its callee, has just made: one call.
  void join_calls(Function& f, ValueId v) {
    const ValueId callee = f.args(v)[0];
    if (f.nodes[callee].op != Opcode::call || uses_[callee] != 1) return;
    std::vector<ValueId> args(f.args(callee).begin(), f.args(callee).end());
    args.insert(args.end(), f.args(v).begin() + 1, f.args(v).end());
    if (target_of(f, args[0], args.size() - 1) == none) return;
    f.set_args(v, args);
    Node& made = f.nodes[callee];
    made.op = Opcode::integer;
    made.effect = Effect::pure;
    made.imm = made.count = 0;
  }

  // The call `v`, number `at` in its block, becomes a known one where its callee is seen.
  void name_call(Function& f, ValueId v, std::uint32_t& at) {
    join_calls(f, v);
    std::vector<ValueId> args(f.args(v).begin(), f.args(v).end());
    const FuncId target = target_of(f, args[0], args.size() - 1);
    if (target == none) return;
    f.nodes[v].op = Opcode::call_known;
    f.nodes[v].imm = target;
    p_.functions[target].known_calls = true;
    if (p_.functions[target].captures > 0) return;
    ++mentions_[target];
    drop_use(f, args[0]);
    const BlockId b = f.nodes[v].block;
    args[0] = f.add(b, Opcode::integer, 0, {}, f.nodes[v].pc);
    uses_.push_back(1);
    f.set_args(v, args);
    f.blocks[b].body.insert(f.blocks[b].body.begin() + at, args[0]);
    ++at;
  }

  void name_tail_call(Function& f, Terminator& term) {
    const FuncId target = target_of(f, term.value, term.args.size());
    if (target == none) return;
    term.kind = TermKind::tail_known;
    term.func = target;
    p_.functions[target].known_calls = true;
    if (p_.functions[target].captures > 0) return;
    ++mentions_[target];
    drop_use(f, term.value);
    term.value = none;
  }

  // Puts the code of `target`, which is `g`, behind block `b`, which has no end yet. What it
  // returns goes to the parameter of `rest`, or is returned (none).
  void place(Function& f, BlockId b, FuncId target, const Function& g, ValueId callee, std::span<const ValueId> args, BlockId rest,
             bool moves) {
    const auto first = static_cast<BlockId>(f.blocks.size());
    const auto block_of = [&](BlockId theirs) { return theirs == 0 ? b : first + theirs - 1; };
    f.blocks.resize(first + g.blocks.size() - 1);
    std::vector<ValueId> mine(g.nodes.size(), none);
    for (std::size_t i = 0; i < args.size(); ++i) mine[g.params[i]] = args[i];
    const auto define = [&](ValueId v, BlockId to) {
      Node node = g.nodes[v];
      node.block = to;
      mine[v] = static_cast<ValueId>(f.nodes.size());
      f.nodes.push_back(node);
      return mine[v];
    };
    for (BlockId from = 0; from < g.blocks.size(); ++from) {
      const BlockId to = block_of(from);
      for (const ValueId v : g.blocks[from].params) f.blocks[to].params.push_back(define(v, to));
      for (const ValueId v : g.blocks[from].body) {
        if (g.nodes[v].op == Opcode::capture) mine[v] = f.args(callee)[g.nodes[v].imm];
        else f.blocks[to].body.push_back(define(v, to));
      }
      if (g.blocks[from].term.result != none) {
        define(g.blocks[from].term.result, to);
        define(g.blocks[from].term.exception, to);
      }
    }
    uses_.resize(f.nodes.size(), 0);
    const auto use = [&](ValueId v) {
      if (v == none) return none;
      ++uses_[mine[v]];
      return mine[v];
    };
    std::vector<ValueId> operands;
    for (BlockId from = 0; from < g.blocks.size(); ++from) {
      for (const ValueId v : g.blocks[from].body) {
        if (g.nodes[v].op == Opcode::capture) continue;
        operands.clear();
        for (const ValueId a : g.args(v)) operands.push_back(use(a));
        f.set_args(mine[v], operands);
        if (!moves && (g.nodes[v].op == Opcode::function || by_name(g, v))) ++mentions_[g.nodes[v].imm];
      }
      Terminator term = g.blocks[from].term;
      term.value = use(term.value);
      for (auto& a : term.args) a = use(a);
      for (auto& edge : term.edges) {
        edge.target = block_of(edge.target);
        for (auto& a : edge.args) a = use(a);
      }
      if (term.result != none) term.result = mine[term.result], term.exception = mine[term.exception];
      if (!moves && term.kind == TermKind::tail_known && term.value == none) ++mentions_[term.func];
      leave(f, block_of(from), std::move(term), rest);
    }
    grown_ += shape_[target].size;
    if (moves) mentions_[target] = 0;
  }

  // Ends block `b` as a callee ended, in its caller.
  void leave(Function& f, BlockId b, Terminator term, BlockId rest) {
    if (term.kind == TermKind::raise) term = f.raising(term.value, term.pc);
    const bool calls = term.kind == TermKind::tail_call || term.kind == TermKind::tail_known;
    if (rest != none && (calls || term.kind == TermKind::return_)) {
      ValueId result = term.value;
      if (calls) {
        const bool known = term.kind == TermKind::tail_known;
        if (known && term.value == none) {
          term.value = f.add(b, Opcode::integer, 0, {}, term.pc);
          f.blocks[b].body.push_back(term.value);
          uses_.push_back(1);
        }
        std::vector<ValueId> operands{term.value};
        operands.insert(operands.end(), term.args.begin(), term.args.end());
        result = f.add(b, known ? Opcode::call_known : Opcode::call, known ? term.func : 0, operands, term.pc);
        f.blocks[b].body.push_back(result);
        uses_.push_back(1);
      }
      term = Terminator{};
      term.kind = TermKind::jump;
      term.edges.push_back({rest, {result}});
    }
    f.blocks[b].term = std::move(term);
  }

  // Functions that are only called, and from known places, don't escape (any more).
  void forget_escapes() {
    std::vector<bool> value(p_.functions.size(), false);
    for (const auto& f : p_.functions) {
      if (f.dead) continue;
      const auto use = [&](ValueId v) {
        if (v == none) return;
        const Node& node = f.nodes[v];
        if (node.op == Opcode::function) value[node.imm] = true;
        if (node.op == Opcode::sibling) value[p_.groups[f.group][node.imm]] = true;
        if (node.op == Opcode::member) value[p_.groups[f.nodes[f.args(v)[0]].imm][node.imm]] = true;
        if (node.op == Opcode::closure && p_.groups[node.imm].size() == 1) value[p_.groups[node.imm][0]] = true;
      };
      for (const auto& block : f.blocks) {
        for (const ValueId v : block.body) {
          const auto args = f.args(v);
          for (std::size_t i = 0; i < args.size(); ++i)
            if (i > 0 || f.nodes[v].op != Opcode::call_known) use(args[i]);
        }
        if (block.term.kind != TermKind::tail_known) use(block.term.value);
        for (const ValueId a : block.term.args) use(a);
        for (const auto& edge : block.term.edges) for (const ValueId a : edge.args) use(a);
      }
    }
    for (const Item& item : p_.items) {
      const auto& f = p_.functions[item.main];
      if (f.dead || f.nodes.empty()) continue;
      const Node& node = f.nodes[item.value];
      if (node.op == Opcode::closure || node.op == Opcode::member) {
        const std::uint32_t group = node.op == Opcode::closure ? node.imm : f.nodes[f.args(item.value)[0]].imm;
        for (const FuncId member : p_.groups[group]) value[member] = true;
      }
    }
    for (FuncId id = 0; id < p_.functions.size(); ++id)
      if (!value[id] && p_.functions[id].kind == FunctionKind::closure) p_.functions[id].escapes = false;
  }

  Program& p_;
  const bool traces_;
  std::vector<Shape> shape_;
  std::vector<bool> ready_;              // in the last form, and to be copied
  std::vector<bool> on_cycle_;
  std::vector<std::uint32_t> mentions_;  // of the code before and after, without what is dead
  std::vector<std::vector<bool>> named_; // of units' main code: values that other functions name
  std::vector<std::uint32_t> uses_;      // of the caller's values
  std::uint32_t grown_ = 0;
};

} // namespace

void inline_calls(Program& program, bool traces) { Inliner(program, traces).run(); }

} // namespace loo
