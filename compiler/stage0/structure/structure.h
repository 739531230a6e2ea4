// From a control-flow graph to nested statements (after Ramsey, "Beyond
// Relooper", 2022): the dominator tree gives the nesting, loops are `while`,
// and a block where paths meet follows the statement that its immediate
// dominator ends in.
//
// A path to a meeting point that does not simply fall through is a forward
// `goto` where the target has it. Elsewhere a state variable says where to go
// on: it is set on that path, and what lies between is guarded by a test.
#pragma once

#include "structure/folding.h"

#include <vector>

namespace loo {

enum class StmtKind : std::uint8_t {
  block,     // the body of a basic block
  moves,     // arguments to parameters along an edge
  if_,       // parts: then, else; on `condition`
  switch_,   // parts: one for each edge of the block's terminator
  try_,      // parts: one for each edge, the handler last
  loop,      // parts: body; left by break or goto, and by a counted loop's test
  leave,     // return, raise, tail call or exit: the terminator
  break_,    // out of the innermost loop
  goto_,     // to label `number`
  label,     // label `number`
  scope,     // parts: one; `do ... end`, so that no goto enters a local's scope
  set_state, // state := number
  if_state,  // parts: one; entered when the state is 0 (if `falls`) or `number`, and then reset
  break_if_state, // out of the innermost loop when the state is one of `numbers`
};

using StmtId = std::uint32_t;
using SeqId = std::uint32_t;

struct Stmt {
  StmtKind kind;
  BlockId block = none;
  std::uint32_t edge = 0;
  std::uint32_t number = 0;
  bool falls = false;
  std::uint32_t condition = none;
  std::vector<SeqId> parts;
  std::vector<std::uint32_t> numbers;
};

// A condition over several basic blocks (`&&`, `||` of the source).
struct Condition {
  enum class Kind : std::uint8_t { leaf, both, either };
  Kind kind = Kind::leaf;
  bool negated = false;      // leaf
  BlockId block = none;      // leaf: the block that computes it
  ValueId value = none;      // leaf
  std::uint32_t left = none, right = none;
};

// A loop that is a `for` of Lua.
struct CountedLoop {
  BlockId header = none;
  std::uint32_t slot = 0;              // the counter's, among the header's parameters
  ValueId counter = none, start = none, limit = none;
  bool down = false;
  bool excluded = false;               // the limit itself
  bool tests_first = false;            // otherwise last: what goes round is moved in the last round, too
  BlockId test = none;                 // ends in the loop's test, whose edge `round` stays in the loop
  std::uint32_t round = 0;
};

struct Seq {
  std::vector<StmtId> stmts;
  SeqId parent = none;       // the sequence around it
  std::uint32_t index = 0;   // of its statement there
};

struct Tree {
  std::vector<Stmt> stmts;
  std::vector<Seq> seqs;
  std::vector<Condition> conditions;
  std::vector<CountedLoop> counted;
  std::vector<std::uint32_t> counted_by; // by block: the counted loop whose header it is, or none; empty without any
  SeqId root = 0;
  bool uses_state = false;

  [[nodiscard]] const CountedLoop* counted_loop(BlockId header) const {
    return counted_by.empty() || counted_by[header] == none ? nullptr : &counted[counted_by[header]];
  }
  // Whether the parameter isn't assigned by moves to its block: a `for` counts it.
  [[nodiscard]] bool counts(BlockId header, std::size_t slot) const {
    const CountedLoop* loop = counted_loop(header);
    return loop != nullptr && loop->slot == slot;
  }
};

// Rewrites chains of branches into conditions (f's blocks that are absorbed
// become unreachable), then structures f. Errors: ErrorKind::input when the
// graph is irreducible, ErrorKind::limit when it nests too deep.
[[nodiscard]] Result<Tree> structure(Function& f, const Folding& folding, bool has_goto);

} // namespace loo
