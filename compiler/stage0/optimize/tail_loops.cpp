#include "optimize/tail_loops.h"

#include "optimize/simplify.h"

#include <algorithm>

namespace loo {

namespace {

// The last thing that a block does before it returns: it calls its own function, and
// puts the result into one field of a new block.
struct Site {
  BlockId block;
  ValueId call, cell;
  std::uint32_t hole; // index of the field
};

// A list without an end is to raise Stack_overflow, as its recursion would, before it
// takes all memory: this many rounds make half a gigabyte of Lua.
constexpr std::uint32_t max_rounds = 5'000'000;
constexpr std::uint32_t stack_overflow_slot = 8; // of predefined_exceptions

// What the function returns behind this block, where nothing else is done: at once, or
// in a block that does just that.
ValueId returned_value(const Function& f, const BasicBlock& block) {
  if (block.term.kind == TermKind::return_) return block.term.value;
  if (block.term.kind != TermKind::jump) return none;
  const Edge& edge = block.term.edges[0];
  const BasicBlock& target = f.blocks[edge.target];
  if (!target.body.empty() || target.term.kind != TermKind::return_) return none;
  for (std::size_t i = 0; i < target.params.size(); ++i)
    if (target.params[i] == target.term.value) return edge.args[i];
  return target.term.value;
}

// Fills in all but the block; false when `block` isn't one.
bool find_site(const Function& f, FuncId id, const BasicBlock& block, Site& site) {
  const ValueId returned = returned_value(f, block);
  if (returned == none) return false;
  // Behind the call, only what could as well come before it.
  std::size_t at = block.body.size();
  while (at > 0 && f.nodes[block.body[at - 1]].effect == Effect::pure) --at;
  if (at == 0) return false;
  site.call = block.body[at - 1];
  const Node& call = f.nodes[site.call];
  if (call.op != Opcode::call_known || call.imm != id || returned == site.call) return false;
  const Node& callee = f.nodes[f.args(site.call)[0]];
  if (callee.op != Opcode::integer && (callee.op != Opcode::sibling || callee.imm != f.member)) return false;
  std::uint32_t uses = 0;
  for (; at < block.body.size(); ++at) {
    const ValueId v = block.body[at];
    const auto args = f.args(v);
    for (std::uint32_t i = 0; i < args.size(); ++i) {
      if (args[i] != site.call) continue;
      if (f.nodes[v].op != Opcode::make_block) return false;
      site.cell = v;
      site.hole = i;
      ++uses;
    }
  }
  return uses == 1;
}

// All such blocks that leave the same field open. None where the function ends in
// other calls: these would no longer be the last thing that it does.
std::vector<Site> find_sites(const Function& f, FuncId id) {
  std::vector<Site> sites;
  if (f.kind != FunctionKind::closure) return sites;
  for (BlockId b = 0; b < f.blocks.size(); ++b) {
    Site site{b, none, none, 0};
    if (find_site(f, id, f.blocks[b], site) && (sites.empty() || site.hole == sites[0].hole)) sites.push_back(site);
  }
  return sites;
}

// Calls of itself that are not the last thing that the function does.
std::size_t self_calls(const Function& f, FuncId id) {
  std::size_t count = 0;
  for (const auto& block : f.blocks)
    for (const ValueId v : block.body) count += f.nodes[v].op == Opcode::call_known && f.nodes[v].imm == id ? 1 : 0;
  return count;
}

} // namespace

bool loop_self_tail_calls(Function& f, FuncId id, bool traces, bool modulo_cons) {
  // A closure that is not a constant must be called through itself: a call of
  // the same code with other free variables is not a loop.
  const auto self = [&](const Terminator& term) {
    if (term.kind != TermKind::tail_known || term.func != id) return false;
    if (term.value == none) return true;
    const Node& callee = f.nodes[term.value];
    return callee.op == Opcode::sibling && callee.imm == f.member;
  };
  const auto leaves_by_call = [&](const BasicBlock& block) {
    return block.term.kind == TermKind::tail_call || (block.term.kind == TermKind::tail_known && !self(block.term));
  };
  auto sites = modulo_cons ? find_sites(f, id) : std::vector<Site>{};
  const bool recurs = self_calls(f, id) > sites.size();
  if (recurs || std::ranges::any_of(f.blocks, leaves_by_call)) sites.clear();
  const bool loops = !(recurs && traces) && std::ranges::any_of(f.blocks, [&](const BasicBlock& block) { return self(block.term); });
  if (!loops && sites.empty()) return false;
  // The old entry's code moves to `header`; captures stay in the entry.
  const auto header = static_cast<BlockId>(f.blocks.size());
  f.blocks.emplace_back();
  auto& entry = f.blocks[0];
  auto& loop = f.blocks[header];
  std::vector<ValueId> kept;
  for (const ValueId v : entry.body) {
    const Opcode op = f.nodes[v].op;
    const bool stays = op == Opcode::capture || op == Opcode::sibling;
    (stays ? kept : loop.body).push_back(v);
    if (!stays) f.nodes[v].block = header;
  }
  entry.body = std::move(kept);
  loop.term = std::move(entry.term);
  entry.term = Terminator{};
  if (loop.term.result != none) f.nodes[loop.term.result].block = f.nodes[loop.term.exception].block = header;
  std::vector<ValueId> alias(f.nodes.size(), none);
  for (const ValueId p : f.params) {
    const ValueId q = f.add(header, Opcode::block_param, 0, {}, f.pc);
    f.blocks[header].params.push_back(q);
    alias[p] = q;
  }
  alias.resize(f.nodes.size(), none);
  substitute(f, alias);
  const auto go_on = [&](BasicBlock& block, std::vector<ValueId> args) {
    block.term = Terminator{};
    block.term.kind = TermKind::jump;
    block.term.edges.push_back({header, std::move(args)});
  };
  std::vector<ValueId> start = f.params;
  ValueId hole = none; // parameter of the loop: the block whose field waits for what would be returned,
  ValueId rounds = none; // and how often one did
  if (!sites.empty()) {
    // The first one is the function's own, to read the whole result from in the end.
    const ValueId zero = f.add(0, Opcode::integer, 0, {}, f.pc);
    const ValueId first = f.add(0, Opcode::make_block, 0, std::vector<ValueId>(sites[0].hole + 1, zero), f.pc);
    f.blocks[0].body.insert(f.blocks[0].body.end(), {zero, first});
    start.insert(start.end(), {first, zero});
    hole = f.add(header, Opcode::block_param, 0, {}, f.pc);
    rounds = f.add(header, Opcode::block_param, 0, {}, f.pc);
    f.blocks[header].params.insert(f.blocks[header].params.end(), {hole, rounds});
    const auto exhausted = static_cast<BlockId>(f.blocks.size());
    f.blocks.emplace_back();
    const ValueId overflow = f.add(exhausted, Opcode::global, stack_overflow_slot, {}, f.pc);
    f.blocks[exhausted].body.push_back(overflow);
    f.blocks[exhausted].term.kind = TermKind::raise;
    f.blocks[exhausted].term.value = overflow;
    for (auto& site : sites)
      if (site.block == 0) site.block = header;
    const auto fill = [&](BlockId b, ValueId value) {
      const std::vector<ValueId> operands{hole, value};
      f.blocks[b].body.push_back(f.add(b, Opcode::set_field, sites[0].hole, operands, f.nodes[value].pc));
    };
    for (const auto& site : sites) {
      const auto args = f.args(site.call).subspan(1);
      std::vector<ValueId> next(args.begin(), args.end());
      next.push_back(site.cell);
      Node& call = f.nodes[site.call];
      call.op = Opcode::integer;
      call.effect = Effect::pure;
      call.imm = call.count = 0;
      fill(site.block, returned_value(f, f.blocks[site.block]));
      const ValueId limit = f.add(site.block, Opcode::integer, max_rounds, {}, f.pc);
      const ValueId count = f.add(site.block, Opcode::count_up, 0, std::vector<ValueId>{rounds}, f.pc);
      const ValueId test = f.add(site.block, Opcode::gt, 0, std::vector<ValueId>{count, limit}, f.pc);
      auto& block = f.blocks[site.block];
      block.body.insert(block.body.end(), {limit, count, test});
      next.push_back(count);
      go_on(block, std::move(next));
      block.term.kind = TermKind::branch;
      block.term.value = test;
      block.term.edges.insert(block.term.edges.begin(), Edge{exhausted, {}});
    }
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
      if (f.blocks[b].term.kind != TermKind::return_) continue;
      fill(b, f.blocks[b].term.value);
      const std::vector<ValueId> operands{first};
      const ValueId result = f.add(b, Opcode::field, sites[0].hole, operands, f.pc);
      f.blocks[b].body.push_back(result);
      f.blocks[b].term.value = result;
    }
  }
  for (auto& block : f.blocks) {
    if (!self(block.term)) continue;
    auto args = std::move(block.term.args);
    if (hole != none) args.insert(args.end(), {hole, rounds});
    go_on(block, std::move(args));
  }
  go_on(f.blocks[0], std::move(start));
  return true;
}

} // namespace loo
