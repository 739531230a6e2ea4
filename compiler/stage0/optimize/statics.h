// Values that exist once per program. A closure of a unit's main code outside
// of loops is made once; its free variables are then values of the program
// ("items"), and the closure itself is a constant (`function`). The same holds
// for fields of a unit's block, read from anywhere, and, step by step, for
// closures inside whose free variables are all constants.
#pragma once

#include "ir/ir.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace loo {

class Statics {
public:
  // The main code of all units must be there. Linear in it.
  explicit Statics(Program& program);

  // Rewrites one function; the one that makes it must have been visited. Linear.
  void visit(FuncId id);

private:
  struct StaticValue {
    Opcode op;
    std::uint32_t imm;
  };
  struct UnitBlock {
    FuncId main = none;
    ValueId block = none;
    std::uint32_t stores = 0;
  };

  std::uint32_t item(FuncId main, ValueId value);
  std::optional<StaticValue> static_value(FuncId id, ValueId v);
  static void become(Function& f, ValueId v, StaticValue value);
  void literal_global(Function& f, ValueId v);
  void unit_field(Function& f, ValueId v);
  void closure(FuncId id, ValueId v);
  void try_params(FuncId id, Terminator& term);

  Program& p_;
  std::vector<UnitBlock> unit_blocks_; // by slot
  std::vector<std::optional<std::vector<StaticValue>>> static_captures_; // by group
  std::map<std::pair<FuncId, ValueId>, std::uint32_t> items_;
  std::vector<bool> in_loop_;          // by block of the main code that is visited
};

} // namespace loo
