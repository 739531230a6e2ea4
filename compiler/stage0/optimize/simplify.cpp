#include "optimize/simplify.h"

#include "ir/cfg.h"

#include <algorithm>

namespace loo {

namespace {

ValueId resolve(std::vector<ValueId>& alias, ValueId v) {
  while (v != none && alias[v] != none) {
    if (alias[alias[v]] != none) alias[v] = alias[alias[v]];
    v = alias[v];
  }
  return v;
}

bool is_named(const std::vector<bool>& named, ValueId v) { return v < named.size() && named[v]; }

// A block parameter whose arguments are all one value (or itself) is that value.
// There are some.
bool remove_trivial_params(Function& f, const std::vector<bool>& named) {
  const auto preds = predecessors(f, reverse_postorder(f));
  std::vector<ValueId> alias(f.nodes.size(), none);
  bool any = false;
  for (bool changed = true; changed;) {
    changed = false;
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
      auto& params = f.blocks[b].params;
      if (params.empty() || preds[b].empty()) continue;
      for (std::size_t i = 0; i < params.size(); ++i) {
        if (alias[params[i]] != none || is_named(named, params[i])) continue;
        ValueId single = none;
        bool trivial = true;
        for (const auto& [from, edge] : preds[b]) {
          const ValueId arg = resolve(alias, f.blocks[from].term.edges[edge].args[i]);
          if (arg == params[i] || arg == single) continue;
          if (single != none) { trivial = false; break; }
          single = arg;
        }
        if (trivial && single != none) {
          alias[params[i]] = single;
          changed = any = true;
        }
      }
    }
  }
  if (!any) return false;
  for (BlockId b = 0; b < f.blocks.size(); ++b) {
    auto& params = f.blocks[b].params;
    std::vector<std::uint32_t> kept;
    for (std::uint32_t i = 0; i < params.size(); ++i)
      if (alias[params[i]] == none) kept.push_back(i);
    if (kept.size() == params.size()) continue;
    for (const auto& [from, edge] : preds[b]) {
      auto& args = f.blocks[from].term.edges[edge].args;
      std::vector<ValueId> rest;
      for (const std::uint32_t i : kept) rest.push_back(args[i]);
      args = std::move(rest);
    }
    std::vector<ValueId> rest;
    for (const std::uint32_t i : kept) rest.push_back(params[i]);
    params = std::move(rest);
  }
  substitute(f, alias);
  return true;
}

bool constant(const Function& f, ValueId v, std::int32_t& value) {
  if (v == none || f.nodes[v].op != Opcode::integer) return false;
  value = static_cast<std::int32_t>(f.nodes[v].imm);
  return true;
}

// Comparisons of two small constants; anything wider is left to the target's width.
bool fold_compare(Opcode op, std::int32_t a, std::int32_t b, bool& result) {
  const auto ua = static_cast<std::uint32_t>(a), ub = static_cast<std::uint32_t>(b);
  switch (op) {
  case Opcode::eq: result = a == b; return true;
  case Opcode::ne: result = a != b; return true;
  case Opcode::lt: result = a < b; return true;
  case Opcode::le: result = a <= b; return true;
  case Opcode::gt: result = a > b; return true;
  case Opcode::ge: result = a >= b; return true;
  case Opcode::ult: result = ua < ub; return (a < 0) == (b < 0);
  case Opcode::uge: result = ua >= ub; return (a < 0) == (b < 0);
  default: return false;
  }
}

void become_integer(Function& f, ValueId v, std::int32_t value) {
  f.nodes[v].op = Opcode::integer;
  f.nodes[v].effect = Effect::pure;
  f.nodes[v].imm = static_cast<std::uint32_t>(value);
  f.nodes[v].count = 0;
}

bool is_compare(Opcode op) { return op >= Opcode::eq && op <= Opcode::uge; }

bool fold_constants(Function& f, const std::vector<bool>& named) {
  bool any = false;
  for (auto& block : f.blocks) {
    for (const ValueId v : block.body) {
      if (is_named(named, v)) continue;
      const Opcode op = f.nodes[v].op;
      std::int32_t a = 0, b = 0;
      bool truth = false;
      if (is_compare(op) && constant(f, f.args(v)[0], a) && constant(f, f.args(v)[1], b) && fold_compare(op, a, b, truth)) {
        become_integer(f, v, truth ? 1 : 0);
        any = true;
      } else if (op == Opcode::not_) {
        const ValueId arg = f.args(v)[0];
        if (constant(f, arg, a)) {
          become_integer(f, v, a == 0 ? 1 : 0);
          any = true;
        } else if (is_compare(f.nodes[arg].op)) {
          f.nodes[v].op = negated(f.nodes[arg].op);
          f.set_args(v, f.args(arg));
          any = true;
        }
      } else if (op == Opcode::add && constant(f, f.args(v)[0], a) && constant(f, f.args(v)[1], b)) {
        const std::int64_t sum = std::int64_t{a} + b;
        if (sum >= -0x40000000 && sum < 0x40000000) {
          become_integer(f, v, static_cast<std::int32_t>(sum));
          any = true;
        }
      }
    }
    auto& term = block.term;
    std::int32_t value = 0;
    if (term.kind == TermKind::branch && constant(f, term.value, value)) {
      Edge kept = std::move(term.edges[value != 0 ? 0 : 1]);
      term.edges.assign(1, std::move(kept));
      term.kind = TermKind::jump;
      term.value = none;
      any = true;
    } else if (term.kind == TermKind::branch && f.nodes[term.value].op == Opcode::not_) {
      term.value = f.args(term.value)[0];
      std::swap(term.edges[0], term.edges[1]);
      any = true;
    } else if (term.kind == TermKind::branch && term.edges[0].target == term.edges[1].target &&
               term.edges[0].args == term.edges[1].args) {
      term.edges.pop_back();
      term.kind = TermKind::jump;
      term.value = none;
      any = true;
    } else if (term.kind == TermKind::switch_ && constant(f, term.value, value)) {
      const auto index = static_cast<std::uint32_t>(value);
      if (value < 0 || index >= term.constants) continue;
      Edge kept = std::move(term.edges[term.cases[index]]);
      term.edges.assign(1, std::move(kept));
      term.cases.clear();
      term.kind = TermKind::jump;
      term.value = none;
      any = true;
    }
  }
  return any;
}

bool has_jump(const Function& f) {
  return std::ranges::any_of(f.blocks, [](const BasicBlock& block) { return block.term.kind == TermKind::jump; });
}

// B: jump C, C has no other predecessor: one block.
bool merge_chains(Function& f, const std::vector<bool>& named) {
  const auto order = reverse_postorder(f);
  const auto preds = predecessors(f, order);
  bool any = false;
  std::vector<ValueId> alias(f.nodes.size(), none);
  for (const BlockId b : order) {
    if (b != 0 && preds[b].empty()) continue;
    for (;;) {
      auto& term = f.blocks[b].term;
      if (term.kind != TermKind::jump) break;
      const BlockId next = term.edges[0].target;
      if (next == b || next == 0 || preds[next].size() != 1) break;
      auto& other = f.blocks[next];
      if (std::ranges::any_of(other.params, [&](ValueId v) { return is_named(named, v); })) break;
      for (std::size_t i = 0; i < other.params.size(); ++i) alias[other.params[i]] = term.edges[0].args[i];
      for (const ValueId v : other.body) {
        f.nodes[v].block = b;
        f.blocks[b].body.push_back(v);
      }
      Terminator moved = std::move(other.term);
      if (moved.result != none) f.nodes[moved.result].block = f.nodes[moved.exception].block = b;
      f.blocks[b].term = std::move(moved);
      other = BasicBlock{};
      any = true;
    }
  }
  if (any) substitute(f, alias);
  return any;
}

// Some block does nothing but go on elsewhere.
bool has_passage(const Function& f) {
  return std::any_of(f.blocks.begin() + 1, f.blocks.end(), [](const BasicBlock& block) {
    return block.body.empty() && (block.term.kind == TermKind::jump || block.term.kind == TermKind::branch);
  });
}

// A block that does nothing but jump or branch, and whose parameters nobody
// else uses, can be passed by: by every edge when it jumps, by edges that bring
// the constant it tests, or a value just tested, when it branches.
bool thread_jumps(Function& f, const std::vector<bool>& named) {
  std::vector<bool> escapes = named;
  escapes.resize(f.nodes.size(), false);
  const auto own = [&](BlockId b, ValueId v) {
    if (v != none && f.nodes[v].op == Opcode::block_param && f.nodes[v].block != b) escapes[v] = true;
  };
  for (BlockId b = 0; b < f.blocks.size(); ++b) {
    for (const ValueId v : f.blocks[b].body) for (const ValueId a : f.args(v)) own(b, a);
    const auto& term = f.blocks[b].term;
    own(b, term.value);
    for (const ValueId a : term.args) own(b, a);
    for (const auto& edge : term.edges) for (const ValueId a : edge.args) own(b, a);
  }
  const auto passable = [&](BlockId b) {
    const auto& block = f.blocks[b];
    if (!block.body.empty() || b == 0) return false;
    for (const ValueId p : block.params) if (escapes[p]) return false;
    return true;
  };
  const auto position = [&](BlockId b, ValueId v) -> std::uint32_t {
    const auto& params = f.blocks[b].params;
    for (std::uint32_t i = 0; i < params.size(); ++i) if (params[i] == v) return i;
    return none;
  };
  // Branches in loop headers stay: passing some of them by would give the loop two entries.
  std::vector<bool> header(f.blocks.size(), false);
  std::vector<std::uint32_t> order(f.blocks.size(), none);
  std::uint32_t counter = 0;
  for (const BlockId b : reverse_postorder(f)) order[b] = counter++;
  for (BlockId b = 0; b < f.blocks.size(); ++b)
    for (const auto& edge : f.blocks[b].term.edges)
      if (order[b] != none && order[edge.target] <= order[b]) header[edge.target] = true;
  bool any = false;
  for (BlockId from = 0; from < f.blocks.size(); ++from) {
    const Terminator& source = f.blocks[from].term;
    for (std::size_t side = 0; side < source.edges.size(); ++side) {
      Edge& edge = f.blocks[from].term.edges[side];
      for (int steps = 0; steps < 8; ++steps) {
        const BlockId b = edge.target;
        if (b == from || !passable(b)) break;
        const auto& term = f.blocks[b].term;
        const Edge* way = nullptr;
        if (term.kind == TermKind::jump) way = &term.edges[0];
        else if (term.kind == TermKind::branch && !header[b]) {
          const std::uint32_t i = position(b, term.value);
          if (i == none) break;
          std::int32_t value = 0;
          // What was just tested is known on both ways.
          if (source.kind == TermKind::branch && edge.args[i] == source.value) value = side == 0 ? 1 : 0;
          else if (!constant(f, edge.args[i], value)) break;
          way = &term.edges[value != 0 ? 0 : 1];
        } else break;
        if (way->target == b) break;
        Edge next{way->target, {}};
        for (const ValueId a : way->args) {
          const std::uint32_t i = position(b, a);
          next.args.push_back(i == none ? a : edge.args[i]);
        }
        edge = std::move(next);
        any = true;
      }
    }
  }
  return any;
}

} // namespace

