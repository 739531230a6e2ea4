#include "bytecode/units.h"

#include "bytecode/opcodes.h"

namespace loo {

std::vector<CodeUnit> cut_units(const std::vector<std::int32_t>& code, const std::vector<std::string>& global_names) {
  std::vector<CodeUnit> units;
  const auto size = static_cast<std::uint32_t>(code.size());
  std::uint32_t begin = 0;
  for (std::uint32_t pc = 0; pc < size;) {
    const std::uint32_t next = pc + instruction_size(code, pc);
    if (static_cast<Op>(code[pc]) == Op::SETGLOBAL) {
      units.push_back({global_names[static_cast<std::size_t>(code[pc + 1])], begin, next});
      begin = next;
    }
    pc = next;
  }
  // What is left is the STOP of the linker; more than that is the code of a unit
  // that ends in a raise and so never sets its global.
  if (size - begin == 1 && !units.empty()) {
    units.back().end = size;
  } else if (begin < size) {
    units.push_back({"", begin, size});
  }
  return units;
}

} // namespace loo
