#include "link/origins.h"

#include "bytecode/opcodes.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

// One unit: BRANCH to main code at 7, a closure's code from 2 and another's from 4, each
// two words; then CLOSURE twice.
Image image_with(std::vector<DebugEvent> events) {
  const auto op = [](Op code) { return static_cast<std::int32_t>(code); };
  Image image;
  image.code = {op(Op::BRANCH),  6, op(Op::RETURN), 1, op(Op::RETURN), 1, op(Op::CONST0), op(Op::CLOSURE), 0, -7,
                op(Op::CLOSURE), 0, -8};
  image.units = {{"Unit", 0, static_cast<std::uint32_t>(image.code.size())}};
  image.events = std::move(events);
  return image;
}

std::string comment(const Image& image, std::uint32_t pc, FunctionKind kind = FunctionKind::closure) {
  Function function;
  function.kind = kind;
  function.pc = pc;
  return Origins(image).comment(function);
}

TEST(Origins, TheFirstEventOfTheFunctionsOwnCode) {
  const Image image = image_with({{3, "a.ml", 1, 0, "A.f"}, {3, "a.ml", 2, 0, "A.f"}, {9, "a.ml", 8, 0, "A"}});
  EXPECT_EQ(comment(image, 2), "-- a.ml:1 A.f, pc 2\n");
  EXPECT_EQ(comment(image, 4), "-- Unit, pc 4\n"); // the next event is that of the main code
  EXPECT_EQ(comment(image, 0, FunctionKind::unit_main), "-- a.ml:8 A, pc 0\n");
}

TEST(Origins, WithoutEventsOrLines) {
  EXPECT_EQ(comment(image_with({}), 2), "-- Unit, pc 2\n");
  EXPECT_EQ(comment(image_with({{2, "_none_", 0, 0, "??"}}), 2), "-- Unit, pc 2\n");
  EXPECT_EQ(comment(image_with({{2, "a.ml", 5, 0, ""}}), 2), "-- a.ml:5, pc 2\n");
}

TEST(Origins, NamesStayWithinTheComment) {
  EXPECT_EQ(comment(image_with({{2, "a\nprint(1)\r", 5, 0, "\x01" "7\x02\x7f\xff"}}), 2), "-- a?print(1)?:5 ?7???, pc 2\n");
  const std::string text = comment(image_with({{2, std::string(100000, 'x'), 5, 0, std::string(100000, 'y')}}), 2);
  EXPECT_LT(text.size(), 450U);
}

} // namespace
} // namespace loo
