// Diagnostics: exit codes are documented, messages fit on one line.
#include "support/diagnostic.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

TEST(Diagnostic, EveryKindHasItsExitCode) {
  EXPECT_EQ(exit_code(ErrorKind::usage), 1);
  EXPECT_EQ(exit_code(ErrorKind::input), 2);
  EXPECT_EQ(exit_code(ErrorKind::missing_primitive), 3);
  EXPECT_EQ(exit_code(ErrorKind::limit), 4);
  EXPECT_EQ(exit_code(ErrorKind::output), 5);
  EXPECT_EQ(exit_code(ErrorKind::internal), 70);
}

TEST(Diagnostic, TellsThePlace) {
  EXPECT_EQ(to_string({ErrorKind::input, {"a.byte", "CODE", 12}, "unknown opcode"}),
            "a.byte: unknown opcode (CODE, offset 12)");
  EXPECT_EQ(to_string({ErrorKind::input, {"a.byte", "CODE", std::nullopt}, "empty"}), "a.byte: empty (CODE)");
  EXPECT_EQ(to_string({ErrorKind::input, {"a.byte", "", 3}, "odd"}), "a.byte: odd (offset 3)");
  EXPECT_EQ(to_string({ErrorKind::usage, {}, "no file"}), "no file");
}

TEST(Diagnostic, IsOneLineWhateverTheNames) {
  EXPECT_EQ(to_string({ErrorKind::input, {"a\nb", "C\x01", std::nullopt}, "bad \x7f"}), "a\\x0ab: bad \\x7f (C\\x01)");
}

} // namespace
} // namespace loo
