// Which place in the source each line of the output stands for, so that the runtime can
// make a backtrace of Lua's stack as OCaml's runtime makes it of its own.
//
// Calls, and what may raise, begin their lines with a mark, the pc of their instruction.
// Where OCaml's machine has the pc of a return address, or of a raise, on its stack, it
// looks for the debug event there, or one word behind (runtime/backtrace_byt.c), and so
// does this, once and for all. The table of a section is the arguments of the call of
// `rt_located` that the section begins with:
//
//   rt_located("a.ml\nA.f\n", "GAAB...")
//
// names, each with a line feed behind it; then numbers, each in base 64, five bits a digit,
// low ones first, a sign below all (as the mappings of source maps, version 3). For each
// line with a place: how many lines it is below the one before it, at first below the call,
// times four; plus two where something is known of it; plus one where it raises. If it's
// known: the numbers of file and definition, from 0, and the line of the source, all less
// those before; the column; lines to the end of the expression; its column there; where
// that is another line, the end's distance from the start of the first, in bytes.
//
// Linear in the text, but for a binary search per mark.
#pragma once

#include "bytecode/image.h"

#include <optional>

namespace loo {

class Locations {
public:
  // The image must outlive it.
  explicit Locations(const Image& image) : image_(image) {}

  // Takes the marks out of the section that begins at `begin`, and puts the table in the
  // place of `table_mark`.
  void settle(std::string& text, std::size_t begin) const;

  // The arguments of `rt_located`, until then.
  static constexpr char table_mark = '\x05';

private:
  struct Place {
    bool raises;
    const DebugEvent* event; // null: nothing is known
  };
  // Of the instruction at `pc`; none for a call that leaves no return address.
  [[nodiscard]] std::optional<Place> place_of(std::uint32_t pc) const;
  [[nodiscard]] const DebugEvent* event_at(std::uint32_t pc) const;

  const Image& image_;
};

} // namespace loo
