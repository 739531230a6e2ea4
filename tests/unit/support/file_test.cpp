// Files in and out: limits, what is not a file, and that a failed write leaves
// the old file alone.
#include "support/file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace loo {
namespace {

namespace fs = std::filesystem;

class FileTest : public ::testing::Test {
protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "loo_file.XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] static std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(FileTest, ReadsWhatWasWritten) {
  const std::string text("a\0b\xff\n", 5);
  ASSERT_TRUE(write_file_atomically(path("x"), text).ok());
  const auto bytes = read_file(path("x"));
  ASSERT_TRUE(bytes.ok());
  EXPECT_EQ(std::string(bytes->begin(), bytes->end()), text);
  EXPECT_EQ(entries(), 1U);
}

TEST_F(FileTest, ReadsAnEmptyFile) {
  ASSERT_TRUE(write_file_atomically(path("x"), "").ok());
  EXPECT_TRUE(read_file(path("x"))->empty());
}

TEST_F(FileTest, RefusesWhatIsNoFile) {
  const auto missing = read_file(path("none"));
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().kind, ErrorKind::input);
  EXPECT_EQ(missing.error().message, "no such file");
  EXPECT_EQ(missing.error().place.file, path("none"));
  EXPECT_EQ(read_file(folder_.string()).error().message, "is a directory");
}

TEST_F(FileTest, StopsAtTheLimit) {
  ASSERT_TRUE(write_file_atomically(path("x"), std::string(100, 'x')).ok());
  EXPECT_TRUE(read_file(path("x"), 100).ok());
  EXPECT_EQ(read_file(path("x"), 99).error().message, "the file is longer than 99 bytes");
  EXPECT_FALSE(read_file("/dev/zero", 1 << 20).ok());
}

TEST_F(FileTest, ReplacesAFileAndKeepsItsLink) {
  ASSERT_TRUE(write_file_atomically(path("x"), "old").ok());
  fs::create_symlink(path("x"), path("link"));
  ASSERT_TRUE(write_file_atomically(path("link"), "new", true).ok());
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(content(path("x")), "new");
  EXPECT_EQ(::access(path("x").c_str(), X_OK), 0);
  EXPECT_EQ(entries(), 2U);
}

TEST_F(FileTest, LeavesNothingBehindWhenItFails) {
  const auto result = write_file_atomically(path("none/x"), "text");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().kind, ErrorKind::output);
  EXPECT_FALSE(write_file_atomically(folder_.string(), "text").ok());
  EXPECT_EQ(entries(), 0U);
}

TEST_F(FileTest, WritesToADeviceInPlace) {
  EXPECT_TRUE(write_file_atomically("/dev/null", "text").ok());
  EXPECT_FALSE(write_file_atomically("/dev/full", "text").ok());
}

} // namespace
} // namespace loo
