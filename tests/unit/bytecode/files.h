// Builds files for the tests, byte by byte: marshalled values and executables.
#pragma once

#include "bytecode/byte_reader.h"
#include "bytecode/opcodes.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace loo::test {

inline std::string big_endian(std::uint64_t value, int width) {
  std::string bytes;
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
  return bytes;
}

// Values as they are within marshalled data.
inline std::string integer(std::int64_t value) { return '\x03' + big_endian(static_cast<std::uint64_t>(value), 8); }
inline std::string string(const std::string& text) { return '\x0A' + big_endian(text.size(), 4) + text; }
inline std::string shared(std::uint8_t distance) { return '\x04' + big_endian(distance, 1); }
inline std::string block(int tag, const std::vector<std::string>& fields) {
  std::string bytes = '\x08' + big_endian(fields.size() << 10 | static_cast<std::uint64_t>(tag), 4);
  for (const std::string& field : fields) bytes += field;
  return bytes;
}
inline std::string list(const std::vector<std::string>& elements) {
  std::string bytes;
  for (const std::string& element : elements) bytes += '\x08' + big_endian(2 << 10, 4) + element;
  return bytes + integer(0);
}

// With the header in front.
inline std::string marshalled(const std::string& data, std::uint64_t objects = 0) {
  return big_endian(0x8495A6BE, 4) + big_endian(data.size(), 4) + big_endian(objects, 4) + big_endian(0, 8) + data;
}

inline std::string code_bytes(const std::vector<std::int32_t>& code) {
  std::string bytes;
  for (const std::int32_t word : code) {
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(static_cast<std::uint32_t>(word) >> shift & 255);
  }
  return bytes;
}

constexpr std::int32_t op(Op o) { return static_cast<std::int32_t>(o); }

using Sections = std::vector<std::pair<std::string, std::string>>;

inline std::string executable(const Sections& sections, const std::string& magic = "Caml1999X030",
                              const std::string& launcher = "#!/usr/bin/ocamlrun\n") {
  std::string bytes = launcher;
  for (const auto& [name, content] : sections) bytes += content;
  for (const auto& [name, content] : sections) bytes += name + big_endian(content.size(), 4);
  return bytes + big_endian(sections.size(), 4) + magic;
}

// A program of one unit `A` in slot 0 of two, slot 1 holds a string.
inline Sections small_program() {
  const std::string name = block(2, {string("A")});
  return {{"CODE", code_bytes({op(Op::CONST0), op(Op::SETGLOBAL), 0, op(Op::STOP)})},
          {"PRIM", std::string("caml_one\0caml_two\0", 18)},
          {"DATA", marshalled(block(0, {integer(0), string("text")}), 2)},
          {"SYMB", marshalled(block(0, {integer(2), block(0, {integer(0), name, integer(0), integer(0), integer(1)})}), 4)}};
}

inline Bytes bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

} // namespace loo::test
