// The instructions, one by one (runtime/interp.c of OCaml tells what each does).
#include "ir/function_builder.h"

namespace loo {

namespace {

// Arithmetic and comparisons that take the accumulator and one slot.
bool binary_opcode(Op op, Opcode& result) {
  switch (op) {
  case Op::ADDINT: result = Opcode::add; return true;
  case Op::SUBINT: result = Opcode::sub; return true;
  case Op::MULINT: result = Opcode::mul; return true;
  case Op::DIVINT: result = Opcode::div; return true;
  case Op::MODINT: result = Opcode::mod; return true;
  case Op::ANDINT: result = Opcode::and_; return true;
  case Op::ORINT: result = Opcode::or_; return true;
  case Op::XORINT: result = Opcode::xor_; return true;
  case Op::LSLINT: result = Opcode::shl; return true;
  case Op::LSRINT: result = Opcode::shr; return true;
  case Op::ASRINT: result = Opcode::sar; return true;
  case Op::EQ: result = Opcode::eq; return true;
  case Op::NEQ: result = Opcode::ne; return true;
  case Op::LTINT: result = Opcode::lt; return true;
  case Op::LEINT: result = Opcode::le; return true;
  case Op::GTINT: result = Opcode::gt; return true;
  case Op::GEINT: result = Opcode::ge; return true;
  case Op::ULTINT: result = Opcode::ult; return true;
  case Op::UGEINT: result = Opcode::uge; return true;
  default: return false;
  }
}

// Conditional branches that compare a constant with the accumulator.
bool branch_opcode(Op op, Opcode& result) {
  switch (op) {
  case Op::BEQ: result = Opcode::eq; return true;
  case Op::BNEQ: result = Opcode::ne; return true;
  case Op::BLTINT: result = Opcode::lt; return true;
  case Op::BLEINT: result = Opcode::le; return true;
  case Op::BGTINT: result = Opcode::gt; return true;
  case Op::BGEINT: result = Opcode::ge; return true;
  case Op::BULTINT: result = Opcode::ult; return true;
  case Op::BUGEINT: result = Opcode::uge; return true;
  default: return false;
  }
}

std::uint32_t primitive_named(Program& program, const char* name) {
  for (std::uint32_t i = 0; i < program.primitives.size(); ++i)
    if (program.primitives[i].name == name) return i;
  PrimitiveUse use;
  use.name = name;
  program.primitives.push_back(std::move(use));
  return static_cast<std::uint32_t>(program.primitives.size() - 1);
}

} // namespace

ValueId FunctionBuilder::primitive(std::uint32_t number, std::span<const ValueId> operands) {
  const auto& use = state_.program.primitives[number];
  if (use.arity != 0 && use.arity != operands.size())
    fail("`" + use.name + "` is called with " + std::to_string(operands.size()) + " arguments instead of " + std::to_string(use.arity));
  // Of units by themselves nobody knows whether they are asked.
  if (use.asks && !state_.program.open()) state_.program.asks = true;
  const ValueId v = emit(Opcode::c_call, number, operands);
  f().nodes[v].effect = use.effect;
  return v;
}

// What a unit's main code makes once may go, as ever: a unit's own block holds all that others may use.
ValueId FunctionBuilder::allocate(Opcode op, std::uint32_t imm, std::span<const ValueId> operands) {
  const ValueId v = emit(op, imm, operands);
  if (state_.program.allocations && (f().kind != FunctionKind::unit_main || in_loop_[block_]))
    f().nodes[v].effect = Effect::effect;
  return v;
}

void FunctionBuilder::translate_binary(Opcode op) {
  const auto right = take(1);
  if (!error_) accu_ = emit(op, 0, {accu_, right[0]});
}

bool FunctionBuilder::translate_simple(const Plain& plain, std::int32_t operand) {
  const auto& code = state_.image.code;
  const auto n = static_cast<std::uint32_t>(operand);
  // Values that follow each other: the accumulator, then the top of the stack.
  const auto accu_and = [&](std::uint32_t count) {
    std::vector<ValueId> values{accu_};
    const auto rest = take(count);
    values.insert(values.end(), rest.begin(), rest.end());
    return values;
  };
  Opcode binary{};
  if (binary_opcode(plain.op, binary)) { translate_binary(binary); return true; }
  switch (plain.op) {
  case Op::ACC: accu_ = peek(n); return true;
  case Op::PUSH: push(accu_); return true;
  case Op::POP: pop(n); return true;
  case Op::ASSIGN: assign(n, accu_); accu_ = integer(0); return true;
  case Op::ENVACC: {
    const bool wide = state_.image.version.at_least(magic_4_12);
    const auto members = static_cast<std::int64_t>(f().group == none ? 1 : state_.program.groups[f().group].size());
    const std::int64_t step = wide ? 3 : 2;
    const std::int64_t index = operand - (step * members - 1) + step * static_cast<std::int64_t>(f().member);
    if (f().group == none || index < 0 || index >= static_cast<std::int64_t>(f().captures)) {
      fail("a free variable that the closure does not have");
      return true;
    }
    accu_ = capture(static_cast<std::uint32_t>(index));
    return true;
  }
  case Op::OFFSETCLOSURE: {
    const int step = state_.image.version.at_least(magic_4_12) ? 3 : 2;
    accu_ = sibling(plain.implied ? operand : operand / step);
    return true;
  }
  case Op::PUSH_RETADDR:
    for (int i = 0; i < 3; ++i) stack_.push_back(none);
    return true;
  case Op::APPLY: apply(n, true); return true;
  case Op::APPLY1: apply(n, false); return true;
  case Op::RESTART: case Op::GRAB: case Op::CHECK_SIGNALS: case Op::EVENT: return true;
  case Op::CLOSURE: translate_closure(); return true;
  case Op::CLOSUREREC: translate_closurerec(); return true;
  case Op::GETGLOBAL: accu_ = emit(Opcode::global, n, {}); return true;
  case Op::GETGLOBALFIELD: {
    const ValueId global = emit(Opcode::global, n, {});
    accu_ = emit(Opcode::field, static_cast<std::uint32_t>(code[pc_ + 2]), {global});
    return true;
  }
  case Op::SETGLOBAL: emit(Opcode::set_global, n, {accu_}); accu_ = integer(0); return true;
  case Op::ATOM: accu_ = emit(Opcode::atom, n, {}); return true;
  case Op::MAKEBLOCK: accu_ = allocate(Opcode::make_block, static_cast<std::uint32_t>(code[pc_ + 2]), accu_and(n - 1)); return true;
  case Op::MAKEBLOCK1: accu_ = allocate(Opcode::make_block, static_cast<std::uint32_t>(code[pc_ + 1]), accu_and(n - 1)); return true;
  case Op::MAKEFLOATBLOCK: accu_ = allocate(Opcode::make_floats, 0, accu_and(n - 1)); return true;
  case Op::GETFIELD: accu_ = emit(Opcode::field, n, {accu_}); return true;
  case Op::GETFLOATFIELD: accu_ = emit(Opcode::float_field, n, {accu_}); return true;
  case Op::SETFIELD: case Op::SETFLOATFIELD: {
    const auto op = plain.op == Op::SETFIELD ? Opcode::set_field : Opcode::set_float_field;
    const auto values = accu_and(1);
    if (error_) return true;
    emit(op, n, values);
    accu_ = integer(0);
    return true;
  }
  case Op::OFFSETREF: emit(Opcode::offset_ref, n, {accu_}); accu_ = integer(0); return true;
  case Op::VECTLENGTH: accu_ = emit(Opcode::length, 0, {accu_}); return true;
  case Op::GETVECTITEM: accu_ = emit(Opcode::get_item, 0, accu_and(1)); return true;
  case Op::GETBYTESCHAR: accu_ = emit(Opcode::get_byte, 0, accu_and(1)); return true;
  case Op::GETSTRINGCHAR: accu_ = emit(Opcode::get_char, 0, accu_and(1)); return true;
  case Op::SETVECTITEM: emit(Opcode::set_item, 0, accu_and(2)); accu_ = integer(0); return true;
  case Op::SETBYTESCHAR: emit(Opcode::set_byte, 0, accu_and(2)); accu_ = integer(0); return true;
  case Op::BOOLNOT: accu_ = emit(Opcode::not_, 0, {accu_}); return true;
  case Op::ISINT: accu_ = emit(Opcode::is_int, 0, {accu_}); return true;
  case Op::CONSTINT: accu_ = integer(operand); return true;
  case Op::NEGINT: accu_ = emit(Opcode::neg, 0, {accu_}); return true;
  case Op::OFFSETINT: accu_ = emit(Opcode::add, 0, {accu_, integer(operand)}); return true;
  case Op::C_CALL1: {
    const auto values = accu_and(n - 1);
    if (!error_) accu_ = primitive(static_cast<std::uint32_t>(code[pc_ + 1]), values);
    return true;
  }
  case Op::C_CALLN: {
    const auto values = accu_and(n - 1);
    if (!error_) accu_ = primitive(static_cast<std::uint32_t>(code[pc_ + 2]), values);
    return true;
  }
  case Op::GETMETHOD: accu_ = emit(Opcode::get_method, 0, {peek(0), accu_}); return true;
  case Op::GETPUBMET: {
    const ValueId tag = integer(operand);
    const ValueId object = accu_;
    push(object);
    accu_ = emit(Opcode::get_public_method, 0, {object, tag});
    return true;
  }
  case Op::GETDYNMET: accu_ = emit(Opcode::get_public_method, 0, {peek(0), accu_}); return true;
  case Op::PERFORM: accu_ = emit(Opcode::c_call, primitive_named(state_.program, "%perform"), {accu_}); return true;
  case Op::RESUME: {
    const auto values = accu_and(state_.image.version.at_least(magic_5_2) ? 3 : 2);
    if (!error_) accu_ = emit(Opcode::c_call, primitive_named(state_.program, "%resume"), values);
    return true;
  }
  default: return false;
  }
}

void FunctionBuilder::apply(std::uint32_t count, bool framed) {
  std::vector<ValueId> operands{accu_};
  const auto args = take(count);
  if (error_) return;
  operands.insert(operands.end(), args.begin(), args.end());
  if (framed) {
    for (std::size_t k = 0; k < 3; ++k)
      if (k >= stack_.size() || stack_[stack_.size() - 1 - k] != none) return fail("`APPLY` without `PUSH_RETADDR`");
    pop(3);
    if (error_) return;
  }
  accu_ = emit(Opcode::call, 0, operands);
}

void FunctionBuilder::tail_apply(std::uint32_t count) {
  const auto args = take(count);
  auto& term = f().blocks[block_].term;
  term.kind = TermKind::tail_call;
  term.value = accu_;
  term.args = args;
  term.pc = pc_;
}

// -- closures

std::uint32_t FunctionBuilder::group_for(const std::vector<std::uint32_t>& entries, std::uint32_t captures) {
  auto& program = state_.program;
  const auto known = state_.group_at.find(entries[0]);
  if (known != state_.group_at.end()) {
    program.made_once[known->second] = false;
    const auto& group = program.groups[known->second];
    bool same = group.size() == entries.size();
    for (std::size_t i = 0; same && i < group.size(); ++i) {
      const auto& function = program.functions[group[i]];
      same = function.pc == entries[i] && function.captures == captures;
    }
    if (same) return known->second;
    fail("one piece of code serves different closures");
    return 0;
  }
  const auto id = static_cast<std::uint32_t>(program.groups.size());
  std::vector<FuncId> members;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    Function function;
    function.kind = FunctionKind::closure;
    function.unit = f().unit;
    function.pc = entries[i];
    function.captures = captures;
    function.group = id;
    function.member = i;
    members.push_back(static_cast<FuncId>(program.functions.size()));
    program.functions.push_back(std::move(function)); // invalidates f()'s reference, not its id
  }
  program.groups.push_back(std::move(members));
  program.made_once.push_back(state_.makers[entries[0]] == 1);
  state_.group_at.emplace(entries[0], id);
  return id;
}

