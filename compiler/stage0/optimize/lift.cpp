#include "optimize/lift.h"

#include <algorithm>
#include <map>

namespace loo {

namespace {

// More parameters than this cost more than the closure does.
constexpr std::size_t max_free = 24, max_params = 60;

// A name under which a function knows a closure.
struct Name {
  FuncId func;
  ValueId value;
};

// A place that hands a value on under another name: capture `index` of a
// closure node, or argument `index` of the try_ that ends a block.
struct Transfer {
  ValueId closure; // none: the try_ of `block`
  BlockId block;
  std::uint32_t index;
};

struct FunctionUses {
  std::vector<bool> as_value;         // used in any way but a known call or a transfer
  std::multimap<ValueId, Transfer> transfers;
  std::vector<ValueId> captures, siblings, members;
};

class Lift {
public:
  explicit Lift(Program& program) : p_(program), uses_(program.functions.size()), lifted_(program.functions.size()) {}

  void run() {
    made_.assign(p_.groups.size(), {none, none});
    count_.assign(p_.groups.size(), 0);
    for (FuncId id = 0; id < p_.functions.size(); ++id) gather(id);
    for (std::uint32_t g = 0; g < p_.groups.size(); ++g)
      if (count_[g] == 1) lift(g);
    for (FuncId id = 0; id < p_.functions.size(); ++id) rewrite_calls(id);
  }

private:
  void gather(FuncId id) {
    const auto& f = p_.functions[id];
    auto& u = uses_[id];
    u.as_value.assign(f.nodes.size(), false);
    const auto value_use = [&](ValueId v) { if (v != none) u.as_value[v] = true; };
    for (BlockId b = 0; b < f.blocks.size(); ++b) {
      const auto& block = f.blocks[b];
      for (const ValueId v : block.body) {
        const Node& node = f.nodes[v];
        const auto args = f.args(v);
        if (node.op == Opcode::capture) u.captures.push_back(v);
        if (node.op == Opcode::sibling) u.siblings.push_back(v);
        if (node.op == Opcode::member) { u.members.push_back(v); continue; }
        if (node.op == Opcode::closure) {
          made_[node.imm] = {id, v};
          count_[node.imm]++;
          for (std::uint32_t i = 0; i < args.size(); ++i) u.transfers.insert({args[i], {v, b, i}});
          continue;
        }
        for (std::size_t i = 0; i < args.size(); ++i)
          if (node.op != Opcode::call_known || i != 0) value_use(args[i]);
      }
      const auto& term = block.term;
      if (term.kind != TermKind::tail_known) value_use(term.value);
      for (std::uint32_t i = 0; i < term.args.size(); ++i) {
        if (term.kind == TermKind::try_) u.transfers.insert({term.args[i], {none, b, i}});
        else value_use(term.args[i]);
      }
      for (const auto& edge : term.edges) for (const ValueId a : edge.args) value_use(a);
    }
  }

