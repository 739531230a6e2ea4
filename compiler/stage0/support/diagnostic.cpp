#include "support/diagnostic.h"

namespace loo {

int exit_code(ErrorKind kind) {
  switch (kind) {
  case ErrorKind::usage:
    return 1;
  case ErrorKind::input:
    return 2;
  case ErrorKind::missing_primitive:
    return 3;
  case ErrorKind::limit:
    return 4;
  case ErrorKind::output:
    return 5;
  case ErrorKind::internal:
    return 70;
  }
  return 70;
}

namespace {

// Names found in files reach messages: one line on the terminal, whatever they hold.
void append_printable(std::string& out, const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7f) {
      out += c;
    } else {
      constexpr const char* hex = "0123456789abcdef";
      out += "\\x";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
}

} // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string out;
  const Place& place = diagnostic.place;
  if (!place.file.empty()) {
    append_printable(out, place.file);
    out += ": ";
  }
  append_printable(out, diagnostic.message);
  if (!place.section.empty() || place.offset) {
    out += " (";
    append_printable(out, place.section);
    if (place.offset) {
      if (!place.section.empty()) out += ", ";
      out += "offset " + std::to_string(*place.offset);
    }
    out += ')';
  }
  return out;
}

} // namespace loo
