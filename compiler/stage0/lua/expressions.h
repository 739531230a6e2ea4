// How expressions are put together. Private to lua.
#pragma once

#include "lua/expression.h"

#include <string>

namespace loo {

[[nodiscard]] inline Expr name(std::string text) { return {std::move(text), Precedence::primary, false}; }
[[nodiscard]] inline Expr plain(std::string text) { return {std::move(text), Precedence::literal, false}; }

[[nodiscard]] inline std::string binary(const Expr& a, const char* op, const Expr& b, Precedence p) {
  return a.at(p) + op + b.at(static_cast<Precedence>(static_cast<int>(p) + 1));
}

[[nodiscard]] inline Expr infix(const Expr& a, const char* op, const Expr& b, Precedence p) { return {binary(a, op, b, p), p, false}; }

[[nodiscard]] inline Expr number(std::int64_t value) {
  return {std::to_string(value), value < 0 ? Precedence::unary : Precedence::literal, false};
}

} // namespace loo
