#include "optimize/statics.h"

#include "ir/cfg.h"

#include <map>
#include <optional>

namespace loo {

namespace {

struct StaticValue {
  Opcode op;
  std::uint32_t imm;
};

class Statics {
public:
  explicit Statics(Program& program) : p_(program) {}

  void run() {
    for (std::uint32_t i = 0; i < p_.items.size(); ++i) items_.emplace(std::pair{p_.items[i].main, p_.items[i].value}, i);
    scan();
    for (FuncId id = 0; id < p_.functions.size(); ++id) {
      in_loop_.clear();
      if (p_.functions[id].kind == FunctionKind::unit_main) in_loop_ = blocks_in_loops(p_.functions[id]);
      visit(id);
    }
  }

private:
  struct UnitBlock {
    FuncId main = none;
    ValueId block = none;
    std::uint32_t stores = 0;
  };

  void scan() {
    unit_blocks_.resize(p_.globals.size());
    created_.assign(p_.groups.size(), 0);
    static_captures_.resize(p_.groups.size());
    for (FuncId id = 0; id < p_.functions.size(); ++id) {
      const auto& f = p_.functions[id];
      for (const auto& block : f.blocks) {
        for (const ValueId v : block.body) {
          const Node& node = f.nodes[v];
          if (node.op == Opcode::closure) created_[node.imm]++;
          if (node.op != Opcode::set_global) continue;
          auto& unit = unit_blocks_[node.imm];
          unit.stores++;
          unit.main = f.kind == FunctionKind::unit_main ? id : none;
          unit.block = f.args(v)[0];
        }
      }
    }
  }

  std::uint32_t item(FuncId main, ValueId value) {
    const auto [at, fresh] = items_.try_emplace({main, value}, static_cast<std::uint32_t>(p_.items.size()));
    if (fresh) p_.items.push_back({main, value});
    return at->second;
  }

  // The value of `v` in function `id` as a constant of the program, if it is one.
  std::optional<StaticValue> static_value(FuncId id, ValueId v) {
    const auto& f = p_.functions[id];
    const Node& node = f.nodes[v];
    switch (node.op) {
    case Opcode::integer: case Opcode::literal: case Opcode::function: case Opcode::item: case Opcode::atom:
    case Opcode::global:
      return StaticValue{node.op, node.imm};
    default: break;
    }
    if (f.kind != FunctionKind::unit_main || in_loop_[node.block]) return std::nullopt;
    return StaticValue{Opcode::item, item(id, v)};
  }

  void become(Function& f, ValueId v, StaticValue value) {
    f.nodes[v].op = value.op;
    f.nodes[v].imm = value.imm;
    f.nodes[v].count = 0;
    f.nodes[v].effect = Effect::pure;
  }

  void visit(FuncId id) {
    auto& f = p_.functions[id];
    const bool fixed = f.group != none && static_captures_[f.group].has_value();
    for (auto& block : f.blocks) {
      for (const ValueId v : block.body) {
        const Node node = f.nodes[v];
        switch (node.op) {
        case Opcode::capture:
          if (fixed) become(f, v, (*static_captures_[f.group])[node.imm]);
          break;
        case Opcode::sibling:
          if (fixed) become(f, v, {Opcode::function, p_.groups[f.group][node.imm]});
          break;
        case Opcode::global: literal_global(f, v); break;
        case Opcode::field: unit_field(f, v); break;
        case Opcode::closure: closure(id, v); break;
        case Opcode::member: {
          const Node& made = f.nodes[f.args(v)[0]];
          if (made.op == Opcode::closure && static_captures_[made.imm])
            become(f, v, {Opcode::function, p_.groups[made.imm][node.imm]});
          break;
        }
        default: break;
        }
      }
      if (block.term.kind == TermKind::try_) try_params(id, block.term);
    }
  }

  // A slot that no code sets holds a constant of the DATA section.
  void literal_global(Function& f, ValueId v) {
    const std::uint32_t slot = f.nodes[v].imm;
    if (unit_blocks_[slot].stores > 0 || slot < 12) return;
    const Constant& constant = p_.constants[p_.globals[slot]];
    const bool small = constant.kind == Constant::Kind::integer && constant.integer >= -0x40000000 &&
                       constant.integer < 0x40000000;
    if (small) become(f, v, {Opcode::integer, static_cast<std::uint32_t>(constant.integer)});
    else become(f, v, {Opcode::literal, p_.globals[slot]});
  }

  void unit_field(Function& f, ValueId v) {
    const Node& base = f.nodes[f.args(v)[0]];
    if (base.op != Opcode::global) return;
    const auto& unit = unit_blocks_[base.imm];
    if (unit.stores != 1 || unit.main == none) return;
    const auto& main = p_.functions[unit.main];
    const Node& made = main.nodes[unit.block];
    if (made.op != Opcode::make_block || f.nodes[v].imm >= made.count) return;
    const ValueId value = main.args(unit.block)[f.nodes[v].imm];
    const auto saved = std::move(in_loop_);
    in_loop_.assign(main.blocks.size(), false); // the block itself is made once, so are its fields
    const auto known = static_value(unit.main, value);
    in_loop_ = saved;
    if (known && &main != &f) become(f, v, *known);
  }

  void closure(FuncId id, ValueId v) {
    auto& f = p_.functions[id];
    const std::uint32_t group = f.nodes[v].imm;
    if (created_[group] != 1 && f.nodes[v].count > 0) return;
    std::vector<StaticValue> values;
    // Members of a group in the main code are items only when all captures are static.
    for (const ValueId a : f.args(v)) {
      const auto value = static_value(id, a);
      if (!value) return;
      values.push_back(*value);
    }
    static_captures_[group] = std::move(values);
    for (const FuncId member : p_.groups[group]) p_.functions[member].captures = 0;
    f.nodes[v].count = 0;
    if (p_.groups[group].size() == 1) become(f, v, {Opcode::function, p_.groups[group][0]});
  }

  // Parameters of a try body that always get one constant.
  void try_params(FuncId id, Terminator& term) {
    auto& body = p_.functions[term.func];
    std::vector<ValueId> args, params;
    for (std::size_t i = 0; i < term.args.size(); ++i) {
      if (const auto value = static_value(id, term.args[i])) {
        become(body, body.params[i], *value);
        body.blocks[0].body.insert(body.blocks[0].body.begin(), body.params[i]);
        continue;
      }
      body.nodes[body.params[i]].imm = static_cast<std::uint32_t>(params.size());
      params.push_back(body.params[i]);
      args.push_back(term.args[i]);
    }
    body.params = std::move(params);
    term.args = std::move(args);
  }

  Program& p_;
  std::vector<UnitBlock> unit_blocks_;
  std::vector<std::uint32_t> created_;
  std::vector<std::optional<std::vector<StaticValue>>> static_captures_;
  std::map<std::pair<FuncId, ValueId>, std::uint32_t> items_;
  std::vector<bool> in_loop_;
};

} // namespace

void resolve_statics(Program& program) { Statics(program).run(); }

} // namespace loo
