// Operations on ints: exact first, then wrapped to the target's width where they may leave it.
#include "lua/expressions.h"
#include "lua/function_printer.h"
#include "lua/primitive_table.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace loo {

namespace {

using enum Precedence;

// Doubles hold the exact results of sums and products below 2^51, and lua_tobit takes them.
constexpr int int_bits = 31, max_bits = 51;
// Of what is compared in a sum's place: ints of every width.
constexpr std::int64_t max_bound = 1 << 29;

const char* comparison(Opcode op) {
  switch (op) {
  case Opcode::eq: return " == ";
  case Opcode::ne: return " ~= ";
  case Opcode::lt: return " < ";
  case Opcode::le: return " <= ";
  case Opcode::gt: return " > ";
  default: return " >= ";
  }
}

} // namespace

bool FunctionPrinter::small_constant(ValueId v, std::int32_t& result) const {
  if (f_.nodes[v].op != Opcode::integer) return false;
  result = static_cast<std::int32_t>(f_.nodes[v].imm);
  return true;
}

// The int of the target's width that is congruent to an exact result.
Expr FunctionPrinter::wrap(Expr e) {
  const auto& d = context_.dialect;
  if (d.wide()) return {"(" + e.at(additive) + " << 1) // 2", multiplicative, false};
  if (d.has_integers) return {"((" + e.at(additive) + " & 0xffffffff) ~ 0x80000000) - 0x80000000", additive, false};
  if (d.is_luajit) return name(runtime("lua_tobit") + "(" + e.text + ")");
  return {"(" + e.at(additive) + " + 2147483648) % 4294967296 - 2147483648", additive, false};
}

// An operand of what is wrapped itself: congruent to v is enough. Integers of Lua wrap at 64 bits.
FunctionPrinter::Congruent FunctionPrinter::congruent(ValueId v, int room) {
  const Opcode op = f_.nodes[v].op;
  const bool ring = op == Opcode::add || op == Opcode::sub || op == Opcode::neg || op == Opcode::mul;
  if (ring && folding_.form[v] == Form::folded && !facts_.exact[v] && room > int_bits) return unwrapped(v, room);
  return {value(v), int_bits, true};
}

// The result of v before it is wrapped, in at most `room` bits.
FunctionPrinter::Congruent FunctionPrinter::unwrapped(ValueId v, int room) {
  const Node& node = f_.nodes[v];
  const auto args = f_.args(v);
  if (facts_.exact[v]) room = int_bits + 1; // of operands within the width
  std::int32_t n = 0;
  if (node.op == Opcode::neg) {
    const Congruent of = congruent(args[0], room - 1);
    return {{"-" + of.e.at(power), unary, false}, of.bits, false};
  }
  if (node.op == Opcode::mul) return product(v, room);
  if (node.op == Opcode::add && small_constant(args[1], n)) {
    if (folding_.form[args[0]] == Form::folded && f_.nodes[args[0]].op == Opcode::length && n > -0x40000000 && n < 0x40000000)
      return {length_plus(args[0], std::int64_t{n} - 1), int_bits + 1, false};
    const Congruent left = congruent(args[0], room - 1);
    return {plus(left.e, n), left.bits + 1, false};
  }
  const Congruent right = congruent(args[1], room - 1), left = congruent(args[0], room - 1);
  return {infix(left.e, node.op == Opcode::add ? " + " : " - ", right.e, additive), std::max(left.bits, right.bits) + 1, false};
}

FunctionPrinter::Congruent FunctionPrinter::product(ValueId v, int room) {
  const auto args = f_.args(v);
  if (facts_.exact[v]) return {infix_of(args[0], " * ", args[1], multiplicative), int_bits, true};
  if (context_.dialect.has_integers) {
    const Congruent right = congruent(args[1], max_bits), left = congruent(args[0], max_bits);
    return {infix(left.e, " * ", right.e, multiplicative), int_bits + 1, false};
  }
  for (std::size_t i = 0; i < 2; ++i) {
    std::int32_t n = 0;
    if (!small_constant(args[i], n) || n <= -(1 << 20) || n >= 1 << 20) continue;
    const auto factor = static_cast<int>(std::bit_width(static_cast<std::uint32_t>(n < 0 ? -n : n)));
    if (int_bits + factor > room) return {wrap(infix_of(args[0], " * ", args[1], multiplicative)), int_bits, true};
    const Congruent of = congruent(args[1 - i], room - factor);
    const Expr constant = number(n);
    return {i == 0 ? infix(constant, " * ", of.e, multiplicative) : infix(of.e, " * ", constant, multiplicative), of.bits + factor, false};
  }
  return {runtime_call("rt_int_mul", args), int_bits, true};
}

