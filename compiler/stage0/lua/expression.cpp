#include "lua/expression.h"

#include <array>
#include <charconv>
#include <cmath>

namespace loo {

std::string quote(const std::string& bytes) {
  std::string out = "\"";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    switch (c) {
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    default:
      if (c >= 32 && c < 127) { out += static_cast<char>(c); break; }
      const bool digit_follows = i + 1 < bytes.size() && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
      std::string code = std::to_string(c);
      if (digit_follows) code.insert(0, 3 - code.size(), '0');
      out += "\\" + code;
    }
  }
  return out + "\"";
}

std::string number_name(double value) {
  if (std::isnan(value)) return "lua_nan";
  if (std::isinf(value)) return value > 0 ? "lua_huge" : "lua_neghuge";
  if (value == 0 && std::signbit(value)) return "lua_negzero";
  return "";
}

std::string float_text(double value) {
  std::array<char, 64> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  (void)error;
  std::string text(buffer.data(), end);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

} // namespace loo
