// OCaml's marshalled values (runtime/intern.c), read into flat tables. Strings,
// floats and boxed integers stay in the input and are decoded when asked for, so
// the input must outlive the Marshalled. Sharing and cycles are kept: a block is
// the same value wherever it is referred to.
// Cost: one pass, no recursion, at most 12 bytes of memory per byte of input,
// since a block can't claim more fields than there are bytes left.
#pragma once

#include "bytecode/byte_reader.h"
#include "bytecode/image.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace loo {

// Meaningful only with the Marshalled that it came from. Equal values of blocks,
// strings and boxes are the same object.
class MarshalValue {
public:
  friend bool operator==(MarshalValue, MarshalValue) = default;

private:
  friend class Marshalled;
  friend class MarshalReader;
  // Two low bits: what the 30 others are.
  enum Form : std::uint32_t { object = 0, small_integer = 1, atom = 2, big_integer = 3 };
  constexpr MarshalValue(Form form, std::uint32_t payload) : bits_(payload << 2 | form) {}
  [[nodiscard]] Form form() const { return static_cast<Form>(bits_ & 3); }
  [[nodiscard]] std::uint32_t payload() const { return bits_ >> 2; }
  std::uint32_t bits_;
};

class Marshalled {
public:
  using Kind = Constant::Kind;

  // Reads the value at the start of `section`. Errors name the offset: not a
  // marshalled value, cut short, compressed, code pointers, unknown custom blocks.
  [[nodiscard]] static Result<Marshalled> read(const FileSection& section);

  [[nodiscard]] MarshalValue root() const { return root_; }
  // Bytes that the value took, its header included.
  [[nodiscard]] std::size_t size_in_bytes() const { return end_; }

  [[nodiscard]] Kind kind(MarshalValue value) const;
  [[nodiscard]] bool is_integer(MarshalValue value) const { return (value.bits_ & 1) != 0; }
  [[nodiscard]] bool is_integer(MarshalValue value, std::int64_t wanted) const {
    return is_integer(value) && integer(value) == wanted;
  }
  [[nodiscard]] bool is_string(MarshalValue value) const { return kind(value) == Kind::string; }
  [[nodiscard]] bool is_block(MarshalValue value, int tag, std::size_t size) const {
    return kind(value) == Kind::block && this->tag(value) == tag && fields(value).size() == size;
  }

  // Each wants a value of the kind that it names.
  [[nodiscard]] std::int64_t integer(MarshalValue value) const;
  [[nodiscard]] int tag(MarshalValue block) const;
  [[nodiscard]] std::span<const MarshalValue> fields(MarshalValue block) const;
  [[nodiscard]] std::string_view string(MarshalValue value) const;
  [[nodiscard]] double floating(MarshalValue value) const;
  [[nodiscard]] std::vector<double> float_array(MarshalValue value) const;
  [[nodiscard]] std::int64_t boxed_integer(MarshalValue value) const; // int32, int64, nativeint

  // Objects (all but integers and blocks without fields) are numbered from 0 in
  // the order of the input.
  [[nodiscard]] std::size_t object_count() const { return objects_.size(); }
  [[nodiscard]] MarshalValue object(std::size_t number) const {
    return {MarshalValue::object, static_cast<std::uint32_t>(number)};
  }
  [[nodiscard]] bool is_object(MarshalValue value) const { return value.form() == MarshalValue::object; }
  [[nodiscard]] std::size_t object_number(MarshalValue value) const { return value.payload(); }

private:
  friend class MarshalReader;
  struct Object {
    std::uint32_t offset;      // of its code in the input
    std::uint32_t first_field; // of a block: index in fields_
  };

  Marshalled() = default;
  Bytes bytes_;
  MarshalValue root_{MarshalValue::small_integer, 0};
  std::size_t end_ = 0;
  std::vector<Object> objects_;
  std::vector<MarshalValue> fields_;
  std::vector<std::int64_t> big_integers_;
};

// The length in bytes of the marshalled value at the start of `bytes`, header
// included, whatever its format (also the compressed one); 0 if there is none.
[[nodiscard]] std::uint64_t marshalled_length(Bytes bytes);
// Whether a value in the compressed format (5.1+, zstd) starts there.
[[nodiscard]] bool is_compressed(Bytes bytes);

} // namespace loo
