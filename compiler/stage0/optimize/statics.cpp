#include "optimize/statics.h"

#include "bytecode/symbols.h"
#include "ir/cfg.h"

#include <iterator>

namespace loo {

Statics::Statics(Program& program) : p_(program), unit_blocks_(program.globals.size()) {
  for (std::uint32_t i = 0; i < p_.items.size(); ++i) items_.emplace(std::pair{p_.items[i].main, p_.items[i].value}, i);
  for (const auto& unit : p_.units) {
    const auto& f = p_.functions[unit.main];
    for (const auto& block : f.blocks) {
      for (const ValueId v : block.body) {
        if (f.nodes[v].op != Opcode::set_global) continue;
        auto& global = unit_blocks_[f.nodes[v].imm];
        global.stores++;
        global.main = unit.main;
        global.block = f.args(v)[0];
      }
    }
  }
}

void Statics::visit(FuncId id) {
  auto& f = p_.functions[id];
  in_loop_.clear();
  if (f.kind == FunctionKind::unit_main) in_loop_ = blocks_in_loops(f);
  if (static_captures_.size() < p_.groups.size()) static_captures_.resize(p_.groups.size());
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
  if (fixed) f.captures = 0;
}

std::uint32_t Statics::item(FuncId main, ValueId value) {
  const auto [at, fresh] = items_.try_emplace({main, value}, static_cast<std::uint32_t>(p_.items.size()));
  if (fresh) p_.items.push_back({main, value});
  return at->second;
}

// The value of `v` in function `id` as a constant of the program, if it is one.
std::optional<Statics::StaticValue> Statics::static_value(FuncId id, ValueId v) {
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

void Statics::become(Function& f, ValueId v, StaticValue value) {
  f.nodes[v].op = value.op;
  f.nodes[v].imm = value.imm;
  f.nodes[v].count = 0;
  f.nodes[v].effect = Effect::pure;
}

// A slot that no code sets holds a constant of the DATA section.
void Statics::literal_global(Function& f, ValueId v) {
  const std::uint32_t slot = f.nodes[v].imm;
  if (p_.open() && p_.imported[slot]) return;
  if (unit_blocks_[slot].stores > 0 || slot < std::size(predefined_exceptions)) return;
  const Constant& constant = p_.constants[p_.globals[slot]];
  const bool small = constant.kind == Constant::Kind::integer && constant.integer >= -0x40000000 &&
                     constant.integer < 0x40000000;
  if (small) become(f, v, {Opcode::integer, static_cast<std::uint32_t>(constant.integer)});
  else become(f, v, {Opcode::literal, p_.globals[slot]});
}

void Statics::unit_field(Function& f, ValueId v) {
  const Node& base = f.nodes[f.args(v)[0]];
  if (base.op != Opcode::global) return;
  const auto& unit = unit_blocks_[base.imm];
  if (unit.stores != 1) return;
  const auto& main = p_.functions[unit.main];
  const Node& made = main.nodes[unit.block];
  if (&main == &f || made.op != Opcode::make_block || f.nodes[v].imm >= made.count) return;
  const ValueId value = main.args(unit.block)[f.nodes[v].imm];
  auto saved = std::move(in_loop_);
  in_loop_.assign(main.blocks.size(), false); // the block itself is made once, so are its fields
  const auto known = static_value(unit.main, value);
  in_loop_ = std::move(saved);
  if (known) become(f, v, *known);
}

void Statics::closure(FuncId id, ValueId v) {
  auto& f = p_.functions[id];
  const std::uint32_t group = f.nodes[v].imm;
  if (!p_.made_once[group] && f.nodes[v].count > 0) return;
  std::vector<StaticValue> values;
  // Members of a group in the main code are items only when all captures are static.
  for (const ValueId a : f.args(v)) {
    const auto value = static_value(id, a);
    if (!value) return;
    values.push_back(*value);
  }
  static_captures_[group] = std::move(values);
  f.nodes[v].count = 0;
  if (p_.groups[group].size() == 1) become(f, v, {Opcode::function, p_.groups[group][0]});
}

// Parameters of a try body that always get one constant.
void Statics::try_params(FuncId id, Terminator& term) {
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

} // namespace loo
