#include "link/origins.h"

#include "bytecode/opcodes.h"

#include <algorithm>

namespace loo {

namespace {

constexpr std::size_t longest_name = 200;

std::string printable(const std::string& name) {
  std::string text = name.substr(0, longest_name);
  for (char& c : text)
    if (c < ' ' || c > '~') c = '?';
  return text;
}

// Where the main code of a unit that begins at `pc` goes on, behind the functions.
std::uint32_t main_start(const std::vector<std::int32_t>& code, std::uint32_t pc) {
  return static_cast<Op>(code[pc]) == Op::BRANCH ? pc + 1 + static_cast<std::uint32_t>(code[pc + 1]) : pc;
}

} // namespace

Origins::Origins(const Image& image) : image_(image) {
  const auto& code = image.code;
  std::vector<bool> starts(code.size(), false);
  const auto mark = [&](std::uint32_t base, std::uint32_t at) {
    starts[base + static_cast<std::uint32_t>(code[at])] = true;
  };
  for (std::uint32_t pc = 0; pc < code.size(); pc += instruction_size(code, pc)) {
    const auto op = static_cast<Op>(code[pc]);
    if (op == Op::CLOSURE) mark(pc + 2, pc + 2);
    if (op != Op::CLOSUREREC) continue;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(code[pc + 1]); ++i) mark(pc + 3, pc + 3 + i);
  }
  for (const auto& unit : image.units) starts[main_start(code, unit.begin)] = true;
  for (std::uint32_t pc = 0; pc < starts.size(); ++pc)
    if (starts[pc]) starts_.push_back(pc);
}

const DebugEvent* Origins::event_of(const Function& function) const {
  const bool main = function.kind == FunctionKind::unit_main;
  const std::uint32_t begin = main ? main_start(image_.code, function.pc) : function.pc;
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), begin);
  const std::uint32_t unit_end = image_.units[function.unit].end;
  const std::uint32_t end = next == starts_.end() ? unit_end : std::min(*next, unit_end);
  const auto event = std::lower_bound(image_.events.begin(), image_.events.end(), begin,
                                      [](const DebugEvent& e, std::uint32_t pc) { return e.pc < pc; });
  return event == image_.events.end() || event->pc >= end || event->line == 0 ? nullptr : &*event;
}

std::string Origins::comment(const Function& function) const {
  const std::string pc = ", pc " + std::to_string(function.pc) + "\n";
  if (const DebugEvent* event = event_of(function)) {
    const std::string definition = event->definition.empty() ? "" : " " + printable(event->definition);
    return "-- " + printable(event->file) + ":" + std::to_string(event->line) + definition + pc;
  }
  const std::string& unit = image_.units[function.unit].name;
  return "-- " + (unit.empty() ? "?" : printable(unit)) + pc;
}

} // namespace loo
