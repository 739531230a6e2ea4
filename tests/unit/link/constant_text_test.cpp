#include "link/constant_text.h"

#include "lua/expression.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

Constant number(std::int64_t n) {
  Constant c;
  c.integer = n;
  return c;
}

Constant block(std::uint8_t tag, std::vector<ConstId> fields) {
  Constant c;
  c.kind = Constant::Kind::block;
  c.tag = tag;
  c.fields = std::move(fields);
  return c;
}

// The text that defines constant 0; its symbol is written as `K`.
std::string text_of(std::vector<Constant> constants) {
  Program program;
  program.constants = std::move(constants);
  const auto dialect = make_dialect("portable", 0);
  SymbolTable symbols;
  const std::uint32_t symbol = symbols.intern(SymbolKind::literal, 0);
  std::string text = constant_text(program, *dialect, symbols, symbol, 0);
  const std::string mark = symbol_text(symbol);
  EXPECT_TRUE(text.starts_with(mark));
  return "K" + text.substr(mark.size());
}

TEST(ConstantText, NestedBlocksAreOneExpression) {
  EXPECT_EQ(text_of({block(0, {1, 2}), number(1), block(3, {3}), number(-5)}), "K = {0, 1, {3, -5}}\n");
}

TEST(ConstantText, IntsWrapWhereTheTargetHas32Bits) {
  EXPECT_EQ(text_of({block(0, {1}), number(4294967297)}), "K = {0, 1}\n");
}

TEST(ConstantText, SharedPartsStayShared) {
  EXPECT_EQ(text_of({block(0, {1, 1}), block(1, {2}), number(7)}),
            "K = (function()\nlocal k = {}\nk[1] = {1, 7}\nreturn {0, k[1], k[1]}\nend)()\n");
}

TEST(ConstantText, CyclesAreClosedAfterwards) {
  // 1 :: 2 :: the whole list
  EXPECT_EQ(text_of({block(0, {2, 1}), block(0, {3, 0}), number(1), number(2)}),
            "K = (function()\nlocal k = {}\nk[1] = {0, 2, 0}\nk[2] = {0, 1, k[1]}\nk[1][3] = k[2]\nreturn k[2]\nend)()\n");
}

TEST(ConstantText, DeepOnesAreCutIntoParts) {
  std::vector<Constant> list;
  for (ConstId i = 0; i < 100; ++i) list.push_back(block(0, {100, i == 99 ? 100 : i + 1}));
  list.push_back(number(0));
  const std::string text = text_of(std::move(list));
  EXPECT_NE(text.find("k[3] = "), std::string::npos);
  EXPECT_EQ(text.find("k[4] = "), std::string::npos);
}

} // namespace
} // namespace loo
