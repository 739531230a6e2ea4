#include "lua/dialect.h"

namespace loo {

bool Dialect::feature(std::string_view wanted) const {
  if (wanted == "int63") return wide();
  if (wanted == "ints" || wanted == "int64native") return has_integers;
  if (wanted == "luajit") return is_luajit;
  if (wanted == "ocaml51") return ocaml51;
  if (wanted == "ocaml52") return ocaml52;
  if (wanted == "allocations") return allocations;
  if (wanted == "backtraces") return backtraces;
  if (wanted == "open") return open;
  if (wanted == "yields") return yields;
  return false;
}

void Dialect::set_version(OcamlVersion version) {
  ocaml51 = version.at_least(magic_5_1);
  ocaml52 = version.at_least(magic_5_2);
}

std::string Dialect::stack_limit() const {
  if (name == "portable") return "L";
  if (is_luajit) return "40000";               // of 65,500 slots
  if (name == "lua5.1") return "110000";       // of 20,000 frames, at 8 slots and more
  return "600000";                             // of 1,000,000 slots
}

const std::vector<std::string>& dialect_names() {
  static const std::vector<std::string> names = {"portable", "lua5.1", "lua5.2", "lua5.3", "lua5.4", "luajit"};
  return names;
}

Result<Dialect> make_dialect(const std::string& name, int int_width) {
  Dialect d;
  d.name = name;
  if (name == "portable" || name == "lua5.1") {
  } else if (name == "lua5.2") {
    d.has_goto = true;
    d.max_upvalues = 200;
  } else if (name == "lua5.3" || name == "lua5.4") {
    d.has_goto = d.has_integers = true;
    d.max_upvalues = 200;
    d.int_width = 63;
  } else if (name == "luajit") {
    d.has_goto = d.is_luajit = true;
  } else {
    return Diagnostic{ErrorKind::usage, {}, "unknown target `" + name + "`"};
  }
  if (int_width == 0) return d;
  if (int_width != 32 && int_width != 63)
    return Diagnostic{ErrorKind::usage, {}, "an int has 32 or 63 bits, not " + std::to_string(int_width)};
  if (int_width == 63 && !d.has_integers)
    return Diagnostic{ErrorKind::usage, {}, "63-bit ints need the target lua5.3 or lua5.4"};
  d.int_width = int_width;
  return d;
}

} // namespace loo
