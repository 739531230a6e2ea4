// A cursor over bytes that came from a file, and the place of such bytes for
// messages. Big endian, as OCaml's file formats are. The caller asks `has` before
// it reads: reads themselves don't check. Nothing is copied.
#pragma once

#include "support/diagnostic.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace loo {

using Bytes = std::span<const std::uint8_t>;

// Bytes of a named part of a file. Offsets in diagnostics count from `origin`,
// so that a part of a section speaks of the section's offsets.
struct FileSection {
  std::string file;
  std::string name;
  Bytes bytes;
  std::uint64_t origin = 0;

  [[nodiscard]] Diagnostic error(std::string message) const {
    return {ErrorKind::input, {file, name, std::nullopt}, std::move(message)};
  }
  [[nodiscard]] Diagnostic error_at(std::uint64_t offset, std::string message) const {
    return {ErrorKind::input, {file, name, origin + offset}, std::move(message)};
  }
  // The part from `offset` on, `size` bytes; both must be within.
  [[nodiscard]] FileSection part(std::size_t offset, std::size_t size) const {
    return {file, name, bytes.subspan(offset, size), origin + offset};
  }
};

class ByteReader {
public:
  explicit ByteReader(Bytes bytes, std::size_t offset = 0) : bytes_(bytes), offset_(offset) {}

  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] std::size_t remaining() const { return bytes_.size() - offset_; }
  [[nodiscard]] bool has(std::uint64_t count) const { return count <= remaining(); }
  void skip(std::size_t count) { offset_ += count; }

  [[nodiscard]] std::uint8_t u8() { return bytes_[offset_++]; }
  [[nodiscard]] std::uint32_t u32() { return static_cast<std::uint32_t>(unsigned_be(4)); }
  // `count` bytes, at most 8, most significant first.
  [[nodiscard]] std::uint64_t unsigned_be(int count) {
    std::uint64_t value = 0;
    for (; count > 0; --count) value = value << 8 | bytes_[offset_++];
    return value;
  }
  [[nodiscard]] std::uint64_t unsigned_le(int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i) value |= std::uint64_t{bytes_[offset_++]} << (8 * i);
    return value;
  }
  [[nodiscard]] std::int64_t signed_be(int count) {
    const int spare = 64 - 8 * count;
    return static_cast<std::int64_t>(unsigned_be(count) << spare) >> spare;
  }

private:
  Bytes bytes_;
  std::size_t offset_;
};

[[nodiscard]] inline std::string_view as_text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace loo