  // All names of the group's members, makers first; false when one of them is
  // used as a value.
  bool names(std::uint32_t g, std::vector<Name>& found) {
    const auto [maker, node] = made_[g];
    found.push_back({maker, node});
    for (const ValueId m : uses_[maker].members)
      if (p_.functions[maker].args(m)[0] == node) found.push_back({maker, m});
    for (const FuncId member : p_.groups[g]) {
      if (p_.functions[member].escapes) return false;
      for (const ValueId s : uses_[member].siblings) found.push_back({member, s});
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Name name = found[i];
      if (used_as_value(name) || found.size() > 1000) return false;
      const auto [begin, end] = uses_[name.func].transfers.equal_range(name.value);
      for (auto at = begin; at != end; ++at) {
        if (!receivers(name.func, at->second, found)) return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool used_as_value(const Name& name) const {
    const auto& flags = uses_[name.func].as_value;
    return name.value < flags.size() && flags[name.value];
  }

  bool receivers(FuncId from, const Transfer& transfer, std::vector<Name>& found) {
    if (transfer.closure == none) {
      const FuncId body = p_.functions[from].blocks[transfer.block].term.func;
      found.push_back({body, p_.functions[body].params[transfer.index]});
      return true;
    }
    const std::uint32_t group = p_.functions[from].nodes[transfer.closure].imm;
    if (count_[group] != 1) return false;
    for (const FuncId member : p_.groups[group])
      for (const ValueId c : uses_[member].captures)
        if (p_.functions[member].nodes[c].imm == transfer.index) found.push_back({member, c});
    return true;
  }

  void lift(std::uint32_t g) {
    const auto [maker, node] = made_[g];
    const std::vector<ValueId> free(p_.functions[maker].args(node).begin(), p_.functions[maker].args(node).end());
    if (free.empty() || free.size() > max_free) return;
    for (const FuncId member : p_.groups[g])
      if (p_.functions[member].params.size() + free.size() > max_params) return;
    std::vector<Name> found;
    if (!names(g, found)) return;
    std::map<FuncId, std::vector<ValueId>> passed; // the free variables, as each function names them
    passed[maker] = free;
    for (const FuncId member : p_.groups[g]) passed[member] = captures_to_params(member, free.size());
    for (const Name& name : found) {
      const auto [begin, end] = uses_[name.func].transfers.equal_range(name.value);
      std::vector<Transfer> transfers;
      for (auto at = begin; at != end; ++at) transfers.push_back(at->second);
      for (const Transfer& transfer : transfers) hand_on(name, transfer, passed);
      uses_[name.func].transfers.erase(name.value);
    }
    for (const Name& name : found) lifted_[name.func][name.value] = passed[name.func];
    for (const FuncId member : p_.groups[g]) p_.functions[member].captures = 0;
  }

  std::vector<ValueId> captures_to_params(FuncId member, std::size_t count) {
    auto& f = p_.functions[member];
    std::vector<ValueId> values(count, none);
    for (const ValueId c : uses_[member].captures) values[f.nodes[c].imm] = c;
    std::erase_if(f.blocks[0].body, [&](ValueId v) { return f.nodes[v].op == Opcode::capture; });
    uses_[member].captures.clear();
    for (auto& v : values) v = add_param(f, v);
    return values;
  }

  // Appends a parameter: a new node, or `v` turned into one.
  static ValueId add_param(Function& f, ValueId v) {
    const auto position = static_cast<std::uint32_t>(f.params.size());
    if (v == none) v = f.add(0, Opcode::param, position, {}, f.pc);
    f.nodes[v].op = Opcode::param;
    f.nodes[v].imm = position;
    f.params.push_back(v);
    return v;
  }

  // The transfer passes the first free variable in the closure's place and the
  // others behind what is passed already. Free variables that are closures are
  // of groups made before, and so not lifted: no transfers to record for them.
  void hand_on(const Name& name, const Transfer& transfer, std::map<FuncId, std::vector<ValueId>>& passed) {
    auto& f = p_.functions[name.func];
    const std::vector<ValueId> mine = passed[name.func];
    if (transfer.closure == none) {
      auto& term = f.blocks[transfer.block].term;
      auto& body = p_.functions[term.func];
      term.args[transfer.index] = mine[0];
      term.args.insert(term.args.end(), mine.begin() + 1, mine.end());
      std::vector<ValueId> theirs{body.params[transfer.index]};
      for (std::size_t k = 1; k < mine.size(); ++k) theirs.push_back(add_param(body, none));
      passed.try_emplace(term.func, std::move(theirs));
      return;
    }
    std::vector<ValueId> args(f.args(transfer.closure).begin(), f.args(transfer.closure).end());
    const auto base = static_cast<std::uint32_t>(args.size());
    args[transfer.index] = mine[0];
    args.insert(args.end(), mine.begin() + 1, mine.end());
    f.set_args(transfer.closure, args);
    for (const FuncId member : p_.groups[f.nodes[transfer.closure].imm]) {
      auto& receiver = p_.functions[member];
      receiver.captures = static_cast<std::uint32_t>(args.size());
      if (passed.count(member) != 0) continue;
      const auto& known = uses_[member].captures;
      const auto own = std::find_if(known.begin(), known.end(), [&](ValueId c) { return receiver.nodes[c].imm == transfer.index; });
      if (own == known.end()) continue;
      std::vector<ValueId> theirs{*own};
      for (std::uint32_t k = 1; k < mine.size(); ++k) {
        theirs.push_back(receiver.add(0, Opcode::capture, base + k - 1, {}, receiver.pc));
        receiver.blocks[0].body.insert(receiver.blocks[0].body.begin(), theirs.back());
      }
      uses_[member].captures.insert(uses_[member].captures.end(), theirs.begin() + 1, theirs.end());
      passed[member] = std::move(theirs);
    }
  }

  void rewrite_calls(FuncId id) {
    const auto& names = lifted_[id];
    if (names.empty()) return;
    auto& f = p_.functions[id];
    const ValueId zero = f.add(0, Opcode::integer, 0, {}, f.pc);
    f.blocks[0].body.insert(f.blocks[0].body.begin(), zero);
    for (auto& block : f.blocks) {
      for (const ValueId v : block.body) {
        if (f.nodes[v].op != Opcode::call_known) continue;
        std::vector<ValueId> args(f.args(v).begin(), f.args(v).end());
        const auto found = names.find(args[0]);
        if (found == names.end()) continue;
        args[0] = zero;
        args.insert(args.end(), found->second.begin(), found->second.end());
        f.set_args(v, args);
      }
      if (block.term.kind != TermKind::tail_known || block.term.value == none) continue;
      const auto found = names.find(block.term.value);
      if (found == names.end()) continue;
      block.term.args.insert(block.term.args.end(), found->second.begin(), found->second.end());
      block.term.value = none;
    }
  }

  Program& p_;
  std::vector<FunctionUses> uses_;
  std::vector<Name> made_;                 // by group: the maker and its closure node
  std::vector<std::uint32_t> count_;       // by group: closure nodes
  std::vector<std::map<ValueId, std::vector<ValueId>>> lifted_; // by function: name -> free variables
};

} // namespace

void lift_closures(Program& program) { Lift(program).run(); }

} // namespace loo
