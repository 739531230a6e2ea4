#include "bytecode/marshal_reader.h"

#include "bytecode/marshal_codes.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace loo {

using namespace marshal;

namespace {

// A block's or a string's head: where its content starts and how much of it.
struct Head {
  std::uint64_t size;  // fields, bytes or floats
  std::size_t content; // offset
  int tag = 0;
  bool little = false; // floats
};

Head block_head(Bytes bytes, std::size_t offset) {
  ByteReader in(bytes, offset);
  const int code = in.u8();
  if (code >= small_block) return {static_cast<std::uint64_t>(code >> 4 & 7), in.offset(), code & 15};
  const std::uint64_t header = in.unsigned_be(code == block32 ? 4 : 8);
  return {header >> 10, in.offset(), static_cast<int>(header & 255)};
}

Head string_head(Bytes bytes, std::size_t offset) {
  ByteReader in(bytes, offset);
  const int code = in.u8();
  if (code >= small_string) return {static_cast<std::uint64_t>(code & 31), in.offset()};
  const std::uint64_t size = in.unsigned_be(code == string8 ? 1 : code == string32 ? 4 : 8);
  return {size, in.offset()};
}

Head float_array_head(Bytes bytes, std::size_t offset) {
  ByteReader in(bytes, offset);
  const int code = in.u8();
  const bool little =
      code == double_array8_little || code == double_array32_little || code == double_array64_little;
  const bool short_size = code == double_array8_little || code == double_array8_big;
  const bool long_size = code == double_array64_little || code == double_array64_big;
  const std::uint64_t size = in.unsigned_be(short_size ? 1 : long_size ? 8 : 4);
  return {size, in.offset(), 0, little};
}

double read_double(Bytes bytes, std::size_t offset, bool little) {
  ByteReader in(bytes, offset);
  return std::bit_cast<double>(little ? in.unsigned_le(8) : in.unsigned_be(8));
}

struct Header {
  std::size_t size = 0;
  std::uint64_t data = 0; // bytes that follow the header
  std::uint64_t objects = 0;
  bool compressed = false;
};

// 1xxxxxxx 1yyyyyyy 0zzzzzzz; saturates.
std::uint64_t read_vlq(ByteReader& in) {
  std::uint64_t value = 0;
  while (in.has(1)) {
    const unsigned byte = in.u8();
    value = value >> 57 != 0 ? ~std::uint64_t{0} : value << 7 | (byte & 127);
    if (byte < 128) break;
  }
  return value;
}

// size = 0 if there is no header.
Header read_header(Bytes bytes) {
  ByteReader in(bytes);
  if (!in.has(4)) return {};
  const std::uint32_t magic = in.u32();
  if (magic == magic_small && in.has(header_small - 4)) {
    const std::uint64_t data = in.u32();
    const std::uint64_t objects = in.u32();
    return {header_small, data, objects};
  }
  if (magic == magic_big && in.has(header_big - 4)) {
    in.skip(4);
    const std::uint64_t data = in.unsigned_be(8);
    const std::uint64_t objects = in.unsigned_be(8);
    return {header_big, data, objects};
  }
  if (magic == magic_compressed && in.has(1)) {
    const std::size_t size = in.u8() & 0x3F;
    return {size, read_vlq(in), 0, true};
  }
  return {};
}

} // namespace

std::uint64_t marshalled_length(Bytes bytes) {
  const Header header = read_header(bytes);
  if (header.size == 0 || header.data > bytes.size()) return 0;
  const std::uint64_t length = header.size + header.data;
  return length <= bytes.size() ? length : 0;
}

bool is_compressed(Bytes bytes) { return read_header(bytes).compressed; }

// Steps of intern_rec: `open_` holds the blocks whose fields are still to come.
class MarshalReader {
public:
  MarshalReader(const FileSection& section, Marshalled& out, std::size_t start, std::size_t end)
      : section_(section), out_(out), in_(section.bytes.first(end), start) {}

  std::optional<Diagnostic> run() {
    if (!value(out_.root_)) return section_.error_at(error_offset_, error_);
    while (!open_.empty()) {
      Open& top = open_.back();
      const std::size_t field = top.next++;
      --pending_;
      if (top.next == top.end) open_.pop_back();
      MarshalValue value{MarshalValue::small_integer, 0};
      if (!this->value(value)) return section_.error_at(error_offset_, error_);
      out_.fields_[field] = value;
    }
    if (in_.remaining() != 0) return section_.error_at(in_.offset(), "bytes follow the marshalled value");
    return std::nullopt;
  }

private:
  struct Open {
    std::size_t next, end; // fields
  };

