// Debug events of all versions, made by hand.
#include "bytecode/debug.h"

#include "files.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

using namespace test;

std::string position(const std::string& file, int line, int bol, int cnum) {
  return block(0, {string(file), integer(line), integer(bol), integer(cnum)});
}

std::string event(int pos, bool definition, const std::string& file = "a.ml", int cnum = 12) {
  const std::string location = block(0, {position(file, 3, 10, cnum), position(file, 4, 20, 26), integer(0)});
  std::vector<std::string> fields{integer(pos), string("A"), location, integer(0)};
  if (definition) fields.push_back(string("A.f"));
  while (fields.size() < (definition ? 11U : 10U)) fields.push_back(integer(0));
  return block(0, fields);
}

std::string section(const std::string& events, std::uint32_t origin = 40) {
  return big_endian(1, 4) + big_endian(origin, 4) + marshalled(events) + marshalled(list({string("/src")}));
}

Result<std::vector<DebugEvent>> read(const std::string& bytes, int magic) {
  return read_debug_section({"f", "DBUG", bytes_of(bytes)}, OcamlVersion{magic}, 1000);
}

TEST(Debug, EventsBeforeAndFrom4_11) {
  for (const int magic : {27, 28, 30, 35}) {
    const bool definition = magic >= 28;
    const auto events = read(section(list({event(8, definition), event(4, definition)})), magic);
    ASSERT_TRUE(events.ok()) << magic << ' ' << to_string(events.error());
    ASSERT_EQ(events->size(), 2U);
    const DebugEvent& first = (*events)[0];
    EXPECT_EQ(first.pc, 11U); // sorted
    EXPECT_EQ(first.file, "a.ml");
    EXPECT_EQ(first.line, 3);
    EXPECT_EQ(first.column, 2);
    EXPECT_EQ(first.end_line, 4);
    EXPECT_EQ(first.end_column, 6);
    EXPECT_EQ(first.end_offset, 16);
    EXPECT_EQ(first.definition, definition ? "A.f" : "");
    EXPECT_EQ((*events)[1].pc, 12U);
    EXPECT_FALSE(read(section(list({event(8, !definition)})), magic).ok());
  }
}

TEST(Debug, DummyPositions) {
  const auto events = read(section(list({event(0, true, "_none_", -1)})), 30);
  ASSERT_TRUE(events.ok());
  EXPECT_EQ((*events)[0].column, -1);
  EXPECT_EQ((*events)[0].end_offset, 16);
}

TEST(Debug, DamagedSections) {
  EXPECT_EQ(read("", 30).error().message, "the debug events are cut short");
  EXPECT_EQ(read(big_endian(7, 4), 30).error().message, "the debug events are cut short");
  EXPECT_EQ(read(section(list({event(40000, true)})), 30).error().message, "a debug event lies beyond the code");
  EXPECT_EQ(read(section(list({integer(1)})), 30).error().message, "a debug event has an unknown form");
  // A list that is its own tail.
  EXPECT_EQ(read(section(block(0, {event(0, true), shared(8)})), 30).error().message,
            "a debug event has an unknown form");
}

TEST(Debug, SharedNamesDoNotFillTheMemory) {
  std::vector<std::string> events{event(0, true, std::string(100000, 'x'))};
  for (int i = 0; i < 1000; ++i) {
    const std::string same = shared(6); // the location of the event before
    std::vector<std::string> fields{integer(0), string("A"), same, integer(0), string("")};
    while (fields.size() < 11) fields.push_back(integer(0));
    events.push_back(block(0, fields));
  }
  const auto result = read(section(list(events)), 30);
  EXPECT_FALSE(result.ok());
}

} // namespace
} // namespace loo