void FunctionBuilder::translate_closure() {
  const auto& code = state_.image.code;
  const auto captures = static_cast<std::uint32_t>(code[pc_ + 1]);
  const std::uint32_t entry = pc_ + 2 + static_cast<std::uint32_t>(code[pc_ + 2]);
  std::vector<ValueId> values;
  if (captures > 0) {
    values.push_back(accu_);
    const auto rest = take(captures - 1);
    values.insert(values.end(), rest.begin(), rest.end());
  }
  if (error_) return;
  const std::uint32_t group = group_for({entry}, captures);
  if (!error_) accu_ = emit(Opcode::closure, group, values);
}

void FunctionBuilder::translate_closurerec() {
  const auto& code = state_.image.code;
  const auto functions = static_cast<std::uint32_t>(code[pc_ + 1]);
  const auto captures = static_cast<std::uint32_t>(code[pc_ + 2]);
  std::vector<ValueId> values;
  if (captures > 0) {
    values.push_back(accu_);
    const auto rest = take(captures - 1);
    values.insert(values.end(), rest.begin(), rest.end());
  }
  std::vector<std::uint32_t> entries;
  for (std::uint32_t i = 0; i < functions; ++i)
    entries.push_back(pc_ + 3 + static_cast<std::uint32_t>(code[pc_ + 3 + i]));
  if (error_) return;
  const std::uint32_t group = group_for(entries, captures);
  if (error_) return;
  const ValueId closure = emit(Opcode::closure, group, values);
  accu_ = closure;
  for (std::uint32_t i = 0; i < functions; ++i) {
    const ValueId member = functions == 1 ? closure : emit(Opcode::member, i, {closure});
    if (i == 0) accu_ = member;
    push(member);
  }
}