  bool fail(const char* message) {
    error_ = message;
    error_offset_ = start_;
    return false;
  }
  bool need(std::uint64_t count) { return in_.has(count) || fail("the marshalled value is cut short"); }

  bool value(MarshalValue& out) {
    start_ = in_.offset();
    if (!need(1)) return false;
    const int code = in_.u8();
    if (code >= small_block) return block(out, static_cast<std::uint64_t>(code >> 4 & 7), code & 15);
    if (code >= small_int) return integer(out, code & 63);
    if (code >= small_string) return leaf(out, static_cast<std::uint64_t>(code & 31));
    switch (code) {
    case int8:
      return need(1) && integer(out, in_.signed_be(1));
    case int16:
      return need(2) && integer(out, in_.signed_be(2));
    case int32:
      return need(4) && integer(out, in_.signed_be(4));
    case int64:
      return need(8) && integer(out, in_.signed_be(8));
    case shared8:
      return need(1) && shared(out, in_.u8());
    case shared16:
      return need(2) && shared(out, in_.unsigned_be(2));
    case shared32:
      return need(4) && shared(out, in_.u32());
    case shared64:
      return need(8) && shared(out, in_.unsigned_be(8));
    case block32:
    case block64: {
      const int width = code == block32 ? 4 : 8;
      if (!need(static_cast<std::uint64_t>(width))) return false;
      const std::uint64_t header = in_.unsigned_be(width);
      return block(out, header >> 10, static_cast<int>(header & 255));
    }
    case string8:
      return need(1) && leaf(out, in_.u8());
    case string32:
      return need(4) && leaf(out, in_.u32());
    case string64:
      return need(8) && leaf(out, in_.unsigned_be(8));
    case double_big:
    case double_little:
      return leaf(out, 8);
    case double_array8_big:
    case double_array8_little:
      return need(1) && floats(out, in_.u8());
    case double_array32_big:
    case double_array32_little:
      return need(4) && floats(out, in_.u32());
    case double_array64_big:
    case double_array64_little:
      return need(8) && floats(out, in_.unsigned_be(8));
    case custom_len:
    case custom_fixed:
      return custom(out, code);
    case custom_old:
      return fail("custom block of an OCaml before 4.08");
    case code_pointer:
    case infix_pointer:
      return fail("closures can't be read");
    default:
      return fail("unknown code in the marshalled value");
    }
  }

  bool integer(MarshalValue& out, std::int64_t value) {
    constexpr std::int64_t half = std::int64_t{1} << 29;
    if (value >= -half && value < half) {
      out = {MarshalValue::small_integer, static_cast<std::uint32_t>(value) & 0x3FFFFFFF};
    } else {
      // An OCaml integer has 63 bits.
      out = {MarshalValue::big_integer, static_cast<std::uint32_t>(out_.big_integers_.size())};
      out_.big_integers_.push_back(static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << 1) >> 1);
    }
    return true;
  }

  bool shared(MarshalValue& out, std::uint64_t distance) {
    const std::size_t count = out_.objects_.size();
    if (distance == 0 || distance > count) return fail("shared value that was never met");
    out = out_.object(count - static_cast<std::size_t>(distance));
    return true;
  }

  void object(MarshalValue& out, std::size_t first_field) {
    out = out_.object(out_.objects_.size());
    out_.objects_.push_back({static_cast<std::uint32_t>(start_), static_cast<std::uint32_t>(first_field)});
  }

  bool block(MarshalValue& out, std::uint64_t size, int tag) {
    if (size == 0) {
      out = {MarshalValue::atom, static_cast<std::uint32_t>(tag)};
      return true;
    }
    // Each field takes a byte at least: refuse sizes that can't be true before
    // any memory is taken for them.
    if (size > in_.remaining() || size + pending_ > in_.remaining()) return fail("block longer than the input");
    const std::size_t first = out_.fields_.size();
    object(out, first);
    const std::size_t end = first + static_cast<std::size_t>(size);
    out_.fields_.resize(end, MarshalValue{MarshalValue::small_integer, 0});
    open_.push_back({first, end});
    pending_ += static_cast<std::size_t>(size);
    return true;
  }

  // A string or a float of `size` bytes.
  bool leaf(MarshalValue& out, std::uint64_t size) {
    if (!need(size)) return false;
    in_.skip(static_cast<std::size_t>(size));
    object(out, 0);
    return true;
  }

  bool floats(MarshalValue& out, std::uint64_t count) {
    return need(count) && leaf(out, count * 8);
  }

  // Only the boxed integers can be constants: _i, _j and _n.
  bool custom(MarshalValue& out, int code) {
    if (!need(3)) return false;
    const int underscore = in_.u8();
    const int letter = in_.u8();
    const int nul = in_.u8();
    if (underscore != '_' || nul != 0 || (letter != 'i' && letter != 'j' && letter != 'n')) {
      return fail("custom block of a kind that can't be a constant");
    }
    if (code == custom_len) {
      if (!need(12)) return false;
      in_.skip(12);
    }
    std::uint64_t size = letter == 'i' ? 4 : 8;
    if (letter == 'n') {
      if (!need(1)) return false;
      const int width = in_.u8();
      if (width != 1 && width != 2) return fail("ill-formed native integer");
      size = width == 1 ? 4 : 8;
    }
    return leaf(out, size);
  }

  const FileSection& section_;
  Marshalled& out_;
  ByteReader in_;
  std::vector<Open> open_;
  std::size_t pending_ = 0; // fields of open_ to come
  std::size_t start_ = 0;   // of the value being read
  const char* error_ = "";
  std::size_t error_offset_ = 0;
};

