#include "ir/function_builder.h"

#include <algorithm>

namespace loo {

FunctionBuilder::FunctionBuilder(BuildState& state, FuncId func, const Region& region, Cells& cells)
    : state_(state), func_(func), region_(region), cells_(cells), entries_(region.blocks.size()) {
  f().blocks.resize(region.blocks.size() + 1); // block 0 is the entry, region block i is block i + 1
  if (!state.program.allocations || f().kind != FunctionKind::unit_main) return;
  in_loop_.resize(f().blocks.size());
  for (std::uint32_t from = 0; from < region.blocks.size(); ++from)
    for (const std::uint32_t to : region.blocks[from].successors)
      for (std::uint32_t b = to; b <= from; ++b) in_loop_[b + 1] = true;
}

void FunctionBuilder::fail(std::string message) {
  if (!error_) error_ = Diagnostic{ErrorKind::input, {"", "CODE", std::uint64_t{pc_} * 4}, std::move(message)};
}

ValueId FunctionBuilder::emit(Opcode op, std::uint32_t imm, std::span<const ValueId> operands) {
  const ValueId v = f().add(block_, op, imm, operands, pc_);
  f().blocks[block_].body.push_back(v);
  return v;
}

// -- the stack

void FunctionBuilder::push(ValueId v) {
  if (cells_.has(stack_.size()) && v != none) {
    v = emit(Opcode::make_block, 0, {v});
    f().nodes[v].pc = none;
  }
  stack_.push_back(v);
}

ValueId FunctionBuilder::peek(std::size_t k) {
  if (k >= stack_.size() || stack_[stack_.size() - 1 - k] == none) {
    fail("the stack holds no value there");
    return accu_;
  }
  const std::size_t position = stack_.size() - 1 - k;
  return cells_.has(position) ? emit(Opcode::field, 0, {stack_[position]}) : stack_[position];
}

void FunctionBuilder::pop(std::size_t n) {
  const std::size_t floor = base_depth_;
  if (n > stack_.size() || stack_.size() - n < floor) return fail("stack underflow");
  stack_.resize(stack_.size() - n);
}

std::vector<ValueId> FunctionBuilder::take(std::size_t n) {
  std::vector<ValueId> values;
  if (n > stack_.size()) { fail("stack underflow"); return values; }
  values.reserve(n);
  for (std::size_t k = 0; k < n; ++k) values.push_back(peek(k));
  pop(n);
  return values;
}

void FunctionBuilder::assign(std::size_t k, ValueId v) {
  if (k >= stack_.size()) return fail("stack underflow");
  const std::size_t position = stack_.size() - 1 - k;
  if (stack_[position] == none) return fail("assignment to a slot that holds no value");
  if (position < base_depth_ && !cells_.has(position)) cells_.add(position);
  if (cells_.has(position)) emit(Opcode::set_field, 0, {stack_[position], v});
  else stack_[position] = v;
}

// -- free variables

ValueId FunctionBuilder::inherit(bool is_sibling, std::uint32_t index) {
  inherited_.push_back({is_sibling, index});
  const auto position = static_cast<std::uint32_t>(f().params.size());
  const ValueId v = f().add(0, Opcode::param, position, {}, f().pc);
  f().params.push_back(v);
  return v;
}

ValueId FunctionBuilder::capture(std::uint32_t index) {
  if (captures_.size() <= index) captures_.resize(index + 1, none);
  if (captures_[index] == none) {
    if (f().kind == FunctionKind::try_body) captures_[index] = inherit(false, index);
    else {
      captures_[index] = f().add(0, Opcode::capture, index, {}, f().pc);
      f().blocks[0].body.push_back(captures_[index]);
    }
  }
  return captures_[index];
}

ValueId FunctionBuilder::sibling(std::int32_t offset) {
  // Try bodies have the group and member of the function around them.
  const auto& function = f();
  if (function.group == none) { fail("a closure is used outside of a function"); return accu_; }
  const std::int64_t wanted = static_cast<std::int64_t>(function.member) + offset;
  if (wanted < 0 || wanted >= static_cast<std::int64_t>(state_.program.groups[function.group].size())) {
    fail("a closure outside of its group is used");
    return accu_;
  }
  const auto member = static_cast<std::uint32_t>(wanted);
  if (siblings_.size() <= member) siblings_.resize(member + 1, none);
  if (siblings_[member] == none) {
    if (function.kind == FunctionKind::try_body) siblings_[member] = inherit(true, member);
    else {
      siblings_[member] = f().add(0, Opcode::sibling, member, {}, f().pc);
      f().blocks[0].body.push_back(siblings_[member]);
    }
  }
  return siblings_[member];
}

// -- blocks

std::optional<Diagnostic> FunctionBuilder::build() {
  block_ = 0;
  pc_ = f().pc;
  const std::uint32_t arity = f().arity;
  std::vector<ValueId> params;
  for (std::uint32_t i = 0; i < arity; ++i) params.push_back(f().add(0, Opcode::param, i, {}, pc_));
  f().params = params;
  for (std::uint32_t i = arity; i-- > 0;) push(params[i]); // the first argument is on top
  accu_ = integer(0);
  return run_blocks();
}

std::optional<Diagnostic> FunctionBuilder::build_try_body(const std::vector<ValueId>& stack) {
  block_ = 0;
  pc_ = f().pc;
  for (const ValueId v : stack) {
    if (v == none) { stack_.push_back(none); continue; }
    const auto position = static_cast<std::uint32_t>(f().params.size());
    const ValueId param = f().add(0, Opcode::param, position, {}, pc_);
    f().params.push_back(param);
    stack_.push_back(param);
  }
  for (int i = 0; i < 4; ++i) stack_.push_back(none); // the trap's frame
  base_depth_ = stack_.size();
  accu_ = integer(0);
  return run_blocks();
}

std::optional<Diagnostic> FunctionBuilder::run_blocks() {
  // Captures are added to block 0 at any time: its terminator is set first.
  Terminator jump;
  jump.kind = TermKind::jump;
  if (region_.blocks.empty()) { // a unit without code
    leave(TermKind::return_, integer(0));
    return error_;
  }
  const bool looped = region_.blocks[0].predecessors > 0;
  if (looped) {
    jump.edges.push_back(flow(0));
  } else {
    entries_[0].reached = true;
    entries_[0].stack = stack_;
    entries_[0].accu = accu_;
    jump.edges.push_back({1, {}});
  }
  f().blocks[0].term = std::move(jump);
  for (std::uint32_t i = 0; i < region_.blocks.size() && !error_; ++i) {
    block_ = i + 1;
    stack_ = entries_[i].merged ? entries_[i].stack : std::move(entries_[i].stack);
    accu_ = entries_[i].accu;
    translate(region_.blocks[i]);
  }
  return error_;
}

Edge FunctionBuilder::flow(std::uint32_t successor, ValueId accu) {
  Entry& entry = entries_[successor];
  Edge edge{successor + 1, {}};
  const bool merge = region_.blocks[successor].predecessors + (successor == 0 ? 1U : 0U) > 1;
  if (!merge) {
    entry.reached = true;
    entry.stack = stack_;
    entry.accu = accu;
    return edge;
  }
  if (!entry.reached) {
    entry.reached = entry.merged = true;
    entry.stack.assign(stack_.size(), none);
    for (std::uint32_t slot = 0; slot <= stack_.size(); ++slot) {
      if (slot < stack_.size() && stack_[slot] == none) continue;
      const ValueId param = f().add(successor + 1, Opcode::block_param, 0, {}, region_.blocks[successor].begin);
      f().blocks[successor + 1].params.push_back(param);
      entry.slots.push_back(slot);
      (slot < stack_.size() ? entry.stack[slot] : entry.accu) = param;
    }
  }
  if (entry.stack.size() != stack_.size()) { fail("paths of different stack depth meet"); return edge; }
  edge.args.reserve(entry.slots.size());
  for (const std::uint32_t slot : entry.slots) {
    const ValueId v = slot == stack_.size() ? accu : stack_[slot];
    if (v == none) { fail("paths with different stacks meet"); return edge; }
    edge.args.push_back(v);
  }
  return edge;
}

void FunctionBuilder::leave(TermKind kind, ValueId value) {
  auto& term = f().blocks[block_].term;
  term.kind = kind;
  term.value = value;
  term.pc = pc_;
}

void FunctionBuilder::connect_fallthrough(const RegionBlock& block) {
  if (block.successors.empty()) return leave(TermKind::return_, integer(0)); // the unit's end
  auto edge = flow(block.successors[0]);
  auto& term = f().blocks[block_].term;
  term.kind = TermKind::jump;
  term.edges.push_back(std::move(edge));
}

void FunctionBuilder::translate(const RegionBlock& block) {
  const auto& code = state_.image.code;
  pc_ = block.begin;
  for (;;) {
    const auto op = static_cast<Op>(code[pc_]);
    const Plain plain = plain_form(op);
    const std::uint32_t next = pc_ + instruction_size(code, pc_);
    const std::int32_t operand =
        plain.implied ? plain.operand : (opcode_info(op).shape == OperandShape::no_operands ? 0 : code[pc_ + 1]);
    if (plain.push) push(accu_);
    const bool simple = translate_simple(plain, operand);
    if (error_) return;
    if (!simple) return translate_terminator(block, plain, operand);
    if (next >= block.end) return connect_fallthrough(block);
    pc_ = next;
  }
}

} // namespace loo
