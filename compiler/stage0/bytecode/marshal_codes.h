// The codes of the marshalled format (runtime/caml/intext.h).
#pragma once

#include <cstdint>

namespace loo::marshal {

inline constexpr std::uint32_t magic_small = 0x8495A6BE;
inline constexpr std::uint32_t magic_big = 0x8495A6BF;
inline constexpr std::uint32_t magic_compressed = 0x8495A6BD;
inline constexpr std::size_t header_small = 20;
inline constexpr std::size_t header_big = 32;

enum Code : std::uint8_t {
  int8 = 0x00,
  int16 = 0x01,
  int32 = 0x02,
  int64 = 0x03,
  shared8 = 0x04,
  shared16 = 0x05,
  shared32 = 0x06,
  double_array32_little = 0x07,
  block32 = 0x08,
  string8 = 0x09,
  string32 = 0x0A,
  double_big = 0x0B,
  double_little = 0x0C,
  double_array8_big = 0x0D,
  double_array8_little = 0x0E,
  double_array32_big = 0x0F,
  code_pointer = 0x10,
  infix_pointer = 0x11,
  custom_old = 0x12,
  block64 = 0x13,
  shared64 = 0x14,
  string64 = 0x15,
  double_array64_big = 0x16,
  double_array64_little = 0x17,
  custom_len = 0x18,
  custom_fixed = 0x19,
  small_string = 0x20, // and 31 more: the length
  small_int = 0x40,    // and 63 more: the integer
  small_block = 0x80,  // and 127 more: size << 4 | tag
};

} // namespace loo::marshal