Expr FunctionPrinter::plus(const Expr& e, std::int64_t n) {
  return infix(e, n < 0 ? " - " : " + ", number(n < 0 ? -n : n), additive);
}

// The length of what `length` measures, and the tag's place, plus n.
Expr FunctionPrinter::length_plus(ValueId length, std::int64_t n) {
  const Expr size{"#" + value(f_.args(length)[0]).at(unary), unary, false};
  return n == 0 ? size : plus(size, n);
}

Expr FunctionPrinter::arithmetic(ValueId v) {
  const Node& node = f_.nodes[v];
  const auto args = f_.args(v);
  switch (node.op) {
  case Opcode::count_up: return infix(value(args[0]), " + ", number(1), additive);
  case Opcode::div:
    if (!facts_.not_negative[v]) return runtime_call("rt_int_div", args);
    if (context_.dialect.has_integers) return infix_of(args[0], " // ", args[1], multiplicative);
    return floor_of(infix_of(args[0], " / ", args[1], multiplicative));
  case Opcode::mod:
    if (facts_.not_negative[v]) return infix_of(args[0], " % ", args[1], multiplicative);
    return runtime_call("rt_int_mod", args);
  default: break;
  }
  Congruent result = unwrapped(v, max_bits);
  return result.wrapped || facts_.exact[v] ? std::move(result.e) : wrap(std::move(result.e));
}

Expr FunctionPrinter::floor_of(const Expr& e) { return name(runtime("lua_floor") + "(" + e.text + ")"); }

Expr FunctionPrinter::bits(const Node& node, std::span<const ValueId> args) {
  const auto& d = context_.dialect;
  const char* names[] = {"and", "or", "xor"};
  const int which = node.op == Opcode::and_ ? 0 : node.op == Opcode::or_ ? 1 : 2;
  std::int32_t n = 0;
  if (which == 0 && !d.is_luajit)
    for (std::size_t i = 0; i < 2; ++i) {
      // A mask cuts off what is beyond the width. One of low bits is a remainder, of negative numbers too.
      if (!small_constant(args[i], n) || n < 0) continue;
      const bool low = n > 0 && (n & (n + 1)) == 0;
      if (!d.has_integers && low) return infix(congruent(args[1 - i], max_bits).e, " % ", number(std::int64_t{n} + 1), multiplicative);
      if (d.has_integers) return infix(congruent(args[1 - i], max_bits).e, " & ", number(n), band);
    }
  if (d.has_integers) {
    const char* operators[] = {" & ", " | ", " ~ "};
    const Precedence precedences[] = {band, bor, bxor};
    return infix_of(args[0], operators[which], args[1], precedences[which]);
  }
  if (d.is_luajit) return bit_call(std::string("lua_b") + names[which], args);
  return runtime_call(std::string("rt_int_") + names[which], args);
}

// LuaJIT's functions wrap their operands.
Expr FunctionPrinter::bit_call(const std::string& function, std::span<const ValueId> args) {
  const std::string left = congruent(args[0], max_bits).e.text, right = congruent(args[1], max_bits).e.text;
  return name(runtime(function) + "(" + left + ", " + right + ")");
}

std::string FunctionPrinter::byte_text(ValueId v) {
  std::int32_t n = 0;
  const Node& node = f_.nodes[v];
  if (small_constant(v, n)) return std::to_string(n & 255);
  const bool byte = node.op == Opcode::get_char || node.op == Opcode::get_byte ||
                    (node.op == Opcode::c_call && gets_byte(access_of(program_.primitives[node.imm].name)));
  if (byte) return value(v).text;
  const Expr e = congruent(v, max_bits).e;
  if (context_.dialect.is_luajit) return runtime("lua_band") + "(" + e.text + ", 255)";
  if (context_.dialect.has_integers) return binary(e, " & ", number(255), band);
  return binary(e, " % ", number(256), multiplicative);
}

