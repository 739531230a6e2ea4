// The Luas that the output is for: what each has, and how it writes the
// arithmetic of OCaml's ints. Figures behind the forms (ns per operation, one
// run each): runtime/lua/README.md and the page of this phase.
#pragma once

#include "bytecode/image.h"
#include "support/diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace loo {

struct Dialect {
  std::string name;          // "portable", "lua5.1", ...
  bool has_goto = false;
  bool has_integers = false; // 5.3+: integer subtype, & | ~ << >> //
  bool is_luajit = false;
  bool ocaml51 = false;      // the program is of OCaml 5.1 or later
  bool ocaml52 = false;
  bool allocations = false;  // the output counts them
  bool backtraces = false;   // the output keeps what backtraces tell
  bool open = false;         // units come later, one by one
  bool yields = false;       // functions of the host that the program calls may yield through it
  int int_width = 32;        // 32 or 63
  int max_upvalues = 55;     // of one function, with some room

  // make_dialect's is older than all of these.
  void set_version(OcamlVersion version);
  [[nodiscard]] bool wide() const { return int_width == 63; }
  // Stack slots that one coroutine may use, by the count of recursive functions:
  // a number, or the name of the variable that holds it (portable).
  [[nodiscard]] std::string stack_limit() const;
  // Features that runtime fragments ask for: int63, ints, int64native, luajit,
  // ocaml51, ocaml52, allocations, backtraces, open, yields.
  [[nodiscard]] bool feature(std::string_view feature) const;
};

[[nodiscard]] const std::vector<std::string>& dialect_names();
// width 0: the target's own. Errors: usage (unknown name, 63 bits where they do not fit).
[[nodiscard]] Result<Dialect> make_dialect(const std::string& name, int int_width);

} // namespace loo
