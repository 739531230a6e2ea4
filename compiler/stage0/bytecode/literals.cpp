#include "bytecode/literals.h"

#include <charconv>
#include <cstdlib>

namespace loo {

using Kind = Constant::Kind;

std::optional<ConstId> LiteralTranslator::translate(MarshalValue literal) {
  pending_.clear();
  const std::optional<ConstId> id = shallow(literal);
  if (!id) return std::nullopt;
  std::vector<MarshalValue> fields;
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const auto [block, list] = pending_[i];
    if (!elements(list, fields)) return std::nullopt;
    std::vector<ConstId> ids;
    ids.reserve(fields.size());
    for (const MarshalValue field : fields) {
      const std::optional<ConstId> field_id = shallow(field);
      if (!field_id) return std::nullopt;
      ids.push_back(*field_id);
    }
    constants_[block].fields = std::move(ids);
  }
  return id;
}

bool LiteralTranslator::elements(MarshalValue list, std::vector<MarshalValue>& out) {
  out.clear();
  for (; !data_.is_integer(list, 0); list = data_.fields(list)[1]) {
    if (!data_.is_block(list, 0, 2) || budget_ == 0) return false;
    --budget_;
    out.push_back(data_.fields(list)[0]);
  }
  return true;
}

// Const_base of constant (tag 0, one field), Const_block of int * list (two
// fields), Const_float_array of string list, Const_immstring of string. Until
// Const_pointer of int (tag 1, one field) was dropped, the tags behind it were one
// more; sizes and fields tell all of them apart.
std::optional<ConstId> LiteralTranslator::shallow(MarshalValue literal) {
  if (data_.kind(literal) != Kind::block) return std::nullopt;
  const std::span<const MarshalValue> fields = data_.fields(literal);
  const int tag = data_.tag(literal);
  if (fields.size() == 2 && (tag == 1 || tag == 2) && data_.is_integer(fields[0])) {
    const std::int64_t block_tag = data_.integer(fields[0]);
    if (block_tag < 0 || block_tag > 255) return std::nullopt;
    if (data_.is_integer(fields[1], 0)) return table_.atom(static_cast<int>(block_tag));
    const ConstId id = table_.block(static_cast<int>(block_tag), {});
    pending_.emplace_back(id, fields[1]);
    return id;
  }
  if (fields.size() != 1) return std::nullopt;
  const MarshalValue field = fields[0];
  if (tag == 0) return base(field);
  if (tag == 1 && data_.is_integer(field)) return table_.integer(data_.integer(field));
  if ((tag == 3 || tag == 4) && data_.is_string(field)) return importer_.import(field);
  if (tag == 2 || tag == 3) return floats(field);
  return std::nullopt;
}

// Const_int, Const_char, Const_string of string * ..., Const_float of string,
// Const_int32, Const_int64, Const_nativeint.
std::optional<ConstId> LiteralTranslator::base(MarshalValue constant) {
  if (data_.kind(constant) != Kind::block || data_.fields(constant).empty()) return std::nullopt;
  const int tag = data_.tag(constant);
  const MarshalValue field = data_.fields(constant)[0];
  static constexpr Kind expected[] = {Kind::integer, Kind::integer, Kind::string,   Kind::string,
                                      Kind::int32,   Kind::int64,   Kind::nativeint};
  if (tag >= static_cast<int>(std::size(expected)) || data_.kind(field) != expected[tag]) return std::nullopt;
  if (tag != 3) return importer_.import(field);
  const std::optional<double> value = number(field);
  if (!value || budget_ == 0) return std::nullopt;
  --budget_;
  Constant floating;
  floating.kind = Kind::floating;
  floating.floating = *value;
  return table_.add(std::move(floating));
}

std::optional<ConstId> LiteralTranslator::floats(MarshalValue list) {
  std::vector<MarshalValue> texts;
  if (!elements(list, texts)) return std::nullopt;
  if (texts.empty()) return table_.atom(0);
  Constant array;
  array.kind = Kind::float_array;
  array.floats.reserve(texts.size());
  for (const MarshalValue text : texts) {
    const std::optional<double> value = number(text);
    if (!value) return std::nullopt;
    array.floats.push_back(*value);
  }
  return table_.add(std::move(array));
}

std::optional<double> LiteralTranslator::number(MarshalValue text) const {
  if (!data_.is_string(text)) return std::nullopt;
  return float_of_literal(data_.string(text));
}

std::optional<double> float_of_literal(std::string_view literal) {
  std::string text;
  for (const char c : literal) {
    if (c != '_') text += c;
  }
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.erase(0, 1);
  const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
  if (hexadecimal) text.erase(0, 2);
  if (text.empty() || text[0] == '-') return std::nullopt;

  double value = 0;
  const char* end = text.data() + text.size();
  const auto result =
      std::from_chars(text.data(), end, value, hexadecimal ? std::chars_format::hex : std::chars_format::general);
  if (result.ptr != end) return std::nullopt;
  if (result.ec == std::errc::result_out_of_range) {
    // strtod gives 0 or infinity. It obeys the locale, which is "C": nothing here sets another.
    value = std::strtod(((hexadecimal ? "0x" : "") + text).c_str(), nullptr);
  } else if (result.ec != std::errc{}) {
    return std::nullopt;
  }
  return negative ? -value : value;
}

} // namespace loo
