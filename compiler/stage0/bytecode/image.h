// What the reader hands to the compiler: one linked program, whatever the kind
// of file it came from (an executable, or object files linked by `link_objects`).
// Everything is in flat vectors; ids are indices. Invariant after a successful
// read: every opcode is known, every operand in range (branch targets point at
// instructions, primitive and global numbers exist), so that later phases need
// no checks of their own. Code that can be reached (from a unit's begin and the
// closures made there, by branches, traps and switches) also keeps the stack in
// order, see stack_check.h: heights and open traps agree where paths meet; ACC, ASSIGN
// and POP stay within the frame and off the trap and return words; POPTRAP ends
// the innermost PUSHTRAP, APPLY n (always with a PUSH_RETADDR of its own) is
// continued by the instruction behind it; ENVACC and OFFSETCLOSURE stay within
// the closure; RETURN and APPTERM name the exact height, outside of any trap, in
// functions only; a function's code is its own; a function starts at its GRAB, or
// has one parameter; GRAB and RESTART are found nowhere else on a path; EVENT
// and BREAK don't occur.
#pragma once

#include "support/diagnostic.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace loo {

// A constant of the DATA section. Nodes may be shared (physical equality
// matters) and, for `let rec` of constants, cyclic.
using ConstId = std::uint32_t;

struct Constant {
  enum class Kind : std::uint8_t { integer, floating, string, block, float_array, int32, int64, nativeint };
  Kind kind = Kind::integer;
  std::uint8_t tag = 0;           // block
  std::int64_t integer = 0;       // integer, int32, int64, nativeint
  double floating = 0;            // floating
  std::string string;             // string: bytes, any of the 256
  std::vector<ConstId> fields;    // block
  std::vector<double> floats;     // float_array
};

// One event of the debug information. Locations may be empty ("" and 0).
struct DebugEvent {
  std::uint32_t pc = 0;           // in words from the start of the code
  std::string file;
  std::int32_t line = 0;          // from 1
  std::int32_t column = 0;        // from 0, in bytes; -1 for a dummy position, here and below
  std::string definition;         // the enclosing definition (4.11+), or ""
  std::int32_t end_line = 0;
  std::int32_t end_column = 0;
  std::int32_t end_offset = 0;    // of the end, from the start of `line`
};

// A contiguous part of the code that belongs to one compilation unit: its main
// code and the bodies of its functions, in whatever order. Guaranteed, with debug
// information or without:
// - units are in order and cover the code: units[0].begin = 0, units[i].end =
//   units[i+1].begin, units.back().end = code.size(); so every pc has one unit;
// - the main code of a unit starts at `begin` with an empty stack and falls out of
//   `end`, where the next unit starts, behind its SETGLOBAL: the last instruction
//   of each unit, found nowhere else, with an empty stack again; no slot is set twice;
// - the last unit holds the linker's STOP as well, behind its SETGLOBAL; STOP is
//   the last word of the code and found nowhere else;
// - no branch, trap, switch or closure leads from a unit into another.
// Exception: a unit that ends in a toplevel `raise` sets no global, so its code
// counts to the unit behind it (or, as the last, forms a unit without a name).
struct CodeUnit {
  std::string name;               // "Stdlib__List"; "" when unknown
  std::uint32_t begin = 0, end = 0; // in words
};

struct OcamlVersion {
  int magic = 0;                  // 30 for 4.13
  // "4.13"; what the magic number tells.
  [[nodiscard]] std::string name() const;
  [[nodiscard]] bool at_least(int wanted_magic) const { return magic >= wanted_magic; }
};
inline constexpr int magic_4_08 = 25, magic_4_12 = 29, magic_4_13 = 30, magic_5_0 = 32, magic_5_1 = 33, magic_5_2 = 34;

struct Image {
  OcamlVersion version;
  std::vector<std::int32_t> code;             // opcodes and operands, branch offsets relative as in the file
  std::vector<std::string> primitives;        // by number of C_CALL
  std::vector<Constant> constants;
  std::vector<ConstId> globals;               // initial value by slot
  std::vector<std::string> global_names;      // by slot: unit or predefined exception, or ""
  std::vector<CodeUnit> units;                // in order of code; cut after each unit's SETGLOBAL
  std::vector<DebugEvent> events;             // by pc; empty unless asked for
  // Of a unit by itself: by slot, whether it is that of a unit from elsewhere. Else empty.
  std::vector<bool> imported;
};

struct ReadOptions {
  bool debug_events = false;      // parse DBUG (16 MB in ocamlc.byte): only when asked for
};

// Reads an executable (any launcher, -custom included) from `bytes`.
// Errors: ErrorKind::input with section and offset.
[[nodiscard]] Result<Image> read_executable(std::span<const std::uint8_t> bytes, const std::string& file,
                                            const ReadOptions& options);

// A .cmo or .cma as it is in its file, before linking.
struct ObjectFile {
  std::string name;
  std::vector<std::uint8_t> bytes;
};
// Links object files in the given order, as ocamlc does (members of a .cma only
// when something needs them or they are force_link), into an Image.
[[nodiscard]] Result<Image> link_objects(std::span<const ObjectFile> files, const ReadOptions& options);

// A unit of an object file by itself: what it uses of others is looked up when it runs.
struct UnitImage {
  Image image;
  std::string name;
  std::vector<std::string> needs; // other units, in order of the alphabet
  bool library = false;           // linked only when something needs it,
  bool force_link = false;        // but for this
};
// The units of a .cmo or .cma, in their order: all, or `only` those of these names. Errors: as link_objects.
[[nodiscard]] Result<std::vector<UnitImage>> read_units(const ObjectFile& file, const std::vector<std::string>& only,
                                                        const ReadOptions& options);

enum class FileKind : std::uint8_t { executable, cmo, cma, cmi, elf, other };
[[nodiscard]] FileKind file_kind(std::span<const std::uint8_t> bytes);

} // namespace loo
