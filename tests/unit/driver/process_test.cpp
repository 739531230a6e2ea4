#include "driver/process.h"

#include "driver/interpreters.h"
#include "driver/temporary.h"

#include <gtest/gtest.h>

#include <fstream>

namespace loo {
namespace {

using namespace std::chrono_literals;

ProcessRequest shell(const std::string& script, std::chrono::milliseconds limit = 0ms) {
  return {.argv = {"sh", "-c", script}, .directory = "", .capture = true, .limit = limit};
}

TEST(Process, CapturesBothStreamsAndTheStatus) {
  const auto done = run_process(shell("echo out; echo err >&2; exit 3"));
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done->output, "out\nerr\n");
  EXPECT_EQ(done->status, 3);
  EXPECT_EQ(done->signal, 0);
}

TEST(Process, CapturesMoreThanAPipeHolds) {
  const auto done = run_process(shell("head -c 1000000 /dev/zero"));
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done->output.size(), 1000000U);
}

TEST(Process, TellsTheSignal) {
  const auto done = run_process(shell("kill -TERM $$"));
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done->signal, 15);
  EXPECT_EQ(done->status, 128 + 15);
}

TEST(Process, TheLimitEndsTheWholeGroup) {
  const auto began = std::chrono::steady_clock::now();
  const auto done = run_process(shell("sleep 60 & sleep 60", 200ms));
  ASSERT_TRUE(done.ok());
  EXPECT_TRUE(done->timed_out);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 10s);
}

TEST(Process, AnEarlyEndIsSeenAtOnceUnderALimit) {
  const auto began = std::chrono::steady_clock::now();
  const auto done = run_process(shell("sleep 0.1", 60s));
  ASSERT_TRUE(done.ok());
  EXPECT_FALSE(done->timed_out);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 10s);
}

TEST(Process, AGrandchildThatKeepsThePipeIsNotWaitedFor) {
  const auto began = std::chrono::steady_clock::now();
  const auto done = run_process(shell("echo x; sleep 5 &"));
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done->output, "x\n");
  EXPECT_LT(std::chrono::steady_clock::now() - began, 4s);
}

TEST(Process, AMissingProgramIsAnError) {
  const auto done = run_process({.argv = {"no-such-program-here"}, .directory = ""});
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(to_string(done.error()), "no-such-program-here: no such program");
}

TEST(Process, RunsInTheFolderAsked) {
  std::filesystem::path kept;
  {
    auto folder = TemporaryFolder::create();
    ASSERT_TRUE(folder.ok());
    kept = folder->path();
    std::ofstream(kept / "file") << "content";
    auto request = shell("cat file");
    request.directory = kept.string();
    const auto done = run_process(request);
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done->output, "content");
  }
  EXPECT_FALSE(std::filesystem::exists(kept));
}

TEST(Interpreters, EachRunsAFileWithArguments) {
  auto folder = TemporaryFolder::create();
  ASSERT_TRUE(folder.ok());
  const std::string file = (folder->path() / "f.lua").string();
  std::ofstream(file) << "io.write(arg[1], '|', arg[2], '\\n') os.exit(5)";
  for (const Interpreter& lua : find_interpreters()) {
    const auto done = run_process({.argv = command_for(lua, file, {"a b", "\"\\\n'"}), .directory = "", .capture = true});
    ASSERT_TRUE(done.ok()) << lua.name;
    EXPECT_EQ(done->output, "a b|\"\\\n'\n") << lua.name;
    EXPECT_EQ(done->status, 5) << lua.name;
    EXPECT_FALSE(lua.target.empty()) << lua.name;
  }
}

} // namespace
} // namespace loo
