#include "link/locations.h"

#include "bytecode/opcodes.h"
#include "lua/expression.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace loo {

namespace {

// The arguments of one call.
class Table {
public:
  void skip_line() { ++lines_; }

  void add(bool raises, const DebugEvent* event) {
    number(lines_ * 4 + (event != nullptr ? 2 : 0) + (raises ? 1 : 0));
    lines_ = 0;
    if (event == nullptr) return;
    less(file_, name(event->file));
    less(definition_, name(event->definition));
    less(line_, event->line);
    number(event->column);
    number(event->end_line - event->line);
    number(event->end_column);
    if (event->end_line != event->line) number(event->end_offset);
  }

  [[nodiscard]] std::string text() const { return quote(names_) + ", \"" + codes_ + "\""; }

private:
  void less(std::int32_t& before, std::int32_t value) {
    number(value - before);
    before = value;
  }

  void number(std::int32_t value) {
    constexpr const char* digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::uint32_t rest = value < 0 ? 0U - static_cast<std::uint32_t>(value) : static_cast<std::uint32_t>(value);
    std::uint32_t digit = rest % 16 * 2 + (value < 0 ? 1 : 0);
    rest /= 16;
    while (rest > 0) {
      codes_ += digits[digit + 32];
      digit = rest % 32;
      rest /= 32;
    }
    codes_ += digits[digit];
  }

  std::int32_t name(const std::string& wanted) {
    const auto [found, fresh] = numbers_.try_emplace(wanted, static_cast<std::int32_t>(numbers_.size()));
    if (fresh) {
      std::string line = wanted;
      std::replace(line.begin(), line.end(), '\n', '?');
      names_ += line + "\n";
    }
    return found->second;
  }

  std::map<std::string, std::int32_t> numbers_;
  std::string names_, codes_;
  std::int32_t lines_ = 0, file_ = 0, definition_ = 0, line_ = 0;
};

// Which of two events at one pc starts, or else ends, before the other.
bool is_before(const DebugEvent& a, const DebugEvent& b) {
  return std::tie(a.line, a.column, a.end_offset) < std::tie(b.line, b.column, b.end_offset);
}

} // namespace

// Of several events at one pc, the one that starts and ends last; of those one word behind, first.
const DebugEvent* Locations::event_at(std::uint32_t pc) const {
  const auto& events = image_.events;
  const auto here = std::lower_bound(events.begin(), events.end(), pc,
                                     [](const DebugEvent& e, std::uint32_t wanted) { return e.pc < wanted; });
  const auto behind = std::find_if(here, events.end(), [&](const DebugEvent& e) { return e.pc != pc; });
  if (here != behind) return &*std::max_element(here, behind, is_before);
  const auto end = std::find_if(behind, events.end(), [&](const DebugEvent& e) { return e.pc != pc + 1; });
  return behind == end ? nullptr : &*std::min_element(behind, end, is_before);
}

std::optional<Locations::Place> Locations::place_of(std::uint32_t pc) const {
  const auto& code = image_.code;
  switch (static_cast<Op>(code[pc])) {
  case Op::RAISE:
  case Op::RERAISE: return Place{true, event_at(pc)};
  case Op::APPTERM:
  case Op::APPTERM1:
  case Op::APPTERM2:
  case Op::APPTERM3:
  case Op::RESUMETERM:
  case Op::REPERFORMTERM: return std::nullopt;
  // One word too far: what they leave there is made for calls of C, which have an operand.
  case Op::DIVINT:
  case Op::MODINT: return Place{false, event_at(pc + 2)};
  default: return Place{false, event_at(pc + instruction_size(code, pc))};
  }
}

void Locations::settle(std::string& text, std::size_t begin) const {
  const std::string section = text.substr(begin);
  const std::size_t call = section.find(table_mark);
  if (call == std::string::npos) return;
  Table table;
  std::string rest;
  rest.reserve(section.size());
  std::size_t from = call + 1;
  const char stops[] = {'\n', place_begins, 0};
  for (std::size_t at = from; (at = section.find_first_of(stops, at)) != std::string::npos; ++at) {
    if (section[at] == '\n') {
      table.skip_line();
      continue;
    }
    rest.append(section, from, at - from);
    std::uint32_t pc = 0;
    for (++at; section[at] != mark_ends; ++at) pc = pc * 10 + static_cast<std::uint32_t>(section[at] - '0');
    if (const auto place = place_of(pc)) table.add(place->raises, place->event);
    from = at + 1;
  }
  rest.append(section, from, std::string::npos);
  text.resize(begin + call);
  text += table.text() + rest;
}

} // namespace loo