// -- instructions that end a block

void FunctionBuilder::translate_terminator(const RegionBlock& block, const Plain& plain, std::int32_t operand) {
  Opcode compare{};
  switch (plain.op) {
  case Op::BRANCH: return connect_fallthrough(block);
  case Op::BRANCHIF: case Op::BRANCHIFNOT: return translate_branch(block, plain.op, operand);
  case Op::SWITCH: return translate_switch(block);
  case Op::PUSHTRAP: return translate_try(block);
  case Op::STOP: return leave(TermKind::return_, accu_);
  case Op::RETURN:
    if (f().kind == FunctionKind::try_body) return fail("`RETURN` inside of an exception handler");
    return leave(TermKind::return_, accu_);
  case Op::APPTERM: case Op::APPTERM1:
    if (f().kind == FunctionKind::try_body) return fail("tail call inside of an exception handler");
    return tail_apply(static_cast<std::uint32_t>(operand));
  case Op::RAISE: case Op::RERAISE: case Op::RAISE_NOTRACE:
    if (state_.program.backtraces && plain.op != Op::RAISE_NOTRACE)
      emit(Opcode::c_call, primitive_named(state_.program, plain.op == Op::RAISE ? "%stash" : "%restash"), {accu_});
    if (f().kind == FunctionKind::try_body) {
      leave(TermKind::exit, accu_);
      f().blocks[block_].term.exit_index = static_cast<std::uint32_t>(region_.exits.size());
      return;
    }
    return leave(TermKind::raise, accu_);
  case Op::POPTRAP: {
    if (stack_.size() != base_depth_) return fail("`POPTRAP` at another depth than its `PUSHTRAP`");
    const std::uint32_t next = pc_ + 1;
    std::uint32_t index = 0;
    while (region_.exits[index] != next) ++index;
    leave(TermKind::exit, accu_);
    f().blocks[block_].term.exit_index = index;
    return;
  }
  case Op::RESUMETERM: case Op::REPERFORMTERM: {
    const bool resume = plain.op == Op::RESUMETERM;
    std::vector<ValueId> values{accu_};
    const auto rest = take(resume ? (state_.image.version.at_least(magic_5_2) ? 3U : 2U) : 2U);
    if (error_) return;
    values.insert(values.end(), rest.begin(), rest.end());
    return leave(TermKind::return_,
                 emit(Opcode::c_call, primitive_named(state_.program, resume ? "%resume" : "%reperform"), values));
  }
  default:
    if (branch_opcode(plain.op, compare)) return translate_branch(block, plain.op, operand);
    fail("an instruction that no compiler emits here");
  }
}

