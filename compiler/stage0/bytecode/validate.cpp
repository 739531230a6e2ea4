#include "bytecode/validate.h"

#include "bytecode/opcodes.h"
#include "bytecode/stack_check.h"
#include "bytecode/units.h"

namespace loo {
namespace {

// Counts and indices stay far from overflow in whatever later phases compute.
constexpr std::int32_t max_count = (1 << 24) - 1;

class Validator {
public:
  Validator(Image& image, const std::string& file) : image_(image), code_(image.code), file_(file) {}

  std::optional<Diagnostic> run() {
    starts_.assign(code_.size(), 0);
    set_.assign(image_.globals.size(), 0);
    for (std::uint32_t pc = 0; pc < code_.size();) {
      if (const char* message = instruction(pc)) return error(pc, message);
      starts_[pc] = 1;
      last_ = pc;
      pc += instruction_size(code_, pc);
    }
    if (code_.empty() || op_at(last_) != Op::STOP) return error(last_, "the code does not end in STOP");

    image_.units = cut_units(code_, image_.global_names);
    for (const CodeUnit& unit : image_.units) {
      for (std::uint32_t pc = unit.begin; pc < unit.end; pc += instruction_size(code_, pc)) {
        if (const char* message = targets(unit, pc)) return error(pc, message);
      }
    }
    return std::nullopt;
  }

private:
  [[nodiscard]] Op op_at(std::uint32_t pc) const { return static_cast<Op>(code_[pc]); }

  [[nodiscard]] Diagnostic error(std::uint32_t pc, const char* message) const {
    return {ErrorKind::input, {file_, "CODE", std::uint64_t{pc} * 4}, message};
  }

  // What is wrong with the instruction at `pc`, but for its labels; null if nothing.
  [[nodiscard]] const char* instruction(std::uint32_t pc) {
    const int known = image_.version.at_least(magic_5_0) ? opcode_count : static_cast<int>(Op::PERFORM);
    if (code_[pc] < 0 || code_[pc] >= known) return "unknown opcode";
    constexpr const char* cut = "instruction cut short";
    const std::size_t left = code_.size() - pc - 1;
    const Op op = op_at(pc);
    switch (opcode_info(op).shape) {
    case OperandShape::no_operands:
      break;
    case OperandShape::int1:
    case OperandShape::label:
      if (left < 1) return cut;
      break;
    case OperandShape::int2:
    case OperandShape::int1_label:
      if (left < 2) return cut;
      break;
    case OperandShape::int3:
      if (left < 3) return cut;
      break;
    case OperandShape::switch_table: {
      if (left < 1) return cut;
      const auto sizes = static_cast<std::uint32_t>(code_[pc + 1]);
      if (sizes == 0) return "switch without a case";
      if (left - 1 < std::size_t{sizes & 0xffff} + (sizes >> 16)) return cut;
      break;
    }
    case OperandShape::closurerec:
      if (left < 2) return cut;
      if (code_[pc + 1] < 1 || code_[pc + 2] < 0 || code_[pc + 2] > max_count) return "operand out of range";
      if (left - 2 < static_cast<std::size_t>(code_[pc + 1])) return cut;
      break;
    }
    return operands(pc, op);
  }

