// Marshalled values: every code, sharing, cycles, and data that lies.
#include "bytecode/marshal_reader.h"

#include "files.h"

#include <gtest/gtest.h>

#include <limits>

namespace loo {
namespace {

using namespace test;
using Kind = Constant::Kind;

struct Read {
  explicit Read(std::string text) : bytes(std::move(text)), result(Marshalled::read({"f", "DATA", bytes_of(bytes)})) {}
  const Marshalled* operator->() const { return &result.value(); }
  [[nodiscard]] MarshalValue root() const { return result.value().root(); }
  [[nodiscard]] std::string error() const { return result.ok() ? "" : result.error().message; }
  std::string bytes;
  Result<Marshalled> result;
};

Read data(const std::string& bytes) { return Read(marshalled(bytes, 10)); }

std::int64_t integer_of(const std::string& bytes) {
  const Read read = data(bytes);
  return read->integer(read.root());
}

TEST(Marshal, Integers) {
  EXPECT_EQ(integer_of("\x40"), 0);
  EXPECT_EQ(integer_of("\x7f"), 63);
  EXPECT_EQ(integer_of(std::string("\x00\xff", 2)), -1);
  EXPECT_EQ(integer_of("\x01\x80" + std::string(1, 0)), -32768);
  EXPECT_EQ(integer_of("\x02\x7f\xff\xff\xff"), 0x7fffffff);
  EXPECT_EQ(integer_of("\x02\x80" + std::string(3, 0)), -0x80000000LL);
  for (const std::int64_t value : {std::int64_t{1} << 29, -(std::int64_t{1} << 29), (std::int64_t{1} << 62) - 1,
                                   -(std::int64_t{1} << 62), std::int64_t{(1 << 29) - 1}}) {
    EXPECT_EQ(integer_of(integer(value)), value);
  }
  // An OCaml integer has 63 bits.
  EXPECT_EQ(integer_of(integer(std::numeric_limits<std::int64_t>::max())), -1);
}

TEST(Marshal, Strings) {
  for (const std::string& bytes : {std::string("\x23" "abc"), std::string("\x09\x03" "abc"),
                                   "\x0A" + big_endian(3, 4) + "abc", "\x15" + big_endian(3, 8) + "abc"}) {
    const Read read = data(bytes);
    ASSERT_EQ(read.error(), "");
    ASSERT_EQ(read->kind(read.root()), Kind::string);
    EXPECT_EQ(read->string(read.root()), "abc");
  }
}

TEST(Marshal, Blocks) {
  for (const std::string& head : {std::string("\xA3"), "\x08" + big_endian(2 << 10 | 3, 4),
                                  "\x13" + big_endian(2 << 10 | 3, 8)}) {
    const Read read = data(head + "\x41\x42");
    ASSERT_EQ(read.error(), "");
    ASSERT_TRUE(read->is_block(read.root(), 3, 2));
    EXPECT_EQ(read->integer(read->fields(read.root())[1]), 2);
  }
  const Read atom = data("\x85");
  EXPECT_TRUE(atom->is_block(atom.root(), 5, 0));
  EXPECT_EQ(atom->object_count(), 0U);
}

TEST(Marshal, Floats) {
  const std::string little("\0\0\0\0\0\0\xf8\x3f", 8); // 1.5
  const std::string big("\x3f\xf8\0\0\0\0\0\0", 8);
  for (const std::string& bytes : {'\x0C' + little, '\x0B' + big}) {
    const Read read = data(bytes);
    ASSERT_EQ(read->kind(read.root()), Kind::floating);
    EXPECT_EQ(read->floating(read.root()), 1.5);
  }
  for (const std::string& bytes : {"\x0E\x02" + little + little, "\x07" + big_endian(2, 4) + little + little,
                                   "\x17" + big_endian(2, 8) + little + little, "\x0D\x02" + big + big,
                                   "\x0F" + big_endian(2, 4) + big + big, "\x16" + big_endian(2, 8) + big + big}) {
    const Read read = data(bytes);
    ASSERT_EQ(read.error(), "");
    ASSERT_EQ(read->kind(read.root()), Kind::float_array);
    EXPECT_EQ(read->float_array(read.root()), (std::vector<double>{1.5, 1.5}));
  }
}

TEST(Marshal, BoxedIntegers) {
  const auto check = [](const std::string& bytes, Kind kind) {
    const Read read = data(bytes);
    ASSERT_EQ(read.error(), "");
    EXPECT_EQ(read->kind(read.root()), kind);
    EXPECT_EQ(read->boxed_integer(read.root()), -2);
  };
  const std::uint64_t minus_two = ~std::uint64_t{1};
  for (const std::string& start : {std::string("\x19"), std::string("\x18")}) {
    const std::string sizes = start == "\x18" ? std::string(12, 0) : "";
    check(start + std::string("_i\0", 3) + sizes + big_endian(minus_two, 4), Kind::int32);
    check(start + std::string("_j\0", 3) + sizes + big_endian(minus_two, 8), Kind::int64);
    check(start + std::string("_n\0", 3) + sizes + '\x01' + big_endian(minus_two, 4), Kind::nativeint);
    check(start + std::string("_n\0", 3) + sizes + '\x02' + big_endian(minus_two, 8), Kind::nativeint);
  }
}

TEST(Marshal, SharingCountsObjectsAsOcamlDoes) {
  // (("a", 1.5), atom, same "a", same 1.5, same pair): atoms and integers don't count.
  const std::string pair = "\xA0\x21" "a\x0C" + std::string(6, 0) + "\xf8\x3f";
  const Read read = data("\xD0" + pair + "\x80" + "\x04\x02" + std::string("\x05\0\x01", 3) + "\x06" + big_endian(3, 4));
  ASSERT_EQ(read.error(), "");
  const auto fields = read->fields(read.root());
  const auto inner = read->fields(fields[0]);
  EXPECT_EQ(fields[2], inner[0]);
  EXPECT_EQ(fields[3], inner[1]);
  EXPECT_EQ(fields[4], fields[0]);
}

TEST(Marshal, Cycles) {
  const Read read = data("\xA0\x41\x04\x01");
  ASSERT_EQ(read.error(), "");
  EXPECT_EQ(read->fields(read.root())[1], read.root());
}

TEST(Marshal, BigHeader) {
  const std::string bytes = big_endian(0x8495A6BF, 4) + big_endian(0, 4) + big_endian(1, 8) + big_endian(0, 8) + big_endian(0, 8) + "\x45rest";
  const Read read(bytes);
  ASSERT_EQ(read.error(), "");
  EXPECT_EQ(read->integer(read.root()), 5);
  EXPECT_EQ(read->size_in_bytes(), 33U);
  EXPECT_EQ(marshalled_length(bytes_of(bytes)), 33U);
}

TEST(Marshal, DeepNestingNeedsNoStack) {
  std::string bytes(1000000, '\x90');
  const Read read = data(bytes + "\x40");
  EXPECT_EQ(read.error(), "");
}

TEST(Marshal, SizesThatCantBeTrueTakeNoMemory) {
  const std::string lie = "block longer than the input";
  EXPECT_EQ(data("\x08\xff\xff\xfc" + std::string(1, 0)).error(), lie);
  EXPECT_EQ(data("\x13" + std::string(7, '\xff') + std::string(1, 0)).error(), lie);
  // Each block would fit the rest, but not all of them together.
  std::string nested;
  for (int i = 0; i < 20000; ++i) nested.append("\x08").append(big_endian(50000 << 10, 4));
  EXPECT_EQ(data(nested + std::string(60000, '\x40')).error(), lie);
  EXPECT_EQ(data("\x15" + std::string(8, '\xff')).error(), "the marshalled value is cut short");
  EXPECT_EQ(data("\x16" + std::string(8, '\xff')).error(), "the marshalled value is cut short");
  EXPECT_EQ(data("\x16\x20" + std::string(7, 0)).error(), "the marshalled value is cut short");
}

TEST(Marshal, Errors) {
  EXPECT_EQ(Read("").error(), "no marshalled value here");
  EXPECT_EQ(Read("abcdefghijklmnopqrstuvwxyz").error(), "no marshalled value here");
  EXPECT_EQ(Read(marshalled("\x40").substr(0, 20)).error(), "the marshalled value is cut short");
  EXPECT_EQ(data("").error(), "the marshalled value is cut short");
  EXPECT_EQ(data("\xA0\x40").error(), "block longer than the input");
  EXPECT_EQ(data("\x40\x40").error(), "bytes follow the marshalled value");
  EXPECT_EQ(data("\x04\x01").error(), "shared value that was never met");
  EXPECT_EQ(data(std::string("\x90\x04\x00", 3)).error(), "shared value that was never met");
  EXPECT_EQ(data("\x10" + std::string(20, 0)).error(), "closures can't be read");
  EXPECT_EQ(data("\x11" + std::string(20, 0)).error(), "closures can't be read");
  EXPECT_EQ(data("\x12" + std::string(20, 0)).error(), "custom block of an OCaml before 4.08");
  EXPECT_EQ(data("\x19_bigarr02" + std::string(20, 0)).error(), "custom block of a kind that can't be a constant");
  EXPECT_EQ(data(std::string("\x19_n\0\x03\0\0\0\0", 9)).error(), "ill-formed native integer");
  EXPECT_EQ(data("\x1f").error(), "unknown code in the marshalled value");
  const Read located = data("\x90\x1f");
  EXPECT_EQ(located.result.error().place.section, "DATA");
  EXPECT_EQ(located.result.error().place.offset, 21U);
}

TEST(Marshal, CompressedValuesAreMeasured) {
  const std::string bytes = big_endian(0x8495A6BD, 4) + "\x0a\x03\x05\x01\x01\x01" "abc" "next";
  EXPECT_TRUE(is_compressed(bytes_of(bytes)));
  EXPECT_EQ(marshalled_length(bytes_of(bytes)), 13U);
  EXPECT_EQ(Read(bytes).error(), "the marshalled value is compressed");
}

} // namespace
} // namespace loo