void FunctionBuilder::translate_branch(const RegionBlock& block, Op op, std::int32_t operand) {
  if (block.successors.size() < 2) return fail("a branch out of the unit");
  Opcode compare{};
  ValueId condition = accu_;
  // BLTINT n: taken when n < accu; the constant is the left operand.
  if (branch_opcode(op, compare)) condition = emit(compare, 0, {integer(operand), accu_});
  auto taken = flow(block.successors[0]);
  auto fallthrough = flow(block.successors[1]);
  auto& term = f().blocks[block_].term;
  term.kind = TermKind::branch;
  term.value = condition;
  term.pc = pc_;
  if (op == Op::BRANCHIFNOT) std::swap(taken, fallthrough);
  term.edges.push_back(std::move(taken));
  term.edges.push_back(std::move(fallthrough));
}

void FunctionBuilder::translate_switch(const RegionBlock& block) {
  const auto sizes = static_cast<std::uint32_t>(state_.image.code[pc_ + 1]);
  if (block.successors.size() != (sizes & 0xffff) + (sizes >> 16)) return fail("a branch out of the unit");
  Terminator term;
  term.kind = TermKind::switch_;
  term.value = accu_;
  term.pc = pc_;
  term.constants = sizes & 0xffff;
  std::vector<std::uint32_t> edge_of(region_.blocks.size(), none);
  for (const std::uint32_t successor : block.successors) {
    if (edge_of[successor] == none) {
      edge_of[successor] = static_cast<std::uint32_t>(term.edges.size());
      term.edges.push_back(flow(successor));
    }
    term.cases.push_back(edge_of[successor]);
  }
  f().blocks[block_].term = std::move(term);
}