  [[nodiscard]] const char* operands(std::uint32_t pc, Op op) {
    constexpr const char* range = "operand out of range";
    const auto in = [&](std::uint32_t index, std::int32_t low, std::int32_t high) {
      return code_[pc + index] >= low && code_[pc + index] <= high ? nullptr : range;
    };
    const auto global = [&] {
      return code_[pc + 1] >= 0 && static_cast<std::size_t>(code_[pc + 1]) < image_.globals.size()
                 ? nullptr
                 : "global out of range";
    };
    const auto primitive = [&](std::uint32_t index) {
      return code_[pc + index] >= 0 && static_cast<std::size_t>(code_[pc + index]) < image_.primitives.size()
                 ? nullptr
                 : "primitive out of range";
    };
    switch (op) {
    case Op::ACC:
    case Op::PUSHACC:
    case Op::POP:
    case Op::ASSIGN:
    case Op::RETURN:
    case Op::APPTERM1:
    case Op::APPTERM2:
    case Op::APPTERM3:
    case Op::CLOSURE:
    case Op::GETFIELD:
    case Op::GETFLOATFIELD:
    case Op::SETFIELD:
    case Op::SETFLOATFIELD:
    case Op::RESUMETERM:
    case Op::REPERFORMTERM:
      return in(1, 0, max_count);
    case Op::ENVACC:
    case Op::PUSHENVACC:
    case Op::APPLY:
    case Op::GRAB:
      if (op == Op::GRAB && (pc == 0 || starts_[pc - 1] == 0 || op_at(pc - 1) != Op::RESTART)) {
        return "GRAB without its RESTART";
      }
      return in(1, 1, max_count);
    case Op::OFFSETCLOSURE:
    case Op::PUSHOFFSETCLOSURE:
      return in(1, -max_count, max_count);
    case Op::APPTERM:
      return in(1, 1, max_count) == nullptr ? in(2, 1, max_count) : range;
    case Op::ATOM:
    case Op::PUSHATOM:
    case Op::MAKEBLOCK1:
    case Op::MAKEBLOCK2:
    case Op::MAKEBLOCK3:
      return in(1, 0, 255);
    case Op::MAKEBLOCK:
      return in(1, 1, max_count) == nullptr ? in(2, 0, 255) : range;
    case Op::MAKEFLOATBLOCK:
      return in(1, 1, max_count);
    case Op::GETGLOBAL:
    case Op::PUSHGETGLOBAL:
      return global();
    case Op::GETGLOBALFIELD:
    case Op::PUSHGETGLOBALFIELD:
      return global() == nullptr ? in(2, 0, max_count) : global();
    case Op::SETGLOBAL: {
      if (const char* message = global()) return message;
      std::uint8_t& set = set_[static_cast<std::size_t>(code_[pc + 1])];
      if (set != 0) return "global set twice";
      set = 1;
      return nullptr;
    }
    case Op::C_CALL1:
    case Op::C_CALL2:
    case Op::C_CALL3:
    case Op::C_CALL4:
    case Op::C_CALL5:
      return primitive(1);
    case Op::C_CALLN:
      return in(1, 1, max_count) == nullptr ? primitive(2) : range;
    case Op::EVENT:
    case Op::BREAK:
      return "instruction of the debugger";
    case Op::STOP:
      return pc + 1 == code_.size() ? nullptr : "STOP before the end of the code";
    default:
      return nullptr;
    }
  }

  // Labels: offsets in words relative to the word at `base`.
  [[nodiscard]] bool leads_into(const CodeUnit& unit, std::uint32_t base, std::uint32_t word) const {
    const std::int64_t target = std::int64_t{base} + code_[word];
    return target >= unit.begin && target < unit.end && starts_[static_cast<std::size_t>(target)] != 0;
  }

  [[nodiscard]] const char* targets(const CodeUnit& unit, std::uint32_t pc) const {
    constexpr const char* wild = "label does not point at an instruction of the unit";
    switch (opcode_info(op_at(pc)).shape) {
    case OperandShape::label:
      return leads_into(unit, pc + 1, pc + 1) ? nullptr : wild;
    case OperandShape::int1_label:
      return leads_into(unit, pc + 2, pc + 2) ? nullptr : wild;
    case OperandShape::switch_table:
    case OperandShape::closurerec: {
      const std::uint32_t first = pc + (op_at(pc) == Op::SWITCH ? 2 : 3);
      const std::uint32_t end = pc + instruction_size(code_, pc);
      for (std::uint32_t word = first; word < end; ++word) {
        if (!leads_into(unit, first, word)) return wild;
      }
      return nullptr;
    }
    case OperandShape::no_operands:
    case OperandShape::int1:
    case OperandShape::int2:
    case OperandShape::int3:
      return nullptr;
    }
    return nullptr;
  }

  Image& image_;
  const std::vector<std::int32_t>& code_;
  const std::string& file_;
  std::vector<std::uint8_t> starts_; // 1 where an instruction starts
  std::vector<std::uint8_t> set_;    // 1 for a slot that a SETGLOBAL was met for
  std::uint32_t last_ = 0;           // the instruction before the end
};

} // namespace

std::optional<Diagnostic> cut_and_validate(Image& image, const std::string& file) {
  if (image.code.size() > max_count * std::size_t{16}) {
    return Diagnostic{ErrorKind::input, {file, "CODE", std::nullopt}, "the code is longer than 1 GB"};
  }
  if (auto error = Validator(image, file).run()) return error;
  return check_stack(image, file);
}

} // namespace loo