Expr FunctionPrinter::shift(ValueId v) {
  const Node& node = f_.nodes[v];
  const auto args = f_.args(v);
  const auto& d = context_.dialect;
  std::int32_t n = 0;
  const bool fixed = small_constant(args[1], n) && n >= 0 && n < d.int_width;
  const bool exact = facts_.exact[v];
  if (fixed && d.wide()) {
    if (node.op == Opcode::shl) {
      Expr shifted = infix(exact ? value(args[0]) : congruent(args[0], max_bits).e, " << ", number(n), Precedence::shift);
      return exact ? shifted : wrap(std::move(shifted));
    }
    if (node.op == Opcode::sar && facts_.not_negative[v]) return infix(value(args[0]), " >> ", number(n), Precedence::shift);
    if (node.op == Opcode::sar && n < 62) return infix(value(args[0]), " // ", number(std::int64_t{1} << n), multiplicative);
    if (node.op == Opcode::shr && n > 0) {
      const Expr e = congruent(args[0], max_bits).e;
      return infix({"(" + e.at(band) + " & 0x7fffffffffffffff)", primary, false}, " >> ", number(n), Precedence::shift);
    }
  }
  if (d.is_luajit && fixed) {
    const char* function = node.op == Opcode::shl ? "lua_lshift" : node.op == Opcode::shr ? "lua_rshift" : "lua_arshift";
    return bit_call(function, args);
  }
  if (fixed && !d.has_integers && node.op == Opcode::shl && n <= 20) {
    const Expr product = infix(value(args[0]), " * ", number(std::int64_t{1} << n), multiplicative);
    return exact ? product : wrap(product);
  }
  if (fixed && !d.has_integers && node.op == Opcode::sar) // exact: a power of two
    return floor_of(infix(value(args[0]), " / ", number(std::int64_t{1} << n), multiplicative));
  const char* function = node.op == Opcode::shl ? "rt_int_lsl" : node.op == Opcode::shr ? "rt_int_lsr" : "rt_int_asr";
  return runtime_call(function, args);
}

Expr FunctionPrinter::compare(Opcode op, std::span<const ValueId> args) {
  // The constant goes to the right: `x < 3` rather than `3 > x`.
  const bool swap = f_.nodes[args[0]].op == Opcode::integer && f_.nodes[args[1]].op != Opcode::integer;
  if (!swap) return {infix_of(args[0], comparison(op), args[1], bor).text, Precedence::compare, true};
  return {infix_of(args[1], comparison(mirrored(op)), args[0], bor).text, Precedence::compare, true};
}

// Whether v, a variable or one with a constant added, is from 0 to high: two comparisons.
std::optional<Expr> FunctionPrinter::between(ValueId v, std::int64_t high, bool inside) {
  std::int64_t low = 0;
  std::int32_t added = 0;
  if (folding_.form[v] == Form::folded && f_.nodes[v].op == Opcode::add && small_constant(f_.args(v)[1], added)) {
    v = f_.args(v)[0];
    low -= added;
    high -= added;
  }
  if (folding_.form[v] != Form::variable || high < low || low < -max_bound || high > max_bound) return std::nullopt;
  const Expr e = value(v);
  const Expr least = number(low), most = number(high);
  if (inside) return Expr{binary(e, " >= ", least, bor) + " and " + binary(e, " <= ", most, bor), and_, true};
  return Expr{binary(e, " < ", least, bor) + " or " + binary(e, " > ", most, bor), or_, true};
}

Expr FunctionPrinter::compare_unsigned(Opcode op, std::span<const ValueId> args) {
  std::int32_t n = 0;
  std::optional<Expr> e;
  if (small_constant(args[1], n) && n >= 0) e = between(args[0], std::int64_t{n} - 1, op == Opcode::ult);
  else if (small_constant(args[0], n) && n >= 0) e = between(args[1], n, op == Opcode::uge);
  if (e) return *e;
  e = runtime_call("rt_int_ult", args);
  if (op == Opcode::uge) return {"not " + e->text, unary, true};
  e->truth = true;
  return *e;
}

} // namespace loo
