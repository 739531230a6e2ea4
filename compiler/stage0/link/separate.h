// Separate compilation: a unit (.cmo, or a member of a .cma) becomes a text of its own,
// which others link with without looking into it. Such a text is a few lines of comments,
// which say what it is and needs, and a block of Lua:
//
//   -- lua_of_ocaml unit: Stdlib__List (library)
//   -- for: portable 32 30             target, bits of int, magic number of OCaml
//   -- needs: Stdlib Stdlib__Seq       other units, or nothing
//   -- runtime: caml_equal rt_grow     fragments of the runtime
//   -- bytes: 20714                    of the block
//   do local function unit_List()
//   ...
//   end unit_List() end
//
// A file holds one of them, or several, as a .cma does.
#pragma once

#include "link/compiler.h"

namespace loo {

// The texts of the units of an object file, all or `only` those of these names, joined.
// Errors: as compile_image, but no primitive is missing before it is linked.
[[nodiscard]] Result<std::string> compile_units(const ObjectFile& file, const std::vector<std::string>& only,
                                                const CompileOptions& options);

struct UnitFile {
  std::string name;
  std::string text;
};
// Links such files, in their order, to a program: of libraries what something needs, as
// ocamlc does. Errors: input (not such a file; a unit is missing, twice there, or comes
// too late; units for different targets), missing_primitive.
[[nodiscard]] Result<std::string> link_units(const std::vector<UnitFile>& files, bool allow_missing);

// The whole runtime for programs of such units, whose host loads and runs them one by one:
// a chunk that returns G. `rt_run_unit` there runs a unit (runtime/lua/stack.lua).
// Errors: input (not such a file; units for different targets).
[[nodiscard]] Result<std::string> link_runtime(const std::vector<UnitFile>& files);

} // namespace loo