Result<Marshalled> Marshalled::read(const FileSection& section) {
  const Header header = read_header(section.bytes);
  if (header.size == 0) return section.error_at(0, "no marshalled value here");
  if (header.compressed) return section.error_at(0, "the marshalled value is compressed");
  if (header.data > section.bytes.size() - header.size) {
    return section.error_at(0, "the marshalled value is cut short");
  }
  const std::size_t end = header.size + static_cast<std::size_t>(header.data);
  if (end >= std::size_t{1} << 30) return section.error_at(0, "the marshalled value is longer than 1 GB");

  Marshalled out;
  out.bytes_ = section.bytes;
  out.end_ = end;
  out.objects_.reserve(static_cast<std::size_t>(std::min(header.objects, header.data)));
  MarshalReader reader(section, out, header.size, end);
  if (auto error = reader.run()) return *std::move(error);
  return out;
}

Marshalled::Kind Marshalled::kind(MarshalValue value) const {
  if (is_integer(value)) return Kind::integer;
  if (value.form() == MarshalValue::atom) return Kind::block;
  const std::size_t offset = objects_[value.payload()].offset;
  const int code = bytes_[offset];
  if (code >= small_block || code == block32 || code == block64) return Kind::block;
  if (code >= small_string || code == string8 || code == string32 || code == string64) return Kind::string;
  if (code == double_big || code == double_little) return Kind::floating;
  if (code == custom_fixed || code == custom_len) {
    const int letter = bytes_[offset + 2];
    return letter == 'i' ? Kind::int32 : letter == 'j' ? Kind::int64 : Kind::nativeint;
  }
  return Kind::float_array;
}

std::int64_t Marshalled::integer(MarshalValue value) const {
  if (value.form() == MarshalValue::big_integer) return big_integers_[value.payload()];
  return static_cast<std::int32_t>(value.bits_) >> 2;
}

int Marshalled::tag(MarshalValue block) const {
  if (block.form() == MarshalValue::atom) return static_cast<int>(block.payload());
  return block_head(bytes_, objects_[block.payload()].offset).tag;
}

std::span<const MarshalValue> Marshalled::fields(MarshalValue block) const {
  if (block.form() == MarshalValue::atom) return {};
  const Object& object = objects_[block.payload()];
  return std::span(fields_).subspan(object.first_field,
                                    static_cast<std::size_t>(block_head(bytes_, object.offset).size));
}

std::string_view Marshalled::string(MarshalValue value) const {
  const Head head = string_head(bytes_, objects_[value.payload()].offset);
  return as_text(bytes_.subspan(head.content, static_cast<std::size_t>(head.size)));
}

double Marshalled::floating(MarshalValue value) const {
  const std::size_t offset = objects_[value.payload()].offset;
  return read_double(bytes_, offset + 1, bytes_[offset] == double_little);
}

std::vector<double> Marshalled::float_array(MarshalValue value) const {
  const Head head = float_array_head(bytes_, objects_[value.payload()].offset);
  std::vector<double> floats;
  floats.reserve(static_cast<std::size_t>(head.size));
  for (std::uint64_t i = 0; i < head.size; ++i) {
    floats.push_back(read_double(bytes_, head.content + static_cast<std::size_t>(i) * 8, head.little));
  }
  return floats;
}

std::int64_t Marshalled::boxed_integer(MarshalValue value) const {
  const std::size_t offset = objects_[value.payload()].offset;
  const int letter = bytes_[offset + 2];
  ByteReader in(bytes_, offset + (bytes_[offset] == custom_len ? 16 : 4));
  if (letter == 'i') return in.signed_be(4);
  if (letter == 'j') return in.signed_be(8);
  return in.u8() == 1 ? in.signed_be(4) : in.signed_be(8);
}

} // namespace loo
