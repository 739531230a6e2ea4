#include "link/locations.h"

#include "bytecode/opcodes.h"
#include "lua/expression.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

// By pc: a call, a raise, a division, a tail call, a call of C.
enum : std::uint32_t { call = 0, raise = 1, division = 2, tail_call = 4, c_call = 6 };

Image image_with(std::vector<DebugEvent> events) {
  const auto op = [](Op code) { return static_cast<std::int32_t>(code); };
  Image image;
  image.code = {op(Op::APPLY1), op(Op::RAISE), op(Op::DIVINT), op(Op::PUSH), op(Op::APPTERM1), 1, op(Op::C_CALL1), 0,
                op(Op::PUSH),   op(Op::STOP)};
  image.events = std::move(events);
  return image;
}

const std::string before = "of another section " + place_mark(99) + "\n", start = "local x\nrt_located(";

// What becomes of a section with these lines, behind `before` and `start`.
std::string settled(const Image& image, const std::string& lines) {
  std::string text = before + start + Locations::table_mark + ")\n" + lines;
  Locations(image).settle(text, before.size());
  EXPECT_TRUE(text.starts_with(before + start));
  return text.substr(before.size() + start.size());
}

std::string table(const std::vector<DebugEvent>& events, std::uint32_t pc) {
  const std::string text = settled(image_with(events), place_mark(pc) + "f()\n");
  return text.substr(0, text.find(")\nf()"));
}

TEST(Locations, LinesBelowTheCall) {
  const Image image = image_with({});
  EXPECT_EQ(settled(image, "x\n"), "\"\", \"\")\nx\n");
  const std::string text =
      "x\n  " + place_mark(call) + "f()\n" + place_mark(raise) + "g()\n\n" + place_mark(call) + "h()\n";
  EXPECT_EQ(settled(image, text), "\"\", \"QKQ\")\nx\n  f()\ng()\n\nh()\n");
}

TEST(Locations, SectionsWithoutAPlaceStay) {
  std::string text = "local x\n";
  Locations(image_with({})).settle(text, 0);
  EXPECT_EQ(text, "local x\n");
}

TEST(Locations, EventsAtTheReturnAddressOrOneWordBehind) {
  const auto event = [](std::uint32_t pc) { return std::vector<DebugEvent>{{pc, "a.ml", 1, 2, "A.f", 1, 5, 5}}; };
  const std::string here = "\"a.ml\\nA.f\\n\", \"MACCEAK\"";
  EXPECT_EQ(table(event(1), call), here);
  EXPECT_EQ(table(event(2), call), here);
  EXPECT_EQ(table(event(0), call), "\"\", \"I\"");
  EXPECT_EQ(table(event(3), call), "\"\", \"I\"");
  EXPECT_EQ(table(event(1), raise), "\"a.ml\\nA.f\\n\", \"OACCEAK\"");
  EXPECT_EQ(table(event(8), c_call), here);
  EXPECT_EQ(table(event(5), division), here);
  EXPECT_EQ(table(event(3), division), "\"\", \"I\"");
  EXPECT_EQ(table(event(5), tail_call), "\"\", \"\"");
}

TEST(Locations, OfSeveralEventsOne) {
  EXPECT_EQ(table({{1, "a", 2, 0, "", 2, 1, 1}, {1, "b", 2, 0, "", 2, 3, 3}, {1, "c", 1, 9, "", 2, 1, 40}}, call),
            "\"b\\n\\n\", \"MACEAAG\"");
  EXPECT_EQ(table({{2, "a", 2, 0, "", 2, 1, 1}, {2, "b", 2, 0, "", 2, 3, 3}, {2, "c", 1, 9, "", 2, 1, 40}}, call),
            "\"c\\n\\n\", \"MACCSCCwC\"");
}

TEST(Locations, NumbersAndNames) {
  const std::vector<DebugEvent> events{{1, "a\nb\"\xff.ml", 1000000, -1, "x", 999990, 2147483647, 16}};
  EXPECT_EQ(table(events, call), R"("a?b\"\255.ml\nx\n", "MACgkh9BDV+/////DgB")");
}

} // namespace
} // namespace loo
