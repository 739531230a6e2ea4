// Float literals as the compiler writes them in object files up to 5.0.
#include "bytecode/literals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace loo {
namespace {

TEST(Literals, Floats) {
  EXPECT_EQ(float_of_literal("1."), 1.0);
  EXPECT_EQ(float_of_literal("-3.25"), -3.25);
  EXPECT_EQ(float_of_literal("1_000.5e-1_0"), 1000.5e-10);
  EXPECT_EQ(float_of_literal("0x1.8p3"), 12.0);
  EXPECT_EQ(float_of_literal("-0X_Ap0"), -10.0);
  EXPECT_EQ(float_of_literal("4.9406564584124654e-324"), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(float_of_literal("0.1"), 0.1);
  EXPECT_TRUE(std::signbit(*float_of_literal("-0.")));
}

TEST(Literals, FloatsBeyondTheRange) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(float_of_literal("1e999"), infinity);
  EXPECT_EQ(float_of_literal("-1e999"), -infinity);
  EXPECT_EQ(float_of_literal("0." + std::string(400, '0') + "1e5"), 0.0);
  EXPECT_EQ(float_of_literal("1" + std::string(400, '0') + "e-5"), infinity);
  EXPECT_EQ(float_of_literal("1e-999"), 0.0);
  EXPECT_EQ(float_of_literal(std::string(400, '9')), infinity);
  EXPECT_EQ(float_of_literal("0." + std::string(400, '0') + "1"), 0.0);
  EXPECT_EQ(float_of_literal("0x1p9999"), infinity);
  EXPECT_EQ(float_of_literal("0x1p-9999"), 0.0);
}

TEST(Literals, WhatIsNoFloat) {
  for (const char* text : {"", "-", "--1", "1.5x", "e5", "0x", "1 "}) EXPECT_EQ(float_of_literal(text), std::nullopt) << text;
}

} // namespace
} // namespace loo