void FunctionBuilder::translate_try(const RegionBlock& block) {
  auto& program = state_.program;
  Function body;
  body.kind = FunctionKind::try_body;
  body.unit = f().unit;
  body.pc = block.body->entry;
  body.captures = f().captures;
  body.group = f().group;
  body.member = f().member;
  body.exits = static_cast<std::uint32_t>(block.body->exits.size()) + 1;
  const auto id = static_cast<FuncId>(program.functions.size());
  program.functions.push_back(std::move(body));
  FunctionBuilder builder(state_, id, *block.body, cells_);
  if (auto problem = builder.build_try_body(stack_)) { error_ = problem; return; }
  Terminator term;
  term.kind = TermKind::try_;
  term.func = id;
  term.pc = pc_;
  for (const ValueId v : stack_)
    if (v != none) term.args.push_back(v);
  for (const auto& wanted : builder.inherited())
    term.args.push_back(wanted.sibling
                            ? sibling(static_cast<std::int32_t>(wanted.index) - static_cast<std::int32_t>(f().member))
                            : capture(wanted.index));
  term.result = add(Opcode::try_value, 0, {});
  term.exception = add(Opcode::try_value, 1, {});
  for (std::size_t i = 0; i < block.successors.size(); ++i) {
    const bool handler = i + 1 == block.successors.size();
    term.edges.push_back(flow(block.successors[i], handler ? term.exception : term.result));
  }
  if (term.edges.size() != block.body->exits.size() + 1)
    return fail("a handler out of the unit");
  f().blocks[block_].term = std::move(term);
}

} // namespace loo
