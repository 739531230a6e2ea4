#include "bytecode/disassemble.h"

#include "bytecode/opcodes.h"

namespace loo {

namespace {

bool calls_primitive(Op op) { return op >= Op::C_CALL1 && op <= Op::C_CALLN; }

void operands(std::string& out, const Image& image, std::uint32_t pc) {
  const auto& code = image.code;
  const auto op = static_cast<Op>(code[pc]);
  const auto number = [&](std::uint32_t at) { out += " " + std::to_string(code[at]); };
  const auto target = [&](std::uint32_t base, std::uint32_t at) {
    out += " @" + std::to_string(base + static_cast<std::uint32_t>(code[at]));
  };
  const std::uint32_t end = pc + instruction_size(code, pc);
  switch (opcode_info(op).shape) {
  case OperandShape::label: target(pc + 1, pc + 1); return;
  case OperandShape::int1_label: number(pc + 1); target(pc + 2, pc + 2); return;
  case OperandShape::switch_table:
    number(pc + 1);
    for (std::uint32_t at = pc + 2; at < end; ++at) target(pc + 2, at);
    return;
  case OperandShape::closurerec:
    number(pc + 1);
    number(pc + 2);
    for (std::uint32_t at = pc + 3; at < end; ++at) target(pc + 3, at);
    return;
  default: break;
  }
  for (std::uint32_t at = pc + 1; at < end; ++at) {
    if (calls_primitive(op) && at + 1 == end) out += " " + image.primitives[static_cast<std::uint32_t>(code[at])];
    else number(at);
  }
}

} // namespace

std::string disassemble(const Image& image) {
  std::string out;
  std::size_t unit = 0;
  for (std::uint32_t pc = 0; pc < image.code.size(); pc += instruction_size(image.code, pc)) {
    while (unit < image.units.size() && image.units[unit].begin <= pc) out += image.units[unit++].name + ":\n";
    out += "  " + std::to_string(pc) + " " + opcode_info(static_cast<Op>(image.code[pc])).name;
    operands(out, image, pc);
    out += "\n";
  }
  return out;
}

} // namespace loo
