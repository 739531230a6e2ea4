// Builds the IR of one region (see region.h) by running the stack machine on
// values. Private to the builder: build.cpp drives it.
#pragma once

#include "ir/decode.h"
#include "ir/ir.h"
#include "ir/region.h"

#include <map>
#include <optional>
#include <vector>

namespace loo {

// What the builders of one image share.
struct BuildState {
  BuildState(const Image& of, Program& into, std::vector<std::uint8_t> makers_of)
      : image(of), program(into), exploration(of), makers(std::move(makers_of)) {}
  const Image& image;
  Program& program;
  Exploration exploration;
  std::vector<std::uint8_t> makers;                // by pc: instructions that make the closure there
  std::map<std::uint32_t, std::uint32_t> group_at; // pc of member 0 -> group
};

// A stack slot that an ASSIGN writes inside a `try` that began above it: its
// value at the handler depends on where the exception came from, so it lives in
// a cell (a one-field block) in the whole function. Slots by position.
struct Cells {
  std::vector<bool> slots;
  bool grown = false;
  [[nodiscard]] bool has(std::size_t position) const { return position < slots.size() && slots[position]; }
  void add(std::size_t position) {
    if (slots.size() <= position) slots.resize(position + 1);
    grown = grown || !slots[position];
    slots[position] = true;
  }
};

class FunctionBuilder {
public:
  FunctionBuilder(BuildState& state, FuncId func, const Region& region, Cells& cells);

  // Functions and units: the parameters are on the stack.
  std::optional<Diagnostic> build();
  // Try bodies: `stack` is the parent's; its values become parameters.
  std::optional<Diagnostic> build_try_body(const std::vector<ValueId>& stack);

  // What a try body takes from its parent behind the stack's slots.
  struct Inherited {
    bool sibling;
    std::uint32_t index;
  };
  [[nodiscard]] const std::vector<Inherited>& inherited() const { return inherited_; }

private:
  using Stack = std::vector<ValueId>;
  struct Entry {
    bool reached = false, merged = false;
    Stack stack;
    ValueId accu = none;
    std::vector<std::uint32_t> slots; // merged: the slots that have parameters, in order; the accumulator is last
  };

  [[nodiscard]] Function& f() { return state_.program.functions[func_]; }
  ValueId add(Opcode op, std::uint32_t imm, std::initializer_list<ValueId> operands) {
    return f().add(block_, op, imm, std::span(operands.begin(), operands.size()), pc_);
  }
  // Adds a node to the current block's body.
  ValueId emit(Opcode op, std::uint32_t imm, std::span<const ValueId> operands);
  ValueId emit(Opcode op, std::uint32_t imm, std::initializer_list<ValueId> operands) {
    return emit(op, imm, std::span(operands.begin(), operands.size()));
  }
  ValueId integer(std::int32_t value) { return emit(Opcode::integer, static_cast<std::uint32_t>(value), {}); }

  std::optional<Diagnostic> run_blocks();
  void translate(const RegionBlock& block);
  ValueId primitive(std::uint32_t number, std::span<const ValueId> operands);
  bool translate_simple(const Plain& plain, std::int32_t operand);  // false: not a simple instruction
  ValueId allocate(Opcode op, std::uint32_t imm, std::span<const ValueId> operands);
  void translate_binary(Opcode op);
  void translate_terminator(const RegionBlock& block, const Plain& plain, std::int32_t operand);
  void translate_branch(const RegionBlock& block, Op op, std::int32_t operand);
  void translate_switch(const RegionBlock& block);
  void translate_try(const RegionBlock& block);
  void translate_closure();
  void translate_closurerec();
  void apply(std::uint32_t count, bool framed);
  void tail_apply(std::uint32_t count);
  Edge flow(std::uint32_t successor, ValueId accu);
  Edge flow(std::uint32_t successor) { return flow(successor, accu_); }
  void connect_fallthrough(const RegionBlock& block);
  void leave(TermKind kind, ValueId value);

  ValueId capture(std::uint32_t index);
  ValueId sibling(std::int32_t member);
  ValueId inherit(bool is_sibling, std::uint32_t index);
  std::uint32_t group_for(const std::vector<std::uint32_t>& entries, std::uint32_t captures);

  void push(ValueId v);
  ValueId peek(std::size_t k);            // value of the k-th slot from the top
  void pop(std::size_t n);
  std::vector<ValueId> take(std::size_t n); // the n values on top, first one on top, popped
  void assign(std::size_t k, ValueId v);
  void fail(std::string message);

  BuildState& state_;
  FuncId func_;
  const Region& region_;
  Cells& cells_;
  std::size_t base_depth_ = 0;            // try bodies: slots of the parent, trap included
  BlockId block_ = 0;
  std::vector<bool> in_loop_;             // by block, of a unit's main code whose allocations count
  std::uint32_t pc_ = 0;
  Stack stack_;
  ValueId accu_ = none;
  std::vector<Entry> entries_;
  std::vector<ValueId> captures_, siblings_;
  std::vector<Inherited> inherited_;
  std::optional<Diagnostic> error_;
};

} // namespace loo