bool has_params(const Function& f) {
  return std::ranges::any_of(f.blocks, [](const BasicBlock& block) { return !block.params.empty(); });
}

void substitute(Function& f, std::vector<ValueId>& alias) {
  const auto replace = [&](ValueId& v) { if (v != none && alias[v] != none) v = resolve(alias, v); };
  for (auto& block : f.blocks) {
    for (const ValueId v : block.body) for (ValueId& a : f.args(v)) replace(a);
    replace(block.term.value);
    for (ValueId& a : block.term.args) replace(a);
    for (auto& edge : block.term.edges) for (ValueId& a : edge.args) replace(a);
  }
}

void remove_dead_values(Function& f, const std::vector<bool>& named) {
  const auto order = reverse_postorder(f);
  std::vector<bool> live(f.nodes.size(), false);
  std::vector<ValueId> work;
  const auto mark = [&](ValueId v) {
    if (v != none && !live[v]) { live[v] = true; work.push_back(v); }
  };
  const auto preds = has_params(f) ? predecessors(f, order) : Predecessors{};
  std::vector<std::uint32_t> place(f.nodes.size(), none); // of a parameter in its block
  for (const BlockId b : order) {
    const auto& block = f.blocks[b];
    for (std::uint32_t i = 0; i < block.params.size(); ++i) {
      place[block.params[i]] = i;
      if (is_named(named, block.params[i])) mark(block.params[i]);
    }
    for (const ValueId v : block.body) if (f.nodes[v].effect == Effect::effect || is_named(named, v)) mark(v);
    mark(block.term.value);
    for (const ValueId a : block.term.args) mark(a);
  }
  while (!work.empty()) {
    const ValueId v = work.back();
    work.pop_back();
    for (const ValueId a : f.args(v)) mark(a);
    if (f.nodes[v].op == Opcode::block_param)
      for (const auto& [from, edge] : preds[f.nodes[v].block]) mark(f.blocks[from].term.edges[edge].args[place[v]]);
  }
  std::vector<bool> reachable(f.blocks.size(), false);
  for (const BlockId b : order) reachable[b] = true;
  for (BlockId b = 0; b < f.blocks.size(); ++b) {
    auto& block = f.blocks[b];
    if (!reachable[b]) { block = BasicBlock{}; continue; }
    std::erase_if(block.body, [&](ValueId v) { return !live[v]; });
    for (auto& edge : block.term.edges) {
      const auto& params = f.blocks[edge.target].params;
      std::vector<ValueId> args;
      for (std::size_t i = 0; i < edge.args.size(); ++i) if (live[params[i]]) args.push_back(edge.args[i]);
      edge.args = std::move(args);
    }
  }
  for (auto& block : f.blocks) std::erase_if(block.params, [&](ValueId v) { return !live[v]; });
}

void simplify(Function& f, const std::vector<bool>& named) {
  bool threaded = true; // or made by the caller: what that left is to be removed
  for (int round = 0; round < 8; ++round) {
    bool changed = has_params(f) && remove_trivial_params(f, named);
    changed = fold_constants(f, named) || changed;
    changed = (has_jump(f) && merge_chains(f, named)) || changed;
    if (changed || threaded) remove_dead_values(f, named);
    threaded = has_passage(f) && thread_jumps(f, named);
    if (!changed && !threaded) return;
  }
  remove_dead_values(f, named);
}

} // namespace loo
