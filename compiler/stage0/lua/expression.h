// Lua expressions as text with a precedence, and the symbols they mention.
// A symbol (function, unit value, constant, fragment of the runtime) is written
// as \x01 number \x02; the linker, which knows who mentions what, puts the name in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loo {

enum class Precedence : std::uint8_t {
  or_, and_, compare, bor, bxor, band, shift, concat, additive, multiplicative, unary, power,
  literal, // a number, string or table: can't be indexed or called as it stands
  primary
};

struct Expr {
  std::string text;
  Precedence precedence = Precedence::primary;
  bool truth = false; // a Lua boolean, not an OCaml one

  // As an operand of an operator of that precedence.
  [[nodiscard]] std::string at(Precedence least) const {
    return precedence < least ? "(" + text + ")" : text;
  }
};

inline constexpr char symbol_begins = '\x01', export_begins = '\x03', place_begins = '\x04', mark_ends = '\x02';

[[nodiscard]] inline std::string symbol_text(std::uint32_t symbol) {
  return symbol_begins + std::to_string(symbol) + mark_ends;
}

// Behind the assignment of a unit's value: the linker puts a store into the
// table of shared values there when other parts need it.
[[nodiscard]] inline std::string export_mark(std::uint32_t symbol) {
  return std::string{symbol_begins, export_begins} + std::to_string(symbol) + mark_ends;
}

// At the start of a line: what happens there stands at `pc` in the bytecode (see link/locations.h).
[[nodiscard]] inline std::string place_mark(std::uint32_t pc) {
  return place_begins + std::to_string(pc) + mark_ends;
}

// Calls see(symbol, exported, begin, end) for each such mark of a text.
template <class See> void for_each_mark(std::string_view text, See see) {
  for (std::size_t begin = text.find(symbol_begins); begin != std::string_view::npos; begin = text.find(symbol_begins, begin)) {
    std::size_t at = begin + 1;
    const bool exported = text[at] == export_begins;
    if (exported) ++at;
    std::uint32_t symbol = 0;
    for (; text[at] != mark_ends; ++at) symbol = symbol * 10 + static_cast<std::uint32_t>(text[at] - '0');
    see(symbol, exported, begin, at + 1);
    begin = at;
  }
}

// Lua source for a string of any bytes, and for a float (shortest digits that
// read back the same; always with a point or exponent). NaN, infinities and -0
// have no literal that every Lua reads alike: `number_name` gives the runtime's
// name for them, or an empty string.
[[nodiscard]] std::string quote(const std::string& bytes);
[[nodiscard]] std::string float_text(double value);
[[nodiscard]] std::string number_name(double value);

} // namespace loo
