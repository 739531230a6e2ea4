// The intermediate representation: SSA with block parameters, over flat
// vectors and dense ids.
//
// A Program owns its functions; a Function owns its nodes. A node is an
// instruction and the value that it defines (one id for both). Operands live in
// the function's pool. Block parameters and function parameters are nodes too.
// Invariants (checked by verify.h): every operand's definition dominates its
// use, an edge carries one argument per parameter of its target, entry block 0
// has no predecessor and no parameters.
#pragma once

#include "bytecode/image.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace loo {

using ValueId = std::uint32_t;
using BlockId = std::uint32_t;
using FuncId = std::uint32_t;
inline constexpr std::uint32_t none = 0xffffffffU;

enum class Opcode : std::uint8_t {
#define LOO_IR_OP(name, effect, result) name,
#include "ir_ops.def"
#undef LOO_IR_OP
};

// The comparison that holds when this one doesn't; the same with its operands the other way round.
[[nodiscard]] Opcode negated(Opcode comparison);
[[nodiscard]] Opcode mirrored(Opcode comparison);

// What a node does besides defining its value. `read` may be reordered with
// other reads only; `effect` (calls, stores, raises) with nothing but `pure`.
enum class Effect : std::uint8_t { pure, read, effect };

// What a value may be, as a set.
using Kinds = std::uint8_t;
inline constexpr Kinds kind_int = 1, kind_float = 2, kind_string = 4, kind_block = 8, kind_function = 16;
inline constexpr Kinds kind_any = 31, kind_data = 15;

struct OpInfo {
  const char* name;
  Effect effect;
  Kinds result;
};
[[nodiscard]] const OpInfo& op_info(Opcode op);

struct Node {
  Opcode op;
  Effect effect = Effect::pure; // op_info's, or the primitive's for c_call
  std::uint32_t imm = 0;        // meaning by op, see ir_ops.def
  std::uint32_t args = 0;       // start in Function::pool
  std::uint32_t count = 0;
  BlockId block = none;
  std::uint32_t pc = 0;         // none: a block that the bytecode doesn't make
};

struct Edge {
  BlockId target = none;
  std::vector<ValueId> args;
};

enum class TermKind : std::uint8_t {
  unreachable,
  jump,      // edges[0]
  branch,    // value, edges[0] when it is true (not 0), edges[1] otherwise
  switch_,   // value; `cases`: edge for each constant, then for each block tag
  return_,   // value
  raise,     // value
  tail_call, // value = callee, args
  tail_known, // func, args (value = the closure, or none)
  try_,      // func called with args; edges: the exits of the body (one, of a function), then the handler
  exit,      // of a try body: number `exit_index` with value
};

struct Terminator {
  TermKind kind = TermKind::unreachable;
  ValueId value = none;
  std::uint32_t func = none;
  std::uint32_t exit_index = 0;
  std::uint32_t constants = 0;       // switch_: how many of the cases are constants
  std::uint32_t pc = 0;
  ValueId result = none, exception = none; // try_: the values of its exits and of its handler
  std::vector<ValueId> args;
  std::vector<Edge> edges;
  std::vector<std::uint32_t> cases;  // switch_: indices into edges
};

struct BasicBlock {
  std::vector<ValueId> params;
  std::vector<ValueId> body;
  Terminator term;
};

enum class FunctionKind : std::uint8_t { unit_main, closure, try_body };

struct Function {
  FunctionKind kind = FunctionKind::closure;
  std::uint32_t unit = 0;            // index into Program::units
  std::uint32_t pc = 0;              // of its first instruction
  std::uint32_t arity = 0;           // OCaml parameters; params may hold lifted ones behind them
  std::uint32_t captures = 0;        // free variables
  std::uint32_t group = none;        // closures made together: index into Program::groups
  std::uint32_t member = 0;          // its place in the group
  std::uint32_t exits = 0;           // try_body: exits, the handler's own included when it is used
  bool dead = false;                 // not reachable from the program: to be skipped
  bool escapes = true;               // may be called from places that are not known
  bool known_calls = false;          // has call_known or tail_known sites
  Kinds result = kind_any;           // what it may return
  bool recursive = false;            // may be on the stack more than once: counts its frames
  bool checks_depth = false;         // and tests the count
  bool shows_depth = false;          // and tells it to functions that are called by value
  bool returns_exceptions = false;   // as a second result, the first being nil; only tail calls and try_ reach it
  std::vector<ValueId> params;
  std::vector<Node> nodes;
  std::vector<ValueId> pool;
  std::vector<BasicBlock> blocks;

  [[nodiscard]] std::span<ValueId> args(ValueId v) { return {pool.data() + nodes[v].args, nodes[v].count}; }
  [[nodiscard]] std::span<const ValueId> args(ValueId v) const { return {pool.data() + nodes[v].args, nodes[v].count}; }
  ValueId add(BlockId block, Opcode op, std::uint32_t imm, std::span<const ValueId> operands, std::uint32_t pc);
  // Replaces v's operands (appends to the pool; the old ones are garbage).
  void set_args(ValueId v, std::span<const ValueId> operands);
  // What follows instruction `at` of block `b` becomes a block of its own, whose number is
  // returned, and the instruction that block's parameter. Block `b` is left without an end.
  BlockId split(BlockId b, std::uint32_t at);
  // The end of a block that raises: in a try body, the exit to its own handler.
  [[nodiscard]] Terminator raising(ValueId exception, std::uint32_t pc) const;
  // How many instructions are in blocks.
  [[nodiscard]] std::uint32_t size() const;
  // Frees what is inside; what callers must know stays.
  void forget_code();
};

struct Unit {
  std::string name;
  FuncId main = none;
};

// A value of a unit's main code that other functions use: defined once, before
// any of them runs.
struct Item {
  FuncId main = none;
  ValueId value = none;
};

// A primitive as the program names it, with what primitives.def says of it.
struct PrimitiveUse {
  std::string name;
  Effect effect = Effect::effect;
  Kinds result = kind_any;
  bool store = false;                // written as a statement of Lua
  std::uint32_t arity = 0;           // operands that its text names; 0: any number
  bool asks = false;                 // tells of allocations
  bool makes = false;                // a new block, which counts as an allocation
};

// Gc.finalise or Gc.finalise_last.
[[nodiscard]] inline bool registers_finaliser(const PrimitiveUse& use) {
  return use.name == "caml_final_register" || use.name == "caml_final_register_called_without_value";
}

struct Program {
  OcamlVersion version;
  std::vector<Unit> units;
  std::vector<Function> functions;
  std::vector<std::vector<FuncId>> groups; // closures that are made together and know each other
  std::vector<bool> made_once;       // by group: one node, in one function, makes it
  std::vector<PrimitiveUse> primitives;
  std::vector<Item> items;
  std::vector<Constant> constants;
  std::vector<ConstId> globals;
  std::vector<std::string> global_names;
  std::vector<bool> imported;        // by slot: a unit from elsewhere; empty unless this is a unit by itself
  bool asks = false;                 // code was built that tells of allocations
  bool allocations = false;          // the output counts them, and makes blocks that nobody uses
  bool backtraces = false;           // the output keeps what backtraces tell: the image has debug events

  // Code that isn't here uses what units store into their slots.
  [[nodiscard]] bool open() const { return !imported.empty(); }
};

// Whether OCaml's machine has the node's place on its stack while it runs: calls, and what may raise or
// have its allocation looked at.
[[nodiscard]] bool has_place(const Node& node);

} // namespace loo
